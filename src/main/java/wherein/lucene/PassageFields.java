package wherein.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.CachingTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import wherein.analysis.TextAnalyzer;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.FileState;
import wherein.index.Fingerprint;
import wherein.index.Kept;
import wherein.mention.Mention;
import wherein.text.CodePoints;
import wherein.time.EdtfDate;

/** Makes the Lucene documents of one of our documents: one a passage, and one for the whole. */
final class PassageFields {

    private static final int MAX_TITLE = 300;

    private final String root;
    private final Document document;
    private final CodePoints codePoints;

    PassageFields(String root, Document document) {
        this.root = root;
        this.document = document;
        this.codePoints = new CodePoints(document.text());
    }

    /** The block of {@code passage}: its mentions, and then itself. Each knows the document, with which it is deleted. */
    List<org.apache.lucene.document.Document> block(Passage passage, List<Mention> mentions) throws IOException {
        // The words are cut once, for the index and for the places of the mentions among them.
        CachingTokenFilter tokens = new CachingTokenFilter(TextAnalyzer.of(passage.language())
                .tokenStream(Fields.TEXT, new StringReader(passage.span().in(document.text()))));
        TokenOccurrences words = new TokenOccurrences(tokens);
        List<org.apache.lucene.document.Document> block = new ArrayList<>();
        for (Mention mention : mentions) {
            Occurrence place = words.of(mention.span().shift(-passage.span().start()));
            block.add(MentionFields.of(mention, place, document.text(), codePoints));
        }
        block.add(passage(passage, tokens));
        block.forEach(each -> each.add(new StringField(Fields.KEY, document.id(), Field.Store.NO)));
        return block;
    }

    private org.apache.lucene.document.Document passage(Passage passage, TokenStream tokens) {
        var lucene = new org.apache.lucene.document.Document();
        String text = passage.span().in(document.text());
        String language = passage.language();
        lucene.add(new StringField(Fields.TYPE, Fields.PASSAGE, Field.Store.NO));
        lucene.add(new Field(Fields.TEXT, tokens, Fields.MARKED));
        lucene.add(words(Fields.HEADING, passage.heading(), language, Fields.WORDS));
        String title = document.metadata().title();
        lucene.add(words(Fields.TITLE, title, "", Fields.MARKED));
        lucene.add(new SortedSetDocValuesField(Fields.TITLE_VALUE, new BytesRef(clipped(title))));
        if (passage.number() == 1) {
            lucene.add(words(Fields.LEAD, title, "", Fields.MARKED));
        }
        metadata(lucene, passage);
        date(lucene, passage.metadata().date());
        lucene.add(new SortedDocValuesField(Fields.ID, new BytesRef(document.id())));
        lucene.add(new NumericDocValuesField(Fields.NUMBER, passage.number()));
        lucene.add(new NumericDocValuesField(Fields.START, passage.span().start()));
        lucene.add(new BinaryDocValuesField(Fields.PASSAGE_TEXT, new BytesRef(text)));
        lucene.add(new BinaryDocValuesField(Fields.SKETCH, SketchBytes.of(text, language)));
        lucene.add(new BinaryDocValuesField(Fields.PASSAGE_ABOUT, about(passage).bytes()));
        return lucene;
    }

    private PassageRecord about(Passage passage) {
        int start = passage.span().start();
        return new PassageRecord(
                document.id(),
                document.metadata().title(),
                passage.number(),
                start,
                codePoints.at(start),
                passage.block(),
                passage.language(),
                passage.heading(),
                passage.metadata());
    }

    /** The document itself, before its passages. */
    org.apache.lucene.document.Document whole(List<Passage> passages, List<Mention> mentions) {
        var lucene = new org.apache.lucene.document.Document();
        lucene.add(new StringField(Fields.TYPE, Fields.DOCUMENT, Field.Store.NO));
        lucene.add(new StringField(Fields.WHOLE, document.id(), Field.Store.NO));
        lucene.add(new SortedDocValuesField(Fields.WHOLE, new BytesRef(document.id())));
        lucene.add(new StringField(Fields.KEY, document.id(), Field.Store.NO));
        lucene.add(new NumericDocValuesField(Fields.NUMBER, 0));
        lucene.add(new StringField(Fields.PLACE, Fields.place(root, document.file()), Field.Store.NO));
        lucene.add(new BinaryDocValuesField(Fields.KEPT, new BytesRef(Stored.kept(kept(passages, mentions)))));
        lucene.add(new StoredField(Fields.ABOUT, Stored.document(document)));
        lucene.add(new StoredField(Fields.WHOLE_TEXT, document.text()));
        lucene.add(new StoredField(Fields.PASSAGES, passages.size()));
        lucene.add(new SortedDocValuesField(Fields.ID, new BytesRef(document.id())));
        TokenStream stems = TextAnalyzer.STEMS.tokenStream(Fields.WHOLE_WORDS, readable(passages));
        lucene.add(new Field(Fields.WHOLE_WORDS, stems, Fields.COUNTED));
        return lucene;
    }

    private Kept kept(List<Passage> passages, List<Mention> mentions) {
        Map<Mention.Type, Integer> counts = new EnumMap<>(Mention.Type.class);
        mentions.forEach(mention -> counts.merge(mention.type(), 1, Integer::sum));
        return new Kept(document.id(), root, document.file(), Fingerprint.digest(document), passages.size(), counts);
    }

    /** What is recorded of a file of {@code root}. */
    static org.apache.lucene.document.Document file(String root, FileState state) {
        var lucene = new org.apache.lucene.document.Document();
        lucene.add(new StringField(Fields.TYPE, Fields.FILE, Field.Store.NO));
        lucene.add(new StringField(Fields.ROOT, root, Field.Store.NO));
        lucene.add(new StringField(Fields.FILE_PLACE, Fields.place(root, state.path()), Field.Store.NO));
        lucene.add(new BinaryDocValuesField(Fields.STATE, new BytesRef(Stored.file(state))));
        return lucene;
    }

    /** The title and all passages but boilerplate. */
    private String readable(List<Passage> passages) {
        StringBuilder text = new StringBuilder(document.metadata().title());
        for (Passage passage : passages) {
            if (passage.block() != Block.BOILERPLATE) {
                text.append('\n').append(passage.span().in(document.text()));
            }
        }
        return text.toString();
    }

    private void metadata(org.apache.lucene.document.Document lucene, Passage passage) {
        Metadata metadata = passage.metadata();
        lucene.add(words(Fields.SOURCE_WORDS, metadata.source(), "", Fields.WORDS));
        // By the writer's own analyzer, which alone can open a field anew for the next name.
        metadata.author().forEach(name -> lucene.add(new Field(Fields.AUTHOR_WORDS, name, Fields.WORDS)));
        keyword(lucene, Fields.SOURCE, List.of(metadata.source()));
        keyword(lucene, Fields.AUTHOR, metadata.author().isEmpty() ? List.of(Fields.UNKNOWN) : metadata.author());
        keyword(lucene, Fields.STANCE, List.of(metadata.stance()));
        keyword(lucene, Fields.LANG, List.of(passage.language()));
        keyword(lucene, Fields.BLOCK, List.of(passage.block().word()));
        keyword(lucene, Fields.DOC, List.of(document.id()));
        metadata.fields().forEach((name, values) -> keyword(lucene, Fields.keyword(name), values));
    }

    private static void keyword(org.apache.lucene.document.Document lucene, String field, List<String> values) {
        for (String value : values) {
            lucene.add(new StringField(field, value, Field.Store.NO));
            lucene.add(new StringField(field + Fields.FOLDED, value.toLowerCase(Locale.ROOT), Field.Store.NO));
            lucene.add(new SortedSetDocValuesField(field, new BytesRef(value)));
        }
    }

    private static void date(org.apache.lucene.document.Document lucene, EdtfDate date) {
        String state = !date.known() ? Fields.UNKNOWN : date.qualified() ? Fields.QUALIFIED : Fields.KNOWN;
        lucene.add(new StringField(Fields.DATE_STATE, state, Field.Store.NO));
        lucene.add(new SortedDocValuesField(Fields.DATE_TEXT, new BytesRef(date.edtf())));
        if (date.known()) {
            long from = Fields.from(date.days());
            long to = Fields.to(date.days());
            lucene.add(new LongRange(Fields.DATE, new long[] {from}, new long[] {to}));
            lucene.add(new NumericDocValuesField(Fields.DATE_KEY, Fields.sortKey(date)));
        }
    }

    /** Lucene takes no long values to be counted, and nobody a suggestion of a page. */
    private static String clipped(String title) {
        return title.codePointCount(0, title.length()) <= MAX_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE));
    }

    private static Field words(String field, String text, String language, FieldType type) {
        TokenStream tokens = TextAnalyzer.of(language).tokenStream(field, new StringReader(text));
        return new Field(field, tokens, type);
    }
}
