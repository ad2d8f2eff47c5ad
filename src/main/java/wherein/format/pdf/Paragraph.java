package wherein.format.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines that belong together, of one column at first, of several once {@link Flow} has joined what they cut. */
final class Paragraph {

    /** What it is, so far as its look tells. */
    enum Kind {
        BODY,
        HEADING,
        /** A row of a table. */
        ROW,
        /** In smaller letters at the end of a column. */
        NOTE,
        /** Drawn in another direction than the rest of its page. */
        ASIDE,
        /** What is repeated from page to page. */
        FURNITURE
    }

    private static final Pattern BULLET =
            Pattern.compile("^(?:[•‣◦▪●○∙·■□▶►➢❖✓–—*-]|\\(?\\d{1,3}[.)]|\\(?\\p{L}\\))\\s.*");
    private static final Pattern SIGN = Pattern.compile("^[•‣◦▪●○∙·■□▶►➢❖✓]\\s?\\S.*|^[–—*-]\\s.*");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?…:;。！？؟][\"”’»)\\]*†]*(?:\\[[\\d,;–-]+\\])*$");

    private final List<Line> lines = new ArrayList<>();
    private final float left;
    private final float right;
    private final int column;
    private Kind kind = Kind.BODY;

    /**
     * With one line yet.
     *
     * @param left margin of its column
     * @param right margin of its column
     * @param column its column's number in the document
     */
    Paragraph(Line line, float left, float right, int column) {
        lines.add(line);
        this.left = left;
        this.right = right;
        this.column = column;
    }

    Paragraph(Line line, Kind kind) {
        this(line, line.x0(), line.x1(), -1);
        this.kind = kind;
    }

    void add(Line line) {
        lines.add(line);
    }

    List<Line> lines() {
        return lines;
    }

    Line first() {
        return lines.getFirst();
    }

    Line last() {
        return lines.getLast();
    }

    float left() {
        return left;
    }

    float right() {
        return right;
    }

    int column() {
        return column;
    }

    Kind kind() {
        return kind;
    }

    void is(Kind what) {
        kind = what;
    }

    int length() {
        return lines.stream().mapToInt(line -> line.text().length()).sum();
    }

    /** Whether its first line is indented against its second. */
    boolean isIndented() {
        return lines.size() > 1 && first().x0() - lines.get(1).x0() > 0.7f * first().size();
    }

    boolean startsSmall() {
        return startsSmall(first());
    }

    boolean endsSentence() {
        return endsSentence(last());
    }

    static boolean startsSmall(Line line) {
        int c = line.text().isEmpty() ? ' ' : line.text().codePointAt(0);
        return Character.isLowerCase(c) || c == ',' || c == ';' || c == ')';
    }

    static boolean endsSentence(Line line) {
        return END_OF_SENTENCE.matcher(line.text()).find();
    }

    /** Whether {@code line} begins with the mark or number of an item. */
    static boolean isItem(Line line) {
        return BULLET.matcher(line.text()).matches();
    }

    /** Whether it begins with a mark that nothing but an item begins with. */
    static boolean hasBullet(Line line) {
        return SIGN.matcher(line.text()).matches();
    }
}
