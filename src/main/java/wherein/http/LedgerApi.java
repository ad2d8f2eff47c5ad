package wherein.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wherein.json.Json;
import wherein.query.MentionSelector;
import wherein.query.Names;
import wherein.search.Groups;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.search.Tally;

/** The endpoints over the ledger that count: mentions in groups, and by what they name. */
public final class LedgerApi {

    private static final Parameter<List<String>> BY = new Parameter<>(
            "by",
            new Kind.Some("FIELD,…", searcher -> Ledger.GROUP_FIELDS, true, 2),
            "what rows are grouped by, one field or two",
            true);

    private static final List<String> COUNTS = List.of("mentions", "passages", "documents");

    private static final Parameter<List<String>> GROUP_FIELDS = Parameter.fields(Schemas.columns("Group"));
    private static final Parameter<List<String>> ENTITY_FIELDS = Parameter.fields(Schemas.columns("Entity"));

    /** The parameters of {@code /mentions/summary} alone. */
    static final List<Parameter<?>> SUMMARY = Parameter.all(Parameter.ROWS, List.of(BY, GROUP_FIELDS));

    /** The parameters of {@code /entities/{type}} alone. */
    static final List<Parameter<?>> ENTITIES = List.of(Parameter.PREFIX, ENTITY_FIELDS, Parameter.LIMIT);

    private final PassageSearcher searcher;
    private final Names names;
    private final Asking asking;

    /** The endpoints over {@code searcher}, whose ledger has these names. */
    public LedgerApi(PassageSearcher searcher, Names names) {
        this.searcher = searcher;
        this.names = names;
        this.asking = new Asking(searcher, names);
    }

    /** {@code /mentions/summary}: rows in groups. */
    public ObjectNode summary(Map<String, List<String>> parameters) throws IOException {
        Asking.Asked asked = asking.asked(parameters, SUMMARY);
        Asking.Rows rows = asking.rows(asked.arguments());
        List<String> by = asked.arguments().get(BY);
        List<String> columns = columns(asked.arguments(), by);
        asked.arguments().check();
        LedgerRequest request = new LedgerRequest(asked.query(), asked.filters(), rows.selector());
        ObjectNode body = Json.object();
        total(body, searcher.tally(request));
        body.put("complete", true);
        body.putObject("index").put("generation", searcher.generation());
        rows.ids().forEach(body.putArray("id")::add);
        ArrayNode groups = body.arrayNode();
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
        body.set("groups", TableApi.only(groups, columns));
        return body;
    }

    /** The columns of groups by {@code by} that are asked for: a group has no others. */
    private static List<String> columns(Arguments arguments, List<String> by) {
        List<String> columns = arguments.get(GROUP_FIELDS);
        List<String> has = new ArrayList<>(by);
        if (by.contains("id")) {
            has.add("label");
        }
        has.addAll(COUNTS);
        columns.stream()
                .filter(column -> !has.contains(column))
                .forEach(column -> arguments.refuse(GROUP_FIELDS.name(), column, has));
        return columns;
    }

    /** {@code /entities/{type}}: what the ledger names, most mentioned first. */
    ObjectNode entities(String type, Map<String, List<String>> parameters) throws IOException {
        if (!Set.of("country", "person", "unit").contains(type)) {
            throw new ProblemException(Problem.NOT_FOUND, "There are entities of country, person and unit.");
        }
        Asking.Asked asked = asking.asked(parameters, ENTITIES);
        String prefix = asked.arguments().get(Parameter.PREFIX).toLowerCase(Locale.ROOT);
        List<String> columns = asked.arguments().get(ENTITY_FIELDS);
        int limit = asked.arguments().get(Parameter.LIMIT);
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
        ArrayNode entities = body.arrayNode();
        for (Ledger.MentionGroup group : groups.subList(0, returned)) {
            String id = group.key().getFirst();
            counts(entities.addObject().put("id", id).put("label", names.label(type, id)), group.tally());
        }
        body.set("entities", TableApi.only(entities, columns));
        return body;
    }

    /** {@code /entities/{type}/{id}}: one country or person, with the forms in which it is named. */
    ObjectNode entity(String type, String name, Map<String, List<String>> parameters) throws IOException {
        new Arguments(parameters, List.of(), searcher).check();
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
    private Groups groups(LedgerRequest request, List<String> by) throws IOException {
        return searcher.summary(request, by, name -> names.id("person", name));
    }

    private String label(String id) {
        String country = names.label("country", id);
        return country.equals(id) ? names.label("person", id) : country;
    }

    private static void total(ObjectNode body, Tally tally) {
        counts(body.putObject("total"), tally);
    }

    static void counts(ObjectNode node, Tally tally) {
        node.put("mentions", tally.mentions()).put("passages", tally.passages()).put("documents", tally.documents());
    }
}
