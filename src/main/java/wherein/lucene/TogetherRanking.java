package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import wherein.document.Block;
import wherein.search.Cursor;
import wherein.search.SearchRequest;

/**
 * Puts matches in order with those of a document together: documents in the order of their best match, and within each its
 * matches as they come among all. A heading is folded into the passage below it, and a pull quote into the passage whose words it
 * repeats, where both match: they are shown as one, at the place of the better.
 *
 * <p>The documents of a first page by relevance are those of the best matches, of which as many are taken as have enough of them;
 * what cannot be among these is passed over unread. For other pages one pass over the matches meets the documents one after the
 * other, since a document stands right behind its passages, and keeps no more of them than the page has. The matches of the
 * documents of the page are then looked at, and of no others.
 */
final class TogetherRanking {

    /** So many copies of a pull quote are looked at for the one in its document. */
    private static final int MOST_COPIES = 100;

    /** So many matches are taken for each document of a page, and that many times more where they are of too few documents. */
    private static final int PER_DOCUMENT = 4;

    /** Of more matches a pass over all of them is no dearer. */
    private static final int MOST_BEST = 1 << 12;

    private final TimedSearcher searcher;
    private final IndexReader reader;
    private final SearchRequest request;
    private final Optional<Duplicates> duplicates;

    TogetherRanking(TimedSearcher searcher, SearchRequest request, Optional<Duplicates> duplicates) {
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.request = request;
        this.duplicates = duplicates;
    }

    /**
     * A document with a match.
     *
     * @param worth that of its best match, less for better
     * @param first a passage of it before which none matches, a Lucene document of the index
     */
    private record Found(double worth, int first) {}

    /**
     * One that may be on the page.
     *
     * @param id the ordinal of its id
     */
    private record Candidate(int id, Found found) {

        private static final Comparator<Candidate> BEST_FIRST =
                Comparator.comparingDouble((Candidate each) -> each.found.worth).thenComparingInt(Candidate::id);
    }

    /** A match by its Lucene document, and what it is worth in the order, less for better. */
    private record Match(int doc, float score, double worth) {

        private static final Comparator<Match> BEST_FIRST =
                Comparator.comparingDouble(Match::worth).thenComparingInt(Match::doc);
    }

    /** The page of {@code matches}, all of which {@code query} finds and scores. */
    Ranking.Page page(Query query) throws IOException {
        boolean scored = request.order() == SearchRequest.Order.RELEVANCE;
        Weight weight = searcher.createWeight(
                searcher.rewrite(query), scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES, 1);
        Optional<List<Found>> best = scored && request.after().isEmpty() ? ofBestMatches(query) : Optional.empty();
        List<Found> documents = best.isPresent() ? best.get() : documents(weight);
        boolean more = documents.size() > request.limit();
        List<Found> shown = documents.subList(0, Math.min(documents.size(), request.limit()));
        Map<Integer, List<Match>> matches = matches(weight, shown);
        List<Ranking.Ranked> ranked = new ArrayList<>();
        Map<Integer, List<Integer>> folded = new HashMap<>();
        for (Found each : shown) {
            List<Match> own = matches.get(each.first());
            units(own).stream().limit(request.perDocument()).forEach(unit -> {
                ranked.add(new Ranking.Ranked(unit.shown().doc(), unit.shown().score(), each.worth()));
                folded.put(unit.shown().doc(), unit.folded());
            });
        }
        return new Ranking.Page(ranked, more, Optional.empty(), folded);
    }

    /** The best documents, one more than the page has, if the best matches tell them. */
    private Optional<List<Found>> ofBestMatches(Query query) throws IOException {
        long wanted = request.limit() + 1L;
        for (long most = PER_DOCUMENT * wanted; most <= MOST_BEST; most *= PER_DOCUMENT) {
            List<ScoreDoc> best = searcher.search(query, new BestPassages(reader, (int) most));
            Map<Integer, Found> documents = new LinkedHashMap<>();
            for (ScoreDoc each : best) {
                int first = first(each.doc);
                documents.putIfAbsent(first, new Found(-each.score, first));
            }
            if (documents.size() >= wanted || best.size() < most) {
                return Optional.of(documents.values().stream().limit(wanted).toList());
            }
        }
        return Optional.empty();
    }

    /** The first passage of the document of the passage {@code doc}. */
    private int first(int doc) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        return leaf.docBase + WholeDocument.first(LuceneQueries.WHOLE.getBitSet(leaf), doc - leaf.docBase);
    }

    /** The best documents behind the cursor, one more than the page has. */
    private List<Found> documents(Weight weight) throws IOException {
        SortedDocValues ids = GlobalValues.sorted(reader, Fields.ID);
        Optional<Candidate> last = request.after().isPresent()
                ? Optional.of(last(ids, request.after().get()))
                : Optional.empty();
        PriorityQueue<Candidate> worstFirst = new PriorityQueue<>(Candidate.BEST_FIRST.reversed());
        for (LeafReaderContext leaf : reader.leaves()) {
            BitSet wholes = LuceneQueries.WHOLE.getBitSet(leaf);
            Matches matches = new Matches(weight, leaf);
            int doc = matches.next();
            while (doc != DocIdSetIterator.NO_MORE_DOCS) {
                int end = wholes.nextSetBit(doc);
                int first = leaf.docBase + doc;
                double best = Double.POSITIVE_INFINITY;
                for (; doc < end; doc = matches.next()) {
                    best = Math.min(best, matches.match().worth());
                }
                ids.advanceExact(first);
                Candidate candidate = new Candidate(ids.ordValue(), new Found(best, first));
                if (last.isEmpty() || Candidate.BEST_FIRST.compare(candidate, last.get()) > 0) {
                    worstFirst.add(candidate);
                    if (worstFirst.size() > request.limit() + 1) {
                        worstFirst.poll();
                    }
                }
            }
        }
        return worstFirst.stream()
                .sorted(Candidate.BEST_FIRST)
                .map(Candidate::found)
                .toList();
    }

    private static Candidate last(SortedDocValues ids, Cursor cursor) throws IOException {
        int found = ids.lookupTerm(new BytesRef(cursor.document()));
        // A document that is there no more lies between two others.
        return new Candidate(found >= 0 ? found : -found - 2, new Found(cursor.key(), 0));
    }

    /** The matches of some documents, by the first of each. */
    private Map<Integer, List<Match>> matches(Weight weight, List<Found> documents) throws IOException {
        TreeMap<Integer, List<Match>> found = new TreeMap<>();
        documents.forEach(each -> found.put(each.first(), new ArrayList<>()));
        for (LeafReaderContext leaf : reader.leaves()) {
            BitSet wholes = LuceneQueries.WHOLE.getBitSet(leaf);
            int beyond = leaf.docBase + leaf.reader().maxDoc();
            Map<Integer, List<Match>> here = found.subMap(leaf.docBase, beyond);
            if (here.isEmpty()) {
                continue;
            }
            Matches matches = new Matches(weight, leaf);
            for (Map.Entry<Integer, List<Match>> each : here.entrySet()) {
                int first = each.getKey() - leaf.docBase;
                int end = wholes.nextSetBit(first);
                for (int doc = matches.from(first); doc < end; doc = matches.next()) {
                    each.getValue().add(matches.match());
                }
            }
        }
        return found;
    }

    /** The matches of a segment, one after the other. */
    private final class Matches {

        private final int base;
        private final Scorer scorer;
        private final DocIdSetIterator each;
        private final NumericDocValues dates;

        Matches(Weight weight, LeafReaderContext leaf) throws IOException {
            base = leaf.docBase;
            scorer = weight.scorer(leaf);
            each = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            dates = DocValues.getNumeric(leaf.reader(), Fields.DATE_KEY);
        }

        int next() throws IOException {
            searcher.deadline().step();
            return each.nextDoc();
        }

        int from(int doc) throws IOException {
            searcher.deadline().step();
            return each.docID() < doc ? each.advance(doc) : each.docID();
        }

        Match match() throws IOException {
            int doc = each.docID();
            if (request.order() == SearchRequest.Order.RELEVANCE) {
                float score = scorer.score();
                return new Match(base + doc, score, -score);
            }
            boolean oldest = request.order() == SearchRequest.Order.DATE;
            double day = dates.advanceExact(doc) ? dates.longValue() : Double.POSITIVE_INFINITY;
            return new Match(base + doc, 0, oldest || Double.isInfinite(day) ? day : -day);
        }
    }

    /** What is shown as one: a match with those folded into it, at the place of the best of them. */
    private record Unit(Match shown, Match best, List<Integer> folded) {}

    private List<Unit> units(List<Match> matches) throws IOException {
        Map<Integer, Match> byDoc = new HashMap<>();
        matches.forEach(each -> byDoc.put(each.doc(), each));
        Map<Integer, Block> blocks = blocks(matches);
        Map<Integer, Integer> into = new HashMap<>();
        for (Match each : matches) {
            int doc = each.doc();
            Optional<Integer> target = switch (blocks.get(doc)) {
                case HEADING -> below(doc, blocks);
                case QUOTE -> original(doc, blocks);
                default -> Optional.empty();
            };
            target.ifPresent(other -> into.put(doc, other));
        }
        Map<Integer, List<Match>> members = new TreeMap<>();
        for (Match each : matches) {
            int shown = each.doc();
            // A heading over a pull quote goes where that goes; no chain is longer.
            while (into.containsKey(shown)) {
                shown = into.get(shown);
            }
            members.computeIfAbsent(shown, doc -> new ArrayList<>()).add(each);
        }
        List<Unit> units = new ArrayList<>();
        members.forEach((shown, all) -> units.add(new Unit(
                byDoc.get(shown),
                all.stream().min(Match.BEST_FIRST).orElseThrow(),
                all.stream().map(Match::doc).filter(doc -> !doc.equals(shown)).toList())));
        units.sort(Comparator.comparing(Unit::best, Match.BEST_FIRST));
        return units;
    }

    /** What each match of a document is. */
    private Map<Integer, Block> blocks(List<Match> matches) throws IOException {
        SortedSetDocValues values = GlobalValues.sortedSet(reader, Fields.keyword(Fields.BLOCK));
        Map<Integer, Block> blocks = new HashMap<>();
        for (Match each : matches) {
            if (values.advanceExact(each.doc())) {
                String word = values.lookupOrd(values.nextOrd()).utf8ToString();
                blocks.put(each.doc(), Block.valueOf(word.toUpperCase(Locale.ROOT)));
            }
        }
        return blocks;
    }

    /** The first passage below a heading that is none, where all from the heading to it match. */
    private static Optional<Integer> below(int heading, Map<Integer, Block> blocks) {
        int doc = heading + 1;
        while (blocks.get(doc) == Block.HEADING) {
            doc++;
        }
        return blocks.containsKey(doc) ? Optional.of(doc) : Optional.empty();
    }

    /** The first other passage of running text in the document that says what a quote says. */
    private Optional<Integer> original(int quote, Map<Integer, Block> blocks) {
        return duplicates.flatMap(known -> Arrays.stream(
                        known.copiesOf(quote, MOST_COPIES, searcher.deadline()).first())
                .boxed()
                .filter(copy -> blocks.containsKey(copy)
                        && blocks.get(copy) != Block.QUOTE
                        && blocks.get(copy) != Block.HEADING)
                .findFirst());
    }
}
