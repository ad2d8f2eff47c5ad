package wherein.format.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wherein.document.NoteKind;
import wherein.format.Allowance;
import wherein.format.Extract;
import wherein.format.Extracts;
import wherein.format.UnreadableException;

/** What was read of a file. */
final class Extracted implements Extracts {

    final List<Extract> extracts = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    /** The text of a PDF, of at most {@code most} characters, without OCR. */
    static Extract pdf(Path file, long most) throws IOException, UnreadableException {
        Extracted read = new Extracted();
        PdfText.read(file, Allowance.of(most), read);
        return read.extracts.getFirst();
    }

    @Override
    public void add(Extract extract) {
        extracts.add(extract);
    }

    @Override
    public void tell(NoteKind kind, int line, String message) {
        notes.add(kind + " " + message);
    }

    @Override
    public void read(long bytes) {
        // Counted elsewhere.
    }
}
