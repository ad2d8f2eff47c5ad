package wherein.format.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.NoteKind;
import wherein.document.Region;
import wherein.format.Extract;
import wherein.format.UnreadableException;
import wherein.text.Span;

/**
 * Reads a PDF as a reader does: column by column, with paragraphs that no column or page cuts, notes behind the text that they belong
 * to, and what is repeated on each page told as boilerplate. Lines of a paragraph are joined with spaces; behind a hyphen at the end of
 * a line the line break is kept, so that whoever reads the text can tell the word. Knows on which page each passage stands.
 *
 * <p>A file that is cut off or of which a page cannot be read is refused as damaged, whatever could be read of it: part of a document
 * must not be counted as if it were the whole.
 */
public final class PdfText {

    /** A document of more pages is none that anybody reads. */
    private static final int MOST_PAGES = 20_000;

    /** How many pages around it show what is repeated on a page. */
    private static final int AROUND = 2;

    /** A heading behind so many characters is none of the whole document. */
    private static final int MOST_BEFORE_TITLE = 600;

    private final long most;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final Furniture furniture = new Furniture();
    private final Deque<Furniture.Sheet> near = new ArrayDeque<>();
    private final Deque<List<List<Glyph>>> turned = new ArrayDeque<>();
    private int settled;
    private int columns;
    private long characters;

    private PdfText(long most) {
        this.most = most;
    }

    /**
     * Reads {@code file}; takes as long as it has pages and glyphs, and the memory of its text and of the glyphs of five pages.
     *
     * @param most the greatest number of characters that its text may have
     * @throws UnreadableException if it is no PDF, damaged, encrypted, without text, or too large
     */
    public static Extract read(Path file, long most) throws IOException, UnreadableException {
        Soundness.check(file);
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return new PdfText(most).extract(document);
        } catch (InvalidPasswordException e) {
            throw new UnreadableException(
                    NoteKind.ENCRYPTED, "an encrypted PDF, which asks for a password; save it without one");
        } catch (Glyphs.TooManyGlyphs e) {
            throw new UnreadableException(NoteKind.TOO_LARGE, e.getMessage() + "; convert it to text");
        } catch (IOException | RuntimeException e) {
            throw Soundness.damaged("what it says of its own parts is wrong");
        }
    }

    private Extract extract(PDDocument document) throws IOException, UnreadableException {
        int pages = document.getNumberOfPages();
        if (pages > MOST_PAGES) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE,
                    "it has " + pages + " pages, more than the " + MOST_PAGES + " that are read; split it");
        }
        Glyphs glyphs = new Glyphs();
        for (int page = 1; page <= pages; page++) {
            Soundness.check(document.getPage(page - 1), page);
            List<List<Glyph>> byAngle = glyphs.of(document, page);
            near.add(new Furniture.Sheet(page, byAngle.isEmpty() ? List.of() : Row.of(byAngle.getFirst())));
            turned.add(byAngle.isEmpty() ? List.of() : byAngle.subList(1, byAngle.size()));
            if (page > AROUND) {
                settle(page - AROUND);
            }
        }
        for (int page = Math.max(1, pages - AROUND + 1); page <= pages; page++) {
            settle(page);
        }
        List<Paragraph> flow = Flow.of(paragraphs);
        if (flow.stream().allMatch(each -> each.kind() == Paragraph.Kind.FURNITURE)) {
            throw new UnreadableException(
                    NoteKind.PDF_WITHOUT_TEXT, "a PDF without text, perhaps scanned pages; run OCR over it first");
        }
        return laidOut(flow, document);
    }

    /** Reads page {@code page}, of which the pages around are known. */
    private void settle(int page) throws UnreadableException {
        Furniture.Sheet sheet =
                near.stream().filter(each -> each.page() == page).findFirst().orElseThrow();
        Furniture.Told told = furniture.tell(sheet, List.copyOf(near));
        List<Paragraph> own = new ArrayList<>();
        for (List<Row> column : Columns.of(told.rest())) {
            own.addAll(Blocks.of(Lines.of(column, page), columns++));
        }
        told.repeated().forEach(line -> own.add(new Paragraph(line, Paragraph.Kind.FURNITURE)));
        for (List<Glyph> other : turned.removeFirst()) {
            for (Paragraph paragraph : Blocks.of(Lines.of(Row.of(other), page), -1)) {
                paragraph.is(Paragraph.Kind.ASIDE);
                own.add(paragraph);
            }
        }
        settled = page;
        while (near.getFirst().page() < settled - AROUND + 1) {
            near.removeFirst();
        }
        for (Paragraph paragraph : own) {
            characters += paragraph.length();
            paragraphs.add(paragraph);
        }
        if (characters > most) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE, "its text is longer than " + most + " bytes; see --max-document");
        }
    }

    private static Extract laidOut(List<Paragraph> flow, PDDocument document) {
        StringBuilder text = new StringBuilder();
        List<Region> regions = new ArrayList<>();
        List<Cue> cues = new ArrayList<>();
        int page = 0;
        for (Paragraph paragraph : flow) {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            int start = text.length();
            Line before = null;
            for (Line line : paragraph.lines()) {
                if (before != null) {
                    text.append(between(before.text(), line.text()));
                }
                if (line.page() != page) {
                    page = line.page();
                    cues.add(new Cue(text.length(), Cue.Kind.PAGE, Integer.toString(page)));
                }
                text.append(paragraph.kind() == Paragraph.Kind.ROW ? line.text() : withoutCells(line.text()));
                before = line;
            }
            block(paragraph.kind()).ifPresent(block -> regions.add(new Region(new Span(start, text.length()), block)));
        }
        PdfMetadata metadata = PdfMetadata.of(document, title(flow), text);
        return new Extract(
                text.toString(), Optional.empty(), "", metadata.metadata(), regions, cues, metadata.origins(), 0);
    }

    private static Optional<Block> block(Paragraph.Kind kind) {
        return switch (kind) {
            case HEADING -> Optional.of(Block.HEADING);
            case ROW, NOTE -> Optional.of(Block.PROSE);
            case FURNITURE -> Optional.of(Block.BOILERPLATE);
            case BODY, ASIDE -> Optional.empty();
        };
    }

    /** Wide spaces in a sentence are spaces, but between digits, which are not one number. */
    private static String withoutCells(String line) {
        StringBuilder text = new StringBuilder(line);
        for (int i = text.indexOf("\t"); i >= 0; i = text.indexOf("\t", i + 1)) {
            boolean between = i > 0
                    && i + 1 < text.length()
                    && Character.isDigit(text.charAt(i - 1))
                    && Character.isDigit(text.charAt(i + 1));
            if (!between) {
                text.setCharAt(i, ' ');
            }
        }
        return text.toString();
    }

    /** What stands between two lines of a paragraph: nothing where words are not parted by spaces. */
    private static String between(String line, String next) {
        if (line.isEmpty() || next.isEmpty()) {
            return "";
        }
        char last = line.charAt(line.length() - 1);
        boolean broken = line.length() > 1
                && "-\u2010\u00AD\u00AC".indexOf(last) >= 0
                && Character.isLetterOrDigit(line.charAt(line.length() - 2));
        if (broken) {
            return "\n";
        }
        return isUnspaced(last) && isUnspaced(next.charAt(0)) ? "" : " ";
    }

    /** Han, kana and their punctuation. */
    private static boolean isUnspaced(char c) {
        return c >= 0x2E80 && c < 0xA000 || c >= 0xF900 && c < 0xFB00 || c >= 0xFF00 && c < 0xFFF0;
    }

    /** The largest letters on the first page that has any, if they are a heading; the earlier of two. */
    private static String title(List<Paragraph> flow) {
        Paragraph largest = null;
        int page = flow.getFirst().first().page();
        int before = 0;
        for (Paragraph paragraph : flow) {
            if (paragraph.first().page() != page || paragraph.kind() == Paragraph.Kind.FURNITURE) {
                continue;
            }
            boolean larger = largest == null
                    ? paragraph.kind() == Paragraph.Kind.HEADING && before < MOST_BEFORE_TITLE
                    : paragraph.first().size() > 1.05f * largest.first().size();
            if (larger) {
                largest = paragraph;
            }
            before += paragraph.length();
        }
        return largest == null
                ? ""
                : String.join(" ", largest.lines().stream().map(Line::text).toList());
    }
}
