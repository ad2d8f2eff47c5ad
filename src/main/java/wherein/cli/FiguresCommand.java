package wherein.cli;

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
import wherein.http.FiguresApi;
import wherein.http.Parameter;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
import wherein.search.PassageSearcher;

/** {@code wherein figures}: every figure of one unit. */
@Command(
        name = "figures",
        description = {
            "Lists every figure of one unit, such as --unit people, with the sentence it stands in.",
            "",
            "Every parameter of the API's /figures/table is an option here, such as --sort value or --source NAME;",
            "a query, as words, selects the passages that are looked at."
        },
        mixinStandardHelpOptions = true)
final class FiguresCommand implements Callable<Integer> {

    private static final List<String> PLAIN = List.of("document", "start", "end", "min", "max", "surface", "sentence");

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Only in passages that match.")
    private List<String> words = List.of();

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
                    new LinkedHashMap<>(ParameterOptions.parameters(gathered, Parameter.names(Parameter.ofFigures())));
            if (!words.isEmpty()) {
                parameters.put("q", List.of(String.join(" ", words)));
            }
            FiguresApi api = new FiguresApi(searcher, new LedgerNames(searcher));
            return format.print(Terminal.ofThisProcess(), api, parameters, PLAIN);
        }
    }
}
