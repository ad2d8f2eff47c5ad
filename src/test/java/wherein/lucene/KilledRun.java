package wherein.lucene;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.FSDirectory;
import wherein.lucene.WatchedDirectory.Step;

/** A run of the indexer in a process of its own, which says what it does as it does it, and is killed on the way. */
final class KilledRun {

    /** How many letters a commit is worth, about: so many of the last ones are hit one by one. */
    static final int COMMIT = 40;

    /** One of so many writes is told. */
    private static final int SOME = 400;

    private KilledRun() {}

    /**
     * Indexes the collection of the first argument into the folder of the second, and prints a letter for what it does: w and m
     * for some hundred writes, m if they are of a merge, c for a step of the commit, d for a file that is taken away.
     */
    public static void main(String... arguments) throws Exception {
        AtomicLong writes = new AtomicLong();
        Path index = Path.of(arguments[1]);
        try (OutputStream out = new FileOutputStream(FileDescriptor.out);
                FSDirectory directory = FSDirectory.open(index)) {
            new EditedCollection(Path.of(arguments[0]))
                    .index(index, new WatchedDirectory(directory, (step, name, merging) -> {
                        if (step != Step.WRITE || writes.getAndIncrement() % SOME == 0) {
                            out.write(letter(step, merging));
                        }
                    }));
        }
    }

    private static char letter(Step step, boolean merging) {
        return switch (step) {
            case CREATE, WRITE -> merging ? 'm' : 'w';
            case SYNC, SYNC_METADATA, RENAME -> 'c';
            case DELETE -> 'd';
        };
    }

    /** Starts such a process, and kills it, as {@code kill -9} does, when it has said so much; what it said by then. */
    static String kill(EditedCollection collection, Path index, int after) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        collection.folder().toString(),
                        index.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        StringBuilder said = new StringBuilder();
        try (InputStream in = process.getInputStream()) {
            for (int letter = in.read(); letter >= 0; letter = in.read()) {
                said.append((char) letter);
                if (said.length() == after) {
                    // The process itself would close its output too, and what it said last would be lost.
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        return said.toString();
    }
}
