package wherein.format.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a page at its gutters: strips between two columns of text that no glyph crosses for some rows. What stands across columns,
 * such as a heading, ends them. The columns of a table are none: its rows are read, not its columns.
 */
final class Columns {

    /** A page of more rows is no page of columns, but a drawing. */
    private static final int MOST_ROWS = 3_000;

    /** Strips that are followed at once. */
    private static final int MOST_STRIPS = 100;

    private static final int DEEPEST = 8;

    /** The narrowest gutter, in sizes of the font: between a few rows a wide space may stand in each by chance. */
    private static final float NARROWEST = 0.75f;

    private static final float NARROWEST_OF_FEW = 1.4f;
    private static final int FEW = 8;
    private static final int FEWEST = 3;

    /** Lines of a column have so many characters at least, and as many words, or are those of a table. */
    private static final int CHARACTERS = 14;

    private static final int CHARACTERS_IN_ORDER = 7;
    private static final float WORDS = 2.4f;
    private static final float LETTERS = 0.55f;

    /** The share of the lines of a column that reach nearly to its end. */
    private static final float FULL = 0.4f;

    private final List<List<Row>> columns = new ArrayList<>();

    private Columns() {}

    /** The rows of each column, in the order in which they are read. Takes as long as rows times gaps within them. */
    static List<List<Row>> of(List<Row> rows) {
        Columns columns = new Columns();
        columns.cut(rows, 0);
        return columns.columns;
    }

    /** A strip without ink from one row to another. */
    private record Strip(float from, float to, int first) {
        float width() {
            return to - from;
        }
    }

    /** A gutter in the rows from {@code first} to before {@code end}. */
    private record Gutter(float at, int first, int end, int worth) {}

    private void cut(List<Row> rows, int depth) {
        Gutter gutter = depth < DEEPEST && rows.size() <= MOST_ROWS ? gutter(rows) : null;
        if (gutter == null) {
            if (!rows.isEmpty()) {
                columns.add(rows);
            }
            return;
        }
        cut(rows.subList(0, gutter.first), depth + 1);
        List<Row> between = rows.subList(gutter.first, gutter.end);
        cut(side(between, Float.NEGATIVE_INFINITY, gutter.at), depth + 1);
        cut(side(between, gutter.at, Float.POSITIVE_INFINITY), depth + 1);
        cut(rows.subList(gutter.end, rows.size()), depth + 1);
    }

    private static List<Row> side(List<Row> rows, float from, float to) {
        List<Row> side = new ArrayList<>();
        for (Row row : rows) {
            Row part = row.between(from, to);
            if (part != null) {
                side.add(part);
            }
        }
        return side;
    }

    /** The gutter with the most lines beside it; null if there is none. */
    private static Gutter gutter(List<Row> rows) {
        Gutter best = null;
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i <= rows.size(); i++) {
            List<Strip> free = i < rows.size() ? free(rows.get(i), i) : List.of();
            float narrowest = i < rows.size() ? NARROWEST * rows.get(i).size() : 0;
            List<Strip> next = new ArrayList<>();
            for (Strip strip : strips) {
                boolean goesOn = false;
                for (Strip gap : free) {
                    float from = Math.max(strip.from, gap.from);
                    float to = Math.min(strip.to, gap.to);
                    if (to - from >= narrowest && next.size() < MOST_STRIPS) {
                        goesOn |= from == strip.from && to == strip.to;
                        add(next, new Strip(from, to, strip.first));
                    }
                }
                if (!goesOn) {
                    best = better(best, rows, strip, i);
                }
            }
            for (Strip gap : free) {
                if (gap.width() >= narrowest && next.size() < MOST_STRIPS) {
                    add(next, gap);
                }
            }
            strips = next;
        }
        return best;
    }

    /** Of two strips at the same place the older is kept. */
    private static void add(List<Strip> strips, Strip strip) {
        for (int i = 0; i < strips.size(); i++) {
            Strip other = strips.get(i);
            if (other.from == strip.from && other.to == strip.to) {
                if (strip.first < other.first) {
                    strips.set(i, strip);
                }
                return;
            }
        }
        strips.add(strip);
    }

    /** Where {@code row} has no ink: before it, in its gaps, behind it. */
    private static List<Strip> free(Row row, int number) {
        List<Strip> free = new ArrayList<>();
        float end = Float.NEGATIVE_INFINITY;
        for (Glyph glyph : row.glyphs()) {
            if (glyph.x0() - end >= NARROWEST * row.size()) {
                free.add(new Strip(end, glyph.x0(), number));
            }
            end = Math.max(end, glyph.x1());
        }
        free.add(new Strip(end, Float.POSITIVE_INFINITY, number));
        return free;
    }

    private static Gutter better(Gutter best, List<Row> rows, Strip strip, int end) {
        boolean hasSides = !Float.isInfinite(strip.from) && !Float.isInfinite(strip.to);
        // It cannot have more lines on each side than it has rows.
        if (!hasSides || end - strip.first < FEWEST || best != null && end - strip.first <= best.worth) {
            return best;
        }
        float at = (strip.from + strip.to) / 2;
        int from = strip.first;
        // Above the right column, what stands on the left is read first, gutter or not.
        while (from < end && isLeft(rows.get(from), at)) {
            from++;
        }
        int to = end;
        while (to > from && isRight(rows.get(to - 1), at)) {
            to--;
        }
        to = withoutWhatStandsApart(rows, from, to, at);
        int left = 0;
        int right = 0;
        for (int i = from; i < to; i++) {
            left += rows.get(i).x0() < at ? 1 : 0;
            right += rows.get(i).x1() > at ? 1 : 0;
        }
        int worth = Math.min(left, right);
        if (worth < FEWEST || best != null && worth <= best.worth) {
            return best;
        }
        float size = rows.get(from).size();
        if (worth < FEW && strip.width() < NARROWEST_OF_FEW * size) {
            return best;
        }
        List<Row> between = rows.subList(from, to);
        Side one = new Side(side(between, Float.NEGATIVE_INFINITY, at));
        Side other = new Side(side(between, at, Float.POSITIVE_INFINITY));
        boolean prose = one.isProse() && other.isProse();
        return prose || oneAfterTheOther(one, other) ? new Gutter(at, from, to, worth) : best;
    }

    /** The end without rows of the left side that stand well below the columns. */
    private static int withoutWhatStandsApart(List<Row> rows, int from, int to, float at) {
        int end = to;
        for (int i = to - 1; i > from && isLeft(rows.get(i), at); i--) {
            if (rows.get(i).y() - rows.get(i - 1).y() > 2 * rows.get(i).size()) {
                end = i;
            }
        }
        return end;
    }

    private static boolean isLeft(Row row, float at) {
        return row.x1() <= at;
    }

    private static boolean isRight(Row row, float at) {
        return row.x0() >= at;
    }

    /** The program that made the page drew one side, and then the other: so it draws no table. */
    private static boolean oneAfterTheOther(Side left, Side right) {
        return (left.lastDrawn < right.firstDrawn || right.lastDrawn < left.firstDrawn)
                && left.characters >= CHARACTERS_IN_ORDER
                && right.characters >= CHARACTERS_IN_ORDER
                && left.letters >= LETTERS
                && right.letters >= LETTERS;
    }

    /** How the lines on one side of a gutter look. */
    private static final class Side {
        private final int characters;
        private final float letters;
        private final float words;
        private final float full;
        private int firstDrawn = Integer.MAX_VALUE;
        private int lastDrawn;

        Side(List<Row> rows) {
            int[] lengths = new int[rows.size()];
            int all = 0;
            int ofLetters = 0;
            int allWords = 0;
            float start = Float.MAX_VALUE;
            float end = 0;
            for (int i = 0; i < lengths.length; i++) {
                Row row = rows.get(i);
                start = Math.min(start, row.x0());
                end = Math.max(end, row.x1());
                lengths[i] = row.glyphs().size();
                all += lengths[i];
                float before = Float.NEGATIVE_INFINITY;
                for (Glyph glyph : row.glyphs()) {
                    ofLetters += Character.isLetter(glyph.text().codePointAt(0)) ? 1 : 0;
                    allWords += glyph.x0() - before > 0.15f * glyph.size()
                                    || Character.isIdeographic(glyph.text().codePointAt(0))
                            ? 1
                            : 0;
                    before = glyph.x1();
                    firstDrawn = Math.min(firstDrawn, glyph.order());
                    lastDrawn = Math.max(lastDrawn, glyph.order());
                }
            }
            int reaching = 0;
            for (Row row : rows) {
                reaching += row.x1() >= end - 0.15f * (end - start) ? 1 : 0;
            }
            Arrays.sort(lengths);
            characters = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
            letters = ofLetters / (float) Math.max(1, all);
            words = allWords / (float) Math.max(1, lengths.length);
            full = reaching / (float) Math.max(1, lengths.length);
        }

        boolean isProse() {
            return characters >= CHARACTERS && letters >= LETTERS && words >= WORDS && full >= FULL;
        }
    }
}
