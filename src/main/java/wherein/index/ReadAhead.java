package wherein.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import wherein.document.Document;
import wherein.document.Note;
import wherein.document.NoteGroup;

/**
 * Reads several files at once, each in a thread of its own, and hands on what comes of them in whatever order is asked for: so a file that
 * takes long, such as a PDF, is being read while those before it are worked on. Holds no more text at once than a bound says; the file that
 * is asked for goes on beyond it, which is why no two wait for each other. Readings have to be asked for in the order in which
 * they were begun.
 */
final class ReadAhead implements AutoCloseable {

    /** Of so many characters, UTF-16, are all that is read and not yet taken at most; a greater document is alone. */
    private static final int MOST_CHARACTERS = 8 << 20;

    /** What anything that is read takes besides its text, counted as characters. */
    private static final int EACH = 1 << 10;

    private final ExecutorService threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Guarded by the lock, as is all that follows. */
    private long inHand;

    private boolean closed;

    /** What comes of a file, in its order. */
    sealed interface Piece {

        /**
         * How the file was found; comes first.
         *
         * @param same whether nothing has changed, so that it was not read
         * @param former its name when its text was read; empty where that was not under another one
         */
        record Looked(FileState state, boolean same, Optional<String> former) implements Piece {}

        /**
         * A document.
         *
         * @param line where in its file it begins; 0 where it is the whole file
         * @param bytes how many bytes of the file were read for it
         */
        record Read(Document document, int line, long bytes) implements Piece {}

        /** Something that was the matter. */
        record Noted(Note note) implements Piece {}

        /** What was the matter when the text was read. */
        record NotedBefore(List<NoteGroup> notes) implements Piece {}
    }

    /** Takes the pieces of a file. */
    interface Taker {

        /** The next one. */
        void put(Piece piece);

        /** Throws what it could not do with a piece. */
        default void rethrow() throws IOException {}
    }

    /** Reads one file. */
    interface Task {

        /** How many bytes it takes in memory while it is read. */
        long size();

        /** Hands all that comes of the file to {@code taker}. */
        void read(Taker taker) throws IOException;
    }

    /** For so many files at once. */
    ReadAhead(int count) {
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("reading-", 1).factory());
    }

    /** Begins to read a file as soon as there is a thread and room for it. */
    Reading begin(Task task) {
        Reading reading = new Reading();
        threads.execute(() -> reading.run(task));
        return reading;
    }

    /** Ends all reading. What is being read is not waited for. */
    @Override
    public void close() {
        locked(() -> closed = true);
        threads.shutdown();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One file on its way. */
    final class Reading implements Taker {
        private final Deque<Piece> pieces = new ArrayDeque<>();
        private final Deque<Integer> sizes = new ArrayDeque<>();
        private long reserved;
        private boolean asked;
        private boolean ended;
        private Throwable fault;

        private void run(Task task) {
            try {
                take(Math.min(MOST_CHARACTERS, task.size()));
                task.read(this);
            } catch (CancellationException e) {
                // Nobody asks for it any more.
                return;
            } catch (IOException | RuntimeException | Error e) {
                locked(() -> fault = e);
            } finally {
                locked(() -> {
                    ended = true;
                    inHand -= reserved;
                    reserved = 0;
                });
            }
        }

        private void take(long characters) {
            lock.lock();
            try {
                while (!closed && inHand + characters > MOST_CHARACTERS && !(asked && pieces.isEmpty())) {
                    changed.awaitUninterruptibly();
                }
                if (closed) {
                    throw new CancellationException("the run has ended");
                }
                inHand += characters;
                reserved += characters;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void put(Piece piece) {
            int text = piece instanceof Piece.Read read ? read.document().text().length() : 0;
            int size = Math.min(MOST_CHARACTERS, text + EACH);
            // The document takes the room that its file has taken before.
            if (size > reserved) {
                take(size - reserved);
            }
            locked(() -> {
                reserved -= size;
                pieces.add(piece);
                sizes.add(size);
            });
        }

        /** Hands all pieces that there are still to {@code taker}. */
        void drain(Taker taker) throws IOException {
            for (Optional<Piece> piece = next(); piece.isPresent(); piece = next()) {
                taker.put(piece.get());
                taker.rethrow();
            }
        }

        /** The next piece, as soon as there is one; empty at the end. Throws what reading could not do. */
        Optional<Piece> next() throws IOException {
            lock.lock();
            try {
                asked = true;
                changed.signalAll();
                while (pieces.isEmpty() && !ended) {
                    changed.awaitUninterruptibly();
                }
                if (!pieces.isEmpty()) {
                    inHand -= sizes.remove();
                    return Optional.of(pieces.remove());
                }
                return switch (fault) {
                    case null -> Optional.empty();
                    case IOException e -> throw e;
                    case RuntimeException e -> throw e;
                    case Error e -> throw e;
                    default -> throw new IllegalStateException(fault);
                };
            } finally {
                lock.unlock();
            }
        }
    }
}
