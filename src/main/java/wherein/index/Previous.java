package wherein.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wherein.document.Document;
import wherein.mention.Mention;

/** The index as it is before a run, as far as a run must know it. Safe for use by several threads. */
public interface Previous extends Closeable {

    /** No index. */
    Previous NONE = new Previous() {
        @Override
        public Optional<Manifest> previousManifest() {
            return Optional.empty();
        }

        @Override
        public void eachFile(String root, Consumer<FileState> each) {}

        @Override
        public Optional<FileState> file(String root, String path) {
            return Optional.empty();
        }

        @Override
        public Optional<Kept> kept(String id) {
            return Optional.empty();
        }

        @Override
        public void keptOf(String root, String file, KeptTaker taker) {}

        @Override
        public Optional<Document> document(String id) {
            return Optional.empty();
        }

        @Override
        public List<Mention> mentions(String id) {
            return List.of();
        }

        @Override
        public void close() {}
    };

    /** What the index was made from; empty if there is none. */
    Optional<Manifest> previousManifest();

    /** Shows the files of {@code root} that were read to {@code each}, in no order; holds one at a time. */
    void eachFile(String root, Consumer<FileState> each) throws IOException;

    /** The files of {@code root} that were read; one look at all of them. */
    default List<FileState> files(String root) throws IOException {
        List<FileState> files = new ArrayList<>();
        eachFile(root, files::add);
        return files;
    }

    /** The file at {@code path} of {@code root}, if it was read. */
    Optional<FileState> file(String root, String path) throws IOException;

    /** What is known of the document of this id. */
    Optional<Kept> kept(String id) throws IOException;

    /** Hands on what is known of each document that came from {@code file} of {@code root}, in any order, and holds none of it. */
    void keptOf(String root, String file, KeptTaker taker) throws IOException;

    /** The document of this id. */
    Optional<Document> document(String id) throws IOException;

    /** The mentions of the document of this id, by start. Takes time in proportion to their number. */
    List<Mention> mentions(String id) throws IOException;

    /** Takes what is known of one document after another. */
    @FunctionalInterface
    interface KeptTaker {

        /** The next one. */
        void take(Kept kept) throws IOException;
    }
}
