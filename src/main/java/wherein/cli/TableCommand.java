package wherein.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import wherein.http.Format;
import wherein.http.Parameter;
import wherein.http.TableApi;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;
import wherein.search.PassageSearcher;
import wherein.text.Printable;

/**
 * A command that prints the rows of one endpoint: its parameters are options here, and what is printed is what it answers.
 * Rows are written one after the other and none is kept, but for {@code --json}, which is one page.
 */
abstract class TableCommand implements Callable<Integer> {

    private static final String FORMAT = "format";

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Option(names = ParameterOptions.GATHERED, hidden = true)
    private List<String> gathered = new ArrayList<>();

    @ArgGroup
    private Short form = new Short();

    /** Short for {@code --format}, which the endpoint declares. */
    static final class Short {
        @Option(names = "--json", description = "The answer of the API, one page of it; short for --format json.")
        private boolean json;

        @Option(names = "--ndjson", description = "A JSON object a row; short for --format ndjson.")
        private boolean ndjson;

        @Option(names = "--csv", description = "CSV with a line of names; short for --format csv.")
        private boolean csv;

        private Optional<String> word() {
            return json
                    ? Optional.of("json")
                    : ndjson ? Optional.of("ndjson") : csv ? Optional.of("csv") : Optional.empty();
        }
    }

    /** The endpoint, on the index that {@code searcher} reads. */
    abstract TableApi api(PassageSearcher searcher);

    /** What the endpoint may be asked. */
    abstract List<Parameter<?>> declared();

    /** The words of the query; none where the endpoint takes none. */
    abstract List<String> query();

    /** Prints the rows where no form is asked for. */
    abstract int plain(Terminal terminal, TableApi api, Map<String, List<String>> parameters) throws IOException;

    @Override
    public final Integer call() throws Exception {
        Terminal terminal = Terminal.ofThisProcess();
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(ParameterOptions.parameters(gathered, Parameter.names(declared())));
        if (!query().isEmpty()) {
            parameters.put("q", List.of(String.join(" ", query())));
        }
        Optional<String> word = format(parameters);
        try (PassageSearcher searcher =
                LuceneIndex.open(Places.of(List.of(), index).index())) {
            TableApi api = api(searcher);
            return switch (word.orElse("")) {
                case "" -> plain(terminal, api, parameters);
                case "ndjson" -> export(terminal, api, parameters, Format.NDJSON);
                case "csv" -> export(terminal, api, parameters, Format.CSV);
                case "txt" -> export(terminal, api, parameters, Format.TXT);
                // What is no form at all the endpoint refuses by itself, and names those it has.
                default -> page(terminal, api, parameters);
            };
        }
    }

    /** The form that is asked for, in either way. */
    private Optional<String> format(Map<String, List<String>> parameters) throws UserException {
        List<String> said = parameters.getOrDefault(FORMAT, List.of());
        for (String each : said) {
            if (!each.equals(form.word().orElse(said.getFirst()))) {
                String other = form.word().map(word -> "--" + word).orElse("--format " + said.getFirst());
                throw new UserException("--format " + each + " and " + other + " exclude each other; leave one out");
            }
        }
        return form.word().or(() -> said.stream().findFirst());
    }

    private static int page(Terminal terminal, TableApi api, Map<String, List<String>> parameters) throws IOException {
        ObjectNode answer = api.page(parameters);
        terminal.out().println(terminal.outIsTerminal() ? Json.pretty(answer) : Json.text(answer));
        int all = answer.path("total").path("returned").asInt()
                + answer.path("remaining").asInt();
        return found(all);
    }

    /** Prints all rows, one after the other. */
    static int export(Terminal terminal, TableApi api, Map<String, List<String>> parameters, Format format)
            throws IOException {
        int[] found = {0};
        api.export(
                parameters,
                format,
                count -> {
                    found[0] = count;
                    return true;
                },
                line -> terminal.out().print(terminal.outIsTerminal() ? shown(line) : line));
        return found(found[0]);
    }

    /** A line as a terminal may have it, which would obey what stands in a document. */
    private static String shown(String line) {
        return Printable.escapedLines(line.replace("\r\n", "\n"));
    }

    /** Prints all rows as lines of a few columns, for a shell. */
    static int lines(Terminal terminal, TableApi api, Map<String, List<String>> parameters, String... columns)
            throws IOException {
        Map<String, List<String>> given = new LinkedHashMap<>(parameters);
        given.putIfAbsent("fields", List.of(columns));
        given.putIfAbsent("header", List.of("off"));
        return export(terminal, api, given, Format.CSV);
    }

    /** The exit code for so many rows. */
    static int found(int rows) {
        return rows > 0 ? Main.FOUND : Main.NOTHING_FOUND;
    }
}
