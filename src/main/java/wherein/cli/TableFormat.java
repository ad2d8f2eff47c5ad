package wherein.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import wherein.http.Format;
import wherein.http.TableApi;
import wherein.json.Json;

/** How the rows of a table are printed. */
final class TableFormat {

    @Option(names = "--json", description = "The answer of the API, one page of it.")
    private boolean json;

    @Option(names = "--ndjson", description = "A JSON object a row.")
    private boolean ndjson;

    @Option(names = "--csv", description = "CSV with a line of names.")
    private boolean csv;

    /**
     * Prints the rows of {@code api} that {@code given} selects.
     *
     * @param plain the columns where no form is asked for
     * @return the exit code
     */
    int print(Terminal terminal, TableApi api, Map<String, List<String>> given, List<String> plain) throws IOException {
        Map<String, List<String>> parameters = new LinkedHashMap<>(given);
        PrintStream out = terminal.out();
        if (json) {
            var answer = api.page(parameters);
            out.println(terminal.outIsTerminal() ? Json.pretty(answer) : Json.text(answer));
            out.flush();
            int all = answer.path("total").path("returned").asInt()
                    + answer.path("remaining").asInt();
            return all > 0 ? Main.FOUND : Main.NOTHING_FOUND;
        }
        if (!ndjson && !csv) {
            parameters.putIfAbsent("fields", plain);
            parameters.putIfAbsent("header", List.of("off"));
        }
        int[] found = {0};
        api.export(
                parameters,
                ndjson ? Format.NDJSON : Format.CSV,
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
        return found[0] > 0 ? Main.FOUND : Main.NOTHING_FOUND;
    }
}
