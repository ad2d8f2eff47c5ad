package wherein.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.TreeSet;
import java.util.function.Predicate;
import wherein.json.Json;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Query;
import wherein.search.Copies;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/**
 * {@code /timeline}: how often countries, persons and units are mentioned, and queries found, by the date of the passages, beside
 * how many passages there are of that date. A point of a name is the count of {@code /mentions} under one more filter, one of a
 * query that of {@code /search}. Takes a summary or a facet for each series; where copies are left out two, and one for each point
 * that has some whose original may be of another date, and so none in what the point opens.
 */
final class TimelineApi {

    private static final int MOST_SERIES = 6;

    /** What a series of a query begins with. */
    private static final String QUERY = "q:";

    private static final Table.Shape SHAPE =
            new Table.Shape("/timeline", "points", Schemas.columns("Point"), Format.OF_ROWS, Parameters.MAX_PAGE);

    private static final Parameter<List<String>> SERIES = Parameter.names(
            "series",
            "TYPE:NAME",
            "what is counted, up to " + MOST_SERIES
                    + " of country:NAME, person:NAME, unit:UNIT and q:QUERY, which stands in the"
                    + " place of q; without it the passages that are selected");

    private static final Parameter<FacetRequest.Interval> BY = Parameter.word(
            Role.SELECTS,
            "by",
            Parameter.words(
                    entry("year", FacetRequest.Interval.YEAR),
                    entry("month", FacetRequest.Interval.MONTH),
                    entry("day", FacetRequest.Interval.DAY)),
            "how long the time of a point is; a date that says less is a point of its own");

    private static final List<Parameter<?>> OWN =
            Parameters.all(List.of(SERIES, BY, Parameters.DUPLICATES), SHAPE.parameters("Timeline"));

    /** In the order of days, the shorter of two that begin together last, and what has no date at the end. */
    private static final Comparator<String> BY_DATE = Comparator.comparing(String::isEmpty)
            .thenComparing(date -> days(date).from())
            .thenComparing(date -> days(date).to(), Comparator.reverseOrder())
            .thenComparing(Comparator.naturalOrder());

    private TimelineApi() {}

    private static DayRange days(String date) {
        return date.isEmpty()
                ? new DayRange(LocalDate.MAX, LocalDate.MAX)
                : EdtfDate.parse(date).days();
    }

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                SHAPE.path(),
                Parameters.with(OWN),
                "How often countries, persons and units are mentioned, and queries found, by year, month or day",
                SHAPE.forms("Timeline"),
                TimelineApi::points);
    }

    /**
     * One line of a plot.
     *
     * @param spec as it is asked for, in one form
     * @param rows of a name; empty for a query
     * @param query that selects passages
     * @param address of the page's view of all that it counts
     * @param view of the page that this is
     */
    private record Series(
            String spec, String label, Optional<MentionSelector> rows, Query query, PageAddress address, String view) {}

    private static Answer points(Engine engine, Request request) throws IOException {
        Question question = Question.read(engine, SHAPE.path(), request.parameters());
        Arguments arguments = question.arguments();
        List<Series> series = series(engine, question);
        FacetRequest.Interval by = arguments.get(BY);
        boolean folded = arguments.get(Parameters.DUPLICATES) == Copies.FOLDED;
        Table.Head head = Table.Head.read(engine, request, SHAPE, arguments);
        return new Answer.Rows(new Timeline(head, question, series, by, folded));
    }

    private static List<Series> series(Engine engine, Question question) throws IOException {
        Arguments arguments = question.arguments();
        PageAddress address = PageAddress.of(arguments, Set.of(SERIES.name(), BY.name()));
        List<String> specs = arguments.get(SERIES);
        if (specs.size() > MOST_SERIES) {
            arguments.fault(SERIES.name(), specs.size() + " are given, and " + MOST_SERIES + " at most may be", "");
            return List.of();
        }
        if (specs.isEmpty()) {
            return List.of(new Series(
                    QUERY + question.text(), label(question.text()), Optional.empty(), question.query(), address, "/"));
        }
        MentionArguments mentioned = new MentionArguments(arguments, engine.names());
        List<Series> series = new ArrayList<>();
        for (String spec : specs) {
            int colon = spec.indexOf(':');
            String name = spec.substring(colon + 1).strip();
            Optional<Named> named = Named.of(spec.substring(0, Math.max(0, colon)));
            if (named.isPresent()) {
                mentioned
                        .id(SERIES.name(), named.get(), name)
                        .ifPresent(id -> series.add(named(engine, question, address, named.get(), id)));
            } else if (spec.startsWith(QUERY)) {
                Optional<Query> query = question.read(name);
                if (query.isEmpty()) {
                    arguments.fault(SERIES.name(), "\"" + name + "\" is no query", "");
                }
                PageAddress of = name.isEmpty() ? address.without("q") : address.only("q", name);
                query.ifPresent(
                        read -> series.add(new Series(QUERY + name, label(name), Optional.empty(), read, of, "/")));
            } else {
                arguments.fault(
                        SERIES.name(),
                        "\"" + spec + "\" is none of country:NAME, person:NAME, unit:UNIT and q:QUERY",
                        "");
            }
        }
        return series;
    }

    private static String label(String query) {
        return query.isBlank() ? "all passages" : query;
    }

    private static Series named(Engine engine, Question question, PageAddress address, Named named, String id) {
        MentionSelector rows = MentionArguments.ofId(engine.names(), named, id);
        PageAddress of =
                address.only("type", named.type().word()).only(named == Named.UNIT ? "mention.unit" : "id", id);
        return new Series(
                named.word() + ":" + id,
                engine.names().label(named, id),
                Optional.of(rows),
                question.query(),
                of,
                "/mentions");
    }

    /**
     * What is counted of one series under one date.
     *
     * @param mentions none of a query
     */
    private record Count(int mentions, int passages) {
        static final Count NONE = new Count(0, 0);

        Count and(Count other) {
            return new Count(mentions + other.mentions, passages + other.passages);
        }
    }

    /**
     * What is counted of one series.
     *
     * @param all of it together, in which a copy of what another date has is none
     * @param byDate under each date, as whoever asks for that date alone counts it
     */
    private record Counted(Count all, Map<String, Count> byDate) {}

    private record Point(Series series, String date, Count count, int of) {}

    /** The points of one request, counted once: the series one after the other, each by date. */
    private static final class Timeline extends Table {
        private final Question question;
        private final List<Series> series;
        private final FacetRequest.Interval by;
        private final boolean folded;
        private final List<Point> points = new ArrayList<>();

        Timeline(Head head, Question question, List<Series> series, FacetRequest.Interval by, boolean folded) {
            super(head);
            this.question = question;
            this.series = series;
            this.by = by;
            this.folded = folded;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            Map<String, Count> all = counted(Optional.empty(), new Query.All()).byDate;
            Set<String> dates = new TreeSet<>(BY_DATE);
            dates.addAll(all.keySet());
            List<Counted> counted = new ArrayList<>();
            for (Series each : series) {
                Counted counts = counted(each.rows, each.query);
                dates.addAll(counts.byDate.keySet());
                counted.add(counts);
            }
            ArrayNode told = body.putArray("series");
            for (int i = 0; i < series.size(); i++) {
                Series each = series.get(i);
                Counted counts = counted.get(i);
                for (String date : dates) {
                    engine().deadline().step();
                    Count count = counts.byDate.getOrDefault(date, Count.NONE);
                    points.add(new Point(each, date, count, all.getOrDefault(date, Count.NONE).passages));
                }
                ObjectNode node = told.addObject().put("series", each.spec).put("label", each.label);
                node.put("mentions", each.rows.isPresent() ? counts.all.mentions : null);
                node.put("passages", counts.all.passages).put("link", each.address.at(each.view));
            }
            body.withObject("/total")
                    .put("series", series.size())
                    .put("dates", dates.size())
                    .put("points", points.size());
            return points.size();
        }

        /** Counts {@code rows}, or passages where there are none, that the filters and {@code query} select. */
        private Counted counted(Optional<MentionSelector> rows, Query query) throws IOException {
            Map<String, Count> kept = counts(rows, query, question.filters(), Copies.UNTOLD);
            if (!folded) {
                return new Counted(sum(kept), kept);
            }
            Map<String, Count> left = counts(rows, query, question.filters(), Copies.FOLDED);
            Map<String, Count> byDate = new HashMap<>();
            for (String date : kept.keySet()) {
                engine().deadline().check();
                Count count = kept.get(date);
                if (!count.equals(left.get(date))) {
                    List<Filter> filters = new ArrayList<>(question.filters());
                    filters.add(new Filter.Bucket(List.of(date), by));
                    count = sum(counts(rows, query, filters, Copies.FOLDED));
                }
                byDate.put(date, count);
            }
            return new Counted(sum(left), byDate);
        }

        private static Count sum(Map<String, Count> counts) {
            return counts.values().stream().reduce(Count.NONE, Count::and);
        }

        private Map<String, Count> counts(
                Optional<MentionSelector> rows, Query query, List<Filter> filters, Copies copies) throws IOException {
            Map<String, Count> counts = new HashMap<>();
            PassageSearcher searcher = engine().searcher();
            if (rows.isEmpty()) {
                for (Facet.Value value :
                        searcher.dates(query, filters, copies, by).values()) {
                    counts.put(value.value(), new Count(0, value.count()));
                }
                return counts;
            }
            LedgerRequest request = new LedgerRequest(query, filters, rows.get(), copies);
            for (Ledger.MentionGroup group : searcher.summary(request, List.of(word()))) {
                counts.put(
                        group.key().getFirst(),
                        new Count(group.tally().mentions(), group.tally().passages()));
            }
            return counts;
        }

        private String word() {
            return by.name().toLowerCase(Locale.ROOT);
        }

        @Override
        void rows(int from, Predicate<ObjectNode> taken) {
            for (int i = from; i < points.size() && taken.test(row(points.get(i))); i++) {
                // The test has done what there is to do.
            }
        }

        private ObjectNode row(Point point) {
            boolean named = point.series.rows.isPresent();
            int counted = named ? point.count.mentions : point.count.passages;
            ObjectNode node = Json.object()
                    .put("series", point.series.spec)
                    .put("label", point.series.label)
                    .put("date", point.date.isEmpty() ? null : point.date)
                    .put("mentions", named ? point.count.mentions : null)
                    .put("passages", point.count.passages)
                    .put("of", point.of)
                    .put("rate", point.of == 0 ? null : Math.round(counted * 1e6 / point.of) / 1e3)
                    .put(
                            "link",
                            point.series
                                    .address
                                    .only("date." + word(), point.date)
                                    .at(point.series.view));
            return Json.only(node, columns());
        }
    }
}
