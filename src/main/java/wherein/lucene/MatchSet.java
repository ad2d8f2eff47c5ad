package wherein.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import wherein.search.Deadline;

/** The Lucene documents of an index that match a query, all of them, by their number. */
final class MatchSet {

    /** Between two looks at the clock: candidates that have to be verified, and documents of an index. */
    private static final int CHECKED = 128;

    private static final int WINDOW = 1 << 12;

    private final List<LeafReaderContext> leaves;
    private final FixedBitSet[] bits;

    private MatchSet(List<LeafReaderContext> leaves) {
        this.leaves = leaves;
        this.bits = new FixedBitSet[leaves.size()];
    }

    /**
     * Finds them all.
     *
     * @throws wherein.search.DeadlineException if that takes too long
     */
    static MatchSet of(TimedSearcher searcher, Query query) throws IOException {
        MatchSet all = new MatchSet(searcher.getIndexReader().leaves());
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : all.leaves) {
            FixedBitSet bits = new FixedBitSet(leaf.reader().maxDoc());
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                collect(scorer, bits, searcher.deadline());
                Bits live = leaf.reader().getLiveDocs();
                if (live != null) {
                    live.applyMask(bits, 0);
                }
            }
            all.bits[leaf.ord] = bits;
        }
        return all;
    }

    /** Those of {@code query} that are among {@code some}, which is known beforehand and so costs nothing. */
    static MatchSet of(TimedSearcher searcher, Query query, BitSetProducer some) throws IOException {
        MatchSet all = of(searcher, query);
        for (LeafReaderContext leaf : all.leaves) {
            BitSet kept = some.getBitSet(leaf);
            if (kept instanceof FixedBitSet fixed) {
                all.bits[leaf.ord].and(fixed);
            } else {
                FixedBitSet both = new FixedBitSet(leaf.reader().maxDoc());
                if (kept != null) {
                    both.or(new BitSetIterator(kept, 0));
                }
                all.bits[leaf.ord].and(both);
            }
        }
        return all;
    }

    /** None of {@code reader}; {@link #add} adds some. */
    static MatchSet none(IndexReader reader) {
        MatchSet none = new MatchSet(reader.leaves());
        for (LeafReaderContext leaf : none.leaves) {
            none.bits[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
        }
        return none;
    }

    /** Adds the Lucene document {@code doc}. */
    void add(int doc) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        bits[leaf.ord].set(doc - leaf.docBase);
    }

    /** Those of these that are not among {@code others}. */
    MatchSet without(MatchSet others) {
        MatchSet rest = new MatchSet(leaves);
        for (int i = 0; i < bits.length; i++) {
            rest.bits[i] = bits[i].clone();
            rest.bits[i].andNot(others.bits[i]);
        }
        return rest;
    }

    private static void collect(Scorer scorer, FixedBitSet bits, Deadline deadline) throws IOException {
        TwoPhaseIterator verified = scorer.twoPhaseIterator();
        if (verified == null) {
            DocIdSetIterator each = scorer.iterator();
            each.nextDoc();
            while (each.docID() != DocIdSetIterator.NO_MORE_DOCS) {
                deadline.check();
                each.intoBitSet((int) Math.min(bits.length(), (long) each.docID() + WINDOW), bits, 0);
            }
            return;
        }
        // Candidates are cheap to step through, and what is dear about each has a step of its own: time is told
        // between.
        DocIdSetIterator each = verified.approximation();
        int seen = 0;
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            if (++seen % CHECKED == 0) {
                deadline.check();
            }
            if (verified.matches()) {
                bits.set(doc);
            }
        }
    }

    /** What finds these and scores nothing. */
    Query query() {
        return new MatchQuery(this);
    }

    int size() {
        int size = 0;
        for (FixedBitSet each : bits) {
            size += each.cardinality();
        }
        return size;
    }

    boolean contains(int doc) {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        return bits[leaf.ord].get(doc - leaf.docBase);
    }

    /** The matches within one segment, by their number there. */
    DocIdSetIterator in(LeafReaderContext leaf) {
        return new BitSetIterator(bits[leaf.ord], bits[leaf.ord].cardinality());
    }

    /** The matches within one segment, by their number there; not to be changed. */
    FixedBitSet bits(LeafReaderContext leaf) {
        return bits[leaf.ord];
    }

    /** The match that is number {@code number} of all, from 0; {@link DocIdSetIterator#NO_MORE_DOCS} if there are fewer. */
    int nth(int number) {
        int left = Math.max(0, number);
        for (LeafReaderContext leaf : leaves) {
            long[] words = bits[leaf.ord].getBits();
            for (int i = 0; i < words.length; i++) {
                int here = Long.bitCount(words[i]);
                if (left < here) {
                    long word = words[i];
                    for (; left > 0; left--) {
                        word &= word - 1;
                    }
                    return leaf.docBase + i * Long.SIZE + Long.numberOfTrailingZeros(word);
                }
                left -= here;
            }
        }
        return DocIdSetIterator.NO_MORE_DOCS;
    }

    /** The first match at or after {@code doc}; {@link DocIdSetIterator#NO_MORE_DOCS} where there is none. */
    int from(int doc) {
        for (LeafReaderContext leaf : leaves) {
            int target = Math.max(0, doc - leaf.docBase);
            FixedBitSet here = bits[leaf.ord];
            int found = target < here.length() ? here.nextSetBit(target) : DocIdSetIterator.NO_MORE_DOCS;
            if (found != DocIdSetIterator.NO_MORE_DOCS) {
                return leaf.docBase + found;
            }
        }
        return DocIdSetIterator.NO_MORE_DOCS;
    }
}
