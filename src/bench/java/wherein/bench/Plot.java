package wherein.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws what has been measured over collections of several sizes: an SVG of five charts. */
final class Plot {

    private static final List<String> ENGINES = List.of(Benchmark.B, "Wherein, what B says");
    private static final String SERVER = "B SAME";

    private final List<JsonNode> results;
    private final StringBuilder charts = new StringBuilder();
    private int drawn;

    private Plot(List<JsonNode> results) {
        this.results = results;
    }

    /** Writes {@code plot.svg} in the folder of the work, of all results that are there. */
    static Path write(Path work) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(work)) {
            files = all.filter(file -> file.getFileName().toString().matches("\\d+\\.json"))
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(work + " has no results yet");
        }
        List<JsonNode> results = new java.util.ArrayList<>();
        for (Path file : files) {
            results.add(Texts.JSON.readTree(file.toFile()));
        }
        Path svg = work.resolve("plot.svg");
        Files.writeString(svg, new Plot(results).svg());
        return svg;
    }

    private String svg() {
        chart("p50 of ten highlighted hits, ms", row("p50_ms"));
        chart("p99, ms", row("p99_ms"));
        chart("passages indexed a second", result -> Map.of(
                "Lucene, one thread", result.get("passages").doubleValue() / result.at("/raw-SAME/seconds").doubleValue(),
                "Wherein", result.get("passages").doubleValue() / result.at("/index-Wherein/seconds").doubleValue()));
        chart("anonymous memory of a server, MB", result -> {
            Map<String, Double> memory = new LinkedHashMap<>();
            result.get("servers").forEach(server -> {
                String name = server.get("name").textValue();
                if (name.equals(SERVER) || name.equals("Wherein")) {
                    memory.put(name.equals(SERVER) ? "B" : name, server.get("anonymous_mb").doubleValue());
                }
            });
            return memory;
        });
        chart("size of the index, MB", result -> Map.of(
                "Lucene", result.at("/raw-SAME/mb").doubleValue(),
                "Wherein", result.at("/index-Wherein/mb").doubleValue(),
                "the text", result.get("text_mb").doubleValue()));
        int rows = Math.ceilDiv(drawn, 2);
        return """
                <svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' font-family='sans-serif' font-size='11'>
                <rect width='100%%' height='100%%' fill='white'/>
                %s<text x='60' y='%d'>Against the number of passages; dashed: not measured, as the last two points go on.</text>
                </svg>
                """
                .formatted(2 * Chart.WIDTH, rows * Chart.HEIGHT + 20, charts, rows * Chart.HEIGHT + 10);
    }

    private static Function<JsonNode, Map<String, Double>> row(String figure) {
        return result -> {
            Map<String, Double> values = new LinkedHashMap<>();
            result.get("rows").forEach(row -> {
                String name = row.get("name").textValue();
                if (ENGINES.contains(name)) {
                    values.put(name, row.get(figure).get("median").doubleValue());
                }
            });
            return values;
        };
    }

    private void chart(String title, Function<JsonNode, Map<String, Double>> figures) {
        Map<String, TreeMap<Integer, Double>> lines = new TreeMap<>();
        for (JsonNode result : results) {
            figures.apply(result).forEach((name, value) -> {
                if (value > 0 && Double.isFinite(value)) {
                    lines.computeIfAbsent(name, each -> new TreeMap<>())
                            .put(result.get("passages").intValue(), value);
                }
            });
        }
        if (lines.isEmpty()) {
            return;
        }
        charts.append("<g transform='translate(%d %d)'>%n"
                        .formatted(drawn % 2 * Chart.WIDTH, drawn / 2 * Chart.HEIGHT))
                .append(Chart.of(title, lines))
                .append("</g>\n");
        drawn++;
    }
}
