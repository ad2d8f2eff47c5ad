package wherein.lucene;

import java.util.Iterator;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.BytesRef;

/** Terms that are each as frequent as they are said to be, for a field whose words have no places. */
final class CountedTerms extends TokenStream {

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Map<BytesRef, Integer> terms;
    private Iterator<Map.Entry<BytesRef, Integer>> next;

    /** The terms, with how often each occurs, at least once. */
    CountedTerms(Map<BytesRef, Integer> terms) {
        this.terms = terms;
        this.next = terms.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!next.hasNext()) {
            return false;
        }
        Map.Entry<BytesRef, Integer> each = next.next();
        clearAttributes();
        term.setBytesRef(each.getKey());
        frequency.setTermFrequency(each.getValue());
        return true;
    }

    @Override
    public void reset() {
        next = terms.entrySet().iterator();
    }
}
