package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.search.Deadline;
import wherein.search.Groups;
import wherein.search.Hit;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.Marked;
import wherein.search.MentionRow;
import wherein.search.RowMarks;
import wherein.search.Tally;
import wherein.text.CodePoints;
import wherein.text.Span;

/** The rows of the ledger in a Lucene index: each passage keeps its mentions, in their order. */
final class LuceneLedger {

    static final BitSetProducer PASSAGES =
            new QueryBitSetProducer(new TermQuery(new Term(Fields.TYPE, Fields.PASSAGE)));

    private final TimedSearcher searcher;
    private final List<LeafReaderContext> leaves;
    private final Deadline deadline;
    private final Folding folding;

    /** The rows that {@code searcher} finds, where {@code folding} tells what becomes of those that repeat another. */
    LuceneLedger(TimedSearcher searcher, Folding folding) {
        this.searcher = searcher;
        this.leaves = searcher.getIndexReader().leaves();
        this.deadline = searcher.deadline();
        this.folding = folding;
    }

    /** Makes a hit of a passage's Lucene document. */
    interface Passages {
        Hit of(int doc) throws IOException;
    }

    /** The passages with a mention that {@code selector} selects. */
    static Query passagesWith(MentionSelector selector) {
        MentionTerms terms = new MentionTerms(selector);
        return terms.tellAll()
                ? terms.candidates()
                : new OccurrencesQuery(new Occurrences.Mentions(selector), terms.candidates());
    }

    /** The passages that {@code request} selects and that may have a row. Costs a bit for each Lucene document of the index. */
    private MatchSet passages(LedgerRequest request) throws IOException {
        Query candidates = new MentionTerms(request.rows()).candidates();
        boolean everywhere = request.query() instanceof wherein.query.Query.All
                && request.filters().isEmpty();
        if (everywhere) {
            return MatchSet.of(searcher, candidates);
        }
        // Passages first, which takes what time it takes, and asks the deadline: what is left is quick.
        MatchSet passages = new Selection(searcher, request.query(), request.filters(), true).all();
        Query within = new BooleanQuery.Builder()
                .add(passages.query(), BooleanClause.Occur.FILTER)
                .add(candidates, BooleanClause.Occur.FILTER)
                .build();
        return MatchSet.of(searcher, within);
    }

    /** The rows of {@code passages} that repeat another of those that {@code request} selects; none where nobody asks. */
    private CopiedRows.Some copies(LedgerRequest request, MatchSet passages) throws IOException {
        return folding.known().isPresent()
                ? folding.known().get().amongRows(passages, request, deadline)
                : CopiedRows.Some.NONE;
    }

    /** Those of them that are left out. */
    private CopiedRows.Some folded(LedgerRequest request, MatchSet passages) throws IOException {
        return folding.isFolded() ? copies(request, passages) : CopiedRows.Some.NONE;
    }

    /** Looks at the rows of one segment, which come in ascending order. */
    private interface SegmentVisitor {
        /** Looks at a row of a passage, a Lucene document of the segment; false for no more. */
        boolean row(MentionRows row, int passage) throws IOException;
    }

    /** Is shown rows. */
    private interface Visitor {
        /** Begins with the rows of a segment; once for each. */
        SegmentVisitor open(LeafReaderContext leaf) throws IOException;
    }

    /** The rows of a segment, shown to a visitor passage after passage. */
    private final class Segment {
        private final MentionRows rows;
        private final MentionFilter filter;
        private final Marked marked;
        private final RowMarks.Lookup marks;
        private final SegmentVisitor visitor;
        private final CopiedRows.Some folded;
        private final int docBase;

        Segment(LedgerRequest request, CopiedRows.Some folded, LeafReaderContext leaf, Visitor visitor)
                throws IOException {
            this.folded = folded;
            this.docBase = leaf.docBase;
            this.rows = new MentionRows(leaf.reader());
            this.filter = new MentionFilter(request.rows(), leaf.reader());
            this.marked = request.marked();
            this.marks = marked.marks().lookup();
            this.visitor = visitor.open(leaf);
        }

        /** Shows the rows of a passage; false for no more. */
        boolean show(int passage) throws IOException {
            rows.moveTo(passage);
            while (rows.next()) {
                deadline.step();
                boolean isRow = filter.accepts(rows)
                        && !folded.has(docBase + passage, rows.number())
                        && (!marked.chooses()
                                || marked.wants(marks.of(CopiedRows.key(docBase + passage, rows.number()))));
                if (isRow && !visitor.row(rows, passage)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Shows {@code visitor} all rows, segment after segment. */
    private void visitAll(LedgerRequest request, MatchSet passages, CopiedRows.Some folded, Visitor visitor)
            throws IOException {
        for (LeafReaderContext leaf : leaves) {
            FixedBitSet here = passages.bits(leaf);
            Segment segment = here.cardinality() == 0 ? null : new Segment(request, folded, leaf, visitor);
            int passage = segment == null ? DocIdSetIterator.NO_MORE_DOCS : here.nextSetBit(0);
            while (passage != DocIdSetIterator.NO_MORE_DOCS) {
                segment.show(passage);
                passage = passage + 1 < here.length() ? here.nextSetBit(passage + 1) : DocIdSetIterator.NO_MORE_DOCS;
            }
        }
    }

    /** Shows {@code visitor} the rows by document and place, as long as it wants more. */
    private void visit(LedgerRequest request, Visitor visitor) throws IOException {
        Segment[] segments = new Segment[leaves.size()];
        MatchSet passages = passages(request);
        CopiedRows.Some folded = folded(request, passages);
        InOrder passage = new InOrder(searcher.getIndexReader(), passages);
        for (; passage.isThere(); passage.step()) {
            LeafReaderContext leaf = passage.leaf();
            if (segments[leaf.ord] == null) {
                segments[leaf.ord] = new Segment(request, folded, leaf, visitor);
            }
            if (!segments[leaf.ord].show(passage.passage())) {
                return;
            }
        }
    }

    /** The documents of the index, by the ordinals of their ids. */
    private SortedDocValues documents() throws IOException {
        return GlobalValues.sorted(searcher.getIndexReader(), Fields.ID);
    }

    Tally tally(LedgerRequest request) throws IOException {
        MentionTerms terms = new MentionTerms(request.rows());
        MatchSet passages = passages(request);
        CopiedRows.Some copies = copies(request, passages);
        if (terms.tellAll() && !folding.isFolded() && !request.marked().chooses()) {
            DocumentCounts documents = DocumentCounts.of(searcher.getIndexReader(), passages);
            MentionTerms.Count count = terms.count(passages, leaves, deadline);
            return new Tally(
                    count.mentions(),
                    passages.size(),
                    documents.documents(),
                    count.boilerplate(),
                    copies.size(),
                    judged(request, passages, CopiedRows.Some.NONE));
        }
        CopiedRows.Some folded = folding.isFolded() ? copies : CopiedRows.Some.NONE;
        Counter counter = new Counter(documents());
        visitAll(request, passages, folded, counter);
        return counter.tally(copies.size(), judged(request, passages, folded));
    }

    /** Counts the rows with a mark. Looks at these alone, which are few beside the others. */
    private Tally.Judged judged(LedgerRequest request, MatchSet passages, CopiedRows.Some folded) throws IOException {
        RowMarks marks = request.marked().marks();
        if (marks.size() == 0) {
            return Tally.Judged.NOTHING;
        }
        int[] counts = new int[RowMarks.Mark.values().length];
        SelectedRows selected = new SelectedRows(searcher.getIndexReader(), request);
        for (int i = 0; i < marks.size(); i++) {
            deadline.step();
            int doc = CopiedRows.passage(marks.row(i));
            int number = CopiedRows.number(marks.row(i));
            if (passages.contains(doc) && selected.has(doc, number) && !folded.has(doc, number)) {
                counts[marks.mark(i).ordinal()]++;
            }
        }
        return new Tally.Judged(
                counts[RowMarks.Mark.CONFIRMED.ordinal()],
                counts[RowMarks.Mark.REJECTED.ordinal()],
                counts[RowMarks.Mark.REASSIGNED.ordinal()],
                counts[RowMarks.Mark.DISPUTED.ordinal()]);
    }

    boolean mentions(LedgerRequest request, int after, Passages hits, Predicate<MentionRow> rows) throws IOException {
        Reading reading = new Reading(hits, rows);
        visit(request, new From(after, reading));
        return reading.more;
    }

    /** The rows whose numbers are {@code numbers}, which ascend. */
    void mentions(LedgerRequest request, int[] numbers, Passages hits, Predicate<MentionRow> rows) throws IOException {
        if (numbers.length > 0) {
            visit(request, new Picking(numbers, new Reading(hits, rows)));
        }
    }

    /** The dates in the passage of a row. */
    static List<Mention.Date> dates(IndexReader reader, long row) throws IOException {
        int doc = CopiedRows.passage(row);
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        MentionRows rows = new MentionRows(leaf.reader());
        rows.moveTo(doc - leaf.docBase);
        List<Mention.Date> dates = new ArrayList<>();
        while (rows.next()) {
            if (rows.type() == Mention.Type.DATE) {
                dates.add((Mention.Date) rows.mention());
            }
        }
        return dates;
    }

    void keys(LedgerRequest request, Ledger.KeyTaker keys) throws IOException {
        visit(request, leaf -> {
            LuceneRowKey key = new LuceneRowKey(leaf.reader());
            return (row, passage) -> {
                key.moveTo(row, passage);
                return keys.take(key);
            };
        });
    }

    Groups summary(LedgerRequest request, List<String> by, UnaryOperator<String> person) throws IOException {
        List<LedgerRequest> types = MentionFilter.types(request.rows()).stream()
                .map(type -> new LedgerRequest(
                        request.query(),
                        request.filters(),
                        request.rows().withTypes(EnumSet.of(type)),
                        request.copies(),
                        request.marked()))
                .toList();
        boolean termsTell = types.stream().allMatch(each -> new MentionTerms(each.rows()).tellAll());
        if (by.equals(List.of("type"))
                && termsTell
                && !folding.isFolded()
                && !request.marked().chooses()) {
            return byType(types);
        }
        Grouping grouping = new Grouping(by, person, request.marked().marks(), deadline, Grouping.MOST);
        Documents documents = new Documents(documents());
        MatchSet passages = passages(request);
        CopiedRows.Some copies = copies(request, passages);
        visitAll(request, passages, folding.isFolded() ? copies : CopiedRows.Some.NONE, leaf -> {
            grouping.open(leaf.reader());
            BitSet framed = LuceneQueries.BOILERPLATE.getBitSet(leaf);
            return (row, passage) -> {
                documents.moveTo(leaf.docBase + passage);
                grouping.add(row, passage, documents.passage, documents.document);
                if (framed != null && framed.get(passage)) {
                    grouping.addBoilerplate();
                }
                if (copies.has(documents.passage, row.number())) {
                    grouping.addCopy();
                }
                return true;
            };
        });
        return grouping.groups();
    }

    /** Groups of rows of one type each, which are counted without a look at them. */
    private Groups byType(List<LedgerRequest> types) throws IOException {
        List<Ledger.MentionGroup> groups = new ArrayList<>();
        for (LedgerRequest each : types) {
            Tally tally = tally(each);
            if (tally.mentions() > 0) {
                String type = each.rows().types().iterator().next().word();
                groups.add(new Ledger.MentionGroup(List.of(type), tally));
            }
        }
        groups.sort(Comparator.comparingInt(
                        (Ledger.MentionGroup each) -> -each.tally().mentions())
                .thenComparing(each -> each.key().getFirst()));
        return new FewGroups(groups);
    }

    /** Groups that are held as they are told. */
    private record FewGroups(List<Ledger.MentionGroup> all) implements Groups {

        @Override
        public int size() {
            return all.size();
        }

        @Override
        public Ledger.MentionGroup get(int row) {
            return all.get(row);
        }

        @Override
        public int tiedFrom(int row) {
            if (row <= 0 || row >= all.size()) {
                return 0;
            }
            int most = all.get(row - 1).tally().mentions();
            return (int) all.subList(row, all.size()).stream()
                    .takeWhile(each -> each.tally().mentions() == most)
                    .count();
        }
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
        private int boilerplate;

        Counter(SortedDocValues ordinals) {
            this.documents = new Documents(ordinals);
            this.seen = new FixedBitSet(ordinals.getValueCount());
        }

        @Override
        public SegmentVisitor open(LeafReaderContext leaf) throws IOException {
            BitSet framed = LuceneQueries.BOILERPLATE.getBitSet(leaf);
            return (row, passage) -> {
                mentions++;
                boilerplate += framed != null && framed.get(passage) ? 1 : 0;
                if (documents.moveTo(leaf.docBase + passage)) {
                    passages++;
                    seen.set(documents.document);
                }
                return true;
            };
        }

        Tally tally(int copies, Tally.Judged judged) {
            return new Tally(mentions, passages, seen.cardinality(), boilerplate, copies, judged);
        }
    }

    /** Shows the rows from some number on, from 0, to another visitor. */
    private static final class From implements Visitor {
        private final int first;
        private final Visitor visitor;
        private int number;

        From(int first, Visitor visitor) {
            this.first = first;
            this.visitor = visitor;
        }

        @Override
        public SegmentVisitor open(LeafReaderContext leaf) throws IOException {
            SegmentVisitor shown = visitor.open(leaf);
            return (row, passage) -> number++ < first || shown.row(row, passage);
        }
    }

    /** Shows some of the rows to another visitor: those whose numbers are given. */
    private static final class Picking implements Visitor {
        private final int[] numbers;
        private final Visitor visitor;
        private int number;
        private int at;

        Picking(int[] numbers, Visitor visitor) {
            this.numbers = numbers;
            this.visitor = visitor;
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
        private CodePoints points;

        Reading(Passages hits, Predicate<MentionRow> rows) {
            this.hits = hits;
            this.rows = rows;
        }

        @Override
        public SegmentVisitor open(LeafReaderContext leaf) {
            return (row, passage) -> {
                if (lastPassage != leaf.docBase + passage) {
                    lastPassage = leaf.docBase + passage;
                    hit = hits.of(lastPassage);
                    points = new CodePoints(hit.text());
                }
                Span span = row.occurrence().span();
                String surface = row.surface(hit.text());
                int start = hit.startCodePoint() + points.at(span.start());
                int end = start + surface.codePointCount(0, surface.length());
                long key = CopiedRows.key(lastPassage, row.number());
                more = !rows.test(new MentionRow(row.mention(), surface, start, end, hit, key));
                return !more;
            };
        }
    }
}
