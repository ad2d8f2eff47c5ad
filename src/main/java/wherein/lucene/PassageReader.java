package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BytesRef;
import wherein.duplicate.Sketch;

/**
 * Reads what an index keeps of one passage after another. Those of a segment that come in ascending order are read at one go; a
 * step back begins that segment anew.
 */
final class PassageReader {

    private final IndexReader reader;
    private final Segment[] segments;
    private Segment segment;
    private int passage = -1;
    private PassageRecord about;

    /** What is read of one segment, forwards only. */
    private static final class Segment {
        private final LeafReaderContext leaf;
        private final BinaryDocValues abouts;
        private final BinaryDocValues texts;
        private final BinaryDocValues wholes;
        private final BitSet ends;
        private final BinaryDocValues sketches;
        private final SortedDocValues documents;
        private int passage;
        private int end = -1;
        private PassageRecord.OfDocument document;

        Segment(LeafReaderContext leaf, SortedDocValues documents) throws IOException {
            this.leaf = leaf;
            this.abouts = DocValues.getBinary(leaf.reader(), Fields.PASSAGE_ABOUT);
            this.texts = DocValues.getBinary(leaf.reader(), Fields.PASSAGE_TEXT);
            this.wholes = DocValues.getBinary(leaf.reader(), Fields.PASSAGE_ABOUT);
            this.ends = LuceneQueries.WHOLE.getBitSet(leaf);
            this.sketches = DocValues.getBinary(leaf.reader(), Fields.SKETCH);
            this.documents = documents;
        }

        /** The document of the passage, which stands behind its passages, and is read once for all of them. */
        PassageRecord.OfDocument document() throws IOException {
            int inLeaf = passage - leaf.docBase;
            if (document == null || inLeaf > end) {
                end = ends.nextSetBit(inLeaf);
                document = PassageRecord.OfDocument.of(value(wholes, end));
            }
            return document;
        }
    }

    PassageReader(IndexReader reader) {
        this.reader = reader;
        this.segments = new Segment[reader.leaves().size()];
    }

    /** Goes to the passage that is document {@code doc} of the index. */
    void moveTo(int doc) throws IOException {
        boolean here = segment != null
                && doc >= segment.leaf.docBase
                && doc < segment.leaf.docBase + segment.leaf.reader().maxDoc();
        int ord = here ? segment.leaf.ord : ReaderUtil.subIndex(doc, reader.leaves());
        if (segments[ord] == null || doc < segments[ord].passage) {
            segments[ord] = new Segment(reader.leaves().get(ord), GlobalValues.sorted(reader, Fields.ID));
        }
        segment = segments[ord];
        segment.passage = doc;
        about = passage == doc ? about : null;
        passage = doc;
    }

    /** The segment that the passage stands in. */
    LeafReaderContext leaf() {
        return segment.leaf;
    }

    /** The number of the passage in its segment. */
    int inLeaf() {
        return passage - segment.leaf.docBase;
    }

    PassageRecord about() throws IOException {
        if (about == null) {
            about = PassageRecord.of(value(segment.abouts, inLeaf()), segment.document());
        }
        return about;
    }

    String text() throws IOException {
        return PackedText.read(value(segment.texts, inLeaf())).substring(0, about().length());
    }

    Sketch sketch() throws IOException {
        return SketchBytes.read(value(segment.sketches, inLeaf()));
    }

    private static BytesRef value(BinaryDocValues values, int doc) throws IOException {
        if (!values.advanceExact(doc)) {
            throw new IllegalStateException("document " + doc + " of a segment is no passage");
        }
        return values.binaryValue();
    }

    /**
     * The text of the passage {@code doc} and of the readable ones before and behind it in its document, until they are at
     * least {@code enough} characters, UTF-16.
     */
    String textAround(int doc, int enough) throws IOException {
        moveTo(doc);
        int document = document();
        StringBuilder text = new StringBuilder(text());
        BitSet readable = LuceneQueries.READABLE.getBitSet(leaf());
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
        moveTo(leaf().docBase + inLeaf);
        return document() == document;
    }

    /** The ordinal of the document's id in the whole index. */
    int document() throws IOException {
        segment.documents.advanceExact(passage);
        return segment.documents.ordValue();
    }
}
