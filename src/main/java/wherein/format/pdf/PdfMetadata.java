package wherein.format.pdf;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import wherein.document.Metadata;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/**
 * What a PDF says of itself: XMP before the older dictionary. A title that names the program or the file it was made with is none, and
 * the largest letters on the first page are taken instead. Its date is that of publication where XMP has one, else the day on which the
 * PDF was made, which its origin tells.
 *
 * @param origins where it stood, by field
 */
record PdfMetadata(Metadata metadata, Map<String, String> origins) {

    /** So much XMP is read. */
    private static final int MOST_XMP = 1 << 20;

    private static final int LONGEST = 1_000;
    private static final int MOST_AUTHORS = 100;

    /** The year of the first PDF: an older date of making is a clock that was never set. */
    private static final int FIRST_YEAR = 1993;

    private static final String DC = "http://purl.org/dc/elements/1.1/";

    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)(?:microsoft (?:word|powerpoint|excel)\\b.*|power ?point[ -]presentation|untitled\\b.*|без названия|unbenannt|"
                    + "(?:document|presentation|slide|book|folie|документ|презентация)\\s?\\d*|title|no title|print|layout \\d+|\\(anonymous\\)|"
                    + "[^\\s]*\\.(?:docx?|odt|rtf|txt|tex|dvi|ps|pdf|indd|qxd|qxp|fm|pptx?|xlsx?|html?|wpd|pmd|pages|cdr|ai)|"
                    + ".*\\.(?:docx?|odt|rtf|dvi|indd|qxd|qxp|pptx?|xlsx?|wpd|pmd|cdr)|[\\W\\d_]*)");

    /** The sign of a note at the end of a title. */
    private static final Pattern NOTE_SIGN = Pattern.compile("\\s?[*∗†‡]{1,3}$");

    private static final Pattern NO_AUTHOR =
            Pattern.compile("(?i)(?:\\(?anonymous\\)?|unknown|user|admin(?:istrator)?|owner|[\\W\\d_]*)");
    private static final Pattern DATE = Pattern.compile("(?:D:)?\\s?(\\d{4})(?:-?(\\d{2}))?(?:-?(\\d{2}))?.*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}");

    /** Letters that are looked at to tell whether a language can be that of a text. */
    private static final int MOST_LETTERS = 5_000;

    /** What {@code document} says, given the largest letters on its first page and its text. */
    static PdfMetadata of(PDDocument document, String largest, CharSequence text) {
        Map<String, List<String>> xmp = xmp(document);
        PDDocumentInformation information = document.getDocumentInformation();
        Map<String, String> origins = new HashMap<>();
        String title = first(
                origins,
                "title",
                said("XMP dc:title", one(xmp, "dc:title"), NO_TITLE),
                said("Title", information.getTitle(), NO_TITLE),
                said("largest letters of the first page", largest, NO_TITLE));
        List<String> author = authors(xmp, information, origins);
        String date = first(
                origins,
                "date",
                new Said("XMP dc:date", date(one(xmp, "dc:date"))),
                new Said("CreationDate", date(information.getCOSObject().getString(COSName.CREATION_DATE))),
                new Said("XMP xmp:CreateDate", date(one(xmp, "CreateDate"))));
        String language = first(
                origins,
                "language",
                new Said("Lang", language(document.getDocumentCatalog().getLanguage(), text)),
                new Said("XMP dc:language", language(one(xmp, "dc:language"), text)));
        return new PdfMetadata(
                new Metadata(title, "", author, edtf(date), "", language, "", Map.of()), Map.copyOf(origins));
    }

    private record Said(String origin, String value) {}

    private static Said said(String origin, String value, Pattern none) {
        String line = NOTE_SIGN.matcher(line(value)).replaceFirst("");
        return new Said(origin, none.matcher(line).matches() ? "" : line);
    }

    private static String first(Map<String, String> origins, String field, Said... all) {
        for (Said said : all) {
            if (!said.value.isEmpty()) {
                origins.put(field, said.origin);
                return said.value;
            }
        }
        return "";
    }

    private static List<String> authors(
            Map<String, List<String>> xmp, PDDocumentInformation information, Map<String, String> origins) {
        List<String> creators = xmp.getOrDefault("dc:creator", List.of());
        String info = line(information.getAuthor());
        boolean one = creators.size() <= 1;
        List<String> authors = new ArrayList<>();
        for (String creator :
                one ? Arrays.asList((info.isEmpty() ? one(xmp, "dc:creator") : info).split(";")) : creators) {
            String name = line(creator);
            if (!NO_AUTHOR.matcher(name).matches() && !authors.contains(name) && authors.size() < MOST_AUTHORS) {
                authors.add(name);
            }
        }
        if (!authors.isEmpty()) {
            origins.put("author", one && !info.isEmpty() ? "Author" : "XMP dc:creator");
        }
        return authors;
    }

    private static String one(Map<String, List<String>> xmp, String name) {
        return xmp.getOrDefault(name, List.of("")).getFirst();
    }

    private static String line(String text) {
        String line = text == null
                ? ""
                : text.replaceAll("[\\s\\p{Cntrl}\\x{FEFF}]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, line.offsetByCodePoints(0, LONGEST / 2)) : line;
    }

    /** A day, a month or a year, as EDTF; empty if {@code written} is no date that a PDF may have. */
    private static String date(String written) {
        Matcher date = DATE.matcher(written == null ? "" : written.strip());
        if (!date.matches()) {
            return "";
        }
        int year = Integer.parseInt(date.group(1));
        if (year < FIRST_YEAR || year > Year.now(ZoneOffset.UTC).getValue() + 1) {
            return "";
        }
        if (date.group(2) == null) {
            return date.group(1);
        }
        int month = Integer.parseInt(date.group(2));
        try {
            int day = date.group(3) == null ? 1 : Integer.parseInt(date.group(3));
            LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return "";
        }
        return date.group(1) + "-" + date.group(2) + (date.group(3) == null ? "" : "-" + date.group(3));
    }

    private static EdtfDate edtf(String date) {
        try {
            return date.isEmpty() ? EdtfDate.UNKNOWN : EdtfDate.parse(date);
        } catch (EdtfException e) {
            return EdtfDate.UNKNOWN;
        }
    }

    /** A language tag, if the text can be of that language: programs write their own language where nobody said another. */
    private static String language(String tag, CharSequence text) {
        if (tag == null || !LANGUAGE.matcher(tag.strip()).matches()) {
            return "";
        }
        String language = tag.strip().replace('_', '-');
        int[] scripts = UScript.getCode(new ULocale(language));
        if (scripts == null) {
            return "";
        }
        int letters = 0;
        int own = 0;
        for (int i = 0; i < text.length() && letters < MOST_LETTERS; i++) {
            if (Character.isLetter(text.charAt(i))) {
                int script = UScript.getScript(text.charAt(i));
                letters++;
                own += Arrays.stream(scripts).anyMatch(each -> each == script) ? 1 : 0;
            }
        }
        return own * 2 >= letters ? language : "";
    }

    /** What the XMP packet has of Dublin Core and of the day of making, by prefixed name; what it has before a fault, if it has one. */
    private static Map<String, List<String>> xmp(PDDocument document) {
        Map<String, List<String>> found = new HashMap<>();
        PDMetadata packet = document.getDocumentCatalog().getMetadata();
        if (packet == null) {
            return found;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = packet.createInputStream()) {
            byte[] bytes = in.readNBytes(MOST_XMP);
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            String open = "";
            int depth = 0;
            int openAt = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (open.isEmpty() && DC.equals(reader.getNamespaceURI())) {
                        open = "dc:" + reader.getLocalName();
                        openAt = depth;
                    } else if (open.isEmpty() && reader.getLocalName().equals("CreateDate")) {
                        open = "CreateDate";
                        openAt = depth;
                    }
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        if (reader.getAttributeLocalName(i).equals("CreateDate")) {
                            add(found, "CreateDate", reader.getAttributeValue(i));
                        } else if (DC.equals(reader.getAttributeNamespace(i))) {
                            add(found, "dc:" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                        }
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (depth-- == openAt) {
                        open = "";
                        openAt = 0;
                    }
                } else if (event == XMLStreamConstants.CHARACTERS && !open.isEmpty()) {
                    add(found, open, reader.getText());
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // Metadata that cannot be read say nothing; the text can be read all the same.
            return found;
        }
        return found;
    }

    private static void add(Map<String, List<String>> found, String name, String value) {
        if (!value.isBlank()) {
            found.computeIfAbsent(name, any -> new ArrayList<>()).add(line(value));
        }
    }
}
