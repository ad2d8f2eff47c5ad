package wherein.verdict;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import wherein.verdict.VerdictException.Reason;

/**
 * The file of verdicts on the disk: lines, to which more are added at its end and which never change. Several processes may
 * write it: each adds its lines whole, one process after the other. A line is on the disk when {@link Writing#add} returns. What a
 * power cut leaves of a line at the end of the file is no line; whoever writes next cuts it away.
 */
final class VerdictFile {

    /** Its name, in the folder of the index. */
    static final String NAME = "verdicts.ndjson";

    /** The file that is locked by who writes; it holds nothing. */
    static final String LOCK = "verdicts.lock";

    /** Bytes of a line at most; what is longer is no verdict. */
    static final int LONGEST = 64 << 10;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long AGAIN_MS = 2;
    private static final int BUFFER = 64 << 10;

    private final Path folder;
    private final Path file;

    private VerdictFile(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** That of the index in {@code folder}. */
    static VerdictFile in(Path folder) {
        return new VerdictFile(folder, folder.resolve(NAME));
    }

    /** One that lies anywhere. */
    static VerdictFile at(Path file) {
        Path whole = file.toAbsolutePath();
        return new VerdictFile(whole.getParent(), whole);
    }

    /** Where it lies. */
    Path path() {
        return file;
    }

    /**
     * What tells one state of the file from another, without a look into it.
     *
     * @param key of the file itself, which another that takes its name has not; null where the disk has none
     * @param bytes its size; 0 where there is no file
     */
    record Look(Object key, long bytes) {

        /** Whether this may be {@code earlier} with more lines. */
        boolean follows(Look earlier) {
            return bytes >= earlier.bytes && (earlier.bytes == 0 || Objects.equals(key, earlier.key));
        }
    }

    /** Looks at the file, which need not be there. */
    Look look() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(attributes.fileKey(), attributes.size());
        } catch (NoSuchFileException e) {
            return new Look(null, 0);
        }
    }

    /**
     * Takes one line after the other.
     *
     * @param <E> what ends the reading
     */
    @FunctionalInterface
    interface Taker<E extends Exception> {
        /**
         * Takes a line.
         *
         * @param line without its end; null if it is longer than {@link #LONGEST}
         * @param offset of its first byte in the file
         */
        void line(byte[] line, long offset) throws IOException, E;
    }

    /**
     * What was read.
     *
     * @param end of the last line, its end included: the next is read from here on
     * @param torn bytes behind it that are no line, or not yet
     */
    record Done(long end, long torn) {}

    /** Hands the lines from byte {@code from} on to {@code taker}; where there is no file, none. Holds one line at a time. */
    <E extends Exception> Done read(long from, Taker<E> taker) throws IOException, E {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(channel, from, taker);
        } catch (NoSuchFileException e) {
            return new Done(0, 0);
        }
    }

    private <E extends Exception> Done read(FileChannel channel, long from, Taker<E> taker) throws IOException, E {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long begin = from;
        long at = from;
        // No further than it goes now, so that this ends whatever the file is.
        long size = channel.size();
        while (at < size && fill(channel, buffer.clear().limit((int) Math.min(BUFFER, size - at)), at) > 0) {
            buffer.flip();
            byte[] bytes = buffer.array();
            int start = 0;
            for (int i = 0; i < buffer.limit(); i++) {
                if (bytes[i] == '\n') {
                    line.write(bytes, start, Math.min(i - start, Math.max(0, LONGEST + 1 - line.size())));
                    taker.line(line.size() > LONGEST ? null : line.toByteArray(), begin);
                    line.reset();
                    start = i + 1;
                    begin = at + start;
                }
            }
            int rest = buffer.limit() - start;
            line.write(bytes, start, Math.min(rest, Math.max(0, LONGEST + 1 - line.size())));
            at += buffer.limit();
        }
        if (line.size() > 0 && line.size() <= LONGEST && isWhole(line.toByteArray())) {
            // Somebody's editor ended the file without an end of line; a part of an object is never an object.
            taker.line(line.toByteArray(), begin);
            return new Done(at, 0);
        }
        return new Done(begin, at - begin);
    }

    private int fill(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        try {
            return channel.read(buffer, at);
        } catch (IOException e) {
            // The system says only why.
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isWhole(byte[] line) {
        try {
            Verdict.object(new String(line, StandardCharsets.UTF_8));
            return true;
        } catch (VerdictException e) {
            return false;
        }
    }

    /** The verdict that {@code entry} was read from. */
    Verdict verdict(Entry entry) throws IOException {
        String changed = file + " was changed, which nobody may do but at its end; ask again";
        try {
            Verdict verdict = Verdict.parse(line(entry.offset, entry.length));
            if (verdict.time().toEpochMilli() == entry.time
                    && verdict.reviewer().equals(entry.by)) {
                return verdict;
            }
        } catch (VerdictException e) {
            throw new IOException(changed, e);
        }
        throw new IOException(changed);
    }

    /** The {@code length} bytes from {@code offset} on. */
    String line(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset + buffer.position()) < 0) {
                    throw new IOException(file + " was cut while it was read; ask again");
                }
            }
        }
        return new String(buffer.array(), StandardCharsets.UTF_8);
    }

    /**
     * Begins to write; no other process does meanwhile, and it is waited for for five seconds at most.
     *
     * @throws VerdictException if that cannot be
     */
    Writing write() throws VerdictException {
        FileChannel lock = null;
        try {
            lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            await(lock);
            Writing writing = new Writing(lock);
            lock = null;
            return writing;
        } catch (IOException | ReadOnlyFileSystemException e) {
            throw told(e);
        } finally {
            close(lock);
        }
    }

    private void await(FileChannel lock) throws IOException, VerdictException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isLocked(lock)) {
            if (System.nanoTime() > end) {
                throw new VerdictException(
                        Reason.BUSY,
                        "another process has been writing " + file + " for " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(AGAIN_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new VerdictException(Reason.BUSY, "the program ends", e);
            }
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            FileLock held = lock.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            // By this process, for another server in it.
            return false;
        }
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // Nothing was written through it.
            return;
        }
    }

    /** The right to write, until it is closed. */
    final class Writing implements AutoCloseable {

        private final FileChannel lock;

        private Writing(FileChannel lock) {
            this.lock = lock;
        }

        /**
         * Cuts the file at {@code end}, behind which no line is.
         *
         * @param expected bytes that are to be cut, so that nothing else goes
         */
        void cut(long end, long expected) throws VerdictException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                if (channel.size() != end + expected) {
                    throw new VerdictException(
                            Reason.BUSY, file + " was changed by another program while it was looked at");
                }
                channel.truncate(end);
                channel.force(true);
            } catch (IOException | ReadOnlyFileSystemException e) {
                throw told(e);
            }
        }

        /**
         * Adds lines, each without its end, and returns once they are on the disk. Where that fails, none of them is there.
         *
         * @param end of the file, where they go
         * @return where each begins
         */
        long[] add(long end, List<byte[]> lines) throws VerdictException {
            boolean isNew = end == 0;
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                if (end > 0 && !endsALine(channel, end)) {
                    all.write('\n');
                }
                long[] offsets = new long[lines.size()];
                for (int i = 0; i < offsets.length; i++) {
                    offsets[i] = end + all.size();
                    all.writeBytes(lines.get(i));
                    all.write('\n');
                }
                put(channel, end, all.toByteArray());
                if (isNew) {
                    force(folder);
                }
                return offsets;
            } catch (IOException | ReadOnlyFileSystemException e) {
                throw told(e);
            }
        }

        private static boolean endsALine(FileChannel channel, long end) throws IOException {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.read(last, end - 1) < 1 || last.get(0) == '\n';
        }

        private static void put(FileChannel channel, long end, byte[] bytes) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer, end + buffer.position());
                }
                channel.force(true);
            } catch (IOException e) {
                try {
                    channel.truncate(end);
                } catch (IOException again) {
                    e.addSuppressed(again);
                }
                throw e;
            }
        }

        @Override
        public void close() {
            VerdictFile.close(lock);
        }
    }

    /** Has a name outlast a power cut; not every system lets a folder be opened for that. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Then the system keeps names by itself.
            return;
        }
    }

    private VerdictException told(Exception e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        // Java has no other words for it than what the system says.
        if (message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded")) {
            return new VerdictException(Reason.NO_ROOM, "the disk has no room for it: " + file, e);
        }
        boolean closed = e instanceof AccessDeniedException
                || e instanceof ReadOnlyFileSystemException
                || message.contains("read-only")
                || message.contains("permission denied");
        return closed
                ? new VerdictException(Reason.READ_ONLY, folder + " cannot be written; mend its permissions", e)
                : new VerdictException(Reason.BUSY, file + " cannot be written: " + e.getMessage(), e);
    }
}
