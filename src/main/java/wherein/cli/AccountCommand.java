package wherein.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wherein.api.Endpoints;
import wherein.lucene.LuceneIndex;
import wherein.search.PassageSearcher;

/** {@code wherein account}: everything that might be a mention, and what became of it. */
@Command(
        name = "account",
        description = {
            "Lists every number, number word and capitalised run of the collection as recognised, set aside by a rule,",
            "or unexplained.",
            "",
            "Every parameter of the API's /account is an option here, such as --class unexplained or --doc ID."
        },
        mixinStandardHelpOptions = true)
final class AccountCommand implements Callable<Integer> {

    private static final List<String> PLAIN = List.of("document", "start", "end", "class", "rule", "surface");

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Option(names = ParameterOptions.GATHERED, hidden = true)
    private List<String> gathered = new ArrayList<>();

    @ArgGroup
    private TableFormat format = new TableFormat();

    @Override
    public Integer call() throws Exception {
        try (PassageSearcher searcher =
                LuceneIndex.open(Places.of(List.of(), index).index())) {
            Map<String, List<String>> parameters =
                    ParameterOptions.parameters(gathered, ParameterOptions.names("account"));
            return format.print(
                    Terminal.ofThisProcess(), Version.engine(searcher), Endpoints.of("/account"), parameters, PLAIN);
        }
    }
}
