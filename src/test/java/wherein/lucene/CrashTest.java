package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.index.CheckReport;
import wherein.index.IndexException;
import wherein.index.Reading;
import wherein.lucene.EditedCollection.Answers;
import wherein.lucene.WatchedDirectory.Step;

/**
 * A run of the indexer that is cut off by the power, by a write that fails, or by damage: what is left is the old index or the
 * new one, and the next run is as good as a first one.
 */
class CrashTest {

    @TempDir
    private Path folder;

    private int scratch;

    /** A collection, the index of an earlier edition of it, and what the two editions answer. */
    private final class Edition {
        private final EditedCollection collection;
        private final Path index;
        private final Answers before;
        private final Answers after;

        Edition(int seed) throws Exception {
            Random random = new Random(seed);
            collection = new EditedCollection(fresh("logs"), random, 5);
            index = fresh("index");
            collection.index(index);
            before = Answers.of(index);
            collection.edit(random);
            after = collection.fresh(fresh("fresh"));
            assertThat(after).isNotEqualTo(before);
        }

        /** The steps of a whole run, in order. */
        List<Step> steps() throws Exception {
            List<Step> steps = new ArrayList<>();
            Path copy = copy(index);
            collection.index(copy, new WatchedDirectory(FSDirectory.open(copy), (step, name, merging) -> {
                synchronized (steps) {
                    steps.add(step);
                }
            }));
            assertThat(Answers.of(copy)).isEqualTo(after);
            return steps;
        }

        /** What is left at {@code left} is one of the two, and the next run makes it the newer one. */
        boolean holds(Path left, String when) throws Exception {
            CheckReport report = LuceneIndex.check(left, Reading.AT_ONCE);
            assertThat(report.faults()).as(when).isEmpty();
            Answers now = Answers.of(left);
            assertThat(now.equals(before) || now.equals(after)).as(when).isTrue();
            collection.index(left);
            assertThat(Answers.of(left)).as(when).isEqualTo(after);
            assertThat(LuceneIndex.check(left, Reading.AT_ONCE).faults())
                    .as(when)
                    .isEmpty();
            return now.equals(after);
        }
    }

    @Test
    void whereverThePowerIsCutTheIndexIsTheOldOneOrTheNewOne() throws Exception {
        cuts(1, 8);
    }

    @Test
    @Tag("long")
    void thirtyPowerCuts() throws Exception {
        cuts(21, 30);
    }

    @Test
    @Tag("gate")
    void twoHundredPowerCuts() throws Exception {
        for (int edition = 2; edition < 7; edition++) {
            cuts(edition, 40);
        }
    }

    /**
     * Cuts {@code count} runs of one edition: a half of them at what is no write, since such steps make the commit; the other
     * half at writes, all over the run. A step is known by its kind and its number among those of its kind: how many writes
     * there are differs from run to run, and what comes after them would be missed.
     */
    private void cuts(int seed, int count) throws Exception {
        Edition edition = new Edition(seed);
        List<Step> steps = edition.steps();
        List<Step> others = steps.stream()
                .filter(step -> step != Step.WRITE)
                .distinct()
                .sorted()
                .toList();
        Map<Step, Integer> cut = new EnumMap<>(Step.class);
        int renewed = 0;
        for (int i = 0; i < count; i++) {
            // Every other one at a write; the others at each other kind in turn, by turns at its last ones and all over
            // the run.
            Step kind = i % 2 == 0 ? Step.WRITE : others.get(i / 2 % others.size());
            int all = Collections.frequency(steps, kind);
            int round = i / 2 / others.size();
            int number =
                    i % 2 == 1 && round % 2 == 0 ? Math.max(0, all - 1 - round / 2) : (int) ((long) i * all / count);
            Random random = new Random(seed * 1_000L + i);
            Path live = copy(edition.index);
            Path left = Files.createDirectory(fresh("left"));
            CutDisk disk = new CutDisk(live);
            AtomicInteger before = new AtomicInteger(number);
            AtomicBoolean off = new AtomicBoolean();
            Directory directory = disk.directory((step, name, merging) -> {
                // One at a time, so that nothing is done while the disk is looked at.
                synchronized (off) {
                    if (!off.get() && step == kind && before.getAndDecrement() == 0) {
                        off.set(true);
                        disk.cut(left, random);
                        cut.merge(step, 1, Integer::sum);
                    }
                    if (off.get()) {
                        throw new IOException("the power is cut");
                    }
                }
            });
            Throwable fault = catchThrowable(() -> edition.collection.index(live, directory));
            String when = "edition " + seed + ", cut " + i + " before " + kind + " " + number + " of " + all;
            if (!off.get()) {
                // Merges in the background make one run shorter than another: then it has ended, and is cut after it.
                assertThat(fault).as(when).isNull();
                disk.cut(left, random);
            }
            renewed += edition.holds(left, when) ? 1 : 0;
        }
        System.out.println("power cuts at " + cut + "; the new index was there " + renewed + " times of " + count);
        int sum = cut.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(sum).as("runs that were cut before their end").isGreaterThanOrEqualTo(count / 2);
        assertThat(sum - cut.getOrDefault(Step.WRITE, 0))
                .as("runs that were cut at what is no write")
                .isGreaterThanOrEqualTo(count / 4);
    }

    @Test
    void aProcessThatIsKilledLeavesTheOldIndexOrTheNewOne() throws Exception {
        kills(11, 3);
    }

    @Test
    @Tag("long")
    void fifteenKills() throws Exception {
        kills(22, 15);
    }

    @Test
    @Tag("gate")
    void twoHundredKills() throws Exception {
        for (int edition = 12; edition < 16; edition++) {
            kills(edition, 50);
        }
    }

    /** Kills {@code count} processes that index one edition: two of three all over the run, the third near its end. */
    private void kills(int seed, int count) throws Exception {
        Edition edition = new Edition(seed);
        int all = KilledRun.kill(edition.collection, copy(edition.index), Integer.MAX_VALUE)
                .length();
        Map<Character, Integer> hit = new TreeMap<>();
        int renewed = 0;
        for (int i = 0; i < count; i++) {
            Path live = copy(edition.index);
            int after = i % 3 == 2 ? Math.max(1, all - i / 3 % KilledRun.COMMIT) : 1 + (int) ((long) i * all / count);
            String done = KilledRun.kill(edition.collection, live, after);
            hit.merge(done.isEmpty() ? '-' : done.charAt(done.length() - 1), 1, Integer::sum);
            renewed +=
                    edition.holds(live, "edition " + seed + ", killed after " + done.length() + " of " + all) ? 1 : 0;
        }
        System.out.println("kills in writes w, merges m, commits c, deletes d: " + hit + "; the new index was there "
                + renewed + " times of " + count);
    }

    @Test
    void aWriteThatFailsLeavesTheOldIndex() throws Exception {
        failedWrites(1, 4);
    }

    @Test
    @Tag("gate")
    void fiftyFailedWrites() throws Exception {
        failedWrites(2, 25);
        failedWrites(3, 25);
    }

    private void failedWrites(int seed, int count) throws Exception {
        Edition edition = new Edition(seed);
        int steps = edition.steps().size();
        Random random = new Random(seed);
        int failed = 0;
        // A file that cannot be taken away after the commit is no fault of the run, so some failures are of no
        // consequence.
        for (int i = 0; failed < count && i < 10 * count; i++) {
            int at = random.nextInt(steps);
            Path live = copy(edition.index);
            AtomicInteger left = new AtomicInteger(at);
            Directory directory = new WatchedDirectory(FSDirectory.open(live), (step, name, merging) -> {
                // The disk is as good as ever afterwards.
                if (left.getAndDecrement() == 0) {
                    throw new IOException("planted");
                }
            });
            String when = "edition " + seed + ", failure at step " + at + " of " + steps;
            Throwable fault = catchThrowable(() -> edition.collection.index(live, directory));
            failed += fault == null ? 0 : 1;
            boolean renewed = edition.holds(live, when);
            assertThat(fault == null && left.get() < 0 && !renewed)
                    .as(when + " is swallowed")
                    .isFalse();
        }
        assertThat(failed).isEqualTo(count);
    }

    @Test
    void aRandomFaultOnDiskIsRefusedOrAnsweredRightly() throws Exception {
        faults(40);
    }

    @Test
    @Tag("gate")
    void fiveHundredRandomFaults() throws Exception {
        faults(500);
    }

    private void faults(int count) throws Exception {
        Edition edition = new Edition(9);
        List<Path> files = data(edition.index);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < count; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            byte[] other = whole.clone();
            int at = random.nextInt(whole.length);
            other[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, other);
            String when = file.getFileName() + ", byte " + at;
            try {
                assertThat(Answers.of(edition.index)).as(when).isEqualTo(edition.before);
            } catch (IndexException e) {
                refused++;
                assertThat(e.getMessage()).as(when).contains("wherein index").doesNotContain("\n", "Exception");
            }
            assertThat(LuceneIndex.check(edition.index, Reading.AT_ONCE).isSound())
                    .as(when)
                    .isFalse();
            Files.write(file, whole);
        }
        assertThat(refused).isGreaterThan(count * 9 / 10);
        assertThat(LuceneIndex.check(edition.index, Reading.AT_ONCE).isSound()).isTrue();
    }

    @Test
    void overAFileThatIsDamagedOrMissingTheNextRunSucceeds() throws Exception {
        Edition edition = new Edition(10);
        for (Path file : data(edition.index)) {
            for (boolean missing : List.of(true, false)) {
                Path copy = copy(edition.index);
                Path damaged = copy.resolve(file.getFileName().toString());
                byte[] bytes = Files.readAllBytes(damaged);
                Files.delete(damaged);
                if (!missing) {
                    Files.write(damaged, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                }
                edition.collection.index(copy);
                assertThat(Answers.of(copy)).as(file + " missing: " + missing).isEqualTo(edition.after);
            }
        }
    }

    private static List<Path> data(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> file.getFileName().toString().matches("_.*|segments.*"))
                    .sorted()
                    .toList();
        }
    }

    private Path copy(Path index) throws IOException {
        Path copy = Files.createDirectory(fresh("copy"));
        for (Path file : data(index)) {
            Files.copy(file, copy.resolve(file.getFileName().toString()));
        }
        return copy;
    }

    private Path fresh(String name) {
        return folder.resolve(name + scratch++);
    }
}
