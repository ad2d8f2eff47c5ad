package wherein.duplicate;

import java.util.List;
import wherein.text.Span;

/**
 * Texts that stand, word for word, in one of them.
 *
 * @param representative the longest of them, and of these the first, which holds all others
 * @param members all of them, in order; the first gives the group its name
 * @param variants the representatives of other groups that are the same but for some words, or overlap this one, in order; of
 *     two such groups the shorter one has the other
 */
public record Group(Unit representative, List<Member> members, List<Unit> variants) {

    /** Takes copies. */
    public Group {
        members = List.copyOf(members);
        variants = List.copyOf(variants);
    }

    /** The first member, by which the group is called. */
    public Unit name() {
        return members.getFirst().unit();
    }

    /**
     * One of the texts.
     *
     * @param run the words of the representative that it has, by their numbers from 0
     * @param letters where they stand among its letters ({@link Words#letters}): the same letter of two members has the same place
     */
    public record Member(Unit unit, Span run, Span letters) {

        static Member of(Unit unit, Words representative, Span run) {
            return new Member(
                    unit, run, new Span(representative.letters(run.start()), representative.letters(run.end())));
        }

        /** Whether all its words are among those of {@code other}. */
        public boolean isHeldBy(Member other) {
            return other.letters.start() <= letters.start() && letters.end() <= other.letters.end();
        }
    }
}
