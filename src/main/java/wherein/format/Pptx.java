package wherein.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wherein.document.Block;

/**
 * A presentation of PresentationML (ECMA-376 part 1, section 19): its slides in order, each a page; title first, then what stands on
 * it, then the notes of the speaker and comments.
 */
final class Pptx {

    private final OfficePackage archive;
    private final TextWriter out;

    private Pptx(OfficePackage archive, long most) {
        this.archive = archive;
        this.out = new TextWriter(most);
    }

    static Extract read(Path file, long most) throws IOException, UnreadableException {
        try (OfficePackage archive = OfficePackage.open(file)) {
            return new Pptx(archive, most).read();
        }
    }

    private Extract read() throws IOException, UnreadableException {
        OpenXml document = OpenXml.of(archive, "ppt/presentation.xml", "slides");
        List<String> ids = new ArrayList<>();
        archive.read(document.main(), xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("sldId")) {
                    ids.add(id(xml));
                }
            }
        });
        Map<String, OfficePackage.Link> links = document.links();
        int number = 0;
        for (String id : ids) {
            OfficePackage.Link slide = links.get(id);
            if (slide != null) {
                number++;
                out.page(Integer.toString(number));
                slide(slide.target());
            }
        }
        return document.facts().extract(out);
    }

    /** The id of a link; a slide has another number of its own by the name {@code id}. */
    private static String id(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals("id") && namespace != null && !namespace.isEmpty()) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void slide(String name) throws IOException, UnreadableException {
        TextWriter title = out.apart();
        TextWriter rest = out.apart();
        TextWriter frame = out.apart();
        archive.read(name, xml -> shapes(xml, title, rest, frame));
        out.append(title);
        out.append(rest);
        for (OfficePackage.Link link : archive.links(name).values()) {
            switch (link.type()) {
                case "diagramData" -> archive.read(link.target(), xml -> text(xml, out, Block.PROSE));
                case "notesSlide" -> {
                    TextWriter notes = out.apart();
                    archive.read(link.target(), xml -> shapes(xml, out.apart(), notes, out.apart()));
                    out.append(notes);
                }
                case "comments" -> archive.read(link.target(), this::comments);
                default -> {
                    // Layouts, pictures and the like.
                }
            }
        }
        out.append(frame, Block.BOILERPLATE);
    }

    private void shapes(XMLStreamReader xml, TextWriter title, TextWriter rest, TextWriter frame)
            throws XMLStreamException, UnreadableException {
        Xml.children(xml, (child, name) -> {
            switch (name) {
                case "sp" -> shape(child, title, rest, frame);
                case "tbl" -> table(child, rest);
                case "Fallback" -> Xml.skip(child);
                default -> shapes(child, title, rest, frame);
            }
        });
    }

    private void shape(XMLStreamReader xml, TextWriter title, TextWriter rest, TextWriter frame)
            throws XMLStreamException, UnreadableException {
        String[] kind = {""};
        Xml.children(xml, (child, name) -> {
            if (name.equals("txBody")) {
                switch (kind[0]) {
                    case "title", "ctrTitle" -> text(child, title, Block.HEADING);
                    case "subTitle" -> text(child, rest, Block.HEADING);
                    case "sldNum", "sldImg" -> Xml.skip(child);
                    case "dt", "ftr", "hdr" -> text(child, frame, Block.BOILERPLATE);
                    default -> text(child, rest, Block.PROSE);
                }
            } else {
                placeholder(child, name, kind);
            }
        });
    }

    private static void placeholder(XMLStreamReader xml, String name, String[] kind)
            throws XMLStreamException, UnreadableException {
        if (name.equals("ph")) {
            kind[0] = Xml.attribute(xml, "type");
        }
        Xml.children(xml, (child, inner) -> placeholder(child, inner, kind));
    }

    /** Writes the paragraphs of DrawingML in the element that {@code xml} is in. */
    private void text(XMLStreamReader xml, TextWriter to, Block block) throws XMLStreamException, UnreadableException {
        Xml.children(xml, (child, name) -> {
            switch (name) {
                case "p" -> {
                    text(child, to, block);
                    to.end(block);
                }
                case "t" -> {
                    if (child.getNamespaceURI().contains("drawingml")) {
                        to.words(Xml.text(child));
                    } else {
                        text(child, to, block);
                    }
                }
                case "br" -> {
                    to.line();
                    Xml.skip(child);
                }
                default -> text(child, to, block);
            }
        });
    }

    private void table(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        Xml.children(xml, (child, name) -> {
            if (name.equals("tr")) {
                TableRow row = new TableRow();
                Xml.children(child, (cell, kind) -> {
                    TextWriter words = to.apart();
                    text(cell, words, Block.PROSE);
                    row.add(words);
                });
                row.write(to);
            } else {
                Xml.skip(child);
            }
        });
    }

    private void comments(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("text")) {
                out.words(Xml.text(xml));
                out.end(Block.PROSE);
            }
        }
    }
}
