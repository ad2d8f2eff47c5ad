package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SortedSetDocValues;
import wherein.query.Named;
import wherein.search.Deadline;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.time.DateHistogram;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/** Counts the values of a field over the passages of a {@link MatchSet}. */
final class FacetCounter {

    private final IndexReader reader;
    private final Deadline deadline;

    FacetCounter(IndexReader reader, Deadline deadline) {
        this.reader = reader;
        this.deadline = deadline;
    }

    /**
     * Counts {@code request} over {@code matches}; values in {@code selected} are marked and come first.
     *
     * @param asked the range of dates that a filter asks for
     */
    Facet count(FacetRequest request, MatchSet matches, Set<String> selected, Optional<DayRange> asked)
            throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        boolean dates = request.field().equals(Fields.DATE);
        if (dates && request.interval() == FacetRequest.Interval.AUTO) {
            return histogram(request, DateHistogram.of(dates(matches), asked));
        }
        Optional<Named> mentioned = request.mentioned();
        int untold = 0;
        if (dates) {
            dates(matches)
                    .forEach((edtf, count) -> counts.merge(request.interval().bucket(edtf), count, Integer::sum));
        } else if (mentioned.isPresent()) {
            MentionedIds ids = MentionedIds.of(reader, mentioned.get(), request.names(), deadline);
            MentionedCounter counter = new MentionedCounter(reader.leaves(), ids, matches, deadline);
            // What a label begins with has to be looked at, of all of them.
            int most = request.prefix().isEmpty() ? request.limit() : Integer.MAX_VALUE;
            counts.putAll(counter.most(most, selected));
            untold = counter.mentioned() - counts.size();
        } else {
            counts.putAll(keywords(Fields.keyword(request.field()), matches));
        }
        selected.forEach(value -> counts.putIfAbsent(value, 0));
        String prefix = request.prefix().toLowerCase(Locale.ROOT);
        List<Facet.Value> values = new ArrayList<>();
        counts.forEach((value, count) -> {
            deadline.step();
            String label = dates
                    ? dateLabel(value, request.interval())
                    : mentioned
                            .map(named -> request.names().label(named, value))
                            .orElseGet(() -> label(value));
            if (label.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                values.add(new Facet.Value(value, label, count, selected.contains(value)));
            }
        });
        Comparator<Facet.Value> order = dates ? BY_DATE : BY_COUNT;
        values.sort((a, b) -> {
            deadline.step();
            return order.compare(a, b);
        });
        int shown = Math.min(request.limit(), values.size());
        return new Facet(request.field(), values.subList(0, shown), untold + values.size() - shown);
    }

    private static Facet histogram(FacetRequest request, DateHistogram all) {
        String prefix = request.prefix().toLowerCase(Locale.ROOT);
        List<DateHistogram.Bucket> fitting = all.buckets().stream()
                .filter(bucket -> label(bucket).toLowerCase(Locale.ROOT).startsWith(prefix))
                .toList();
        List<DateHistogram.Bucket> shown = fitting.subList(0, Math.min(request.limit(), fitting.size()));
        List<Facet.Value> values = shown.stream()
                .map(bucket -> new Facet.Value(bucket.value(), label(bucket), bucket.count(), false))
                .toList();
        return new Facet(
                request.field(),
                values,
                fitting.size() - shown.size(),
                Optional.of(new DateHistogram(all.step(), all.within(), shown)));
    }

    private static String label(DateHistogram.Bucket bucket) {
        String value = bucket.value();
        if (value.isEmpty()) {
            return "no date";
        }
        if (bucket.kind() == DateHistogram.Kind.WIDER && value.length() == 4) {
            return value + ", month unknown";
        }
        if (bucket.kind() == DateHistogram.Kind.WIDER && value.length() == 7) {
            return value + ", day unknown";
        }
        return dateLabel(value, FacetRequest.Interval.YEAR).replace("/", " to ");
    }

    private static final Comparator<Facet.Value> BY_COUNT = Comparator.comparing((Facet.Value v) -> !v.selected())
            .thenComparing(Facet.Value::count, Comparator.reverseOrder())
            .thenComparing(Facet.Value::value);

    /** In the order of days, what is unknown last. */
    private static final Comparator<Facet.Value> BY_DATE = Comparator.comparing(
                    (Facet.Value v) -> v.value().isEmpty())
            .thenComparing(v -> EdtfDate.parse(v.value()).days().from())
            .thenComparing(v -> EdtfDate.parse(v.value()).days().to(), Comparator.reverseOrder());

    /** How many of {@code matches} have each value of a field, and how many have none; those that are 0 are left out. */
    private Map<String, Integer> keywords(String field, MatchSet matches) throws IOException {
        SortedSetDocValues values = GlobalValues.sortedSet(reader, field);
        return told(values, field, matches);
    }

    private Map<String, Integer> dates(MatchSet matches) throws IOException {
        SortedSetDocValues values = DocValues.singleton(GlobalValues.sorted(reader, Fields.DATE_TEXT));
        return told(values, Fields.DATE_TEXT, matches);
    }

    /** The numbers of a passage: 0 where it has no value, else its ordinals from 1 on. */
    private static FacetColumn.Source ordinals(SortedSetDocValues values) {
        return leaf -> (doc, set) -> {
            int left = values.advanceExact(leaf.docBase + doc) ? values.docValueCount() : 0;
            if (left == 0) {
                set.add(0);
            }
            for (; left > 0; left--) {
                set.add(1 + (int) values.nextOrd());
            }
        };
    }

    private Map<String, Integer> told(SortedSetDocValues values, String field, MatchSet matches) throws IOException {
        int size = 1 + Math.toIntExact(values.getValueCount());
        FacetColumn column = FacetColumn.of(reader, field, size, ordinals(values), deadline);
        FacetColumn.Counts counts = column.count(reader.leaves(), matches, deadline);
        Map<String, Integer> told = new HashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            deadline.step();
            int number = counts.number(i);
            String value =
                    number == 0 ? Fields.UNKNOWN : values.lookupOrd(number - 1L).utf8ToString();
            told.merge(value, counts.of(number), Integer::sum);
        }
        return told;
    }

    private static String label(String value) {
        return value.isEmpty() ? "unknown" : value;
    }

    private static String dateLabel(String value, FacetRequest.Interval interval) {
        if (value.isEmpty()) {
            return "no date";
        }
        if (value.length() == 4 && interval != FacetRequest.Interval.YEAR) {
            return value + ", month unknown";
        }
        if (value.length() == 7 && interval == FacetRequest.Interval.DAY) {
            return value + ", day unknown";
        }
        return value.endsWith("/..") ? "from " + value.substring(0, value.length() - 3) : value;
    }
}
