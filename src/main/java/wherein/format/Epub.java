package wherein.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wherein.document.Block;
import wherein.document.Region;

/** A book (EPUB 3.3, and 2 before it): its pages in the order in which they are read, without those that only lead to others. */
final class Epub {

    private static final String CONTAINER = "META-INF/container.xml";

    private final OfficePackage archive;
    private final TextWriter out;
    private final FileFacts facts = new FileFacts();
    private final Map<String, Item> items = new HashMap<>();
    private final List<String> spine = new ArrayList<>();

    private record Item(String name, String type, boolean leads) {}

    private Epub(OfficePackage archive, long most) {
        this.archive = archive;
        this.out = new TextWriter(most);
    }

    static Extract read(Path file, long most) throws IOException, UnreadableException {
        try (OfficePackage archive = OfficePackage.open(file)) {
            return new Epub(archive, most).read();
        }
    }

    private Extract read() throws IOException, UnreadableException {
        String[] book = {""};
        archive.read(CONTAINER, xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("rootfile")
                        && book[0].isEmpty()) {
                    book[0] = Xml.attribute(xml, "full-path");
                }
            }
        });
        if (!archive.has(book[0])) {
            throw new IOException("no book in it");
        }
        archive.read("META-INF/encryption.xml", xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("EncryptionMethod")
                        && !isOfFonts(Xml.attribute(xml, "Algorithm"))) {
                    throw BinaryFile.locked();
                }
            }
        });
        String folder = book[0].substring(0, book[0].lastIndexOf('/') + 1);
        archive.read(book[0], xml -> book(xml, folder));
        for (String id : spine) {
            Item item = items.get(id);
            if (item != null && !item.leads()) {
                page(item);
            }
        }
        return facts.extract(out);
    }

    /** What only keeps fonts from being taken out of a book. */
    private static boolean isOfFonts(String algorithm) {
        return algorithm.contains("idpf.org/2008/embedding") || algorithm.contains("ns.adobe.com/pdf/enc");
    }

    private void book(XMLStreamReader xml, String folder) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "title" -> facts.title(Xml.text(xml), "package: dc:title");
                case "creator" -> creator(xml);
                case "language" -> facts.language(Xml.text(xml), "package: dc:language");
                case "date" -> date(xml);
                case "item" ->
                    items.put(
                            Xml.attribute(xml, "id"),
                            new Item(
                                    OfficePackage.resolve(
                                            folder, Xml.attribute(xml, "href").replaceFirst("#.*", "")),
                                    Xml.attribute(xml, "media-type"),
                                    (" " + Xml.attribute(xml, "properties") + " ").contains(" nav ")));
                case "itemref" -> spine.add(Xml.attribute(xml, "idref"));
                default -> {
                    // The root, its parts, and what is not asked for.
                }
            }
        }
    }

    private void creator(XMLStreamReader xml) throws XMLStreamException {
        String role = Xml.attribute(xml, "role");
        String name = Xml.text(xml);
        if (role.isEmpty() || role.equals("aut")) {
            facts.author(name, "package: dc:creator");
        }
    }

    /** EPUB 2 has several dates, each of an event; only the day of publication is a book's. */
    private void date(XMLStreamReader xml) throws XMLStreamException {
        String event = Xml.attribute(xml, "event");
        String day = Xml.text(xml);
        if (event.matches("|publication|original-publication")) {
            facts.date(day, "package: dc:date");
        } else if (event.equals("creation")) {
            facts.created(day, "package: dc:date, creation");
        }
    }

    private void page(Item item) throws IOException, UnreadableException {
        if (!item.type().matches("application/xhtml\\+xml|text/html|text/x-oeb1-document|")) {
            return;
        }
        byte[] bytes = archive.bytes(item.name()).orElse(new byte[0]);
        Extract page = Pages.ofBook(bytes);
        out.end(Block.PROSE);
        List<Region> regions = page.regions();
        out.append(page.text(), regions);
    }
}
