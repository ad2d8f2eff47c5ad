package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import wherein.duplicate.Sketch;
import wherein.search.Deadline;

/** The sketches of all passages of an index that are not deleted, one after the other. */
final class Sketches {

    private final IndexReader reader;
    private final Deadline deadline;

    Sketches(IndexReader reader, Deadline deadline) {
        this.reader = reader;
        this.deadline = deadline;
    }

    /** Is shown each passage. */
    interface Visitor {
        /**
         * Looks at a passage.
         *
         * @param doc its Lucene document
         * @param document the ordinal of its document's id
         * @param number its place in the document, from 1
         */
        void passage(int doc, int document, int number, Sketch sketch);
    }

    /** Shows {@code visitor} all of them, in the order of the index. */
    void each(Visitor visitor) throws IOException {
        SortedDocValues documents = GlobalValues.sorted(reader, Fields.ID);
        for (LeafReaderContext leaf : reader.leaves()) {
            BinaryDocValues sketches = DocValues.getBinary(leaf.reader(), Fields.SKETCH);
            NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), Fields.NUMBER);
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = sketches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = sketches.nextDoc()) {
                deadline.step();
                if (live == null || live.get(doc)) {
                    documents.advanceExact(leaf.docBase + doc);
                    numbers.advanceExact(doc);
                    visitor.passage(
                            leaf.docBase + doc,
                            documents.ordValue(),
                            (int) numbers.longValue(),
                            SketchBytes.read(sketches.binaryValue()));
                }
            }
        }
    }
}
