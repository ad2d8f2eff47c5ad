package wherein.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wherein.document.Block;
import wherein.document.NoteKind;

/**
 * A text, spreadsheet or presentation of OpenDocument 1.3 as its reader sees it, without tracked deletions and hidden words. Notes
 * and comments stand behind the text, headers and footers are boilerplate; the rows of a spreadsheet are paragraphs, slides pages.
 */
final class Odf {

    /** A cell that is repeated is written so often at most; no sheet is filled to its edge by hand. */
    private static final int MOST_REPEATED = 64;

    /** Columns of a sheet that are read. */
    private static final int MOST_COLUMNS = 16_384;

    private final OfficePackage archive;
    private final TextWriter out;
    private final TextWriter notes;
    private final Map<String, Style> styles = new HashMap<>();
    private final Set<String> hiddenTables = new HashSet<>();
    private TextWriter beside;

    /** Whether the next table is a sheet of a workbook. */
    private boolean sheets;

    private boolean isWorkbook;
    private int slides;
    private int hiddenSheets;

    private record Style(String parent, boolean hidden) {}

    private Odf(OfficePackage archive, long most) {
        this.archive = archive;
        this.out = new TextWriter(most);
        this.notes = out.apart();
        this.beside = out.apart();
    }

    static void read(Path file, long most, Extracts extracts) throws IOException, UnreadableException {
        try (OfficePackage archive = OfficePackage.open(file)) {
            new Odf(archive, most).read(extracts);
        }
    }

    private void read(Extracts extracts) throws IOException, UnreadableException {
        if (!archive.has("content.xml")) {
            throw new UnreadableException(NoteKind.EMPTY, "it has styles and no text");
        }
        // Not read as XML: old programs rely on a document type for the names in it.
        String manifest =
                new String(archive.bytes("META-INF/manifest.xml").orElse(new byte[0]), StandardCharsets.UTF_8);
        if (manifest.contains("encryption-data")) {
            throw BinaryFile.locked();
        }
        FileFacts facts = new FileFacts();
        archive.read("meta.xml", xml -> facts(xml, facts));
        TextWriter frame = out.apart();
        archive.read("styles.xml", xml -> styles(xml, frame));
        archive.read("content.xml", xml -> content(xml, out, Block.PROSE));
        out.end(Block.PROSE);
        out.append(beside);
        out.append(notes);
        if (!isWorkbook) {
            // Those of a workbook are for its prints.
            out.append(frame, Block.BOILERPLATE);
        }
        Hidden.tell(hiddenSheets, extracts);
        extracts.add(facts.extract(out));
    }

    private static void facts(XMLStreamReader xml, FileFacts facts) throws XMLStreamException {
        String last = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "title" -> facts.title(Xml.text(xml), "meta.xml: title");
                    case "initial-creator" -> facts.author(Xml.text(xml), "meta.xml: initial-creator");
                    case "creator" -> last = Xml.text(xml);
                    case "language" -> facts.language(Xml.text(xml), "meta.xml: language");
                    case "creation-date" -> facts.created(Xml.text(xml), "meta.xml: creation-date");
                    case "date" -> facts.modified(Xml.text(xml), "meta.xml: date");
                    default -> {
                        // The root, and what is not asked for.
                    }
                }
            }
        }
        if (!facts.hasAuthor()) {
            facts.author(last, "meta.xml: creator");
        }
    }

    /** Styles that both parts have, and the headers and footers of the pages. */
    private void styles(XMLStreamReader xml, TextWriter frame) throws XMLStreamException, UnreadableException {
        Set<String> seen = new HashSet<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "style" -> style(xml);
                    case "header", "footer", "header-left", "footer-left", "header-first", "footer-first" -> {
                        TextWriter part = out.apart();
                        content(xml, part, Block.BOILERPLATE);
                        if (seen.add(part.text())) {
                            frame.append(part);
                        }
                    }
                    default -> {
                        // What pages look like.
                    }
                }
            }
        }
        notes.end(Block.PROSE);
    }

    private void style(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        String name = Xml.attribute(xml, "name");
        String family = Xml.attribute(xml, "family");
        String parent = Xml.attribute(xml, "parent-style-name");
        boolean[] hidden = {false};
        Xml.children(xml, (properties, kind) -> {
            String display = Xml.attribute(properties, "display");
            hidden[0] |= kind.equals("text-properties") && display.equals("none");
            if (family.equals("table") && kind.equals("table-properties") && display.equals("false")) {
                hiddenTables.add(name);
            }
            Xml.skip(properties);
        });
        styles.put(family + " " + name, new Style(parent, hidden[0]));
    }

    private void content(XMLStreamReader xml, TextWriter to, Block block)
            throws XMLStreamException, UnreadableException {
        Xml.children(xml, (child, name) -> element(child, name, to, block));
    }

    private void element(XMLStreamReader xml, String name, TextWriter to, Block block)
            throws XMLStreamException, UnreadableException {
        switch (name) {
            case "style" -> style(xml);
            case "h" -> paragraph(xml, to, block == Block.BOILERPLATE ? block : Block.HEADING);
            case "p" -> paragraph(xml, to, block(xml, block));
            case "list" -> content(xml, to, block == Block.PROSE ? Block.LIST : block);
            case "list-header" -> content(xml, to, Block.PROSE);
            case "table-of-content", "alphabetical-index", "table-index", "illustration-index" ->
                content(xml, to, Block.BOILERPLATE);
            case "spreadsheet" -> {
                isWorkbook = true;
                sheets = true;
                content(xml, to, block);
                sheets = false;
            }
            case "table" -> table(xml, to);
            case "page" -> {
                slides++;
                to.page(Integer.toString(slides));
                content(xml, to, block);
                to.append(beside);
                beside = out.apart();
            }
            case "frame", "custom-shape", "rect", "ellipse", "connector", "line", "caption", "polygon", "path" ->
                shape(xml, to, block);
            case "section" -> {
                if (Xml.attribute(xml, "display").equals("none")) {
                    Xml.skip(xml);
                } else {
                    content(xml, to, block);
                }
            }
            case "annotation" -> note(xml);
            case "tracked-changes",
                    "font-face-decls",
                    "scripts",
                    "settings",
                    "index-source",
                    "table-of-content-source",
                    "alphabetical-index-source",
                    "title",
                    "desc",
                    "object-ole",
                    "hidden-text",
                    "hidden-paragraph",
                    "forms",
                    "date-time-decl",
                    "sequence-decls" -> Xml.skip(xml);
            default -> content(xml, to, block);
        }
    }

    /** What a shape on a slide or page says; its place as a title is told by its class. */
    private void shape(XMLStreamReader xml, TextWriter to, Block block) throws XMLStreamException, UnreadableException {
        switch (Xml.attribute(xml, "class")) {
            case "title", "subtitle" -> content(xml, to, Block.HEADING);
            case "page-number" -> Xml.skip(xml);
            case "date-time", "footer", "header" -> content(xml, to, Block.BOILERPLATE);
            default -> content(xml, to, block);
        }
    }

    private Block block(XMLStreamReader xml, Block block) {
        if (block != Block.PROSE) {
            return block;
        }
        String name = Xml.attribute(xml, "style-name");
        Set<String> seen = new HashSet<>();
        while (!name.isEmpty() && seen.add(name)) {
            switch (name) {
                case "Title", "Subtitle" -> {
                    return Block.HEADING;
                }
                case "Caption", "Illustration", "Table", "Text", "Drawing", "Figure" -> {
                    return Block.CAPTION;
                }
                case "Quotations" -> {
                    return Block.QUOTE;
                }
                default -> {
                    Style style = styles.get("paragraph " + name);
                    name = style == null ? "" : style.parent();
                }
            }
        }
        return Block.PROSE;
    }

    private boolean isHidden(XMLStreamReader xml, String family) {
        Style style = styles.get(family + " " + Xml.attribute(xml, "style-name"));
        return style != null && style.hidden();
    }

    private void paragraph(XMLStreamReader xml, TextWriter to, Block block)
            throws XMLStreamException, UnreadableException {
        if (isHidden(xml, "paragraph")) {
            Xml.skip(xml);
            return;
        }
        TextWriter before = beside;
        beside = out.apart();
        words(xml, to);
        to.end(block);
        TextWriter boxes = beside;
        beside = before;
        boxes.end(Block.PROSE);
        to.append(boxes);
    }

    /** The words of a paragraph. */
    private void words(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> to.words(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> inWords(xml, to);
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                default -> {
                    // Comments of XML and the like.
                }
            }
        }
    }

    private void inWords(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        switch (xml.getLocalName()) {
            case "s", "tab" -> {
                to.space();
                Xml.skip(xml);
            }
            case "line-break" -> {
                to.line();
                Xml.skip(xml);
            }
            case "note" ->
                Xml.children(xml, (part, name) -> {
                    // The mark of a note is no part of the word before it.
                    if (name.equals("note-body")) {
                        TextWriter note = out.apart();
                        content(part, note, Block.PROSE);
                        notes.append(note);
                    } else {
                        Xml.skip(part);
                    }
                });
            case "annotation" -> note(xml);
            case "span" -> {
                if (isHidden(xml, "text")) {
                    Xml.skip(xml);
                } else {
                    words(xml, to);
                }
            }
            case "ruby-text", "hidden-text", "hidden-paragraph", "page-number", "annotation-end", "script" ->
                Xml.skip(xml);
            case "frame", "custom-shape", "rect", "ellipse", "line", "connector", "g", "polygon", "path", "caption" ->
                content(xml, beside, Block.PROSE);
            default -> words(xml, to);
        }
    }

    /** A comment, with its author before it, as a reader sees it. */
    private void note(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        String[] author = {""};
        TextWriter words = out.apart();
        Xml.children(xml, (part, name) -> {
            switch (name) {
                case "creator" -> author[0] = Xml.text(part).strip();
                case "date", "date-string", "sender-initials", "creator-initials" -> Xml.skip(part);
                default -> element(part, name, words, Block.PROSE);
            }
        });
        if (!words.isEmpty()) {
            notes.words(author[0].isEmpty() ? "" : author[0] + ": ").words(words.flat());
            notes.end(Block.PROSE);
        }
    }

    private void table(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        boolean isSheet = sheets;
        if (isSheet && hiddenTables.contains(Xml.attribute(xml, "style-name"))) {
            hiddenSheets++;
            Xml.skip(xml);
            return;
        }
        to.end(Block.PROSE);
        String title = Xml.attribute(xml, "name");
        TextWriter rows = to.apart();
        Sheet sheet = new Sheet(rows);
        sheets = false;
        Xml.children(xml, (part, name) -> tablePart(part, name, rows, isSheet ? sheet : null));
        sheets = isSheet;
        if (isSheet && !rows.isEmpty()) {
            to.words(title);
            to.end(Block.HEADING);
        }
        to.append(rows);
    }

    private void tablePart(XMLStreamReader xml, String name, TextWriter to, Sheet sheet)
            throws XMLStreamException, UnreadableException {
        switch (name) {
            case "table-row" -> {
                if (sheet == null) {
                    TableRow row = new TableRow();
                    Xml.children(xml, (cell, kind) -> {
                        TextWriter words = to.apart();
                        content(cell, words, Block.PROSE);
                        row.add(words);
                    });
                    row.write(to);
                } else {
                    sheet.row(row(xml));
                }
            }
            case "table-column",
                    "table-columns",
                    "table-header-columns",
                    "forms",
                    "desc",
                    "title",
                    "named-expressions",
                    "conditional-formats",
                    "table-source",
                    "scenario" -> Xml.skip(xml);
            case "shapes" -> content(xml, to, Block.PROSE);
            default -> Xml.children(xml, (part, kind) -> tablePart(part, kind, to, sheet));
        }
    }

    private SortedMap<Integer, Sheet.Cell> row(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        SortedMap<Integer, Sheet.Cell> row = new TreeMap<>();
        int[] column = {0};
        Xml.children(xml, (cell, name) -> {
            int repeated = repeated(Xml.attribute(cell, "number-columns-repeated"));
            String type = Xml.attribute(cell, "value-type");
            String day = Xml.attribute(cell, "date-value").replaceFirst("T00:00:00(?:\\.0+)?$", "");
            TextWriter words = out.apart();
            content(cell, words, Block.PROSE);
            words.end(Block.PROSE);
            String shown = type.equals("date") && !day.isEmpty() ? day.replace('T', ' ') : words.flat();
            for (int i = 0; i < Math.min(repeated, MOST_REPEATED) && !shown.isBlank(); i++) {
                row.put(column[0] + i, new Sheet.Cell(shown, type.isEmpty() || type.equals("string")));
            }
            column[0] = Math.min(MOST_COLUMNS, column[0] + repeated);
        });
        return row;
    }

    private static int repeated(String said) {
        try {
            return said.isEmpty() ? 1 : Math.clamp(Integer.parseInt(said), 1, MOST_COLUMNS);
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
