package wherein.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
import wherein.api.Request;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;
import wherein.search.PassageSearcher;

/** {@code wherein stats}: what an index holds. */
@Command(
        name = "stats",
        description = "Says what an index holds: what the API's /info says, with mentions by type.",
        mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Mixin
    private IndexOption index = new IndexOption();

    @Option(names = "--json", description = "As one line of JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Path folder = index.folder();
        try (PassageSearcher searcher = LuceneIndex.open(folder)) {
            Map<String, List<String>> byType = new LinkedHashMap<>();
            byType.put("by", List.of("type"));
            Engine engine = Version.engine(searcher, folder);
            ObjectNode types = new TableCommand.TableRequest(engine, Endpoints.of("/mentions/summary"), byType)
                    .table("json")
                    .page();
            Endpoint info = Endpoints.of("/info");
            ObjectNode stats = ((Answer.Body) info.answer(engine, Request.of(info, Map.of()))).json();
            stats.set("mentions_by_type", types.get("groups"));
            terminal.out().println(json ? Json.text(stats) : Json.pretty(stats));
            terminal.out().flush();
        }
        return Main.FOUND;
    }
}
