package wherein.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.index.Reading;
import wherein.lucene.LuceneIndex;
import wherein.query.QueryLimits;
import wherein.search.Commits;
import wherein.search.PassageSearcher;

class GenerationsTest {

    private static final Duration IDLE = Duration.ofMinutes(5);

    @TempDir
    private Path index;

    private final AtomicLong now = new AtomicLong();
    private final List<String> warmed = new ArrayList<>();
    private Generations<String> generations;

    @BeforeEach
    void open() throws Exception {
        Landing.commit(index, "one", 2, 1);
        generations = new Generations<>(
                LuceneIndex.commits(index, LuceneIndex.LIMIT, QueryLimits.MOST),
                searcher -> searcher.manifest().fingerprint(),
                value -> {
                    synchronized (warmed) {
                        warmed.add(value + " while " + generations.state().newest());
                    }
                },
                new Generations.Keep(2, IDLE),
                now::get);
        assertThat(generations.acquire()).isEmpty();
        generations.openFirst();
    }

    @AfterEach
    void close() {
        generations.close();
    }

    @Test
    void aCommitAnswersAfterItLandedAndWasWarmedUp() throws Exception {
        assertThat(generations.refresh()).isFalse();
        assertThat(newest()).isEqualTo("one");
        land("two");
        assertThat(newest()).isEqualTo("two");
        synchronized (warmed) {
            assertThat(warmed).contains("two while 1");
        }
        assertThat(generations.refresh()).isFalse();
    }

    @Test
    void whoHoldsALeaseReadsItsGenerationHoweverManyCome() throws Exception {
        Generations.Lease<String> lease = generations.acquire().orElseThrow();
        long number = generations.state().newest();
        for (int i = 0; i < 5; i++) {
            land("later " + i);
        }
        assertThat(lease.value()).isEqualTo("one");
        try (Generations.Lease<String> again = generations.acquire(number).orElseThrow()) {
            assertThat(again.value()).isEqualTo("one");
        }
        assertThat(generations.state().open()).isEqualTo(1 + 2 + 1);
        lease.close();
        assertThat(generations.state().open()).isEqualTo(1 + 2);
        assertThat(generations.acquire(number)).isEmpty();
    }

    @Test
    void anOlderGenerationStaysAsLongAsItIsUsedNowAndThen() throws Exception {
        long number = generations.state().newest();
        land("two");
        for (int i = 0; i < 10; i++) {
            now.addAndGet(IDLE.toNanos());
            generations.acquire(number).orElseThrow().close();
        }
        now.addAndGet(IDLE.toNanos() + 1);
        generations.refresh();
        assertThat(generations.acquire(number)).isEmpty();
        assertThat(newest()).isEqualTo("two");
    }

    @Test
    void aDamagedCommitIsRefusedAndToldOnceAndTheOldOneGoesOn() throws Exception {
        Landing.commit(index, "two", 2, 1);
        byte[] whole = damage();
        List<String> told = told(() -> {
            for (int i = 0; i < 3; i++) {
                assertThat(generations.refresh()).isFalse();
            }
        });
        assertThat(told).hasSize(1);
        assertThat(told.getFirst()).contains("damaged");
        assertThat(newest()).isEqualTo("one");
        assertThat(generations.state().refusals()).isEqualTo(1);
        Files.write(data(), whole);
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(generations.refresh()).isTrue();
        assertThat(newest()).isEqualTo("two");
    }

    @Test
    void aFolderMadeAnewIsANewGenerationThoughItCountsFromOneAgain() throws Exception {
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(generations.refresh()).isFalse();
        assertThat(newest()).isEqualTo("one");
        land("two");
        assertThat(newest()).isEqualTo("two");
    }

    @Test
    void afterTheEndNothingIsOpenButWhatIsStillRead() {
        Generations.Lease<String> lease = generations.acquire().orElseThrow();
        generations.close();
        assertThat(generations.state().open()).isEqualTo(1);
        lease.close();
        // What warms the first one up reads it for a moment, too.
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (generations.state().open() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(generations.state()).isEqualTo(new Generations.State(0, 0, 0));
        assertThat(generations.acquire()).isEmpty();
    }

    @Test
    void filesOfClosedGenerationsAreGivenBack() throws Exception {
        long before = mapped();
        for (int i = 0; i < 10; i++) {
            land("later " + i);
        }
        now.addAndGet(IDLE.toNanos() + 1);
        generations.refresh();
        assertThat(generations.state().open()).isEqualTo(1);
        assertThat(mapped()).isEqualTo(before);
    }

    @Test
    void aGenerationThatCannotBeBuiltOrWarmedUpIsGivenBackAndTheOldOneGoesOn() throws Exception {
        for (Throwable fault : List.of(new IllegalStateException("planted"), new OutOfMemoryError("planted"))) {
            for (boolean atBuilding : new boolean[] {true, false}) {
                Path own = index.resolveSibling(
                        index.getFileName() + "-" + fault.getClass().getSimpleName() + atBuilding);
                Landing.commit(own, "one", 2, 1);
                List<PassageSearcher> opened = new ArrayList<>();
                try (Generations<String> faulty = new Generations<>(
                        LuceneIndex.commits(own, LuceneIndex.LIMIT, QueryLimits.MOST),
                        searcher -> {
                            opened.add(searcher);
                            thrown(fault, atBuilding && opened.size() > 1);
                            return "built " + opened.size();
                        },
                        value -> thrown(fault, !atBuilding && value.equals("built 2")),
                        new Generations.Keep(2, IDLE),
                        now::get)) {
                    faulty.openFirst();
                    Landing.commit(own, "two", 2, 1);
                    List<String> told = told(() -> assertThat(faulty.refresh()).isFalse());
                    assertThat(told)
                            .hasSize(1)
                            .allSatisfy(each -> assertThat(each).contains("planted"));
                    assertThat(faulty.state()).isEqualTo(new Generations.State(1, 1, 1));
                    assertThatThrownBy(() -> opened.get(1).passages("d000000"))
                            .isInstanceOf(AlreadyClosedException.class);
                    assertThat(opened.get(0).passages("d000000")).hasSize(1);
                }
            }
        }
    }

    private static void thrown(Throwable fault, boolean now) {
        if (now && fault instanceof Error error) {
            throw error;
        }
        if (now) {
            throw (RuntimeException) fault;
        }
    }

    @Test
    void theWatchGoesOnAfterAnError() throws Exception {
        CountDownLatch looks = new CountDownLatch(3);
        Commits troubled = new Commits() {
            @Override
            public String newest() {
                looks.countDown();
                return "commit " + looks.getCount();
            }

            @Override
            public PassageSearcher open() {
                throw new StackOverflowError("planted");
            }

            @Override
            public boolean reread(long generation, Reading reading) {
                throw new AssertionError("there is nothing to read");
            }
        };
        try (Generations<String> watched =
                new Generations<>(troubled, any -> "", any -> {}, new Generations.Keep(2, IDLE), now::get)) {
            List<String> told = told(() -> {
                watched.watch(Duration.ofMillis(1));
                try {
                    assertThat(looks.await(5, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(told).isNotEmpty();
        }
    }

    private String newest() {
        Optional<Generations.Lease<String>> lease = generations.acquire();
        try (var held = lease.orElseThrow()) {
            return held.value();
        }
    }

    private void land(String title) throws Exception {
        Landing.commit(index, title, 2, 1);
        assertThat(generations.refresh()).isTrue();
    }

    /** The file that holds the texts of the newest commit, which is whole until this flips a bit of it. */
    private byte[] damage() throws IOException {
        byte[] whole = Files.readAllBytes(data());
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(data(), damaged);
        return whole;
    }

    private Path data() throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> file.toString().matches(".*\\.(cfs|fdt)"))
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    /** How many files of the index this process holds in memory, deleted ones included. */
    private long mapped() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.exists(maps)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.filter(line -> line.contains(index.toString())).count();
        }
    }

    private static List<String> told(Runnable during) {
        List<String> told = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                told.add(String.valueOf(logged.getParameters() == null ? "" : logged.getParameters()[0]));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Generations.class.getName());
        logger.addHandler(listener);
        logger.setUseParentHandlers(false);
        try {
            during.run();
        } finally {
            logger.removeHandler(listener);
            logger.setUseParentHandlers(true);
        }
        return told;
    }
}
