package wherein.format;

import java.util.ArrayList;
import java.util.List;
import wherein.document.Block;

/** A row of a table in a text: its cells together are one paragraph, unless it only lays out a page. */
final class TableRow {

    /** A row of more characters lays out a page; its cells are texts of their own. */
    private static final int LONGEST = 2_000;

    private static final String BETWEEN = " | ";

    private final List<TextWriter> cells = new ArrayList<>();

    void add(TextWriter cell) {
        cell.end(Block.PROSE);
        cells.add(cell);
    }

    void write(TextWriter out) throws UnreadableException {
        List<TextWriter> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        int length = filled.stream().mapToInt(TextWriter::length).sum();
        out.end(Block.PROSE);
        if (filled.size() == 1 || length > LONGEST) {
            for (TextWriter cell : filled) {
                out.append(cell);
            }
            return;
        }
        for (int i = 0; i < filled.size(); i++) {
            out.verbatim(i == 0 ? "" : BETWEEN).verbatim(filled.get(i).flat());
        }
        out.end(Block.PROSE);
    }
}
