package wherein.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of cells with a delimiter between, as people and programs write them: RFC 4180, and what differs from it. A cell may
 * stand in quotation marks, and hold delimiters and line breaks then. Marks that stand elsewhere, or behind which a cell goes on, are
 * signs like any other, and so is one that is never closed: it costs its own row, not those behind it. Reads once over the file, and over
 * what follows a mark that is not closed once more; holds one row.
 */
public final class Csv {

    /** What a spreadsheet may write between cells, the likelier ones first. */
    private static final String DELIMITERS = ",;\t|";

    /** Rows are told by so many characters. */
    static final int SAMPLE = 1 << 16;

    /** No spreadsheet has more columns, by far. */
    private static final int MOST_CELLS = 1 << 16;

    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final long longest;

    /** What was read ahead, to be read again before what follows in the file. */
    private String again = "";

    private int at;
    private int line = 1;

    /** Whether what was read last is a carriage return, which a line feed may belong to. */
    private boolean returned;

    /**
     * A row.
     *
     * @param line where it begins, from 1
     * @param cells its cells, as they are meant
     * @param whole whether it is no longer than a row may be; else it has no cells
     */
    public record Row(int line, List<String> cells, boolean whole) {

        /** Whether there is nothing in it. */
        public boolean isBlank() {
            return whole && cells.stream().allMatch(String::isBlank);
        }
    }

    /**
     * Rows of {@code in}, which has a buffer of its own.
     *
     * @param longest of so many characters is a row at most
     */
    public Csv(Reader in, char delimiter, long longest) {
        this.in = in;
        this.delimiter = delimiter;
        this.longest = longest;
    }

    /**
     * The delimiter of what {@code in} begins with: the one that gives most rows the same number of cells, and of several the one
     * that gives more. A first line such as {@code sep=;} says it, and is read away.
     *
     * @param likely what it is where nothing tells
     */
    public static char delimiter(BufferedReader in, char likely) throws IOException {
        String sample = peek(in);
        if (sample.length() >= 5 && sample.startsWith("sep=") && DELIMITERS.indexOf(sample.charAt(4)) >= 0) {
            in.readLine();
            return sample.charAt(4);
        }
        char best = likely;
        double most = 0;
        for (char each : (likely + DELIMITERS).toCharArray()) {
            double fit = fit(sample, each);
            if (fit > most) {
                most = fit;
                best = each;
            }
        }
        return best;
    }

    private static String peek(BufferedReader in) throws IOException {
        in.mark(SAMPLE);
        char[] sample = new char[SAMPLE];
        int length = 0;
        for (int read = in.read(sample); read > 0; read = in.read(sample, length, SAMPLE - length)) {
            length += read;
        }
        in.reset();
        return new String(sample, 0, length);
    }

    /** The share of the rows that have as many cells as the first, and a little more for more cells; 0 if that has but one. */
    private static double fit(String sample, char delimiter) throws IOException {
        Csv csv = new Csv(new StringReader(sample), delimiter, SAMPLE);
        List<Integer> counts = new ArrayList<>();
        for (Optional<Row> row = csv.next(); row.isPresent(); row = csv.next()) {
            if (!row.get().isBlank()) {
                counts.add(row.get().cells().size());
            }
        }
        if (counts.size() > 2 && sample.length() == SAMPLE) {
            // The sample ends within it.
            counts.removeLast();
        }
        if (counts.isEmpty() || counts.getFirst() < 2) {
            return 0;
        }
        long alike = counts.stream().filter(counts.getFirst()::equals).count();
        return (double) alike / counts.size() + counts.getFirst() / (1_000.0 + counts.getFirst());
    }

    /** The next row, an empty line among them; empty at the end. */
    public Optional<Row> next() throws IOException {
        int begin = line;
        int c = read();
        if (c == END) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        long length = 0;
        boolean whole = true;
        while (true) {
            StringBuilder cell = new StringBuilder();
            for (; c == ' '; c = read()) {
                append(cell, c);
            }
            c = c == '"' ? quoted(cell) : c;
            c = plain(c, cell);
            length += cell.length() + 1;
            whole &= length <= longest && cells.size() < MOST_CELLS;
            if (whole) {
                cells.add(meant(cell.toString()));
            } else {
                cells.clear();
            }
            if (c != delimiter) {
                return Optional.of(new Row(begin, cells, whole));
            }
            c = read();
        }
    }

    /** Reads on to the end of the cell, from {@code c} on, and gives what ended it: the delimiter, a line end or the end. */
    private int plain(int c, StringBuilder cell) throws IOException {
        int next = c;
        while (next != END && next != delimiter && next != '\n') {
            append(cell, next);
            next = read();
        }
        return next;
    }

    /** Of a cell that is too long one character more than fits tells that. */
    private void append(StringBuilder cell, int c) {
        if (cell.length() <= longest) {
            cell.append((char) c);
        }
    }

    /**
     * Puts what stands between two quotation marks into {@code cell}, with them, and gives what comes behind. Where the second is
     * missing, {@code cell} has the first alone, and what follows it comes again.
     */
    private int quoted(StringBuilder cell) throws IOException {
        int begin = line;
        cell.append('"');
        int first = cell.length();
        int c = read();
        while (c != END && cell.length() <= longest) {
            cell.append((char) c);
            int next = read();
            if (c == '"') {
                if (next != '"') {
                    return next;
                }
                cell.append('"');
                next = read();
            }
            c = next;
        }
        String rest = c == END ? cell.substring(first) : cell.substring(first) + (char) c;
        again = rest + again.substring(at);
        at = 0;
        line = begin;
        cell.setLength(first);
        return read();
    }

    /** What {@code cell}, as it stands there, means. */
    private static String meant(String cell) {
        String trimmed = cell.strip();
        int last = trimmed.length() - 1;
        if (last < 1 || trimmed.charAt(0) != '"' || trimmed.charAt(last) != '"') {
            return cell;
        }
        String inner = trimmed.substring(1, last);
        boolean whole = inner.replace("\"\"", "").indexOf('"') < 0;
        return whole ? inner.replace("\"\"", "\"") : cell;
    }

    /** The next character; each kind of line end is {@code \n}. */
    private int read() throws IOException {
        int c;
        if (at < again.length()) {
            c = again.charAt(at++);
        } else {
            again = "";
            at = 0;
            c = afterReturn(in.read());
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private int afterReturn(int c) throws IOException {
        boolean second = returned && c == '\n';
        int next = second ? in.read() : c;
        returned = next == '\r';
        return returned ? '\n' : next;
    }
}
