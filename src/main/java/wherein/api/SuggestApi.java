package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.json.Json;
import wherein.query.QueryPrinter;
import wherein.search.Suggestion;

/** {@code /suggest}: what somebody who has begun to type may mean. */
public final class SuggestApi {

    /** The type of the form for browsers. */
    public static final String BROWSER = "application/x-suggestions+json";

    private static final List<Form> FORMS =
            List.of(Form.json("Suggestions"), new Form("opensearch", BROWSER, "BrowserSuggestions"));

    private static final Parameter<String> TYPED =
            Parameter.text(Role.SELECTS, "prefix", "TEXT", 100, "what has been typed");
    private static final Parameter<List<String>> TYPES =
            Parameter.list(Role.SELECTS, "types", words(), "what is suggested; everything without it");
    private static final Parameter<Integer> LIMIT = Parameters.limit(100, 10);
    private static final Parameter<List<String>> FIELDS = Parameter.fields(Schemas.columns("Suggestion"));

    private static final List<Parameter<?>> PARAMETERS = List.of(
            TYPED,
            TYPES,
            FIELDS,
            LIMIT,
            Parameter.form(
                    "format",
                    FORMS,
                    "the form: ours, or that of browsers' search bars; without it the Accept header says which"));

    private SuggestApi() {}

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                "/suggest", PARAMETERS, "What somebody who has begun to type may mean", FORMS, SuggestApi::suggest);
    }

    private static Answer suggest(Engine engine, Request request) throws IOException {
        Arguments arguments = new Arguments(request.parameters(), PARAMETERS, engine.searcher());
        String prefix = arguments.get(TYPED);
        Set<Suggestion.Type> types = types(arguments.get(TYPES));
        List<String> columns = arguments.get(FIELDS);
        int limit = arguments.get(LIMIT);
        arguments.check();
        // One more tells whether these are all.
        List<Suggestion> found = engine.searcher().suggest(prefix, types, limit + 1, engine.names());
        List<Suggestion> shown = found.subList(0, Math.min(limit, found.size()));
        if (request.form().type().equals(BROWSER)) {
            return new Answer.Text(Json.text(forBrowser(prefix, shown)), Optional.empty());
        }
        ObjectNode body = Json.object();
        body.putObject("total").put("returned", shown.size());
        body.put("complete", shown.size() == found.size());
        SearchApi.index(body, engine);
        ArrayNode suggestions = body.arrayNode();
        shown.forEach(each -> suggestions
                .addObject()
                .put("text", each.text())
                .put("type", each.type().word())
                .put("id", each.id())
                .put("count", each.count()));
        body.set("suggestions", Json.only(suggestions, columns));
        return new Answer.Body(body);
    }

    private static List<String> words() {
        return Arrays.stream(Suggestion.Type.values())
                .map(Suggestion.Type::word)
                .toList();
    }

    /** The types of these words; all for none. */
    private static Set<Suggestion.Type> types(List<String> words) {
        Set<Suggestion.Type> types = EnumSet.allOf(Suggestion.Type.class);
        types.removeIf(type -> !words.isEmpty() && !words.contains(type.word()));
        return types;
    }

    /** OpenSearch Suggestions 1.0: the beginning, the texts, what each is, and where it leads. */
    private static ArrayNode forBrowser(String prefix, List<Suggestion> shown) {
        ArrayNode answer = Json.object().putArray("answer").add(prefix);
        ArrayNode texts = answer.addArray();
        ArrayNode descriptions = answer.addArray();
        ArrayNode links = answer.addArray();
        for (Suggestion each : shown) {
            texts.add(each.text());
            descriptions.add(each.type().word() + ", " + each.count());
            links.add("/?q=" + Json.encode(query(each)));
        }
        return answer;
    }

    private static String query(Suggestion suggestion) {
        String field = suggestion.type().word();
        return switch (suggestion.type()) {
            case WORD -> suggestion.text();
            case COUNTRY, PERSON -> field + ":" + QueryPrinter.quote(suggestion.id());
            case TITLE, SOURCE -> field + ":" + QueryPrinter.quote(suggestion.text());
        };
    }
}
