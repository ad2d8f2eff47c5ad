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
import wherein.http.MentionsApi;
import wherein.http.Parameter;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
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
    private TableFormat format = new TableFormat();

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.ofThisProcess();
        try (PassageSearcher searcher =
                LuceneIndex.open(Places.of(List.of(), index).index())) {
            Map<String, List<String>> parameters =
                    new LinkedHashMap<>(ParameterOptions.parameters(gathered, Parameter.names(Parameter.ofMentions())));
            if (!words.isEmpty()) {
                parameters.put("q", List.of(String.join(" ", words)));
            }
            MentionsApi api = new MentionsApi(searcher, new LedgerNames(searcher));
            return format.print(terminal, api, parameters, PLAIN);
        }
    }
}
