package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.mention.Mention;
import wherein.text.Span;
import wherein.time.EdtfDate;

/**
 * Of a deleted document nothing is left after a purge: no byte in any file, no file that is not the index's, and no value in any
 * form that an index without that document does not have.
 */
class PurgeTest {

    /** Not in any other text, in Latin and in Cyrillic letters, and long enough to be in no file by chance. */
    private static final List<String> SECRETS = List.of("zyxwvut", "щыъэюя");

    private static final String SECRET_TEXT = "A zyxwvut left Norway. Щыъэюя остался. Zyxwvuting goes on.";

    @TempDir
    private Path folder;

    private Path index;

    @BeforeEach
    void write() throws Exception {
        index = folder.resolve("index");
        write(index, true);
    }

    private static void write(Path index, boolean secret) throws Exception {
        try (PassageSink sink = LuceneIndex.writer(index)) {
            for (int i = 0; i < 30; i++) {
                add(sink, "d" + i, "Fog over the port, day " + i + ". Norway sent boats.", "Log");
            }
            if (secret) {
                add(sink, "secret", SECRET_TEXT, "Of the zyxwvut");
            }
            sink.commit(new Manifest(
                    List.of(),
                    "f",
                    31,
                    31,
                    Map.of(Mention.Type.COUNTRY, 31),
                    Map.of(),
                    Map.of(),
                    "2026-01-01T00:00:00Z"));
        }
    }

    private static void add(PassageSink sink, String id, String text, String title) throws IOException {
        Metadata metadata = new Metadata(
                title, "Source " + title, List.of("Author " + title), EdtfDate.parse("2021"), "", "", "", Map.of());
        Passage passage = new Passage(1, new Span(0, text.length()), Block.PROSE, title, "en", metadata);
        int at = text.indexOf("Norway");
        Mention norway = new Mention.Country(
                new Span(at, at + 6), "NO", Mention.Country.Kind.NAME, false, Optional.empty(), "", "planted");
        sink.add(
                "/root",
                new Document(id, id + ".txt", text, metadata, List.of(), List.of()),
                List.of(passage),
                List.of(norway));
    }

    @Test
    void aDocumentThatIsMarkedAsDeletedIsThereUntilThePurgeAndNotAfterIt() throws Exception {
        delete();
        Files.writeString(index.resolve("_9_Lucene104_0.tmp"), "zyxwvut");
        Files.writeString(index.resolve("pending_segments_9"), "zyxwvut");
        Path without = folder.resolve("without");
        write(without, false);
        List<String> expected = values(without);
        assertThat(found())
                .as("what a delete alone leaves")
                .anyMatch(each -> each.endsWith(" has zyxwvut"))
                .anyMatch(each -> each.endsWith(" has the text as it is packed"));
        List<String> more = values(index);
        assertThat(more).containsAll(expected);
        expected.forEach(more::remove);
        assertThat(more.stream().map(value -> value.substring(0, value.indexOf(' '))))
                .as("the forms in which a delete alone leaves it")
                .contains("term", "binary", "sorted");
        LuceneIndex.purge(index);
        assertThat(found()).isEmpty();
        assertThat(values(index)).isEqualTo(expected);
        try (FSDirectory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(reader.hasDeletions()).isFalse();
            assertThat(DirectoryReader.listCommits(directory)).hasSize(1);
            Set<String> own = new TreeSet<>(reader.getIndexCommit().getFileNames());
            own.add(IndexWriter.WRITE_LOCK_NAME);
            assertThat(files().stream().map(file -> file.getFileName().toString()))
                    .containsExactlyElementsOf(own);
            assertThat(reader.getIndexCommit().getUserData()).containsKey(Fields.KEY_MANIFEST);
        }
        assertThat(Files.exists(index.resolve("_9_Lucene104_0.tmp"))).isFalse();
    }

    @Test
    void aPurgeOfAnIndexWithoutDeletesChangesNothing() throws Exception {
        List<Path> before = files();
        LuceneIndex.purge(index);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aPurgeWhileAnotherRunWritesIsRefused() throws Exception {
        PassageSink other = LuceneIndex.writer(index);
        assertThatThrownBy(() -> LuceneIndex.purge(index))
                .isInstanceOf(IndexBusyException.class)
                .hasMessageContaining("purge again");
        other.close();
    }

    @Test
    void aPurgeForWhichThereIsNoRoomIsRefusedBeforeItBegins() throws Exception {
        Purge.of(index, new Room(index, 1 << 20));
        delete();
        List<Path> before = files();
        assertThatThrownBy(() -> Purge.of(index, new Room(index, 1 << 20)))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("there is no room on the disk of " + index + ": to purge it takes 2 MB")
                .hasMessageContaining("1 MB are free")
                .hasMessageContaining("purge again");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whereverAPurgeFailsTheIndexIsAsItWasAndHasNothingBesideIt() throws Exception {
        delete();
        List<Path> before = files();
        List<String> values = values(index);
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        int fail = 0;
        for (boolean failed = true; failed; fail++) {
            left.set(fail);
            try (Directory failing = new Failing(FSDirectory.open(index), left)) {
                Purge.of(index, failing, Room.of(index));
                failed = false;
            } catch (IOException e) {
                assertThat(files()).as("output %d", fail).isEqualTo(before);
                assertThat(values(index)).as("output %d", fail).isEqualTo(values);
            }
        }
        assertThat(fail).as("files that a purge writes").isGreaterThan(10);
        assertThat(found()).isEmpty();
    }

    /** Where no more than so many files can be written. */
    private static final class Failing extends FilterDirectory {
        private final AtomicInteger left;

        Failing(Directory directory, AtomicInteger left) {
            super(directory);
            this.left = left;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (left.getAndDecrement() <= 0) {
                throw new IOException("planted");
            }
            return super.createOutput(name, context);
        }
    }

    /** Marks all that belongs to the one document as deleted, and merges nothing. */
    private void delete() throws IOException {
        IndexWriterConfig config = LuceneWriter.config(false)
                .setOpenMode(IndexWriterConfig.OpenMode.APPEND)
                .setMergePolicy(NoMergePolicy.INSTANCE);
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, config)) {
            Map<String, String> data;
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                data = reader.getIndexCommit().getUserData();
            }
            writer.deleteDocuments(new Term(Fields.KEY, "secret"));
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
    }

    /** Where any of the secrets is: in the bytes of a file, in two encodings and packed, or in a value as it is read. */
    private List<String> found() throws IOException {
        List<String> found = new ArrayList<>();
        String packed = latin(PackedText.of(SECRET_TEXT));
        for (Path file : files()) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String secret : SECRETS) {
                if (bytes.contains(latin(secret, StandardCharsets.UTF_8))
                        || bytes.contains(latin(secret, StandardCharsets.UTF_16LE))) {
                    found.add(file + " has " + secret);
                }
            }
            if (bytes.contains(packed)) {
                found.add(file + " has the text as it is packed");
            }
        }
        for (String value : values(index)) {
            if (SECRETS.stream().anyMatch(secret -> value.contains(latin(secret, StandardCharsets.UTF_8)))) {
                found.add(value);
            }
        }
        return found;
    }

    /** Its bytes, each as one character. */
    private static String latin(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static String latin(BytesRef bytes) {
        return new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.ISO_8859_1);
    }

    /**
     * Everything that can be read from the segments of {@code index}, of deleted documents too, each with the kind of thing it is
     * and its field, in some order that depends on nothing else.
     */
    private static List<String> values(Path index) throws IOException {
        List<String> values = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                for (FieldInfo field : leaf.reader().getFieldInfos()) {
                    assertThat(field.hasTermVectors()).as(field.name).isFalse();
                    assertThat(field.hasVectorValues()).as(field.name).isFalse();
                    terms(leaf.reader(), field.name, values);
                    columns(leaf.reader(), field, values);
                    points(leaf.reader(), field.name, values);
                }
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    for (IndexableField field : leaf.reader().storedFields().document(doc)) {
                        String value = field.binaryValue() == null
                                ? latin(field.stringValue(), StandardCharsets.UTF_8)
                                : latin(field.binaryValue());
                        values.add("stored " + field.name() + " " + value);
                    }
                }
            }
            reader.getIndexCommit()
                    .getUserData()
                    .forEach((key, value) -> values.add("data " + key + " " + latin(value, StandardCharsets.UTF_8)));
        }
        Collections.sort(values);
        return values;
    }

    private static void terms(LeafReader reader, String field, List<String> values) throws IOException {
        Terms terms = reader.terms(field);
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            values.add("term " + field + " " + latin(term));
            PostingsEnum postings = each.postings(null, PostingsEnum.PAYLOADS);
            while (terms.hasPayloads() && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                for (int i = 0; i < postings.freq(); i++) {
                    postings.nextPosition();
                    if (postings.getPayload() != null) {
                        values.add("payload " + field + " " + latin(postings.getPayload()));
                    }
                }
            }
        }
    }

    private static void columns(LeafReader reader, FieldInfo field, List<String> values) throws IOException {
        String name = field.name;
        switch (field.getDocValuesType()) {
            case NONE -> {}
            case NUMERIC -> {
                NumericDocValues column = reader.getNumericDocValues(name);
                while (column.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    values.add("numeric " + name + " " + column.longValue());
                }
            }
            case SORTED_NUMERIC -> {
                SortedNumericDocValues column = reader.getSortedNumericDocValues(name);
                while (column.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    for (int i = 0; i < column.docValueCount(); i++) {
                        values.add("numeric " + name + " " + column.nextValue());
                    }
                }
            }
            case BINARY -> {
                BinaryDocValues column = reader.getBinaryDocValues(name);
                while (column.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    values.add("binary " + name + " " + latin(column.binaryValue()));
                }
            }
            case SORTED -> {
                TermsEnum each = reader.getSortedDocValues(name).termsEnum();
                for (BytesRef value = each.next(); value != null; value = each.next()) {
                    values.add("sorted " + name + " " + latin(value));
                }
            }
            case SORTED_SET -> {
                TermsEnum each = reader.getSortedSetDocValues(name).termsEnum();
                for (BytesRef value = each.next(); value != null; value = each.next()) {
                    values.add("sorted " + name + " " + latin(value));
                }
            }
        }
    }

    private static void points(LeafReader reader, String field, List<String> values) throws IOException {
        PointValues points = reader.getPointValues(field);
        if (points == null) {
            return;
        }
        points.intersect(new PointValues.IntersectVisitor() {
            @Override
            public void visit(int doc) {
                throw new AssertionError("asked for its value");
            }

            @Override
            public void visit(int doc, byte[] value) {
                values.add("point " + field + " " + latin(new BytesRef(value)));
            }

            @Override
            public PointValues.Relation compare(byte[] least, byte[] greatest) {
                return PointValues.Relation.CELL_CROSSES_QUERY;
            }
        });
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.sorted().toList();
        }
    }
}
