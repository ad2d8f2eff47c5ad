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
import wherein.index.Progress;

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
                progress.done(new Progress.Done(files, 100, 300_000L * files, 30_000_000, 12 * files));
            }
        }
        assertThat(told()).isEqualTo("""
                wherein: 3.0 MB of 30.0 MB, 10 of 100 files, 120 passages, 0.3 MB/s, 1:30 min left
                wherein: 6.0 MB of 30.0 MB, 20 of 100 files, 240 passages, 0.3 MB/s, 1:20 min left
                """);
    }

    @Test
    void aRunThatIsSoonDoneTellsNothingButOnATerminal() {
        try (IndexProgress progress = progress(false, 80)) {
            after(Duration.ofSeconds(9));
            progress.done(new Progress.Done(1, 1, 1, 1, 1));
        }
        assertThat(told()).isEmpty();
    }

    @Test
    void aTerminalHasABarThatIsWrittenOverAndLeavesTheLineEmpty() {
        try (IndexProgress progress = progress(true, 100)) {
            after(Duration.ofSeconds(2));
            progress.done(new Progress.Done(250, 1_000, 5_000_000, 20_000_000, 1_234));
            after(Duration.ofMillis(99));
            progress.done(new Progress.Done(260, 1_000, 5_100_000, 20_000_000, 1_300));
            after(Duration.ofMillis(1_901));
            progress.done(new Progress.Done(500, 1_000, 10_000_000, 20_000_000, 2_468));
        }
        assertThat(lines())
                .containsExactly(
                        "[=======                       ]  25 % of 20.0 MB, 6 s left, 250/1,000 files",
                        "[===============               ]  50 % of 20.0 MB, 4 s left, 500/1,000 files", "");
        assertThat(told()).endsWith("\r" + " ".repeat(99) + "\r");
    }

    @Test
    void aNarrowTerminalHasWhatFits() {
        try (IndexProgress progress = progress(true, 40)) {
            after(Duration.ofSeconds(2));
            progress.done(new Progress.Done(250, 1_000, 5_000_000, 20_000_000, 1_234));
        }
        assertThat(lines()).containsExactly(" 25 % of 20.0 MB, 6 s left", "");
    }

    @Test
    void noLineReachesTheLastColumnWhateverIsCounted() {
        Seeded.times(500, random -> {
            bytes.reset();
            int width = 40 + random.nextInt(121);
            try (IndexProgress progress = progress(true, width)) {
                int of = random.nextInt(2_000_000);
                after(Duration.ofMillis(random.nextInt(1, 1_000_000_000)));
                progress.done(new Progress.Done(
                        random.nextInt(of + 1),
                        of,
                        random.nextLong(1L << 50),
                        random.nextLong(1L << 50),
                        random.nextInt(Integer.MAX_VALUE)));
            }
            assertThat(told().split("\r"))
                    .allSatisfy(line -> assertThat(line.length()).isLessThan(width));
        });
    }

    @Test
    void aLargeFileTellsHowFarItIs() {
        try (IndexProgress progress = progress(false, 80)) {
            for (int i = 1; i <= 3; i++) {
                after(Duration.ofSeconds(10));
                progress.done(new Progress.Done(0, 1, 1_000_000_000L * i, 10_000_000_000L, 1_000 * i));
            }
        }
        assertThat(told()).isEqualTo("""
                wherein: 1.0 GB of 10.0 GB, 0 of 1 files, 1,000 passages, 100.0 MB/s, 1:30 min left
                wherein: 2.0 GB of 10.0 GB, 0 of 1 files, 2,000 passages, 100.0 MB/s, 1:20 min left
                wherein: 3.0 GB of 10.0 GB, 0 of 1 files, 3,000 passages, 100.0 MB/s, 1:10 min left
                """);
    }

    @Test
    void whatComesAfterTheLastFileHasItsName() {
        try (IndexProgress progress = progress(false, 80)) {
            after(Duration.ofSeconds(10));
            progress.done(new Progress.Done(1, 2, 1_000_000, 2_000_000, 5));
            after(Duration.ofSeconds(1));
            progress.done(new Progress.Done(2, 2, 2_000_000, 2_000_000, 9));
        }
        assertThat(told()).isEqualTo("""
                wherein: 1.0 MB of 2.0 MB, 1 of 2 files, 5 passages, 0.1 MB/s, 10 s left
                wherein: 2.0 MB of 2.0 MB, 2 of 2 files, 9 passages, 0.2 MB/s, writing the index
                """);
    }

    @Test
    void anEmptyCollectionIsDone() {
        try (IndexProgress progress = progress(true, 80)) {
            after(Duration.ofSeconds(1));
            progress.done(new Progress.Done(0, 0, 0, 0, 0));
        }
        assertThat(lines().getFirst()).isEqualTo("[==========] 100 % of 0 bytes, writing the index, 0/0 files");
    }

    /** What stood in the line one after the other. */
    private List<String> lines() {
        return Arrays.stream(told().substring(1).split("\r"))
                .map(String::stripTrailing)
                .toList();
    }
}
