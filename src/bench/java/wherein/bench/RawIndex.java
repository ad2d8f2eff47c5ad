package wherein.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import wherein.analysis.TextAnalyzer;
import wherein.collection.CatalogueException;
import wherein.document.Document;
import wherein.document.Passage;

/**
 * An index as one writes it with Lucene alone: a field of words, those of the title in the first passage of a document too, the
 * stored values that a hit shows, the source for filters, and the number of the document for counting. One segment.
 */
final class RawIndex {

    static final String TEXT = "text";
    static final String SOURCE = "source";
    static final String DOCUMENT = "document";

    /** How words become terms, and whether their places in the text are kept. */
    enum Kind {
        /** As Wherein has them, form and stem. */
        SAME,
        /** The same, and offsets in the postings for the highlighter. */
        OFFSETS,
        /** Lucene's own for English: one term a word, stop words left out. Its totals are others. */
        ENGLISH;

        Analyzer analyzer() {
            return this == ENGLISH ? new EnglishAnalyzer() : TextAnalyzer.STANDARD;
        }

        FieldType words() {
            FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
            type.setIndexOptions(
                    this == OFFSETS
                            ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS
                            : IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
            type.freeze();
            return type;
        }
    }

    private final Kind kind;
    private final IndexWriter writer;
    private final FieldType words;
    private int document;

    private RawIndex(Kind kind, IndexWriter writer) {
        this.kind = kind;
        this.writer = writer;
        this.words = kind.words();
    }

    /** Writes the index of a file of records to {@code folder}, in one thread, so that passages stay in their order. */
    static void write(Path records, Kind kind, Path folder) throws IOException, CatalogueException {
        IndexWriterConfig config = new IndexWriterConfig(kind.analyzer())
                .setRAMBufferSizeMB(128)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        config.setMergePolicy(new org.apache.lucene.index.LogByteSizeMergePolicy());
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config)) {
            RawIndex index = new RawIndex(kind, writer);
            Passages.of(records, index::add);
            writer.forceMerge(1);
            writer.commit();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void add(Document document, List<Passage> passages) {
        try {
            for (Passage passage : passages) {
                writer.addDocument(fields(document, passage));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.document++;
    }

    private Iterable<org.apache.lucene.index.IndexableField> fields(Document from, Passage passage) {
        var fields = new org.apache.lucene.document.Document();
        String text = passage.span().in(from.text());
        String title = from.metadata().title();
        if (passage.number() == 1) {
            fields.add(new Field(TEXT, title, words));
            fields.add(new StoredField(TEXT, title));
        }
        if (kind == Kind.ENGLISH) {
            fields.add(new Field(TEXT, text, words));
        } else {
            // Under a name of its own, since the title's stream of this field is open at the same time.
            fields.add(new Field(TEXT, TextAnalyzer.of(passage.language()).tokenStream("passage", text), words));
        }
        fields.add(new StoredField(TEXT, text));
        fields.add(new StoredField("id", from.id() + "." + passage.number()));
        fields.add(new StoredField("title", title));
        fields.add(new StringField(SOURCE, from.metadata().source(), Field.Store.YES));
        fields.add(new StoredField("date", from.metadata().date().edtf()));
        fields.add(new NumericDocValuesField(DOCUMENT, document));
        return fields;
    }
}
