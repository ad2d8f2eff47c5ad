package wherein.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.format.Archive;
import wherein.format.Extract;
import wherein.format.Extracts;

/** Reads the files in an archive as those of a folder are read: its path stands before theirs. */
final class ArchiveFiles implements Archive.Taker {

    /** So many archives may lie in one another. */
    private static final int DEEPEST = 3;

    private final SourceFile archive;
    private final Reader reader;
    private final Extracts extracts;
    private final Consumer<Note> notes;
    private final int depth;
    private final boolean pictures;

    /** Reads one of the files. */
    interface Reader {

        /** Hands what {@code file} says to {@code extracts}, where it is an archive itself as one in {@code depth} others. */
        void read(SourceFile file, int depth, Extracts extracts, Consumer<Note> notes);
    }

    /**
     * Of {@code archive}.
     *
     * @param depth in so many others it lies
     * @param pictures whether pictures are read
     */
    ArchiveFiles(
            SourceFile archive, int depth, boolean pictures, Reader reader, Extracts extracts, Consumer<Note> notes) {
        this.archive = archive;
        this.depth = depth;
        this.pictures = pictures;
        this.reader = reader;
        this.extracts = extracts;
        this.notes = notes;
    }

    @Override
    public boolean wants(String name) {
        if (!Format.isRead(name, pictures)) {
            notes.accept(Lister.unsupported(path(name)));
            return false;
        }
        if (Format.of(name).orElseThrow() == Format.ARCHIVE && depth + 1 >= DEEPEST) {
            leaveOut(name, "more than " + DEEPEST + " archives lie in one another");
            return false;
        }
        return true;
    }

    @Override
    public void take(String name, Path content) {
        if (name.isEmpty()) {
            // The one file of an archive without names is the archive.
            SourceFile file = file(content, Format.compressed(archive.relative()));
            reader.read(file, depth + 1, extracts, note -> notes.accept(at(archive.relative(), note)));
        } else {
            reader.read(file(content, path(name)), depth + 1, new OfFile(name), notes);
        }
    }

    @Override
    public void leaveOut(String name, String reason) {
        notes.accept(
                new Note(NoteKind.ARCHIVED, path(name), 0, "not indexed: " + reason + "; unpack it into the folder"));
    }

    private String path(String name) {
        return archive.relative() + "/" + name;
    }

    /** What is said of single files in an archive is looked up with their documents. */
    private static SourceFile file(Path content, String relative) {
        return new SourceFile(content, relative, Optional.empty(), Optional.empty(), Metadata.UNKNOWN);
    }

    private static Note at(String file, Note note) {
        return new Note(note.kind(), List.copyOf(note.details()), file, note.line(), note.message());
    }

    /** What one file gives, as what the archive gives. */
    private final class OfFile implements Extracts {
        private final String name;

        OfFile(String name) {
            this.name = name;
        }

        @Override
        public void add(Extract extract) {
            extracts.add(extract.in("/" + name));
        }

        @Override
        public void tell(NoteKind kind, int line, String message) {
            notes.accept(new Note(kind, path(name), line, message));
        }

        @Override
        public void read(long bytes) {
            // Those of the archive are told, not what they unpack to.
        }
    }
}
