package wherein.cite;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.text.Span;

/**
 * The address of words in a page of somebody else: its own address with a text directive, {@code
 * #:~:text=prefix-,start,end,-suffix}, from which a browser finds, marks and scrolls to them. See <a
 * href="https://wicg.github.io/scroll-to-text-fragment/">URL Fragment Text Directives</a>.
 */
public final class TextFragment {

    /** Longer words than these are named by their beginning and their end: an address has to be short. */
    private static final int MAX_EXACT = 120;

    /** How many words the beginning and the end of longer ones have. */
    private static final int EDGE_WORDS = 5;

    /** How many words stand for what is around: enough to tell places apart, and few that a page may have otherwise. */
    private static final int CONTEXT_WORDS = 3;

    /** Characters beyond which nothing is looked at for what is around, and that an edge has at most. */
    private static final int MAX_EDGE = 200;

    /** What has no white space, as Chinese has none, is cut somewhere. */
    private static final Pattern WORD = Pattern.compile("[^\\p{Z}\\p{Cc}]{1,40}");

    private static final Pattern BREAK = Pattern.compile("[\\n\\r\\u2028\\u2029]");
    private static final String DELIMITER = ":~:";

    private TextFragment() {}

    /**
     * The address that leads to {@code span} of {@code text} in the page at {@code url}.
     *
     * @param text what stands around it: words before and behind it in the same line become prefix and suffix
     * @return the page's own address where the span has no words to find
     */
    public static String link(String url, String text, Span span) {
        List<Span> words = words(text, span.start(), span.end());
        if (words.isEmpty()) {
            return url;
        }
        int start = words.getFirst().start();
        int end = words.getLast().end();
        StringBuilder directive = new StringBuilder("text=");
        String before = before(text, start);
        if (!before.isEmpty()) {
            directive.append(encode(before)).append("-,");
        }
        String exact = text.substring(start, end);
        // A text directive is found within one block of a page; only a range goes from one to the next.
        boolean range = words.size() > 1
                && (exact.length() > MAX_EXACT || BREAK.matcher(exact).find());
        if (range) {
            int edge = Math.min(EDGE_WORDS, words.size() / 2);
            directive.append(encode(first(text, words.subList(0, edge))));
            directive.append(',');
            directive.append(encode(last(text, words.subList(words.size() - edge, words.size()))));
        } else {
            directive.append(encode(exact));
        }
        String behind = behind(text, end);
        if (!behind.isEmpty()) {
            directive.append(",-").append(encode(behind));
        }
        return join(url, directive.toString());
    }

    private static String join(String url, String directive) {
        if (url.contains(DELIMITER)) {
            return url + "&" + directive;
        }
        return url + (url.indexOf('#') < 0 ? "#" : "") + DELIMITER + directive;
    }

    /** The first of {@code words} that stand in one line. */
    private static String first(String text, List<Span> words) {
        int end = words.getFirst().end();
        for (Span word : words) {
            if (isApart(text, end, word.start())
                    || word.end() - words.getFirst().start() > MAX_EDGE) {
                break;
            }
            end = word.end();
        }
        return text.substring(words.getFirst().start(), end);
    }

    /** The last of {@code words} that stand in one line. */
    private static String last(String text, List<Span> words) {
        int start = words.getLast().start();
        for (Span word : words.reversed()) {
            if (isApart(text, word.end(), start) || words.getLast().end() - word.start() > MAX_EDGE) {
                break;
            }
            start = word.start();
        }
        return text.substring(start, words.getLast().end());
    }

    private static boolean isApart(String text, int from, int to) {
        return from < to && BREAK.matcher(text).region(from, to).find();
    }

    /** The words before {@code end} in its line; none where it stands inside a word. */
    private static String before(String text, int end) {
        int from = Math.max(0, end - MAX_EDGE);
        Matcher breaks = BREAK.matcher(text).region(from, end);
        boolean whole = from == 0;
        while (breaks.find()) {
            from = breaks.end();
            whole = true;
        }
        List<Span> words = words(text, from, end);
        if (!whole && !words.isEmpty()) {
            // It may have begun before.
            words.removeFirst();
        }
        if (words.isEmpty()) {
            return "";
        }
        int first = Math.max(0, words.size() - CONTEXT_WORDS);
        return text.substring(words.get(first).start(), words.getLast().end());
    }

    /** The words behind {@code start} in its line. */
    private static String behind(String text, int start) {
        int to = Math.min(text.length(), start + MAX_EDGE);
        boolean whole = to == text.length();
        Matcher breaks = BREAK.matcher(text).region(start, to);
        if (breaks.find()) {
            to = breaks.start();
            whole = true;
        }
        List<Span> words = words(text, start, to);
        if (!whole && !words.isEmpty()) {
            words.removeLast();
        }
        if (words.isEmpty()) {
            return "";
        }
        int last = Math.min(CONTEXT_WORDS, words.size());
        return text.substring(words.getFirst().start(), words.get(last - 1).end());
    }

    /** The runs between white space, from {@code start} to {@code end}. */
    private static List<Span> words(String text, int start, int end) {
        List<Span> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text).region(start, end);
        while (matcher.find()) {
            words.add(new Span(matcher.start(), matcher.end()));
        }
        return words;
    }

    /** Percent-encoded as a text directive needs it: a hyphen, a comma or an ampersand would end a part of it. */
    private static String encode(String words) {
        return URLEncoder.encode(Citation.line(words), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("-", "%2D");
    }
}
