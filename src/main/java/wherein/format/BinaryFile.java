package wherein.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import wherein.document.NoteKind;
import wherein.format.pdf.PdfText;
import wherein.format.pdf.ScanText;

/** Reads a file of a binary format. Runs in a child process: what it is given may take all memory and all time. */
final class BinaryFile {

    private static final int HEAD = 4_096;

    private BinaryFile() {}

    /**
     * Reads {@code file}, which is called as one of {@code format}; what it is, its first bytes tell, since much is called what it is not.
     *
     * @param allowance what may be made of it
     */
    static void read(Path file, BinaryFormat format, Allowance allowance, Extracts extracts)
            throws UnreadableException {
        BinaryFormat actual = format;
        try {
            actual = actual(file, format);
            readAs(file, actual, allowance, extracts);
        } catch (NoClassDefFoundError e) {
            throw new UnreadableException(
                    NoteKind.READER_MISSING,
                    "what reads a " + actual.title() + " is missing; build target/wherein-readers.jar with "
                            + "\"mvn package\", or convert it to text");
        } catch (StackOverflowError e) {
            throw new UnreadableException(NoteKind.DAMAGED, "it nests too deep; save it anew, or convert it to text");
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(
                    NoteKind.DAMAGED, "damaged, or no " + actual.title() + "; open it in its program and save it anew");
        }
    }

    private static void readAs(Path file, BinaryFormat format, Allowance allowance, Extracts extracts)
            throws IOException, UnreadableException {
        long most = allowance.most();
        switch (format) {
            case PDF -> PdfText.read(file, allowance, extracts);
            case DOCX -> extracts.add(Docx.read(file, most));
            case XLSX -> Xlsx.read(file, most, extracts);
            case PPTX -> extracts.add(Pptx.read(file, most));
            case ODT, ODS, ODP -> Odf.read(file, most, extracts);
            case DOC -> extracts.add(Doc.read(file, most));
            case XLS -> Xls.read(file, most, extracts);
            case PPT -> extracts.add(Ppt.read(file, most));
            case RTF -> extracts.add(Rtf.read(file, most));
            case EPUB -> extracts.add(Epub.read(file, most));
            case EML -> Mail.read(file, allowance, extracts);
            case MSG -> Msg.read(file, allowance, extracts);
            case MBOX -> Mbox.read(file, allowance, extracts);
            case MHTML -> extracts.add(Mhtml.read(file, most));
            case PICTURE -> ScanText.read(file, allowance, extracts);
        }
    }

    /** Nobody may read it without a password. */
    static UnreadableException locked() {
        return new UnreadableException(NoteKind.ENCRYPTED, "locked with a password; save it without one");
    }

    private static BinaryFormat actual(Path file, BinaryFormat format) throws IOException, UnreadableException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        return switch (format) {
            case PDF, EML, MBOX, EPUB -> format;
            default -> told(file, head, format);
        };
    }

    private static BinaryFormat told(Path file, byte[] head, BinaryFormat format)
            throws IOException, UnreadableException {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("{\\rtf")) {
            return BinaryFormat.RTF;
        }
        if (text.startsWith("PK")) {
            return zipped(file, format);
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Compound.format(file, format);
        }
        if (text.startsWith("%PDF")) {
            return BinaryFormat.PDF;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mime-version:") || lower.contains("\nmime-version:")) {
            return BinaryFormat.MHTML;
        }
        return format;
    }

    private static BinaryFormat zipped(Path file, BinaryFormat format) throws IOException {
        try (OfficePackage archive = OfficePackage.open(file)) {
            if (archive.has("[Content_Types].xml")) {
                return archive.first("word/").isPresent()
                        ? BinaryFormat.DOCX
                        : archive.first("xl/").isPresent()
                                ? BinaryFormat.XLSX
                                : archive.first("ppt/").isPresent() ? BinaryFormat.PPTX : format;
            }
            return archive.has("content.xml") ? BinaryFormat.ODT : format;
        }
    }
}
