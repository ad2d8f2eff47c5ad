package wherein.collection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import wherein.collection.InboxException.Reason;

/**
 * The folder {@value #FOLDER} of a collection, into which files come that somebody sends. A file is written under a hidden name,
 * which nobody lists, and gets its own in one step once all of it is on the disk; so there is never a part of one to be read, not even
 * after a power cut. No file is ever replaced. Safe for use by several threads; where several processes send files of one name, one wins.
 */
public final class Inbox {

    /** The name of the folder, relative to the collection's. */
    public static final String FOLDER = "inbox";

    private static final String HIDDEN = ".wherein-";
    private static final String PART = ".part";

    /** Bytes of the disk that are left to others, so that the index has room to say what is the matter. */
    private static final long SPARE = 64L << 20;

    private final Path home;
    private final Path folder;
    private final boolean pictures;

    /** Held while a file gets its name. */
    private final Object naming = new Object();

    private Inbox(Path home, boolean pictures) {
        this.home = home;
        this.pictures = pictures;
        this.folder = home.resolve(FOLDER);
    }

    /**
     * That of the collection in the folder {@code home}. What a process that has ended left half-written is taken away.
     *
     * @param pictures whether pictures are taken, since scans are read
     * @throws IOException if nothing can be written there, or {@value #FOLDER} is no folder; its message says so
     */
    public static Inbox of(Path home, boolean pictures) throws IOException {
        Inbox inbox = new Inbox(home.toAbsolutePath().normalize(), pictures);
        if (!Files.isDirectory(inbox.home)) {
            throw new IOException(inbox.home + " is no folder");
        }
        if (Files.exists(inbox.folder, LinkOption.NOFOLLOW_LINKS) && !inbox.isThere()) {
            throw new IOException(inbox.folder + " is a link or a file, expected a folder, or nothing");
        }
        if (!Files.isWritable(inbox.place())) {
            throw new IOException(inbox.place() + " cannot be written");
        }
        inbox.clear(inbox.home);
        if (inbox.isThere()) {
            inbox.clear(inbox.folder);
        }
        return inbox;
    }

    /**
     * Begins to take in a file of this name.
     *
     * @param bytes how many will come; 0 if that is not known
     * @throws InboxException if there may be no such file; nothing has changed then
     */
    public Arrival begin(String name, long bytes) throws IOException {
        String kept = FileNames.composed(name);
        refuseName(kept);
        refuseTaken(kept);
        if (Files.getFileStore(home).getUsableSpace() < bytes + SPARE) {
            throw noRoom(null);
        }
        return new Arrival(kept, place().resolve(HIDDEN + UUID.randomUUID() + PART));
    }

    /** A file on its way in. Not to be used by several threads at once. Closing it without {@link #finish} leaves nothing of it. */
    public final class Arrival extends OutputStream {

        private final String name;
        private final Path part;
        private final FileChannel channel;
        private final MessageDigest digest = sha256();
        private long bytes;

        private Arrival(String name, Path part) throws IOException {
            this.name = name;
            this.part = part;
            try {
                this.channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw told(e);
            }
            lock(channel);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int start, int length) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(from, start, length);
            try {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            } catch (IOException e) {
                throw told(e);
            }
            digest.update(from, start, length);
            bytes += length;
        }

        /**
         * Gives the file its name, once it is on the disk. Costs a listing of the folder.
         *
         * @throws InboxException if another has got the name meanwhile, or the disk is full
         */
        public Arrived finish() throws IOException {
            try {
                channel.force(true);
                synchronized (naming) {
                    if (!isThere()) {
                        Files.createDirectory(folder);
                        force(home);
                    }
                    refuseTaken(name);
                    move(part, folder.resolve(name));
                }
                force(folder);
            } catch (IOException e) {
                throw told(e);
            }
            return new Arrived(FOLDER + "/" + name, bytes, HexFormat.of().formatHex(digest.digest()));
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(part);
        }
    }

    /**
     * A file that has come in.
     *
     * @param path relative to the collection's folder
     * @param bytes its size
     * @param sha256 of its bytes, in hexadecimal
     */
    public record Arrived(String path, long bytes, String sha256) {}

    private void refuseName(String name) throws InboxException {
        Optional<String> fault = FileNames.fault(name);
        if (fault.isPresent()) {
            throw new InboxException(Reason.NAME, "the name of the file " + fault.get() + "; send it under another");
        }
        if (Lister.isAbout(name.toLowerCase(Locale.ROOT))) {
            throw new InboxException(
                    Reason.NAME, "a file of this name says something about a collection, and is no document of it");
        }
        try {
            folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new InboxException(Reason.NAME, "this system has no such letters in names of files", e);
        }
        if (!Format.isRead(name, pictures)) {
            throw new InboxException(Reason.TYPE, "the name of the file does not end with " + Format.NAMES);
        }
    }

    private void refuseTaken(String name) throws IOException {
        if (!isThere()) {
            return;
        }
        String folded = FileNames.folded(name);
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder)) {
            for (Path file : listed) {
                String other = file.getFileName().toString();
                if (FileNames.folded(other).equals(folded)) {
                    throw new InboxException(
                            Reason.EXISTS,
                            other.equals(name)
                                    ? "there is a file of this name"
                                    : "there is a file whose name differs in case or accents alone: " + other);
                }
            }
        }
    }

    /** Where parts are written: on the same disk as what they become. */
    private Path place() {
        return isThere() ? folder : home;
    }

    private boolean isThere() {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** A second name for a file is never that of another; where a disk has no second names, the lock alone keeps others off. */
    private static void move(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            throw new InboxException(Reason.EXISTS, "there is a file of this name", e);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Has a name outlast a power cut; not every system lets a folder be opened for that. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Then the system keeps names by itself, or the file is gone as if it had never been sent.
            return;
        }
    }

    /** Marks a part as being written, for as long as its process lives. */
    private static Optional<FileLock> lock(FileChannel part) {
        try {
            return Optional.ofNullable(part.tryLock());
        } catch (IOException | OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /** Takes away parts that nobody writes any more. */
    private void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, HIDDEN + "*" + PART)) {
            for (Path part : parts) {
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    if (lock(channel).isPresent()) {
                        Files.deleteIfExists(part);
                    }
                } catch (IOException e) {
                    // It is hidden, and harms nobody.
                    continue;
                }
            }
        }
    }

    private static IOException told(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        // Java has no other word for it than what the system says.
        boolean full = message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded");
        if (full) {
            return noRoom(e);
        }
        return message.contains("name too long")
                ? new InboxException(Reason.NAME, "the name of the file is longer than this disk takes", e)
                : e;
    }

    private static InboxException noRoom(IOException cause) {
        return new InboxException(Reason.NO_ROOM, "the disk of the collection has no room for it", cause);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
