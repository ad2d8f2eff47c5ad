package wherein.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wherein.http.LedgerApi;
import wherein.http.Parameter;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;
import wherein.search.PassageSearcher;

/** {@code wherein mentions}: every mention of a country, a person, a number or a date. */
@Command(
        name = "mentions",
        description = {
            "Lists every mention of a country, a person, a number or a date.",
            "",
            "Every parameter of the API's /mentions is an option here, such as --id Georgia, --type figure or",
            "--mention.value '>=100000'; a query, as words, selects the passages that are looked at."
        },
        mixinStandardHelpOptions = true)
final class MentionsCommand implements Callable<Integer> {

    private static final List<String> PLAIN = List.of("document", "start", "end", "type", "id", "surface");

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Only in passages that match.")
    private List<String> words = List.of();

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Option(names = ParameterOptions.GATHERED, hidden = true)
    private List<String> gathered = new ArrayList<>();

    @ArgGroup
    private Format format = new Format();

    /** How rows are printed. */
    static final class Format {
        @Option(names = "--json", description = "The answer of the API, one page of it.")
        private boolean json;

        @Option(names = "--ndjson", description = "A JSON object a row.")
        private boolean ndjson;

        @Option(names = "--csv", description = "CSV with a line of names.")
        private boolean csv;
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.ofThisProcess();
        try (PassageSearcher searcher =
                LuceneIndex.open(Places.of(List.of(), index).index())) {
            LedgerApi api = new LedgerApi(searcher, new LedgerNames(searcher));
            Map<String, List<String>> parameters =
                    new LinkedHashMap<>(ParameterOptions.parameters(gathered, Parameter.names(Parameter.ofMentions())));
            if (!words.isEmpty()) {
                parameters.put("q", List.of(String.join(" ", words)));
            }
            PrintStream out = terminal.out();
            if (format.json) {
                var answer = api.mentions(parameters);
                out.println(terminal.outIsTerminal() ? Json.pretty(answer) : Json.text(answer));
                out.flush();
                return answer.path("total").path("mentions").asInt() > 0 ? Main.FOUND : Main.NOTHING_FOUND;
            }
            return export(out, api, parameters);
        }
    }

    private int export(PrintStream out, LedgerApi api, Map<String, List<String>> parameters) throws IOException {
        LedgerApi.Form form = format.ndjson ? LedgerApi.Form.NDJSON : LedgerApi.Form.CSV;
        if (!format.ndjson && !format.csv) {
            parameters.putIfAbsent("fields", PLAIN);
            parameters.putIfAbsent("header", List.of("off"));
        }
        int[] found = {0};
        api.export(
                parameters,
                form,
                tally -> {
                    found[0] = tally.mentions();
                    return true;
                },
                line -> {
                    out.print(line);
                    // A closed pipe wants no more, and no complaint.
                    if (out.checkError()) {
                        throw new ClosedPipeException();
                    }
                });
        out.flush();
        return found[0] > 0 ? Main.FOUND : Main.NOTHING_FOUND;
    }
}
