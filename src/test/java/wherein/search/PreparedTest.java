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

    private final Preparations preparations = new Preparations();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    private String made() throws InterruptedException {
        runs.incrementAndGet();
        assertThat(mayEnd.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return "names";
    }

    @Test
    void whoWaitsIsRefusedAtTheirDeadlineAndTheNextGetsWhatWasMadeMeanwhile() {
        Prepared<String> prepared = preparations.prepare("names", deadline -> made());
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
        Prepared<String> prepared = preparations.prepare("names", deadline -> made());
        AtomicInteger beats = new AtomicInteger();
        Deadline deadline = Deadline.after(LONG);
        deadline.onBeat(Duration.ofMillis(1), () -> {
            if (beats.incrementAndGet() == 3) {
                mayEnd.countDown();
            }
        });
        assertThat(prepared.get(deadline)).isEqualTo("names");
        assertThat(beats).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void whatCouldNotBeMadeIsToldToThoseWhoWaitedAndTriedAgainForTheNext() {
        Prepared<String> prepared = preparations.prepare("names", deadline -> {
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

    @Test
    void whatClosesEndsTheWorkAtItsNextLookAndIsItselfClosedAfterIt() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger looksAfterTheEnd = new AtomicInteger();
        Prepared<String> endless = preparations.prepare("names", deadline -> {
            working.countDown();
            while (true) {
                if (deadline.isOver()) {
                    looksAfterTheEnd.incrementAndGet();
                    assertThat(closed.getCount()).as("closed while it is read").isEqualTo(1);
                }
                deadline.renew();
                deadline.check();
            }
        });
        endless.begin();
        working.await();
        preparations.close(closed::countDown);
        assertThat(closed.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(looksAfterTheEnd).hasValueLessThanOrEqualTo(1);
        assertThatThrownBy(endless::begin).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> preparations.prepare("more", deadline -> "").begin())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void whereNothingWorksItIsClosedAtOnce() throws Exception {
        Prepared<String> made = preparations.prepare("names", deadline -> "names");
        assertThat(made.get(Deadline.after(LONG))).isEqualTo("names");
        CountDownLatch closed = new CountDownLatch(1);
        preparations.close(closed::countDown);
        // The thread that made it may be about to end.
        assertThat(closed.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(made.get(Deadline.after(LONG))).as("what is there stays").isEqualTo("names");
    }

    @Test
    void whatIsTooLargeToBeMadeIsToldAsTheLimitThatItIs() {
        Prepared<String> prepared = preparations.prepare("names", deadline -> {
            throw new TooManyGroupsException(7, 1 << 20);
        });
        assertThatThrownBy(() -> prepared.get(Deadline.after(LONG)))
                .isInstanceOf(TooManyGroupsException.class)
                .hasMessageContaining("more than 7 groups");
    }
}
