package wherein.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wherein.document.Block;

/**
 * A workbook of SpreadsheetML (ECMA-376 part 1, section 18): its sheets in order, each under its name, a row a paragraph, values and
 * no formulas; what stands in text boxes and comments of a sheet comes behind it.
 */
final class Xlsx {

    private final OfficePackage archive;
    private final TextWriter out;
    private final List<String> strings = new ArrayList<>();
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> formats = new ArrayList<>();
    private boolean since1904;

    private record Named(String name, String id, boolean hidden) {}

    private Xlsx(OfficePackage archive, long most) {
        this.archive = archive;
        this.out = new TextWriter(most);
    }

    static void read(Path file, long most, Extracts extracts) throws IOException, UnreadableException {
        try (OfficePackage archive = OfficePackage.open(file)) {
            new Xlsx(archive, most).read(extracts);
        }
    }

    private void read(Extracts extracts) throws IOException, UnreadableException {
        OpenXml document = OpenXml.of(archive, "xl/workbook.xml", "sheets");
        List<Named> sheets = new ArrayList<>();
        archive.read(document.main(), xml -> workbook(xml, sheets));
        Map<String, OfficePackage.Link> links = document.links();
        for (OfficePackage.Link link : links.values()) {
            switch (link.type()) {
                case "sharedStrings" -> archive.read(link.target(), this::strings);
                case "styles" -> archive.read(link.target(), this::styles);
                default -> {
                    // Sheets, which come in their own order, and what has no text.
                }
            }
        }
        int hidden = 0;
        for (Named sheet : sheets) {
            OfficePackage.Link link = links.get(sheet.id());
            if (sheet.hidden()) {
                hidden++;
            } else if (link != null && link.type().equals("worksheet")) {
                sheet(sheet.name(), link.target());
            }
        }
        Hidden.tell(hidden, extracts);
        extracts.add(document.facts().extract(out));
    }

    private void workbook(XMLStreamReader xml, List<Named> sheets) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "workbookPr" ->
                        since1904 = Xml.attribute(xml, "date1904").matches("1|true");
                    case "sheet" ->
                        sheets.add(new Named(
                                Xml.attribute(xml, "name"),
                                Xml.attribute(xml, "id"),
                                Xml.attribute(xml, "state").matches("hidden|veryHidden")));
                    default -> {
                        // Windows, names and the like.
                    }
                }
            }
        }
    }

    private void strings(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(rich(xml));
            }
        }
    }

    /** The words of a rich text, without those that only tell how it is spoken. */
    private static String rich(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        StringBuilder words = new StringBuilder();
        rich(xml, words);
        return words.toString();
    }

    private static void rich(XMLStreamReader xml, StringBuilder words) throws XMLStreamException, UnreadableException {
        Xml.children(xml, (child, name) -> {
            switch (name) {
                case "t" -> words.append(Xml.text(child));
                case "rPh" -> Xml.skip(child);
                default -> rich(child, words);
            }
        });
    }

    private void styles(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("numFmt")) {
                codes.put(number(Xml.attribute(xml, "numFmtId")), Xml.attribute(xml, "formatCode"));
            } else if (xml.getLocalName().equals("cellXfs")) {
                Xml.children(xml, (format, name) -> {
                    formats.add(number(Xml.attribute(format, "numFmtId")));
                    Xml.skip(format);
                });
            }
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void sheet(String name, String part) throws IOException, UnreadableException {
        TextWriter rows = out.apart();
        Sheet sheet = new Sheet(rows);
        archive.read(part, xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    row(xml, sheet);
                }
            }
        });
        for (OfficePackage.Link link : archive.links(part).values()) {
            switch (link.type()) {
                case "comments" -> archive.read(link.target(), xml -> comments(xml, rows));
                case "drawing" -> archive.read(link.target(), xml -> drawing(xml, rows));
                default -> {
                    // Pictures, printers and the like.
                }
            }
        }
        if (!rows.isEmpty()) {
            out.words(name);
            out.end(Block.HEADING);
            out.append(rows);
        }
    }

    private void row(XMLStreamReader xml, Sheet sheet) throws XMLStreamException, UnreadableException {
        SortedMap<Integer, Sheet.Cell> row = new TreeMap<>();
        Xml.children(xml, (cell, name) -> {
            if (!name.equals("c")) {
                Xml.skip(cell);
                return;
            }
            int column = column(Xml.attribute(cell, "r"));
            int at = column >= 0 ? column : row.isEmpty() ? 0 : row.lastKey() + 1;
            row.put(at, cell(cell));
        });
        sheet.row(row);
    }

    /** The place of the column in an address such as {@code AB12}, from 0; -1 if there is none. */
    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < Math.min(address.length(), 4) && Character.isLetter(address.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    private Sheet.Cell cell(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        String type = Xml.attribute(xml, "t");
        int style = number(Xml.attribute(xml, "s"));
        StringBuilder value = new StringBuilder();
        StringBuilder inline = new StringBuilder();
        Xml.children(xml, (child, name) -> {
            switch (name) {
                case "v" -> value.append(Xml.text(child));
                case "is" -> rich(child, inline);
                default -> Xml.skip(child);
            }
        });
        return switch (type) {
            case "s" -> {
                int index = number(value.toString().strip());
                yield new Sheet.Cell(index >= 0 && index < strings.size() ? strings.get(index) : "", true);
            }
            case "inlineStr" -> new Sheet.Cell(inline.toString(), true);
            case "str" -> new Sheet.Cell(value.toString(), true);
            case "b" -> new Sheet.Cell(value.toString().strip().equals("1") ? "TRUE" : "FALSE", false);
            case "d" -> new Sheet.Cell(value.toString().replaceFirst("T00:00:00(?:\\.0+)?Z?$", ""), false);
            case "e" -> new Sheet.Cell("", false);
            default -> new Sheet.Cell(shown(value.toString().strip(), style), false);
        };
    }

    private String shown(String value, int style) {
        try {
            int format = style >= 0 && style < formats.size() ? formats.get(style) : 0;
            return value.isEmpty()
                    ? ""
                    : CellText.of(Double.parseDouble(value), format, codes.getOrDefault(format, ""), since1904);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    private static void comments(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("text")) {
                to.words(rich(xml));
                to.end(Block.PROSE);
            }
        }
    }

    private static void drawing(XMLStreamReader xml, TextWriter to) throws XMLStreamException, UnreadableException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("t")) {
                to.words(Xml.text(xml));
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("p")) {
                to.end(Block.PROSE);
            }
        }
    }
}
