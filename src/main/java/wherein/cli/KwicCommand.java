package wherein.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import wherein.api.KwicLine;
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
final class KwicCommand extends TableCommand {

    private static final String MARK = "\u001b[1;33m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What is listed.")
    private List<String> words = List.of();

    KwicCommand() {
        super("/concordance");
    }

    @Override
    List<String> query() {
        return words;
    }

    @Override
    int plain(Terminal terminal, TableRequest asked) throws IOException, UserException {
        return terminal.outIsTerminal() ? page(terminal, asked) : export(terminal, asked.table("txt"));
    }

    /** For a person: one page, cut to the width of the terminal. */
    private static int page(Terminal terminal, TableRequest asked) throws IOException, UserException {
        asked.parameters().remove("fields");
        ObjectNode answer = asked.table("json").page();
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
}
