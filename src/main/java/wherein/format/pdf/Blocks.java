package wherein.format.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the lines of a column together to paragraphs. A new one begins where more space is left than between lines, where size or
 * weight of the letters changes, where a line is indented, where the line before has room for the first word, and at each row of a
 * table.
 */
final class Blocks {

    /** An indent is so wide, in sizes of the font. */
    private static final float INDENT = 0.7f;

    private static final float WIDEST_INDENT = 8;

    /** So much more than the usual distance of two base lines is a space between paragraphs. */
    private static final float SPACE = 1.28f;

    /** So many distances tell what is usual. */
    private static final int ENOUGH = 3;

    /** Lines of one paragraph stand no farther apart than so many sizes of their font. */
    private static final float FARTHEST = 2.4f;

    /** A line that fills less of its column ends what it belongs to, unless the next begins small. */
    private static final float SHORT = 0.6f;

    private final List<Line> lines;
    private final int column;
    private final boolean[] rows;
    private final float left;
    private final float right;
    private final boolean hanging;

    private Blocks(List<Line> lines, int column) {
        this.lines = lines;
        this.column = column;
        this.rows = rows(lines);
        this.left = left(lines);
        this.right = right(lines);
        this.hanging = isHanging();
    }

    /** The paragraphs of a column. Takes as long as its lines are many. */
    static List<Paragraph> of(List<Line> lines, int column) {
        return lines.isEmpty() ? List.of() : new Blocks(lines, column).all();
    }

    private List<Paragraph> all() {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean goesOn = i > 0
                    && (rows[i - 1] && !rows[i]
                            ? isRestOfRow(paragraphs.getLast(), line)
                            : !rows[i] && !startsNew(paragraphs.getLast(), lines.get(i - 1), line, pitch(i)));
            if (goesOn) {
                paragraphs.getLast().add(line);
                rows[i] = rows[i - 1];
            } else {
                Paragraph paragraph = new Paragraph(line, left, right, column);
                if (rows[i]) {
                    paragraph.is(Paragraph.Kind.ROW);
                }
                paragraphs.add(paragraph);
            }
        }
        return paragraphs;
    }

    /** The usual distance of two base lines around line {@code i}. */
    private float pitch(int i) {
        float[] near = new float[12];
        int count = 0;
        for (int j = Math.max(1, i - 6); j < Math.min(lines.size(), i + 6); j++) {
            float distance = lines.get(j).y() - lines.get(j - 1).y();
            if (lines.get(j).looksLike(lines.get(i)) && distance > 0) {
                near[count++] = distance;
            }
        }
        if (count == 0) {
            return 1.2f * lines.get(i).size();
        }
        Arrays.sort(near, 0, count);
        // Of few any may be a space between paragraphs, and of two the smaller one is taken.
        return Math.min(
                near[(count - 1) / 2],
                (count < ENOUGH ? 1.5f : 1.9f) * lines.get(i).size());
    }

    private boolean startsNew(Paragraph open, Line before, Line line, float pitch) {
        float size = line.size();
        float distance = line.y() - before.y();
        boolean full = !hasRoom(before, line);
        boolean withinSentence = Paragraph.startsSmall(line) && !Paragraph.endsSentence(before);
        if (distance > SPACE * pitch || distance > FARTHEST * size || distance < 0.3f * size) {
            return true;
        }
        if (!before.looksLike(line)) {
            boolean alike = Math.abs(before.size() - size) < 0.15f * size;
            return !(alike && full && withinSentence);
        }
        if (line.marked() || Paragraph.hasBullet(line)) {
            return true;
        }
        boolean ended = Paragraph.endsSentence(before);
        if (Paragraph.isItem(line) && (ended || !full)) {
            return true;
        }
        float indent = line.x0() - before.x0();
        boolean isFirst = open.lines().size() == 1;
        if (isCentred(before) && isCentred(line)) {
            return ended && !full;
        }
        if (indent > INDENT * size) {
            boolean inItem = isFirst && (Paragraph.isItem(before) || before.marked());
            return !(inItem || hanging && before.x0() <= left + INDENT * size || withinSentence && full);
        }
        if (indent < -INDENT * size
                && (!isFirst || hanging || indent < -WIDEST_INDENT * size)
                && !(withinSentence && full)) {
            return true;
        }
        return ended ? !full : !withinSentence && before.x1() - left < SHORT * (right - left) && !full;
    }

    /** Whether the first word of {@code line} would have fitted on the line before. */
    private boolean hasRoom(Line before, Line line) {
        return before.x1() + line.firstWord() + 0.8f * line.size() < right;
    }

    private boolean isCentred(Line line) {
        return Math.abs((line.x0() - left) - (right - line.x1())) < line.size()
                && line.x0() - left > 1.5f * line.size();
    }

    /** A cell that goes on below itself. */
    private static boolean isRestOfRow(Paragraph row, Line line) {
        Line first = row.first();
        boolean near = line.y() - row.last().y() < 1.4f * line.size();
        for (Line.Gap gap : first.gaps()) {
            if (near && Math.abs(gap.to() - line.x0()) < line.size()) {
                return true;
            }
        }
        return false;
    }

    /** Which lines are rows of a table: white space runs through two of them at one place. */
    private static boolean[] rows(List<Line> lines) {
        boolean[] rows = new boolean[lines.size()];
        for (int i = 1; i < rows.length; i++) {
            Line one = lines.get(i - 1);
            Line other = lines.get(i);
            if (other.y() - one.y() < 4 * other.size() && share(one, other)) {
                rows[i - 1] = true;
                rows[i] = true;
            }
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i] |= lines.get(i).gaps().size() > 2;
        }
        return rows;
    }

    private static boolean share(Line one, Line other) {
        for (Line.Gap gap : one.gaps()) {
            for (Line.Gap below : other.gaps()) {
                boolean overlap =
                        Math.min(gap.to(), below.to()) - Math.max(gap.from(), below.from()) > 0.7f * one.size();
                if (overlap && !isLabel(one, gap) && !isLabel(other, below)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The space behind the mark of an item. */
    private static boolean isLabel(Line line, Line.Gap gap) {
        return gap.from() - line.x0() < 2 * line.size() && line.gaps().size() == 1;
    }

    /** Where most lines begin. */
    private static float left(List<Line> lines) {
        Map<Integer, Integer> counts = new HashMap<>();
        int best = 0;
        float left = Float.MAX_VALUE;
        for (Line line : lines) {
            int place = Math.round(line.x0());
            int count = counts.merge(place, 1, Integer::sum);
            if (count > best || count == best && line.x0() < left) {
                best = count;
                left = line.x0();
            }
        }
        if (best * 4 < lines.size()) {
            left = (float) lines.stream().mapToDouble(Line::x0).min().orElse(left);
        }
        return left;
    }

    private static float right(List<Line> lines) {
        float[] ends = new float[lines.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = lines.get(i).x1();
        }
        Arrays.sort(ends);
        return ends[(int) (0.95f * (ends.length - 1) + 0.5f)];
    }

    /** Whether the first line of a paragraph juts out, as in a bibliography: more lines are indented than not. */
    private boolean isHanging() {
        int atMargin = 0;
        int indented = 0;
        float min = (float) lines.stream().mapToDouble(Line::x0).min().orElse(left);
        for (Line line : lines) {
            float indent = line.x0() - min;
            atMargin += indent < INDENT * line.size() ? 1 : 0;
            indented += indent >= INDENT * line.size() && indent < WIDEST_INDENT * line.size() ? 1 : 0;
        }
        return atMargin > 1
                && indented > atMargin
                && left - min > INDENT * lines.getFirst().size();
    }
}
