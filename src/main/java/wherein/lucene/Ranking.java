package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import wherein.search.Cursor;
import wherein.search.SearchRequest;

/** Puts matches in order, a page at a time. What the order leaves equal comes by document id and place in it. */
final class Ranking {

    private final TimedSearcher searcher;
    private final SearchRequest request;
    private final Sort sort;

    /** One hit: a Lucene document, its score, and the key it is sorted by. */
    record Ranked(int doc, float score, double key) {}

    /**
     * What scores of whole documents are made of beside the query.
     *
     * @param shared how much the words count that the best of them share, as stems
     * @param others what other passages than the best add, by the Lucene document of that
     */
    record OfDocuments(Map<String, Float> shared, Map<Integer, Float> others) {}

    /**
     * A page.
     *
     * @param more whether another comes after it
     * @param documents where whole documents were scored
     * @param folded the Lucene documents of the matches that a hit is shown with, by that of the hit
     */
    record Page(
            List<Ranked> ranked, boolean more, Optional<OfDocuments> documents, Map<Integer, List<Integer>> folded) {

        Page(List<Ranked> ranked, boolean more) {
            this(ranked, more, Optional.empty());
        }

        Page(List<Ranked> ranked, boolean more, Optional<OfDocuments> documents) {
            this(ranked, more, documents, Map.of());
        }
    }

    Ranking(TimedSearcher searcher, SearchRequest request) {
        this.searcher = searcher;
        this.request = request;
        this.sort = new Sort(
                key(request.order()),
                new SortField(Fields.ID, SortField.Type.STRING),
                new SortField(Fields.NUMBER, SortField.Type.INT));
    }

    private static SortField key(SearchRequest.Order order) {
        return switch (order) {
            case RELEVANCE -> SortField.FIELD_SCORE;
            case DATE -> date(false, Long.MAX_VALUE);
            case DATE_DESCENDING -> date(true, Long.MIN_VALUE);
        };
    }

    private static SortField date(boolean reverse, long missing) {
        return new SortField(Fields.DATE_KEY, SortField.Type.LONG, reverse, missing);
    }

    /** The page of {@code matches} that was asked for, {@code duplicates} being what is known of copies, by what {@code scoring} gives them. */
    Page page(Scoring scoring, MatchSet matches, Optional<Duplicates> duplicates) throws IOException {
        if (request.perDocument() > 0) {
            boolean scored = request.order() == SearchRequest.Order.RELEVANCE;
            return new TogetherRanking(searcher, request, duplicates)
                    .page(scored ? scoring.passages(matches) : matches.query());
        }
        if (!request.byDocument()) {
            return passages(scoring.passages(matches));
        }
        return request.order() == SearchRequest.Order.RELEVANCE
                ? new DocumentRanking(searcher, scoring, matches).page(request)
                : documents(matches.query());
    }

    private Page passages(Query query) throws IOException {
        int wanted = Math.min(
                request.limit() + 1, Math.max(1, searcher.getIndexReader().maxDoc()));
        List<Ranked> ranked = new ArrayList<>();
        if (request.order() == SearchRequest.Order.RELEVANCE && request.after().isEmpty()) {
            for (ScoreDoc each : searcher.search(query, new BestPassages(searcher.getIndexReader(), wanted))) {
                ranked.add(new Ranked(each.doc, each.score, each.score));
            }
        } else {
            FieldDoc after = request.after().map(this::fieldDoc).orElse(null);
            for (ScoreDoc each :
                    searcher.search(query, new TopFieldCollectorManager(sort, wanted, after, wanted)).scoreDocs) {
                ranked.add(ranked((FieldDoc) each));
            }
        }
        boolean more = ranked.size() > request.limit();
        return new Page(more ? ranked.subList(0, request.limit()) : ranked, more);
    }

    /** The first passage of each document by date: a document that stood before the cursor does not come again. */
    private Page documents(Query query) throws IOException {
        Set<String> seen = new HashSet<>();
        List<Ranked> ranked = new ArrayList<>();
        boolean after = request.after().isEmpty();
        FieldDoc from = null;
        int batch = Math.max(64, request.limit() * 4);
        while (true) {
            TopDocs found = searcher.searchAfter(from, query, batch, sort);
            if (found.scoreDocs.length == 0) {
                return new Page(ranked, false);
            }
            for (ScoreDoc each : found.scoreDocs) {
                from = (FieldDoc) each;
                if (seen.add(document(from))) {
                    if (after && ranked.size() == request.limit()) {
                        return new Page(ranked, true);
                    }
                    if (after) {
                        ranked.add(ranked(from));
                    }
                    after |= isCursor(from);
                }
            }
        }
    }

    private static String document(FieldDoc hit) {
        return ((BytesRef) hit.fields[1]).utf8ToString();
    }

    private boolean isCursor(FieldDoc hit) {
        Cursor cursor = request.after().orElse(null);
        return cursor != null && document(hit).equals(cursor.document()) && (Integer) hit.fields[2] == cursor.number();
    }

    private Ranked ranked(FieldDoc hit) {
        double key = ((Number) hit.fields[0]).doubleValue();
        boolean scored = request.order() == SearchRequest.Order.RELEVANCE;
        return new Ranked(hit.doc, scored ? (Float) hit.fields[0] : 0, key);
    }

    private FieldDoc fieldDoc(Cursor cursor) {
        Object key = request.order() == SearchRequest.Order.RELEVANCE
                ? (Object) (float) cursor.key()
                : (Object) (long) cursor.key();
        Object[] fields = {key, new BytesRef(cursor.document()), cursor.number()};
        // The fields tell every two passages apart; the number keeps the cursor's own passage from coming again.
        return new FieldDoc(searcher.getIndexReader().maxDoc() - 1, Float.NaN, fields);
    }
}
