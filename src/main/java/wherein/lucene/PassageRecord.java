package wherein.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.Metadata;
import wherein.time.EdtfDate;

/**
 * What the index keeps of a passage beside its text. It is read for each hit, and so stands in a value of few bytes that
 * nothing has to be decompressed or parsed for; what a passage shares with its document stands in one of the document.
 *
 * @param of the document
 * @param number of the passage in its document, from 1
 * @param start where it starts in the document's text, UTF-16
 * @param startCodePoint the same in code points
 * @param length of its text, UTF-16
 * @param metadata its own, or the document's
 * @param cues pages and times that it stands on, in order, none before its start
 * @param ocr how sure OCR was of it, in percent; empty where nothing of it was read from a picture
 */
record PassageRecord(
        OfDocument of,
        int number,
        int start,
        int startCodePoint,
        int length,
        Block block,
        String language,
        String heading,
        Metadata metadata,
        List<Cue> cues,
        OptionalInt ocr) {

    private static final Block[] BLOCKS = Block.values();
    private static final Cue.Kind[] CUES = Cue.Kind.values();

    /** What a passage may have beyond what all have. */
    private static final int OWN_METADATA = 1;

    private static final int WITH_CUES = 2;

    private static final int WITH_OCR = 4;

    /** What the index keeps of a document for its hits. */
    record OfDocument(String id, Metadata metadata) {

        /** As the index keeps it. */
        BytesRef bytes() {
            return written(out -> {
                out.writeString(id);
                write(out, metadata);
            });
        }

        /** What {@link #bytes} wrote. */
        static OfDocument of(BytesRef bytes) throws IOException {
            DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
            return new OfDocument(in.readString(), PassageRecord.metadata(in));
        }
    }

    /** As the index keeps it. */
    BytesRef bytes() {
        return written(out -> {
            out.writeVInt(number);
            out.writeVInt(start);
            out.writeVInt(start - startCodePoint);
            out.writeVInt(length);
            out.writeByte((byte) block.ordinal());
            out.writeString(language);
            out.writeString(heading);
            boolean own = !metadata.equals(of.metadata);
            out.writeByte((byte)
                    ((own ? OWN_METADATA : 0) | (cues.isEmpty() ? 0 : WITH_CUES) | (ocr.isEmpty() ? 0 : WITH_OCR)));
            if (own) {
                write(out, metadata);
            }
            if (!cues.isEmpty()) {
                writeCues(out);
            }
            if (ocr.isPresent()) {
                out.writeByte((byte) ocr.getAsInt());
            }
        });
    }

    /** What {@link #bytes} wrote of a passage of {@code document}. */
    static PassageRecord of(BytesRef bytes, OfDocument document) throws IOException {
        DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int number = in.readVInt();
        int start = in.readVInt();
        int startCodePoint = start - in.readVInt();
        int length = in.readVInt();
        Block block = BLOCKS[in.readByte()];
        String language = in.readString();
        String heading = in.readString();
        int more = in.readByte();
        return new PassageRecord(
                document,
                number,
                start,
                startCodePoint,
                length,
                block,
                language,
                heading,
                (more & OWN_METADATA) == 0 ? document.metadata : metadata(in),
                (more & WITH_CUES) == 0 ? List.of() : cues(in, start),
                (more & WITH_OCR) == 0 ? OptionalInt.empty() : OptionalInt.of(in.readByte()));
    }

    private void writeCues(DataOutput out) throws IOException {
        out.writeVInt(cues.size());
        int before = start;
        for (Cue cue : cues) {
            out.writeVInt(cue.start() - before);
            out.writeByte((byte) cue.kind().ordinal());
            out.writeString(cue.label());
            out.writeVInt(cue.page());
            before = cue.start();
        }
    }

    private static List<Cue> cues(DataInput in, int start) throws IOException {
        List<Cue> cues = new ArrayList<>();
        int before = start;
        for (int left = in.readVInt(); left > 0; left--) {
            before += in.readVInt();
            cues.add(new Cue(before, CUES[in.readByte()], in.readString(), in.readVInt()));
        }
        return cues;
    }

    /** The id of its document. */
    String document() {
        return of.id;
    }

    /** The title of its document. */
    String title() {
        return of.metadata.title();
    }

    /** Writes bytes. */
    private interface Content {
        void writeTo(DataOutput out) throws IOException;
    }

    private static BytesRef written(Content content) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void write(DataOutput out, Metadata metadata) throws IOException {
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
    }

    private static void write(DataOutput out, List<String> texts) throws IOException {
        out.writeVInt(texts.size());
        for (String text : texts) {
            out.writeString(text);
        }
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
