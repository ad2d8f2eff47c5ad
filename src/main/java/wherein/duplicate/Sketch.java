package wherein.duplicate;

import java.util.ArrayList;
import java.util.List;
import wherein.text.Span;

/**
 * What is kept of a passage to find those that say the same: some 12 bytes a sentence.
 *
 * @param whole of all its words
 * @param sentences of each of its sentences, in order; none where the passage has too few words, or too many to be compared
 *     with any but its equals
 */
public record Sketch(Part whole, List<Part> sentences) {

    /** A longer text is compared as a whole alone, so that no text can make the work of many others. */
    static final int MOST_WORDS = 2_000;

    /** A passage of as few words may be a quotation from another. */
    static final int QUOTATION = 20;

    /** Takes a copy. */
    public Sketch {
        sentences = List.copyOf(sentences);
    }

    /**
     * Of a whole text or of one of its sentences.
     *
     * @param length in characters, UTF-16
     * @param weight of its words
     * @param prints by which it is found; not to be changed
     */
    public record Part(int length, int weight, int[] prints) {}

    /**
     * The sketch of {@code text}.
     *
     * @param sentences of it, which together are the text
     */
    public static Sketch of(String text, List<Span> sentences) {
        Words words = Words.of(text);
        if (words.areFew() || words.size() > MOST_WORDS) {
            return new Sketch(new Part(text.length(), words.weight(), whole(words)), List.of());
        }
        List<Part> parts = new ArrayList<>();
        for (Span sentence : sentences) {
            Span range = words.within(sentence);
            int weight = words.weight(range.start(), range.end());
            int[] prints = Words.areFew(weight) ? new int[0] : Prints.of(words, range.start(), range.end());
            parts.add(new Part(sentence.length(), weight, prints));
        }
        int[] prints = all(parts);
        if (words.size() <= QUOTATION) {
            prints = Prints.all(words);
        } else if (prints.length == 0) {
            prints = Prints.of(words, 0, words.size());
        }
        return new Sketch(new Part(text.length(), words.weight(), prints), parts);
    }

    private static int[] whole(Words words) {
        return words.size() == 0 ? new int[0] : new int[] {Prints.whole(words)};
    }

    /** The prints of all {@code parts} of a text, each once, ascending. */
    public static int[] all(List<Part> parts) {
        int[] all = new int[parts.stream().mapToInt(part -> part.prints.length).sum()];
        int size = 0;
        for (Part part : parts) {
            System.arraycopy(part.prints, 0, all, size, part.prints.length);
            size += part.prints.length;
        }
        return Prints.distinct(all);
    }
}
