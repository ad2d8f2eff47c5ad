package wherein.lucene;

import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.BytesRef;
import wherein.document.Block;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/** Lucene's queries for filters, and for the clauses of a query that hold of a passage or do not. */
final class LuceneQueries {

    /** All passages but boilerplate, found once an index. */
    static final BitSetProducer READABLE = new QueryBitSetProducer(passages(false));

    /** The passages that are boilerplate, found once an index. */
    static final BitSetProducer BOILERPLATE =
            new QueryBitSetProducer(new TermQuery(new Term(Fields.BLOCK, Block.BOILERPLATE.word())));

    /** All documents, each behind its passages, found once an index. */
    static final BitSetProducer WHOLE = new QueryBitSetProducer(new TermQuery(new Term(Fields.TYPE, Fields.DOCUMENT)));

    private LuceneQueries() {}

    /** The passages that pass {@code filter}. */
    static Query filter(Filter filter) {
        return switch (filter) {
            case Filter.Keyword keyword -> {
                Query any = any(keyword.field(), "", keyword.values());
                yield keyword.negated() ? not(any) : any;
            }
            case Filter.Bucket bucket -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                bucket.values().forEach(value -> any.add(bucket(value, bucket.interval()), BooleanClause.Occur.SHOULD));
                yield any.build();
            }
            case Filter.Ocr ocr -> {
                Query read = new TermQuery(new Term(Fields.OCR, Fields.READ));
                yield ocr.negated() ? not(read) : read;
            }
            case Filter.Dated dated -> dates(dated.range(), dated.match());
            case Filter.Mentioned mentioned -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                mentioned.any().forEach(each -> any.add(LuceneLedger.passagesWith(each), BooleanClause.Occur.SHOULD));
                yield mentioned.negated() ? not(any.build()) : any.build();
            }
        };
    }

    /** All passages but boilerplate; of boilerplate too if {@code all}. */
    static Query passages(boolean all) {
        Query passages = new TermQuery(new Term(Fields.TYPE, Fields.PASSAGE));
        if (all) {
            return passages;
        }
        return new BooleanQuery.Builder()
                .add(passages, BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(Fields.BLOCK, Block.BOILERPLATE.word())), BooleanClause.Occur.MUST_NOT)
                .build();
    }

    /** Passages with one of {@code values} in {@code field}; the empty value stands for none, as in the facets. */
    static Query any(String keyword, String form, List<String> values) {
        String field = Fields.keyword(keyword);
        Query any = new TermInSetQuery(
                field + form,
                values.stream()
                        .map(value -> new BytesRef(form.isEmpty() ? Fields.value(keyword, value) : value))
                        .toList());
        if (!values.contains(Fields.UNKNOWN)) {
            return any;
        }
        // A field of the collection's own is not there at all where it is not known.
        return new BooleanQuery.Builder()
                .add(any, BooleanClause.Occur.SHOULD)
                .add(not(new FieldExistsQuery(field)), BooleanClause.Occur.SHOULD)
                .build();
    }

    /** Passages whose date is in the bucket {@code value} of {@code interval}, told by ranges where it is a year, month or day. */
    private static Query bucket(String value, FacetRequest.Interval interval) {
        if (value.isEmpty()) {
            return dates(DayRange.ALL, DateMatch.UNKNOWN);
        }
        if (!value.matches("\\d{4}(-\\d{2}){0,2}")) {
            return SortedDocValuesField.newSlowExactQuery(Fields.DATE_TEXT, new BytesRef(value));
        }
        DayRange range = DayRange.of(value);
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(within(range), BooleanClause.Occur.FILTER);
        if (value.length() == 4 && interval != FacetRequest.Interval.YEAR) {
            for (int month = 1; month <= 12; month++) {
                LocalDate first = range.from().withMonth(month);
                DayRange shorter = new DayRange(first, first.plusMonths(1).minusDays(1));
                all.add(within(shorter), BooleanClause.Occur.MUST_NOT);
            }
        }
        if (value.length() == 7 && interval == FacetRequest.Interval.DAY) {
            range.from()
                    .datesUntil(range.to().plusDays(1))
                    .forEach(day -> all.add(within(new DayRange(day, day)), BooleanClause.Occur.MUST_NOT));
        }
        return all.build();
    }

    /** Passages whose date lies in {@code range} as a whole, however sure whoever wrote it was. */
    private static Query within(DayRange range) {
        return LongRange.newWithinQuery(Fields.DATE, new long[] {Fields.from(range)}, new long[] {Fields.to(range)});
    }

    static Query dates(DayRange range, DateMatch match) {
        Query unknown = new TermQuery(new Term(Fields.DATE_STATE, Fields.UNKNOWN));
        if (match == DateMatch.UNKNOWN) {
            return unknown;
        }
        long[] from = {Fields.from(range)};
        long[] to = {Fields.to(range)};
        if (match == DateMatch.CERTAIN) {
            return new BooleanQuery.Builder()
                    .add(within(range), BooleanClause.Occur.FILTER)
                    .add(new TermQuery(new Term(Fields.DATE_STATE, Fields.KNOWN)), BooleanClause.Occur.FILTER)
                    .build();
        }
        if (match == DateMatch.KNOWN) {
            return new BooleanQuery.Builder()
                    .add(LongRange.newIntersectsQuery(Fields.DATE, from, to), BooleanClause.Occur.FILTER)
                    .add(unknown, BooleanClause.Occur.MUST_NOT)
                    .build();
        }
        return new BooleanQuery.Builder()
                .add(LongRange.newIntersectsQuery(Fields.DATE, from, to), BooleanClause.Occur.SHOULD)
                .add(unknown, BooleanClause.Occur.SHOULD)
                .build();
    }

    static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
                .add(query, BooleanClause.Occur.MUST_NOT)
                .build();
    }
}
