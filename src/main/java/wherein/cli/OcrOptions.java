package wherein.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import wherein.format.Ocr;

/** The options by which a command reads scans. */
final class OcrOptions {

    /** Reads scans at all. */
    static final String OCR = "--ocr";

    /** In which languages. */
    static final String LANGUAGES = "--ocr-languages";

    @Option(
            names = OCR,
            description = "Read scans, too: pictures, and pages of PDF that are but pictures. Needs tesseract.")
    private boolean ocr;

    @Option(
            names = LANGUAGES,
            split = ",",
            paramLabel = "CODE",
            description = "What scans are written in, such as ru,de. Without it, all that tesseract has of the script "
                    + "that is seen on a page, or the language that the catalogue says.")
    private List<String> languages = List.of();

    /**
     * How scans are read; empty if they are not.
     *
     * @throws IOException if there is no tesseract, or it does not know a language; the message says what to install
     */
    Optional<Ocr> find() throws IOException {
        return ocr ? Optional.of(Ocr.find(languages)) : Optional.empty();
    }

    /** Whether scans are read. */
    boolean isAsked() {
        return ocr;
    }

    /** These options again, for another process. */
    List<String> arguments() {
        return !ocr
                ? List.of()
                : languages.isEmpty() ? List.of(OCR) : List.of(OCR, LANGUAGES, String.join(",", languages));
    }
}
