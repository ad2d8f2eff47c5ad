package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.CheckReport;
import wherein.index.CheckReport.Step;
import wherein.index.Fingerprint;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.index.Reading;
import wherein.mention.Mention;
import wherein.text.Span;

class IndexCheckTest {

    private static final String TEXT = "Fog over Norway.\n\n\uD83D\uDEA2 left Norway.\n";
    private static final Span FIRST = new Span(0, 16);
    private static final Span SECOND = new Span(18, 33);
    private static final Span NORWAY = new Span(26, 32);

    @TempDir
    private Path folder;

    @Test
    void anIndexOfFilesIsSoundAndItsCountsAreThoseOfTheManifest() throws Exception {
        EditedCollection collection = new EditedCollection(folder.resolve("logs"), new Random(1), 8);
        Path index = folder.resolve("index");
        collection.index(index);
        CheckReport report = LuceneIndex.check(index, Reading.AT_ONCE);
        assertThat(report.faults()).isEmpty();
        Manifest manifest = report.manifest().orElseThrow();
        assertThat(report.fingerprint()).isEqualTo(manifest.fingerprint());
        assertThat(report.documents()).isEqualTo(manifest.documents()).isEqualTo(8);
        assertThat(report.passages()).isEqualTo(manifest.passages());
        assertThat(report.mentions()).isEqualTo(manifest.allMentions()).isGreaterThan(20);
        assertThat(report.bytes()).isPositive();
    }

    @Test
    void anIndexWithoutDocumentsIsSound() throws Exception {
        try (PassageSink sink = LuceneIndex.writer(folder)) {
            sink.commit(manifest(new Fingerprint().value(), 0, 0, 0));
        }
        assertThat(LuceneIndex.check(folder, Reading.AT_ONCE).faults()).isEmpty();
    }

    @Test
    void whatWasWrittenAsItIsIsSound() throws Exception {
        assertThat(faults(List.of(FIRST, SECOND), NORWAY, document(), 1)).isEmpty();
    }

    @Test
    void aMentionThatIsNotInTheTextIsAFaultOfTheLedger() throws Exception {
        // It ends in the next passage.
        assertThat(faults(List.of(FIRST, SECOND), new Span(9, 20), document(), 1))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.step()).isEqualTo(Step.MENTIONS);
                    assertThat(fault.where()).isEqualTo("d");
                });
    }

    @Test
    void aTextThatIsInNoPassageIsAFault() throws Exception {
        assertThat(faults(List.of(new Span(0, 3), SECOND), NORWAY, document(), 1))
                .singleElement()
                .isEqualTo(new CheckReport.Fault(Step.DOCUMENTS, "d", "the text before passage 2 is in no passage"));
        assertThat(faults(List.of(FIRST, new Span(18, 32)), NORWAY, document(), 1))
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).startsWith("its passages end before it does"));
    }

    @Test
    void documentsThatAreNotThoseOfTheManifestAreAFault() throws Exception {
        assertThat(faults(
                        List.of(FIRST, SECOND),
                        NORWAY,
                        new Document("d", "d.txt", TEXT + "More.", Metadata.UNKNOWN, List.of(), List.of()),
                        1))
                .singleElement()
                .satisfies(fault -> assertThat(fault.what()).contains("fingerprint"));
        assertThat(faults(List.of(FIRST, SECOND), NORWAY, document(), 2))
                .containsExactly(
                        new CheckReport.Fault(Step.DOCUMENTS, "the index", "it holds 1 documents and should hold 2"));
    }

    @Test
    void everyDamagedOrMissingFileIsNamed() throws Exception {
        new EditedCollection(folder.resolve("logs"), new Random(1), 4).index(folder.resolve("index"));
        Path index = folder.resolve("index");
        for (Path file : files(index)) {
            byte[] whole = Files.readAllBytes(file);
            byte[] flipped = whole.clone();
            flipped[whole.length / 2] ^= 0x10;
            Files.write(file, flipped);
            assertThat(LuceneIndex.check(index, Reading.AT_ONCE).faults())
                    .contains(new CheckReport.Fault(
                            Step.FILES, file.getFileName().toString(), "is not what was written"));
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 1));
            assertThat(LuceneIndex.check(index, Reading.AT_ONCE).isSound()).isFalse();
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
                assertThat(LuceneIndex.check(index, Reading.AT_ONCE).faults())
                        .containsExactly(new CheckReport.Fault(
                                Step.FILES, file.getFileName().toString(), "is missing"));
            }
            Files.write(file, whole);
        }
        assertThat(LuceneIndex.check(index, Reading.AT_ONCE).isSound()).isTrue();
    }

    /** Words of the library: names of classes, of methods and of what it read. */
    private static final Pattern OF_THE_LIBRARY =
            Pattern.compile("(?i:exception|lucene|org\\.|java|resource|null)|[a-z]\\(|=|[a-z][A-Z]");

    @Test
    void whatWasWrittenWronglyIsToldInOurWords() throws Exception {
        Path index = folder.resolve("index");
        new EditedCollection(folder.resolve("logs"), new Random(1), 4).index(index);
        Set<String> told = new TreeSet<>();
        Random random = new Random(1);
        for (Path file : files(index)) {
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < 8 && file.getFileName().toString().startsWith("_"); i++) {
                Files.write(file, wrong(whole, random));
                List<String> said = said(index);
                assertThat(said)
                        .as("%s, fault %d", file, i)
                        .noneMatch(each -> OF_THE_LIBRARY
                                .matcher(each.replace(index.toString(), "").replace("another version of Lucene", ""))
                                .find());
                told.addAll(said);
            }
            Files.write(file, whole);
        }
        assertThat(LuceneIndex.check(index, Reading.AT_ONCE).isSound()).isTrue();
        assertThat(told).anyMatch(each -> each.contains("cannot be read, or contradict each other"));
    }

    /** With another byte somewhere and a checksum that says that it is right. */
    private static byte[] wrong(byte[] whole, Random random) {
        byte[] wrong = whole.clone();
        int end = wrong.length - Long.BYTES;
        wrong[random.nextInt(end)] ^= (byte) (1 << random.nextInt(8));
        CRC32 sum = new CRC32();
        sum.update(wrong, 0, end);
        ByteBuffer.wrap(wrong).putLong(end, sum.getValue());
        return wrong;
    }

    private static List<String> said(Path index) throws Exception {
        try {
            return LuceneIndex.check(index, Reading.AT_ONCE).faults().stream()
                    .map(CheckReport.Fault::what)
                    // What follows is what the index has there.
                    .map(what -> what.replaceAll("(?s)(in the text there: ).*", "$1"))
                    .toList();
        } catch (IndexException e) {
            return List.of(e.getMessage());
        }
    }

    @Test
    void aCommitThatLandsMeanwhileIsCheckedInstead() throws Exception {
        EditedCollection collection = new EditedCollection(folder.resolve("logs"), new Random(1), 4);
        Path index = folder.resolve("index");
        collection.index(index);
        AtomicBoolean landed = new AtomicBoolean();
        CheckReport report = LuceneIndex.check(index, bytes -> {
            if (landed.compareAndSet(false, true)) {
                land(collection, index);
            }
        });
        assertThat(report.faults()).isEmpty();
        assertThat(report.generation()).isGreaterThan(1);
    }

    private static void land(EditedCollection collection, Path index) {
        try {
            collection.edit(new Random(2));
            collection.index(index);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsNoIndexOfOursIsRefused() throws Exception {
        assertThatThrownBy(() -> LuceneIndex.check(folder.resolve("none"), Reading.AT_ONCE))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("there is no index");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private static List<Path> files(Path index) throws Exception {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
    }

    private static Document document() {
        return new Document("d", "d.txt", TEXT, Metadata.UNKNOWN, List.of(), List.of());
    }

    private static Manifest manifest(String fingerprint, int documents, int passages, int mentions) {
        return new Manifest(
                List.of(),
                fingerprint,
                documents,
                passages,
                Map.of(Mention.Type.COUNTRY, mentions),
                Map.of(),
                Map.of(),
                "2026-01-01T00:00:00Z");
    }

    /** What is found where the index says of {@link #document} what {@code said} is. */
    private List<CheckReport.Fault> faults(List<Span> spans, Span mention, Document said, int documents)
            throws Exception {
        List<Passage> passages = new java.util.ArrayList<>();
        for (Span span : spans) {
            passages.add(new Passage(passages.size() + 1, span, Block.PROSE, "", "en", Metadata.UNKNOWN));
        }
        Mention norway =
                new Mention.Country(mention, "NO", Mention.Country.Kind.NAME, false, Optional.empty(), "", "planted");
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(said);
        try (PassageSink sink = LuceneIndex.writer(folder)) {
            sink.add("/root", document(), passages, List.of(norway));
            sink.commit(manifest(fingerprint.value(), documents, passages.size(), 1));
        }
        return LuceneIndex.check(folder, Reading.AT_ONCE).faults();
    }
}
