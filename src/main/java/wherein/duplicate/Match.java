package wherein.duplicate;

import java.util.List;
import java.util.Optional;
import wherein.text.Span;

/**
 * What the words of two texts have in common, in numbers of words. Made in time linear in both, but for the logarithm of a
 * search.
 *
 * @param left the run in the first text
 * @param right the run in the second text
 * @param differences within the run, in order
 */
record Match(Likeness likeness, Span left, Span right, List<Difference> differences) {

    Match {
        differences = List.copyOf(differences);
    }

    /** The two runs with nothing between them that differs. */
    private static Match same(int left, int right, int length) {
        return new Match(Likeness.SAME, new Span(left, left + length), new Span(right, right + length), List.of());
    }

    /** What the two have in common; empty if that is less than tells anything. */
    static Optional<Match> of(Words left, Words right) {
        if (left.areFew() || right.areFew()) {
            return left.size() > 0 && WordDiff.areEqual(left, right)
                    ? Optional.of(
                            new Match(Likeness.SAME, new Span(0, left.size()), new Span(0, right.size()), List.of()))
                    : Optional.empty();
        }
        Optional<Match> equal = left.size() <= right.size()
                ? overlap(left, right)
                : overlap(right, left).map(Match::mirrored);
        return equal.or(() -> new WordDiff(left, right).match());
    }

    Match mirrored() {
        List<Difference> mirrored = differences.stream()
                .map(each -> new Difference(each.right(), each.left()))
                .toList();
        return new Match(likeness, right, left, mirrored);
    }

    /** The shorter one within the longer, or an end of the one that is a beginning of the other. */
    private static Optional<Match> overlap(Words shorter, Words longer) {
        int[] borders = borders(shorter);
        int matched = 0;
        for (int i = 0; i < longer.size(); i++) {
            matched = next(shorter, borders, matched, longer.form(i));
            if (matched == shorter.size()) {
                return Optional.of(same(0, i + 1 - matched, matched));
            }
        }
        int least = (int) Math.ceil(Math.max(Words.LEAST, Alignment.CONTAINED * shorter.size()));
        if (matched >= least) {
            return Optional.of(same(0, longer.size() - matched, matched));
        }
        int[] back = borders(longer);
        int ending = 0;
        for (int i = 0; i < shorter.size(); i++) {
            ending = next(longer, back, ending, shorter.form(i));
        }
        return ending >= least ? Optional.of(same(shorter.size() - ending, 0, ending)) : Optional.empty();
    }

    /** How many words of {@code text} from its beginning end at {@code form}, where {@code matched} did before it. */
    private static int next(Words text, int[] borders, int matched, String form) {
        int length = matched;
        while (length > 0 && (length == text.size() || !text.form(length).equals(form))) {
            length = borders[length - 1];
        }
        return text.form(length).equals(form) ? length + 1 : 0;
    }

    /** Knuth, Morris and Pratt: of the words up to each, how many at their end are those at their beginning. */
    private static int[] borders(Words text) {
        int[] borders = new int[text.size()];
        for (int i = 1; i < borders.length; i++) {
            borders[i] = next(text, borders, borders[i - 1], text.form(i));
        }
        return borders;
    }
}
