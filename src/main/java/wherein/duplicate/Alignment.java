package wherein.duplicate;

import java.util.List;
import java.util.Optional;
import wherein.text.Span;

/**
 * What two texts have in common, and where they differ in it. All spans are UTF-16 positions of their text.
 *
 * @param left the run of the first text that stands in the second
 * @param right the run of the second text that stands in the first
 * @param differences within the runs, in order; none where they are the {@link Likeness#SAME same}
 */
public record Alignment(Likeness likeness, Span left, Span right, List<Difference> differences) {

    /** So much of the shorter of two texts has to stand in the longer. */
    public static final double CONTAINED = 0.8;

    /** Takes a copy. */
    public Alignment {
        differences = List.copyOf(differences);
    }

    /**
     * What two texts have in common, if four fifths of the shorter one stand in the longer and these are at least eight words;
     * of shorter texts, if all words are equal. Where one of the two goes on beyond the run and the other does not, the run is
     * cut and not different; where both go on, they differ. Takes time in proportion to both texts, but for a logarithm.
     */
    public static Optional<Alignment> of(Words left, Words right) {
        return Match.of(left, right).map(match -> of(match, left, right));
    }

    static Alignment of(Match match, Words left, Words right) {
        return new Alignment(
                match.likeness(),
                left.run(match.left().start(), match.left().end()),
                right.run(match.right().start(), match.right().end()),
                match.differences().stream()
                        .map(each -> new Difference(
                                left.run(each.left().start(), each.left().end()),
                                right.run(each.right().start(), each.right().end())))
                        .toList());
    }
}
