package wherein.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import wherein.collection.Collection;
import wherein.collection.DocumentReader;
import wherein.collection.SourceFile;
import wherein.document.Note;
import wherein.document.NoteTally;
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

    /** So many threads that read come to one that works on what is read: those of PDF wait for another process. */
    private static final int READERS = 2;

    /** So many files are begun before the one that is taken at most. */
    private static final int FILES_AHEAD = 256;

    private final List<Collection> collections;
    private final Supplier<Annotator> recognisers;
    private final Map<String, String> made;
    private final Settings settings;
    private final Progress progress;

    /**
     * How to index.
     *
     * @param prune whether more than half of the documents may be lost
     * @param maxDocument the greatest size of a text, in bytes
     * @param threads how many documents are recognised and written at once; twice as many files are read at once. The outcome is the same
     */
    public record Settings(boolean prune, long maxDocument, int threads) {}

    /**
     * An indexer of {@code collections}.
     *
     * @param recognisers makes what finds the mentions of a document; asked once a run, and only if there is one to recognise
     * @param made the versions of what reads and recognises, see {@link Manifest#made}
     */
    public Indexer(
            List<Collection> collections,
            Supplier<Annotator> recognisers,
            Map<String, String> made,
            Settings settings,
            Progress progress) {
        this.collections = List.copyOf(collections);
        this.recognisers = recognisers;
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
        try (Workers workers = new Workers(settings.threads());
                ReadAhead ahead = new ReadAhead(READERS * settings.threads())) {
            run.ahead = ahead;
            run.workers = workers;
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
        Workers workers;
        ReadAhead ahead;
        Places places;
        DocumentUpdates documents;
        volatile boolean filesChanged;
        int read;
        long bytes;
        long allBytes;

        /** Of what is told next: notes are told in the order of the files. */
        long place;

        /** Guarded by this, as is the next. */
        private int done;

        private long doneBytes;

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

        /** The number of a file among all of the run. */
        int number(Plan plan, SourceFile file) {
            return places.number(new Places.Place(plan.root(), file.relative()));
        }

        /** So many more bytes of files are done. */
        synchronized void advance(long more) {
            doneBytes += more;
            progress.done(new Progress.Done(done, of, doneBytes, allBytes, totals.passages()));
        }

        synchronized void fileDone() {
            done++;
            advance(0);
        }

        synchronized double share() {
            return allBytes == 0 ? 1 : (double) doneBytes / allBytes;
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
        long begun = System.nanoTime();
        if (!run.renewed.isEmpty()) {
            run.sink.clear();
        }
        List<Plan> plans = new ArrayList<>();
        for (Collection collection : collections) {
            Plan plan = Plan.of(collection, settings.maxDocument(), run.previous, !run.renewed.isEmpty());
            plans.add(plan);
            run.allBytes += plan.bytes();
        }
        run.places = new Places(plans);
        run.documents = new DocumentUpdates(
                run.sink,
                run.previous,
                run.places,
                run.workers,
                recognisers,
                run.totals,
                run.renewed.isEmpty(),
                run::advance);
        List<Manifest.Root> roots = new ArrayList<>();
        Map<String, String> stances = new LinkedHashMap<>();
        for (Plan plan : plans) {
            plan.collection().notes().forEach(note -> run.notes.add(run.place++, note));
            stances.putAll(plan.collection().catalogue().stances());
            update(plan, run);
            roots.add(root(plan.collection()));
        }
        for (Manifest.Root root : run.before.map(Manifest::roots).orElse(List.of())) {
            if (!run.roots.contains(root.path())) {
                forgetAll(root.path(), run);
            }
        }
        run.documents.await();
        refuseLoss(run);
        Totals totals = run.totals;
        IndexReport report = new IndexReport(
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
        Manifest manifest = new Manifest(
                roots,
                totals.fingerprint(),
                totals.documents(),
                totals.passages(),
                totals.mentions(),
                stances,
                made,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Optional.of(new LastRun(report, Duration.ofNanos(System.nanoTime() - begun))));
        boolean same = !run.filesChanged && run.before.isPresent() && manifest.isSame(run.before.get());
        if (!same) {
            run.sink.commit(manifest);
        }
        return report;
    }

    private void update(Plan plan, Run run) throws IOException {
        List<SourceFile> files = plan.files();
        DocumentReader reader = DocumentReader.of(plan.collection(), settings.maxDocument());
        IntFunction<FileReading> reading = i -> new FileReading(plan, files.get(i), reader, run.previous);
        Deque<ReadAhead.Reading> begun = new ArrayDeque<>();
        int next = 0;
        for (int i = 0; i < files.size(); i++) {
            for (; next < files.size() && begun.size() < FILES_AHEAD; next++) {
                if (!plan.isUnchanged(next)) {
                    begun.add(run.ahead.begin(reading.apply(next)));
                }
            }
            if (!plan.isUnchanged(i)) {
                look(plan, files.get(i), reading.apply(i), begun.remove(), run);
            } else if (run.documents.mayStay(run.number(plan, files.get(i)))) {
                stay(plan, i, run);
            } else {
                FileState known =
                        run.previous.file(plan.root(), files.get(i).relative()).orElseThrow();
                read(plan, files.get(i), known, Optional.empty(), reading.apply(i)::read, run);
            }
        }
        Set<String> unreadable = Set.copyOf(plan.collection().unreadable());
        for (FileState gone : plan.gone()) {
            if (Plan.isWithin(gone.path(), unreadable)) {
                keep(plan.root(), gone, run);
            } else {
                forget(plan.root(), gone.path(), run);
            }
        }
    }
    /** A file that is unchanged costs nothing but to tell what was the matter with it. */
    private static void stay(Plan plan, int number, Run run) throws IOException {
        String path = plan.files().get(number).relative();
        run.places.stays(run.number(plan, plan.files().get(number)));
        if (plan.isNoted(number)) {
            run.notes.add(
                    run.place,
                    run.previous.file(plan.root(), path).orElseThrow().notes());
        }
        run.place++;
        run.fileDone();
    }

    private void look(Plan plan, SourceFile file, FileReading again, ReadAhead.Reading reading, Run run)
            throws IOException {
        if (!(reading.next().orElseThrow() instanceof ReadAhead.Piece.Looked looked)) {
            throw new IllegalStateException("a file is read before it is looked at");
        }
        Optional<FileState> known = plan.before(file);
        FileState now = looked.state();
        if (!looked.same()) {
            read(plan, file, now, looked.former(), reading::drain, run);
        } else if (run.documents.mayStay(run.number(plan, file))) {
            run.places.stays(run.number(plan, file));
            run.put(plan.root(), now.with(false, known.orElseThrow().notes()), known.orElseThrow());
            run.notes.add(run.place++, known.orElseThrow().notes());
            run.advance(now.size());
            run.fileDone();
        } else {
            read(plan, file, now, Optional.empty(), taker -> again.read(now, taker), run);
        }
    }

    /** Hands all pieces of a file on. */
    private interface Source {
        void drain(ReadAhead.Taker taker) throws IOException;
    }

    private void read(Plan plan, SourceFile file, FileState now, Optional<String> former, Source source, Run run)
            throws IOException {
        String root = plan.root();
        DocumentUpdates.OfFile updates = run.documents.begin(root, file.relative(), former);
        source.drain(updates);
        updates.rethrow();
        // What cannot be read now is kept as it was; what has changed to nothing is gone.
        if (updates.isEmpty() && !Files.isReadable(file.path())) {
            updates.keepLastGood();
        }
        run.read++;
        run.bytes += now.size();
        long place = run.place++;
        updates.end(now.size(), found -> {
            run.notes.add(place, found);
            run.put(root, now.with(updates.isAgain(), found), plan.before(file).orElse(null));
            run.fileDone();
        });
    }

    /** What came last time from a folder that cannot be read now stays, and so does its file. */
    private void keep(String root, FileState state, Run run) throws IOException {
        DocumentUpdates.OfFile updates = run.documents.begin(root, state.path(), Optional.empty());
        updates.keepLastGood();
        long place = run.place++;
        updates.end(0, found -> {
            run.notes.add(place, found);
            run.put(root, state.with(true, found), state);
        });
    }

    private static void forget(String root, String gone, Run run) throws IOException {
        run.documents.gone(root, gone);
        run.sink.forget(root, gone);
        run.filesChanged = true;
    }

    private static void forgetAll(String root, Run run) throws IOException {
        List<String> gone = new ArrayList<>();
        run.previous.eachFile(root, state -> gone.add(state.path()));
        for (String path : gone) {
            forget(root, path, run);
        }
    }

    /** What a run needs is told from what this one wrote for the files that it had read by then. */
    private String noRoom(DiskFullException e, Run run) {
        long all = 0;
        for (Collection collection : collections) {
            for (SourceFile file : collection.files()) {
                all += file.path().toFile().length();
            }
        }
        double read = Math.clamp(run.share(), 0.01, 1);
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
            if (!Plan.of(collection, settings.maxDocument(), previous, false).isCurrent()) {
                return false;
            }
        }
        return true;
    }

    private static Manifest.Root root(Collection collection) throws IOException {
        StringBuilder about = new StringBuilder();
        for (Path file : collection.aboutFiles()) {
            about.append(Fingerprint.of(file));
        }
        if (!collection.notes().isEmpty()) {
            // In an order of their own: folders are listed in any.
            about.append(Fingerprint.of(
                    collection.notes().stream().map(Note::toString).sorted().collect(Collectors.joining("\n"))));
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

    private void refuseLoss(Run run) throws IndexException {
        int before = run.before.map(Manifest::documents).orElse(0);
        int lost = run.totals.lost();
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
