package wherein.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import wherein.query.Named;
import wherein.query.Names;
import wherein.search.Deadline;

/** Counts in how many passages of a {@link MatchSet} each country, or each person, is mentioned. */
final class MentionedCounter {

    private final IndexReader reader;
    private final Names names;
    private final Deadline deadline;

    /** Counts in {@code reader}; {@code names} tells which kept names are one person. */
    MentionedCounter(IndexReader reader, Names names, Deadline deadline) {
        this.reader = reader;
        this.names = names;
        this.deadline = deadline;
    }

    /** The passages with a mention of each id of {@code named}, by id. */
    Map<String, Integer> count(Named named, MatchSet matches) throws IOException {
        Map<String, PassageCount> tallies = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            BitSet passages = LuceneLedger.PASSAGES.getBitSet(leaf);
            SortedDocValues types = DocValues.getSorted(leaf.reader(), MentionFields.TYPE);
            int ofType = types.lookupTerm(new BytesRef(named.type().word()));
            if (passages != null && ofType >= 0) {
                SortedDocValues ids = DocValues.getSorted(leaf.reader(), MentionFields.ID);
                PassageCount[] byOrdinal = new PassageCount[ids.getValueCount()];
                int end = leaf.docBase + leaf.reader().maxDoc();
                for (int doc = matches.from(leaf.docBase); doc < end; doc = matches.from(doc + 1)) {
                    deadline.step();
                    int passage = doc - leaf.docBase;
                    int before = passage == 0 ? -1 : passages.prevSetBit(passage - 1);
                    // A passage's mentions stand between the passage before and itself.
                    for (int row = types.docID() > before ? types.docID() : types.advance(before + 1);
                            row < passage;
                            row = types.nextDoc()) {
                        deadline.step();
                        if (types.ordValue() == ofType && ids.advanceExact(row)) {
                            tally(named, ids, byOrdinal, tallies).see(doc);
                        }
                    }
                }
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        tallies.forEach((id, tally) -> counts.put(id, tally.passages));
        return counts;
    }

    private PassageCount tally(
            Named named, SortedDocValues ids, PassageCount[] byOrdinal, Map<String, PassageCount> tallies)
            throws IOException {
        int ordinal = ids.ordValue();
        if (byOrdinal[ordinal] == null) {
            String id = names.id(named, ids.lookupOrd(ordinal).utf8ToString());
            byOrdinal[ordinal] = tallies.computeIfAbsent(id, each -> new PassageCount());
        }
        return byOrdinal[ordinal];
    }

    /** Counts the passages of one id, which come in order. */
    private static final class PassageCount {
        private int passages;
        private int last = DocIdSetIterator.NO_MORE_DOCS;

        void see(int passage) {
            if (passage != last) {
                passages++;
                last = passage;
            }
        }
    }
}
