package wherein.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import wherein.document.NoteKind;

/**
 * The files in an archive, {@code .zip}, {@code .tar} or {@code .tar.gz}, or the one in a {@code .gz}. Each that is wanted is unpacked to a
 * temporary file, one at a time, under a name that is none of the archive's, so that nothing is written anywhere else. What an archive may
 * cost is bounded, with all archives in it, by its own size.
 */
public final class Archive {

    /** So many times its own size is read of an archive, whatever lies in it. */
    private static final int MOST_RATIO = 100;

    /** The ratio tells nothing of what is smaller. */
    private static final long SMALL = 1 << 20;

    /** So many files of an archive are looked at. */
    private static final int MOST_FILES = 10_000;

    /** A larger file is not unpacked, since it takes as much room on the disk. */
    private static final long MOST_BYTES = 2L << 30;

    /** A list of files of a zip is held in memory. */
    private static final long MOST_DIRECTORY = 64 << 20;

    private static final int END_OF_ZIP = 0x06054b50;
    private static final int LOCATOR_OF_ZIP64 = 0x07064b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;

    private final Kind kind;
    private final Budget budget;
    private final Taker taker;

    private Archive(Kind kind, Budget budget, Taker taker) {
        this.kind = kind;
        this.budget = budget;
        this.taker = taker;
    }

    /** What an archive is, told by its name. */
    public enum Kind {
        ZIP,
        TAR,
        TAR_GZ,
        /** One file, whose name is that of the archive without its end. */
        GZ;

        /** The kind of an archive of this name; empty if it is none. */
        public static Optional<Kind> of(String name) {
            String small = name.toLowerCase(Locale.ROOT);
            if (small.endsWith(".zip")) {
                return Optional.of(ZIP);
            }
            if (small.endsWith(".tar")) {
                return Optional.of(TAR);
            }
            if (small.endsWith(".tar.gz") || small.endsWith(".tgz")) {
                return Optional.of(TAR_GZ);
            }
            return small.endsWith(".gz") ? Optional.of(GZ) : Optional.empty();
        }
    }

    /** What may still be read of an archive and of all archives in it. Not safe for use by several threads. */
    public static final class Budget {
        private long bytes;
        private int files = MOST_FILES;

        /** For an archive of so many bytes. */
        public Budget(long size) {
            this.bytes = MOST_RATIO * size + SMALL;
        }

        private void spend(long more) throws SpentException {
            bytes -= more;
            if (bytes < 0) {
                throw new SpentException("it unpacks to more than " + MOST_RATIO + " times its size");
            }
        }

        private void spendFile() throws SpentException {
            if (--files < 0) {
                throw new SpentException("more than " + MOST_FILES + " files are in it");
            }
        }
    }

    /** Nothing more is read, of no archive that the budget is for. */
    private static final class SpentException extends IOException {
        private static final long serialVersionUID = 1;

        SpentException(String message) {
            super(message);
        }
    }

    /** Something in a zip is encrypted. */
    private static final class SealedException extends IOException {
        private static final long serialVersionUID = 1;

        SealedException(IOException cause) {
            super(cause);
        }
    }

    /** Takes the files of an archive. */
    public interface Taker {

        /** Whether the file of this name is to be unpacked. */
        boolean wants(String name);

        /** Takes a file that was wanted, which is gone when this returns. */
        void take(String name, Path content) throws IOException;

        /** A file that is not unpacked, for the reason given. */
        void leaveOut(String name, String reason);
    }

    /**
     * Hands the files of the archive {@code file} to {@code taker}, in its order: plain ones, with {@code /} between folders. Of hidden ones, and of
     * what a system keeps about files, nothing is told.
     *
     * @param budget what may be spent, and is, by this archive
     * @throws UnreadableException if it cannot be read, or not to its end; what lies before that was handed on
     * @throws IOException if {@code file} itself cannot be read
     */
    public static void read(Path file, Kind kind, Budget budget, Taker taker) throws IOException, UnreadableException {
        Archive archive = new Archive(kind, budget, taker);
        try {
            switch (kind) {
                case ZIP -> archive.zip(file);
                case TAR, TAR_GZ, GZ -> archive.stream(file);
            }
        } catch (SpentException e) {
            throw new UnreadableException(
                    NoteKind.ARCHIVED, "nor is what follows: " + e.getMessage() + "; unpack it into the folder");
        }
    }

    private void stream(Path file) throws IOException, UnreadableException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            InputStream in =
                    new CountedInput(kind == Kind.TAR ? raw : new GZIPInputStream(raw, 1 << 16), budget::spend);
            if (kind == Kind.GZ) {
                unpack("", in);
            } else {
                Tar.read(in, (name, plain, content) -> file(name, plain, () -> content));
            }
        } catch (ZipException | EOFException e) {
            throw new UnreadableException(
                    NoteKind.ARCHIVED, "damaged, and not read from there on: " + e.getMessage() + "; get it anew");
        }
    }

    private void zip(Path file) throws IOException, UnreadableException {
        try (ZipFile zip = open(file)) {
            entries(zip, new BitSet());
        } catch (SealedException e) {
            sealed(file);
        }
    }

    /** Reads what is not encrypted of a zip in which something is. */
    private void sealed(Path file) throws IOException, UnreadableException {
        End end = End.of(file);
        if (Files.size(file) > MOST_BYTES || end.zip64) {
            throw encrypted();
        }
        Path copy = Files.createTempFile("wherein", ".zip");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            BitSet sealed = SealedEntries.unmark(copy, end.at, (int) end.directory);
            try (ZipFile zip = open(copy)) {
                entries(zip, sealed);
            }
        } catch (SealedException e) {
            throw encrypted();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static UnreadableException encrypted() {
        return new UnreadableException(NoteKind.ARCHIVED, "encrypted; unpack it with its password");
    }

    private void entries(ZipFile zip, BitSet sealed) throws IOException {
        int number = 0;
        for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); number++) {
            ZipEntry entry = each.nextElement();
            if (sealed.get(number)) {
                taker.leaveOut(entry.getName(), "encrypted");
            } else if (!entry.isDirectory()) {
                file(entry.getName(), true, () -> new CountedInput(zip.getInputStream(entry), budget::spend));
            }
        }
    }

    /** Opens what lies in an entry. */
    private interface Content {
        InputStream open() throws IOException;
    }

    private void file(String given, boolean plain, Content content) throws IOException {
        budget.spendFile();
        String name = given.replace('\\', '/').replaceFirst("^(?:\\./+)+", "");
        if (isHidden(name)) {
            return;
        }
        if (leadsOut(name)) {
            taker.leaveOut(name, "its name leads out of the archive");
        } else if (!plain) {
            taker.leaveOut(name, "a link");
        } else if (taker.wants(name)) {
            try (InputStream in = content.open()) {
                unpack(name, in);
            } catch (ZipException | EOFException e) {
                if (kind != Kind.ZIP) {
                    throw e;
                }
                taker.leaveOut(name, "damaged: " + e.getMessage());
            }
        }
    }

    private void unpack(String name, InputStream in) throws IOException {
        Path content = Files.createTempFile("wherein", "");
        try {
            boolean whole;
            try (OutputStream out = Files.newOutputStream(content)) {
                whole = copy(in, out);
            }
            if (whole) {
                taker.take(name, content);
            } else {
                taker.leaveOut(name, "it has more than " + (MOST_BYTES >> 30) + " GB");
            }
        } finally {
            Files.deleteIfExists(content);
        }
    }

    /** Whether all of it was copied. */
    private static boolean copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            all += read;
            if (all > MOST_BYTES) {
                return false;
            }
            out.write(buffer, 0, read);
        }
        return true;
    }

    private static boolean isHidden(String name) {
        for (String part : name.split("/")) {
            if (part.startsWith(".") && !part.equals("..") && !part.equals(".")) {
                return true;
            }
        }
        return name.startsWith("__MACOSX/");
    }

    private static boolean leadsOut(String name) {
        boolean up = ("/" + name + "/").contains("/../");
        return up || name.isEmpty() || name.startsWith("/") || name.matches("[A-Za-z]:.*");
    }

    private static ZipFile open(Path file) throws IOException, UnreadableException {
        if (End.of(file).directory > MOST_DIRECTORY) {
            throw new UnreadableException(
                    NoteKind.ARCHIVED, "more than " + MOST_FILES + " files are in it; unpack it into the folder");
        }
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException e) {
            if (String.valueOf(e.getMessage()).contains("encrypted")) {
                throw new SealedException(e);
            }
            return inOldCharset(file, e);
        }
    }

    /** Names without a mark that they are UTF-8 are in the charset of the system that wrote them. */
    private static ZipFile inOldCharset(Path file, IOException first) throws IOException, UnreadableException {
        try (ZipFile raw = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            StringBuilder names = new StringBuilder();
            for (Enumeration<? extends ZipEntry> each = raw.entries();
                    each.hasMoreElements() && names.length() < SMALL; ) {
                names.append(each.nextElement().getName()).append('\n');
            }
            return new ZipFile(file.toFile(), ofNames(names));
        } catch (ZipException | EOFException e) {
            String reason = first instanceof EOFException ? "it ends too soon" : first.getMessage();
            throw new UnreadableException(NoteKind.ARCHIVED, "no sound zip (" + reason + "); get it anew");
        }
    }

    /** Letters beyond ASCII stand together where the alphabet is Cyrillic, and alone where it is Latin. */
    private static Charset ofNames(CharSequence names) {
        int alone = 0;
        int together = 0;
        for (int i = 0; i < names.length(); i++) {
            if (names.charAt(i) > 0x7F) {
                boolean before = i > 0 && names.charAt(i - 1) > 0x7F;
                boolean behind = i + 1 < names.length() && names.charAt(i + 1) > 0x7F;
                together += before || behind ? 1 : 0;
                alone += before || behind ? 0 : 1;
            }
        }
        return Charset.forName(together > alone ? "IBM866" : "IBM850");
    }

    /**
     * The end of a zip.
     *
     * @param at where it begins, which is where the list of files ends
     * @param directory the bytes of that list, as it says; 0 if the zip has no end
     * @param zip64 whether it is one of a format for larger ones
     */
    private record End(long at, long directory, boolean zip64) {
        static End of(Path file) throws IOException {
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                int length = (int) Math.min(in.length(), 0xFFFF + END_BYTES + LOCATOR_BYTES);
                ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
                in.seek(in.length() - length);
                in.readFully(tail.array());
                for (int at = length - END_BYTES; at >= 0; at--) {
                    if (tail.getInt(at) == END_OF_ZIP) {
                        long place = in.length() - length + at;
                        long size = Integer.toUnsignedLong(tail.getInt(at + 12));
                        int locator = at - LOCATOR_BYTES;
                        boolean large = locator >= 0 && tail.getInt(locator) == LOCATOR_OF_ZIP64;
                        long list = large ? Math.max(size, in.length() - tail.getLong(locator + 8)) : size;
                        return new End(place, Math.max(0, list), large || size > place);
                    }
                }
                return new End(0, 0, false);
            }
        }
    }
}
