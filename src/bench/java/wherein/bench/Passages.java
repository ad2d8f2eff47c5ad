package wherein.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import wherein.document.Block;
import wherein.collection.CatalogueException;
import wherein.collection.Collection;
import wherein.document.Document;
import wherein.collection.DocumentReader;
import wherein.document.Note;
import wherein.document.Passage;
import wherein.collection.SourceFile;
import wherein.document.Splitter;

/** The passages of a file of records, cut as Wherein cuts them, so that all engines search the same. */
final class Passages {

    private Passages() {}

    /** Gives {@code each} one document after the other with those of its passages that a search finds. */
    static void of(Path records, BiConsumer<Document, List<Passage>> each) throws IOException, CatalogueException {
        Splitter splitter = new Splitter();
        DocumentReader reader = new DocumentReader(Map.of(), DocumentReader.MAX_DOCUMENT);
        for (SourceFile file : Collection.open(records, Optional.empty()).files()) {
            reader.read(
                    file,
                    document -> each.accept(document, searched(splitter.split(document))),
                    note -> refuse(note));
        }
    }

    /** A search leaves boilerplate out unless it is asked for. */
    static List<Passage> searched(List<Passage> passages) {
        return passages.stream()
                .filter(passage -> passage.block() != Block.BOILERPLATE)
                .toList();
    }

    private static void refuse(Note note) {
        if (note.kind().severity() == Note.Severity.ERROR) {
            throw new IllegalStateException(note.toString());
        }
    }
}
