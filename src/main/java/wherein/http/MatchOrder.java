package wherein.http;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import wherein.search.MatchRow;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** In what order the rows of a concordance come; rows that are equal in it stay in document order. */
enum MatchOrder {
    /** As they stand in the documents. */
    DOCUMENT,
    /** By the words before the match, the nearest first. */
    LEFT,
    /** By the match itself. */
    MATCH,
    /** By the words behind it. */
    RIGHT,
    /** By the date of the passage, oldest first, unknown dates last. */
    DATE;

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    /** How much of a text is looked at, in UTF-16 units. */
    private static final int DEPTH = 100;

    /** A row and what it is sorted by. */
    private record Keyed(MatchRow row, long day, String key) {}

    /** {@code rows} in this order. */
    List<MatchRow> sorted(List<MatchRow> rows) {
        List<Keyed> keyed = new ArrayList<>(rows.size());
        rows.forEach(row -> keyed.add(new Keyed(row, this == DATE ? day(row) : 0, key(row))));
        keyed.sort(Comparator.comparingLong(Keyed::day).thenComparing(Keyed::key));
        return keyed.stream().map(Keyed::row).toList();
    }

    private String key(MatchRow row) {
        String text = row.passage().text();
        Span span = row.span();
        return switch (this) {
            case DOCUMENT, DATE -> "";
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

    private static long day(MatchRow row) {
        EdtfDate date = row.passage().metadata().date();
        if (!date.known()) {
            return Long.MAX_VALUE;
        }
        boolean open = date.days().from().equals(java.time.LocalDate.MIN);
        return (open ? date.days().to() : date.days().from()).toEpochDay();
    }
}
