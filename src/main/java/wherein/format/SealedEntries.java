package wherein.format;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.BitSet;

/** The encrypted entries of a zip. Java opens no zip that has one, though the others can be read. */
final class SealedEntries {

    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;

    /** Where in an entry of the list of files what stands. */
    private static final int FLAGS = 8;

    private static final int NAME_LENGTH = 28;
    private static final int EXTRA_LENGTH = 30;
    private static final int COMMENT_LENGTH = 32;

    private SealedEntries() {}

    /**
     * Takes from the list of files of {@code zip}, which is a copy, the marks that they are encrypted.
     *
     * @param end where its list ends
     * @param length of its list, in bytes
     * @return the numbers of those that had one, from 0, in the order of the list
     */
    static BitSet unmark(Path zip, long end, int length) throws IOException {
        BitSet sealed = new BitSet();
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            ByteBuffer list = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            file.seek(end - length);
            file.readFully(list.array());
            int number = 0;
            int at = 0;
            while (at + ENTRY_BYTES <= length && list.getInt(at) == ENTRY) {
                short flags = list.getShort(at + FLAGS);
                if ((flags & 1) != 0) {
                    sealed.set(number);
                    list.putShort(at + FLAGS, (short) (flags & ~1));
                }
                at += ENTRY_BYTES
                        + Short.toUnsignedInt(list.getShort(at + NAME_LENGTH))
                        + Short.toUnsignedInt(list.getShort(at + EXTRA_LENGTH))
                        + Short.toUnsignedInt(list.getShort(at + COMMENT_LENGTH));
                number++;
            }
            file.seek(end - length);
            file.write(list.array());
        }
        return sealed;
    }
}
