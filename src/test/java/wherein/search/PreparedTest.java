package wherein.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PreparedTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    private String made() throws InterruptedException {
        runs.incrementAndGet();
        assertThat(mayEnd.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return "names";
    }

    @Test
    void whoWaitsIsRefusedAtTheirDeadlineAndTheNextGetsWhatWasMadeMeanwhile() {
        Prepared<String> prepared = new Prepared<>("names", this::made);
        assertThatThrownBy(() -> prepared.get(Deadline.after(Duration.ofMillis(20))))
                .isInstanceOf(DeadlineException.class);
        assertThat(prepared.isMade()).isFalse();
        mayEnd.countDown();
        assertThat(prepared.get(Deadline.after(LONG))).isEqualTo("names");
        assertThat(prepared.isMade()).isTrue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void theClientIsToldThatWorkGoesOnWhileItWaits() {
        Prepared<String> prepared = new Prepared<>("names", this::made);
        AtomicInteger beats = new AtomicInteger();
        Deadline deadline = Deadline.after(LONG).withBeat(Duration.ofMillis(1), () -> {
            if (beats.incrementAndGet() == 3) {
                mayEnd.countDown();
            }
        });
        assertThat(prepared.get(deadline)).isEqualTo("names");
        assertThat(beats).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void whatCouldNotBeMadeIsToldToThoseWhoWaitedAndTriedAgainForTheNext() {
        Prepared<String> prepared = new Prepared<>("names", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new OutOfMemoryError("planted");
            }
            return "names";
        });
        assertThatThrownBy(() -> prepared.get(Deadline.after(LONG)))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("planted");
        assertThat(prepared.get(Deadline.after(LONG))).isEqualTo("names");
    }
}
