package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import wherein.search.Explanation;
import wherein.search.Explanation.Where;

/** Tells how much each part of a query adds to the score of a hit. */
final class Explainer {

    private final TimedSearcher searcher;
    private final Scoring scoring;
    private final Ranking.Page page;

    Explainer(TimedSearcher searcher, Scoring scoring, Ranking.Page page) {
        this.searcher = searcher;
        this.scoring = scoring;
        this.page = page;
    }

    /** Why the hit that is Lucene document {@code doc}, a passage of {@code document}, stands where it stands. */
    Explanation of(int doc, String document) throws IOException {
        List<Explanation.Part> parts = new ArrayList<>();
        float share = page.documents().isPresent() ? DocumentRanking.PASSAGE_WEIGHT : 1;
        for (Scoring.Part part : scoring.parts()) {
            add(parts, part.what(), part.where(), part.query(), doc, share);
        }
        if (page.documents().isPresent()) {
            Ranking.OfDocuments documents = page.documents().get();
            int whole = whole(document);
            addWhole(parts, Where.DOCUMENT, scoring.stems(), whole);
            addWhole(parts, Where.SHARED, documents.shared(), whole);
            float others = documents.others().get(doc);
            if (others > 0) {
                parts.add(new Explanation.Part("other passages", Where.OTHERS, others));
            }
        }
        parts.sort(Comparator.comparingDouble(Explanation.Part::score).reversed());
        return new Explanation(parts);
    }

    private int whole(String document) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(Fields.WHOLE, document)), 1);
        return found.scoreDocs[0].doc;
    }

    private void addWhole(List<Explanation.Part> parts, Where where, Map<String, Float> stems, int whole)
            throws IOException {
        for (var stem : stems.entrySet()) {
            String what = stem.getKey().replaceFirst("^=", "");
            add(parts, what, where, Scoring.document(stem.getKey(), stem.getValue()), whole, 1);
        }
    }

    private void add(List<Explanation.Part> parts, String what, Where where, Query query, int doc, float share)
            throws IOException {
        var explained = searcher.explain(searcher.rewrite(query), doc);
        float score = share * explained.getValue().floatValue();
        if (explained.isMatch() && score > 0) {
            parts.add(new Explanation.Part(what, where, score));
        }
    }
}
