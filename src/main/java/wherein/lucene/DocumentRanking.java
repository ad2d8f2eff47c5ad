package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import wherein.search.Cursor;
import wherein.search.SearchRequest;

/**
 * Puts the documents of matches in order of relevance; each stands there with its best passage.
 *
 * <p>A document has the BM25 score of the query in all its words, and {@value #PASSAGE_WEIGHT} of that of its best
 * passage: what is spread over a long document counts, and so does what stands in one place. Where a question is about several
 * things, each with a passage of its own, what others say of that of which the best passage says nothing adds to it. Words that the
 * best documents share add to it as well (see {@link Feedback}). Every match is scored, so that the order is exact and pages add up;
 * it takes two passes over the matches, one over the documents with a word of the query, one over the passages with each part of a
 * query of at most {@value #MOST_PARTS}, and five numbers a document.
 */
final class DocumentRanking {

    /** How much the best passage counts beside the whole document. */
    static final float PASSAGE_WEIGHT = 0.3f;

    /** How much of what other passages say counts that the best says nothing of, against what that says. */
    private static final float OTHERS_WEIGHT = 3;

    /** What they say counts from this share of what the best says: a stray word of a longer text answers no other question. */
    private static final float STRAY = 0.4f;

    /** A query of more parts, some 50 words, is a text and no question: what other passages say of it is not asked. */
    private static final int MOST_PARTS = 200;

    private static final int NONE = -1;

    /** More than any score. */
    private static final float SAID = Float.POSITIVE_INFINITY;

    private final TimedSearcher searcher;
    private final SortedDocValues ids;
    private final float[] scores;
    private final int[] best;
    private final float[] others;
    private final Map<String, Float> shared;

    /** A document by the ordinal of its id. */
    record Scored(int document, int passage, float score) {

        /** Ordinals are in the order of the ids. */
        private static final Comparator<Scored> BEST_FIRST =
                Comparator.comparingDouble((Scored each) -> -each.score).thenComparingInt(Scored::document);
    }

    /** Scores every document of {@code matches}. */
    DocumentRanking(TimedSearcher searcher, Scoring scoring, MatchSet matches) throws IOException {
        this.searcher = searcher;
        this.ids = ids();
        this.scores = new float[ids.getValueCount()];
        this.best = new int[scores.length];
        Arrays.fill(best, NONE);
        // What matches by no word, by a filter alone, is worth nothing and stands here all the same.
        each(matches.query(), (ordinal, doc, score) -> passage(ordinal, doc, 0));
        each(scoring.passages(), (ordinal, doc, score) -> {
            if (matches.contains(doc)) {
                passage(ordinal, doc, score);
            }
        });
        this.others = others(scoring, matches);
        for (int i = 0; i < others.length; i++) {
            scores[i] += others[i];
        }
        Map<String, Float> stems = scoring.stems();
        addWhole(stems);
        Feedback feedback = new Feedback(searcher.getIndexReader(), best(Feedback.DOCUMENTS, each -> true), stems);
        this.shared = feedback.stems();
        addWhole(shared);
    }

    private SortedDocValues ids() throws IOException {
        return GlobalValues.sorted(searcher.getIndexReader(), Fields.ID);
    }

    private void passage(int ordinal, int doc, float score) {
        float weighted = PASSAGE_WEIGHT * score;
        // Of equals the first in the document, which is the first in the index.
        if (best[ordinal] == NONE || weighted > scores[ordinal]) {
            best[ordinal] = doc;
            scores[ordinal] = weighted;
        }
    }

    /** What the other passages of each document add to its score; the best alone has been counted so far. */
    private float[] others(Scoring scoring, MatchSet matches) throws IOException {
        float[] all = new float[scores.length];
        List<Scoring.Part> parts = scoring.parts();
        float[] most = new float[parts.size() > 1 && parts.size() <= MOST_PARTS ? scores.length : 0];
        for (int i = 0; most.length > 0 && i < parts.size(); i++) {
            Arrays.fill(most, 0);
            each(parts.get(i).query(), (ordinal, doc, score) -> {
                boolean isSaid = doc == best[ordinal];
                if (isSaid || score > most[ordinal] && matches.contains(doc)) {
                    most[ordinal] = isSaid ? SAID : score;
                }
            });
            for (int ordinal = 0; ordinal < most.length; ordinal++) {
                all[ordinal] += most[ordinal] == SAID ? 0 : PASSAGE_WEIGHT * most[ordinal];
            }
        }
        for (int ordinal = 0; ordinal < all.length; ordinal++) {
            all[ordinal] = OTHERS_WEIGHT * Math.max(0, all[ordinal] - STRAY * scores[ordinal]);
        }
        return all;
    }

    private void addWhole(Map<String, Float> stems) throws IOException {
        each(Scoring.documents(stems), (ordinal, doc, score) -> scores[ordinal] += score);
    }

    /** Takes a document's ordinal, a Lucene document that is it or a passage of it, and the score of that. */
    private interface Taker {
        void take(int ordinal, int doc, float score);
    }

    private void each(Query query, Taker taker) throws IOException {
        searcher.search(query, new CollectorManager<>() {
            @Override
            public Collector newCollector() {
                return new Each(taker);
            }

            @Override
            public Void reduce(Collection<Collector> collectors) {
                return null;
            }
        });
    }

    /** Hands on what is found, by its document. */
    private final class Each extends SimpleCollector {

        private final Taker taker;
        private SortedDocValues ordinals;
        private Scorable scorer;
        private int base;

        Each(Taker taker) {
            this.taker = taker;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            // Values are read forwards only, and so anew for each pass.
            ordinals = ids();
            base = leaf.docBase;
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int doc) throws IOException {
            if (ordinals.advanceExact(base + doc)) {
                taker.take(ordinals.ordValue(), base + doc, scorer.score());
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }

    /** Which documents come into question. */
    private interface Wanted {
        boolean is(Scored scored);
    }

    private List<Scored> best(int limit, Wanted wanted) {
        PriorityQueue<Scored> worstFirst = new PriorityQueue<>(Scored.BEST_FIRST.reversed());
        for (int ordinal = 0; ordinal < best.length; ordinal++) {
            Scored scored = new Scored(ordinal, best[ordinal], scores[ordinal]);
            if (scored.passage == NONE || !wanted.is(scored)) {
                continue;
            }
            worstFirst.add(scored);
            if (worstFirst.size() > limit) {
                worstFirst.poll();
            }
        }
        List<Scored> sorted = new ArrayList<>(worstFirst);
        sorted.sort(Scored.BEST_FIRST);
        return sorted;
    }

    /** The page that {@code request} asks for. */
    Ranking.Page page(SearchRequest request) throws IOException {
        Optional<Cursor> cursor = request.after();
        Wanted wanted = each -> true;
        if (cursor.isPresent()) {
            float score = (float) cursor.get().key();
            int found = ids.lookupTerm(new BytesRef(cursor.get().document()));
            // A document that is there no more lies between two others.
            Scored last = found >= 0 ? new Scored(found, 0, score) : new Scored(-found - 2, 0, score);
            wanted = each -> Scored.BEST_FIRST.compare(each, last) > 0;
        }
        List<Scored> sorted = best(request.limit() + 1, wanted);
        boolean more = sorted.size() > request.limit();
        List<Ranking.Ranked> ranked = sorted.stream()
                .limit(request.limit())
                .map(each -> new Ranking.Ranked(each.passage, each.score, each.score))
                .toList();
        Map<Integer, Float> added = new HashMap<>();
        sorted.forEach(each -> added.put(each.passage, others[each.document]));
        return new Ranking.Page(ranked, more, Optional.of(new Ranking.OfDocuments(shared, added)));
    }
}
