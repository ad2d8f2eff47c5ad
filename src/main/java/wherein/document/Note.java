package wherein.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wherein.text.Printable;

/**
 * Something that a reader of a collection should be told about one of its files.
 *
 * @param kind what it is about, by which a report counts
 * @param details what tells some notes of the kind from others, such as {@code .jpg}: few words, of which there are few;
 *     none for most kinds
 * @param file the file, relative to the collection's root
 * @param line the line, from 1; 0 where the whole file is meant
 * @param message what is the matter and what to do
 */
public record Note(NoteKind kind, List<String> details, String file, int line, String message) {

    /** So many characters of a message are kept: some quote what stands in a file, which may be of any length. */
    private static final int LONGEST_MESSAGE = 1_000;

    /** Takes a copy, and as much of the message as is kept. */
    public Note {
        details = List.copyOf(details);
        if (message.length() > LONGEST_MESSAGE) {
            boolean halved = Character.isHighSurrogate(message.charAt(LONGEST_MESSAGE - 1));
            message = message.substring(0, LONGEST_MESSAGE - (halved ? 1 : 0)) + "...";
        }
    }

    /** A note without details. */
    public Note(NoteKind kind, String file, int line, String message) {
        this(kind, List.of(), file, line, message);
    }

    /** How bad a note is. */
    public enum Severity {
        /** The document, or the record, is not in the index, or only in its last good version. */
        ERROR,
        /** The document is in the index, but something of it was not as expected. */
        WARNING,
        /** Worth knowing. */
        INFO;

        /** The word for it: {@code error}, {@code warning} or {@code info}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A document that is not indexed because of a fault of this program, which is told so that it can be mended: the
     * message of the fault, and the lines of our files where it came out.
     *
     * @param line where the document begins; 0 where it is the whole file
     */
    public static Note ofFault(String file, int line, Throwable fault) {
        String said = fault instanceof StackOverflowError ? "it nests too deep" : fault.getMessage();
        String where = Stream.concat(
                        Arrays.stream(fault.getStackTrace()).limit(1),
                        Arrays.stream(fault.getStackTrace())
                                .filter(frame -> frame.getClassName().startsWith("wherein."))
                                .limit(1))
                .filter(frame -> frame.getFileName() != null)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .distinct()
                .collect(Collectors.joining(", "));
        String message = Stream.of(said == null ? "" : said, where)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" at "));
        return new Note(
                NoteKind.FAULT, file, line, "not indexed: a fault of this program, please report it: " + message);
    }

    /** How bad it is. */
    public Severity severity() {
        return kind.severity();
    }

    /** The place, as {@code file} or {@code file:line}, fit to be shown: what a terminal would obey is escaped. */
    public String place() {
        String shown = Printable.escaped(file);
        return line > 0 ? shown + ":" + line : shown;
    }

    /** The whole of it on one line, fit to be shown: {@code error: file:line: message}. */
    public String told() {
        String severity = severity() == Severity.INFO ? "" : severity().word() + ": ";
        return severity + place() + ": " + Printable.escaped(message);
    }
}
