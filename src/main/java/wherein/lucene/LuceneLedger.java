package wherein.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.ValueRange;
import wherein.search.Deadline;
import wherein.search.Groups;
import wherein.search.Hit;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.MentionRow;
import wherein.search.Tally;
import wherein.text.Span;

/** The rows of the ledger in a Lucene index: each mention stands in one block with its passage, before it. */
final class LuceneLedger {

    static final BitSetProducer PASSAGES =
            new QueryBitSetProducer(new TermQuery(new Term(Fields.TYPE, Fields.PASSAGE)));

    private final TimedSearcher searcher;
    private final Deadline deadline;

    LuceneLedger(TimedSearcher searcher) {
        this.searcher = searcher;
        this.deadline = searcher.deadline();
    }

    /** Makes a hit of a passage's Lucene document. */
    interface Passages {
        Hit of(int doc) throws IOException;
    }

    /** The passages with a mention that {@code selector} selects. */
    static Query passagesWith(MentionSelector selector) {
        return new ToParentBlockJoinQuery(rows(selector), PASSAGES, org.apache.lucene.search.join.ScoreMode.None);
    }

    /** The mentions that {@code selector} selects, wherever they stand. */
    static Query rows(MentionSelector selector) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(new TermQuery(new Term(Fields.TYPE, MentionFields.MENTION)), BooleanClause.Occur.FILTER);
        anyOf(
                all,
                MentionFields.TYPE,
                selector.types().stream().map(Mention.Type::word).toList());
        anyOf(all, MentionFields.ID, selector.ids());
        anyOf(all, MentionFields.KIND, selector.kinds());
        anyOf(all, MentionFields.UNIT, selector.units());
        anyOf(all, MentionFields.BOUND, selector.bounds());
        selector.value().ifPresent(range -> all.add(values(range), BooleanClause.Occur.FILTER));
        selector.when().ifPresent(when -> all.add(days(when), BooleanClause.Occur.FILTER));
        selector.nested().ifPresent(nested -> {
            Query query = new TermQuery(new Term(MentionFields.NESTED, "1"));
            all.add(query, nested ? BooleanClause.Occur.FILTER : BooleanClause.Occur.MUST_NOT);
        });
        return all.build();
    }

    private static void anyOf(BooleanQuery.Builder all, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
            all.add(new TermInSetQuery(field, terms), BooleanClause.Occur.FILTER);
        }
    }

    private static Query days(MentionSelector.When when) {
        long[] from = {Fields.from(when.days())};
        long[] to = {Fields.to(when.days())};
        return switch (when.match()) {
            case POSSIBLE -> LongRange.newIntersectsQuery(MentionFields.WHEN, from, to);
            case CERTAIN -> LongRange.newWithinQuery(MentionFields.WHEN, from, to);
            case UNKNOWN ->
                new BooleanQuery.Builder()
                        .add(
                                new TermQuery(new Term(MentionFields.TYPE, Mention.Type.DATE.word())),
                                BooleanClause.Occur.FILTER)
                        .add(new FieldExistsQuery(MentionFields.FROM), BooleanClause.Occur.MUST_NOT)
                        .build();
            case NONE -> throw new IllegalArgumentException("refused by When");
        };
    }

    private static Query values(ValueRange range) {
        double[] min = {range.min()};
        double[] max = {range.max()};
        return range.within()
                ? DoubleRange.newWithinQuery(MentionFields.CERTAIN, min, max)
                : DoubleRange.newIntersectsQuery(MentionFields.VALUE, min, max);
    }

    /** The rows that {@code request} selects. Costs a bit for each Lucene document of the index. */
    private MatchSet rows(LedgerRequest request) throws IOException {
        Query rows = rows(request.rows());
        boolean everywhere = request.query() instanceof wherein.query.Query.All
                && request.filters().isEmpty();
        if (everywhere) {
            return MatchSet.of(searcher, rows);
        }
        // Passages first, which takes what time it takes, and asks the deadline: what is left is quick.
        MatchSet passages = new Selection(searcher, request.query(), request.filters(), true).all();
        Query within = new BooleanQuery.Builder()
                .add(new ToChildBlockJoinQuery(passages.query(), PASSAGES), BooleanClause.Occur.FILTER)
                .add(rows, BooleanClause.Occur.FILTER)
                .build();
        return MatchSet.of(searcher, within);
    }

    /** Where one row stands: its segment, its Lucene document there, and that of its passage. */
    private static final class RowPosition {
        private LeafReaderContext leaf;
        private int row;
        private int passage;

        /** The passage's Lucene document in the whole index. */
        int indexed() {
            return leaf.docBase + passage;
        }
    }

    /** Is shown each row in turn. */
    private interface Visitor {
        /** Goes to a segment. */
        void open(LeafReaderContext leaf) throws IOException;

        /** Looks at a row; false for no more. {@code place} holds until the next one. */
        boolean row(RowPosition place) throws IOException;
    }

    /** Shows {@code visitor} the rows from the Lucene document {@code first} on. */
    private void visit(MatchSet rows, int first, Visitor visitor) throws IOException {
        RowPosition place = new RowPosition();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            BitSet passages = PASSAGES.getBitSet(leaf);
            FixedBitSet here = rows.bits(leaf);
            int from = Math.max(0, first - leaf.docBase);
            int row = from < here.length() ? here.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
            if (row == DocIdSetIterator.NO_MORE_DOCS || passages == null) {
                continue;
            }
            place.leaf = leaf;
            place.passage = -1;
            visitor.open(leaf);
            while (row != DocIdSetIterator.NO_MORE_DOCS) {
                deadline.step();
                place.row = row;
                place.passage = row < place.passage ? place.passage : passages.nextSetBit(row);
                if (!visitor.row(place)) {
                    return;
                }
                row = row + 1 < here.length() ? here.nextSetBit(row + 1) : DocIdSetIterator.NO_MORE_DOCS;
            }
        }
    }

    /** The documents of the index, by the ordinals of their ids, where it has any. */
    private SortedDocValues documents() throws IOException {
        return MultiDocValues.getSortedValues(searcher.getIndexReader(), Fields.ID);
    }

    Tally tally(LedgerRequest request) throws IOException {
        Counter counter = new Counter(documents());
        visit(rows(request), 0, counter);
        return counter.tally();
    }

    boolean mentions(LedgerRequest request, int after, Passages hits, Predicate<MentionRow> rows) throws IOException {
        MatchSet selected = rows(request);
        int first = selected.nth(after);
        Reading reading = new Reading(hits, rows);
        if (first != DocIdSetIterator.NO_MORE_DOCS) {
            visit(selected, first, reading);
        }
        return reading.more;
    }

    /** The rows whose numbers are {@code numbers}, which ascend. */
    void mentions(LedgerRequest request, int[] numbers, Passages hits, Predicate<MentionRow> rows) throws IOException {
        MatchSet selected = rows(request);
        int first = numbers.length == 0 ? DocIdSetIterator.NO_MORE_DOCS : selected.nth(numbers[0]);
        if (first != DocIdSetIterator.NO_MORE_DOCS) {
            visit(selected, first, new Picking(numbers, new Reading(hits, rows)));
        }
    }

    void keys(LedgerRequest request, Ledger.KeyTaker keys) throws IOException {
        LuceneRowKey key = new LuceneRowKey();
        visit(rows(request), 0, new Visitor() {
            @Override
            public void open(LeafReaderContext leaf) throws IOException {
                key.open(leaf.reader());
            }

            @Override
            public boolean row(RowPosition place) throws IOException {
                key.moveTo(place.row, place.passage);
                return keys.take(key);
            }
        });
    }

    Groups summary(LedgerRequest request, List<String> by, UnaryOperator<String> person) throws IOException {
        Scattered scattered = Scattered.in(searcher.getIndexReader(), deadline);
        Grouping grouping = new Grouping(by, person, scattered, deadline, Grouping.MOST);
        SortedDocValues documents = documents();
        visit(rows(request), 0, new Visitor() {
            private int passage = -1;
            private int document;

            @Override
            public void open(LeafReaderContext leaf) throws IOException {
                grouping.open(leaf.reader());
            }

            @Override
            public boolean row(RowPosition place) throws IOException {
                if (passage != place.indexed()) {
                    passage = place.indexed();
                    documents.advanceExact(passage);
                    document = documents.ordValue();
                }
                grouping.add(place.row, place.passage, passage, document);
                return true;
            }
        });
        return grouping.groups();
    }

    /** Counts rows, and the passages and documents that hold them. */
    private static final class Counter implements Visitor {
        private final SortedDocValues documents;
        private final FixedBitSet seen;
        private int mentions;
        private int passages;
        private int last = -1;

        Counter(SortedDocValues documents) {
            this.documents = documents;
            this.seen = new FixedBitSet(documents == null ? 0 : documents.getValueCount());
        }

        @Override
        public void open(LeafReaderContext leaf) {
            // Documents are known by their ordinals in the whole index.
        }

        @Override
        public boolean row(RowPosition place) throws IOException {
            mentions++;
            if (last != place.indexed()) {
                last = place.indexed();
                passages++;
                documents.advanceExact(last);
                seen.set(documents.ordValue());
            }
            return true;
        }

        Tally tally() {
            return new Tally(mentions, passages, seen.cardinality());
        }
    }

    /** Shows some of the rows to another visitor: those whose numbers are given, from the first of these on. */
    private static final class Picking implements Visitor {
        private final int[] numbers;
        private final Visitor visitor;
        private int number;
        private int at;

        Picking(int[] numbers, Visitor visitor) {
            this.numbers = numbers;
            this.visitor = visitor;
            this.number = numbers[0];
        }

        @Override
        public void open(LeafReaderContext leaf) throws IOException {
            visitor.open(leaf);
        }

        @Override
        public boolean row(RowPosition place) throws IOException {
            return number++ < numbers[at] || visitor.row(place) && ++at < numbers.length;
        }
    }

    /** Reads row after row, each passage once. */
    private static final class Reading implements Visitor {
        private final Passages hits;
        private final Predicate<MentionRow> rows;
        private boolean more;
        private MentionFields.MentionReader reader;
        private int lastPassage = -1;
        private Hit hit;

        Reading(Passages hits, Predicate<MentionRow> rows) {
            this.hits = hits;
            this.rows = rows;
        }

        @Override
        public void open(LeafReaderContext leaf) throws IOException {
            reader = new MentionFields.MentionReader(leaf.reader());
        }

        @Override
        public boolean row(RowPosition place) throws IOException {
            if (lastPassage != place.indexed()) {
                lastPassage = place.indexed();
                hit = hits.of(lastPassage);
            }
            Span span = reader.codePoints(place.row);
            more = !rows.test(new MentionRow(
                    reader.mention(place.row), reader.surface(place.row), span.start(), span.end(), hit));
            return !more;
        }
    }
}
