package wherein.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import wherein.query.Named;
import wherein.query.Names;
import wherein.search.Deadline;

/**
 * Counts in how many passages of a {@link MatchSet} each country, or each person, is mentioned: by the ordinals of the words that
 * the mentions of a passage speak of, of which those of one kind stand together. Costs a step for each word of a passage, and
 * for each name that comes a look at who bears it.
 */
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
            SortedSetDocValues words = MentionRows.words(leaf.reader());
            BytesRef beginning = MentionFields.beginning(named);
            int from = first(words, beginning);
            beginning.bytes[beginning.offset + beginning.length - 1]++;
            PassageCount[] byWord = new PassageCount[first(words, beginning) - from];
            FixedBitSet here = matches.bits(leaf);
            int last = DocIdSetIterator.NO_MORE_DOCS;
            for (int doc = here.nextSetBit(0);
                    doc != last;
                    doc = doc + 1 < here.length() ? here.nextSetBit(doc + 1) : last) {
                deadline.step();
                int count = words.advanceExact(doc) ? words.docValueCount() : 0;
                for (int i = 0; i < count; i++) {
                    int word = (int) words.nextOrd() - from;
                    if (word >= byWord.length) {
                        break;
                    }
                    if (word >= 0) {
                        if (byWord[word] == null) {
                            String id = names.id(named, MentionFields.said(words.lookupOrd(from + word)));
                            byWord[word] = tallies.computeIfAbsent(id, each -> new PassageCount());
                        }
                        byWord[word].see(leaf.docBase + doc);
                    }
                }
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        tallies.forEach((id, tally) -> counts.put(id, tally.passages));
        return counts;
    }

    /** The ordinal of the first word that is not before {@code word}. */
    private static int first(SortedSetDocValues words, BytesRef word) throws IOException {
        long ordinal = words.lookupTerm(word);
        return (int) (ordinal < 0 ? -ordinal - 1 : ordinal);
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
