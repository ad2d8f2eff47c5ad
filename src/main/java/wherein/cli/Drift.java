package wherein.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import wherein.collection.CatalogueException;
import wherein.collection.Collection;
import wherein.collection.SourceFile;
import wherein.format.Ocr;
import wherein.index.FileState;
import wherein.index.Fingerprint;
import wherein.index.Manifest;
import wherein.index.Previous;
import wherein.text.Printable;

/**
 * How one collection has changed since an index was made from it. That is no fault of the index.
 *
 * @param root the collection
 * @param catalogue whether its catalogue or table of metadata has changed
 * @param changed the files that are others now
 * @param gone those that are not there any more
 * @param added those that were not there
 * @param unreadable why nothing can be said of them; empty if all was read
 */
record Drift(String root, boolean catalogue, Some changed, Some gone, Some added, Optional<String> unreadable) {

    /**
     * Some files.
     *
     * @param count how many there are
     * @param first the first {@link #MOST} of them in the order of their names, by their relative paths
     */
    record Some(long count, List<String> first) {

        /** So many are named. */
        static final int MOST = 1_000;

        private static final Some NONE = new Some(0, List.of());
    }

    /** Counts files, and keeps those that are to be named. */
    private static final class Counter {
        private final TreeSet<String> first = new TreeSet<>();
        private long count;

        void add(String file) {
            count++;
            first.add(file);
            if (first.size() > Some.MOST) {
                first.pollLast();
            }
        }

        Some some() {
            return new Some(count, List.copyOf(first));
        }
    }

    /**
     * Compares the files with those that {@code previous} was made from, which it holds one at a time; reads a file only where
     * its size or time has changed.
     */
    static Drift of(Manifest.Root known, Previous previous, boolean followLinks, Optional<Ocr> ocr) {
        try {
            Collection collection = Collection.open(Path.of(known.path()), Indexing.named(known), followLinks, ocr);
            return of(known, collection, previous);
        } catch (UncheckedIOException e) {
            return unreadable(known, e.getCause());
        } catch (IOException | CatalogueException e) {
            return unreadable(known, e);
        }
    }

    private static Drift unreadable(Manifest.Root known, Exception e) {
        return new Drift(known.path(), false, Some.NONE, Some.NONE, Some.NONE, Optional.of(Messages.of(e)));
    }

    private static Drift of(Manifest.Root known, Collection collection, Previous previous) throws IOException {
        List<SourceFile> files = collection.files();
        Counter changed = new Counter();
        Counter gone = new Counter();
        BitSet seen = new BitSet(files.size());
        previous.eachFile(known.path(), old -> {
            int place = place(files, old.path());
            if (place < 0) {
                gone.add(old.path());
            } else {
                seen.set(place);
                if (!isSame(files.get(place).path(), old)) {
                    changed.add(old.path());
                }
            }
        });
        Counter added = new Counter();
        for (int i = seen.nextClearBit(0); i < files.size(); i = seen.nextClearBit(i + 1)) {
            added.add(files.get(i).relative());
        }
        StringBuilder about = new StringBuilder();
        for (Path file : collection.aboutFiles()) {
            about.append(Fingerprint.of(file));
        }
        return new Drift(
                known.path(),
                !known.about().contentEquals(about),
                changed.some(),
                gone.some(),
                added.some(),
                Optional.empty());
    }

    /** Which of {@code files}, which are in the order of their paths, has this one; negative if none has. */
    private static int place(List<SourceFile> files, String relative) {
        int low = 0;
        int high = files.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = files.get(middle).relative().compareTo(relative);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    private static boolean isSame(Path file, FileState old) {
        try {
            boolean untouched = Files.size(file) == old.size()
                    && Files.getLastModifiedTime(file).toMillis() == old.modified();
            if (untouched || !Files.isReadable(file)) {
                return untouched || old.sha256().isEmpty();
            }
            return Fingerprint.of(file).equals(old.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the index says what the files say. */
    boolean isNone() {
        return !catalogue && changed.count() + gone.count() + added.count() == 0 && unreadable.isEmpty();
    }

    /** In one line. */
    String told() {
        String place = Printable.escaped(root);
        if (unreadable.isPresent()) {
            return place + " cannot be read: " + unreadable.get();
        }
        return place + ": " + changed.count() + " changed, " + gone.count() + " gone, " + added.count() + " new"
                + (catalogue ? ", and the catalogue has changed" : "");
    }
}
