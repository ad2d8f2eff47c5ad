package wherein.collection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Short lists that somebody sent, such as of names, each kept under the digest of its text: until the process ends, and where a
 * folder is given in files there, which another process finds again. There are at most {@value #MOST} of them, of {@value
 * #MOST_BYTES} bytes each; of more, those go that were kept longest ago. A file gets its name in one step once it is whole. Safe for
 * use by several threads, and by several processes in one folder.
 */
public final class KeptLists {

    /** The name of their folder in that of an index. */
    public static final String FOLDER = "lists";

    /** How many are kept. */
    public static final int MOST = 200;

    /** UTF-8 bytes that one may have. */
    public static final int MOST_BYTES = 64 << 10;

    private static final Logger LOG = Logger.getLogger(KeptLists.class.getName());
    private static final String DIGEST = "[0-9a-f]{32}";
    private static final String PART = ".part";

    /** Bytes of the disk that are left to others. */
    private static final long SPARE = 64L << 20;

    private final Optional<Path> folder;

    /** The newest last. */
    private final Map<String, String> held = new LinkedHashMap<>();

    private KeptLists(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Lists that end with the process. */
    public static KeptLists inMemory() {
        return new KeptLists(Optional.empty());
    }

    /** Lists in the folder of an index, in a folder of their own, which is made once there is one to keep. */
    public static KeptLists in(Path index) {
        return new KeptLists(Optional.of(folder(index)));
    }

    private static Path folder(Path index) {
        return index.toAbsolutePath().normalize().resolve(FOLDER);
    }

    /**
     * Copies the lists beside the index in {@code from} to those beside the one in {@code to}, each with the time when it was last sent;
     * what is there stays, the newest {@value #MOST} of all. Damaged ones are passed over.
     *
     * @return how many came
     */
    public static int copy(Path from, Path to) throws IOException {
        Path source = folder(from);
        Path target = folder(to);
        int came = 0;
        for (Old each : Files.isDirectory(source) ? lists(source) : List.<Old>of()) {
            String digest = each.file.getFileName().toString();
            Optional<String> text = read(source, digest);
            if (text.isPresent() && read(target, digest).isEmpty()) {
                write(target, digest, text.get().getBytes(StandardCharsets.UTF_8));
                Files.setLastModifiedTime(target.resolve(digest), each.time);
                came++;
            }
        }
        if (came > 0) {
            clear(target, "");
        }
        return came;
    }

    /**
     * Where a list is from now on.
     *
     * @param digest by which it is found
     * @param lasting whether another process will find it too
     */
    public record Kept(String digest, boolean lasting) {}

    /**
     * Keeps {@code text}. One that cannot be written, for want of room or of rights, is kept until the process ends.
     *
     * @throws IllegalArgumentException if it is longer than one may be
     */
    public synchronized Kept keep(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a list has at most " + MOST_BYTES + " bytes");
        }
        String digest = digest(bytes);
        held.remove(digest);
        held.put(digest, text);
        if (held.size() > MOST) {
            held.remove(held.keySet().iterator().next());
        }
        return new Kept(digest, folder.isPresent() && isWritten(folder.get(), digest, bytes));
    }

    /** The text of this digest; empty if none is kept, or only a damaged one. */
    public synchronized Optional<String> get(String digest) {
        if (!digest.matches(DIGEST)) {
            return Optional.empty();
        }
        return Optional.ofNullable(held.get(digest)).or(() -> folder.flatMap(place -> read(place, digest)));
    }

    /** The digest of a list that is written as {@code bytes}. */
    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Optional<String> read(Path folder, String digest) {
        Path file = folder.resolve(digest);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            return digest(bytes).equals(digest)
                    ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> file + " could not be read");
            return Optional.empty();
        }
    }

    private static boolean isWritten(Path folder, String digest, byte[] bytes) {
        Path file = folder.resolve(digest);
        try {
            if (read(folder, digest).isPresent()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                return true;
            }
            Files.createDirectories(folder);
            FileStore store = Files.getFileStore(folder);
            if (store.getUsableSpace() < bytes.length + SPARE) {
                return false;
            }
            write(folder, digest, bytes);
            clear(folder, digest);
            return true;
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "the list " + file + " is not kept on the disk");
            return false;
        }
    }

    /** Writes a list; its name is there once all of it is. */
    private static void write(Path folder, String digest, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(UUID.randomUUID() + PART);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            Files.move(
                    part, folder.resolve(digest), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            take(part);
        }
    }

    private record Old(Path file, FileTime time) {}

    /** Those of a folder, the oldest first. What others have left half-written there is taken away. Costs a listing. */
    private static List<Old> lists(Path folder) throws IOException {
        List<Old> lists = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.matches(DIGEST)) {
                    lists.add(new Old(file, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)));
                } else if (name.endsWith(PART) && isStale(file)) {
                    take(file);
                }
            }
        }
        lists.sort(Comparator.comparing(Old::time).thenComparing(Old::file));
        return lists;
    }

    /** Takes away what is too many, but never {@code kept}, whatever the clock said when the others came. */
    private static void clear(Path folder, String kept) throws IOException {
        List<Old> lists = lists(folder);
        int most = MOST - (lists.removeIf(each -> each.file.endsWith(kept)) ? 1 : 0);
        for (int i = 0; i < lists.size() - most; i++) {
            take(lists.get(i).file);
        }
    }

    /** No list takes so long to be written. */
    private static boolean isStale(Path part) throws IOException {
        return Files.getLastModifiedTime(part, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .isBefore(Instant.now().minusSeconds(3600));
    }

    private static void take(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.FINE, e, () -> file + " stays");
        }
    }
}
