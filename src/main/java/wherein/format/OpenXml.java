package wherein.format;

import java.io.IOException;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/**
 * A document of Office Open XML (ECMA-376) that is open, whatever it holds.
 *
 * @param facts what it says of itself (part 2, section 11)
 * @param main the part that is the document itself, as the package says, or where it usually lies
 * @param links of that part, by their ids
 */
record OpenXml(FileFacts facts, String main, Map<String, OfficePackage.Link> links) {

    private static final String NAME = "docProps/core.xml";

    /**
     * That in {@code archive}.
     *
     * @param usual where its main part usually lies
     * @param what it holds, such as slides
     * @throws IOException if it has no main part
     */
    static OpenXml of(OfficePackage archive, String usual, String what) throws IOException, UnreadableException {
        String main = main(archive, usual);
        // Those of a binary workbook end so, which none of ours reads.
        if (main.endsWith(".bin") || !archive.has(main)) {
            throw new IOException("no " + what + " in it");
        }
        FileFacts facts = new FileFacts();
        read(archive, facts);
        return new OpenXml(facts, main, archive.links(main));
    }

    private static void read(OfficePackage archive, FileFacts facts) throws IOException, UnreadableException {
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

    private static String main(OfficePackage archive, String usual) throws IOException, UnreadableException {
        return archive.links("").values().stream()
                .filter(link -> link.type().equals("officeDocument"))
                .map(OfficePackage.Link::target)
                .filter(archive::has)
                .findFirst()
                .orElse(usual);
    }
}
