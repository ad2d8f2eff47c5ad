package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import wherein.json.Json;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Names;
import wherein.query.Query;
import wherein.search.Copies;
import wherein.search.Filter;
import wherein.search.Groups;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.Marked;
import wherein.search.Tally;
import wherein.time.DateHistogram;
import wherein.time.DayRange;

/** The endpoints over the ledger that count: mentions in groups, and by what they name. */
final class GroupsApi {

    /** What the filters and selectors call the same. */
    private static final Map<String, String> ALIASES =
            Map.of("doc", "document", "mention.kind", "kind", "mention.unit", "unit");

    private static final Parameter<List<String>> BY = new Parameter<>(
            "by",
            List.of(),
            Role.SELECTS,
            new Kind.Some("FIELD,…", searcher -> Ledger.GROUP_FIELDS, ALIASES, 2),
            "what rows are grouped by, one field or two of " + String.join(", ", Ledger.GROUP_FIELDS)
                    + "; year, month and day are of the passage's date, when.year and when.month of a date that is mentioned",
            true);

    private static final List<String> COUNTS = List.of(
            "mentions",
            "passages",
            "documents",
            "boilerplate",
            "copies",
            "confirmed",
            "rejected",
            "reassigned",
            "disputed");

    /** A page of groups has as many as any page may have: few questions have more. */
    private static final Table.Shape GROUPS = new Table.Shape(
            "/mentions/summary", "groups", Schemas.columns("Group"), Format.OF_ROWS, Parameters.MAX_PAGE);

    private static final List<Parameter<?>> SUMMARY =
            Parameters.all(Parameters.ROWS, List.of(Parameters.DUPLICATES, BY), GROUPS.parameters("Summary"));

    private static final Table.Shape ENTITIES =
            Table.Shape.of("/entities/{type}", "entities", Schemas.columns("Entity"));

    private static final List<Parameter<?>> OF_ENTITIES =
            Parameters.all(List.of(Parameters.DUPLICATES, Parameters.PREFIX), ENTITIES.parameters("Entities"));

    private GroupsApi() {}

    /** {@code /mentions/summary}. */
    static Endpoint summary() {
        return new Endpoint(
                GROUPS.path(),
                Parameters.with(SUMMARY),
                "Counts of mentions by one field or two, most mentions first",
                GROUPS.forms("Summary"),
                GroupsApi::summary);
    }

    /** {@code /entities/{type}}. */
    static Endpoint entities() {
        return new Endpoint(
                ENTITIES.path(),
                Parameters.with(OF_ENTITIES),
                "The countries, persons or units of the ledger, most mentioned first",
                ENTITIES.forms("Entities"),
                GroupsApi::entities);
    }

    /** {@code /entities/{type}/{id}}. */
    static Endpoint entity() {
        return new Endpoint(
                "/entities/{type}/{id}",
                List.of(),
                "One country or person, with the forms in which it is named",
                List.of(Form.json("EntityDetail")),
                (engine, request) -> new Answer.Body(entity(engine, request)));
    }

    private static Answer summary(Engine engine, Request request) throws IOException {
        Question question = Question.read(engine, GROUPS.path(), request.parameters());
        LedgerRows rows = LedgerRows.read(engine, question.arguments());
        List<String> by = question.arguments().get(BY);
        Copies copies = question.arguments().get(Parameters.DUPLICATES);
        Marked marked = LedgerRows.marked(engine, question.arguments());
        List<String> has = new ArrayList<>(by);
        if (by.contains("id")) {
            has.add("label");
        }
        has.addAll(COUNTS);
        // A group has no other columns than these.
        Table.Shape shape = new Table.Shape(GROUPS.path(), GROUPS.key(), has, GROUPS.formats(), GROUPS.page());
        Table.Head head = Table.Head.read(engine, request, shape, question.arguments());
        LedgerRequest selected =
                new LedgerRequest(question.query(), question.filters(), rows.selector(), copies).with(marked);
        return new Answer.Rows(new Summary(head, selected, by, rows.ids()));
    }

    private static Answer entities(Engine engine, Request request) throws IOException {
        Named named = Named.of(request.variable("type"))
                .orElseThrow(() ->
                        new ProblemException(Problem.NOT_FOUND, "There are entities of country, person and unit."));
        Question question = Question.read(engine, ENTITIES.path(), request.parameters());
        String prefix = question.arguments().get(Parameters.PREFIX).toLowerCase(Locale.ROOT);
        Copies copies = question.arguments().get(Parameters.DUPLICATES);
        Table.Shape shape = Table.Shape.of("/entities/" + named.word(), ENTITIES.key(), ENTITIES.columns());
        Table.Head head = Table.Head.read(engine, request, shape, question.arguments());
        MentionSelector all = MentionSelector.ALL.withTypes(Set.of(named.type()));
        LedgerRequest selected = new LedgerRequest(question.query(), question.filters(), all, copies)
                .with(new Marked(engine.marks(), Set.of()));
        return new Answer.Rows(new Entities(head, selected, named, prefix));
    }

    private static ObjectNode entity(Engine engine, Request request) throws IOException {
        new Arguments(request.parameters(), List.of(), engine.searcher()).check();
        String type = request.variable("type");
        String name = request.variable("id");
        Names names = engine.names();
        Optional<Named> entity = Named.entity(type);
        List<String> ids = entity.map(named -> names.ids(named, name)).orElse(List.of());
        if (ids.size() != 1) {
            throw new ProblemException(
                    Problem.NOT_FOUND,
                    ids.isEmpty()
                            ? "There is no " + type + " \"" + name + "\"."
                            : "\"" + name + "\" may mean " + String.join(", ", ids) + ".");
        }
        String id = ids.getFirst();
        Named named = entity.orElseThrow();
        MentionSelector rows =
                MentionSelector.ALL.withTypes(Set.of(named.type())).withIds(Set.copyOf(names.kept(named, id)));
        LedgerRequest selected = new LedgerRequest(new Query.All(), List.of(), rows, Copies.TOLD)
                .with(new Marked(engine.marks(), Set.of()));
        ObjectNode body = Json.object().put("id", id).put("label", names.label(named, id));
        ArrayNode aliases = body.putArray("aliases");
        names.kept(named, id).stream()
                .filter(alias -> !alias.equals(id))
                .sorted()
                .forEach(aliases::add);
        counts(body, engine.searcher().tally(selected));
        ArrayNode surfaces = body.putArray("surfaces");
        for (Ledger.MentionGroup group : engine.searcher().summary(selected, List.of("surface"))) {
            engine.deadline().step();
            surfaces.addObject()
                    .put("surface", group.key().getFirst())
                    .put("count", group.tally().mentions());
        }
        return body;
    }

    /** Puts the numbers that always go together into {@code node}. */
    static void counts(ObjectNode node, Tally tally) {
        node.put("mentions", tally.mentions())
                .put("passages", tally.passages())
                .put("documents", tally.documents())
                .put("boilerplate", tally.boilerplate())
                .put("copies", tally.copies())
                .put("confirmed", tally.judged().confirmed())
                .put("rejected", tally.judged().rejected())
                .put("reassigned", tally.judged().reassigned())
                .put("disputed", tally.judged().disputed());
    }

    /** Groups that are listed by their mentions, most first. */
    private abstract static class Listed extends Table {
        private final LedgerRequest request;
        private final List<String> by;
        private Groups groups;

        Listed(Head head, LedgerRequest request, List<String> by) {
            super(head);
            this.request = request;
            this.by = by;
        }

        /** What a group says of itself beside its counts. */
        abstract ObjectNode key(Ledger.MentionGroup group);

        final LedgerRequest request() {
            return request;
        }

        final Groups groups() throws IOException {
            if (groups == null) {
                Names names = engine().names();
                groups = engine().searcher().summary(request, by, name -> names.id(Named.PERSON, name));
            }
            return groups;
        }

        final ObjectNode row(Ledger.MentionGroup group) {
            ObjectNode node = key(group);
            counts(node, group.tally());
            return Json.only(node, columns());
        }
    }

    private static final class Summary extends Listed {
        private final List<String> by;
        private final List<String> ids;

        Summary(Head head, LedgerRequest request, List<String> by, List<String> ids) {
            super(head, request, by);
            this.by = by;
            this.ids = ids;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            int groups = groups().size();
            ObjectNode total = body.withObject("/total");
            counts(total, engine().searcher().tally(request()));
            total.put("groups", groups);
            ids.forEach(body.putArray("id")::add);
            if (by.equals(List.of("date"))) {
                body.set("histogram", Json.histogram(histogram()));
            }
            return groups;
        }

        /** The dates of the rows as the facets of a search have them: counted without what the request asks of the date. */
        private DateHistogram histogram() throws IOException {
            List<Filter> filters = request().filters();
            List<Filter> others = filters.stream()
                    .filter(each -> !each.field().equals("date"))
                    .toList();
            Groups all = others.size() == filters.size()
                    ? groups()
                    : engine().searcher()
                            .summary(
                                    new LedgerRequest(
                                            request().query(),
                                            others,
                                            request().rows(),
                                            request().copies(),
                                            request().marked()),
                                    by);
            Map<String, Integer> counts = new HashMap<>();
            for (Ledger.MentionGroup group : all) {
                counts.put(group.key().getFirst(), group.tally().mentions());
            }
            Optional<DayRange> asked = filters.stream()
                    .filter(Filter.Dated.class::isInstance)
                    .map(each -> ((Filter.Dated) each).range())
                    .findFirst();
            return DateHistogram.of(counts, asked);
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            Iterator<Ledger.MentionGroup> each = groups().from(from);
            while (each.hasNext() && rows.test(row(each.next()))) {
                // The test has done what there is to do.
            }
        }

        @Override
        void cut(ObjectNode body, int to) throws IOException {
            body.put("tied", groups().tiedFrom(to));
        }

        @Override
        ObjectNode key(Ledger.MentionGroup group) {
            ObjectNode node = Json.object();
            for (int i = 0; i < by.size(); i++) {
                String value = group.key().get(i);
                node.put(by.get(i), value.isEmpty() ? null : value);
                if (by.get(i).equals("id")) {
                    node.put("label", label(value));
                }
            }
            return node;
        }

        private String label(String id) {
            String country = engine().names().label(Named.COUNTRY, id);
            return country.equals(id) ? engine().names().label(Named.PERSON, id) : country;
        }
    }

    /** The groups whose label begins as it is asked, which are found once and held as numbers. */
    private static final class Entities extends Listed {
        private final Named named;
        private final String prefix;
        private int[] found;

        Entities(Head head, LedgerRequest request, Named named, String prefix) {
            super(head, request, List.of(named == Named.UNIT ? "unit" : "id"));
            this.named = named;
            this.prefix = prefix;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            Groups groups = groups();
            found = IntStream.range(0, groups.size())
                    .peek(i -> engine().deadline().step())
                    .filter(i -> label(groups.get(i)).toLowerCase(Locale.ROOT).startsWith(prefix))
                    .toArray();
            body.withObject("/total").put("entities", found.length);
            return found.length;
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            for (int i = from; i < found.length && rows.test(row(groups().get(found[i]))); i++) {
                // The test has done what there is to do.
            }
        }

        @Override
        void cut(ObjectNode body, int to) throws IOException {
            int last = groups().get(found[to - 1]).tally().mentions();
            int end = to;
            while (end < found.length && groups().get(found[end]).tally().mentions() == last) {
                engine().deadline().step();
                end++;
            }
            body.put("tied", end - to);
        }

        @Override
        ObjectNode key(Ledger.MentionGroup group) {
            return Json.object().put("id", group.key().getFirst()).put("label", label(group));
        }

        private String label(Ledger.MentionGroup group) {
            return engine().names().label(named, group.key().getFirst());
        }
    }
}
