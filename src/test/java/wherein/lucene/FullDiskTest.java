package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import wherein.contract.Model;
import wherein.index.DiskFullException;
import wherein.search.PassageSearcher;

/** A disk that fills up while an index is built has as much room afterwards as before, and the old index. */
@Isolated("what another test has to say would be taken for ours")
class FullDiskTest {

    @TempDir
    private Path folder;

    @Test
    void whereverTheDiskIsFullTheOldIndexStaysAndNothingElse() throws Exception {
        Model.of(new Random(7)).write(LuceneIndex.writer(folder));
        long whole = needed();
        Map<String, Long> before = files();
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            long room = (long) (random.nextDouble() * whole);
            assertThat(run(room)).as("room for %d of %d bytes", room, whole).isInstanceOf(DiskFullException.class);
            assertThat(files()).as("room for %d of %d bytes", room, whole).isEqualTo(before);
        }
        try (PassageSearcher old = LuceneIndex.open(folder)) {
            assertThat(old.manifest().fingerprint()).isEqualTo("fingerprint");
        }
    }

    @Test
    void aFirstRunLeavesNothingBehind() throws Exception {
        Model.of(new Random(7)).write(LuceneIndex.writer(folder));
        long whole = needed();
        for (String file : files().keySet()) {
            Files.delete(folder.resolve(file));
        }
        Files.deleteIfExists(folder.resolve("write.lock"));
        for (long room = 0; room < whole; room += whole / 20 + 1) {
            DiskFullException full = (DiskFullException) run(room);
            assertThat(full.folder()).isEqualTo(folder);
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void noThreadOfTheLibrarySaysAnythingOfItsOwn() throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            run(10);
        } finally {
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** What a run on a disk with so much room throws; null if it ends well. */
    private Throwable run(long room) {
        return catchThrowable(() -> build(new AtomicLong(room)));
    }

    /** How many bytes a run writes, with all that it takes away itself. */
    private long needed() throws Exception {
        AtomicLong room = new AtomicLong(Long.MAX_VALUE);
        build(room);
        return Long.MAX_VALUE - room.get();
    }

    private void build(AtomicLong room) throws Exception {
        Directory directory = new Full(FSDirectory.open(folder), room);
        Model.of(new Random(8)).write(LuceneWriter.open(folder, directory, true));
    }

    private Map<String, Long> files() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.endsWith("write.lock")).toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return sizes;
    }

    /** A disk with room for so many bytes, of which nothing comes back. */
    private static final class Full extends FilterDirectory {

        private final AtomicLong room;

        Full(Directory directory, AtomicLong room) {
            super(directory);
            this.room = room;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            return new Limited(super.createOutput(name, context), room);
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            return new Limited(super.createTempOutput(prefix, suffix, context), room);
        }
    }

    private static final class Limited extends FilterIndexOutput {

        private final AtomicLong room;

        Limited(IndexOutput out, AtomicLong room) {
            super("limited " + out, out.getName(), out);
            this.room = room;
        }

        @Override
        public void writeByte(byte b) throws IOException {
            take(1);
            super.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
            take(length);
            super.writeBytes(bytes, offset, length);
        }

        private void take(int bytes) throws IOException {
            if (room.addAndGet(-bytes) < 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
