package wherein.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wherein.Shared;
import wherein.collection.CatalogueException;
import wherein.collection.Collection;
import wherein.collection.DocumentReader;
import wherein.collection.SourceFile;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.document.Sentences;
import wherein.document.Splitter;
import wherein.text.Span;

/** What stands twice in the originals: their pull quotes, and the title of one of them. */
class OriginalDuplicatesTest {

    private final List<Document> documents = new ArrayList<>();
    private final Grouped ofPassages = new Grouped();
    private final Grouped ofSentences = new Grouped();
    private final List<Sketch.Part> sentences = new ArrayList<>();
    private final Map<Unit, Passage> passages = new HashMap<>();

    @BeforeEach
    void read() throws IOException, CatalogueException {
        Collection collection = Collection.open(Shared.originals(), Optional.of(Path.of("seeds/catalog.yaml")));
        DocumentReader reader = new DocumentReader(collection.catalogue().stances(), DocumentReader.MAX_DOCUMENT);
        for (SourceFile file : collection.files()) {
            reader.read(file, documents::add, note -> {});
        }
        for (int i = 0; i < documents.size(); i++) {
            for (Passage passage : new Splitter().split(documents.get(i))) {
                add(i, passage, passage.span().in(documents.get(i).text()));
            }
        }
    }

    private void add(int document, Passage passage, String text) {
        List<Span> parts = Sentences.of(text, new Span(0, text.length()), passage.language());
        Sketch sketch = Sketch.of(text, parts);
        Unit whole = new Unit(document, passage.number(), 0);
        passages.put(whole, passage);
        ofPassages.add(whole, sketch.whole(), text);
        for (int i = 0; i < sketch.sentences().size(); i++) {
            Unit sentence = new Unit(document, passage.number(), i + 1);
            passages.put(sentence, passage);
            ofSentences.add(sentence, sketch.sentences().get(i), parts.get(i).in(text));
        }
        sentences.addAll(sketch.sentences());
    }

    /** The passages of each group of two or more, such as {@code prose 7, quote 8}, by the id of their document. */
    private Map<String, TreeSet<String>> together(Grouped texts) throws IOException {
        Map<String, TreeSet<String>> together = new TreeMap<>();
        for (Group group : texts.groups()) {
            if (group.members().size() > 1) {
                String members = group.members().stream()
                        .map(member -> passages.get(member.unit()).block().word() + " "
                                + member.unit().passage())
                        .collect(Collectors.joining(", "));
                String id = documents.get(group.name().document()).id();
                together.computeIfAbsent(id, each -> new TreeSet<>()).add(members);
            }
        }
        return together;
    }

    @Test
    void thePullQuotesAreFoundAtTheirSentences() throws IOException {
        assertThat(together(ofSentences))
                .containsOnlyKeys("chatham-house-exiles", "oe-watch-brain-drain")
                .containsEntry("chatham-house-exiles", new TreeSet<>(List.of("prose 7, quote 8", "prose 16, quote 17")))
                .containsEntry("oe-watch-brain-drain", new TreeSet<>(List.of("quote 2, heading 8")));
    }

    @Test
    void theTitleThatStandsTwiceIsFound() throws IOException {
        assertThat(together(ofPassages))
                .containsOnlyKeys("oe-watch-brain-drain", "shareamerica-talent")
                .containsEntry("shareamerica-talent", new TreeSet<>(List.of("heading 2, heading 4")));
    }

    /** They end with the name of who said it, where the paragraph goes on. */
    @Test
    void thePullQuotesAsAWholeAreVariantsOfTheirParagraphs() throws IOException {
        List<String> variants = ofPassages.groups().stream()
                .filter(group -> !group.variants().isEmpty())
                .map(group -> passages.get(group.name()).block().word() + " "
                        + group.name().passage() + " of "
                        + group.variants().getFirst().passage())
                .toList();
        assertThat(variants).containsExactly("quote 8 of 7", "quote 17 of 16");
    }

    @Test
    void aSketchTakesATenthOfTheText() {
        long prints = sentences.stream().mapToLong(each -> each.prints().length).sum();
        long characters =
                documents.stream().mapToLong(each -> each.text().length()).sum();
        assertThat(Integer.BYTES * prints).isLessThan(characters / 10);
    }
}
