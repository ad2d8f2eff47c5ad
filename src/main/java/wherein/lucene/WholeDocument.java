package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import wherein.search.StoredDocument;

/** Reads one of our documents. Its text is kept once, in its passages, which stand before it. */
final class WholeDocument {

    private WholeDocument() {}

    /** The one that is document {@code doc} of the index. */
    static StoredDocument read(IndexReader reader, int doc) throws IOException {
        LeafReaderContext context = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        LeafReader leaf = context.reader();
        int whole = doc - context.docBase;
        NumericDocValues counts = leaf.getNumericDocValues(Fields.PASSAGES);
        if (counts == null || !counts.advanceExact(whole)) {
            throw new IllegalStateException("document " + doc + " of the index is none of ours");
        }
        int passages = (int) counts.longValue();
        StringBuilder text = new StringBuilder(value(DocValues.getBinary(leaf, Fields.MARGIN), whole));
        BinaryDocValues texts = DocValues.getBinary(leaf, Fields.PASSAGE_TEXT);
        for (int passage = whole - passages; passage < whole; passage++) {
            text.append(value(texts, passage));
        }
        String about = value(DocValues.getBinary(leaf, Fields.ABOUT), whole);
        return new StoredDocument(Stored.document(about, text.toString()), passages);
    }

    private static String value(BinaryDocValues values, int doc) throws IOException {
        if (!values.advanceExact(doc)) {
            throw new IllegalStateException("a document of the index has a part that is none of ours");
        }
        return values.binaryValue().utf8ToString();
    }
}
