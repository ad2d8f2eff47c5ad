package wherein.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.document.NoteKind;

/**
 * Reads pictures of pages by running tesseract, a process for each page, with limits of its own: a picture may be made to take all time or
 * memory. It writes to no file.
 */
public final class Tesseract {

    /** Its name on the path. */
    static final String COMMAND = "tesseract";

    /** So many pages are read of one file. */
    public static final int MOST_PAGES = 1_000;

    /** For how long a page may be read. */
    static final int PAGE_SECONDS = 60;

    /** A picture of more dots is not read: a page of a newspaper at 300 to the inch has 60,000,000. */
    public static final long MOST_DOTS = 100_000_000;

    /** So many bytes of what is told of a page. */
    private static final int MOST_TOLD = 64 << 20;

    /** Kilobytes of memory, seconds of a processor, and blocks of a file that may be written, as a shell limits them. */
    private static final String LIMITS = "ulimit -v 4194304 -t " + 2 * PAGE_SECONDS + " 2>/dev/null; "
            + "ulimit -f 2048 2>/dev/null; exec \"$0\" \"$@\"";

    private static final Path SHELL = Path.of("/bin/sh");

    /** A word of another script than is looked for is rarely as sure as this, in percent; of so many letters it matters. */
    private static final int UNSURE = 65;

    private static final double MANY = 0.1;

    private static final Pattern SCRIPT = Pattern.compile("(?m)^Script: (\\w{1,40})");

    private final Ocr ocr;
    private final Runnable step;

    /**
     * For one file.
     *
     * @param step told before each page: whoever waits shall wait for that page anew
     */
    public Tesseract(Ocr ocr, Runnable step) {
        this.ocr = ocr;
        this.step = step;
    }

    /** Says that a page takes its time, before it is drawn to be read. */
    public void step() {
        step.run();
    }

    /**
     * The lines on page {@code number} of {@code picture}, from 1, in whatever way it lies.
     *
     * @throws UnreadableException if it takes too long, or is no picture that tesseract reads
     */
    public List<OcrLine> read(Path picture, int number) throws IOException, UnreadableException {
        step.run();
        if (!ocr.oriented() || !ocr.hasScripts()) {
            return read(picture, number, ocr.languages());
        }
        Matcher script = SCRIPT.matcher(
                new String(told(picture, number, List.of("--psm", "0", "-l", "osd")).bytes, StandardCharsets.UTF_8));
        // Too few letters tell no script.
        List<String> languages = script.find() ? ocr.ofScript(script.group(1)) : ocr.languages();
        step.run();
        List<OcrLine> lines = read(picture, number, languages);
        if (languages.equals(ocr.languages()) || share(lines, UNSURE) < MANY) {
            return lines;
        }
        // There may be a second script on the page.
        step.run();
        List<OcrLine> again = read(picture, number, ocr.languages());
        return share(again, UNSURE) < share(lines, UNSURE) ? again : lines;
    }

    /** The share of the letters of {@code lines} in words of which tesseract is less than {@code percent} sure. */
    private static double share(List<OcrLine> lines, int percent) {
        int all = 0;
        int unsure = 0;
        for (OcrLine line : lines) {
            for (OcrLine.Word word : line.words()) {
                all += word.text().length();
                unsure += word.percent() < percent ? word.text().length() : 0;
            }
        }
        return (double) unsure / Math.max(1, all);
    }

    private List<OcrLine> read(Path picture, int number, List<String> languages)
            throws IOException, UnreadableException {
        List<String> options = new ArrayList<>(
                List.of("--psm", ocr.oriented() ? "1" : "3", "-l", String.join("+", languages), "hocr"));
        Told told = told(picture, number, options);
        if (told.status != 0) {
            throw new UnreadableException(
                    NoteKind.DAMAGED, "it is no picture that tesseract can read; save it as a PNG");
        }
        return Hocr.read(new ByteArrayInputStream(told.bytes));
    }

    /** What tesseract says of a page. */
    private record Told(byte[] bytes, int status) {}

    private static Told told(Path picture, int number, List<String> options) throws IOException, UnreadableException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            command.addAll(List.of(SHELL.toString(), "-c", LIMITS));
        }
        command.addAll(List.of(COMMAND, picture.toAbsolutePath().toString(), "stdout"));
        command.addAll(List.of("-c", "tessedit_page_number=" + (number - 1)));
        command.addAll(options);
        ProcessBuilder builder = ChildEnvironment.restrict(new ProcessBuilder(command), List.of())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // There are as many children as processors already.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        boolean[] late = {false};
        process.onExit().orTimeout(PAGE_SECONDS, TimeUnit.SECONDS).whenComplete((ended, fault) -> {
            if (fault != null) {
                late[0] = true;
                process.destroyForcibly();
            }
        });
        try (InputStream in = process.getInputStream()) {
            byte[] bytes = in.readNBytes(MOST_TOLD);
            int status = process.waitFor();
            if (late[0]) {
                throw new UnreadableException(
                        NoteKind.TOO_COSTLY, "OCR of a page took more than " + PAGE_SECONDS + " s; scan it anew");
            }
            return new Told(bytes, status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
