package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import wherein.Seeded;

class IndexProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private long now;

    private IndexProgress progress(boolean bar, int width) {
        return new IndexProgress(err, bar, width, () -> now);
    }

    private void after(Duration time) {
        now += time.toNanos();
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void elsewhereThanOnATerminalAPlainLineIsToldEveryTenSeconds() {
        try (IndexProgress progress = progress(false, 80)) {
            for (int files = 1; files <= 25; files++) {
                after(Duration.ofSeconds(1));
                progress.done(files, 100, 12 * files, 300_000L * files);
            }
        }
        assertThat(told()).isEqualTo("""
                wherein: 10 of 100 files, 120 passages, 0.3 MB/s, 1:30 min left
                wherein: 20 of 100 files, 240 passages, 0.3 MB/s, 1:20 min left
                """);
    }

    @Test
    void aRunThatIsSoonDoneTellsNothingButOnATerminal() {
        try (IndexProgress progress = progress(false, 80)) {
            after(Duration.ofSeconds(9));
            progress.done(1, 1, 1, 1);
        }
        assertThat(told()).isEmpty();
    }

    @Test
    void aTerminalHasABarThatIsWrittenOverAndLeavesTheLineEmpty() {
        try (IndexProgress progress = progress(true, 100)) {
            after(Duration.ofSeconds(2));
            progress.done(250, 1_000, 1_234, 5_000_000);
            after(Duration.ofMillis(99));
            progress.done(260, 1_000, 1_300, 5_100_000);
            after(Duration.ofMillis(1_901));
            progress.done(500, 1_000, 2_468, 10_000_000);
        }
        assertThat(lines())
                .containsExactly(
                        "[=======                       ]  25 % 250/1,000 files, 6 s left, 1,234 passages, 2.5 MB/s",
                        "[===============               ]  50 % 500/1,000 files, 4 s left, 2,468 passages, 2.5 MB/s",
                        "");
        assertThat(told()).endsWith("\r" + " ".repeat(99) + "\r");
    }

    @Test
    void aNarrowTerminalHasWhatFits() {
        try (IndexProgress progress = progress(true, 40)) {
            after(Duration.ofSeconds(2));
            progress.done(250, 1_000, 1_234, 5_000_000);
        }
        assertThat(lines()).containsExactly(" 25 % 250/1,000 files, 6 s left", "");
    }

    @Test
    void noLineReachesTheLastColumnWhateverIsCounted() {
        Seeded.times(500, random -> {
            bytes.reset();
            int width = 40 + random.nextInt(121);
            try (IndexProgress progress = progress(true, width)) {
                int of = random.nextInt(2_000_000);
                after(Duration.ofMillis(random.nextInt(1, 1_000_000_000)));
                progress.done(random.nextInt(of + 1), of, random.nextInt(Integer.MAX_VALUE), random.nextLong(1L << 50));
            }
            assertThat(told().split("\r"))
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(width));
        });
    }

    @Test
    void anEmptyCollectionIsDone() {
        try (IndexProgress progress = progress(true, 80)) {
            after(Duration.ofSeconds(1));
            progress.done(0, 0, 0, 0);
        }
        assertThat(lines().getFirst()).isEqualTo("[==========] 100 % 0/0 files, 0 passages, 0.0 MB/s");
    }

    /** What stood in the line one after the other. */
    private List<String> lines() {
        return Arrays.stream(told().substring(1).split("\r"))
                .map(String::stripTrailing)
                .toList();
    }
}
