package wherein.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.document.Document;

/** The index as it is before a run, as far as a run must know it. */
public interface Previous extends Closeable {

    /** No index. */
    Previous NONE = new Previous() {
        @Override
        public Optional<Manifest> previousManifest() {
            return Optional.empty();
        }

        @Override
        public Set<String> ids() {
            return Set.of();
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

    /** The ids of all its documents. */
    Set<String> ids() throws IOException;

    /** The documents that came from {@code file} of {@code root}. */
    List<Document> ofFile(String root, String file) throws IOException;
}
