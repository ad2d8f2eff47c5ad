package wherein.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wherein.document.Collection;
import wherein.document.Document;
import wherein.document.DocumentReader;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.document.Part;
import wherein.document.Passage;
import wherein.document.SourceFile;
import wherein.document.Splitter;
import wherein.mention.Annotator;
import wherein.mention.Mention;

/**
 * Reads collections into an index, which then mirrors them: what is no longer there is no longer found.
 *
 * <p>A file that cannot be read now keeps its last good version. A run that would lose more than half of the documents,
 * as when a disk is not mounted, is refused unless that is asked for.
 */
public final class Indexer {

    /** So few documents are no loss that a mistake explains. */
    private static final int FEW = 1;

    /** Bytes of disk that a byte of plain text takes while an index is built, by what was measured; more than it has in the end. */
    private static final long LIKELY_FOR_A_BYTE = 8;

    private final List<Collection> collections;
    private final boolean prune;
    private final long maxDocument;
    private final Progress progress;
    private final Splitter splitter = new Splitter();
    private final Annotator annotator;

    /**
     * An indexer of {@code collections}.
     *
     * @param annotator finds the mentions of a document
     * @param prune whether more than half of the documents may be lost
     * @param maxDocument the greatest size of a text, in bytes
     */
    public Indexer(
            List<Collection> collections, Annotator annotator, boolean prune, long maxDocument, Progress progress) {
        this.annotator = annotator;
        this.collections = List.copyOf(collections);
        this.prune = prune;
        this.maxDocument = maxDocument;
        this.progress = progress;
    }

    /** What a run gathers on its way. */
    private static final class Run {
        final PassageSink sink;
        final Previous previous;
        final List<Note> notes = new ArrayList<>();
        final Map<String, String> places = new LinkedHashMap<>();
        final Fingerprint fingerprint = new Fingerprint();
        String file = "";
        int files;
        int of;
        int passages;
        int mentions;
        final Map<Mention.Type, Integer> mentionsByType = new EnumMap<>(Mention.Type.class);
        long bytes;

        Run(PassageSink sink, Previous previous) {
            this.sink = sink;
            this.previous = previous;
        }
    }

    /**
     * Reads all files, and commits.
     *
     * @param previous the index as it is, for the last good versions
     * @throws IndexException if too much would be lost, or disk or memory do not suffice; the index is then as it was
     * @throws IOException if the index cannot be written; it is then as it was
     */
    public IndexReport run(PassageSink sink, Previous previous) throws IOException, IndexException {
        Run run = new Run(sink, previous);
        run.of = collections.stream().mapToInt(each -> each.files().size()).sum();
        try {
            return run(run);
        } catch (DiskFullException e) {
            throw new IndexException(noRoom(e, run), e);
        } catch (OutOfMemoryError e) {
            // Whoever called has the words for how to get more.
            throw new IndexMemoryException(run.file, e);
        }
    }

    private IndexReport run(Run run) throws IOException, IndexException {
        List<Manifest.Root> roots = new ArrayList<>();
        Map<String, String> stances = new LinkedHashMap<>();
        for (Collection collection : collections) {
            run.notes.addAll(collection.notes());
            stances.putAll(collection.catalogue().stances());
            roots.add(read(collection, run));
        }
        run.file = "";
        refuseLoss(run);
        String fingerprint = run.fingerprint.value();
        String built = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        run.sink.commit(
                new Manifest(roots, fingerprint, run.places.size(), run.passages, run.mentions, stances, built));
        return new IndexReport(
                run.files,
                0,
                run.bytes,
                run.places.size(),
                run.places.size(),
                0,
                0,
                run.passages,
                run.mentionsByType,
                run.notes,
                fingerprint);
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

    /** How {@code collection} is now, for comparing with a manifest; hashes only what {@code known} does not vouch for. */
    public static Manifest.Root state(Collection collection, Optional<Manifest.Root> known) throws IOException {
        Map<String, Manifest.FileState> before = new LinkedHashMap<>();
        known.ifPresent(root -> root.files().forEach(file -> before.put(file.path(), file)));
        List<Manifest.FileState> files = new ArrayList<>();
        for (SourceFile file : collection.files()) {
            files.add(state(file, Optional.ofNullable(before.get(file.relative()))));
        }
        return root(collection, files);
    }

    /** As it lies there; without size and hash where it cannot be read. */
    private static Manifest.FileState state(SourceFile file, Optional<Manifest.FileState> before) {
        try {
            return stateOnDisk(file, before);
        } catch (IOException e) {
            // Reading it meets the same fault, and reports it.
            return new Manifest.FileState(file.relative(), 0, 0, "");
        }
    }

    private static Manifest.FileState stateOnDisk(SourceFile file, Optional<Manifest.FileState> before)
            throws IOException {
        long size = Files.size(file.path());
        long modified = Files.getLastModifiedTime(file.path()).toMillis();
        boolean same = before.isPresent()
                && before.get().size() == size
                && before.get().modified() == modified;
        String sha256 = same ? before.get().sha256() : Files.isReadable(file.path()) ? Fingerprint.of(file.path()) : "";
        return new Manifest.FileState(file.relative(), size, modified, sha256);
    }

    private static Manifest.Root root(Collection collection, List<Manifest.FileState> files) throws IOException {
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
        return new Manifest.Root(collection.root().toString(), catalogue, about.toString(), files);
    }

    private Manifest.Root read(Collection collection, Run run) throws IOException {
        DocumentReader reader = new DocumentReader(collection.catalogue().stances(), maxDocument);
        List<Manifest.FileState> states = new ArrayList<>();
        for (SourceFile file : collection.files()) {
            run.file = file.relative();
            Manifest.FileState state = state(file, Optional.empty());
            List<Note> notes = new ArrayList<>();
            Counter counter = new Counter(collection, file.relative(), run, notes);
            reader.read(file, counter::add, notes::add);
            counter.rethrow();
            // What cannot be read now is kept as it was; what has changed to nothing is gone.
            if (counter.added == 0 && !Files.isReadable(file.path())) {
                counter.keepLastGood();
            }
            run.notes.addAll(notes);
            run.files++;
            run.bytes += state.size();
            states.add(state);
            progress.done(run.files, run.of, run.passages, run.bytes);
        }
        keepUnreadable(collection, run, states);
        return root(collection, states);
    }

    /** What came last time from a folder that cannot be read now stays, and so do its files in the manifest. */
    private void keepUnreadable(Collection collection, Run run, List<Manifest.FileState> states) throws IOException {
        String root = collection.root().toString();
        List<Manifest.FileState> before = run.previous.previousManifest().stream()
                .flatMap(manifest -> manifest.roots().stream())
                .filter(each -> each.path().equals(root))
                .flatMap(each -> each.files().stream())
                .toList();
        Set<String> unreadable = Set.copyOf(collection.unreadable());
        Set<String> read = states.stream().map(Manifest.FileState::path).collect(Collectors.toSet());
        for (Manifest.FileState state : before) {
            if (isWithin(state.path(), unreadable) && read.add(state.path())) {
                keep(collection, state.path(), run);
                states.add(state);
            }
        }
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

    private void keep(Collection collection, String file, Run run) throws IOException {
        List<Note> notes = new ArrayList<>();
        Counter counter = new Counter(collection, file, run, notes);
        counter.keepLastGood();
        run.notes.addAll(notes);
    }

    private void refuseLoss(Run run) throws IOException, IndexException {
        Set<String> before = run.previous.ids();
        Set<String> lost = new HashSet<>(before);
        lost.removeAll(run.places.keySet());
        if (!prune && lost.size() > FEW && lost.size() * 2 > before.size()) {
            throw new IndexException("this run would take " + lost.size() + " of " + before.size()
                    + " documents out of the index, more than half. Is the folder complete? If that is meant, "
                    + "say --prune. The index is as it was.");
        }
        if (!prune && run.places.isEmpty() && !before.isEmpty()) {
            throw new IndexException("the collection holds no document that can be read, and the index has "
                    + before.size() + ". If it is meant to be emptied, say --prune. The index is as it was.");
        }
    }

    /** Takes the documents of one file, and keeps the fault of the index for the caller of the reader. */
    private final class Counter {
        private final Collection collection;
        private final String file;
        private final Run run;
        private final List<Note> notes;
        private int added;
        private IOException fault;

        Counter(Collection collection, String file, Run run, List<Note> notes) {
            this.collection = collection;
            this.file = file;
            this.run = run;
            this.notes = notes;
        }

        void add(Document document) {
            String place = run.places.putIfAbsent(document.id(), file);
            if (place != null) {
                notes.add(new Note(
                        NoteKind.DUPLICATE_ID,
                        file,
                        0,
                        "not indexed: the id \"" + document.id() + "\" belongs to " + place
                                + " already; give one of them another"));
                return;
            }
            Optional<String> unfit = Stream.concat(
                            Stream.of(document.metadata()),
                            document.parts().stream().map(Part::metadata))
                    .flatMap(metadata -> metadata.fault().stream())
                    .findFirst();
            if (unfit.isPresent()) {
                leaveOut(
                        document,
                        new Note(
                                NoteKind.VALUE_TOO_LONG,
                                file,
                                0,
                                "not indexed: \"" + document.id() + "\": " + unfit.get()));
                return;
            }
            try {
                List<Passage> passages = splitter.split(document);
                List<Mention> mentions = annotator.annotate(
                        document.text(),
                        document.metadata().language(),
                        document.metadata().date());
                run.sink.add(collection.root().toString(), document, passages, mentions);
                run.passages += passages.size();
                run.mentions += mentions.size();
                mentions.forEach(mention -> run.mentionsByType.merge(mention.type(), 1, Integer::sum));
                run.fingerprint.add(document);
                added++;
            } catch (IOException e) {
                fault = fault == null ? e : fault;
            } catch (RuntimeException | StackOverflowError e) {
                leaveOut(document, Note.ofFault(file, e));
            }
        }

        private void leaveOut(Document document, Note why) {
            run.places.remove(document.id());
            notes.add(why);
        }

        /** Takes what the file gave last time. */
        void keepLastGood() throws IOException {
            for (Document document : run.previous.ofFile(collection.root().toString(), file)) {
                add(document);
                notes.add(new Note(
                        NoteKind.STALE,
                        file,
                        0,
                        "stale: \"" + document.id() + "\" is kept as it was when the file could last be read"));
            }
            rethrow();
        }

        void rethrow() throws IOException {
            if (fault != null) {
                throw fault;
            }
        }
    }
}
