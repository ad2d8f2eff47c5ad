package wherein.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
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
            FixedBitSet here = matches.bits(leaf);
            SortedSetDocValues words = DocValues.getSortedSet(leaf.reader(), Fields.MENTION_WORDS);
            MentionRows rows = new MentionRows(leaf.reader());
            PassageCount[] byOrdinal = new PassageCount[(int) words.getValueCount()];
            int passage = here.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : here.nextSetBit(0);
            while (passage != DocIdSetIterator.NO_MORE_DOCS) {
                rows.moveTo(passage);
                while (rows.next()) {
                    deadline.step();
                    if (rows.type() == named.type()) {
                        tally(named, rows.ordinal(), words, byOrdinal, tallies).see(leaf.docBase + passage);
                    }
                }
                passage = passage + 1 < here.length() ? here.nextSetBit(passage + 1) : DocIdSetIterator.NO_MORE_DOCS;
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        tallies.forEach((id, tally) -> counts.put(id, tally.passages));
        return counts;
    }

    private PassageCount tally(
            Named named,
            int ordinal,
            SortedSetDocValues words,
            PassageCount[] byOrdinal,
            Map<String, PassageCount> tallies)
            throws IOException {
        if (byOrdinal[ordinal] == null) {
            String id = names.id(named, words.lookupOrd(ordinal).utf8ToString());
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
