package wherein.collection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import wherein.format.Archive;
import wherein.format.BinaryFormat;
import wherein.format.TextStream;

/** What a file is, told by its name. */
public enum Format {
    TEXT,
    MARKDOWN,
    HTML,
    /** Of any vocabulary; a feed is many documents. */
    XML,
    /** Read by a process of its own: one document, or mails with what is attached to them. */
    BINARY,
    MAILS,
    /** Read by a process of its own, where OCR is asked for. */
    PICTURE,
    /** An object of JSON a line. */
    RECORDS,
    /** Cells with commas, or whatever it is, between; with tabs, if its name says so. */
    CSV,
    TSV,
    JSON,
    /** What is said in a recording, with times. */
    SUBTITLES,
    /** Files in a file. */
    ARCHIVE;

    /** The ends of names of files that are read, pictures apart, for messages. */
    public static final String NAMES =
            "one of .txt, .text, .log, .md, .html, .htm, .xhtml, .xml, .jsonl, .ndjson, .json, .csv, .tsv, .srt, .vtt, "
                    + ".zip, .tar.gz, "
                    + Arrays.stream(BinaryFormat.values())
                            .filter(format -> format != BinaryFormat.PICTURE)
                            .map(format -> "." + format.extensions().getFirst())
                            .collect(Collectors.joining(", "));

    /** The format of a file of this name; empty if it is none that can be read. */
    static Optional<Format> of(String name) {
        Optional<Archive.Kind> archive = Archive.Kind.of(name);
        if (archive.isPresent()) {
            // Of a file that is but compressed, what it is has to be known.
            boolean single = archive.get() == Archive.Kind.GZ;
            return single && of(compressed(name)).isEmpty() ? Optional.empty() : Optional.of(ARCHIVE);
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "txt", "text", "log" -> Optional.of(TEXT);
            case "md", "markdown" -> Optional.of(MARKDOWN);
            case "html", "htm", "xhtml" -> Optional.of(HTML);
            case "xml", "rss", "atom" -> Optional.of(XML);
            case "jsonl", "ndjson" -> Optional.of(RECORDS);
            case "csv" -> Optional.of(CSV);
            case "tsv", "tab" -> Optional.of(TSV);
            case "json" -> Optional.of(JSON);
            case "srt", "vtt", "sbv", "ass", "ssa" -> Optional.of(SUBTITLES);
            default -> BinaryFormat.of(name).map(Format::of);
        };
    }

    /** Whether a file of this name is read; a picture only if {@code pictures} says so. */
    static boolean isRead(String name, boolean pictures) {
        boolean compressed =
                Archive.Kind.of(name).filter(Archive.Kind.GZ::equals).isPresent();
        return compressed
                ? isRead(compressed(name), pictures)
                : of(name).filter(format -> pictures || format != PICTURE).isPresent();
    }

    private static Format of(BinaryFormat format) {
        return format.holdsMany() ? MAILS : format == BinaryFormat.PICTURE ? PICTURE : BINARY;
    }

    /** The format of {@code file}, which is one of a collection. */
    public static Format of(SourceFile file) {
        return of(file.relative()).orElseThrow();
    }

    /** The name of the file that is compressed in one of this name. */
    static String compressed(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Whether a file of it may be more than one document. */
    public boolean holdsMany() {
        return switch (this) {
            case RECORDS, CSV, TSV, JSON, XML, MAILS, ARCHIVE -> true;
            case TEXT, MARKDOWN, HTML, BINARY, PICTURE, SUBTITLES -> false;
        };
    }

    /** Whether what a file of it says of itself are a person's words for it, and no program's. */
    boolean isWritten() {
        return switch (this) {
            case HTML, XML, BINARY, PICTURE, MAILS -> false;
            case TEXT, MARKDOWN, RECORDS, CSV, TSV, JSON, SUBTITLES, ARCHIVE -> true;
        };
    }

    /** Whether it matters for {@code file} how scans are read, since it may be one, or hold some. */
    public static boolean mayHoldScans(SourceFile file) {
        return switch (of(file)) {
            case PICTURE, MAILS, ARCHIVE -> true;
            case BINARY -> BinaryFormat.of(file.relative()).orElseThrow().mayBeScanned();
            case TEXT, MARKDOWN, HTML, XML, RECORDS, CSV, TSV, JSON, SUBTITLES -> false;
        };
    }

    /** How many bytes of {@code file} are held at once at most while it is read, but for one document of it. */
    public static long held(SourceFile file) {
        long size = file.path().toFile().length();
        return switch (of(file)) {
            case RECORDS -> Math.min(size, 1 << 20);
            case CSV, TSV, JSON, MAILS, ARCHIVE -> Math.min(size, TextStream.WHOLE);
            case TEXT, MARKDOWN, HTML, XML, BINARY, PICTURE, SUBTITLES -> size;
        };
    }
}
