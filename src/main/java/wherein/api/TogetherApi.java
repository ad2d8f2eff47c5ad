package wherein.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import wherein.json.Json;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Names;
import wherein.search.Copies;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.Groups;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.Tally;

/**
 * {@code /together}: who and what is named with what, as a matrix. A cell counts the mentions of its row's country or person in the
 * passages that its column selects, which are those that name another, or are of a source, a stance or a year; so it is the
 * count of {@code /mentions} under one more filter. Takes a summary for each column, whose work grows with the mentions in its
 * passages.
 */
final class TogetherApi {

    /** What columns are of, each with the filter that selects the passages of one. */
    private enum Across {
        COUNTRY("country.all", "id"),
        PERSON("person.all", "id"),
        UNIT("unit.all", "unit"),
        STANCE("stance", "stance"),
        SOURCE("source", "source"),
        YEAR("date.year", "year");

        private final String filter;
        private final String group;

        Across(String filter, String group) {
            this.filter = filter;
            this.group = group;
        }
    }

    private static final Table.Shape SHAPE =
            new Table.Shape("/together", "cells", Schemas.columns("Cell"), Format.OF_ROWS, Parameters.MAX_PAGE);

    private static final Parameter<Named> ROWS = Parameter.word(
            Role.SELECTS,
            "rows",
            Parameter.words(entry("country", Named.COUNTRY), entry("person", Named.PERSON)),
            "whose mentions are counted");

    private static final Parameter<Across> COLUMNS = Parameter.word(
            Role.SELECTS,
            "columns",
            Parameter.words(
                    entry("person", Across.PERSON),
                    entry("country", Across.COUNTRY),
                    entry("unit", Across.UNIT),
                    entry("stance", Across.STANCE),
                    entry("source", Across.SOURCE),
                    entry("year", Across.YEAR)),
            "in which passages: those that name such a person or country or have a figure of such a unit, or those of such a"
                    + " stance, source or year");

    private static final Parameter<Integer> MOST_ROWS = Parameter.whole(
            Role.SELECTS,
            "most.rows",
            1,
            NameLists.MOST_NAMES,
            20,
            "how many rows at most, those with most mentions; with id or list all that are named there");

    private static final Parameter<Integer> MOST_COLUMNS = Parameter.whole(
            Role.SELECTS,
            "most.columns",
            1,
            60,
            12,
            "how many columns at most, those with most mentions in these passages");

    private static final Parameter<String> LIST = Parameter.text(
            Role.SELECTS,
            "list",
            "DIGEST",
            64,
            "rows of these countries or persons: what POST /lists answered for their names");

    private static final List<Parameter<?>> OWN = Parameters.all(
            List.of(ROWS, COLUMNS, Parameters.ID, LIST, MOST_ROWS, MOST_COLUMNS, Parameters.DUPLICATES),
            SHAPE.parameters("Together"));

    /** What is not said of passages. */
    private static final Set<String> NOT_OF_PASSAGES = Set.of(
            ROWS.name(), COLUMNS.name(), Parameters.ID.name(), LIST.name(), MOST_ROWS.name(), MOST_COLUMNS.name());

    private TogetherApi() {}

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                SHAPE.path(),
                Parameters.with(OWN),
                "Who and what is named with what: mentions of countries or persons in passages that name another, or are of a"
                        + " source, a stance or a year; a row a cell, none where it would be 0",
                SHAPE.forms("Together"),
                TogetherApi::cells);
    }

    private static Answer cells(Engine engine, Request request) throws IOException {
        Question question = Question.read(engine, SHAPE.path(), request.parameters());
        Arguments arguments = question.arguments();
        Named rows = arguments.get(ROWS);
        Across columns = arguments.get(COLUMNS);
        Optional<ObjectNode> list = Optional.empty();
        Set<String> chosen = new TreeSet<>();
        MentionArguments mentioned = new MentionArguments(arguments, engine.names());
        for (String name : mentioned.each(arguments.get(Parameters.ID), rows)) {
            mentioned.id(Parameters.ID.name(), rows, name).ifPresent(chosen::add);
        }
        Optional<List<String>> names = names(engine, arguments);
        if (names.isPresent()) {
            NameLists read = NameLists.read(engine.names(), rows, names.get(), engine.deadline());
            chosen.addAll(read.ids());
            list = Optional.of(ListsApi.told(arguments.get(LIST), rows, names.get(), read));
        }
        MentionSelector selector = MentionSelector.ALL.withTypes(Set.of(rows.type()));
        boolean few = !chosen.isEmpty() || names.isPresent();
        if (few) {
            // Of a list of which no name is understood there is nothing, which is no reason to show everything.
            Set<String> kept = new TreeSet<>(Set.of(""));
            chosen.forEach(id -> kept.addAll(engine.names().kept(rows, id)));
            selector = selector.withIds(kept);
        }
        Copies copies = arguments.get(Parameters.DUPLICATES);
        int mostRows = arguments.get(MOST_ROWS);
        int mostColumns = arguments.get(MOST_COLUMNS);
        Table.Head head = Table.Head.read(engine, request, SHAPE, arguments);
        return new Answer.Rows(new Matrix(
                head,
                new LedgerRequest(question.query(), question.filters(), selector, copies),
                new Asked(rows, columns, few ? NameLists.MOST_NAMES : mostRows, mostColumns, chosen, list),
                PageAddress.of(arguments, NOT_OF_PASSAGES)));
    }

    /** The names of the list that is asked for; empty if none is, or none of its digest is kept. */
    private static Optional<List<String>> names(Engine engine, Arguments arguments) {
        String list = arguments.get(LIST);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<String>> names = engine.serving().lists().flatMap(lists -> lists.names(list));
        if (names.isEmpty()) {
            arguments.fault(LIST.name(), "no list of this digest is kept here; send its names again", "");
        }
        return names;
    }

    /**
     * What a matrix is of.
     *
     * @param chosen the ids of its rows; none for those with most mentions
     * @param list what was told of a list of names
     */
    private record Asked(
            Named rows, Across columns, int mostRows, int mostColumns, Set<String> chosen, Optional<ObjectNode> list) {}

    /** A row or a column, with the count of all its mentions. */
    private record Line(String id, String label, Tally tally) {}

    private record Cell(Line row, Line column, Tally tally) {}

    /** The matrix of one request, which is counted once and held as a whole. */
    private static final class Matrix extends Table {
        private final LedgerRequest request;
        private final Asked asked;
        private final PageAddress address;
        private final List<Line> rows = new ArrayList<>();
        private final List<Line> columns = new ArrayList<>();
        private final List<Cell> cells = new ArrayList<>();

        Matrix(Head head, LedgerRequest request, Asked asked, PageAddress address) {
            super(head);
            this.request = request;
            this.asked = asked;
            this.address = address;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            Tally all = engine().searcher().tally(request);
            Groups byRow = summary(request, "id");
            takeRows(byRow);
            Groups byColumn = takeColumns();
            fill();
            ObjectNode total = body.withObject("/total");
            GroupsApi.counts(total, all);
            total.put("rows", byRow.size()).put("columns", byColumn.size()).put("cells", cells.size());
            lines(body.putArray("rows"), rows);
            lines(body.putArray("columns"), columns);
            asked.list.ifPresent(list -> body.set("list", list));
            return cells.size();
        }

        private void takeRows(Groups groups) throws IOException {
            Set<String> missing = new TreeSet<>(asked.chosen);
            for (Ledger.MentionGroup group : groups) {
                engine().deadline().step();
                if (rows.size() == asked.mostRows) {
                    return;
                }
                String id = group.key().getFirst();
                missing.remove(id);
                rows.add(new Line(id, engine().names().label(asked.rows, id), group.tally()));
            }
            for (String id : missing) {
                // Nothing of it is in these passages; the tally of nothing is asked for like any other.
                LedgerRequest none = new LedgerRequest(
                        request.query(),
                        request.filters(),
                        MentionArguments.ofId(engine().names(), asked.rows, id),
                        request.copies());
                rows.add(new Line(
                        id,
                        engine().names().label(asked.rows, id),
                        engine().searcher().tally(none)));
            }
        }

        /** Takes those with most mentions in the passages that name a row; years come in their order then. */
        private Groups takeColumns() throws IOException {
            Groups groups = summary(ofColumns(), asked.columns.group);
            for (Ledger.MentionGroup group : groups) {
                String id = group.key().getFirst();
                // A figure without a unit cannot be asked for by one.
                if (columns.size() < asked.mostColumns && !(id.isEmpty() && asked.columns == Across.UNIT)) {
                    columns.add(new Line(id, label(id), group.tally()));
                }
            }
            if (asked.columns == Across.YEAR) {
                columns.sort(
                        Comparator.comparing((Line each) -> each.id.isEmpty()).thenComparing(Line::id));
            }
            return groups;
        }

        private LedgerRequest ofColumns() {
            Mention.Type type = switch (asked.columns) {
                case COUNTRY -> Mention.Type.COUNTRY;
                case PERSON -> Mention.Type.PERSON;
                case UNIT -> Mention.Type.FIGURE;
                default -> null;
            };
            if (type == null) {
                return request;
            }
            Filter named = new Filter.Mentioned("rows", List.of(request.rows()), false);
            return new LedgerRequest(
                    request.query(), with(named), MentionSelector.ALL.withTypes(Set.of(type)), request.copies());
        }

        private String label(String id) {
            return switch (asked.columns) {
                case COUNTRY -> engine().names().label(Named.COUNTRY, id);
                default -> id;
            };
        }

        private void fill() throws IOException {
            Map<String, Map<Integer, Tally>> found = new HashMap<>();
            rows.forEach(row -> found.put(row.id, new HashMap<>()));
            for (int i = 0; i < columns.size(); i++) {
                LedgerRequest within = new LedgerRequest(
                        request.query(), with(filter(columns.get(i).id)), request.rows(), request.copies());
                for (Ledger.MentionGroup group : summary(within, "id")) {
                    engine().deadline().step();
                    Map<Integer, Tally> row = found.get(group.key().getFirst());
                    if (row != null) {
                        row.put(i, group.tally());
                    }
                }
            }
            for (Line row : rows) {
                for (int i = 0; i < columns.size(); i++) {
                    Tally tally = found.get(row.id).get(i);
                    if (tally != null) {
                        cells.add(new Cell(row, columns.get(i), tally));
                    }
                }
            }
        }

        /** Selects the passages of the column {@code id}. */
        private Filter filter(String id) {
            Names names = engine().names();
            return switch (asked.columns) {
                case COUNTRY -> named(MentionArguments.ofId(names, Named.COUNTRY, id));
                case PERSON -> named(MentionArguments.ofId(names, Named.PERSON, id));
                case UNIT -> named(MentionArguments.ofId(names, Named.UNIT, id));
                case STANCE, SOURCE -> new Filter.Keyword(asked.columns.filter, List.of(id), false);
                case YEAR -> new Filter.Bucket(List.of(id), FacetRequest.Interval.YEAR);
            };
        }

        private Filter named(MentionSelector one) {
            return new Filter.Mentioned(asked.columns.filter, List.of(one), false);
        }

        private List<Filter> with(Filter filter) {
            List<Filter> filters = new ArrayList<>(request.filters());
            filters.add(filter);
            return filters;
        }

        private Groups summary(LedgerRequest selected, String by) throws IOException {
            Names names = engine().names();
            return engine().searcher().summary(selected, List.of(by), name -> names.id(Named.PERSON, name));
        }

        private static void lines(ArrayNode nodes, List<Line> lines) {
            for (Line line : lines) {
                ObjectNode node = nodes.addObject().put("id", line.id.isEmpty() ? null : line.id);
                node.put("label", line.label.isEmpty() ? null : line.label);
                GroupsApi.counts(node, line.tally);
            }
        }

        @Override
        void rows(int from, Predicate<ObjectNode> taken) {
            for (int i = from; i < cells.size() && taken.test(row(cells.get(i))); i++) {
                // The test has done what there is to do.
            }
        }

        private ObjectNode row(Cell cell) {
            String column = cell.column.id;
            ObjectNode node = Json.object()
                    .put("row", cell.row.id)
                    .put("row_label", cell.row.label)
                    .put("column", column.isEmpty() ? null : column)
                    .put("column_label", column.isEmpty() ? null : cell.column.label);
            GroupsApi.counts(node, cell.tally);
            return Json.only(node.put("link", link(cell)), columns());
        }

        /** Where the page lists the rows that a cell counts. */
        private String link(Cell cell) {
            boolean isNamed = asked.columns.filter.endsWith(".all");
            PageAddress within = isNamed
                    ? address.and(asked.columns.filter, cell.column.id)
                    : address.only(asked.columns.filter, cell.column.id);
            return within.only("type", asked.rows.word())
                    .only("id", cell.row.id)
                    .at("/mentions");
        }
    }
}
