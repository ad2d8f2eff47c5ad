package wherein.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wherein.document.Document;

/** The index as it is before a run, as far as a run must know it. Not safe for use by several threads. */
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
        public Optional<Kept> kept(String id) {
            return Optional.empty();
        }

        @Override
        public List<String> idsOf(String root, String file) {
            return List.of();
        }

        @Override
        public List<Document> ofFile(String root, String file) {
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

    /** What is known of the document of this id. */
    Optional<Kept> kept(String id) throws IOException;

    /** The ids of the documents that came from {@code file} of {@code root}. */
    List<String> idsOf(String root, String file) throws IOException;

    /** These documents themselves. */
    List<Document> ofFile(String root, String file) throws IOException;
}
