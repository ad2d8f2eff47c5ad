package wherein.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/** The query of a command, as the words behind it. */
final class QueryWords {

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "The query; several words may stand without quotes.")
    private List<String> words = List.of();

    /** The words; none if no query is given, or one by {@code --q}. */
    List<String> all() {
        return words;
    }
}
