package wherein.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import wherein.collection.DocumentReader;
import wherein.collection.Format;
import wherein.collection.SourceFile;
import wherein.document.Document;

/** Looks at one file, and reads it if it is not as it was, and if no file that is gone had the same bytes. */
final class FileReading implements ReadAhead.Task {

    private final Plan plan;
    private final SourceFile file;
    private final DocumentReader reader;
    private final Previous previous;

    FileReading(Plan plan, SourceFile file, DocumentReader reader, Previous previous) {
        this.plan = plan;
        this.file = file;
        this.reader = reader;
        this.previous = previous;
    }

    @Override
    public long size() {
        return Format.held(file);
    }

    @Override
    public void read(ReadAhead.Taker taker) throws IOException {
        FileState now = plan.state(file);
        if (plan.before(file).filter(now::isSame).isPresent()) {
            taker.put(new ReadAhead.Piece.Looked(now, true, Optional.empty()));
        } else {
            read(now, taker);
        }
    }

    /** Reads it, whatever it was before. */
    void read(FileState now, ReadAhead.Taker taker) throws IOException {
        Optional<FileState> former = plan.former(now);
        taker.put(new ReadAhead.Piece.Looked(now, false, former.map(FileState::path)));
        if (former.isPresent() && move(former.get(), now.size(), taker)) {
            return;
        }
        AtomicLong read = new AtomicLong();
        reader.read(
                file,
                (document, line) -> taker.put(new ReadAhead.Piece.Read(document, line, read.getAndSet(0))),
                note -> taker.put(new ReadAhead.Piece.Noted(note)),
                read::addAndGet);
    }

    /** Takes the document from where it was, if that is what reading it would give. */
    private boolean move(FileState former, long size, ReadAhead.Taker taker) throws IOException {
        if (Format.of(file).holdsMany()) {
            return false;
        }
        List<String> ids = new ArrayList<>();
        previous.keptOf(plan.root(), former.path(), kept -> ids.add(kept.id()));
        Optional<Document> before = ids.size() == 1 ? previous.document(ids.getFirst()) : Optional.empty();
        Optional<Document> moved = before.isEmpty() ? before : DocumentReader.moved(before.get(), file);
        if (moved.isEmpty()) {
            return false;
        }
        former.notes().forEach(group -> taker.put(new ReadAhead.Piece.NotedBefore(List.of(group.at(file.relative())))));
        taker.put(new ReadAhead.Piece.Read(moved.get(), 0, size));
        return true;
    }
}
