package wherein.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import wherein.api.Endpoints;
import wherein.api.Engine;
import wherein.api.SearchApi;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;
import wherein.search.Copies;
import wherein.search.PassageSearcher;

/** {@code wherein search}: the passages about something, best first. Prints what {@code /api/v1/search} answers. */
@Command(
        name = "search",
        description = {
            "Finds the passages about something, best first.",
            "",
            "Every parameter of the API's /search is an option here, such as --stance critical or --date.from 2022,",
            "and so is every field of the collection's own; see README.md."
        },
        mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    private static final int ON_A_TERMINAL = 20;
    private static final int PAGE = 1_000;

    @Mixin
    private QueryWords words = new QueryWords();

    @Mixin
    private QuestionOptions asked = new QuestionOptions();

    @ArgGroup
    private Format format = new Format();

    @Option(names = "--all", description = "All hits, on a terminal too.")
    private boolean all;

    /** How hits are printed. */
    static final class Format {
        @Option(names = "--json", description = "The answer of the API, one page of it.")
        private boolean json;

        @Option(names = "--ndjson", description = "A JSON object a hit, all hits.")
        private boolean ndjson;
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        try (PassageSearcher searcher = LuceneIndex.open(asked.folder())) {
            Map<String, List<String>> parameters = asked.parameters(Endpoints.of("/search"), words.all());
            Engine engine = Version.engine(searcher);
            if (format.json) {
                ObjectNode answer = SearchApi.search(engine, parameters);
                terminal.out().println(terminal.outIsTerminal() ? Json.pretty(answer) : Json.text(answer));
                return exit(answer);
            }
            return print(terminal, engine, parameters);
        }
    }

    /** Prints page after page, until all that was asked for is out. */
    private int print(Terminal terminal, Engine engine, Map<String, List<String>> parameters) throws IOException {
        boolean few = terminal.outIsTerminal() && !all && !format.ndjson;
        boolean limited = parameters.containsKey("limit");
        if (!limited) {
            parameters.put("limit", List.of(Integer.toString(few ? ON_A_TERMINAL : PAGE)));
        }
        boolean onePage = few || limited;
        // Lines for the eye say nothing of copies.
        Copies kept = format.ndjson ? Copies.TOLD : Copies.UNTOLD;
        ObjectNode answer = SearchApi.search(engine, parameters, kept);
        HitPrinter printer = new HitPrinter(terminal);
        int exit = exit(answer);
        String nothing = answer.path("query").path("nothing").asText();
        if (!nothing.isEmpty()) {
            terminal.err().println("Nothing can be found: " + nothing + ".");
        }
        while (true) {
            for (JsonNode hit : answer.get("hits")) {
                if (format.ndjson) {
                    terminal.out().println(Json.text(hit));
                } else {
                    printer.print(hit);
                }
            }
            if (onePage || answer.get("next").isNull()) {
                break;
            }
            parameters.put("cursor", List.of(answer.get("next").asText()));
            answer = SearchApi.search(engine, parameters, kept);
        }
        terminal.out().flush();
        if (terminal.outIsTerminal() && !format.ndjson) {
            printer.summary(answer);
        }
        return exit;
    }

    private static int exit(ObjectNode answer) {
        return answer.path("total").path("passages").asInt() > 0 ? Main.FOUND : Main.NOTHING_FOUND;
    }
}
