package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.json.Json;
import wherein.query.QueryPrinter;
import wherein.search.Suggestion;

/** {@code /suggest}: what somebody who has begun to type may mean. */
final class SuggestApi {

    /** The type of the form for browsers. */
    static final String BROWSER = "application/x-suggestions+json";

    private final Engine engine;

    SuggestApi(Engine engine) {
        this.engine = engine;
    }

    /** Answers in our form, or in that of browsers' search bars. */
    void answer(Context context) throws IOException {
        Map<String, List<String>> parameters = context.queryParamMap();
        Arguments arguments = new Arguments(parameters, Parameter.SUGGEST, engine.searcher());
        String prefix = arguments.get(Parameter.TYPED);
        List<String> types = arguments.get(Parameter.TYPES);
        List<String> columns = arguments.get(Parameter.SUGGESTION_FIELDS);
        int limit = arguments.get(Parameter.SUGGESTIONS);
        Optional<String> asked = arguments.get(Parameter.SUGGESTED_AS);
        arguments.check();
        String form =
                asked.orElseGet(() -> Format.welcome(context, List.of(Format.JSON.type(), BROWSER), each -> each));
        if (Freshness.unchanged(context, engine.searcher(), form)) {
            return;
        }
        Freshness.mark(context, engine.searcher(), form);
        // One more tells whether these are all.
        List<Suggestion> found = engine.searcher()
                .suggest(prefix, Set.copyOf(types.isEmpty() ? Suggestion.TYPES : types), limit + 1, engine.names());
        List<Suggestion> shown = found.subList(0, Math.min(limit, found.size()));
        if (form.equals(BROWSER)) {
            Answering.timing(context);
            Answering.text(context, BROWSER, Json.text(forBrowser(prefix, shown)));
            return;
        }
        ObjectNode body = Json.object();
        body.putObject("total").put("returned", shown.size());
        body.put("complete", shown.size() == found.size());
        body.putObject("index").put("generation", engine.searcher().generation());
        ArrayNode suggestions = body.arrayNode();
        shown.forEach(each -> suggestions
                .addObject()
                .put("text", each.text())
                .put("type", each.type())
                .put("id", each.id())
                .put("count", each.count()));
        body.set("suggestions", TableApi.only(suggestions, columns));
        Answering.json(context, body);
    }

    /** OpenSearch Suggestions 1.0: the beginning, the texts, what each is, and where it leads. */
    private static ArrayNode forBrowser(String prefix, List<Suggestion> shown) {
        ArrayNode answer = Json.object().putArray("answer").add(prefix);
        ArrayNode texts = answer.addArray();
        ArrayNode descriptions = answer.addArray();
        ArrayNode links = answer.addArray();
        for (Suggestion each : shown) {
            texts.add(each.text());
            descriptions.add(each.type() + ", " + each.count());
            links.add("/?q=" + Json.encode(query(each)));
        }
        return answer;
    }

    private static String query(Suggestion suggestion) {
        return switch (suggestion.type()) {
            case "word" -> suggestion.text();
            case "country", "person" -> suggestion.type() + ":" + QueryPrinter.quote(suggestion.id());
            default -> suggestion.type() + ":" + QueryPrinter.quote(suggestion.text());
        };
    }
}
