package wherein.format;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;
import wherein.document.Metadata;
import wherein.document.NoteKind;
import wherein.time.EdtfDate;

/**
 * The text of a PDF file, read in a child process with a heap and a time limit of its own: a file that is made to take
 * all memory, or never to end, takes the child with it and nothing else.
 */
public final class Pdf {

    private static final String HEAP = "-Xmx512m";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Ends the head of what the child writes: title and author, a line each. */
    private static final int HEAD_LINES = 2;

    private Pdf() {}

    /**
     * Reads {@code file}.
     *
     * @param most the greatest number of bytes that its text may have
     * @throws UnreadableException if it is no PDF, has no text, or the child ran out of heap or time
     */
    public static Extract read(Path file, long most) throws IOException, UnreadableException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        java,
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Pdf.class.getName(),
                        file.toAbsolutePath().toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Process child = ChildEnvironment.restrict(builder, List.of()).start();
        child.getOutputStream().close();
        Thread watch = Thread.ofVirtual().start(() -> stopAfter(child, LONGEST));
        byte[] bytes;
        try (InputStream in = child.getInputStream()) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16L, most + 1));
        }
        boolean tooLong = bytes.length > most;
        if (tooLong) {
            child.destroyForcibly();
        }
        int exit = exit(child);
        watch.interrupt();
        if (tooLong) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE, "its text is longer than " + most + " bytes; see --max-document");
        }
        if (exit != 0) {
            throw new UnreadableException(NoteKind.PDF_UNREADABLE, reason(exit));
        }
        return extract(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Extract extract(String output) throws UnreadableException {
        String[] parts = output.split("\n", HEAD_LINES + 1);
        if (parts.length <= HEAD_LINES || parts[HEAD_LINES].isBlank()) {
            throw new UnreadableException(
                    NoteKind.PDF_WITHOUT_TEXT, "a PDF without text, perhaps scanned pages; run OCR over it first");
        }
        Metadata metadata = new Metadata(
                parts[0],
                "",
                parts[1].isEmpty() ? List.of() : List.of(parts[1]),
                EdtfDate.UNKNOWN,
                "",
                "",
                "",
                Map.of());
        return Extract.of(parts[HEAD_LINES], metadata, List.of());
    }

    private static String reason(int exit) {
        return switch (exit) {
            case ENCRYPTED -> "an encrypted PDF; save it without a password";
            case BROKEN -> "no sound PDF; open it in a viewer and print it to a new PDF";
            default ->
                "the PDF could not be read within " + LONGEST.toSeconds() + " s and the memory set aside for "
                        + "one file; convert it to text";
        };
    }

    private static void stopAfter(Process child, Duration longest) {
        try {
            if (!child.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                child.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int exit(Process child) throws IOException {
        try {
            return child.waitFor();
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a PDF was read", e);
        }
    }

    private static final int BROKEN = 3;
    private static final int ENCRYPTED = 4;

    /**
     * The child: writes title, author and text of the PDF file {@code args[0]} to standard output. Exits with {@value
     * #BROKEN} for a file that is no PDF, {@value #ENCRYPTED} for one with a password.
     */
    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.OFF);
        PrintStream out = System.out;
        try (PDDocument document = Loader.loadPDF(new File(args[0]), IOUtils.createTempFileOnlyStreamCache());
                Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            PDDocumentInformation information = document.getDocumentInformation();
            writer.write(line(information.getTitle()) + "\n" + line(information.getAuthor()) + "\n");
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n");
            stripper.setSortByPosition(false);
            stripper.writeText(document, writer);
        } catch (org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException e) {
            System.exit(ENCRYPTED);
        } catch (IOException | RuntimeException e) {
            System.exit(BROKEN);
        }
    }

    private static String line(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }
}
