package wherein.format.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import wherein.document.NoteKind;
import wherein.format.UnreadableException;

/**
 * Whether all of a PDF is there. PDFBox mends what it can and is silent about what it could not read, so that of a damaged file a part
 * would be taken for the whole.
 */
final class Soundness {

    /** Where the head of a file begins at the latest, and the end of what its tail may have behind it. */
    private static final int HEAD = 1024;

    private static final int TAIL = 2048;

    /** So much white space may stand behind the end. */
    private static final int MOST_PADDING = 1 << 20;

    /** More than this is not drawn on a page. */
    private static final long MOST_CONTENT = 200L << 20;

    private static final Pattern END = Pattern.compile("startxref\\s+\\d+|%%EOF");

    private Soundness() {}

    /** Checks that {@code file} begins and ends as a PDF does. Reads no more of it than about a megabyte. */
    static void check(Path file) throws IOException, UnreadableException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (!text(in, 0, HEAD).contains("%PDF-")) {
                throw new UnreadableException(NoteKind.DAMAGED, "it is named like a PDF and is none");
            }
            long end = in.length();
            byte[] last = new byte[(int) Math.min(end, MOST_PADDING)];
            in.seek(end - last.length);
            in.readFully(last);
            int used = last.length;
            while (used > 0 && last[used - 1] >= 0 && last[used - 1] <= ' ') {
                used--;
            }
            int from = Math.max(0, used - TAIL);
            String tail = new String(last, from, used - from, StandardCharsets.ISO_8859_1);
            if (!END.matcher(tail).find()) {
                throw damaged("it ends in the middle");
            }
        }
    }

    private static String text(RandomAccessFile in, long from, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.min(length, in.length() - from)];
        in.seek(from);
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Checks that what {@code page} draws can be unpacked to its end. */
    static void check(PDPage page, int number) throws IOException, UnreadableException {
        long all = 0;
        for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
            PDStream stream = streams.next();
            boolean deflated = !stream.getFilters().isEmpty()
                    && (COSName.FLATE_DECODE.equals(stream.getFilters().getFirst())
                            || COSName.FLATE_DECODE_ABBREVIATION.equals(
                                    stream.getFilters().getFirst()));
            if (deflated) {
                try (InputStream raw = stream.getCOSObject().createRawInputStream()) {
                    all += unpacked(raw, number);
                }
            }
            if (all > MOST_CONTENT) {
                throw new UnreadableException(
                        NoteKind.TOO_LARGE,
                        "its page " + number + " draws more than " + (MOST_CONTENT >> 20)
                                + " MB, which no page needs; convert it to text");
            }
        }
    }

    private static long unpacked(InputStream raw, int page) throws IOException, UnreadableException {
        Inflater inflater = new Inflater();
        try {
            byte[] in = new byte[1 << 14];
            byte[] out = new byte[1 << 16];
            int read = 0;
            while (!inflater.finished() && inflater.getBytesWritten() <= MOST_CONTENT) {
                if (inflater.needsInput()) {
                    read = raw.read(in);
                    if (read < 0) {
                        break;
                    }
                    inflater.setInput(in, 0, read);
                }
                if (inflater.inflate(out) == 0 && inflater.needsDictionary()) {
                    throw damaged("page " + page + " cannot be unpacked");
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            throw damaged("page " + page + " cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    /** Says that a file is damaged, and how. */
    static UnreadableException damaged(String how) {
        return new UnreadableException(
                NoteKind.DAMAGED,
                "a damaged PDF: " + how + "; get it anew, or open it in a viewer and print it to a new PDF");
    }
}
