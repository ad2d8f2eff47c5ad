package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import wherein.document.Block;
import wherein.document.Metadata;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.ValueRange;
import wherein.search.Hit;
import wherein.search.Ledger;
import wherein.search.MentionRow;
import wherein.search.Tally;
import wherein.text.Span;
import wherein.time.DateMatch;

/** The rows of the ledger in a Lucene index: each mention stands in one block with its passage, before it. */
final class LuceneLedger {

    static final BitSetProducer PASSAGES =
            new QueryBitSetProducer(new TermQuery(new Term(Fields.TYPE, Fields.PASSAGE)));

    /** What rows are grouped by that only their passage knows. */
    private static final Set<String> OF_PASSAGE = Set.of("source", "stance", "document", "date");

    /** Stands in for passages that nobody asks for: a million rows are counted without a look at one. */
    private static final Hit NO_PASSAGE = new Hit(
            "",
            0,
            "",
            Metadata.UNKNOWN,
            Block.PROSE,
            "",
            "",
            "",
            0,
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            DateMatch.CERTAIN,
            0,
            Optional.empty());

    private final IndexSearcher searcher;

    LuceneLedger(IndexSearcher searcher) {
        this.searcher = searcher;
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
        anyOf(all, MentionFields.TYPE, selector.types());
        anyOf(all, MentionFields.ID, selector.ids());
        anyOf(all, MentionFields.KIND, selector.kinds());
        anyOf(all, MentionFields.UNIT, selector.units());
        anyOf(all, MentionFields.BOUND, selector.bounds());
        selector.value().ifPresent(range -> all.add(values(range), BooleanClause.Occur.FILTER));
        selector.when()
                .ifPresent(days -> all.add(
                        LongRange.newIntersectsQuery(
                                MentionFields.WHEN, new long[] {Fields.from(days)}, new long[] {Fields.to(days)}),
                        BooleanClause.Occur.FILTER));
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

    private static Query values(ValueRange range) {
        double[] min = {range.min()};
        double[] max = {range.max()};
        return range.within()
                ? DoubleRange.newWithinQuery(MentionFields.VALUE, min, max)
                : DoubleRange.newIntersectsQuery(MentionFields.VALUE, min, max);
    }

    /** The rows that {@code selector} selects within {@code passages}. */
    private static Query rows(Query passages, MentionSelector selector) {
        return new BooleanQuery.Builder()
                .add(new ToChildBlockJoinQuery(passages, PASSAGES), BooleanClause.Occur.FILTER)
                .add(rows(selector), BooleanClause.Occur.FILTER)
                .build();
    }

    /** Where one row stands: its segment, its Lucene document there, and that of its passage. */
    private record Place(LeafReaderContext leaf, int row, int passage) {}

    /** Is shown each row in turn. */
    private interface Visitor {
        /** Looks at a row; false for no more. */
        boolean row(Place place) throws IOException;
    }

    private void visit(Query query, Visitor visitor) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            BitSet passages = PASSAGES.getBitSet(leaf);
            if (scorer == null || passages == null) {
                continue;
            }
            DocIdSetIterator rows = scorer.iterator();
            for (int row = rows.nextDoc(); row != DocIdSetIterator.NO_MORE_DOCS; row = rows.nextDoc()) {
                if (!visitor.row(new Place(leaf, row, passages.nextSetBit(row)))) {
                    return;
                }
            }
        }
    }

    Tally tally(Query passages, MentionSelector selector) throws IOException {
        Counter counter = new Counter();
        Documents documents = new Documents();
        visit(rows(passages, selector), place -> {
            counter.add(place.leaf.docBase + place.passage, documents.of(place));
            return true;
        });
        return counter.tally();
    }

    boolean mentions(Query passages, MentionSelector selector, int after, Passages hits, Predicate<MentionRow> rows)
            throws IOException {
        Reading reading = new Reading(after, hits, rows);
        visit(rows(passages, selector), reading);
        return reading.more;
    }

    List<Ledger.MentionGroup> summary(
            Query passages, MentionSelector selector, List<String> by, UnaryOperator<String> person, Passages hits)
            throws IOException {
        Map<List<String>, Counter> groups = new HashMap<>();
        Documents documents = new Documents();
        boolean ofPassage = by.stream().anyMatch(OF_PASSAGE::contains);
        Reading reading = new Reading(0, ofPassage ? hits : doc -> NO_PASSAGE, row -> true);
        visit(rows(passages, selector), place -> {
            MentionRow row = reading.read(place);
            List<String> key =
                    by.stream().map(field -> value(row, field, person)).toList();
            groups.computeIfAbsent(key, each -> new Counter())
                    .add(place.leaf.docBase + place.passage, documents.of(place));
            return true;
        });
        List<Ledger.MentionGroup> sorted = new ArrayList<>();
        groups.forEach((key, counter) -> sorted.add(new Ledger.MentionGroup(key, counter.tally())));
        sorted.sort(Comparator.<Ledger.MentionGroup>comparingInt(
                        group -> -group.tally().mentions())
                .thenComparing(group -> String.join("\u0000", group.key())));
        return sorted;
    }

    private static String value(MentionRow row, String field, UnaryOperator<String> joined) {
        Mention mention = row.mention();
        return switch (field) {
            case "type" -> mention.type();
            case "source" -> row.passage().metadata().source();
            case "stance" -> row.passage().metadata().stance();
            case "document" -> row.passage().document();
            case "date" -> row.passage().metadata().date().edtf();
            case "surface" -> row.surface();
            case "id" ->
                switch (mention) {
                    case Mention.Country country -> country.id();
                    case Mention.Person person -> joined.apply(person.name());
                    case Mention.Figure figure -> "";
                    case Mention.Date date ->
                        date.days().map(days -> days.from() + "/" + days.to()).orElse("");
                };
            case "kind" ->
                mention instanceof Mention.Country country
                        ? country.kind().name().toLowerCase(Locale.ROOT)
                        : "";
            case "unit" -> mention instanceof Mention.Figure figure ? figure.unit() : "";
            case "bound" ->
                mention instanceof Mention.Figure figure ? figure.bound().sign() : "";
            default -> throw new IllegalArgumentException("no field to group by: " + field);
        };
    }

    /** The ordinal of a row's document, read forwards. */
    private static final class Documents {
        private LeafReaderContext leaf;
        private SortedDocValues ids;
        private int passage = -1;
        private String document = "";

        String of(Place place) throws IOException {
            if (leaf != place.leaf) {
                leaf = place.leaf;
                ids = leaf.reader().getSortedDocValues(Fields.ID);
                passage = -1;
            }
            if (passage != place.passage) {
                passage = place.passage;
                ids.advanceExact(passage);
                document = ids.lookupOrd(ids.ordValue()).utf8ToString();
            }
            return document;
        }
    }

    /** Counts rows that come in order. */
    private static final class Counter {
        private final HashSet<String> documents = new HashSet<>();
        private int mentions;
        private int passages;
        private int lastPassage = -1;
        private String lastDocument = "";

        void add(int passage, String document) {
            mentions++;
            if (passage != lastPassage) {
                passages++;
                lastPassage = passage;
            }
            if (!document.equals(lastDocument)) {
                documents.add(document);
                lastDocument = document;
            }
        }

        Tally tally() {
            return new Tally(mentions, passages, documents.size());
        }
    }

    /** Reads row after row, each passage once. */
    private static final class Reading implements Visitor {
        private final Passages hits;
        private final Predicate<MentionRow> rows;
        private int skip;
        private boolean more;
        private LeafReaderContext leaf;
        private MentionFields.Reader reader;
        private int lastPassage = -1;
        private Hit hit;

        Reading(int skip, Passages hits, Predicate<MentionRow> rows) {
            this.skip = skip;
            this.hits = hits;
            this.rows = rows;
        }

        @Override
        public boolean row(Place place) throws IOException {
            if (skip > 0) {
                skip--;
                return true;
            }
            more = !rows.test(read(place));
            return !more;
        }

        MentionRow read(Place place) throws IOException {
            if (leaf != place.leaf) {
                leaf = place.leaf;
                reader = new MentionFields.Reader(leaf.reader());
                lastPassage = -1;
            }
            if (lastPassage != place.passage) {
                lastPassage = place.passage;
                hit = hits.of(leaf.docBase + place.passage);
            }
            Span span = reader.codePoints(place.row);
            return new MentionRow(reader.mention(place.row), reader.surface(place.row), span.start(), span.end(), hit);
        }
    }
}
