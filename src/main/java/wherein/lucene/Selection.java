package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import wherein.document.Block;
import wherein.document.Metadata;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.text.Span;
import wherein.time.DateMatch;

/** The passages that a query and filters select. */
final class Selection {

    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final List<Filter> filters;
    private final Query matching;
    private final boolean boilerplate;
    private final wherein.query.Query query;
    private final Optional<Filter.Dated> dated;
    private final Weight weight;

    /** What {@code query} and {@code filters} select, boilerplate only if one of them asks for it. */
    Selection(IndexSearcher searcher, wherein.query.Query query, List<Filter> filters) throws IOException {
        this(searcher, query, filters, filters.stream().anyMatch(Selection::asksForBoilerplate) || names(query));
    }

    Selection(IndexSearcher searcher, wherein.query.Query query, List<Filter> filters, boolean boilerplate)
            throws IOException {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.filters = filters;
        this.boilerplate = boilerplate;
        this.query = query;
        this.matching = LuceneQueries.matching(query);
        this.dated = filters.stream()
                .filter(Filter.Dated.class::isInstance)
                .map(Filter.Dated.class::cast)
                .findFirst();
        this.weight = searcher.createWeight(searcher.rewrite(matching), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private static boolean asksForBoilerplate(Filter filter) {
        return filter instanceof Filter.Keyword keyword
                && keyword.field().equals(Fields.BLOCK)
                && !keyword.negated()
                && keyword.values().contains(Block.BOILERPLATE.word());
    }

    /** Whether the query itself asks for the block of boilerplate. */
    private static boolean names(wherein.query.Query query) {
        return switch (query) {
            case wherein.query.Query.Keyword keyword ->
                keyword.field().equals(Fields.BLOCK) && keyword.value().equalsIgnoreCase(Block.BOILERPLATE.word());
            case wherein.query.Query.Bool bool ->
                bool.clauses().stream()
                        .anyMatch(clause ->
                                clause.occur() != wherein.query.Query.Occur.MUST_NOT && names(clause.query()));
            default -> false;
        };
    }

    /** What filters and type leave, without the query. */
    Query narrowing() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(LuceneQueries.passages(boilerplate), BooleanClause.Occur.FILTER);
        for (Filter filter : filters) {
            all.add(LuceneQueries.filter(filter), BooleanClause.Occur.FILTER);
        }
        return all.build();
    }

    /** What query and filters leave, unranked. */
    Query passages() {
        return new BooleanQuery.Builder()
                .add(matching, BooleanClause.Occur.FILTER)
                .add(narrowing(), BooleanClause.Occur.FILTER)
                .build();
    }

    MatchSet all() throws IOException {
        return MatchSet.of(searcher, passages());
    }

    /** Counts a field over what the query and all filters but those on this field select. */
    Facet facet(FacetRequest request) throws IOException {
        List<Filter> others = filters.stream()
                .filter(filter -> !filter.field().equals(request.field()))
                .toList();
        Set<String> selected = new HashSet<>();
        for (Filter filter : filters) {
            if (filter instanceof Filter.Keyword keyword
                    && keyword.field().equals(request.field())
                    && !keyword.negated()) {
                selected.addAll(keyword.values());
            }
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(matching, BooleanClause.Occur.FILTER);
        boolean everyBlock = boilerplate || request.field().equals(Fields.BLOCK);
        all.add(LuceneQueries.passages(everyBlock), BooleanClause.Occur.FILTER);
        for (Filter filter : others) {
            all.add(LuceneQueries.filter(filter), BooleanClause.Occur.FILTER);
        }
        return new FacetCounter(reader).count(request, MatchSet.of(searcher, all.build()), selected);
    }

    /** What words matched, and the mentions that mention clauses ask for, those that overlap joined. */
    private List<Span> textMarks(Slot slot) throws IOException {
        List<Span> words = marks(slot, Fields.TEXT);
        List<Span> all = new ArrayList<>(words);
        int start = (int) number(slot, Fields.START);
        for (Span span : new LuceneLedger(searcher).spans(query, slot.leaf, slot.doc)) {
            all.add(span.shift(-start));
        }
        return all.size() == words.size() ? words : Marks.union(all);
    }

    private List<Span> marks(Slot slot, String field) throws IOException {
        return Marks.of(weight, slot.leaf, slot.doc, field);
    }

    Hit hit(int doc, float score, Map<Integer, Integer> perDocument) throws IOException {
        Slot slot = slot(doc);
        StoredFields stored = searcher.storedFields();
        var fields =
                stored.document(doc, Set.of(Fields.ABOUT, Fields.HEADING, Fields.TITLE, Fields.BLOCK, Fields.LANG));
        Metadata metadata = Stored.metadata(fields.get(Fields.ABOUT));
        var texts = slot.leaf.reader().getBinaryDocValues(Fields.PASSAGE_TEXT);
        texts.advanceExact(slot.doc);
        SortedDocValues ids = MultiDocValues.getSortedValues(reader, Fields.ID);
        ids.advanceExact(doc);
        int ordinal = ids.ordValue();
        int number = (int) number(slot, Fields.NUMBER);
        List<Span> lead = marks(slot, Fields.LEAD);
        return new Hit(
                ids.lookupOrd(ordinal).utf8ToString(),
                number,
                fields.get(Fields.TITLE),
                metadata,
                Block.valueOf(fields.get(Fields.BLOCK).toUpperCase(Locale.ROOT)),
                fields.get(Fields.HEADING),
                fields.get(Fields.LANG),
                texts.binaryValue().utf8ToString(),
                (int) number(slot, Fields.START),
                (int) number(slot, Fields.START_CODE_POINT),
                score,
                textMarks(slot),
                lead,
                dated.map(range -> metadata.date().match(range.range())).orElse(DateMatch.CERTAIN),
                Math.max(0, perDocument.getOrDefault(ordinal, 1) - 1));
    }

    /** Every match in the text of passage {@code doc}, each by itself and once, in order; positions in that text. */
    List<Span> matches(int doc) throws IOException {
        Slot slot = slot(doc);
        TreeSet<Span> matches = new TreeSet<>(Marks.each(weight, slot.leaf, slot.doc, Fields.TEXT));
        if (asksForMentions(query)) {
            int start = (int) number(slot, Fields.START);
            for (Span span : new LuceneLedger(searcher).spans(query, slot.leaf, slot.doc)) {
                matches.add(span.shift(-start));
            }
        }
        return List.copyOf(matches);
    }

    private static boolean asksForMentions(wherein.query.Query query) {
        return switch (query) {
            case wherein.query.Query.Mentioned mentioned -> true;
            case wherein.query.Query.Bool bool ->
                bool.clauses().stream().anyMatch(clause -> asksForMentions(clause.query()));
            default -> false;
        };
    }

    /** The id of the document of passage {@code doc}. */
    String document(int doc) throws IOException {
        Slot slot = slot(doc);
        SortedDocValues ids = slot.leaf.reader().getSortedDocValues(Fields.ID);
        ids.advanceExact(slot.doc);
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }

    /** What is marked in passage {@code doc}, in positions of the whole document's text. */
    List<Span> marksInDocument(int doc) throws IOException {
        Slot slot = slot(doc);
        int start = (int) number(slot, Fields.START);
        return textMarks(slot).stream().map(span -> span.shift(start)).toList();
    }

    /** The place of passage {@code doc} in its document. */
    int placeInDocument(int doc) throws IOException {
        return (int) number(slot(doc), Fields.NUMBER);
    }

    /** A Lucene document and the segment it stands in. */
    private record Slot(LeafReaderContext leaf, int doc) {}

    private Slot slot(int doc) {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        return new Slot(leaf, doc - leaf.docBase);
    }

    private static long number(Slot slot, String field) throws IOException {
        NumericDocValues values = slot.leaf.reader().getNumericDocValues(field);
        if (values == null || !values.advanceExact(slot.doc)) {
            throw new IllegalStateException("passage without " + field);
        }
        return values.longValue();
    }
}
