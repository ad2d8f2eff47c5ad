package wherein.format;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import wherein.document.NoteKind;
import wherein.format.pdf.PdfText;

/**
 * The text of a PDF file, read in a child process with a heap and a time limit of its own: a file that is made to take
 * all memory, or never to end, takes the child with it and nothing else.
 */
public final class Pdf {

    private static final String HEAP = "-Xmx512m";
    private static final Duration LONGEST = Duration.ofSeconds(60);

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
                        file.toAbsolutePath().toString(),
                        Long.toString(most)))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Process child = ChildEnvironment.restrict(builder, List.of()).start();
        child.getOutputStream().close();
        Thread watch = Thread.ofVirtual().start(() -> stopAfter(child, LONGEST));
        // JSON may write a character in six bytes, and regions and cues stand beside the text.
        long limit = 8 * most;
        byte[] bytes;
        try (InputStream in = child.getInputStream()) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16L, limit + 1));
        }
        boolean tooLong = bytes.length > limit;
        if (tooLong) {
            child.destroyForcibly();
        }
        int exit = exit(child);
        watch.interrupt();
        if (tooLong) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE, "its text is longer than " + most + " bytes; see --max-document");
        }
        String output = new String(bytes, StandardCharsets.UTF_8);
        if (exit == REFUSED) {
            String[] parts = output.split("\n", 2);
            throw new UnreadableException(NoteKind.valueOf(parts[0]), parts[1]);
        }
        if (exit != 0) {
            throw new UnreadableException(
                    NoteKind.PDF_UNREADABLE,
                    "the PDF could not be read within " + LONGEST.toSeconds() + " s and the memory set aside for "
                            + "one file; convert it to text");
        }
        return ExtractJson.read(output);
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

    private static final int REFUSED = 3;

    /**
     * The child: writes what the PDF file {@code args[0]} says to standard output, in no more than {@code args[1]} characters. Exits with
     * {@value #REFUSED} for one that cannot be read, and writes why.
     */
    public static void main(String[] args) throws IOException {
        Logger.getLogger("").setLevel(Level.OFF);
        try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            try {
                out.print(ExtractJson.line(PdfText.read(new File(args[0]), Long.parseLong(args[1]))));
            } catch (UnreadableException e) {
                out.print(e.kind() + "\n" + e.getMessage());
                out.flush();
                System.exit(REFUSED);
            }
        }
    }
}
