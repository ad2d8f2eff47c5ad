package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;

/**
 * Reads what an index keeps of one passage after another. Those in ascending order are read at one go; a step back begins
 * anew.
 */
final class PassageReader {

    private final IndexReader reader;
    private LeafReaderContext leaf;
    private BinaryDocValues abouts;
    private BinaryDocValues texts;
    private SortedDocValues documents;
    private int passage = -1;

    PassageReader(IndexReader reader) {
        this.reader = reader;
    }

    /** Goes to the passage that is document {@code doc} of the index. */
    void moveTo(int doc) throws IOException {
        if (doc < passage) {
            leaf = null;
            documents = null;
        }
        if (leaf == null || doc >= leaf.docBase + leaf.reader().maxDoc()) {
            leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
            abouts = DocValues.getBinary(leaf.reader(), Fields.PASSAGE_ABOUT);
            texts = DocValues.getBinary(leaf.reader(), Fields.PASSAGE_TEXT);
        }
        passage = doc;
    }

    /** The segment that the passage stands in. */
    LeafReaderContext leaf() {
        return leaf;
    }

    /** The number of the passage in its segment. */
    int inLeaf() {
        return passage - leaf.docBase;
    }

    PassageRecord about() throws IOException {
        if (!abouts.advanceExact(inLeaf())) {
            throw new IllegalStateException("document " + passage + " of the index is no passage");
        }
        return PassageRecord.of(abouts.binaryValue());
    }

    String text() throws IOException {
        if (!texts.advanceExact(inLeaf())) {
            throw new IllegalStateException("document " + passage + " of the index is no passage");
        }
        return texts.binaryValue().utf8ToString();
    }

    /**
     * The text of the passage {@code doc} and of the readable ones before and behind it in its document, until they are at
     * least {@code enough} characters, UTF-16.
     */
    String textAround(int doc, int enough) throws IOException {
        moveTo(doc);
        int document = document();
        StringBuilder text = new StringBuilder(text());
        BitSet readable = LuceneQueries.READABLE.getBitSet(leaf);
        if (readable == null) {
            return text.toString();
        }
        int before = inLeaf();
        int behind = before;
        while (text.length() < enough && before + behind > -2) {
            before = before > 0 ? readable.prevSetBit(before - 1) : -1;
            if (before >= 0 && isOf(document, before)) {
                text.insert(0, text() + "\n");
            } else {
                before = -1;
            }
            behind = behind >= 0 && behind + 1 < readable.length() ? readable.nextSetBit(behind + 1) : -1;
            if (behind >= 0 && behind != DocIdSetIterator.NO_MORE_DOCS && isOf(document, behind)) {
                text.append("\n").append(text());
            } else {
                behind = -1;
            }
        }
        return text.toString();
    }

    private boolean isOf(int document, int inLeaf) throws IOException {
        moveTo(leaf.docBase + inLeaf);
        return document() == document;
    }

    /** The ordinal of the document's id in the whole index. */
    int document() throws IOException {
        if (documents == null) {
            documents = MultiDocValues.getSortedValues(reader, Fields.ID);
        }
        documents.advanceExact(passage);
        return documents.ordValue();
    }
}
