package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** How many Lucene documents have a term, those that are deleted and not yet merged away left out. */
final class LiveCounts {

    private LiveCounts() {}

    /** Costs a look at the dictionary of each segment, and at all that have the term in those with deleted documents. */
    static int of(IndexReader reader, Term term) throws IOException {
        int count = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            count += of(leaf.reader(), term);
        }
        return count;
    }

    private static int of(LeafReader leaf, Term term) throws IOException {
        Bits live = leaf.getLiveDocs();
        if (live == null) {
            return leaf.docFreq(term);
        }
        PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
        int count = 0;
        while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live.get(postings.docID())) {
                count++;
            }
        }
        return count;
    }

    /** Whether any Lucene document that is not deleted has a term of {@code field}; looks no further than the first. */
    static boolean isThere(LeafReader leaf, String field) throws IOException {
        Terms terms = leaf.terms(field);
        Bits live = leaf.getLiveDocs();
        if (terms == null || live == null) {
            return terms != null;
        }
        TermsEnum each = terms.iterator();
        PostingsEnum found = null;
        while (each.next() != null) {
            found = each.postings(found, PostingsEnum.NONE);
            while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live.get(found.docID())) {
                    return true;
                }
            }
        }
        return false;
    }
}
