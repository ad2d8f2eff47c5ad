package wherein.format.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what each paragraph of a document is, and joins those that a column or a page cuts: what stands between the two halves, such
 * as notes, running heads and figures, is put behind them.
 */
final class Flow {

    /** Notes are so much smaller than the text. */
    private static final float SMALLER = 0.93f;

    private static final float LARGER = 1.12f;
    private static final int LONGEST_HEADING = 250;
    private static final int LONGEST_BOLD_HEADING = 150;

    /** So many paragraphs may stand between the two halves of one. */
    private static final int MOST_BETWEEN = 40;

    private final List<Paragraph> paragraphs;
    private final float size;
    private final boolean bold;
    private final boolean indented;

    private Flow(List<Paragraph> paragraphs) {
        this.paragraphs = paragraphs;
        Map<Integer, Integer> sizes = new HashMap<>();
        int all = 0;
        int heavy = 0;
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.kind() != Paragraph.Kind.BODY) {
                continue;
            }
            for (Line line : paragraph.lines()) {
                sizes.merge(Math.round(line.size() * 4), line.text().length(), Integer::sum);
                all += line.text().length();
                heavy += line.bold() ? line.text().length() : 0;
            }
        }
        this.size = sizes.entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(0)
                / 4f;
        this.bold = heavy * 2 > all;
        int several = 0;
        int first = 0;
        for (Paragraph paragraph : paragraphs) {
            several +=
                    paragraph.kind() == Paragraph.Kind.BODY && paragraph.lines().size() > 1 ? 1 : 0;
            first += paragraph.kind() == Paragraph.Kind.BODY && paragraph.isIndented() ? 1 : 0;
        }
        this.indented = first * 3 > several;
    }

    /** The paragraphs in the order in which they are read, given in that of their columns. Takes as long as they are many. */
    static List<Paragraph> of(List<Paragraph> paragraphs) {
        Flow flow = new Flow(paragraphs);
        flow.tell();
        return flow.joined();
    }

    private void tell() {
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.kind() == Paragraph.Kind.BODY && isHeading(paragraph)) {
                paragraph.is(Paragraph.Kind.HEADING);
            }
        }
        // From the end of each column upward, what is small is its notes.
        boolean atEnd = true;
        for (int i = paragraphs.size() - 1; i >= 0; i--) {
            Paragraph paragraph = paragraphs.get(i);
            boolean last = i + 1 == paragraphs.size() || paragraphs.get(i + 1).column() != paragraph.column();
            atEnd = paragraph.column() >= 0
                    && (last || atEnd)
                    && paragraph.kind() == Paragraph.Kind.BODY
                    && paragraph.first().size() <= SMALLER * size;
            if (atEnd) {
                paragraph.is(Paragraph.Kind.NOTE);
            }
        }
    }

    private boolean isHeading(Paragraph paragraph) {
        int length = paragraph.length();
        Line first = paragraph.first();
        long letters = first.text().codePoints().filter(Character::isLetter).count();
        if (letters < 2 || paragraph.lines().size() > 4 || Paragraph.hasBullet(first)) {
            return false;
        }
        boolean larger = first.size() >= LARGER * size && length <= LONGEST_HEADING;
        boolean heavier = first.bold()
                && !bold
                && first.size() >= SMALLER * size
                && length <= LONGEST_BOLD_HEADING
                && !first.text().endsWith(",");
        return larger || heavier && !paragraph.last().text().endsWith(".");
    }

    private List<Paragraph> joined() {
        List<Paragraph> joined = new ArrayList<>();
        boolean[] taken = new boolean[paragraphs.size()];
        for (int i = 0; i < taken.length; i++) {
            if (taken[i]) {
                continue;
            }
            Paragraph paragraph = paragraphs.get(i);
            joined.add(paragraph);
            int end = i;
            for (int rest = rest(paragraph, end); rest >= 0; rest = rest(paragraph, end)) {
                taken[rest] = true;
                paragraphs.get(rest).lines().forEach(paragraph::add);
                end = rest;
            }
        }
        return joined;
    }

    /** The index of the paragraph that goes on with {@code open}, of which the last piece is paragraph {@code at}; -1 if none does. */
    private int rest(Paragraph open, int at) {
        Paragraph piece = paragraphs.get(at);
        if (open.kind() != Paragraph.Kind.BODY) {
            return -1;
        }
        for (int i = at + 1; i < paragraphs.size() && i - at <= MOST_BETWEEN; i++) {
            Paragraph next = paragraphs.get(i);
            boolean isBetween = next.kind() == Paragraph.Kind.NOTE
                    || next.kind() == Paragraph.Kind.ASIDE
                    || next.kind() == Paragraph.Kind.FURNITURE
                    || next.column() != piece.column()
                            && (next.kind() == Paragraph.Kind.ROW
                                    || !next.first().looksLike(open.last()))
                            && next.kind() != Paragraph.Kind.HEADING;
            if (!isBetween) {
                boolean other = next.column() != piece.column();
                return other && next.kind() == Paragraph.Kind.BODY && goesOn(open, piece, next) ? i : -1;
            }
        }
        return -1;
    }

    private boolean goesOn(Paragraph open, Paragraph piece, Paragraph next) {
        Line last = open.last();
        if (!last.looksLike(next.first())
                || Paragraph.hasBullet(next.first())
                || next.first().marked()) {
            return false;
        }
        boolean full = last.x1() + next.first().firstWord() + 0.8f * last.size() >= piece.right();
        if (open.endsSentence()) {
            return full && indented && next.lines().size() > 1 && !next.isIndented() && !Paragraph.isItem(next.first());
        }
        return next.startsSmall() || full && !next.isIndented() && open.length() > 20;
    }
}
