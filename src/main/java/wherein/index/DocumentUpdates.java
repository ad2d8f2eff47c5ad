package wherein.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import wherein.document.Document;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.document.NoteKind;
import wherein.document.NoteTally;
import wherein.document.Part;
import wherein.document.Passage;
import wherein.document.Splitter;
import wherein.mention.Annotator;
import wherein.mention.Mention;

/**
 * Puts the documents of one file after the other into an index in place of those it has. Each id belongs to the first document of
 * that id, in the order of collections and files, whether its file is read in this run or stays as it was. One thread
 * hands documents in; recognising and writing them is done by others.
 */
final class DocumentUpdates {

    private final PassageSink sink;
    private final Previous previous;
    private final Workers workers;
    private final Annotator annotator;
    private final Totals totals;
    private final boolean keepSame;
    private final LongConsumer done;
    private final Splitter splitter = new Splitter();

    /** The files that have the ids which were claimed in this run. */
    private final Map<String, Place> claims = new HashMap<>();

    /** The files that stay as they were. */
    private final Set<Place> staying = new HashSet<>();

    /** Files that have lost an id to one before them, and so must be read. */
    private final Set<Place> contested = new HashSet<>();

    /** What has been taken out in this run; some of it is put in again. */
    private final Set<String> removed = new HashSet<>();

    private volatile String file = "";
    private volatile boolean outOfMemory;

    /** A file of a collection. */
    private record Place(String root, String file) {}

    /**
     * Nothing is handed in yet.
     *
     * @param totals are kept
     * @param keepSame whether a document that is as it was may stay
     * @param done is told of bytes of files whose documents are written, or left alone
     */
    DocumentUpdates(
            PassageSink sink,
            Previous previous,
            Workers workers,
            Annotator annotator,
            Totals totals,
            boolean keepSame,
            LongConsumer done) {
        this.sink = sink;
        this.previous = previous;
        this.workers = workers;
        this.annotator = annotator;
        this.totals = totals;
        this.keepSame = keepSame;
        this.done = done;
    }

    /** The file that memory did not suffice for, or else the one that was last begun; empty if none was. */
    String file() {
        return file;
    }

    /** Whether the documents of a file that has not changed may stay: none of their ids has gone to another. */
    boolean mayStay(String root, String file) {
        return keepSame && !contested.contains(new Place(root, file));
    }

    /** The documents of this file stay as they are. */
    void stays(String root, String file) {
        staying.add(new Place(root, file));
    }

    /** Takes the documents of a file that is there no more out. */
    void gone(String root, String file) throws IOException {
        take(new Place(root, file));
    }

    /**
     * Begins to hand in the documents of a file, which end with {@link OfFile#end}.
     *
     * @param former its name when its text was in the index already, if that was another
     */
    OfFile begin(String root, String file, Optional<String> former) {
        this.file = file;
        return new OfFile(new Place(root, file), former);
    }

    /** Waits until all that was handed in is written. */
    void await() throws IOException {
        workers.await();
    }

    /** Takes the documents that the index has of a file out, but for those whose ids were claimed in this run. */
    private void take(Place place) throws IOException {
        for (String id : previous.idsOf(place.root, place.file)) {
            if (!claims.containsKey(id)) {
                remove(previous.kept(id).orElseThrow());
            }
        }
    }

    private void remove(Kept kept) throws IOException {
        if (removed.add(kept.id())) {
            sink.delete(kept.id());
            totals.delete(kept);
        }
    }

    private synchronized void ranOut(String of) {
        if (!outOfMemory) {
            outOfMemory = true;
            file = of;
        }
    }

    /** Is told what was the matter with a file when the last of its documents is written, by whichever thread wrote it. */
    interface Ending {
        void end(List<NoteGroup> notes) throws IOException;
    }

    /** Takes the documents of one file, and keeps the fault of the index for the caller of the reader. */
    final class OfFile implements ReadAhead.Taker {
        private final Place place;
        private final Optional<String> former;
        private final NoteTally notes = new NoteTally(FileState.MOST_NOTES);
        private Optional<Ending> ending = Optional.empty();

        /** Guarded by this, as is the rest. */
        private long number;

        private int documents;
        private long bytes;
        private int open = 1;
        private boolean again;
        private IOException fault;

        OfFile(Place place, Optional<String> former) {
            this.place = place;
            this.former = former;
        }

        @Override
        public void put(ReadAhead.Piece piece) {
            switch (piece) {
                case ReadAhead.Piece.Read read -> {
                    bytes += read.bytes();
                    add(read.document(), read.bytes());
                }
                case ReadAhead.Piece.Noted noted -> note(noted.note());
                case ReadAhead.Piece.NotedBefore noted -> notedBefore(noted.notes());
                case ReadAhead.Piece.Looked looked -> {}
            }
        }

        private synchronized void notedBefore(List<NoteGroup> before) {
            notes.add(number++, before);
        }

        private synchronized void note(Note note) {
            notes.add(number++, note);
        }

        private void note(NoteKind kind, String message) {
            note(new Note(kind, place.file, 0, message));
        }

        /** Whether no document has been taken. */
        boolean isEmpty() {
            return documents == 0;
        }

        /** Whether the file has to be read again next time, whatever it looks like then. */
        synchronized boolean isAgain() {
            return again;
        }

        /** Takes a document, which is written by another thread, and for which so many bytes were read. */
        private void add(Document document, long size) {
            try {
                if (!isTaken(document, size)) {
                    done.accept(size);
                }
            } catch (IOException e) {
                fault = fault == null ? e : fault;
            }
        }

        /** Whether it is going to be written. */
        private boolean isTaken(Document document, long size) throws IOException {
            Optional<String> unfit = unfit(document);
            if (unfit.isPresent()) {
                note(NoteKind.VALUE_TOO_LONG, "not indexed: \"" + document.id() + "\": " + unfit.get());
                return false;
            }
            Optional<Kept> kept = previous.kept(document.id());
            Optional<Place> owner = owner(document.id(), kept);
            if (owner.isPresent()) {
                again = true;
                note(
                        NoteKind.DUPLICATE_ID,
                        "not indexed: the id \"" + document.id() + "\" belongs to " + owner.get().file
                                + " already; give one of them another");
                return false;
            }
            claims.put(document.id(), place);
            documents++;
            return put(document, kept, size);
        }

        /** Who has the id already; a file that comes later in the order loses it, and is read for that. */
        private Optional<Place> owner(String id, Optional<Kept> kept) {
            Place claimed = claims.get(id);
            if (claimed != null || kept.isEmpty()) {
                return Optional.ofNullable(claimed);
            }
            Place before = new Place(kept.get().root(), kept.get().file());
            if (staying.contains(before)) {
                return Optional.of(before);
            }
            if (!before.equals(place)) {
                contested.add(before);
            }
            return Optional.empty();
        }

        private static Optional<String> unfit(Document document) {
            return Stream.concat(
                            Stream.of(document.metadata()),
                            document.parts().stream().map(Part::metadata))
                    .flatMap(metadata -> metadata.fault().stream())
                    .findFirst();
        }

        private boolean put(Document document, Optional<Kept> kept, long size) throws IOException {
            Optional<Kept> twin = twin(document, kept);
            boolean same = twin.isPresent()
                    && twin.get().id().equals(document.id())
                    && !removed.contains(document.id())
                    && twin.get().isFrom(place.root, place.file);
            if (same) {
                return false;
            }
            if (kept.isPresent()) {
                remove(kept.get());
            }
            long at;
            synchronized (this) {
                open++;
                at = number++;
            }
            workers.give(document.text().length(), () -> {
                write(document, kept.isPresent(), twin, at);
                done.accept(size);
                close();
            });
            return true;
        }

        /** The document of the index that has the same text and metadata, under this id or that of the file's former name. */
        private Optional<Kept> twin(Document document, Optional<Kept> kept) throws IOException {
            if (!keepSame) {
                return Optional.empty();
            }
            Optional<Kept> before = kept;
            if (before.isEmpty() && former.isPresent() && document.id().startsWith(place.file)) {
                // What is named by its file was named by that one.
                before = previous.kept(former.get() + document.id().substring(place.file.length()));
            }
            return before.filter(each -> each.digest().equals(Fingerprint.digest(document)));
        }

        private void write(Document document, boolean replaces, Optional<Kept> twin, long at) throws IOException {
            try {
                List<Passage> passages = splitter.split(document);
                List<Mention> mentions =
                        twin.isPresent() ? previous.mentions(twin.get().id()) : recognised(document);
                sink.add(place.root, document, passages, mentions);
                totals.add(document, passages, mentions);
                if (replaces) {
                    totals.change();
                } else if (twin.isPresent()) {
                    totals.move();
                }
            } catch (OutOfMemoryError e) {
                ranOut(place.file);
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                notes.add(at, Note.ofFault(place.file, e));
            }
        }

        private List<Mention> recognised(Document document) {
            return annotator.annotate(
                    document.text(),
                    document.metadata().language(),
                    document.metadata().date());
        }

        /** Takes what the file gave last time. */
        void keepLastGood() throws IOException {
            again = true;
            List<Document> last = new ArrayList<>(previous.ofFile(place.root, place.file));
            last.sort(Comparator.comparing(Document::id));
            for (Document document : last) {
                add(document, 0);
                note(
                        NoteKind.STALE,
                        "stale: \"" + document.id() + "\" is kept as it was when the file could last be read");
            }
            rethrow();
        }

        /** Throws what an index could not do meanwhile. */
        void rethrow() throws IOException {
            if (fault != null) {
                throw fault;
            }
        }

        /**
         * That was all: what the index has of the file besides is taken out.
         *
         * @param size of the file, in bytes
         * @param then is told when all is written
         */
        void end(long size, Ending then) throws IOException {
            take(place);
            ending = Optional.of(notes -> {
                done.accept(size - bytes);
                then.end(notes);
            });
            close();
        }

        private void close() throws IOException {
            synchronized (this) {
                if (--open > 0) {
                    return;
                }
            }
            ending.orElseThrow().end(notes.groups());
        }
    }
}
