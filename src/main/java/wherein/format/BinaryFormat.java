package wherein.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A format that is no plain text: what reads it runs in a child process. */
public enum BinaryFormat {
    PDF("PDF", "pdf"),
    DOCX("Word document", "docx", "docm", "dotx", "dotm"),
    XLSX("Excel workbook", "xlsx", "xlsm", "xltx", "xltm"),
    PPTX("PowerPoint presentation", "pptx", "pptm", "ppsx", "ppsm", "potx", "potm"),
    ODT("OpenDocument text", "odt", "ott"),
    ODS("OpenDocument spreadsheet", "ods", "ots"),
    ODP("OpenDocument presentation", "odp", "otp"),
    DOC("Word document", "doc"),
    XLS("Excel workbook", "xls"),
    PPT("PowerPoint presentation", "ppt", "pps"),
    RTF("RTF document", "rtf"),
    EPUB("EPUB book", "epub"),
    EML("mail", "eml"),
    MSG("Outlook message", "msg"),
    MBOX("mailbox", "mbox"),
    MHTML("web archive", "mht", "mhtml"),
    /** Read only where OCR is asked for. */
    PICTURE("picture", "png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp", "webp");

    private final String title;
    private final List<String> extensions;

    BinaryFormat(String title, String... extensions) {
        this.title = title;
        this.extensions = List.of(extensions);
    }

    /** What a file of it is called. */
    String title() {
        return title;
    }

    /** The ends of names of such files, without the dot, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** Whether a file of it may be several documents. */
    public boolean holdsMany() {
        return this == EML || this == MSG || this == MBOX;
    }

    /** Whether what a file of it says may be a picture of a page. */
    public boolean mayBeScanned() {
        return this == PDF || this == PICTURE || holdsMany();
    }

    /** The format of a file of this name; empty if it is none of these. */
    public static Optional<BinaryFormat> of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (BinaryFormat format : values()) {
            if (format.extensions.contains(extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
