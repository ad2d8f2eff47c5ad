package wherein.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads <a href="http://kba.github.io/hocr-spec/1.2/">hOCR</a>, in which tesseract tells what stands where. */
final class Hocr {

    private static final Pattern BOX = Pattern.compile("\\bbbox (-?\\d{1,9}) (-?\\d{1,9}) (-?\\d{1,9}) (-?\\d{1,9})");
    private static final Pattern BASE = Pattern.compile("\\bbaseline (-?[\\d.]{1,20}) (-?[\\d.]{1,20})");
    private static final Pattern SIZE = Pattern.compile("\\bx_size ([\\d.]{1,20})");
    private static final Pattern DESCENT = Pattern.compile("\\bx_descenders (-?[\\d.]{1,20})");
    private static final Pattern ANGLE = Pattern.compile("\\btextangle (-?\\d{1,4})");
    private static final Pattern SURE = Pattern.compile("\\bx_wconf (\\d{1,3})");

    private final List<OcrLine> lines = new ArrayList<>();
    private List<OcrLine.Word> words = new ArrayList<>();
    private String line = "";
    private String word = "";
    private final StringBuilder text = new StringBuilder();

    private Hocr() {}

    /** The lines that {@code in} tells of, in its order; those without words are left out. */
    static List<OcrLine> read(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Hocr hocr = new Hocr();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in, "UTF-8");
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT ->
                        hocr.open(attribute(reader, "class"), attribute(reader, "title"));
                    case XMLStreamConstants.CHARACTERS -> hocr.text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> hocr.close();
                    default -> {
                        // Says nothing of words.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("tesseract ended before it had told all", e);
        }
        hocr.endLine();
        return hocr.lines;
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void open(String kind, String title) {
        switch (kind) {
            // Whatever else a line is called, it is one.
            case "ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat" -> {
                endLine();
                line = title;
            }
            case "ocrx_word" -> {
                word = title;
                text.setLength(0);
            }
            default -> {
                // Areas and paragraphs are told from where their lines stand.
            }
        }
    }

    private void close() {
        Matcher box = BOX.matcher(word);
        if (box.find() && !text.toString().isBlank()) {
            words.add(new OcrLine.Word(
                    text.toString().strip(),
                    Integer.parseInt(box.group(1)),
                    Integer.parseInt(box.group(2)),
                    Integer.parseInt(box.group(3)),
                    Integer.parseInt(box.group(4)),
                    Math.clamp((int) number(SURE, word, 1, 0), 0, 100)));
        }
        word = "";
    }

    private void endLine() {
        if (!words.isEmpty()) {
            int angle = Math.floorMod((int) number(ANGLE, line, 1, 0), 360);
            Matcher box = BOX.matcher(line);
            double middle = box.find() ? (Integer.parseInt(box.group(3)) - Integer.parseInt(box.group(1))) / 2.0 : 0;
            double below = number(DESCENT, line, 1, 0);
            // Told from the lower left corner, upward as a negative number, with the slope of the line.
            double base = angle == 0 ? -number(BASE, line, 2, -below) - number(BASE, line, 1, 0) * middle : below;
            lines.add(new OcrLine(words, angle, Math.max(0, base), Math.max(1, number(SIZE, line, 1, 1))));
        }
        words = new ArrayList<>();
    }

    private static double number(Pattern pattern, String title, int group, double otherwise) {
        Matcher found = pattern.matcher(title);
        try {
            return found.find() ? Double.parseDouble(found.group(group)) : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
