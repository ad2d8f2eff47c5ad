package wherein.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
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
        if (dates) {
            dates(matches)
                    .forEach((edtf, count) -> counts.merge(bucket(edtf, request.interval()), count, Integer::sum));
        } else if (mentioned.isPresent()) {
            counts.putAll(new MentionedCounter(reader, request.names(), deadline).count(mentioned.get(), matches));
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
        return new Facet(request.field(), values.subList(0, shown), values.size() - shown);
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

    private Map<String, Integer> keywords(String field, MatchSet matches) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        SortedSetDocValues values = GlobalValues.sortedSet(reader, field);
        int[] byOrdinal = new int[(int) values.getValueCount()];
        int without = 0;
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = matches.from(0); doc != last; doc = matches.from(doc + 1)) {
            deadline.step();
            if (!values.advanceExact(doc)) {
                without++;
                continue;
            }
            for (int i = 0; i < values.docValueCount(); i++) {
                byOrdinal[(int) values.nextOrd()]++;
            }
        }
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
            deadline.step();
            if (byOrdinal[ordinal] > 0) {
                counts.put(values.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal]);
            }
        }
        if (without > 0) {
            counts.merge(Fields.UNKNOWN, without, Integer::sum);
        }
        return counts;
    }

    private Map<String, Integer> dates(MatchSet matches) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        SortedDocValues values = GlobalValues.sorted(reader, Fields.DATE_TEXT);
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = matches.from(0); doc != last; doc = matches.from(doc + 1)) {
            deadline.step();
            if (values.advanceExact(doc)) {
                counts.merge(values.lookupOrd(values.ordValue()).utf8ToString(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The year or month that a date lies in as a whole; a date that lies in none is a bucket of its own. */
    static String bucket(String edtf, FacetRequest.Interval interval) {
        return edtf.isEmpty() ? edtf : bucket(edtf, EdtfDate.parse(edtf).days(), interval);
    }

    /** The year or month in which all of {@code days} lie; {@code own}, which says what they are, where there is none. */
    static String bucket(String own, DayRange days, FacetRequest.Interval interval) {
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (from.getYear() != to.getYear() || from.getYear() < 0 || from.getYear() > 9999) {
            return own;
        }
        String year = String.format(Locale.ROOT, "%04d", from.getYear());
        if (interval == FacetRequest.Interval.YEAR || from.getMonthValue() != to.getMonthValue()) {
            return year;
        }
        return year + String.format(Locale.ROOT, "-%02d", from.getMonthValue());
    }

    private static String label(String value) {
        return value.isEmpty() ? "unknown" : value;
    }

    private static String dateLabel(String value, FacetRequest.Interval interval) {
        if (value.isEmpty()) {
            return "no date";
        }
        boolean year = value.length() == 4;
        if (year && interval == FacetRequest.Interval.MONTH) {
            return value + ", month unknown";
        }
        return value.endsWith("/..") ? "from " + value.substring(0, value.length() - 3) : value;
    }
}
