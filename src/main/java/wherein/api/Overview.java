package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import wherein.index.IndexReport;
import wherein.index.Manifest;
import wherein.json.Json;

/**
 * What a collection is, for who sees it for the first time: how much there is, what its passages are of, counted by date, source,
 * stance, country and person, and what the last run changed. All of it is told by other endpoints too; here it is one answer.
 */
public final class Overview {

    /** The fields that are counted. */
    public static final String FIELDS = "date,stance,source,country,person";

    private Overview() {}

    /** The overview of what {@code engine} answers from. Costs as much as a search for everything. */
    public static ObjectNode of(Engine engine) throws IOException {
        Manifest manifest = engine.searcher().manifest();
        ObjectNode body = Json.object()
                .put("documents", manifest.documents())
                .put("passages", manifest.passages())
                .put("mentions", manifest.allMentions());
        ObjectNode stances = body.putObject("stances");
        manifest.stances().forEach(stances::put);
        manifest.lastRun().ifPresent(run -> {
            IndexReport report = run.report();
            ObjectNode last = body.putObject("report").put("ended", manifest.built());
            last.putObject("documents")
                    .put("added", report.added())
                    .put("changed", report.changed())
                    .put("deleted", report.deleted());
        });
        body.set(
                "answer",
                SearchApi.search(
                        engine,
                        Map.of(
                                "facets", List.of(FIELDS),
                                "interval", List.of("auto"),
                                "limit", List.of("0"))));
        return body;
    }
}
