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
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
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
        boolean dates = request.field().equals(Fields.DATE);
        if (dates && request.interval() == FacetRequest.Interval.AUTO) {
            return histogram(request, DateHistogram.of(dates(matches), asked));
        }
        Map<String, Integer> counts = new HashMap<>();
        int untold = 0;
        if (dates) {
            dates(matches)
                    .forEach((edtf, count) -> counts.merge(request.interval().bucket(edtf), count, Integer::sum));
        } else {
            CountedValues counted = counted(request, matches);
            // What a label begins with has to be looked at, of all of them.
            counts.putAll(request.prefix().isEmpty() ? counted.most(request.limit(), selected) : counted.all());
            untold = counted.size() - counts.size();
        }
        Optional<Named> mentioned = request.mentioned();
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
        List<Facet.Value> sorted = dates
                ? sorted(values.stream().map(Dated::of).toList(), Dated.IN_ORDER).stream()
                        .map(Dated::value)
                        .toList()
                : sorted(values, BY_COUNT);
        int shown = Math.min(request.limit(), sorted.size());
        return new Facet(request.field(), sorted.subList(0, shown), untold + sorted.size() - shown);
    }

    private <T> List<T> sorted(List<T> all, Comparator<T> order) {
        return all.stream()
                .sorted((a, b) -> {
                    deadline.step();
                    return order.compare(a, b);
                })
                .toList();
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

    /** A value that is a date, read once however many it is compared with. */
    private record Dated(Facet.Value value, DayRange days) {

        /** That of days, what is unknown last. */
        private static final Comparator<Dated> IN_ORDER = Comparator.comparing(
                        (Dated each) -> each.value.value().isEmpty())
                .thenComparing(each -> each.days.from())
                .thenComparing(each -> each.days.to(), Comparator.reverseOrder());

        static Dated of(Facet.Value value) {
            return new Dated(value, EdtfDate.parse(value.value()).days());
        }
    }

    /** How many of {@code matches} have each value of a field that has no dates, and how many have none. */
    private CountedValues counted(FacetRequest request, MatchSet matches) throws IOException {
        if (request.mentioned().isPresent()) {
            MentionedIds ids = MentionedIds.of(reader, request.mentioned().get(), request.names(), deadline);
            return new CountedValues(ids.count(reader.leaves(), matches, deadline), ids, deadline);
        }
        String field = Fields.keyword(request.field());
        return counted(field, GlobalValues.sortedSet(reader, field), matches);
    }

    private Map<String, Integer> dates(MatchSet matches) throws IOException {
        SortedSetDocValues values = DocValues.singleton(GlobalValues.sorted(reader, Fields.DATE_TEXT));
        return counted(Fields.DATE_TEXT, values, matches).all();
    }

    private CountedValues counted(String field, SortedSetDocValues values, MatchSet matches) throws IOException {
        Keywords keywords = Keywords.of(values);
        FacetColumn column = FacetColumn.of(reader, field, keywords.size(), keywords, deadline);
        return new CountedValues(column.count(reader.leaves(), matches, deadline), keywords, deadline);
    }

    /**
     * The values of a field by their ordinals: 0 is the unknown one, whether a passage has no value or the empty one.
     *
     * @param first the number of the value of ordinal 0
     */
    private record Keywords(SortedSetDocValues values, int first) implements CountedValues.Names, FacetColumn.Source {

        static Keywords of(SortedSetDocValues values) throws IOException {
            boolean isUnknown = values.getValueCount() > 0 && values.lookupOrd(0).length == 0;
            return new Keywords(values, isUnknown ? 0 : 1);
        }

        int size() {
            return first + Math.toIntExact(values.getValueCount());
        }

        @Override
        public String value(int number) throws IOException {
            return number == 0
                    ? Fields.UNKNOWN
                    : values.lookupOrd(number - first).utf8ToString();
        }

        @Override
        public int number(String value) throws IOException {
            if (value.isEmpty()) {
                return 0;
            }
            int ordinal = (int) values.lookupTerm(new BytesRef(value));
            return ordinal < 0 ? ordinal : ordinal + first;
        }

        @Override
        public FacetColumn.Values open(LeafReaderContext leaf) {
            return (doc, set) -> {
                int left = values.advanceExact(leaf.docBase + doc) ? values.docValueCount() : 0;
                if (left == 0) {
                    set.add(0);
                }
                for (; left > 0; left--) {
                    set.add(first + (int) values.nextOrd());
                }
            };
        }
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
