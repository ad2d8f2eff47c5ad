package wherein.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.mention.Mention;

/** An index in memory: the simplest thing that keeps the promises of a sink, and of the index before a run. */
final class MemorySink implements PassageSink, Previous {

    private record Held(String root, Document document, List<Passage> passages) {}

    private Map<String, Held> committed = new LinkedHashMap<>();
    private Map<String, Held> added = new LinkedHashMap<>();
    private Optional<Manifest> manifest = Optional.empty();
    private boolean full;

    /** From now on a disk without space. */
    void fill() {
        full = true;
    }

    @Override
    public void add(String root, Document document, List<Passage> passages, List<Mention> mentions) throws IOException {
        if (full) {
            throw new IOException("no space left");
        }
        if (added.put(document.id(), new Held(root, document, passages)) != null) {
            throw new IllegalStateException(document.id() + " was added before");
        }
    }

    @Override
    public void commit(Manifest of) {
        committed = added;
        added = new LinkedHashMap<>();
        manifest = Optional.of(of);
    }

    @Override
    public void close() {
        added = new LinkedHashMap<>();
    }

    @Override
    public Optional<Manifest> previousManifest() {
        return manifest;
    }

    @Override
    public Set<String> ids() {
        return committed.keySet();
    }

    @Override
    public List<Document> ofFile(String root, String file) {
        return committed.values().stream()
                .filter(held -> held.root.equals(root) && held.document.file().equals(file))
                .map(Held::document)
                .toList();
    }

    /** The texts that can be found, by id. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        committed.forEach((id, held) -> texts.put(id, held.document.text()));
        return texts;
    }

    /** How many passages can be found. */
    int passages() {
        return new ArrayList<>(committed.values())
                .stream().mapToInt(held -> held.passages.size()).sum();
    }
}
