package wherein.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import wherein.text.Span;

/** What the marks of Markdown (CommonMark) say of each line. The text keeps its marks, so that offsets hold in the file. */
final class Markdown {

    private static final Pattern HEADING = Pattern.compile("#{1,6}[ \\t]+");
    private static final Pattern UNDERLINE = Pattern.compile("(?:={3,}|-{3,})[ \\t]*");
    private static final Pattern ITEM = Pattern.compile("[ \\t]{0,8}(?:[-*+]|\\d{1,3}[.)])[ \\t]+\\S.*");
    private static final Pattern QUOTE = Pattern.compile("[ \\t]{0,3}>.*");

    /** Possessive throughout: a line of a million asterisks is neither tried again nor a frame of the stack for each. */
    private static final Pattern RULE =
            Pattern.compile("[ \\t]{0,3}(?:(?:\\*[ \\t]*+){3,}+|(?:-[ \\t]*+){3,}+|(?:_[ \\t]*+){3,}+)");

    private Markdown() {}

    /** The headings, items and quotations of {@code text}, in order. */
    static List<Region> regions(String text) {
        List<Region> regions = new ArrayList<>();
        Span before = new Span(0, 0);
        for (Span line : Lines.of(text)) {
            String words = line.in(text);
            if (HEADING.matcher(words).lookingAt()) {
                regions.add(new Region(line, Block.HEADING));
            } else if (UNDERLINE.matcher(words).matches() && !before.in(text).isBlank() && isFree(regions, before)) {
                regions.add(new Region(new Span(before.start(), line.end()), Block.HEADING));
            } else if (RULE.matcher(words).matches()) {
                regions.add(new Region(line, Block.BOILERPLATE));
            } else if (QUOTE.matcher(words).matches()) {
                extend(text, regions, line, Block.QUOTE);
            } else if (ITEM.matcher(words).matches()) {
                regions.add(new Region(line, Block.LIST));
            } else if (!words.isBlank() && !regions.isEmpty() && continues(text, regions.getLast(), line)) {
                Region last = regions.removeLast();
                regions.add(new Region(new Span(last.span().start(), line.end()), last.block()));
            }
            before = line;
        }
        return regions;
    }

    /** The words of the first heading of the first level, if the text begins with one; empty otherwise. */
    static String title(String text) {
        for (Span line : Lines.of(text)) {
            String words = line.in(text);
            if (!words.isBlank()) {
                return words.startsWith("# ") ? headed(words) : "";
            }
        }
        return "";
    }

    /** The words of a heading without the marks at both ends. */
    private static String headed(String line) {
        int start = 1;
        while (start < line.length() && isBlank(line.charAt(start))) {
            start++;
        }
        int end = back(line, start, line.length(), false);
        return line.substring(start, back(line, start, back(line, start, end, true), false));
    }

    /** Where the blanks, or the number signs, before {@code end} begin, at {@code start} at the least. */
    private static int back(String line, int start, int end, boolean signs) {
        int at = end;
        while (at > start && (signs ? line.charAt(at - 1) == '#' : isBlank(line.charAt(at - 1)))) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isFree(List<Region> regions, Span line) {
        return regions.isEmpty() || !regions.getLast().span().overlaps(line);
    }

    /** A line that goes on with the item or quotation of the line before it. */
    private static boolean continues(String text, Region last, Span line) {
        boolean open = last.block() == Block.LIST || last.block() == Block.QUOTE;
        return open && isNextLine(text, last, line);
    }

    private static void extend(String text, List<Region> regions, Span line, Block block) {
        if (!regions.isEmpty() && regions.getLast().block() == block && isNextLine(text, regions.getLast(), line)) {
            Region last = regions.removeLast();
            regions.add(new Region(new Span(last.span().start(), line.end()), block));
        } else {
            regions.add(new Region(line, block));
        }
    }

    private static boolean isNextLine(String text, Region last, Span line) {
        if (line.start() - last.span().end() > 2) {
            return false;
        }
        String between = text.substring(last.span().end(), line.start());
        return between.equals("\n") || between.equals("\r\n") || between.equals("\r");
    }
}
