package wherein.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** The passages in which some occurrences are really there, told among those that have all the words for them. */
final class OccurrencesQuery extends Query {

    /** Steps for one passage, as Lucene compares them: some postings are read, and occurrences put together. */
    private static final float COST = 200;

    private final Occurrences occurrences;
    private final Query candidates;

    OccurrencesQuery(Occurrences occurrences, Query candidates) {
        this.occurrences = occurrences;
        this.candidates = candidates;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(candidates), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {

            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                Scorer scorer = weight.scorer(leaf);
                if (scorer == null) {
                    return null;
                }
                DocIdSetIterator candidates = scorer.iterator();
                PassageWords words = new PassageWords(searcher, leaf);
                TwoPhaseIterator verified = new TwoPhaseIterator(candidates) {

                    @Override
                    public boolean matches() throws IOException {
                        words.moveTo(candidates.docID());
                        return !words.of(occurrences).isEmpty();
                    }

                    @Override
                    public float matchCost() {
                        return COST;
                    }
                };
                return ConstantScoreScorerSupplier.fromIterator(
                        TwoPhaseIterator.asDocIdSetIterator(verified),
                        score(),
                        scoreMode,
                        leaf.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return weight.isCacheable(leaf);
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return occurrences.toString();
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && occurrences.equals(((OccurrencesQuery) other).occurrences);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), occurrences);
    }
}
