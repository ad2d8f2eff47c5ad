package wherein.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wherein.text.Printable;

/**
 * Something that a reader of a collection should be told about one of its files.
 *
 * @param severity how bad it is
 * @param file the file, relative to the collection's root
 * @param line the line, from 1; 0 where the whole file is meant
 * @param message what is the matter and what to do
 */
public record Note(Severity severity, String file, int line, String message) {

    /** How bad a note is. */
    public enum Severity {
        /** The document, or the record, is not in the index, or only in its last good version. */
        ERROR,
        /** The document is in the index, but something of it was not as expected. */
        WARNING,
        /** Worth knowing. */
        INFO
    }

    /**
     * A document that is not indexed because of a fault of this program, which is told so that it can be mended: the
     * message of the fault, and the lines of our files where it came out.
     */
    public static Note ofFault(String file, Throwable fault) {
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
        return new Note(Severity.ERROR, file, 0, "not indexed: a fault of this program, please report it: " + message);
    }

    /** The place, as {@code file} or {@code file:line}, fit to be shown: what a terminal would obey is escaped. */
    public String place() {
        String shown = Printable.escaped(file);
        return line > 0 ? shown + ":" + line : shown;
    }

    /** The whole of it on one line, fit to be shown: {@code error: file:line: message}. */
    public String told() {
        String kind = severity == Severity.INFO ? "" : severity.name().toLowerCase(Locale.ROOT) + ": ";
        return kind + place() + ": " + Printable.escaped(message);
    }
}
