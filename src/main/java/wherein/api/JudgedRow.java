package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import wherein.search.MentionRow;
import wherein.search.RowMarks.Mark;
import wherein.verdict.Moment;
import wherein.verdict.Verdict;
import wherein.verdict.Word;

/** The columns of a row of the ledger that say what readers say of it. */
final class JudgedRow {

    static final String VERDICT = "verdict";
    private static final String REVIEWER = "verdict_reviewer";
    private static final String TO = "verdict_to";
    private static final String NOTE = "verdict_note";
    private static final List<String> COLUMNS = List.of(VERDICT, REVIEWER, TO, NOTE);

    private JudgedRow() {}

    /** Puts those of {@code columns} into {@code row} that are about verdicts; all of them null where nobody says anything. */
    static ObjectNode put(ObjectNode row, MentionRow found, List<String> columns, Engine engine) {
        if (engine.moment().isEmpty() || Collections.disjoint(columns, COLUMNS)) {
            return row;
        }
        try {
            Moment moment = engine.moment().get();
            List<Verdict> said = moment.on(found.row(), engine.deadline());
            if (!said.isEmpty()) {
                Mark mark = engine.marks().of(found.row());
                put(row, columns, VERDICT, mark == Mark.NONE ? "" : mark.word());
                put(row, columns, REVIEWER, reviewers(said, mark));
                put(row, columns, TO, each(said, mark, Verdict::instead));
                put(row, columns, NOTE, each(said, Mark.DISPUTED, Verdict::note));
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ObjectNode row, List<String> columns, String column, String text) {
        if (columns.contains(column)) {
            row.put(column, text.isEmpty() ? null : text);
        }
    }

    /** The names of those who say something; with their words where they do not agree. */
    private static String reviewers(List<Verdict> said, Mark mark) {
        List<String> names = new ArrayList<>();
        for (Verdict each : said) {
            if (each.word() != Word.NONE) {
                names.add(
                        mark == Mark.DISPUTED
                                ? each.reviewer() + ": " + each.word().word()
                                : each.reviewer());
            }
        }
        return String.join("; ", names);
    }

    private interface Part {
        String of(Verdict verdict);
    }

    /** What they say beside their words; with their names where several say something and may not agree. */
    private static String each(List<Verdict> said, Mark mark, Part part) {
        List<Verdict> telling =
                said.stream().filter(each -> !part.of(each).isEmpty()).toList();
        boolean named = telling.size() > 1 && mark == Mark.DISPUTED;
        List<String> texts = new ArrayList<>();
        for (Verdict each : telling) {
            String text = named ? each.reviewer() + ": " + part.of(each) : part.of(each);
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
        return String.join("; ", texts);
    }
}
