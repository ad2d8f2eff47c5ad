package wherein.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import wherein.mention.Mention;
import wherein.query.Named;
import wherein.time.EdtfDate;

/**
 * The mentions of an index: listed, counted and grouped. The text of the passages is not read for it; the work grows with
 * the mentions in the passages that are selected.
 */
public interface Ledger {

    /** What rows can be grouped by. */
    List<String> GROUP_FIELDS = List.of(
            "id",
            "source",
            "stance",
            "document",
            "date",
            "year",
            "month",
            "day",
            "kind",
            "unit",
            "bound",
            "type",
            "verdict",
            "surface",
            "when.year",
            "when.month");

    /** How many rows {@code request} selects. */
    Tally tally(LedgerRequest request) throws IOException;

    /**
     * Hands the rows that {@code request} selects to {@code rows}, in the order of the documents in the index and of
     * their text, until it says false. Keeps no row.
     *
     * @param after the row number, from 0, to begin with; the rows before cost next to nothing
     * @return whether rows remain
     */
    boolean mentions(LedgerRequest request, int after, Predicate<MentionRow> rows) throws IOException;

    /**
     * As {@link #mentions(LedgerRequest, int, Predicate)}, those rows alone whose numbers are {@code numbers}, which ascend. The
     * rows between cost next to nothing.
     */
    void mentions(LedgerRequest request, int[] numbers, Predicate<MentionRow> rows) throws IOException;

    /**
     * Hands what the rows of {@code request} can be sorted by to {@code keys}, in the order of {@link #mentions}, until it says
     * false. Reads no passage, and of a row no more than is asked for.
     */
    void keys(LedgerRequest request, KeyTaker keys) throws IOException;

    /** The dates that the passage of {@code row}, a row of this generation, mentions, in their order. Reads its mentions once more. */
    List<Mention.Date> dates(MentionRow row) throws IOException;

    /**
     * How many rows the whole ledger has of each country, of each person by the name that their document has for them, or of each
     * unit; of figures without one as the empty unit. Takes as many steps as there are such names, and as there are mentions in
     * documents that are gone and not merged away yet.
     */
    Map<String, Integer> named(Named named) throws IOException;

    /** Counts the rows that {@code request} selects by {@code by}: each row in one group, most rows first. */
    default Groups summary(LedgerRequest request, List<String> by) throws IOException {
        return summary(request, by, UnaryOperator.identity());
    }

    /**
     * As {@link #summary(LedgerRequest, List)}, with persons joined first. Reads the fields of {@code by} and no others. Takes
     * some 100 bytes of memory a group.
     *
     * @param by some of {@link #GROUP_FIELDS}. A {@code year}, {@code month} or {@code day} is that in which the whole date
     *     of a passage lies, as in the facets; a date that lies in none is a group of its own. {@code when.year} and {@code when.month} are
     *     the same of the days of a mentioned date, and empty for all other mentions
     * @param person the id over the whole collection for the name that a row keeps of a person
     * @throws TooManyGroupsException if there are more than one request may hold
     */
    Groups summary(LedgerRequest request, List<String> by, UnaryOperator<String> person) throws IOException;

    /**
     * Rows that are alike.
     *
     * @param key a value for each field they are grouped by; empty for "unknown"
     */
    record MentionGroup(List<String> key, Tally tally) {

        /** Takes a copy. */
        public MentionGroup {
            key = List.copyOf(key);
        }
    }

    /** Takes the key of one row after the other. */
    @FunctionalInterface
    interface KeyTaker {
        /** Takes {@code row}; false for no more. */
        boolean take(RowKey row) throws IOException;
    }

    /** What one row can be sorted by, each read when it is asked for. Holds until the next row. */
    interface RowKey {
        /** The mention itself. */
        Mention mention() throws IOException;

        /** The text of its span. */
        String surface() throws IOException;

        /** The source of its passage; empty for "unknown". */
        String source() throws IOException;

        /** The stance of its passage; empty for "unknown". */
        String stance() throws IOException;

        /** The date of its passage. */
        EdtfDate date() throws IOException;
    }
}
