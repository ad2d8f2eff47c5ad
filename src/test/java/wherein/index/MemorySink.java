package wherein.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.mention.Mention;

/** An index in memory: the simplest thing that keeps the promises of a sink, and of the index before a run. */
final class MemorySink implements PassageSink, Previous {

    private record Held(String root, Document document, List<Passage> passages, List<Mention> mentions) {}

    private Map<String, Held> committed = new LinkedHashMap<>();
    private Map<List<String>, List<String>> byFile = Map.of();
    private Map<String, Held> pending = new LinkedHashMap<>();
    private Map<List<String>, FileState> files = new LinkedHashMap<>();
    private Map<List<String>, FileState> pendingFiles = new LinkedHashMap<>();
    private Optional<Manifest> manifest = Optional.empty();
    private boolean full;
    private int commits;
    private final List<String> written = new ArrayList<>();

    /** From now on a disk without space. */
    void fill() {
        full = true;
    }

    @Override
    public synchronized void add(String root, Document document, List<Passage> passages, List<Mention> mentions)
            throws IOException {
        if (full) {
            throw new IOException("no space left");
        }
        written.add(document.id());
        if (pending.put(document.id(), new Held(root, document, passages, mentions)) != null) {
            throw new IllegalStateException(document.id() + " was added before");
        }
    }

    @Override
    public synchronized void delete(String id) {
        pending.remove(id);
    }

    @Override
    public synchronized void put(String root, FileState state) {
        pendingFiles.put(List.of(root, state.path()), state);
    }

    @Override
    public synchronized void forget(String root, String path) {
        pendingFiles.remove(List.of(root, path));
    }

    @Override
    public synchronized void clear() {
        pending.clear();
        pendingFiles.clear();
    }

    @Override
    public synchronized void commit(Manifest of) {
        committed = new LinkedHashMap<>(pending);
        byFile = committed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.groupingBy(
                        each -> List.of(
                                each.getValue().root, each.getValue().document.file()),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        files = new LinkedHashMap<>(pendingFiles);
        manifest = Optional.of(of);
        commits++;
    }

    @Override
    public void close() {
        pending = new LinkedHashMap<>(committed);
        pendingFiles = new LinkedHashMap<>(files);
    }

    @Override
    public Optional<Manifest> previousManifest() {
        return manifest;
    }

    @Override
    public Optional<FileState> file(String root, String path) {
        return Optional.ofNullable(files.get(List.of(root, path)));
    }

    @Override
    public List<Mention> mentions(String id) {
        return committed.get(id).mentions;
    }

    @Override
    public void eachFile(String root, Consumer<FileState> each) {
        files.forEach((place, state) -> {
            if (place.getFirst().equals(root)) {
                each.accept(state);
            }
        });
    }

    @Override
    public Optional<Kept> kept(String id) {
        return Optional.ofNullable(committed.get(id))
                .map(held -> new Kept(
                        id,
                        held.root,
                        held.document.file(),
                        Fingerprint.digest(held.document),
                        held.passages.size(),
                        held.mentions.stream()
                                .collect(Collectors.groupingBy(Mention::type, Collectors.summingInt(each -> 1)))));
    }

    @Override
    public void keptOf(String root, String file, KeptTaker taker) throws IOException {
        for (String id : byFile.getOrDefault(List.of(root, file), List.of())) {
            taker.take(kept(id).orElseThrow());
        }
    }

    @Override
    public Optional<Document> document(String id) {
        return Optional.ofNullable(committed.get(id)).map(Held::document);
    }

    /** The ids of all documents that can be found. */
    Set<String> ids() {
        return committed.keySet();
    }

    /** How often something was committed. */
    int commits() {
        return commits;
    }

    /** The ids of the documents that were written since this was last asked. */
    synchronized List<String> written() {
        List<String> ids = written.stream().sorted().toList();
        written.clear();
        return ids;
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
