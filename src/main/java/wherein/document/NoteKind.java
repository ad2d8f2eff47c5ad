package wherein.document;

import java.util.Locale;

/**
 * What a {@link Note} is about: one kind for each thing that a reader of a collection would do about it. A report counts
 * notes by these, so that three hundred pictures are one line of it.
 */
public enum NoteKind {

    /** A file or record without text. */
    EMPTY(Note.Severity.ERROR, true, true, "empty", "Fill them, or take them out of the folder."),

    /** A text or record of more bytes than is allowed. */
    TOO_LARGE(
            Note.Severity.ERROR,
            true,
            false,
            "larger than a text may be",
            "Split them, or allow more with --max-document."),

    /** Bytes that are no text in any encoding. */
    BINARY(Note.Severity.ERROR, true, true, "no text, though named like one", "Convert them to text."),

    /** A PDF of pictures of pages. */
    PDF_WITHOUT_TEXT(
            Note.Severity.ERROR,
            true,
            true,
            "in PDF without text, perhaps scanned pages",
            "Where tesseract is installed, index with --ocr."),

    /** Pages of a PDF that are pictures, beside others that are read. */
    SCANNED_PAGES(
            Note.Severity.WARNING,
            true,
            true,
            "with scanned pages, which are not read",
            "Where tesseract is installed, index with --ocr."),

    /** A picture, which may be a scan. */
    PICTURE(
            Note.Severity.WARNING,
            true,
            true,
            "that are pictures",
            "If they are scans of text, and tesseract is installed, index with --ocr."),

    /** A picture in which OCR finds no words. */
    WORDLESS(Note.Severity.INFO, true, true, "in which OCR found no text", "Scan them anew, if there should be any."),

    /** A file that only a password opens. */
    ENCRYPTED(Note.Severity.ERROR, true, true, "locked with a password", "Save them without a password."),

    /** A file that is not what its name says, or not all of it. */
    DAMAGED(
            Note.Severity.ERROR,
            true,
            false,
            "damaged, or not what their names say",
            "Open them in their program and save them anew, or get a whole copy."),

    /** A file that takes more time or memory than one file may. */
    TOO_COSTLY(
            Note.Severity.ERROR,
            true,
            false,
            "that take more time or memory than one file may",
            "Split them, or convert them to text."),

    /** A file of a format whose reader has not been built. */
    READER_MISSING(
            Note.Severity.ERROR,
            true,
            true,
            "for which target/wherein-readers.jar is missing",
            "Build it with \"mvn package\", then index again."),

    /** A file within a mail that is no document. */
    ATTACHMENT(
            Note.Severity.WARNING,
            true,
            false,
            "attached to mails and not indexed",
            "Save those that matter as files of a type that is read."),

    /** What a file hides from its readers. */
    HIDDEN(
            Note.Severity.INFO,
            false,
            false,
            "with hidden sheets, left out",
            "Show them in their program and save, to have them indexed."),

    /** An archive, or a file in one, that is not read. */
    ARCHIVED(Note.Severity.ERROR, true, false, "not read of an archive", "Unpack it into the folder."),

    /** A line of a file of records that is no record. */
    BAD_RECORD(
            Note.Severity.ERROR,
            true,
            false,
            "no record, though in a file of records",
            "Make each line one JSON object with a \"text\"."),

    /** An id that nothing can be called by. */
    BAD_ID(Note.Severity.ERROR, true, false, "with an id that cannot be used", "Give them another id."),

    /** An id that another document has. */
    DUPLICATE_ID(
            Note.Severity.ERROR,
            true,
            false,
            "with an id that another document has",
            "Give one of each two another id; the first in the order of the files has been indexed."),

    /** A value of metadata that is longer than can be kept. */
    VALUE_TOO_LONG(
            Note.Severity.ERROR, true, false, "with a value that is too long", "Shorten the value that is named."),

    /** A file or folder that the system does not let us read. */
    UNREADABLE(
            Note.Severity.ERROR,
            true,
            false,
            "cannot be read",
            "Mend permissions or disk; what was indexed of them before is kept."),

    /** A link to what is not there. */
    BROKEN_LINK(
            Note.Severity.ERROR,
            true,
            true,
            "linked to what is not there",
            "Mend or remove the links, or mount the disk."),

    /** A fault of this program. */
    FAULT(
            Note.Severity.ERROR,
            true,
            false,
            "stopped by a fault of this program",
            "Please report it, with the lines that -v prints of it."),

    /** A file of a type that is not read; detailed by extension. */
    UNSUPPORTED(
            Note.Severity.WARNING,
            true,
            true,
            "not supported",
            "To index one, save it as a PDF, a page of HTML or plain text."),

    /** A pipe, socket or device. */
    NOT_A_FILE(Note.Severity.WARNING, true, true, "no file but a pipe or device", "Take them out of the folder."),

    /** A link out of the collection that is not followed. */
    LINK_LEADS_OUT(
            Note.Severity.WARNING,
            true,
            false,
            "linked out of the collection",
            "Copy what they lead to, or say --follow-links."),

    /** The last good version of what cannot be read now. */
    STALE(
            Note.Severity.WARNING,
            false,
            false,
            "kept as they were when last readable",
            "Mend what keeps their files from being read, then index again."),

    /** A text whose encoding was told by its letters; detailed by encoding. */
    ENCODING_GUESSED(
            Note.Severity.WARNING,
            false,
            true,
            "read in an encoding that was guessed",
            "Where letters look wrong, save the file as UTF-8."),

    /** A text with bytes that its encoding does not have. */
    ENCODING_BROKEN(
            Note.Severity.WARNING,
            false,
            true,
            "with broken characters, replaced by U+FFFD",
            "Save them as UTF-8 from their origin."),

    /** A date that is none. */
    BAD_DATE(
            Note.Severity.WARNING,
            false,
            false,
            "with a date that is not understood, left unknown",
            "Write dates such as 2021, 2021-03 or 2021-03-09."),

    /** A date of which day and month cannot be told apart. */
    AMBIGUOUS_DATE(
            Note.Severity.WARNING,
            false,
            false,
            "with a date of two readings, left unknown",
            "Write such dates as 2021-03-09; or, where all of a table have one order, say it in the first line: "
                    + "date (day/month/year) or date (month/day/year)."),

    /** A stance that is not on the collection's list. */
    BAD_STANCE(
            Note.Severity.WARNING,
            false,
            false,
            "with a stance that is not on the list, left unknown",
            "Use a stance of the list, or add this one to it."),

    /** An id in front matter that nothing can be called by: the path is taken. */
    ID_REPLACED(
            Note.Severity.WARNING,
            false,
            false,
            "with an id that cannot be used, replaced by the path",
            "Give them another id."),

    /** Other metadata that are not as expected. */
    BAD_METADATA(
            Note.Severity.WARNING,
            false,
            false,
            "with metadata not as expected, left out",
            "Mend the lines that are named."),

    /** Lines that the catalogue names of a text that has none such. */
    BAD_LAYOUT(
            Note.Severity.WARNING,
            false,
            false,
            "with lines in the catalogue that the text does not have",
            "Mend parts and boilerplate in the catalogue."),

    /** A file that the catalogue names and that is not there. */
    MISSING(
            Note.Severity.WARNING,
            false,
            false,
            "named by the catalogue or the table, but not there",
            "Add the file, mend its name, or take it out of catalog.yaml or metadata.csv."),

    /** Metadata that nobody has said; detailed by what is unknown. */
    UNDESCRIBED(
            Note.Severity.INFO,
            false,
            true,
            "not in the catalogue, with unknown metadata",
            "Say source, date and stance in catalog.yaml, metadata.csv, front matter or the records to filter by "
                    + "them."),

    /** What a file says of itself, which nobody has said of it otherwise. */
    SAID_BY_FILE(Note.Severity.INFO, false, false, "with metadata that stand in the file itself", ""),

    /** A date that is not written in EDTF, and understood. */
    DATE_READ(Note.Severity.INFO, false, false, "with a date that was read as people write it", ""),

    /** A text with a byte order mark that names its encoding; detailed by encoding. */
    ENCODING_MARKED(Note.Severity.INFO, false, true, "read in the encoding of their byte order mark", ""),

    /** A file that speaks about the collection. */
    ABOUT_COLLECTION(Note.Severity.INFO, true, true, "about the collection, no document of it", ""),

    /** A link out of the collection that was followed as asked. */
    LINK_FOLLOWED(Note.Severity.INFO, false, false, "linked out of the collection, followed as asked", ""),

    /** A further link to a folder. */
    LINK_AGAIN(Note.Severity.INFO, false, false, "linked a second time, not followed", "");

    private final Note.Severity severity;
    private final boolean leftOut;
    private final boolean alike;
    private final String title;
    private final String advice;

    NoteKind(Note.Severity severity, boolean leftOut, boolean alike, String title, String advice) {
        this.severity = severity;
        this.leftOut = leftOut;
        this.alike = alike;
        this.title = title;
        this.advice = advice;
    }

    /** How bad it is. */
    public Note.Severity severity() {
        return severity;
    }

    /** Whether what is noted, a file or a record, is not in the index as it is now. */
    public boolean leftOut() {
        return leftOut;
    }

    /** Whether notes of this kind say no more than kind and details do, so that the place tells the rest. */
    public boolean alike() {
        return alike;
    }

    /** What is the matter, in words that follow a number. */
    public String title() {
        return title;
    }

    /** What to do about it, in a sentence; empty where there is nothing to do. */
    public String advice() {
        return advice;
    }

    /** The name of it for programs, which stays as it is: lower case with underscores, such as {@code duplicate_id}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
