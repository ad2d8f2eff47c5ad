package wherein.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * A disk that tells, whenever its power is cut, what may be left on it. Of a file that was not synced, any beginning is left, or
 * that with something else behind it. Of the names that were made, moved and deleted since the folder was last synced, any
 * beginning in the order of time has come to the disk: no file system brings a later one there before an earlier one.
 */
final class CutDisk {

    private final Path folder;

    /** The names on the disk for sure, and what they name. */
    private Map<String, Inode> sure = new LinkedHashMap<>();

    /** What was done to names since. */
    private final List<Change> since = new ArrayList<>();

    /** As the running system sees them. */
    private final Map<String, Inode> seen = new LinkedHashMap<>();

    /** What a name stands for. */
    private static final class Inode {
        private boolean synced;
        /** What it held when its last name was taken away. */
        private byte[] kept;
    }

    /** A name comes to stand for something, or for nothing, in which case {@code inode} is null. */
    private record Change(String name, Inode inode) {}

    /** Of the files that lie in {@code folder}, all of them synced. */
    CutDisk(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Inode inode = new Inode();
                inode.synced = true;
                seen.put(file.getFileName().toString(), inode);
            }
        }
        sure.putAll(seen);
    }

    /** The directory that writes to it; {@code watch} is asked before each step. */
    Directory directory(WatchedDirectory.Watch watch) throws IOException {
        return new WatchedDirectory(new Noted(FSDirectory.open(folder)), watch);
    }

    /** Puts into {@code to}, which is empty, what may be left if the power is cut now. */
    synchronized void cut(Path to, Random random) throws IOException {
        Map<String, Inode> left = new LinkedHashMap<>(sure);
        for (Change change : since.subList(0, random.nextInt(since.size() + 1))) {
            apply(change, left);
        }
        for (Map.Entry<String, Inode> each : left.entrySet()) {
            byte[] bytes = bytes(each.getValue());
            Files.write(to.resolve(each.getKey()), each.getValue().synced ? bytes : torn(bytes, random));
        }
    }

    private static void apply(Change change, Map<String, Inode> names) {
        if (change.inode() == null) {
            names.remove(change.name());
        } else {
            names.put(change.name(), change.inode());
        }
    }

    private byte[] bytes(Inode inode) throws IOException {
        if (inode.kept != null) {
            return inode.kept;
        }
        for (Map.Entry<String, Inode> each : seen.entrySet()) {
            if (each.getValue() == inode) {
                return Files.readAllBytes(folder.resolve(each.getKey()));
            }
        }
        throw new IllegalStateException("a file without a name was not kept");
    }

    private static byte[] torn(byte[] bytes, Random random) {
        int whole = bytes.length == 0 ? 0 : random.nextInt(bytes.length + 1);
        byte[] torn = Arrays.copyOf(bytes, random.nextBoolean() ? whole : bytes.length);
        if (random.nextBoolean()) {
            // The length has come to the disk, and what stood there before.
            Arrays.fill(torn, whole, torn.length, (byte) random.nextInt(3));
        }
        return torn;
    }

    private synchronized void created(String name) {
        note(name, new Inode());
    }

    private synchronized void synced(Collection<String> names) {
        names.forEach(name -> seen.get(name).synced = true);
    }

    private synchronized void folderSynced() {
        since.clear();
        sure = new LinkedHashMap<>(seen);
    }

    private synchronized void renamed(String source, String dest) {
        Inode inode = seen.get(source);
        note(source, null);
        note(dest, inode);
    }

    private synchronized void deleting(String name) throws IOException {
        Inode inode = seen.get(name);
        if (inode != null) {
            inode.kept = bytes(inode);
            note(name, null);
        }
    }

    private void note(String name, Inode inode) {
        Change change = new Change(name, inode);
        since.add(change);
        apply(change, seen);
    }

    private final class Noted extends FilterDirectory {

        Noted(Directory directory) {
            super(directory);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            IndexOutput out = super.createOutput(name, context);
            created(name);
            return out;
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            IndexOutput out = super.createTempOutput(prefix, suffix, context);
            created(out.getName());
            return out;
        }

        @Override
        public void sync(Collection<String> names) throws IOException {
            super.sync(names);
            synced(names);
        }

        @Override
        public void syncMetaData() throws IOException {
            super.syncMetaData();
            folderSynced();
        }

        @Override
        public void rename(String source, String dest) throws IOException {
            super.rename(source, dest);
            renamed(source, dest);
        }

        @Override
        public void deleteFile(String name) throws IOException {
            deleting(name);
            super.deleteFile(name);
        }
    }
}
