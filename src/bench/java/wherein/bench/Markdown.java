package wherein.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The rows of a result as lines of a table in Markdown, for a page that people read. */
final class Markdown {

    private Markdown() {}

    static String of(JsonNode result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "| %,d passages | p50 ms | p99 ms | CPU ms | requests/s of %d | p50 and CPU of B's |%n| --- | --- | --- | --- | --- | --- |%n",
                result.get("passages").intValue(),
                Load.CLIENTS));
        for (JsonNode row : result.get("rows")) {
            JsonNode rate = row.path("requests_per_second");
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.1f | %.2f | %s | %.2f, %.2f |%n",
                    row.get("name").textValue(),
                    row.at("/p50_ms/median").doubleValue(),
                    row.at("/p99_ms/median").doubleValue(),
                    row.at("/cpu_ms/median").doubleValue(),
                    rate.isMissingNode() ? "" : String.format(Locale.ROOT, "%,.0f", rate.get("median").doubleValue()),
                    row.at("/p50_of_b/median").doubleValue(),
                    row.at("/cpu_of_b/median").doubleValue()));
        }
        return text.toString();
    }
}
