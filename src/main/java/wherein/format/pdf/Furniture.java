package wherein.format.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells running heads, running feet and page numbers: what stands at the edge of a page, and, but for its numbers, at the same place
 * of a page before or behind. Pages are given in order, and each is settled when the two behind it are known.
 */
final class Furniture {

    /** Bands at an edge that are looked at, and rows in which they are looked for. */
    private static final int MOST_BANDS = 4;

    private static final int MOST_ROWS = 24;

    /** Rows so near, in sizes of the font, are one band. */
    private static final float ONE_BAND = 0.65f;

    /** What is so much larger than the page's letters is a title. */
    private static final float TITLE = 1.25f;

    private static final float NEAR = 3;

    /** Places that are kept, and how often each was seen before it speaks for itself. */
    private static final int MOST_PLACES = 50;

    private static final int OFTEN = 3;

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:[-–—|(\\[]\\s?)?(?:\\p{L}{1,8}\\.?\\s)?(?:#|[ivxlc]+)(?:\\s?(?:/|of|из|von|de|sur)\\s?#)?(?:\\s?[-–—|)\\]])?");

    private final List<Place> places = new ArrayList<>();

    /** A line at an edge of a page. */
    private record Band(boolean top, int from, int to, float y, float size, String text, String pattern, Line line) {}

    private static final class Place {
        private final boolean top;
        private final float y;
        private final float size;
        private int seen = 1;

        Place(Band band) {
            this.top = band.top;
            this.y = band.y;
            this.size = band.size;
        }

        boolean isThatOf(Band band) {
            return top == band.top && Math.abs(y - band.y) < NEAR / 2 && Math.abs(size - band.size) < 0.06f * size;
        }
    }

    /** A page whose furniture is not told yet. */
    static final class Sheet {
        private final int page;
        private final List<Row> rows;
        private final float size;
        private final List<Band> above;
        private final List<Band> below;

        Sheet(int page, List<Row> rows) {
            this.page = page;
            this.rows = rows;
            this.size = usualSize(rows);
            List<Band> first = bands(true);
            List<Band> last = bands(false);
            boolean meet = !first.isEmpty() && first.getLast().to > last.getLast().from;
            long all = Stream.concat(first.stream(), last.stream())
                    .map(Band::from)
                    .distinct()
                    .count();
            // Of a page of few bands each is at one edge.
            int half = Math.max(1, (int) all / 2);
            this.above = meet ? first.subList(0, Math.min(half, first.size())) : first;
            this.below = meet ? last.subList(0, Math.clamp(all - half, 0, last.size())) : last;
        }

        private List<Band> bands(boolean top) {
            List<Band> bands = new ArrayList<>();
            int at = top ? 0 : rows.size() - 1;
            int step = top ? 1 : -1;
            int left = MOST_ROWS;
            for (int count = 0; count < MOST_BANDS && at >= 0 && at < rows.size() && left > 0; count++) {
                int first = at;
                int last = at;
                while (last + step >= 0
                        && last + step < rows.size()
                        && left-- > 0
                        && Math.abs(rows.get(last + step).y() - rows.get(last).y())
                                < ONE_BAND
                                        * Math.max(
                                                rows.get(last).size(),
                                                rows.get(last + step).size())) {
                    last += step;
                }
                int from = Math.min(first, last);
                int to = Math.max(first, last) + 1;
                List<Line> lines = Lines.of(rows.subList(from, to), page);
                Line line = lines.getFirst();
                String text = String.join("\t", lines.stream().map(Line::text).toList());
                String pattern = DIGITS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("#");
                Line whole = new Line(
                        text,
                        page,
                        line.x0(),
                        line.x1(),
                        line.y(),
                        line.size(),
                        line.bold(),
                        0,
                        List.of(),
                        false,
                        line.sure());
                bands.add(new Band(top, from, to, line.y(), line.size(), text, pattern, whole));
                at = last + step;
                left--;
            }
            return bands;
        }

        int page() {
            return page;
        }

        List<Row> rows() {
            return rows;
        }

        private static float usualSize(List<Row> rows) {
            float[] sizes = new float[rows.size()];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = rows.get(i).size();
            }
            Arrays.sort(sizes);
            return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
        }
    }

    /** What of a page is repeated, and the rows that are left. */
    record Told(List<Line> repeated, List<Row> rest) {}

    /** Tells the furniture of {@code sheet}, given the pages around it. */
    Told tell(Sheet sheet, List<Sheet> near) {
        boolean[] taken = new boolean[sheet.rows.size()];
        List<Line> repeated = new ArrayList<>();
        for (boolean top : new boolean[] {true, false}) {
            for (Band band : atEdge(top ? sheet.above : sheet.below, sheet, near)) {
                if (!taken[band.from]) {
                    Arrays.fill(taken, band.from, band.to, true);
                    repeated.add(band.line);
                }
            }
        }
        List<Row> rest = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                rest.add(sheet.rows.get(i));
            }
        }
        return new Told(repeated, rest);
    }

    /**
     * The bands at one edge that are furniture, from the edge inward, as far as the widest space behind one of them: text may be
     * repeated too.
     */
    private List<Band> atEdge(List<Band> bands, Sheet sheet, List<Sheet> near) {
        int count = 0;
        while (count < bands.size() && isFurniture(bands.get(count), sheet, near)) {
            count++;
        }
        int end = 0;
        float widest = -1;
        for (int i = 0; i < count; i++) {
            float space = i + 1 < bands.size() ? Math.abs(bands.get(i + 1).y - bands.get(i).y) : 0;
            if (space >= widest) {
                widest = space;
                end = i + 1;
            }
        }
        return bands.subList(0, end);
    }

    private boolean isFurniture(Band band, Sheet sheet, List<Sheet> near) {
        if (band.size > TITLE * sheet.size && sheet.rows.size() > 3) {
            return false;
        }
        if (isNumberOf(band, sheet.page)) {
            return true;
        }
        for (Sheet other : near) {
            List<Band> theirs = band.top ? other.above : other.below;
            if (other != sheet && theirs.stream().anyMatch(each -> areAlike(band, sheet, each, other))) {
                remember(band);
                return true;
            }
        }
        return places.stream().anyMatch(place -> place.seen >= OFTEN && place.isThatOf(band));
    }

    private static boolean areAlike(Band band, Sheet sheet, Band other, Sheet of) {
        boolean alike = band.top == other.top
                && Math.abs(band.y - other.y) < NEAR
                && Math.abs(band.size - other.size) < 0.06f * band.size
                && band.pattern.equals(other.pattern);
        if (!alike) {
            return false;
        }
        boolean hasLetters = band.pattern.codePoints().anyMatch(Character::isLetter);
        // Numbers alone may be a row of a table: those of pages go on with them.
        return hasLetters
                || NUMBER.matcher(band.pattern).matches()
                        && number(band.text) - number(other.text) == sheet.page - of.page;
    }

    private static boolean isNumberOf(Band band, int page) {
        return NUMBER.matcher(band.pattern).matches() && number(band.text) == page;
    }

    private static int number(String text) {
        var digits = DIGITS.matcher(text);
        return digits.find() && digits.end() - digits.start() < 9 ? Integer.parseInt(digits.group()) : -1;
    }

    private void remember(Band band) {
        for (Place place : places) {
            if (place.isThatOf(band)) {
                place.seen++;
                return;
            }
        }
        if (places.size() < MOST_PLACES) {
            places.add(new Place(band));
        }
    }
}
