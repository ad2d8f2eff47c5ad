package wherein.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void soManyBytesTakeSoLong() {
        Pace pace = new Pace(16 << 20);
        assertThat(pace.rest(16 << 20)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.rest(1 << 20)).isEqualTo(Duration.ofNanos(62_500_000));
        assertThat(pace.rest(0)).isZero();
    }

    @Test
    void aThreadThatIsToEndReadsNoMore() {
        Pace pace = new Pace(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> pace.read(1_000_000)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).as("whoever reads next is told too").isTrue();
    }

    @Test
    void aPaceOfNothingIsRefused() {
        assertThatThrownBy(() -> new Pace(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
