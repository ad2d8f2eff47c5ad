package wherein.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wherein.document.Block;

/**
 * A text of WordprocessingML (ECMA-376 part 1, section 17) as its reader sees it: insertions and no deletions, results of fields
 * and not their codes, no hidden words. Notes and comments stand behind the text, headers and footers are boilerplate.
 */
final class Docx {

    private final OfficePackage archive;
    private final Map<String, Style> styles = new HashMap<>();
    private final TextWriter out;

    /** For each field that is open, whether its result has begun. */
    private final List<Boolean> fields = new ArrayList<>();

    /** Text boxes that stand beside the paragraph. */
    private final List<TextWriter> beside = new ArrayList<>();

    private boolean inContents;

    /** What a style says of a paragraph. */
    private record Style(String name, String basedOn, boolean outlined, boolean numbered) {}

    /** What a paragraph says of itself. */
    private static final class Look {
        private String style = "";
        private boolean outlined;
        private Boolean numbered;
        private boolean goesOn;
    }

    private Docx(OfficePackage archive, long most) {
        this.archive = archive;
        this.out = new TextWriter(most);
    }

    static Extract read(Path file, long most) throws IOException, UnreadableException {
        try (OfficePackage archive = OfficePackage.open(file)) {
            return new Docx(archive, most).read();
        }
    }

    private Extract read() throws IOException, UnreadableException {
        OpenXml document = OpenXml.of(archive, "word/document.xml", "text");
        Collection<OfficePackage.Link> links = document.links().values();
        for (String styles : targets(links, "styles")) {
            archive.read(styles, this::styles);
        }
        archive.read(document.main(), xml -> content(xml, out));
        out.end(Block.PROSE);
        for (String type : List.of("footnotes", "endnotes", "comments")) {
            for (String notes : targets(links, type)) {
                archive.read(notes, this::notes);
            }
        }
        Set<String> seen = new HashSet<>();
        for (String type : List.of("header", "footer")) {
            for (String part : targets(links, type)) {
                TextWriter frame = out.apart();
                archive.read(part, xml -> content(xml, frame));
                frame.end(Block.BOILERPLATE);
                if (seen.add(frame.text())) {
                    out.append(frame, Block.BOILERPLATE);
                }
            }
        }
        return document.facts().extract(out);
    }

    private static List<String> targets(Collection<OfficePackage.Link> links, String type) {
        return links.stream()
                .filter(link -> link.type().equals(type))
                .map(OfficePackage.Link::target)
                .toList();
    }

    private void styles(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("style")) {
                String id = Xml.attribute(xml, "styleId");
                String[] said = {"", ""};
                Look look = new Look();
                Xml.children(xml, (child, name) -> {
                    switch (name) {
                        case "name" -> said[0] = Xml.attribute(child, "val").toLowerCase(Locale.ROOT);
                        case "basedOn" -> said[1] = Xml.attribute(child, "val");
                        case "pPr" -> {
                            look(child, look);
                            return;
                        }
                        default -> {
                            // Says nothing of what a paragraph is.
                        }
                    }
                    Xml.skip(child);
                });
                styles.put(id, new Style(said[0], said[1], look.outlined, Boolean.TRUE.equals(look.numbered)));
            }
        }
    }

    private void look(XMLStreamReader xml, Look look) throws XMLStreamException, UnreadableException {
        Xml.children(xml, (child, name) -> {
            switch (name) {
                case "pStyle" -> look.style = Xml.attribute(child, "val");
                case "outlineLvl" -> look.outlined = Xml.attribute(child, "val").matches("[0-8]");
                case "numPr" -> {
                    look.numbered = true;
                    Xml.children(child, (property, kind) -> {
                        if (kind.equals("numId")
                                && Xml.attribute(property, "val").equals("0")) {
                            look.numbered = false;
                        }
                        Xml.skip(property);
                    });
                    return;
                }
                case "rPr" -> {
                    // The end of the paragraph itself was deleted, or moved away.
                    Xml.children(child, (property, kind) -> {
                        look.goesOn |= kind.equals("del") || kind.equals("moveFrom");
                        Xml.skip(property);
                    });
                    return;
                }
                default -> {
                    // Says nothing of what a paragraph is.
                }
            }
            Xml.skip(child);
        });
    }

    /** Writes what stands in the element that {@code xml} is in. */
    private void content(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        Xml.children(xml, (child, name) -> element(child, name, to));
    }

    private void element(XMLStreamReader xml, String name, TextWriter to)
            throws XMLStreamException, UnreadableException {
        switch (name) {
            case "p" -> paragraph(xml, to);
            case "r" -> run(xml, to);
            case "tbl" -> table(xml, to);
            case "txbxContent" -> {
                TextWriter box = to.apart();
                content(xml, box);
                box.end(Block.PROSE);
                beside.add(box);
            }
            case "sdt" -> {
                boolean before = inContents;
                content(xml, to);
                inContents = before;
            }
            case "docPartGallery" -> {
                inContents |= Xml.attribute(xml, "val").equals("Table of Contents");
                Xml.skip(xml);
            }
            case "del", "moveFrom", "Fallback", "rt", "sectPr", "tblPr", "tblGrid", "tcPr" -> Xml.skip(xml);
            default -> content(xml, to);
        }
    }

    private void paragraph(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        Look look = new Look();
        Xml.children(xml, (child, name) -> {
            if (name.equals("pPr")) {
                look(child, look);
            } else {
                element(child, name, to);
            }
        });
        if (!look.goesOn) {
            to.end(block(look));
        }
        List<TextWriter> boxes = List.copyOf(beside);
        beside.clear();
        for (TextWriter box : boxes) {
            to.end(block(look));
            to.append(box);
        }
    }

    private Block block(Look look) {
        if (inContents) {
            return Block.BOILERPLATE;
        }
        boolean outlined = look.outlined;
        boolean numbered = Boolean.TRUE.equals(look.numbered);
        Set<String> seen = new HashSet<>();
        for (String id = look.style;
                seen.add(id) && styles.containsKey(id);
                id = styles.get(id).basedOn()) {
            Style style = styles.get(id);
            if (style.name().matches("toc \\d+|table of figures|header|footer")) {
                return Block.BOILERPLATE;
            }
            if (style.name().matches("caption")) {
                return Block.CAPTION;
            }
            if (style.name().matches("quote|intense quote|block text")) {
                return Block.QUOTE;
            }
            outlined |= style.outlined() || style.name().matches("heading \\d+|title|subtitle");
            numbered |=
                    look.numbered == null && (style.numbered() || style.name().matches("list (?:bullet|number).*"));
        }
        return outlined ? Block.HEADING : numbered ? Block.LIST : Block.PROSE;
    }

    private void run(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        boolean[] hidden = {false};
        Xml.children(xml, (child, name) -> {
            if (name.equals("rPr")) {
                Xml.children(child, (property, kind) -> {
                    boolean off = Xml.attribute(property, "val").matches("0|false|off");
                    hidden[0] |= kind.equals("vanish") && !off || kind.equals("del");
                    Xml.skip(property);
                });
            } else if (hidden[0] && !name.equals("fldChar")) {
                Xml.skip(child);
            } else {
                inRun(child, name, to);
            }
        });
    }

    private void inRun(XMLStreamReader xml, String name, TextWriter to) throws XMLStreamException, UnreadableException {
        switch (name) {
            case "t" -> {
                String words = Xml.text(xml);
                if (!fields.contains(false)) {
                    to.words(words);
                }
                return;
            }
            case "tab", "ptab" -> to.space();
            case "br" -> {
                if (Xml.attribute(xml, "type").matches("|textWrapping")) {
                    to.line();
                } else {
                    to.space();
                }
            }
            case "cr" -> to.line();
            case "noBreakHyphen" -> to.words("-");
            case "fldChar" -> field(Xml.attribute(xml, "fldCharType"));
            case "instrText", "delText", "delInstrText", "footnoteRef", "endnoteRef", "annotationRef", "rPrChange" -> {
                // Not shown, or a mark of a note, which is no part of any word.
            }
            case "footnoteReference", "endnoteReference", "commentReference" -> {
                // The mark of a note is no part of the word before it.
            }
            default -> {
                element(xml, name, to);
                return;
            }
        }
        Xml.skip(xml);
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> fields.add(false);
            case "separate" -> {
                if (!fields.isEmpty()) {
                    fields.set(fields.size() - 1, true);
                }
            }
            default -> {
                if (!fields.isEmpty()) {
                    fields.removeLast();
                }
            }
        }
    }

    private void table(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        to.end(Block.PROSE);
        Xml.children(xml, (child, name) -> tablePart(child, name, to));
    }

    /** Rows may stand in content controls and in what was inserted. */
    private void tablePart(XMLStreamReader xml, String name, TextWriter to)
            throws XMLStreamException, UnreadableException {
        switch (name) {
            case "tr" -> {
                TableRow row = new TableRow();
                boolean[] deleted = {false};
                Xml.children(xml, (child, kind) -> cell(child, kind, row, deleted, to));
                if (!deleted[0]) {
                    row.write(to);
                }
            }
            case "tblPr", "tblGrid", "sdtPr", "del" -> Xml.skip(xml);
            default -> Xml.children(xml, (child, kind) -> tablePart(child, kind, to));
        }
    }

    private void cell(XMLStreamReader xml, String name, TableRow row, boolean[] deleted, TextWriter to)
            throws XMLStreamException, UnreadableException {
        switch (name) {
            case "tc" -> {
                TextWriter cell = to.apart();
                content(xml, cell);
                row.add(cell);
            }
            case "trPr" ->
                Xml.children(xml, (property, kind) -> {
                    deleted[0] |= kind.equals("del");
                    Xml.skip(property);
                });
            case "sdtPr", "tblPrEx" -> Xml.skip(xml);
            default -> Xml.children(xml, (child, kind) -> cell(child, kind, row, deleted, to));
        }
    }

    /** Footnotes, endnotes or comments; a comment has its author before it, as a reader sees it. */
    private void notes(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().matches("footnote|endnote|comment")) {
                String type = Xml.attribute(xml, "type");
                TextWriter note = out.apart();
                String author = Xml.attribute(xml, "author");
                if (!author.isBlank()) {
                    note.words(author + ": ");
                }
                if (type.matches("|normal")) {
                    content(xml, note);
                    note.end(Block.PROSE);
                    out.append(note, Block.PROSE);
                } else {
                    Xml.skip(xml);
                }
            }
        }
    }
}
