package wherein.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wherein.text.Span;

/** Which page or time holds where. */
class CueTest {

    private static final List<Cue> PAGES = List.of(page(3, "1"), page(10, "2"), page(20, "3"));

    @Test
    void theLastCueBeforeAPositionHoldsThere() {
        assertThat(Cue.at(PAGES, 2)).isEmpty();
        assertThat(Cue.at(PAGES, 3)).contains(page(3, "1"));
        assertThat(Cue.at(PAGES, 19)).contains(page(10, "2"));
        assertThat(Cue.at(PAGES, 1_000)).contains(page(20, "3"));
    }

    @Test
    void thoseThatHoldInASpanBeginInIt() {
        assertThat(Cue.in(PAGES, new Span(5, 12))).containsExactly(page(5, "1"), page(10, "2"));
        assertThat(Cue.in(PAGES, new Span(0, 3))).isEmpty();
        assertThat(Cue.in(PAGES, new Span(12, 20))).containsExactly(page(12, "2"));
    }

    @Test
    void whatHoldsInASpanHoldsInTheWhole() {
        long seed = Long.getLong("wherein.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            List<Cue> cues = new ArrayList<>();
            for (int at = random.nextInt(5); cues.size() < 8; at += 1 + random.nextInt(6)) {
                cues.add(page(at, "" + cues.size()));
            }
            int start = random.nextInt(40);
            Span span = new Span(start, start + 1 + random.nextInt(20));
            List<Cue> in = Cue.in(cues, span);
            for (int at = span.start(); at < span.end(); at++) {
                assertThat(Cue.at(in, at).map(Cue::label))
                        .as("seed %d, %s at %d", seed, span, at)
                        .isEqualTo(Cue.at(cues, at).map(Cue::label));
            }
        }
    }

    @Test
    void aLabelIsBounded() {
        assertThat(page(0, "x".repeat(1_000)).label()).hasSize(100);
    }

    private static Cue page(int start, String label) {
        return new Cue(start, Cue.Kind.PAGE, label);
    }
}
