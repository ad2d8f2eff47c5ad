package wherein.format.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import wherein.document.NoteKind;
import wherein.format.Tesseract;
import wherein.format.UnreadableException;

/**
 * How large a picture is, told by its first bytes. A file that is no picture never reaches tesseract, which would take it for a list of
 * files, and read those.
 *
 * @param width of its largest page, in dots
 * @param height of its largest page
 * @param pages how many a TIFF has; else 1, whatever moves
 */
record PictureSize(int width, int height, int pages) {

    /** The parts of a WebP, RFC 9649. */
    private static final int WEBP_HEAD = 30;

    /** What tesseract reads, of all that Java knows the size of. */
    private static final Set<String> READ = Set.of("png", "jpeg", "tif", "tiff", "gif", "bmp");

    /** Of {@code file}. */
    static PictureSize of(Path file) throws IOException, UnreadableException {
        PictureSize size = webp(file);
        if (size == null) {
            size = known(file);
        }
        if ((long) size.width * size.height > Tesseract.MOST_DOTS) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE,
                    "it has " + size.width + " by " + size.height + " dots, more than the "
                            + Tesseract.MOST_DOTS / 1_000_000 + " million that are read; scan it more coarsely");
        }
        if (size.pages > Tesseract.MOST_PAGES) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE,
                    "it has " + size.pages + " pages, more than the " + Tesseract.MOST_PAGES
                            + " that are read; split it");
        }
        return size;
    }

    private static PictureSize known(Path file) throws IOException, UnreadableException {
        ImageIO.setUseCache(false);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw damaged();
            }
            ImageReader reader = readers.next();
            try {
                String name = reader.getFormatName().toLowerCase(Locale.ROOT);
                if (!READ.contains(name)) {
                    throw damaged();
                }
                reader.setInput(in);
                int pages = name.startsWith("tif") ? pages(reader) : 1;
                int width = 1;
                int height = 1;
                for (int i = 0; i < pages; i++) {
                    width = Math.max(width, reader.getWidth(i));
                    height = Math.max(height, reader.getHeight(i));
                }
                return new PictureSize(width, height, pages);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    /** As many as there are, but for one more than are read. */
    private static int pages(ImageReader reader) throws IOException {
        int pages = 0;
        while (pages <= Tesseract.MOST_PAGES) {
            try {
                reader.getWidth(pages);
            } catch (IndexOutOfBoundsException e) {
                break;
            }
            pages++;
        }
        return Math.max(1, pages);
    }

    /** Of a WebP, which Java does not know; null if it is none. */
    private static PictureSize webp(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(WEBP_HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (head.length < WEBP_HEAD || !text.startsWith("RIFF") || !text.startsWith("WEBPVP8", 8)) {
            return null;
        }
        return switch (text.charAt(15)) {
            case 'X' -> new PictureSize(1 + number(head, 24, 3), 1 + number(head, 27, 3), 1);
            case 'L' -> {
                int bits = number(head, 21, 4);
                yield new PictureSize(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF), 1);
            }
            default -> new PictureSize(number(head, 26, 2) & 0x3FFF, number(head, 28, 2) & 0x3FFF, 1);
        };
    }

    /** The least byte first. */
    private static int number(byte[] bytes, int at, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }

    private static UnreadableException damaged() {
        return new UnreadableException(
                NoteKind.DAMAGED, "damaged, or no picture that is read; open it in its program and save it as a PNG");
    }
}
