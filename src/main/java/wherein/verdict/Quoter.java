package wherein.verdict;

import java.util.List;
import java.util.regex.Pattern;
import wherein.document.Sentences;
import wherein.search.Hit;
import wherein.search.MentionRow;
import wherein.text.Span;

/** Quotes mentions in their sentences. Remembers the passage whose sentences it has told apart, so rows come in their order. */
final class Quoter {

    /** Code points on either side of a mention. */
    static final int SIDE = 300;

    /** Code points on either side of a sentence. */
    private static final int AROUND = 200;

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private Hit passage;
    private List<Span> sentences = List.of();

    /**
     * A mention in its sentence.
     *
     * @param before what stands before it there
     * @param after what stands behind it there
     * @param sentence its place in the document's text, UTF-16
     */
    record Quotation(String before, String surface, String after, Span sentence) {

        /** By this it is known again. */
        long digest(String type) {
            return Digest.of(type, surface, before, after);
        }
    }

    /** The quotation of {@code row}; its surface is without line breaks here. */
    Quotation of(MentionRow row) {
        Hit hit = row.passage();
        String text = hit.text();
        if (passage != hit) {
            passage = hit;
            sentences = Sentences.of(text, new Span(0, text.length()), hit.language());
        }
        int start = row.mention().span().start() - hit.start();
        int end = Math.min(row.mention().span().end() - hit.start(), text.length());
        int from = start;
        int to = end;
        for (Span sentence : sentences) {
            if (sentence.start() < end && start < sentence.end()) {
                from = Math.min(from, sentence.start());
                to = Math.max(to, sentence.end());
            }
        }
        return new Quotation(
                last(text.substring(from, start), SIDE),
                plain(row.surface()),
                first(text.substring(end, to), SIDE),
                new Span(from, to).shift(hit.start()));
    }

    /** A digest of what stands around a sentence of the text of a document. */
    static long around(String text, Span sentence) {
        String before = text.substring(Math.max(0, sentence.start() - 4 * AROUND), sentence.start());
        String after = text.substring(
                Math.min(sentence.end(), text.length()), Math.min(text.length(), sentence.end() + 4 * AROUND));
        return Digest.of(last(before, AROUND), first(after, AROUND));
    }

    private static String last(String text, int most) {
        String plain = plain(text);
        int length = plain.codePointCount(0, plain.length());
        return length <= most
                ? plain
                : plain.substring(plain.offsetByCodePoints(0, length - most)).strip();
    }

    private static String first(String text, int most) {
        String plain = plain(text);
        int length = plain.codePointCount(0, plain.length());
        return length <= most
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, most)).strip();
    }

    /** With one space wherever there is white space, and none at the ends. */
    static String plain(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }
}
