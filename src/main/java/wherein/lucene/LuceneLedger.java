package wherein.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.DoubleRange;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.LeafReaderContext;
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
    private final Folding folding;

    /** The rows that {@code searcher} finds, where {@code folding} tells what becomes of copies. */
    LuceneLedger(TimedSearcher searcher, Folding folding) {
        this.searcher = searcher;
        this.deadline = searcher.deadline();
        this.folding = folding;
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

    /** The rows that {@code request} selects, but for copies that are left out. */
    private MatchSet rows(LedgerRequest request) throws IOException {
        return found(request).kept();
    }

    private Folding.Folded found(LedgerRequest request) throws IOException {
        return folding.rows(selected(request), deadline);
    }

    /** All rows that {@code request} selects. Costs a bit for each Lucene document of the index. */
    private MatchSet selected(LedgerRequest request) throws IOException {
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

    /** Looks at the rows of one segment, which come in ascending order. */
    private interface SegmentVisitor {
        /** Looks at a row and its passage, Lucene documents of the segment; false for no more. */
        boolean row(int row, int passage) throws IOException;
    }

    /** Is shown rows. */
    private interface Visitor {
        /** Begins with the rows of a segment; once for each. */
        SegmentVisitor open(LeafReaderContext leaf) throws IOException;
    }

    /** Shows {@code visitor} all rows, segment after segment. */
    private void visitAll(MatchSet rows, Visitor visitor) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            BitSet passages = PASSAGES.getBitSet(leaf);
            FixedBitSet here = rows.bits(leaf);
            int row = here.length() > 0 ? here.nextSetBit(0) : DocIdSetIterator.NO_MORE_DOCS;
            if (row == DocIdSetIterator.NO_MORE_DOCS || passages == null) {
                continue;
            }
            int passage = -1;
            SegmentVisitor segment = visitor.open(leaf);
            while (row != DocIdSetIterator.NO_MORE_DOCS) {
                deadline.step();
                passage = row < passage ? passage : passages.nextSetBit(row);
                segment.row(row, passage);
                row = row + 1 < here.length() ? here.nextSetBit(row + 1) : DocIdSetIterator.NO_MORE_DOCS;
            }
        }
    }

    /** Shows {@code visitor} the rows from number {@code from} on, by document and place. */
    private void visit(MatchSet rows, int from, Visitor visitor) throws IOException {
        SegmentVisitor[] segments =
                new SegmentVisitor[searcher.getIndexReader().leaves().size()];
        for (InOrder row = new InOrder(searcher.getIndexReader(), rows, from); row.isThere(); row.step()) {
            deadline.step();
            int segment = row.leaf().ord;
            if (segments[segment] == null) {
                segments[segment] = visitor.open(row.leaf());
            }
            if (!segments[segment].row(row.match(), row.passage())) {
                return;
            }
        }
    }

    /** The documents of the index, by the ordinals of their ids. */
    private SortedDocValues documents() throws IOException {
        return GlobalValues.sorted(searcher.getIndexReader(), Fields.ID);
    }

    Tally tally(LedgerRequest request) throws IOException {
        Folding.Folded found = found(request);
        Counter counter = new Counter(documents());
        visitAll(found.kept(), counter);
        return counter.tally(found.count());
    }

    boolean mentions(LedgerRequest request, int after, Passages hits, Predicate<MentionRow> rows) throws IOException {
        Reading reading = new Reading(hits, rows);
        visit(rows(request), after, reading);
        return reading.more;
    }

    /** The rows whose numbers are {@code numbers}, which ascend. */
    void mentions(LedgerRequest request, int[] numbers, Passages hits, Predicate<MentionRow> rows) throws IOException {
        if (numbers.length > 0) {
            visit(rows(request), numbers[0], new Picking(numbers, new Reading(hits, rows)));
        }
    }

    void keys(LedgerRequest request, Ledger.KeyTaker keys) throws IOException {
        visit(rows(request), 0, leaf -> {
            LuceneRowKey key = new LuceneRowKey(leaf.reader());
            return (row, passage) -> {
                key.moveTo(row, passage);
                return keys.take(key);
            };
        });
    }

    Groups summary(LedgerRequest request, List<String> by, UnaryOperator<String> person) throws IOException {
        Scattered scattered = Scattered.in(searcher.getIndexReader(), deadline);
        Grouping grouping = new Grouping(by, person, scattered, deadline, Grouping.MOST);
        Documents documents = new Documents(documents());
        Folding.Folded found = found(request);
        visitAll(found.kept(), leaf -> {
            grouping.open(leaf.reader());
            return (row, passage) -> {
                documents.moveTo(leaf.docBase + passage);
                grouping.add(row, passage, documents.passage, documents.document);
                if (found.isCopy(leaf.docBase + row)) {
                    grouping.addCopy();
                }
                return true;
            };
        });
        return grouping.groups();
    }

    /** The documents of passages that come in order. */
    private static final class Documents {
        private final SortedDocValues ordinals;
        private int passage = -1;
        private int document;

        Documents(SortedDocValues ordinals) {
            this.ordinals = ordinals;
        }

        /** Goes to a passage, a Lucene document of the whole index; whether it is another than before. */
        boolean moveTo(int doc) throws IOException {
            if (passage == doc) {
                return false;
            }
            passage = doc;
            ordinals.advanceExact(doc);
            document = ordinals.ordValue();
            return true;
        }
    }

    /** Counts rows, and the passages and documents that hold them. */
    private static final class Counter implements Visitor {
        private final Documents documents;
        private final FixedBitSet seen;
        private int mentions;
        private int passages;

        Counter(SortedDocValues ordinals) {
            this.documents = new Documents(ordinals);
            this.seen = new FixedBitSet(ordinals.getValueCount());
        }

        @Override
        public SegmentVisitor open(LeafReaderContext leaf) {
            return (row, passage) -> {
                mentions++;
                if (documents.moveTo(leaf.docBase + passage)) {
                    passages++;
                    seen.set(documents.document);
                }
                return true;
            };
        }

        Tally tally(int copies) {
            return new Tally(mentions, passages, seen.cardinality(), copies);
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
        public SegmentVisitor open(LeafReaderContext leaf) throws IOException {
            SegmentVisitor picked = visitor.open(leaf);
            return (row, passage) -> number++ < numbers[at] || picked.row(row, passage) && ++at < numbers.length;
        }
    }

    /** Reads row after row, each passage once. */
    private static final class Reading implements Visitor {
        private final Passages hits;
        private final Predicate<MentionRow> rows;
        private boolean more;
        private int lastPassage = -1;
        private Hit hit;

        Reading(Passages hits, Predicate<MentionRow> rows) {
            this.hits = hits;
            this.rows = rows;
        }

        @Override
        public SegmentVisitor open(LeafReaderContext leaf) throws IOException {
            MentionFields.MentionReader reader = new MentionFields.MentionReader(leaf.reader());
            return (row, passage) -> {
                if (lastPassage != leaf.docBase + passage) {
                    lastPassage = leaf.docBase + passage;
                    hit = hits.of(lastPassage);
                }
                Span span = reader.codePoints(row);
                more = !rows.test(
                        new MentionRow(reader.mention(row), reader.surface(row), span.start(), span.end(), hit));
                return !more;
            };
        }
    }
}
