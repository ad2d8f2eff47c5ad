package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import wherein.search.Hit;
import wherein.search.Part;

/** A segment. */
final class LucenePart implements Part {

    private final LeafReaderContext leaf;
    private final SegmentMemory memory;
    private final Selection unmarked;
    private final int[] documents;

    LucenePart(TimedSearcher searcher, LeafReaderContext leaf, SegmentMemory memory) throws IOException {
        this.leaf = leaf;
        this.memory = memory;
        this.unmarked = LuceneDocuments.unmarked(searcher);
        this.documents = documents(leaf);
    }

    /** The Lucene documents that stand for ours. */
    private static int[] documents(LeafReaderContext leaf) throws IOException {
        NumericDocValues passages = DocValues.getNumeric(leaf.reader(), Fields.PASSAGES);
        int[] found = new int[16];
        int count = 0;
        for (int doc = passages.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = passages.nextDoc()) {
            found = ArrayUtil.grow(found, count + 1);
            found[count++] = doc;
        }
        return ArrayUtil.copyOfSubArray(found, 0, count);
    }

    @Override
    public int size() {
        return documents.length;
    }

    @Override
    public boolean has(int number) {
        Bits live = leaf.reader().getLiveDocs();
        return live == null || live.get(documents[number]);
    }

    @Override
    public Written document(int number) throws IOException {
        int doc = leaf.docBase + documents[number];
        int first = leaf.docBase + WholeDocument.first(leaf.reader(), documents[number]);
        List<Hit> passages = new ArrayList<>();
        for (int passage = first; passage < doc; passage++) {
            passages.add(unmarked.hit(passage, 0, DocumentCounts.NONE));
        }
        return new Written(
                WholeDocument.read(unmarked.reader(), doc).document(),
                WholeDocument.mentions(unmarked.reader(), doc),
                passages);
    }

    @Override
    public <T> T kept(Class<T> kind, Supplier<T> empty) {
        return memory.of(leaf.reader(), kind, empty);
    }
}
