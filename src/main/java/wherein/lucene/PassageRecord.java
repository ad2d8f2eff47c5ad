package wherein.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import wherein.document.Block;
import wherein.document.Metadata;
import wherein.time.EdtfDate;

/**
 * What the index keeps of a passage beside its text. It is read for each hit, and so stands in one value of few bytes that
 * nothing has to be decompressed or parsed for.
 *
 * @param document the id of its document
 * @param title of the document
 * @param number of the passage in its document, from 1
 * @param start where it starts in the document's text, UTF-16
 * @param startCodePoint the same in code points
 */
record PassageRecord(
        String document,
        String title,
        int number,
        int start,
        int startCodePoint,
        Block block,
        String language,
        String heading,
        Metadata metadata) {

    private static final Block[] BLOCKS = Block.values();

    /** As the index keeps it. */
    BytesRef bytes() {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeString(document);
            out.writeString(title);
            out.writeVInt(number);
            out.writeVInt(start);
            out.writeVInt(startCodePoint);
            out.writeByte((byte) block.ordinal());
            out.writeString(language);
            out.writeString(heading);
            out.writeString(metadata.title());
            out.writeString(metadata.source());
            write(out, metadata.author());
            out.writeString(metadata.date().edtf());
            out.writeString(metadata.stance());
            out.writeString(metadata.language());
            out.writeString(metadata.url());
            out.writeVInt(metadata.fields().size());
            for (Map.Entry<String, List<String>> field : metadata.fields().entrySet()) {
                out.writeString(field.getKey());
                write(out, field.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void write(DataOutput out, List<String> texts) throws IOException {
        out.writeVInt(texts.size());
        for (String text : texts) {
            out.writeString(text);
        }
    }

    /** What {@link #bytes} wrote. */
    static PassageRecord of(BytesRef bytes) throws IOException {
        DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        return new PassageRecord(
                in.readString(),
                in.readString(),
                in.readVInt(),
                in.readVInt(),
                in.readVInt(),
                BLOCKS[in.readByte()],
                in.readString(),
                in.readString(),
                metadata(in));
    }

    private static Metadata metadata(DataInput in) throws IOException {
        return new Metadata(
                in.readString(),
                in.readString(),
                texts(in),
                EdtfDate.parse(in.readString()),
                in.readString(),
                in.readString(),
                in.readString(),
                fields(in));
    }

    private static Map<String, List<String>> fields(DataInput in) throws IOException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int left = in.readVInt(); left > 0; left--) {
            fields.put(in.readString(), texts(in));
        }
        return fields;
    }

    private static List<String> texts(DataInput in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readVInt(); left > 0; left--) {
            texts.add(in.readString());
        }
        return texts;
    }
}
