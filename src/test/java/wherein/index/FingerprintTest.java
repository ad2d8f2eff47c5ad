package wherein.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Part;
import wherein.document.Region;
import wherein.text.Span;
import wherein.time.EdtfDate;

class FingerprintTest {

    private static final Metadata TITLED = new Metadata("Weir", "", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of());

    private static String of(Document... documents) {
        Fingerprint fingerprint = new Fingerprint();
        List.of(documents).forEach(fingerprint::add);
        return fingerprint.value();
    }

    private static Document document(String id, String text, Metadata metadata) {
        return new Document(id, id + ".txt", text, metadata, List.of(), List.of());
    }

    @Test
    void theOrderOfTheDocumentsDoesNotMatter() {
        Seeded.times(50, random -> {
            List<Document> documents = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                documents.add(document("d" + i, Seeded.text(random, 20), Metadata.UNKNOWN));
            }
            String before = of(documents.toArray(Document[]::new));
            Collections.shuffle(documents, random);
            assertThat(of(documents.toArray(Document[]::new))).isEqualTo(before);
        });
    }

    @Test
    void theFileThatADocumentCameFromDoesNotMatter() {
        Document here = new Document("a", "here/a.txt", "Eels.", TITLED, List.of(), List.of());
        Document there = new Document("a", "there/a.md", "Eels.", TITLED, List.of(), List.of());
        assertThat(of(here)).isEqualTo(of(there));
    }

    @Test
    void idTextMetadataPartsAndRegionsMatter() {
        Span span = new Span(0, 4);
        List<Document> documents = List.of(
                document("a", "Eels.", Metadata.UNKNOWN),
                document("b", "Eels.", Metadata.UNKNOWN),
                document("a", "eels.", Metadata.UNKNOWN),
                document("a", "Eels.", TITLED),
                document("a", "Eels.", Metadata.UNKNOWN.withStance("for")),
                document("a", "Eels.", Metadata.UNKNOWN.withLanguage("en")),
                new Document("a", "", "Eels.", Metadata.UNKNOWN, List.of(new Part(span, TITLED)), List.of()),
                new Document("a", "", "Eels.", Metadata.UNKNOWN, List.of(), List.of(new Region(span, Block.QUOTE))));
        assertThat(new HashSet<>(documents.stream().map(FingerprintTest::of).toList()))
                .hasSameSizeAs(documents);
        assertThat(of()).isNotEqualTo(of(documents.getFirst()));
    }

    @Test
    void theHashOfAFileIsSha256OfItsBytes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "abc");
        assertThat(Fingerprint.of(file)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
