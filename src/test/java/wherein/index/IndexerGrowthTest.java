package wherein.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Growth;
import wherein.collection.Collection;
import wherein.mention.Annotator;

/** The work of a run grows with the files there are, the documents of a file, their ids and what is the matter with them. */
class IndexerGrowthTest {

    private static final String SAME = "{\"id\": \"a\", \"text\": \"Eels.\", \"lang\": \"en\"}\n";

    @TempDir
    private Path folder;

    /** A folder, and the index that was made of it before it came to be what it is. */
    private record State(Path folder, MemorySink index) {}

    /** Changes a folder of so many files or records. */
    private interface Change {
        void make(Path folder, int count) throws IOException;
    }

    private State state(int count, Change before, Change after) {
        try {
            Path files = Files.createTempDirectory(folder, "size");
            MemorySink index = new MemorySink();
            before.make(files, count);
            State state = new State(files, index);
            run(state);
            after.make(files, count);
            return state;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The run is measured, and its outcome thrown away. */
    private static IndexReport run(State state) throws Exception {
        IndexReport report = new Indexer(
                        List.of(Collection.open(state.folder, Optional.empty())),
                        () -> new Annotator(List.of()),
                        Map.of(),
                        new Indexer.Settings(true, 1 << 20, 1),
                        Progress.SILENT)
                .run(state.index, state.index);
        state.index.close();
        return report;
    }

    private static void files(Path folder, int count, String name) throws IOException {
        for (int i = 0; i < count; i++) {
            Files.writeString(folder.resolve(name + i + ".txt"), "Eels, " + i + ".");
        }
    }

    private static void records(Path folder, int count, IntFunction<String> record) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(record.apply(i));
        }
        Files.writeString(folder.resolve("a.jsonl"), all);
    }

    private static String record(int number, String text) {
        return "{\"id\": \"r" + number + "\", \"text\": \"" + text + "\", \"lang\": \"en\"}\n";
    }

    private static void rename(Path folder, int count) {
        for (int i = 0; i < count; i++) {
            try {
                Files.move(folder.resolve("f" + i + ".txt"), folder.resolve("g" + i + ".txt"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void theWorkGrowsWithTheFiles() throws Exception {
        Growth growth = new Growth(150);
        Change none = (folder, count) -> {};
        Change files = (folder, count) -> files(folder, count, "f");
        Change gone = (folder, count) -> {
            for (int i = 0; i < count; i++) {
                Files.delete(folder.resolve("f" + i + ".txt"));
            }
        };
        growth.measure("new files", size -> state(size, none, files), IndexerGrowthTest::run);
        growth.measure("files as they were", size -> state(size, files, none), IndexerGrowthTest::run);
        growth.measure("renamed files", size -> state(size, files, IndexerGrowthTest::rename), IndexerGrowthTest::run);
        growth.measure("files that are gone", size -> state(size, files, gone), IndexerGrowthTest::run);
        growth.check();
    }

    @Test
    void theWorkGrowsWithTheDocumentsOfAFile() throws Exception {
        Growth growth = new Growth(1_000);
        Change none = (folder, count) -> {};
        Change records = (folder, count) -> records(folder, count, i -> record(i, "Eels."));
        Change others = (folder, count) -> records(folder, count, i -> record(i, "Otters."));
        Change sameId = (folder, count) -> records(folder, count, i -> SAME);
        Change faulty = (folder, count) -> records(folder, count, i -> "no record\n");
        growth.measure("new records", size -> state(size, none, records), IndexerGrowthTest::run);
        growth.measure("changed records", size -> state(size, records, others), IndexerGrowthTest::run);
        growth.measure("records that are gone", size -> state(size, records, sameId), IndexerGrowthTest::run);
        growth.measure("records of one id", size -> state(size, none, sameId), IndexerGrowthTest::run);
        growth.measure("faulty records", size -> state(size, none, faulty), IndexerGrowthTest::run);
        growth.check();
    }
}
