package wherein.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/**
 * Reads files of binary formats in child processes, each with a heap of its own, no secrets and, where the system permits, no
 * network: a file that is made to take all memory, or never to end, takes a child with it and nothing else. A child reads one file
 * after the other; there are as many as threads ask at once, and they end when nothing has been asked of them for some seconds,
 * or when this process does. Safe for use by several threads at once.
 */
public final class ChildReader {

    /** For how long a child may keep us waiting for what it reads of a file, and how much longer for each megabyte of it. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration FOR_A_MEGABYTE = Duration.ofSeconds(1);

    private static final long IDLE_SECONDS = 5;

    private final Duration longest;
    private final Deque<Child> idle = new ConcurrentLinkedDeque<>();
    private List<String> prefix;

    /** A reader without children yet. */
    public ChildReader() {
        this(LONGEST);
    }

    /** A reader that waits for {@code longest} for what is read of a file that is small. */
    ChildReader(Duration longest) {
        this.longest = longest;
    }

    /**
     * Reads {@code file}.
     *
     * @param most the greatest number of bytes that a text may have
     * @param ocr how pictures of pages are read; empty where they are not
     * @throws UnreadableException if it is damaged, locked or too long, or the child ran out of memory or time
     */
    public void read(Path file, BinaryFormat format, long most, Optional<Ocr> ocr, Extracts extracts)
            throws IOException, UnreadableException {
        // Whether it may be read at all is told here, by the system's own words.
        Files.newInputStream(file).close();
        Duration wait = longest.plus(FOR_A_MEGABYTE.multipliedBy(Files.size(file) >> 20));
        Child child = take(most);
        boolean sound = false;
        try {
            child.read(file, format, ocr, wait, extracts);
            sound = true;
        } catch (UnreadableException e) {
            sound = child.isAlive();
            throw e;
        } finally {
            if (sound) {
                giveBack(child);
            } else {
                child.end();
            }
        }
    }

    private Child take(long most) throws IOException {
        for (Child child = idle.pollFirst(); child != null; child = idle.pollFirst()) {
            if (child.isAlive() && child.most() == most) {
                return child;
            }
            child.end();
        }
        return Child.start(prefix(), most);
    }

    private void giveBack(Child child) {
        int turns = child.turns();
        idle.addFirst(child);
        CompletableFuture.delayedExecutor(IDLE_SECONDS, TimeUnit.SECONDS).execute(() -> {
            // Whoever takes it off the list has it for himself.
            if (idle.remove(child)) {
                if (child.turns() == turns) {
                    child.end();
                } else {
                    idle.addFirst(child);
                }
            }
        });
    }

    private synchronized List<String> prefix() {
        if (prefix == null) {
            PrivateFolder.removeForgotten();
            prefix = Namespace.prefix();
        }
        return prefix;
    }
}
