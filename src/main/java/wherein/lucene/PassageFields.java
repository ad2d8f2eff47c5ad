package wherein.lucene;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import wherein.analysis.AnalysedText;
import wherein.analysis.TextAnalyzer;
import wherein.analysis.TextCutter;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.hyphen.Hyphens;
import wherein.index.FileState;
import wherein.index.Fingerprint;
import wherein.index.Kept;
import wherein.mention.Mention;
import wherein.text.CodePoints;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** Makes the Lucene documents of one of our documents: a block of one for each passage, and then one for the whole. */
final class PassageFields {

    private static final int MAX_TITLE = 300;

    private final String root;
    private final Document document;
    private final List<Passage> passages;
    private final List<Mention> mentions;
    private final TextCutter cutter;
    private final CodePoints codePoints;
    private final Hyphens hyphens;
    private final AnalysedText title;

    /** How often each stem occurs in what a reader reads of the document, as far as its passages were made. */
    private final Map<BytesRef, Integer> stems = new HashMap<>();

    /**
     * For one document.
     *
     * @param root the collection it came from
     * @param passages all its passages, in order
     * @param mentions all its mentions, by start
     */
    PassageFields(String root, Document document, List<Passage> passages, List<Mention> mentions, TextCutter cutter) {
        this.root = root;
        this.document = document;
        this.passages = passages;
        this.mentions = mentions;
        this.cutter = cutter;
        this.codePoints = new CodePoints(document.text());
        this.hyphens = document.hyphens();
        this.title = cutter.cut(document.metadata().title());
    }

    /** The block, to be gone through once; each Lucene document is made when its turn comes, and knows our id of the whole. */
    Iterator<org.apache.lucene.document.Document> block() {
        title.stems(stem -> stems.merge(stem, 1, Integer::sum));
        return new Iterator<>() {
            private int next;
            private int mention;

            @Override
            public boolean hasNext() {
                return next <= passages.size();
            }

            @Override
            public org.apache.lucene.document.Document next() {
                if (next == passages.size()) {
                    next++;
                    return whole();
                }
                Passage passage = passages.get(next++);
                // What stands before the end of a passage is its own.
                int first = mention;
                boolean last = next == passages.size();
                while (mention < mentions.size()
                        && (last
                                || mentions.get(mention).span().start()
                                        < passage.span().end())) {
                    mention++;
                }
                int end = last
                        ? document.text().length()
                        : passages.get(next).span().start();
                return passage(passage, end, mentions.subList(first, mention));
            }
        };
    }

    /** One passage; behind it is white space up to {@code end}. */
    private org.apache.lucene.document.Document passage(Passage passage, int end, List<Mention> own) {
        var lucene = new org.apache.lucene.document.Document();
        String text = passage.span().in(document.text());
        String language = passage.language();
        AnalysedText words = cutter.cut(hyphens.reading(passage.span()));
        if (passage.block() != Block.BOILERPLATE) {
            words.stems(stem -> stems.merge(stem, 1, Integer::sum));
        }
        lucene.add(new StringField(Fields.TYPE, Fields.PASSAGE, Field.Store.NO));
        lucene.add(new StringField(Fields.KEY, document.id(), Field.Store.NO));
        lucene.add(new Field(Fields.TEXT, words.terms(TextAnalyzer.of(language)), Fields.WORDS));
        lucene.add(new BinaryDocValuesField(Fields.PLACES, WordPlaces.of(words)));
        new MentionFields(words, passage.span(), document.text()).add(own, lucene);
        lucene.add(words(Fields.HEADING, cutter.cut(passage.heading()), TextAnalyzer.of(language)));
        lucene.add(words(Fields.TITLE, title, TextAnalyzer.STANDARD));
        lucene.add(new SortedSetDocValuesField(
                Fields.TITLE_VALUE, new BytesRef(clipped(document.metadata().title()))));
        if (passage.number() == 1) {
            lucene.add(words(Fields.LEAD, title, TextAnalyzer.STANDARD));
        }
        metadata(lucene, passage);
        date(lucene, passage.metadata().date());
        lucene.add(new SortedDocValuesField(Fields.ID, new BytesRef(document.id())));
        lucene.add(new NumericDocValuesField(Fields.NUMBER, passage.number()));
        lucene.add(new NumericDocValuesField(Fields.START, passage.span().start()));
        lucene.add(new BinaryDocValuesField(
                Fields.PASSAGE_TEXT, PackedText.of(new Span(passage.span().start(), end).in(document.text()))));
        lucene.add(new BinaryDocValuesField(Fields.SKETCH, SketchBytes.of(text, language)));
        lucene.add(new BinaryDocValuesField(Fields.PASSAGE_ABOUT, about(passage).bytes()));
        return lucene;
    }

    private static Field words(String field, AnalysedText words, TextAnalyzer analyzer) {
        return new Field(field, words.terms(analyzer), Fields.WORDS);
    }

    private PassageRecord about(Passage passage) {
        int start = passage.span().start();
        return new PassageRecord(
                new PassageRecord.OfDocument(document.id(), document.metadata()),
                passage.number(),
                start,
                codePoints.at(start),
                passage.span().length(),
                passage.block(),
                passage.language(),
                passage.heading(),
                passage.metadata(),
                Cue.in(document.cues(), passage.span()),
                passage.ocr());
    }

    private org.apache.lucene.document.Document whole() {
        var lucene = new org.apache.lucene.document.Document();
        String text = document.text();
        String margin = passages.isEmpty()
                ? text
                : text.substring(0, passages.getFirst().span().start());
        lucene.add(new StringField(Fields.TYPE, Fields.DOCUMENT, Field.Store.NO));
        lucene.add(new StringField(Fields.WHOLE, document.id(), Field.Store.NO));
        lucene.add(new SortedDocValuesField(Fields.WHOLE, new BytesRef(document.id())));
        lucene.add(new StringField(Fields.KEY, document.id(), Field.Store.NO));
        lucene.add(new StringField(Fields.PLACE, Fields.place(root, document.file()), Field.Store.NO));
        lucene.add(new SortedDocValuesField(Fields.ID, new BytesRef(document.id())));
        lucene.add(new NumericDocValuesField(Fields.PASSAGES, passages.size()));
        lucene.add(new BinaryDocValuesField(Fields.MARGIN, new BytesRef(margin)));
        lucene.add(new BinaryDocValuesField(Fields.PLACES, WordPlaces.of(title)));
        lucene.add(new BinaryDocValuesField(Fields.KEPT, new BytesRef(Stored.kept(kept()))));
        lucene.add(new BinaryDocValuesField(Fields.ABOUT, new BytesRef(Stored.document(document))));
        lucene.add(new BinaryDocValuesField(
                Fields.PASSAGE_ABOUT, new PassageRecord.OfDocument(document.id(), document.metadata()).bytes()));
        lucene.add(new Field(Fields.WHOLE_WORDS, new CountedTerms(stems), Fields.COUNTED));
        return lucene;
    }

    private Kept kept() {
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

    private void metadata(org.apache.lucene.document.Document lucene, Passage passage) {
        Metadata metadata = passage.metadata();
        lucene.add(words(Fields.SOURCE_WORDS, cutter.cut(metadata.source()), TextAnalyzer.STANDARD));
        // By the writer's own analyzer, which alone can open a field anew for the next name.
        metadata.author().forEach(name -> lucene.add(new Field(Fields.AUTHOR_WORDS, name, Fields.WORDS)));
        keyword(lucene, Fields.SOURCE, List.of(metadata.source()));
        keyword(lucene, Fields.AUTHOR, metadata.author().isEmpty() ? List.of(Fields.UNKNOWN) : metadata.author());
        keyword(lucene, Fields.STANCE, List.of(metadata.stance()));
        keyword(lucene, Fields.LANG, Fields.languages(passage.language()));
        keyword(lucene, Fields.BLOCK, List.of(passage.block().word()));
        if (passage.ocr().isPresent()) {
            lucene.add(new StringField(Fields.OCR, Fields.READ, Field.Store.NO));
        }
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
}
