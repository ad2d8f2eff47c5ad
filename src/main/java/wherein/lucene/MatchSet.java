package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/** The Lucene documents of an index that match a query, all of them, by their number. */
final class MatchSet {

    private final FixedBitSet bits;

    private MatchSet(FixedBitSet bits) {
        this.bits = bits;
    }

    static MatchSet of(IndexSearcher searcher, Query query) throws IOException {
        FixedBitSet bits = new FixedBitSet(Math.max(1, searcher.getIndexReader().maxDoc()));
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            DocIdSetIterator each = scorer.iterator();
            var live = leaf.reader().getLiveDocs();
            for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
                if (live == null || live.get(doc)) {
                    bits.set(leaf.docBase + doc);
                }
            }
        }
        return new MatchSet(bits);
    }

    /** Those that are in both. */
    MatchSet and(MatchSet other) {
        FixedBitSet both = bits.clone();
        both.and(other.bits);
        return new MatchSet(both);
    }

    int size() {
        return bits.cardinality();
    }

    boolean contains(int doc) {
        return bits.get(doc);
    }

    /** The first match at or after {@code doc}; {@link DocIdSetIterator#NO_MORE_DOCS} where there is none. */
    int from(int doc) {
        return doc >= bits.length() ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(doc);
    }
}
