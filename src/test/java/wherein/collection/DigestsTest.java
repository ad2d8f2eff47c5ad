package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Shared;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Note;
import wherein.document.Part;
import wherein.document.Passage;
import wherein.document.Texts;

/** The digests of this repository, which stand in for the originals. */
class DigestsTest {

    private static final Path SEEDS = Path.of("seeds");

    private final List<Note> notes = new ArrayList<>();

    @TempDir
    Path folder;

    private List<Document> read() throws IOException, CatalogueException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            for (Path file : files.filter(each ->
                            !Shared.ORIGINALS.contains(each.getFileName().toString()))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Collection collection = Collection.open(folder, Optional.empty());
        DocumentReader reader = new DocumentReader(collection.catalogue().stances(), DocumentReader.MAX_DOCUMENT);
        List<Document> documents = new ArrayList<>();
        notes.addAll(collection.notes());
        collection.files().forEach(file -> reader.read(file, documents::add, notes::add));
        return documents;
    }

    @Test
    void theyAreFiveUnderTheIdsOfTheOriginalsWithNothingToTell() throws Exception {
        assertThat(read())
                .extracting(Document::id)
                .containsExactlyInAnyOrder(
                        "oe-watch-brain-drain",
                        "shareamerica-talent",
                        "soldatov-borogan-exodus",
                        "reversing-brain-drain",
                        "chatham-house-exiles");
        assertThat(notes).isEmpty();
    }

    @Test
    void theyHaveFortyToSixtyPassages() throws Exception {
        assertThat(read().stream()
                        .mapToInt(document -> Texts.tiles(document).size())
                        .sum())
                .isBetween(40, 60);
    }

    @Test
    void everyBlockAndEveryStanceHasAPassage() throws Exception {
        List<Passage> passages = read().stream()
                .flatMap(document -> Texts.tiles(document).stream())
                .toList();
        assertThat(passages.stream().map(Passage::block).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Block.values());
        Set<String> stances =
                passages.stream().map(passage -> passage.metadata().stance()).collect(Collectors.toSet());
        assertThat(stances).containsExactlyInAnyOrder("critical", "pro-kremlin", "analytical", "advocacy", "neutral");
    }

    @Test
    void everyPartHoldsPassagesOfItsSource() throws Exception {
        Document first = read().stream()
                .filter(document -> document.id().startsWith("oe-watch"))
                .findFirst()
                .orElseThrow();
        for (Part part : first.parts()) {
            String words = part.span().in(first.text());
            assertThat(words).contains(part.metadata().source());
        }
        assertThat(Texts.tiles(first))
                .extracting(passage -> passage.metadata().source())
                .contains("OE Watch", "Meduza", "Nezavisimaya Gazeta");
    }

    @Test
    void theOriginalsBesideThemAreIndexedInTheirPlaceUnderTheSameIds() throws Exception {
        Path originals = Shared.originals();
        Set<String> ids = new TreeSet<>(read().stream().map(Document::id).toList());
        for (String name : Shared.ORIGINALS) {
            Files.copy(originals.resolve(name), folder.resolve(name));
        }
        Collection collection = Collection.open(folder, Optional.empty());
        assertThat(collection.files()).extracting(SourceFile::relative).isEqualTo(Shared.ORIGINALS);
        assertThat(collection.notes()).isEmpty();
        List<Document> documents = new ArrayList<>();
        DocumentReader reader = new DocumentReader(collection.catalogue().stances(), DocumentReader.MAX_DOCUMENT);
        collection.files().forEach(file -> reader.read(file, documents::add, notes::add));
        assertThat(new TreeSet<>(documents.stream().map(Document::id).toList())).isEqualTo(ids);
        assertThat(notes).isEmpty();
    }

    @Test
    void oneOriginalTakesThePlaceOfItsOwnDigestAlone() throws Exception {
        String name = Shared.ORIGINALS.get(3);
        read();
        Texts.write(folder, name, "A text of our own that stands where the article would.");
        assertThat(Collection.open(folder, Optional.empty()).files())
                .extracting(SourceFile::relative)
                .containsExactlyInAnyOrder(
                        name,
                        "chatham-house-exiles.md",
                        "oe-watch-brain-drain.md",
                        "shareamerica-talent.md",
                        "soldatov-borogan-exodus.md");
    }
}
