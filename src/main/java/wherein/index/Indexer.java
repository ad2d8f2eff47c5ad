package wherein.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wherein.document.Collection;
import wherein.document.DocumentReader;
import wherein.document.NoteTally;
import wherein.document.SourceFile;
import wherein.mention.Annotator;

/**
 * Brings an index up to date with collections, which it then mirrors: what is new or has changed is read, what is no longer
 * there is no longer found, and all else stays as it is. The outcome is that of a run over the same files that begins with
 * nothing.
 *
 * <p>A file counts as unchanged if its size and time are as they were, or its SHA-256, and if catalogue and table say the same of
 * it. A document of a changed file that is as it was is left alone, too. A file that cannot be read now keeps its last good
 * version. A run that would lose more than half of the documents, as when a disk is not mounted, is refused unless that is
 * asked for.
 */
public final class Indexer {

    /** So few documents are no loss that a mistake explains. */
    private static final int FEW = 1;

    /** Bytes of disk that a byte of plain text takes while an index is built, by what was measured; more than it has in the end. */
    private static final long LIKELY_FOR_A_BYTE = 8;

    /** A file may change again without another time for as long as this: the clocks of some file systems go so coarsely. */
    private static final long FRESH_MS = 2_000;

    private final List<Collection> collections;
    private final Annotator annotator;
    private final Map<String, String> made;
    private final Settings settings;
    private final Progress progress;

    /**
     * How to index.
     *
     * @param prune whether more than half of the documents may be lost
     * @param maxDocument the greatest size of a text, in bytes
     * @param threads how many documents are recognised and written at once; the outcome is the same
     */
    public record Settings(boolean prune, long maxDocument, int threads) {}

    /**
     * An indexer of {@code collections}.
     *
     * @param annotator finds the mentions of a document
     * @param made the versions of what reads and recognises, see {@link Manifest#made}
     */
    public Indexer(
            List<Collection> collections,
            Annotator annotator,
            Map<String, String> made,
            Settings settings,
            Progress progress) {
        this.collections = List.copyOf(collections);
        this.annotator = annotator;
        this.made = new TreeMap<>(made);
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Reads what is new, and commits where anything has changed.
     *
     * @param previous the index as it is, which {@code sink} goes on from
     * @throws IndexException if too much would be lost, or disk or memory do not suffice; the index is then as it was
     * @throws IOException if the index cannot be written; it is then as it was
     */
    public IndexReport run(PassageSink sink, Previous previous) throws IOException, IndexException {
        Run run = new Run(sink, previous);
        try (Workers workers = new Workers(settings.threads())) {
            run.documents = new DocumentUpdates(sink, previous, workers, annotator, run.totals, run.renewed.isEmpty());
            return run(run);
        } catch (DiskFullException e) {
            throw new IndexException(noRoom(e, run), e);
        } catch (OutOfMemoryError e) {
            // Whoever called has the words for how to get more.
            throw new IndexMemoryException(run.documents == null ? "" : run.documents.file(), e);
        }
    }

    /** What a run gathers on its way. */
    private final class Run {
        final PassageSink sink;
        final Previous previous;
        final Optional<Manifest> before;
        final String renewed;
        final Totals totals;
        final int of;
        final Set<String> roots = new HashSet<>();
        final NoteTally notes = new NoteTally(IndexReport.MOST_NOTES);
        DocumentUpdates documents;
        volatile boolean filesChanged;
        int read;
        long bytes;

        /** Of what is told next: notes are told in the order of the files. */
        long place;

        /** Guarded by this, as is the one before. */
        private int done;

        Run(PassageSink sink, Previous previous) {
            this.sink = sink;
            this.previous = previous;
            this.before = previous.previousManifest();
            this.renewed = collections.isEmpty()
                    ? ""
                    : before.map(manifest -> changed(manifest.made())).orElse("");
            this.totals = before.map(Totals::new).orElseGet(Totals::new);
            this.of = collections.stream().mapToInt(each -> each.files().size()).sum();
            collections.forEach(each -> roots.add(each.root().toString()));
        }

        /** Records {@code state}, unless it is as it was. */
        synchronized void put(String root, FileState state, FileState before) throws IOException {
            // A renewed index begins with nothing.
            if (!state.equals(before) || !renewed.isEmpty()) {
                // Another time alone is worth no commit, and is recorded with the next.
                filesChanged |= !state.isSameButForTime(before);
                sink.put(root, state);
            }
        }

        synchronized void done(long size) {
            progress.done(++done, of, totals.passages(), bytes += size);
        }
    }

    /** What was made with another version than it would be now; empty if nothing was. */
    private String changed(Map<String, String> before) {
        return made.entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    private IndexReport run(Run run) throws IOException, IndexException {
        if (!run.renewed.isEmpty()) {
            run.sink.clear();
        }
        List<Manifest.Root> roots = new ArrayList<>();
        Map<String, String> stances = new LinkedHashMap<>();
        for (Collection collection : collections) {
            collection.notes().forEach(note -> run.notes.add(run.place++, note));
            stances.putAll(collection.catalogue().stances());
            update(collection, run);
            roots.add(root(collection));
        }
        for (Manifest.Root root : run.before.map(Manifest::roots).orElse(List.of())) {
            if (!run.roots.contains(root.path())) {
                for (FileState gone : run.previous.files(root.path())) {
                    forget(root.path(), gone, run);
                }
            }
        }
        run.documents.await();
        refuseLoss(run);
        Totals totals = run.totals;
        Manifest manifest = new Manifest(
                roots,
                totals.fingerprint(),
                totals.documents(),
                totals.passages(),
                totals.mentions(),
                stances,
                made,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        boolean same = !run.filesChanged && run.before.isPresent() && manifest.isSame(run.before.get());
        if (!same) {
            run.sink.commit(manifest);
        }
        return new IndexReport(
                run.read,
                run.of - run.read,
                run.bytes,
                totals.documents(),
                totals.added(),
                totals.changed(),
                totals.deleted(),
                totals.passages(),
                totals.mentions(),
                run.notes.groups(),
                run.renewed,
                totals.fingerprint());
    }

    private void update(Collection collection, Run run) throws IOException {
        String root = collection.root().toString();
        Map<String, FileState> before = new TreeMap<>();
        run.previous.files(root).forEach(state -> before.put(state.path(), state));
        DocumentReader reader = new DocumentReader(collection.catalogue().stances(), settings.maxDocument());
        String rules = rules(collection);
        for (SourceFile file : collection.files()) {
            FileState known = before.remove(file.relative());
            FileState now = state(file, rules, Optional.ofNullable(known));
            if (known != null && now.isSame(known) && run.documents.mayStay(root, file.relative())) {
                run.documents.stays(root, file.relative());
                run.put(root, now.with(false, known.notes()), known);
                run.notes.add(run.place++, known.notes());
                run.done(0);
            } else {
                read(collection, file, Optional.ofNullable(known), now, reader, run);
            }
        }
        Set<String> unreadable = Set.copyOf(collection.unreadable());
        for (FileState gone : before.values()) {
            if (isWithin(gone.path(), unreadable)) {
                keep(root, gone, run);
            } else {
                forget(root, gone, run);
            }
        }
    }

    private void read(
            Collection collection,
            SourceFile file,
            Optional<FileState> known,
            FileState now,
            DocumentReader reader,
            Run run)
            throws IOException {
        String root = collection.root().toString();
        DocumentUpdates.OfFile updates = run.documents.begin(root, file.relative());
        reader.read(file, updates::add, updates::note);
        updates.rethrow();
        // What cannot be read now is kept as it was; what has changed to nothing is gone.
        if (updates.isEmpty() && !Files.isReadable(file.path())) {
            updates.keepLastGood();
        }
        run.read++;
        long place = run.place++;
        updates.end(found -> {
            run.notes.add(place, found);
            run.put(root, now.with(updates.isAgain(), found), known.orElse(null));
            run.done(now.size());
        });
    }

    /** What came last time from a folder that cannot be read now stays, and so does its file. */
    private void keep(String root, FileState state, Run run) throws IOException {
        DocumentUpdates.OfFile updates = run.documents.begin(root, state.path());
        updates.keepLastGood();
        long place = run.place++;
        updates.end(found -> {
            run.notes.add(place, found);
            run.put(root, state.with(true, found), state);
        });
    }

    private static void forget(String root, FileState gone, Run run) throws IOException {
        run.documents.gone(root, gone.path());
        run.sink.forget(root, gone.path());
        run.filesChanged = true;
    }

    /** What a run needs is told from what this one wrote for the files that it had read by then. */
    private String noRoom(DiskFullException e, Run run) {
        long all = 0;
        for (Collection collection : collections) {
            for (SourceFile file : collection.files()) {
                all += file.path().toFile().length();
            }
        }
        double read = Math.clamp(all == 0 ? 1 : (double) run.bytes / all, 0.01, 1);
        // The parts are merged into one at the end, and stand beside it until then.
        long need = Math.max((long) (2 * e.written() / read), LIKELY_FOR_A_BYTE * all);
        return "there is no room on the disk of " + e.folder() + ": building the index "
                + "takes about " + ((need >> 20) + 1) + " MB there for a while, and " + (e.free() >> 20)
                + " MB are free. Free some, or name a folder on another disk with --index. What was written is taken away "
                + "again; the index is as it was";
    }

    /**
     * Whether the index is what {@code collections} say now, so that a run would change nothing. Looks at sizes and times of files, and
     * reads those alone that these do not vouch for.
     */
    public boolean isCurrent(Previous previous) throws IOException {
        Optional<Manifest> manifest = previous.previousManifest();
        if (collections.isEmpty()) {
            // There is nothing to read it from.
            return true;
        }
        if (manifest.isEmpty() || !changed(manifest.get().made()).isEmpty()) {
            return false;
        }
        List<Manifest.Root> roots = new ArrayList<>();
        for (Collection collection : collections) {
            roots.add(root(collection));
        }
        if (!roots.equals(manifest.get().roots())) {
            return false;
        }
        for (Collection collection : collections) {
            if (!isCurrent(collection, previous)) {
                return false;
            }
        }
        return true;
    }

    private boolean isCurrent(Collection collection, Previous previous) throws IOException {
        Map<String, FileState> before = new HashMap<>();
        previous.files(collection.root().toString()).forEach(state -> before.put(state.path(), state));
        String rules = rules(collection);
        for (SourceFile file : collection.files()) {
            FileState known = before.remove(file.relative());
            // What could not be read is no news until it can.
            if (known == null || !same(state(file, rules, Optional.of(known)), known)) {
                return false;
            }
        }
        Set<String> unreadable = Set.copyOf(collection.unreadable());
        return before.keySet().stream().allMatch(path -> isWithin(path, unreadable));
    }

    /** What holds for all files of a collection, and what comes of each depends on. */
    private String rules(Collection collection) {
        return String.join("|", collection.catalogue().stances().keySet()) + "|" + settings.maxDocument();
    }

    private static boolean same(FileState now, FileState known) {
        return now.sha256().equals(known.sha256()) && now.about().equals(known.about());
    }

    /** As it lies there; without size and hash where it cannot be read. */
    private static FileState state(SourceFile file, String rules, Optional<FileState> before) {
        String about = Fingerprint.of(rules + "|" + file.entry() + "|" + file.layout() + "|" + file.listed());
        try {
            return stateOnDisk(file, about, before);
        } catch (IOException e) {
            // Reading it meets the same fault, and reports it.
            return new FileState(file.relative(), 0, 0, "", about, false, List.of());
        }
    }

    private static FileState stateOnDisk(SourceFile file, String about, Optional<FileState> before) throws IOException {
        long size = Files.size(file.path());
        long modified = Files.getLastModifiedTime(file.path()).toMillis();
        boolean same = before.isPresent()
                && before.get().size() == size
                && before.get().modified() == modified;
        String sha256 = same ? before.get().sha256() : Files.isReadable(file.path()) ? Fingerprint.of(file.path()) : "";
        boolean fresh = System.currentTimeMillis() - modified < FRESH_MS;
        return new FileState(file.relative(), size, fresh ? 0 : modified, sha256, about, false, List.of());
    }

    private static Manifest.Root root(Collection collection) throws IOException {
        StringBuilder about = new StringBuilder();
        for (Path file : collection.aboutFiles()) {
            about.append(Fingerprint.of(file));
        }
        // The one in the folder is found there again, or not, if it has gone since.
        Path own = collection.home().resolve(Collection.CATALOGUE);
        String catalogue = collection
                .catalogueFile()
                .map(file -> file.toAbsolutePath().normalize())
                .filter(file -> !file.equals(own))
                .map(Path::toString)
                .orElse("");
        return new Manifest.Root(collection.root().toString(), catalogue, about.toString());
    }

    /** Whether the file at {@code path}, or a folder that it is in, is one of {@code places}; asks once for each folder. */
    private static boolean isWithin(String path, Set<String> places) {
        if (places.isEmpty()) {
            return false;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (places.contains(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    private void refuseLoss(Run run) throws IndexException {
        int before = run.before.map(Manifest::documents).orElse(0);
        int lost = run.totals.deleted();
        if (!settings.prune() && lost > FEW && lost * 2 > before) {
            throw new IndexException("this run would take " + lost + " of " + before
                    + " documents out of the index, more than half. Is the folder complete? If that is meant, "
                    + "say --prune. The index is as it was.");
        }
        if (!settings.prune() && run.totals.documents() == 0 && before > 0) {
            throw new IndexException("the collection holds no document that can be read, and the index has " + before
                    + ". If it is meant to be emptied, say --prune. The index is as it was.");
        }
    }
}
