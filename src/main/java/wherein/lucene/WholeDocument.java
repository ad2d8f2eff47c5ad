package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import wherein.mention.Mention;
import wherein.search.StoredDocument;

/** Reads what the index has of one of our documents, whose text and mentions are kept once, in its passages, which stand before it. */
final class WholeDocument {

    private WholeDocument() {}

    /** Which document of the index has this id. */
    static OptionalInt find(IndexReader reader, String id) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum found = leaf.reader().postings(new Term(Fields.WHOLE, id), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            int last = DocIdSetIterator.NO_MORE_DOCS;
            for (int doc = found == null ? last : found.nextDoc(); doc != last; doc = found.nextDoc()) {
                if (live == null || live.get(doc)) {
                    return OptionalInt.of(leaf.docBase + doc);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The one that is document {@code doc} of the index. */
    static StoredDocument read(IndexReader reader, int doc) throws IOException {
        LeafReaderContext context = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        LeafReader leaf = context.reader();
        int whole = doc - context.docBase;
        int first = first(leaf, whole);
        StringBuilder text = new StringBuilder(value(DocValues.getBinary(leaf, Fields.MARGIN), whole));
        BinaryDocValues texts = DocValues.getBinary(leaf, Fields.PASSAGE_TEXT);
        for (int passage = first; passage < whole; passage++) {
            text.append(PackedText.read(bytes(texts, passage)));
        }
        String about = value(DocValues.getBinary(leaf, Fields.ABOUT), whole);
        return new StoredDocument(Stored.document(about, text.toString()), whole - first);
    }

    /** All mentions of the one that is document {@code doc} of the index, in order. */
    static List<Mention> mentions(IndexReader reader, int doc) throws IOException {
        LeafReaderContext context = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        int whole = doc - context.docBase;
        List<Mention> mentions = new ArrayList<>();
        MentionRows rows = new MentionRows(context.reader());
        for (int passage = first(context.reader(), whole); passage < whole; passage++) {
            rows.moveTo(passage);
            while (rows.next()) {
                mentions.add(rows.mention());
            }
        }
        return mentions;
    }

    /** The first passage of a document, or the document itself if it has none. */
    static int first(LeafReader leaf, int whole) throws IOException {
        NumericDocValues counts = leaf.getNumericDocValues(Fields.PASSAGES);
        if (counts == null || !counts.advanceExact(whole)) {
            throw new IllegalStateException("document " + whole + " of a segment is none of ours");
        }
        return whole - (int) counts.longValue();
    }

    /** The first passage of the document that {@code passage} stands in, of the segment in which these are the documents. */
    static int first(BitSet wholes, int passage) {
        return passage == 0 ? 0 : wholes.prevSetBit(passage - 1) + 1;
    }

    private static String value(BinaryDocValues values, int doc) throws IOException {
        return bytes(values, doc).utf8ToString();
    }

    private static BytesRef bytes(BinaryDocValues values, int doc) throws IOException {
        if (!values.advanceExact(doc)) {
            throw new IllegalStateException("a document of the index has a part that is none of ours");
        }
        return values.binaryValue();
    }
}
