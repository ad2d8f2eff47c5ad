package wherein.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import wherein.api.Answer;
import wherein.api.Endpoint;
import wherein.api.Endpoints;
import wherein.api.Engine;
import wherein.api.Form;
import wherein.api.Request;
import wherein.api.Table;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;
import wherein.search.Deadline;
import wherein.search.PassageSearcher;
import wherein.text.Printable;

/**
 * A command that prints the rows of one endpoint: its parameters are options here, and what is printed is what it answers.
 * Rows are written one after the other and none is kept, but for {@code --json}, which is one page.
 */
abstract class TableCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    private static final String FORMAT = "format";

    @Mixin
    private QuestionOptions options = new QuestionOptions();

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

    /** Who asks at a command line sees how long it takes, and has Ctrl-C. */
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    private final String path;

    /** A command that prints what the endpoint {@code path} answers. */
    TableCommand(String path) {
        this.path = path;
    }

    /** What is asked of the endpoint, in any of its forms. */
    record TableRequest(Engine engine, Endpoint endpoint, Map<String, List<String>> parameters) {

        /** The rows in the form of this word, with these parameters where none are given. */
        Table table(String word, Map<String, String> otherwise) throws IOException, UserException {
            Form form = endpoint.forms().stream()
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new UserException("there is no form \"" + word + "\" of rows; expected one of "
                            + endpoint.forms().stream().map(Form::word).collect(Collectors.joining(", "))));
            Map<String, List<String>> all = new LinkedHashMap<>(parameters);
            otherwise.forEach((name, value) -> all.putIfAbsent(name, List.of(value)));
            return ((Answer.Rows)
                            endpoint.answer(engine, Request.of(endpoint, all).in(form)))
                    .table();
        }

        Table table(String word) throws IOException, UserException {
            return table(word, Map.of());
        }
    }

    /** The words of the query; none where the endpoint takes none. */
    abstract List<String> query();

    /** Where the command prints. */
    final Terminal terminal() {
        return main.terminal();
    }

    /** Tells what is the matter with what rows are made from, if anything is. */
    void warn(Terminal terminal, Engine engine) {
        // Of an index that is damaged there are no rows.
    }

    /** Prints the rows where no form is asked for. */
    abstract int plain(Terminal terminal, TableRequest asked) throws IOException, UserException;

    @Override
    public final Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Endpoint endpoint = Endpoints.of(path);
        Map<String, List<String>> parameters = options.parameters(endpoint, query());
        Optional<String> word = format(parameters);
        Path folder = options.folder();
        try (PassageSearcher searcher = LuceneIndex.open(folder)) {
            Engine engine = Version.engine(searcher, folder).within(Deadline.after(AS_LONG_AS_IT_TAKES));
            warn(terminal, engine);
            TableRequest asked = new TableRequest(engine, endpoint, parameters);
            if (word.isEmpty()) {
                return plain(terminal, asked);
            }
            Table table = asked.table(word.get());
            return word.get().equals("json") ? page(terminal, table) : export(terminal, table);
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

    private static int page(Terminal terminal, Table table) throws IOException {
        ObjectNode answer = table.page();
        terminal.out().println(terminal.outIsTerminal() ? Json.pretty(answer) : Json.text(answer));
        int all = answer.path("total").path("returned").asInt()
                + answer.path("remaining").asInt();
        return found(all);
    }

    /** Prints all rows, one after the other. */
    static int export(Terminal terminal, Table table) throws IOException {
        return export(terminal, table, UnaryOperator.identity());
    }

    private static int export(Terminal terminal, Table table, UnaryOperator<String> written) throws IOException {
        int[] found = {0};
        table.export(
                count -> {
                    found[0] = count;
                    return true;
                },
                line -> terminal.out().print(terminal.outIsTerminal() ? shown(line) : written.apply(line)));
        return found(found[0]);
    }

    /** A line as a terminal may have it, which would obey what stands in a document. */
    private static String shown(String line) {
        return Printable.escapedLines(line.replace("\r\n", "\n"));
    }

    /** Prints all rows as lines of a few columns, with commas between, for a shell, which knows one sign for the end of a line. */
    static int lines(Terminal terminal, TableRequest asked, String columns) throws IOException, UserException {
        Table table = asked.table("csv", Map.of("fields", columns, "header", "off"));
        return export(terminal, table, line -> line.replace("\r\n", "\n"));
    }

    /** The exit code for so many rows. */
    static int found(int rows) {
        return rows > 0 ? Main.FOUND : Main.NOTHING_FOUND;
    }
}
