package wherein.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import wherein.query.Named;
import wherein.search.Deadline;

/**
 * Counts the mentions of each country, person or unit by the dictionary, which knows how often a term occurs; what is deleted and not
 * merged away is taken off again. So mentions that nobody has deleted are not looked at, however many there are.
 */
final class NamedCounts {

    private final Named named;
    private final Deadline deadline;
    private final Map<String, Integer> counts = new HashMap<>();

    private NamedCounts(Named named, Deadline deadline) {
        this.named = named;
        this.deadline = deadline;
    }

    /** Those of all that is not deleted, by name; none is 0. */
    static Map<String, Integer> of(IndexReader reader, Named named, Deadline deadline) throws IOException {
        NamedCounts counted = new NamedCounts(named, deadline);
        for (LeafReaderContext leaf : reader.leaves()) {
            counted.add(leaf.reader());
            counted.takeOffDeleted(leaf.reader());
        }
        counted.counts.values().removeIf(count -> count == 0);
        return counted.counts;
    }

    private void add(LeafReader leaf) throws IOException {
        BytesRef prefix = MentionFields.beginning(named);
        Terms terms = leaf.terms(Fields.MENTION_TERMS);
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        boolean more = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
        while (more && StringHelper.startsWith(each.term(), prefix)) {
            deadline.step();
            BytesRef term = each.term();
            String name =
                    new BytesRef(term.bytes, term.offset + prefix.length, term.length - prefix.length).utf8ToString();
            counts.merge(name, Math.toIntExact(each.totalTermFreq()), Integer::sum);
            more = each.next() != null;
        }
    }

    private void takeOffDeleted(LeafReader leaf) throws IOException {
        Bits live = leaf.getLiveDocs();
        if (live == null) {
            return;
        }
        MentionRows rows = new MentionRows(leaf);
        SortedSetDocValues words = MentionRows.words(leaf);
        for (int doc = 0; doc < live.length(); doc++) {
            if (!live.get(doc)) {
                rows.moveTo(doc);
                while (rows.next()) {
                    deadline.step();
                    if (rows.type() == named.type()) {
                        counts.merge(MentionFields.said(words.lookupOrd(rows.ordinal())), -1, Integer::sum);
                    }
                }
            }
        }
    }
}
