package wherein.api;

import com.ibm.icu.text.Normalizer2;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wherein.search.MatchRow;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** The orders of rows that have a place in a text. Rows that are equal in an order stay in the order of their documents. */
enum MatchOrder {
    /** As they stand in the documents. */
    DOCUMENT,
    /** By the words before the place, the nearest first. */
    LEFT,
    /** By what stands there. */
    MATCH,
    /** By the words behind it. */
    RIGHT,
    /** By the date of the passage, oldest first, unknown dates last. */
    DATE,
    /** Newest first, unknown dates last here too. */
    DATE_DESCENDING,
    /** By the source of the passage, unknown sources last. */
    SOURCE;

    /** The orders by the words for them. */
    static final Map<String, MatchOrder> WORDS = words();

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    /** How much of a text is looked at, in UTF-16 units. */
    private static final int DEPTH = 100;

    /**
     * What a row is sorted by.
     *
     * @param day of its date; for sources, whether there is none
     * @param text folded words
     */
    record Key(long day, String text) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::day).thenComparing(Key::text);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** What {@code row} is sorted by. */
    Key key(MatchRow row) {
        return new Key(day(row), text(row));
    }

    private String text(MatchRow row) {
        String text = row.passage().text();
        Span span = row.span();
        return switch (this) {
            case DOCUMENT, DATE, DATE_DESCENDING -> "";
            case SOURCE -> FOLDING.normalize(row.passage().metadata().source());
            case LEFT -> {
                List<String> words = words(text.substring(Math.max(0, span.start() - DEPTH), span.start()));
                Collections.reverse(words);
                yield String.join(" ", words);
            }
            case MATCH -> String.join(" ", words(text.substring(span.start(), Math.min(text.length(), span.end()))));
            case RIGHT -> {
                int end = Math.min(text.length(), span.end());
                yield String.join(" ", words(text.substring(end, Math.min(text.length(), end + DEPTH))));
            }
        };
    }

    private static List<String> words(String text) {
        return new ArrayList<>(Arrays.stream(FOLDING.normalize(text).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** The day of a date; for sources, whether there is none. */
    private long day(MatchRow row) {
        if (this == SOURCE) {
            return row.passage().metadata().source().isEmpty() ? 1 : 0;
        }
        if (this != DATE && this != DATE_DESCENDING) {
            return 0;
        }
        EdtfDate date = row.passage().metadata().date();
        if (!date.known()) {
            return Long.MAX_VALUE;
        }
        boolean open = date.days().from().equals(LocalDate.MIN);
        long day = (open ? date.days().to() : date.days().from()).toEpochDay();
        return this == DATE ? day : -day;
    }

    private static Map<String, MatchOrder> words() {
        Map<String, MatchOrder> words = new LinkedHashMap<>();
        for (MatchOrder order : values()) {
            String word = order.name().toLowerCase(Locale.ROOT);
            words.put(order == DATE_DESCENDING ? "-date" : word, order);
        }
        return words;
    }
}
