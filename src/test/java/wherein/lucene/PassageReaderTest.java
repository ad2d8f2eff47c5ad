package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.mention.Mention;
import wherein.text.Span;

class PassageReaderTest {

    @TempDir
    private Path folder;

    /** Documents of one-word passages; a word in small letters is boilerplate, and each has a mention behind it. */
    private void index(List<List<String>> documents) throws Exception {
        try (PassageSink sink = LuceneIndex.writer(folder)) {
            for (int i = 0; i < documents.size(); i++) {
                String text = String.join(" ", documents.get(i));
                List<Passage> passages = new ArrayList<>();
                List<Mention> mentions = new ArrayList<>();
                int start = 0;
                for (String word : documents.get(i)) {
                    Span span = new Span(start, start + word.length());
                    Block block = Character.isLowerCase(word.charAt(0)) ? Block.BOILERPLATE : Block.PROSE;
                    passages.add(new Passage(passages.size() + 1, span, block, "", "en", Metadata.UNKNOWN));
                    mentions.add(new Mention.Date(span, Optional.empty(), "planted"));
                    start = span.end() + 1;
                }
                String id = "d" + i;
                sink.add("/", new Document(id, id, text, Metadata.UNKNOWN, List.of(), List.of()), passages, mentions);
            }
            sink.commit(new Manifest(List.of(), "", documents.size(), 0, Map.of(), Map.of(), Map.of(), ""));
        }
    }

    private String around(String word, int enough) throws Exception {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            int doc = new IndexSearcher(reader)
                    .search(new TermQuery(new Term(Fields.TEXT, word.toLowerCase(Locale.ROOT))), 1)
                    .scoreDocs[0]
                    .doc;
            return new PassageReader(reader).textAround(doc, enough).replace('\n', ' ');
        }
    }

    @Test
    void theTextAroundAPassageGrowsOnBothSidesAsFarAsItsDocumentGoes() throws Exception {
        index(List.of(
                List.of("Zebu", "Yak"),
                List.of("Ant", "Bee", "menu", "Cat", "Dog", "Elk"),
                List.of("Fox"),
                List.of("footer")));
        assertThat(around("Cat", 1)).isEqualTo("Cat");
        assertThat(around("Cat", 4)).isEqualTo("Bee Cat Dog");
        assertThat(around("Cat", 11)).isEqualTo("Bee Cat Dog");
        assertThat(around("Cat", 12)).isEqualTo("Ant Bee Cat Dog Elk");
        assertThat(around("Cat", 1_000)).isEqualTo("Ant Bee Cat Dog Elk");
        assertThat(around("Ant", 1_000)).isEqualTo("Ant Bee Cat Dog Elk");
        assertThat(around("Elk", 1_000)).isEqualTo("Ant Bee Cat Dog Elk");
        assertThat(around("Zebu", 1_000)).isEqualTo("Zebu Yak");
        assertThat(around("Fox", 1_000)).isEqualTo("Fox");
        assertThat(around("menu", 5)).isEqualTo("Bee menu Cat");
        assertThat(around("footer", 1_000)).isEqualTo("footer");
    }

    @Test
    void whereAllIsBoilerplateThereIsNothingAround() throws Exception {
        index(List.of(List.of("menu", "footer")));
        assertThat(around("menu", 1_000)).isEqualTo("menu");
    }
}
