package wherein.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/**
 * Baseline B: {@link RawSearcher} and Lucene's highlighter behind the server that the JDK has. Prints its address, and ends with
 * its standard input.
 *
 * <p>{@code /search} answers as Wherein does, {@code hits=ids} leaves out all but scores; {@code /alone} runs the queries of a
 * file in one thread, without HTTP, for baseline A.
 */
final class RawServer {

    private static final int THREADS = 8;

    private final RawSearcher raw;
    private final UnifiedHighlighter highlighter;

    private RawServer(Path index, RawIndex.Kind kind) throws IOException {
        raw = new RawSearcher(index, kind.analyzer());
        highlighter = UnifiedHighlighter.builder(raw.searcher(), kind.analyzer())
                .build();
    }

    public static void main(String[] args) throws IOException {
        RawServer own = new RawServer(Path.of(args[0]), RawIndex.Kind.valueOf(args[1]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/search", exchange -> send(exchange, own.search(parameters(exchange))));
        server.createContext("/alone", exchange -> send(exchange, own.alone(parameters(exchange))));
        server.createContext("/ready", exchange -> send(exchange, "{}".getBytes(StandardCharsets.UTF_8)));
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // Nobody says anything.
        }
        System.exit(0);
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String each : query == null ? new String[0] : query.split("&")) {
            int equals = each.indexOf('=');
            parameters.put(
                    each.substring(0, equals), URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private byte[] search(Map<String, String> parameters) throws IOException {
        RawSearcher.Found found = raw.search(new Asked("", parameters.get("q"), parameters.getOrDefault("source", "")));
        boolean whole = !parameters.containsKey("hits");
        String[] snippets = whole ? highlighter.highlight(RawIndex.TEXT, found.query(), found.top(), 1) : new String[0];
        StoredFields stored = raw.searcher().storedFields();
        ByteArrayOutputStream body = new ByteArrayOutputStream(8_192);
        try (JsonGenerator json = Texts.JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeObjectFieldStart("total");
            json.writeNumberField("passages", found.passages());
            json.writeNumberField("documents", found.documents());
            json.writeEndObject();
            json.writeArrayFieldStart("hits");
            for (int i = 0; i < found.top().scoreDocs.length; i++) {
                ScoreDoc hit = found.top().scoreDocs[i];
                json.writeStartObject();
                if (whole) {
                    Document of = stored.document(hit.doc);
                    for (String field : List.of("id", "title", "source", "date")) {
                        json.writeStringField(field, of.get(field));
                    }
                    json.writeNumberField("rank", i + 1);
                    json.writeStringField("snippet", snippets[i]);
                } else {
                    json.writeStringField("id", stored.document(hit.doc, java.util.Set.of("id")).get("id"));
                }
                json.writeNumberField("score", hit.score);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    /** Nanoseconds and CPU nanoseconds of each query of a file, and what it found. */
    private byte[] alone(Map<String, String> parameters) throws IOException {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = Texts.JSON.createGenerator(body)) {
            json.writeStartArray();
            for (Asked asked : Asked.read(Path.of(parameters.get("file")))) {
                long cpu = clock.getCurrentThreadCpuTime();
                long time = System.nanoTime();
                RawSearcher.Found found = raw.search(asked);
                long took = System.nanoTime() - time;
                json.writeStartArray();
                json.writeNumber(took);
                json.writeNumber(clock.getCurrentThreadCpuTime() - cpu);
                json.writeNumber(found.passages());
                json.writeNumber(found.documents());
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        return body.toByteArray();
    }
}
