package wherein.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.document.CatalogueException;
import wherein.document.Collection;
import wherein.document.SourceFile;
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
 * @param changed the files that are others now, by their relative paths
 * @param gone those that are not there any more
 * @param added those that were not there
 * @param unreadable why nothing can be said of them; empty if all was read
 */
record Drift(
        String root,
        boolean catalogue,
        List<String> changed,
        List<String> gone,
        List<String> added,
        Optional<String> unreadable) {

    /** Compares the files with those that {@code previous} was made from; reads one only where its size or time has changed. */
    static Drift of(Manifest.Root known, Previous previous, boolean followLinks) {
        try {
            Collection collection = Collection.open(Path.of(known.path()), Indexing.named(known), followLinks);
            return of(known, collection, previous.files(known.path()));
        } catch (IOException | CatalogueException e) {
            return new Drift(known.path(), false, List.of(), List.of(), List.of(), Optional.of(Messages.of(e)));
        }
    }

    private static Drift of(Manifest.Root known, Collection collection, List<FileState> files) throws IOException {
        Map<String, FileState> before = new LinkedHashMap<>();
        files.forEach(file -> before.put(file.path(), file));
        List<String> changed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (SourceFile file : collection.files()) {
            FileState old = before.remove(file.relative());
            if (old == null) {
                added.add(file.relative());
            } else if (!isSame(file.path(), old)) {
                changed.add(file.relative());
            }
        }
        StringBuilder about = new StringBuilder();
        for (Path file : collection.aboutFiles()) {
            about.append(Fingerprint.of(file));
        }
        return new Drift(
                known.path(),
                !known.about().contentEquals(about),
                changed,
                List.copyOf(before.keySet()),
                added,
                Optional.empty());
    }

    private static boolean isSame(Path file, FileState old) throws IOException {
        boolean untouched = Files.size(file) == old.size()
                && Files.getLastModifiedTime(file).toMillis() == old.modified();
        if (untouched || !Files.isReadable(file)) {
            return untouched || old.sha256().isEmpty();
        }
        return Fingerprint.of(file).equals(old.sha256());
    }

    /** Whether the index says what the files say. */
    boolean isNone() {
        return !catalogue && changed.isEmpty() && gone.isEmpty() && added.isEmpty() && unreadable.isEmpty();
    }

    /** In one line. */
    String told() {
        String place = Printable.escaped(root);
        if (unreadable.isPresent()) {
            return place + " cannot be read: " + unreadable.get();
        }
        return place + ": " + changed.size() + " changed, " + gone.size() + " gone, " + added.size() + " new"
                + (catalogue ? ", and the catalogue has changed" : "");
    }
}
