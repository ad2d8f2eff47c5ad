package wherein.format.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.NoteKind;
import wherein.document.OcrRun;
import wherein.document.Region;
import wherein.format.UnreadableException;
import wherein.text.Span;

/**
 * Makes one text of the glyphs of one page after the other: column by column, with paragraphs that no column or page cuts, notes behind the
 * text that they belong to, and what is repeated on each page told as boilerplate. Lines of a paragraph are joined with spaces; behind a
 * hyphen at the end of a line the line break is kept, so that whoever reads the text can tell the word. Holds the text, and the
 * glyphs of five pages.
 */
final class Layout {

    /** How many pages around it show what is repeated on a page. */
    private static final int AROUND = 2;

    /** A heading behind so many characters is none of the whole document. */
    private static final int MOST_BEFORE_TITLE = 600;

    private final long most;
    private final IntFunction<String> labels;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final Furniture furniture = new Furniture();
    private final Deque<Furniture.Sheet> near = new ArrayDeque<>();
    private final Deque<List<List<Glyph>>> turned = new ArrayDeque<>();
    private int pages;
    private int settled;
    private int columns;
    private long characters;

    /**
     * Of no page yet.
     *
     * @param most the greatest number of characters that the text may have
     * @param labels what the pages are called, from 1; empty for a page that is called nothing
     */
    Layout(long most, IntFunction<String> labels) {
        this.most = most;
        this.labels = labels;
    }

    /** What the pages say, and where on them it stands. */
    record Written(String text, List<Region> regions, List<Cue> cues, List<OcrRun> ocr, String title) {}

    /** Adds the next page, of which the glyphs are given by the angle of their lines, those of most glyphs first. */
    void add(List<List<Glyph>> byAngle) throws UnreadableException {
        pages++;
        near.add(new Furniture.Sheet(pages, byAngle.isEmpty() ? List.of() : Row.of(byAngle.getFirst())));
        turned.add(byAngle.isEmpty() ? List.of() : byAngle.subList(1, byAngle.size()));
        if (pages > AROUND) {
            settle(pages - AROUND);
        }
    }

    /** What all pages say; empty where that is nothing but what is repeated. */
    Optional<Written> written() throws UnreadableException {
        for (int page = Math.max(1, pages - AROUND + 1); page <= pages; page++) {
            settle(page);
        }
        List<Paragraph> flow = Flow.of(paragraphs);
        boolean none = flow.stream().allMatch(each -> each.kind() == Paragraph.Kind.FURNITURE);
        return none ? Optional.empty() : Optional.of(laidOut(flow));
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

    private Written laidOut(List<Paragraph> flow) {
        StringBuilder text = new StringBuilder();
        List<Region> regions = new ArrayList<>();
        List<Cue> cues = new ArrayList<>();
        List<OcrRun> ocr = new ArrayList<>();
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
                    cue(text.length(), page, cues);
                }
                int begin = text.length();
                text.append(paragraph.kind() == Paragraph.Kind.ROW ? line.text() : withoutCells(line.text()));
                if (line.sure() >= 0 && text.length() > begin) {
                    ocr.add(new OcrRun(new Span(begin, text.length()), line.sure()));
                }
                before = line;
            }
            block(paragraph.kind()).ifPresent(block -> regions.add(new Region(new Span(start, text.length()), block)));
        }
        return new Written(text.toString(), regions, cues, ocr, title(flow));
    }

    private void cue(int start, int page, List<Cue> cues) {
        String label = labels.apply(page);
        if (!label.isEmpty()) {
            cues.add(new Cue(start, Cue.Kind.PAGE, label, page));
        }
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
