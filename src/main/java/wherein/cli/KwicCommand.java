package wherein.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import wherein.http.ConcordanceApi;
import wherein.http.Format;
import wherein.http.KwicLine;
import wherein.http.Parameter;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
import wherein.search.PassageSearcher;
import wherein.text.Columns;

/** {@code wherein kwic}: every match of a query, one below the other. */
@Command(
        name = "kwic",
        description = {
            "Lists every match of a query with what stands around it, the matches one below the other.",
            "",
            "Every parameter of the API's /concordance is an option here, such as",
            "--left 40, --sort right or --sample 100.",
            "On a terminal 20 rows, more with --limit; in a pipe all of them."
        },
        mixinStandardHelpOptions = true)
final class KwicCommand implements Callable<Integer> {

    private static final String MARK = "\u001b[1;33m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What is listed.")
    private List<String> words = List.of();

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Option(names = ParameterOptions.GATHERED, hidden = true)
    private List<String> gathered = new ArrayList<>();

    @ArgGroup
    private Form format = new Form();

    /** How rows are printed. */
    static final class Form {
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
            ConcordanceApi api = new ConcordanceApi(searcher, new LedgerNames(searcher));
            Map<String, List<String>> parameters = new LinkedHashMap<>(
                    ParameterOptions.parameters(gathered, Parameter.names(Parameter.ofConcordance())));
            parameters.put("q", List.of(String.join(" ", words)));
            if (format.json) {
                ObjectNode answer = api.page(parameters);
                terminal.out().println(terminal.outIsTerminal() ? Json.pretty(answer) : Json.text(answer));
                terminal.out().flush();
                return found(answer.path("total").path("matches").asInt());
            }
            boolean forPerson = terminal.outIsTerminal() && !format.ndjson && !format.csv;
            return forPerson ? page(terminal, api, parameters) : export(terminal.out(), api, parameters);
        }
    }

    private static int found(int matches) {
        return matches > 0 ? Main.FOUND : Main.NOTHING_FOUND;
    }

    /** For a person: one page, cut to the width of the terminal. */
    private static int page(Terminal terminal, ConcordanceApi api, Map<String, List<String>> parameters)
            throws IOException {
        parameters.remove("fields");
        ObjectNode answer = api.page(parameters);
        List<KwicLine> lines = new ArrayList<>();
        int longest = 0;
        for (JsonNode row : answer.get("rows")) {
            lines.add(KwicLine.of(row));
            longest = Math.max(longest, Columns.of(lines.getLast().match()));
        }
        int side = Math.max(10, (terminal.width() - 2 - Math.min(longest, terminal.width() / 3)) / 2);
        String document = "";
        for (KwicLine line : lines) {
            String now = line.place().substring(0, line.place().lastIndexOf(' '));
            if (!now.equals(document)) {
                document = now;
                terminal.out().println(style(terminal, FAINT, document));
            }
            terminal.out()
                    .println(line.left(side) + " " + style(terminal, MARK, line.match()) + " "
                            + Columns.head(line.after(), side));
        }
        terminal.out().flush();
        int matches = answer.path("total").path("matches").asInt();
        int remaining = answer.path("remaining").asInt();
        terminal.err()
                .println(matches
                        + (matches == 1 ? " match" : " matches")
                        + (remaining > 0 ? "; " + remaining + " more with --limit or in a pipe" : ""));
        return found(matches);
    }

    private static String style(Terminal terminal, String code, String text) {
        return terminal.colour() ? code + text + PLAIN : text;
    }

    private int export(PrintStream out, ConcordanceApi api, Map<String, List<String>> parameters) throws IOException {
        Format form = format.ndjson ? Format.NDJSON : format.csv ? Format.CSV : Format.TXT;
        int[] found = {0};
        api.export(
                parameters,
                form,
                count -> {
                    found[0] = count;
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
        return found(found[0]);
    }
}
