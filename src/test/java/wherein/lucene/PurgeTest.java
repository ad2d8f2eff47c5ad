package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
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

/** Of a deleted document nothing is left after a purge: no byte in any file, no term, no value. */
class PurgeTest {

    /** Not in any other text, in Latin and in Cyrillic letters, and long enough to be in no file by chance. */
    private static final List<String> SECRETS = List.of("zyxwvut", "щыъэюя");

    @TempDir
    private Path folder;

    private Path index;

    @BeforeEach
    void write() throws Exception {
        index = folder.resolve("index");
        try (PassageSink sink = LuceneIndex.writer(index)) {
            for (int i = 0; i < 30; i++) {
                add(sink, "d" + i, "Fog over the port, day " + i + ". Norway sent boats.", "Log");
            }
            add(sink, "secret", "A zyxwvut left Norway. Щыъэюя остался. Zyxwvuting goes on.", "Of the zyxwvut");
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
        assertThat(found()).as("what a delete alone leaves").isNotEmpty();
        LuceneIndex.purge(index);
        assertThat(found()).isEmpty();
        try (FSDirectory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(reader.hasDeletions()).isFalse();
            assertThat(DirectoryReader.listCommits(directory)).hasSize(1);
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

    /** Where any of the secrets is: files by their bytes, in two encodings, and terms and stored values by what they say. */
    private List<String> found() throws IOException {
        List<String> found = new java.util.ArrayList<>();
        for (Path file : files()) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String secret : SECRETS) {
                String utf8 = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                String utf16 = new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
                if (bytes.contains(utf8) || bytes.contains(utf16)) {
                    found.add(file + " has " + secret);
                }
            }
        }
        try (FSDirectory directory = FSDirectory.open(index);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
                Terms terms = MultiTerms.getTerms(reader, field.name);
                if (terms != null) {
                    TermsEnum each = terms.iterator();
                    for (BytesRef term = each.next(); term != null; term = each.next()) {
                        look(
                                new String(term.bytes, term.offset, term.length, StandardCharsets.UTF_8),
                                field.name,
                                found);
                    }
                }
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    look(leaf.reader().storedFields().document(doc).toString(), "stored " + doc, found);
                }
            }
        }
        return found;
    }

    private static void look(String text, String where, List<String> found) {
        for (String secret : SECRETS) {
            if (text.contains(secret)) {
                found.add(where + " has " + text);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.sorted().toList();
        }
    }
}
