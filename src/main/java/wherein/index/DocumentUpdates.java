package wherein.index;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import wherein.document.Document;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.document.NoteKind;
import wherein.document.NoteTally;
import wherein.document.Part;
import wherein.document.Passage;
import wherein.document.Splitter;
import wherein.index.Places.Place;
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
    private final Places places;
    private final Workers workers;
    private final Supplier<Annotator> recognisers;
    private final Totals totals;
    private final boolean keepSame;
    private final LongConsumer done;
    private final Splitter splitter = new Splitter();

    /** The numbers of the files that have the ids which were claimed in this run. */
    private final IdTable claims = new IdTable();

    /** What has been taken out in this run; some of it is put in again. */
    private final IdTable removed = new IdTable();

    private volatile String file = "";

    /** Guarded by this; null until the first document is recognised, since it takes long to make. */
    private Annotator annotator;

    private volatile boolean outOfMemory;

    /**
     * Nothing is handed in yet.
     *
     * @param recognisers makes what finds the mentions of a document; asked once, by the first that has to be recognised
     * @param totals are kept
     * @param keepSame whether a document that is as it was may stay
     * @param done is told of bytes of files whose documents are written, or left alone
     */
    DocumentUpdates(
            PassageSink sink,
            Previous previous,
            Places places,
            Workers workers,
            Supplier<Annotator> recognisers,
            Totals totals,
            boolean keepSame,
            LongConsumer done) {
        this.sink = sink;
        this.previous = previous;
        this.places = places;
        this.workers = workers;
        this.recognisers = recognisers;
        this.totals = totals;
        this.keepSame = keepSame;
        this.done = done;
    }

    /** The file that memory did not suffice for, or else the one that was last begun; empty if none was. */
    String file() {
        return file;
    }

    /** Whether the documents of a file that has not changed may stay: none of their ids has gone to another. */
    boolean mayStay(int file) {
        return keepSame && !places.isContested(file);
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
        previous.keptOf(place.root(), place.file(), kept -> {
            if (claims.get(kept.id()) == IdTable.NONE) {
                remove(kept);
            }
        });
    }

    private void remove(Kept kept) throws IOException {
        if (removed.put(kept.id(), 0)) {
            sink.delete(kept.id());
            totals.delete(kept);
        }
    }

    private synchronized Annotator annotator() {
        if (annotator == null) {
            annotator = recognisers.get();
        }
        return annotator;
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
        private final int number;
        private final Optional<String> former;
        private final NoteTally notes = new NoteTally(FileState.MOST_NOTES);
        private Optional<Ending> ending = Optional.empty();

        /** Guarded by this, as is the rest. */
        private long notesTaken;

        private int documents;
        private long bytes;
        private int open = 1;
        private boolean again;
        private IOException fault;

        OfFile(Place place, Optional<String> former) {
            this.place = place;
            this.number = places.number(place);
            this.former = former;
        }

        @Override
        public void put(ReadAhead.Piece piece) {
            switch (piece) {
                case ReadAhead.Piece.Read read -> {
                    bytes += read.bytes();
                    add(read.document(), read.line(), read.bytes());
                }
                case ReadAhead.Piece.Noted noted -> note(noted.note());
                case ReadAhead.Piece.NotedBefore noted -> notedBefore(noted.notes());
                case ReadAhead.Piece.Looked looked -> {}
            }
        }

        private synchronized void notedBefore(List<NoteGroup> before) {
            notes.add(notesTaken++, before);
        }

        private synchronized void note(Note note) {
            notes.add(notesTaken++, note);
        }

        private void note(NoteKind kind, int line, String message) {
            note(new Note(kind, place.file(), line, message));
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
        private void add(Document document, int line, long size) {
            if (fault != null) {
                return;
            }
            try {
                if (!isTaken(document, line, size)) {
                    done.accept(size);
                }
            } catch (IOException e) {
                fault = fault == null ? e : fault;
            }
        }

        /** Whether it is going to be written. */
        private boolean isTaken(Document document, int line, long size) throws IOException {
            Optional<String> unfit = unfit(document);
            if (unfit.isPresent()) {
                note(NoteKind.VALUE_TOO_LONG, line, "not indexed: \"" + document.id() + "\": " + unfit.get());
                return false;
            }
            Optional<Kept> kept = previous.kept(document.id());
            int owner = owner(document.id(), kept);
            if (owner != IdTable.NONE) {
                // A file alone decides on its own ids.
                again |= owner != number;
                String whose = owner == number ? "another document of this file" : places.file(owner);
                note(
                        NoteKind.DUPLICATE_ID,
                        line,
                        "not indexed: the id \"" + document.id() + "\" belongs to " + whose
                                + " already; give one of them another");
                return false;
            }
            claims.put(document.id(), number);
            documents++;
            return put(document, line, kept, size);
        }

        /** Who has the id already; a file that comes later in the order loses it, and is read for that. */
        private int owner(String id, Optional<Kept> kept) {
            int claimed = claims.get(id);
            if (claimed != IdTable.NONE || kept.isEmpty()) {
                return claimed;
            }
            int before = places.number(new Place(kept.get().root(), kept.get().file()));
            if (places.isStaying(before)) {
                return before;
            }
            if (before != number) {
                places.contest(before);
            }
            return IdTable.NONE;
        }

        private static Optional<String> unfit(Document document) {
            return Stream.concat(
                            Stream.of(document.metadata()),
                            document.parts().stream().map(Part::metadata))
                    .flatMap(metadata -> metadata.fault().stream())
                    .findFirst();
        }

        private boolean put(Document document, int line, Optional<Kept> kept, long size) throws IOException {
            Optional<Kept> twin = twin(document, kept);
            boolean same = twin.isPresent()
                    && twin.get().id().equals(document.id())
                    && removed.get(document.id()) == IdTable.NONE
                    && twin.get().isFrom(place.root(), place.file());
            if (same) {
                return false;
            }
            if (kept.isPresent()) {
                remove(kept.get());
            }
            long at;
            synchronized (this) {
                open++;
                at = notesTaken++;
            }
            workers.give(document.text().length(), () -> {
                write(document, line, kept.isPresent(), twin, at);
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
            if (before.isEmpty() && former.isPresent() && document.id().startsWith(place.file())) {
                // What is named by its file was named by that one.
                before = previous.kept(
                        former.get() + document.id().substring(place.file().length()));
            }
            return before.filter(each -> each.digest().equals(Fingerprint.digest(document)));
        }

        private void write(Document document, int line, boolean replaces, Optional<Kept> twin, long at)
                throws IOException {
            try {
                List<Passage> passages = splitter.split(document);
                List<Mention> mentions =
                        twin.isPresent() ? previous.mentions(twin.get().id()) : recognised(document);
                sink.add(place.root(), document, passages, mentions);
                totals.add(document, passages, mentions);
                if (replaces) {
                    totals.change();
                } else if (twin.isPresent()) {
                    totals.move();
                }
            } catch (OutOfMemoryError e) {
                ranOut(place.file());
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                notes.add(at, Note.ofFault(place.file(), line, e));
            }
        }

        private List<Mention> recognised(Document document) {
            return annotator()
                    .annotate(
                            document.hyphens(),
                            document.metadata().language(),
                            document.metadata().date());
        }

        /** Takes what the file gave last time. */
        void keepLastGood() throws IOException {
            again = true;
            previous.keptOf(place.root(), place.file(), kept -> {
                add(previous.document(kept.id()).orElseThrow(), 0, 0);
                note(
                        NoteKind.STALE,
                        0,
                        "stale: \"" + kept.id() + "\" is kept as it was when the file could last be read");
            });
            rethrow();
        }

        /** Throws what an index could not do meanwhile. */
        @Override
        public void rethrow() throws IOException {
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
