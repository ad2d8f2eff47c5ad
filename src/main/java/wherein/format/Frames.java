package wherein.format;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What parent and child process say to each other: a letter for the kind, a length, and a text in UTF-8. */
final class Frames {

    /** A file to read: format, the greatest length of a text, {@link Ocr#line} or nothing, and the path, a line each. */
    static final byte READ = 'F';

    /** An extract, as a line of JSON. */
    static final byte EXTRACT = 'E';

    /** A kind of note, a line of the file and what is said, with line ends between. */
    static final byte NOTE = 'N';

    /** A page is next that takes its time: whoever waits shall begin to wait anew. */
    static final byte STEP = 'S';

    /** Ends the answer about a file that cannot be read: a kind of note, and behind a line end why. */
    static final byte REFUSED = 'R';

    /** Ends the answer about a file. */
    static final byte DONE = 'D';

    /** One message. */
    record Frame(byte kind, String text) {}

    private Frames() {}

    static void write(DataOutputStream out, byte kind, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /**
     * The next message.
     *
     * @param most its greatest length in bytes
     * @throws EOFException if the other side has ended
     */
    static Frame read(DataInputStream in, long most) throws IOException {
        byte kind = in.readByte();
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("a message of " + length + " bytes, at most " + most + " are read");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new Frame(kind, new String(bytes, StandardCharsets.UTF_8));
    }
}
