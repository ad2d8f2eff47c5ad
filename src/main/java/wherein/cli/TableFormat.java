package wherein.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import wherein.api.Answer;
import wherein.api.Endpoint;
import wherein.api.Engine;
import wherein.api.Form;
import wherein.api.Request;
import wherein.api.Table;
import wherein.json.Json;

/** How the rows of a table are printed. */
final class TableFormat {

    @Option(names = "--json", description = "The answer of the API, one page of it.")
    private boolean json;

    @Option(names = "--ndjson", description = "A JSON object a row.")
    private boolean ndjson;

    @Option(names = "--csv", description = "CSV with a line of names.")
    private boolean csv;

    /** The word for the form that was asked for; {@code plain} where none was. */
    String word(String plain) {
        return json ? "json" : ndjson ? "ndjson" : csv ? "csv" : plain;
    }

    /**
     * Prints the rows of {@code endpoint} that {@code given} selects.
     *
     * @param plain the columns where no form is asked for
     * @return the exit code
     */
    int print(Terminal terminal, Engine engine, Endpoint endpoint, Map<String, List<String>> given, List<String> plain)
            throws IOException {
        Map<String, List<String>> parameters = new LinkedHashMap<>(given);
        if (!json && !ndjson && !csv) {
            parameters.putIfAbsent("fields", plain);
            parameters.putIfAbsent("header", List.of("off"));
        }
        Table table = table(engine, endpoint, parameters, word("csv"));
        PrintStream out = terminal.out();
        if (json) {
            var answer = table.page();
            out.println(terminal.outIsTerminal() ? Json.pretty(answer) : Json.text(answer));
            out.flush();
            int all = answer.path("total").path("returned").asInt()
                    + answer.path("remaining").asInt();
            return all > 0 ? Main.FOUND : Main.NOTHING_FOUND;
        }
        return export(terminal, table);
    }

    /** The rows of {@code endpoint} in the form of this word. */
    static Table table(Engine engine, Endpoint endpoint, Map<String, List<String>> parameters, String word)
            throws IOException {
        Form form = endpoint.forms().stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
        Answer answer = endpoint.answer(engine, Request.of(endpoint, parameters).in(form));
        return ((Answer.Rows) answer).table();
    }

    /** Prints all rows of {@code table}. */
    static int export(Terminal terminal, Table table) throws IOException {
        PrintStream out = terminal.out();
        int[] found = {0};
        table.export(
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
