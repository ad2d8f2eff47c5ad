package wherein.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import wherein.api.Answer;
import wherein.api.Endpoint;
import wherein.api.Endpoints;
import wherein.api.Engine;
import wherein.api.Form;
import wherein.api.Request;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;
import wherein.search.PassageSearcher;
import wherein.text.Printable;

/** {@code wherein absence}: what was tried and searched where nothing was found. Prints what {@code /api/v1/absence} answers. */
@Command(
        name = "absence",
        description = {
            "Says what stands behind \"nothing found\": which forms and names were looked for, what was searched, and",
            "what could not be searched or has no date.",
            "",
            "Every parameter of the API's /absence is an option here, such as --stance critical or --date.from 2022."
        },
        mixinStandardHelpOptions = true)
final class AbsenceCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Mixin
    private QueryWords words = new QueryWords();

    @Mixin
    private QuestionOptions asked = new QuestionOptions();

    @Option(names = "--json", description = "The answer of the API in JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Endpoint endpoint = Endpoints.of("/absence");
        Map<String, List<String>> parameters = asked.parameters(endpoint, words.all());
        try (PassageSearcher searcher = LuceneIndex.open(asked.folder())) {
            Engine engine = Version.engine(searcher);
            Request request = Request.of(endpoint, parameters);
            ObjectNode answer = ((Answer.Body) endpoint.answer(engine, request)).json();
            boolean isText =
                    !json && !parameters.getOrDefault("format", List.of()).contains("json");
            if (isText) {
                Form text = endpoint.forms().getLast();
                Answer.Text told = (Answer.Text) endpoint.answer(engine, request.in(text));
                terminal.out().print(Printable.escapedLines(told.text()));
            } else {
                terminal.out().println(terminal.outIsTerminal() ? Json.pretty(answer) : Json.text(answer));
            }
            terminal.out().flush();
            return answer.at("/total/passages").asInt() > 0 ? Main.FOUND : Main.NOTHING_FOUND;
        }
    }
}
