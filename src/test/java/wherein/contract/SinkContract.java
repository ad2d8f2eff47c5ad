package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.FileState;
import wherein.index.Fingerprint;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.Kept;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.search.Hits;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.text.Span;

/** What is written is seen once it is committed, whole, by those who open the index then; and the next run finds it. */
public abstract class SinkContract extends Contract {

    private static final Manifest EMPTY =
            new Manifest(List.of(), "f", 0, 0, Map.of(), Map.of(), Map.of(), "2026-01-01T00:00:00Z");
    private static final SearchRequest EVERYTHING = SearchRequest.best(new Query.All(), List.of(), 100);

    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    private static final List<String> ROOTS = List.of("/logs", "/logs/old");
    private static final List<String> FILES = List.of("one.txt", "two.txt", "old/one.txt");
    private static final String NAMED = "Norway ";

    @Test
    void anIndexThatIsNotThereIsNotOpenedAndARunFindsNothing() throws Exception {
        String index = newIndex();
        assertThatThrownBy(() -> backEnd().open(index)).isInstanceOf(IndexException.class);
        try (Previous previous = backEnd().previous(index)) {
            assertThat(previous.previousManifest()).isEmpty();
            assertThat(previous.files("/logs")).isEmpty();
            assertThat(previous.kept("a")).isEmpty();
        }
    }

    @Test
    void whatIsCommittedIsReadWithItsManifest() throws Exception {
        String index = newIndex();
        Model.of(new Random(7)).write(backEnd().writer(index));
        try (PassageSearcher searcher = backEnd().open(index)) {
            assertThat(searcher.manifest().fingerprint()).isEqualTo("fingerprint");
            assertThat(searcher.manifest().built()).isEqualTo("2026-01-01T00:00:00Z");
        }
    }

    @Test
    void anIndexWithoutDocumentsAnswersThatThereIsNothing() throws Exception {
        String index = newIndex();
        try (PassageSink sink = backEnd().writer(index)) {
            sink.commit(EMPTY);
        }
        try (PassageSearcher searcher = backEnd().open(index)) {
            Hits hits = searcher.search(SearchRequest.best(new Query.All(), List.of(), 10));
            assertThat(hits.passages()).isZero();
            assertThat(hits.hits()).isEmpty();
            assertThat(searcher.document("d")).isEmpty();
            assertThat(searcher.passages("d")).isEmpty();
            assertThat(searcher.fields()).isEmpty();
            assertThat(searcher.values("source").values()).isEmpty();
            assertThat(searcher.documents(new Query.All(), List.of(), 0, 10).total())
                    .isZero();
            assertThat(searcher.deletedPassages()).isZero();
        }
    }

    @Test
    void nothingIsSeenBeforeItIsCommittedAndAnAbandonedRunLeavesTheOldIndex() throws Exception {
        String index = newIndex();
        Model.of(new Random(7)).write(backEnd().writer(index));
        try (PassageSearcher old = backEnd().open(index)) {
            Hits first = old.search(EVERYTHING);
            try (PassageSink sink = backEnd().writer(index)) {
                sink.add(
                        "/root",
                        new Document("new", "n", "fog", Metadata.UNKNOWN, List.of(), List.of()),
                        List.of(),
                        List.of());
                try (PassageSearcher again = backEnd().open(index)) {
                    assertThat(again.document("new")).isEmpty();
                }
            }
            try (PassageSearcher again = backEnd().open(index)) {
                assertThat(again.search(EVERYTHING)).isEqualTo(first);
            }
        }
    }

    @Test
    void anOpenSearcherAnswersFromItsOwnGenerationWhileANewOneIsCommitted() throws Exception {
        String index = newIndex();
        Model.of(new Random(7)).write(backEnd().writer(index));
        try (PassageSearcher old = backEnd().open(index)) {
            Hits before = old.search(EVERYTHING);
            Model.of(new Random(8)).write(backEnd().writer(index));
            assertThat(old.search(EVERYTHING)).isEqualTo(before);
            try (PassageSearcher now = backEnd().open(index)) {
                assertThat(now.generation()).isGreaterThan(old.generation());
            }
        }
    }

    @Test
    void aSecondWriterAtTheSameTimeIsRefused() throws Exception {
        String index = newIndex();
        try (PassageSink first = backEnd().writer(index)) {
            assertThatThrownBy(() -> backEnd().writer(index))
                    .isInstanceOf(IndexBusyException.class)
                    .hasMessageContaining("another run is writing the index");
            first.commit(EMPTY);
        }
        assertThatCode(() -> backEnd().writer(index).close()).doesNotThrowAnyException();
    }

    @Test
    void theNextRunFindsWhatWasCommittedLastWhateverWasDoneInWhichOrder() {
        Seeded.times(12, random -> {
            String index = newIndex();
            Held committed = new Held(new TreeMap<>(), new TreeMap<>());
            Optional<Manifest> manifest = Optional.empty();
            for (int run = 0; run < 5; run++) {
                Held held = committed.copy();
                try (Previous previous = backEnd().previous(index);
                        PassageSink sink = backEnd().update(index, previous)) {
                    for (int step = random.nextInt(12); step > 0; step--) {
                        step(random, sink, held);
                    }
                    if (random.nextInt(4) > 0) {
                        manifest = Optional.of(held.manifest("run " + run));
                        sink.commit(manifest.get());
                        committed = held;
                    }
                }
                if (manifest.isPresent()) {
                    found(index, committed, manifest.get());
                }
            }
            if (manifest.isPresent()) {
                backEnd().purge(index);
                found(index, committed, manifest.get());
                try (PassageSearcher searcher = backEnd().open(index)) {
                    assertThat(searcher.deletedPassages()).isZero();
                }
            }
        });
    }

    /** A document and the root that it came from. */
    private record Written(String root, Document document, List<Passage> passages, List<Mention> mentions) {

        Kept kept() {
            return new Kept(
                    document.id(),
                    root,
                    document.file(),
                    Fingerprint.digest(document),
                    passages.size(),
                    mentions.isEmpty() ? Map.of() : Map.of(Mention.Type.COUNTRY, mentions.size()));
        }
    }

    /** All that an index holds: its documents by their ids, and its files by root and path. */
    private record Held(TreeMap<String, Written> documents, TreeMap<String, FileState> files) {

        Held copy() {
            return new Held(new TreeMap<>(documents), new TreeMap<>(files));
        }

        int passages() {
            return documents.values().stream()
                    .mapToInt(each -> each.passages().size())
                    .sum();
        }

        int mentions() {
            return documents.values().stream()
                    .mapToInt(each -> each.mentions().size())
                    .sum();
        }

        Manifest manifest(String fingerprint) {
            return new Manifest(
                    List.of(new Manifest.Root("/logs", "", "")),
                    fingerprint,
                    documents.size(),
                    passages(),
                    Map.of(Mention.Type.COUNTRY, mentions()),
                    Map.of("for", "wants it"),
                    Map.of("tests", "1"),
                    "2026-01-01T00:00:00Z");
        }
    }

    private static void step(Random random, PassageSink sink, Held held) throws Exception {
        String id = Seeded.one(random, IDS);
        String root = Seeded.one(random, ROOTS);
        String file = Seeded.one(random, FILES);
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                sink.delete(id);
                held.documents.remove(id);
            }
            case 2 -> {
                sink.forget(root, file);
                held.files.remove(root + " " + file);
            }
            case 3, 4, 5 -> {
                FileState state = new FileState(
                        file,
                        random.nextInt(100),
                        random.nextInt(100),
                        "sha",
                        "about",
                        random.nextBoolean(),
                        List.of());
                sink.put(root, state);
                held.files.put(root + " " + file, state);
            }
            case 6 -> {
                if (random.nextInt(4) == 0) {
                    sink.clear();
                    held.documents.clear();
                    held.files.clear();
                }
            }
            default -> {
                Written written = written(random, id, root, file);
                sink.delete(id);
                sink.add(root, written.document, written.passages, written.mentions);
                held.documents.put(id, written);
            }
        }
    }

    private static Written written(Random random, String id, String root, String file) {
        StringBuilder text = new StringBuilder();
        List<Passage> passages = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        for (int number = 1 + random.nextInt(3); number > 0; number--) {
            int start = text.length();
            text.append("fog ").append(random.nextInt(1_000)).append(' ');
            for (int named = random.nextInt(3); named > 0; named--) {
                Span span = new Span(text.length(), text.length() + NAMED.length() - 1);
                mentions.add(new Mention.Country(
                        span, "NO", Mention.Country.Kind.NAME, false, Optional.empty(), "", "planted"));
                text.append(NAMED);
            }
            Span span = new Span(start, text.length());
            passages.add(new Passage(passages.size() + 1, span, Block.PROSE, "", "en", Metadata.UNKNOWN));
            text.append("\n\n");
        }
        Document document = new Document(id, file, text.toString(), Metadata.UNKNOWN, List.of(), List.of());
        return new Written(root, document, passages, mentions);
    }

    private void found(String index, Held held, Manifest manifest) throws Exception {
        try (Previous previous = backEnd().previous(index)) {
            assertThat(previous.previousManifest()).contains(manifest);
            for (String root : ROOTS) {
                assertThat(previous.files(root))
                        .containsExactlyInAnyOrderElementsOf(held.files.entrySet().stream()
                                .filter(each -> each.getKey().startsWith(root + " "))
                                .map(Map.Entry::getValue)
                                .toList());
                for (String file : FILES) {
                    List<Document> ofFile = held.documents.values().stream()
                            .filter(each -> each.root.equals(root)
                                    && each.document.file().equals(file))
                            .map(Written::document)
                            .toList();
                    List<Kept> kept = new ArrayList<>();
                    previous.keptOf(root, file, kept::add);
                    assertThat(kept.stream().map(Kept::id))
                            .containsExactlyInAnyOrderElementsOf(
                                    ofFile.stream().map(Document::id).toList());
                }
            }
            for (String id : IDS) {
                assertThat(previous.kept(id))
                        .isEqualTo(Optional.ofNullable(held.documents.get(id)).map(Written::kept));
                assertThat(previous.document(id))
                        .isEqualTo(Optional.ofNullable(held.documents.get(id)).map(Written::document));
                assertThat(previous.mentions(id))
                        .isEqualTo(Optional.ofNullable(held.documents.get(id))
                                .map(Written::mentions)
                                .orElse(List.of()));
            }
        }
        try (PassageSearcher searcher = backEnd().open(index)) {
            assertThat(searcher.manifest()).isEqualTo(manifest);
            assertThat(searcher.documents(new Query.All(), List.of(), 0, 100).documents().stream()
                            .map(each -> each.document()))
                    .containsExactlyElementsOf(held.documents.values().stream()
                            .map(Written::document)
                            .toList());
            assertThat(searcher.search(EVERYTHING).passages()).isEqualTo(held.passages());
            assertThat(searcher.tally(new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL))
                            .mentions())
                    .isEqualTo(held.mentions());
            assertThat(searcher.deletedPassages()).isNotNegative();
        }
    }
}
