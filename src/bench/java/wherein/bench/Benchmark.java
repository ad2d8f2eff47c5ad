package wherein.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures Wherein beside raw Lucene over one collection: all servers are up, and in each run one is asked after the other, so
 * that what else the machine does falls on all alike.
 */
final class Benchmark implements AutoCloseable {

    /** What baseline B says of a hit. */
    private static final String SAME = "fields=id,title,source,date,rank,snippet,score";

    private static final String IDS = "fields=id,score&snippets=0";
    private static final String FACETS = "facets=stance,source,date,country,person,lang&interval=month";
    /** What all others are compared with. */
    static final String B = "B, UnifiedHighlighter";

    private static final int WARM = 8;
    private static final int FIRST = 100;

    private final Options options;
    private final Material material;
    private final HttpClient client = Load.client();
    private final Load load = new Load(client);
    private final Map<RawIndex.Kind, ServerProcess> raw = new LinkedHashMap<>();
    private final Map<String, ServerProcess> ours = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final ObjectNode result = Texts.JSON.createObjectNode();

    Benchmark(Options options, Material material) {
        this.options = options;
        this.material = material;
    }

    /** All of it; the result as JSON. */
    ObjectNode run() throws IOException, InterruptedException {
        material.tell(result);
        result.put("queries", material.queries().size()).put("runs", options.runs());
        result.put("processors", Runtime.getRuntime().availableProcessors());
        result.put("java", Runtime.version().toString());
        result.put("load_before", load());
        start();
        result.put("agree", agree());
        rows();
        for (int i = 0; i < WARM; i++) {
            for (Row row : rows) {
                row.warm();
            }
        }
        for (int i = 0; i < options.runs(); i++) {
            for (Row row : rows) {
                row.run();
            }
        }
        Row base = rows.stream().filter(row -> row.name().equals(B)).findFirst().orElseThrow();
        rows.forEach(row -> row.tell(result.withArray("rows").addObject(), base));
        memory();
        rest();
        result.put("load_after", load());
        return result;
    }

    private void start() throws IOException, InterruptedException {
        Path log = options.work().resolve("servers.log");
        for (RawIndex.Kind kind : RawIndex.Kind.values()) {
            ServerProcess server = new ServerProcess(material.serveRaw(kind), log, client);
            raw.put(kind, server);
            first(result.withArray("servers").addObject(), "B " + kind, server, "/search?");
        }
        for (var each : options.ours().entrySet()) {
            ServerProcess server = new ServerProcess(material.serve(each.getKey(), each.getValue()), log, client);
            ours.put(each.getKey(), server);
            first(result.withArray("servers").addObject(), each.getKey(), server, search(""));
        }
    }

    private static String search(String parameters) {
        return "/api/v1/search?limit=10&" + (parameters.isEmpty() ? "" : parameters + "&");
    }

    /** What whoever asks first after the start has to wait. */
    private void first(ObjectNode to, String name, ServerProcess server, String path)
            throws IOException, InterruptedException {
        to.put("name", name).put("start_s", server.startSeconds()).put("anonymous_mb_at_start", server.anonymousMegabytes());
        List<URI> all = new Way.OverHttp(server, path, material.queries(), load).addresses(1);
        // Each kind of query is among the first.
        List<URI> some = new ArrayList<>();
        for (int i = 0; i < Math.min(FIRST, all.size()); i++) {
            some.add(all.get(i * 13 % all.size()));
        }
        long[] times = load.times(some);
        Sample sample = Sample.milliseconds(times);
        to.put("first_ms", times[0] / 1e6).put("first_hundred_p50_ms", sample.median());
        to.put("first_hundred_p99_ms", sample.at(0.99));
    }

    /** Of how many queries the totals of all engines are the same. What differs is listed. */
    private int agree() throws IOException, InterruptedException {
        JsonNode alone = new Way.InProcess(raw.get(RawIndex.Kind.SAME), material.queriesFile(), load).ask();
        int agree = 0;
        for (int i = 0; i < material.queries().size(); i++) {
            Asked asked = material.queries().get(i);
            Map<String, List<Integer>> totals = new LinkedHashMap<>();
            totals.put("A", List.of(alone.get(i).get(2).intValue(), alone.get(i).get(3).intValue()));
            for (RawIndex.Kind kind : List.of(RawIndex.Kind.SAME, RawIndex.Kind.OFFSETS)) {
                totals.put("B " + kind, totals(raw.get(kind), "/search?", asked));
            }
            for (var each : ours.entrySet()) {
                totals.put(each.getKey(), totals(each.getValue(), search("fields=id"), asked));
            }
            if (totals.values().stream().distinct().count() == 1) {
                agree++;
            } else {
                result.withArray("disagree").add(asked + ": " + totals);
            }
        }
        return agree;
    }

    private List<Integer> totals(ServerProcess server, String path, Asked asked)
            throws IOException, InterruptedException {
        URI address = new Way.OverHttp(server, path, List.of(), load).address(asked);
        JsonNode total = Texts.JSON.readTree(load.body(address)).get("total");
        return List.of(total.get("passages").intValue(), total.get("documents").intValue());
    }

    private void rows() {
        ServerProcess same = raw.get(RawIndex.Kind.SAME);
        add("A, in process", new Way.InProcess(same, material.queriesFile(), load));
        add("A, English, one term a word", new Way.InProcess(raw.get(RawIndex.Kind.ENGLISH), material.queriesFile(), load));
        add("A over HTTP, ids and scores", http(same, "/search?hits=ids&"));
        add(B, http(same, "/search?"));
        add("B, offsets in postings", http(raw.get(RawIndex.Kind.OFFSETS), "/search?"));
        ours.forEach((name, server) -> {
            add(name + ", what B says", http(server, search(SAME)));
            add(name + ", ids and scores", http(server, search(IDS)));
            add(name + ", with text and marks", http(server, search("")));
            add(name + ", what B says and six facets", http(server, search(SAME + "&" + FACETS)));
        });
    }

    private Way http(ServerProcess server, String path) {
        return new Way.OverHttp(server, path, material.queries(), load);
    }

    private void add(String name, Way way) {
        rows.add(new Row(name, way, material.queries()));
    }

    private void memory() throws IOException {
        List<ServerProcess> servers = new ArrayList<>(raw.values());
        servers.addAll(ours.values());
        for (int i = 0; i < servers.size(); i++) {
            ((ObjectNode) result.get("servers").get(i))
                    .put("anonymous_mb", servers.get(i).anonymousMegabytes())
                    .put("mapped_mb", servers.get(i).mappedMegabytes());
        }
    }

    /** The ledger, the shell, and the memory of libraries alone. */
    private void rest() throws IOException, InterruptedException {
        ObjectNode ledger = result.putObject("ledger");
        for (var each : ours.entrySet()) {
            new LedgerCost(each.getValue(), client, options.runs()).tell(ledger.putObject(each.getKey()));
        }
        ObjectNode seeds = result.putObject("seeds");
        for (var each : options.ours().entrySet()) {
            new Seeds(options.seeds(), options.work(), each.getKey(), options.runs())
                    .tell(seeds.putObject(each.getKey()), each.getValue(), client);
        }
        try (ServerProcess bare =
                new ServerProcess(material.serveBare(), options.work().resolve("servers.log"), client)) {
            new Way.OverHttp(bare, "/search?", material.queries().subList(0, 1), load).warm();
            result.put("bare_mb", bare.anonymousMegabytes());
        }
    }

    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    @Override
    public void close() {
        raw.values().forEach(ServerProcess::close);
        ours.values().forEach(ServerProcess::close);
        client.close();
    }
}
