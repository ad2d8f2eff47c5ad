package wherein.verdict;

import java.time.Instant;
import java.util.Map;
import wherein.mention.Mention;

/** Verdicts for tests. */
final class Samples {

    private Samples() {}

    /** A mention of Georgia, the only one in its sentence, which is that of number {@code number}. */
    static Anchor anchor(int number) {
        return new Anchor(
                "fog.txt",
                Mention.Type.COUNTRY,
                "Georgia",
                "GE",
                10 * number,
                10 * number + 7,
                "Ferry " + number + " left",
                "at noon.",
                1,
                "",
                "00000000000000ff");
    }

    static Verdict of(int number, String reviewer, Word word) {
        return of(number, reviewer, word, "");
    }

    static Verdict of(int number, String reviewer, Word word, String note) {
        Map<String, String> to = word == Word.REASSIGNED ? Map.of("id", "US") : Map.of();
        return new Verdict(Instant.EPOCH, reviewer, word, to, note, anchor(number));
    }
}
