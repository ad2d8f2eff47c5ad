package wherein.format;

import java.io.IOException;
import javax.xml.stream.XMLStreamReader;

/** What a document of Office Open XML says of itself (ECMA-376 part 2, section 11). */
final class CoreProperties {

    private static final String NAME = "docProps/core.xml";

    private CoreProperties() {}

    static void read(OfficePackage archive, FileFacts facts) throws IOException, UnreadableException {
        String name = archive.links("").values().stream()
                .filter(link -> link.type().equals("core-properties"))
                .map(OfficePackage.Link::target)
                .findFirst()
                .orElse(NAME);
        archive.read(name, xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "title" -> facts.title(Xml.text(xml), "document properties: title");
                        case "creator" -> facts.author(Xml.text(xml), "document properties: creator");
                        case "language" -> facts.language(Xml.text(xml), "document properties: language");
                        case "created" -> facts.created(Xml.text(xml), "document properties: created");
                        case "modified" -> facts.modified(Xml.text(xml), "document properties: modified");
                        default -> {
                            // The root, and what is not asked for.
                        }
                    }
                }
            }
        });
    }

    /** The part that is the document itself, as the archive says, or where it usually lies. */
    static String main(OfficePackage archive, String usual) throws IOException, UnreadableException {
        return archive.links("").values().stream()
                .filter(link -> link.type().equals("officeDocument"))
                .map(OfficePackage.Link::target)
                .filter(archive::has)
                .findFirst()
                .orElse(usual);
    }
}
