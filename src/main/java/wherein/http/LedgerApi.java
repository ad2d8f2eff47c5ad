package wherein.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wherein.json.Csv;
import wherein.json.Json;
import wherein.json.MentionJson;
import wherein.json.Offsets;
import wherein.query.MentionSelector;
import wherein.query.Names;
import wherein.search.Cursor;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.Tally;
import wherein.text.Nearest;

/** The endpoints over the ledger: mentions as rows, in groups, and by what they name. */
public final class LedgerApi {

    /** The columns of a row, in the order of CSV. */
    private static final List<String> COLUMNS = List.of(
            "document",
            "title",
            "source",
            "date",
            "stance",
            "passage",
            "type",
            "id",
            "label",
            "kind",
            "nested",
            "surface",
            "start",
            "end",
            "min",
            "max",
            "unit",
            "bound",
            "from",
            "to",
            "rule",
            "before",
            "match",
            "after",
            "link");

    private static final List<String> GROUPS =
            List.of("id", "source", "stance", "document", "date", "kind", "unit", "type", "surface");
    private static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 20;
    private static final int CONTEXT = 60;
    private static final int MAX_CONTEXT = 1_000;

    private final PassageSearcher searcher;
    private final Names names;
    private final Asking asking;

    /** The endpoints over {@code searcher}, whose ledger has these names. */
    public LedgerApi(PassageSearcher searcher, Names names) {
        this.searcher = searcher;
        this.names = names;
        this.asking = new Asking(searcher, names);
    }

    /** In what form rows go out when they go out all at once. */
    public enum Form {
        /** One object a line. */
        NDJSON,
        /** RFC 4180, with a line of names. */
        CSV
    }

    /** Everything that a request for rows says. */
    private record Wanted(
            Asking.Asked asked,
            Asking.Rows rows,
            LedgerRequest request,
            MentionJson json,
            int context,
            List<String> columns) {}

    /**
     * {@code /mentions} as JSON: one page of rows.
     *
     * @throws ProblemException if the parameters are not what was expected
     */
    public ObjectNode mentions(Map<String, List<String>> parameters) throws IOException {
        Wanted wanted = wanted(parameters);
        Arguments arguments = wanted.asked.arguments();
        int limit = arguments.number("limit", DEFAULT_LIMIT, 0, MAX_LIMIT);
        Optional<Paging.Place> place = arguments.read("cursor", Paging::decode);
        arguments.check();
        Paging.refuseOther(place, parameters, searcher.generation());
        int from = place.map(Paging.Place::rank).orElse(0);
        Tally tally = searcher.tally(wanted.request);
        ObjectNode body = Json.object();
        total(body, tally);
        ArrayNode rows = Json.object().putArray("rows");
        if (limit > 0) {
            searcher.mentions(wanted.request, from, row -> {
                rows.add(columns(wanted, row));
                return rows.size() < limit;
            });
        }
        int remain = Math.max(0, tally.mentions() - from - rows.size());
        body.withObject("/total").put("returned", rows.size());
        body.put("complete", remain == 0).put("remaining", remain);
        body.putObject("index").put("generation", searcher.generation());
        wanted.rows.ids().forEach(body.putArray("id")::add);
        body.set("mentions", rows);
        int to = from + rows.size();
        Optional<String> next = remain > 0 && limit > 0
                ? Optional.of(Paging.encode(
                        new Paging.Place(new Cursor(0, "", 0, searcher.generation()), to, Paging.request(parameters))))
                : Optional.empty();
        return Paging.next(body, Api.BASE + "/mentions", parameters, next);
    }

    /** Takes the lines of an export, one after the other. */
    @FunctionalInterface
    public interface Lines {
        /** Takes {@code line}, its end included. */
        void line(String line) throws IOException;
    }

    /**
     * {@code /mentions} as NDJSON or CSV: all rows, none of them kept.
     *
     * @param first is told how many rows there are, before the first of them
     * @throws ProblemException if the parameters are not what was expected, before anything is written
     */
    public void export(Map<String, List<String>> parameters, Form form, Predicate<Tally> first, Lines lines)
            throws IOException {
        Wanted wanted = wanted(parameters);
        Arguments arguments = wanted.asked.arguments();
        int limit = arguments.number("limit", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
        boolean header = arguments.word("header", Arguments.words("on", true, "off", false), true);
        if (!arguments.all("cursor").isEmpty()) {
            arguments.fault("cursor", "only JSON comes in pages; this form has all rows at once", "");
        }
        arguments.check();
        if (!first.test(searcher.tally(wanted.request))) {
            return;
        }
        if (form == Form.CSV && header) {
            lines.line(Csv.header(wanted.columns));
        }
        Writing writing = new Writing(lines, limit);
        if (limit > 0) {
            searcher.mentions(wanted.request, 0, row -> writing.write(line(wanted, form, row)));
        }
        writing.rethrow();
    }

    /** {@code /mentions/summary}: rows in groups. */
    public ObjectNode summary(Map<String, List<String>> parameters) throws IOException {
        List<Parameter> more = new ArrayList<>(Parameter.ROWS);
        more.add(new Parameter("by", "FIELD", "what rows are grouped by, up to two fields"));
        Asking.Asked asked = asking.asked(parameters, more);
        Asking.Rows rows = asking.rows(asked.arguments());
        List<String> by = asked.arguments().list("by");
        for (String field : by) {
            if (!GROUPS.contains(field)) {
                asked.arguments()
                        .fault(
                                "by",
                                "\"" + field + "\" is none of " + String.join(", ", GROUPS),
                                Nearest.to(field, GROUPS).orElse(""));
            }
        }
        if (by.isEmpty() || by.size() > 2) {
            asked.arguments().fault("by", "expected one field or two", "");
        }
        asked.arguments().check();
        LedgerRequest request = new LedgerRequest(asked.query(), asked.filters(), rows.selector());
        ObjectNode body = Json.object();
        total(body, searcher.tally(request));
        body.put("complete", true);
        body.putObject("index").put("generation", searcher.generation());
        rows.ids().forEach(body.putArray("id")::add);
        ArrayNode groups = body.putArray("groups");
        for (Ledger.MentionGroup group : groups(request, by)) {
            ObjectNode node = groups.addObject();
            for (int i = 0; i < by.size(); i++) {
                String value = group.key().get(i);
                node.put(by.get(i), value.isEmpty() ? null : value);
                if (by.get(i).equals("id")) {
                    node.put("label", label(value));
                }
            }
            counts(node, group.tally());
        }
        return body;
    }

    /** {@code /entities/{type}}: what the ledger names, most mentioned first. */
    ObjectNode entities(String type, Map<String, List<String>> parameters) throws IOException {
        if (!Set.of("country", "person", "unit").contains(type)) {
            throw new ProblemException(Problem.NOT_FOUND, "There are entities of country, person and unit.");
        }
        Asking.Asked asked = asking.asked(
                parameters, List.of(new Parameter("prefix", "TEXT", "only names that begin so"), Parameter.LIMIT));
        String prefix = asked.arguments().one("prefix").orElse("").toLowerCase(Locale.ROOT);
        int limit = asked.arguments().number("limit", DEFAULT_LIMIT, 0, MAX_LIMIT);
        asked.arguments().check();
        boolean unit = type.equals("unit");
        MentionSelector all = MentionSelector.ALL.withTypes(Set.of(unit ? "figure" : type));
        List<String> by = List.of(unit ? "unit" : "id");
        List<Ledger.MentionGroup> groups = groups(new LedgerRequest(asked.query(), asked.filters(), all), by).stream()
                .filter(group -> names.label(type, group.key().getFirst())
                        .toLowerCase(Locale.ROOT)
                        .startsWith(prefix))
                .toList();
        ObjectNode body = Json.object();
        int returned = Math.min(limit, groups.size());
        body.putObject("total").put("entities", groups.size()).put("returned", returned);
        body.put("complete", returned == groups.size());
        body.putObject("index").put("generation", searcher.generation());
        ArrayNode entities = body.putArray("entities");
        for (Ledger.MentionGroup group : groups.subList(0, returned)) {
            String id = group.key().getFirst();
            counts(entities.addObject().put("id", id).put("label", names.label(type, id)), group.tally());
        }
        return body;
    }

    /** {@code /entities/{type}/{id}}: one country or person, with the forms in which it is named. */
    ObjectNode entity(String type, String name, Map<String, List<String>> parameters) throws IOException {
        new Arguments(parameters, Set.of()).check();
        List<String> ids = type.equals("country") || type.equals("person") ? names.ids(type, name) : List.of();
        if (ids.size() != 1) {
            throw new ProblemException(
                    Problem.NOT_FOUND,
                    ids.isEmpty()
                            ? "There is no " + type + " \"" + name + "\"."
                            : "\"" + name + "\" may mean " + String.join(", ", ids) + ".");
        }
        String id = ids.getFirst();
        MentionSelector rows = MentionSelector.ALL.withTypes(Set.of(type)).withIds(Set.copyOf(names.kept(type, id)));
        LedgerRequest request = new LedgerRequest(new wherein.query.Query.All(), List.of(), rows);
        ObjectNode body = Json.object().put("id", id).put("label", names.label(type, id));
        ArrayNode aliases = body.putArray("aliases");
        names.kept(type, id).stream()
                .filter(alias -> !alias.equals(id))
                .sorted()
                .forEach(aliases::add);
        counts(body, searcher.tally(request));
        ArrayNode surfaces = body.putArray("surfaces");
        for (Ledger.MentionGroup group : searcher.summary(request, List.of("surface"))) {
            surfaces.addObject()
                    .put("surface", group.key().getFirst())
                    .put("count", group.tally().mentions());
        }
        return body;
    }

    /** Groups of rows, each person one whatever documents call them. */
    private List<Ledger.MentionGroup> groups(LedgerRequest request, List<String> by) throws IOException {
        return searcher.summary(request, by, name -> names.id("person", name));
    }

    private String label(String id) {
        String country = names.label("country", id);
        return country.equals(id) ? names.label("person", id) : country;
    }

    private Wanted wanted(Map<String, List<String>> parameters) throws IOException {
        List<Parameter> more = new ArrayList<>(Parameter.ROWS);
        more.addAll(Parameter.MENTIONS);
        Asking.Asked asked = asking.asked(parameters, more);
        Arguments arguments = asked.arguments();
        Asking.Rows rows = asking.rows(arguments);
        boolean sentence = arguments.all("context").equals(List.of("sentence"));
        int context = sentence ? MentionJson.SENTENCE : arguments.number("context", CONTEXT, 0, MAX_CONTEXT);
        List<String> columns = arguments.list("fields");
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                arguments.fault(
                        "fields",
                        "\"" + column + "\" is none of " + String.join(", ", COLUMNS),
                        Nearest.to(column, COLUMNS).orElse(""));
            }
        }
        Offsets offsets = asked.offsets();
        return new Wanted(
                asked,
                rows,
                new LedgerRequest(asked.query(), asked.filters(), rows.selector()),
                new MentionJson(offsets, names::label, names::id),
                context,
                columns.isEmpty() ? COLUMNS : columns);
    }

    private static ObjectNode columns(Wanted wanted, MentionRow row) {
        ObjectNode all = wanted.json.row(row, wanted.context);
        ObjectNode chosen = Json.object();
        wanted.columns.forEach(column -> chosen.set(column, all.get(column)));
        return chosen;
    }

    private static String line(Wanted wanted, Form form, MentionRow row) {
        ObjectNode columns = columns(wanted, row);
        return form == Form.CSV ? Csv.line(columns, wanted.columns) : Json.text(columns) + "\n";
    }

    private static void total(ObjectNode body, Tally tally) {
        counts(body.putObject("total"), tally);
    }

    private static void counts(ObjectNode node, Tally tally) {
        node.put("mentions", tally.mentions()).put("passages", tally.passages()).put("documents", tally.documents());
    }
}
