package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.Generations;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.lucene.LuceneIndex;
import wherein.mention.Mention;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** A million mentions go out as a million rows, from a process with 512 MB of memory. */
@Tag("long")
class MillionMentionsTest {

    private static final int DOCUMENTS = 2_000;
    private static final int PASSAGES = 10;
    private static final int WORDS = 50;
    private static final int ALL = DOCUMENTS * PASSAGES * WORDS;

    /** What a script needs to find every mention again. */
    private static final String NARROW = "document,type,id,start,end,surface";

    @TempDir
    private Path folder;

    @Test
    void aMillionPlantedMentionsAreAMillionRows() throws Exception {
        assertThat(ALL).isEqualTo(1_000_000);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionMentionsTest.class.getName(),
                        folder.resolve("index").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = child.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            String address = "http://127.0.0.1:" + said.readLine() + "/api/v1/mentions.";
            export(client, address + "csv?header=off");
            export(client, address + "ndjson");
            for (int round = 0; round < 3; round++) {
                export(client, address + "ndjson?fields=" + NARROW);
            }
        } finally {
            child.getOutputStream().close();
            child.waitFor();
        }
        assertThat(child.exitValue()).isZero();
    }

    /** The child: writes the index and serves it until nobody listens any more. */
    public static void main(String[] arguments) throws Exception {
        Path index = Path.of(arguments[0]);
        write(index);
        try (PassageSearcher searcher = LuceneIndex.open(index);
                Served served = Served.of(
                        Generations.fixed(
                                searcher,
                                new Engine(
                                        searcher,
                                        new LedgerNames(searcher),
                                        Recognisers.standard(),
                                        new Build("test", "none"))),
                        ServerOptions.local(0))) {
            System.out.println(served.port());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Counts the rows of an export; how soon it began and how fast it went is printed for who measures. */
    private static void export(HttpClient client, String address) throws Exception {
        long start = System.nanoTime();
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofInputStream());
        long first = 0;
        long rows = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream body = answer.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                if (first == 0) {
                    first = System.nanoTime();
                }
                for (int i = 0; i < read; i++) {
                    rows += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Total-Count")).contains(Integer.toString(ALL));
        assertThat(rows).as(address).isEqualTo(ALL);
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows, first byte after %.0f ms, %.0f rows a second%n",
                address.substring(address.indexOf("mentions.")),
                rows,
                (first - start) / 1e6,
                rows / seconds);
    }

    private static void write(Path index) throws Exception {
        String passage = "Norway ".repeat(WORDS - 1) + "a dozen";
        String text = (passage + "\n\n").repeat(PASSAGES);
        Metadata metadata =
                new Metadata("Fog", "Port Gazette", List.of(), EdtfDate.parse("2021"), "", "", "", Map.of());
        try (PassageSink sink = LuceneIndex.writer(index)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document("d" + i, "d" + i + ".txt", text, metadata, List.of(), List.of());
                List<Passage> passages = new ArrayList<>();
                List<Mention> mentions = new ArrayList<>();
                for (int j = 0; j < PASSAGES; j++) {
                    int start = j * (passage.length() + 2);
                    Span span = new Span(start, start + passage.length());
                    passages.add(new Passage(j + 1, span, Block.PROSE, "", "en", metadata));
                    plant(start, mentions);
                }
                sink.add("/root", document, passages, mentions);
            }
            sink.commit(new Manifest(
                    List.of(),
                    "fingerprint",
                    DOCUMENTS,
                    DOCUMENTS * PASSAGES,
                    Map.of(Mention.Type.COUNTRY, ALL),
                    Map.of(),
                    Map.of(),
                    "2026-01-01T00:00:00Z"));
        }
    }

    private static void plant(int start, List<Mention> mentions) {
        for (int k = 0; k < WORDS - 1; k++) {
            int at = start + k * 7;
            mentions.add(new Mention.Country(
                    new Span(at, at + 6), "NO", Mention.Country.Kind.NAME, false, Optional.empty(), "", "planted"));
        }
        int at = start + (WORDS - 1) * 7;
        BigDecimal dozen = new BigDecimal(12);
        mentions.add(
                new Mention.Figure(new Span(at, at + 7), dozen, dozen, Mention.Figure.Bound.EXACT, "fog", "planted"));
    }
}
