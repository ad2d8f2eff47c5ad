package wherein.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result of a benchmark for people: tables in plain text. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    private Report() {}

    static String of(JsonNode result) {
        Report report = new Report();
        report.head(result);
        report.rows(result.get("rows"));
        report.kinds(result.get("rows"));
        report.servers(result.get("servers"));
        report.pairs("Rows of the ledger", result.get("ledger"));
        report.pairs("Over the seeds (a server of Javalin and Lucene alone: %d MB)".formatted(result.get("bare_mb").intValue()), result.get("seeds"));
        report.indexes(result);
        return report.text.toString();
    }

    private void head(JsonNode result) {
        line(
                "%,d passages of %,d documents, %.1f MB of text, %.0f %% of them real; %d queries, totals agree on %d; medians of %d runs (least to most)",
                result.get("passages").intValue(),
                result.get("documents").intValue(),
                result.get("text_mb").doubleValue(),
                100 * result.get("real_share").doubleValue(),
                result.get("queries").intValue(),
                result.get("agree").intValue(),
                result.get("runs").intValue());
        line(
                "%d processors, load %.1f before and %.1f after, Java %s",
                result.get("processors").intValue(),
                result.get("load_before").doubleValue(),
                result.get("load_after").doubleValue(),
                result.get("java").textValue());
        result.path("disagree").forEach(each -> line("totals differ: %s", each.textValue()));
    }

    private void rows(JsonNode rows) {
        line("");
        line(
                "%-40s %20s %20s %20s %20s   %s",
                "",
                "p50 ms",
                "p99 ms",
                "CPU ms",
                "requests/s of " + Load.CLIENTS,
                "of B in the same run: p50, p99, CPU, requests/s");
        for (JsonNode row : rows) {
            line(
                    "%-40s %20s %20s %20s %20s   %5s %5s %5s %5s",
                    row.get("name").textValue(),
                    spread(row.get("p50_ms"), "%.2f"),
                    spread(row.get("p99_ms"), "%.1f"),
                    spread(row.get("cpu_ms"), "%.2f"),
                    spread(row.path("requests_per_second"), "%.0f"),
                    ratio(row.get("p50_of_b")),
                    ratio(row.get("p99_of_b")),
                    ratio(row.get("cpu_of_b")),
                    ratio(row.path("requests_per_second_of_b")));
        }
    }

    private static String ratio(JsonNode sample) {
        return sample.isMissingNode()
                ? ""
                : String.format(Locale.ROOT, "%.2f", sample.get("median").doubleValue());
    }

    private static String spread(JsonNode sample, String format) {
        if (sample.isMissingNode()) {
            return "";
        }
        String each = format + " (" + format + "-" + format + ")";
        return String.format(
                Locale.ROOT,
                each,
                sample.get("median").doubleValue(),
                sample.get("least").doubleValue(),
                sample.get("most").doubleValue());
    }

    private void kinds(JsonNode rows) {
        List<String> kinds = new ArrayList<>();
        rows.get(0).get("p50_ms_by_kind").fieldNames().forEachRemaining(kinds::add);
        line("");
        text.append(String.format("%-44s", "p50 ms of each kind of query"));
        kinds.forEach(kind -> text.append(String.format(" %11s", kind)));
        line("");
        for (JsonNode row : rows) {
            text.append(String.format("%-44s", row.get("name").textValue()));
            kinds.forEach(kind -> text.append(String.format(
                    Locale.ROOT, " %11.2f", row.get("p50_ms_by_kind").get(kind).doubleValue())));
            line("");
        }
    }

    private void servers(JsonNode servers) {
        line("");
        line(
                "%-24s %9s %10s %16s %16s %14s %14s %10s",
                "",
                "start s",
                "first ms",
                "first 100 p50",
                "first 100 p99",
                "anonymous MB",
                "at the start",
                "mapped MB");
        for (JsonNode server : servers) {
            line(
                    "%-24s %9.2f %10.1f %16.2f %16.1f %14d %14d %10d",
                    server.get("name").textValue(),
                    server.get("start_s").doubleValue(),
                    server.get("first_ms").doubleValue(),
                    server.get("first_hundred_p50_ms").doubleValue(),
                    server.get("first_hundred_p99_ms").doubleValue(),
                    server.get("anonymous_mb").intValue(),
                    server.get("anonymous_mb_at_start").intValue(),
                    server.get("mapped_mb").intValue());
        }
    }

    /** A column an engine, a line a figure. */
    private void pairs(String title, JsonNode engines) {
        line("");
        text.append(String.format("%-60s", title));
        engines.fieldNames().forEachRemaining(name -> text.append(String.format(" %14s", name)));
        line("");
        List<String> figures = new ArrayList<>();
        engines.elements().next().fieldNames().forEachRemaining(figures::add);
        for (String figure : figures) {
            text.append(String.format("%-60s", figure));
            engines.elements().forEachRemaining(engine -> text.append(String.format(
                    Locale.ROOT, " %,14.1f", engine.get(figure).doubleValue())));
            line("");
        }
    }

    private void indexes(JsonNode result) {
        line("");
        line("%-24s %14s %14s %14s", "index", "seconds", "MB", "of the text");
        result.properties().stream()
                .filter(each -> each.getValue().has("seconds") && each.getValue().has("mb"))
                .forEach(each -> line(
                        "%-24s %14.1f %14.1f %14.2f",
                        each.getKey(),
                        each.getValue().get("seconds").doubleValue(),
                        each.getValue().get("mb").doubleValue(),
                        each.getValue().get("mb").doubleValue() / result.get("text_mb").doubleValue()));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
