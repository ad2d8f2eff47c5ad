package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.http.Server;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;

/** {@code wherein mentions}, {@code annotate} and {@code stats}, with the streams of the process in hand. */
class MentionsCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path index;

    @BeforeEach
    void index() throws IOException {
        Path collection = Files.createDirectories(folder.resolve("port"));
        index = folder.resolve("index");
        Files.writeString(collection.resolve("quay.txt"), """
                🚢 Russia sold 150,000 boats, "all wet", to Norway in March 2021. Ada Keel counted them in Moscow.

                The Russian fog lay on the quay,
                and Ada Keel left.
                """);
        Files.writeString(collection.resolve("причал.txt"), "Россия молчала. В Москве ждали 150 тыс. человек.");
        assertThat(Ran.of("index", collection.toString(), "--index", index.toString())
                        .exit())
                .isZero();
    }

    @Test
    void csvAndNdjsonAreWhatTheServerAnswersByteForByte() throws Exception {
        try (PassageSearcher searcher = LuceneIndex.open(index);
                Server server = new Server(
                        new Engine(
                                searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none")),
                        0);
                HttpClient client = HttpClient.newHttpClient()) {
            for (String form : List.of("csv", "ndjson")) {
                assertThat(mentions("--id", "RU", "--" + form).bytes())
                        .isEqualTo(body(client, server, "." + form + "?id=RU"))
                        .isNotEmpty();
                assertThat(mentions("--type", "figure", "--mention.value", ">=1000", "--" + form)
                                .bytes())
                        .isEqualTo(body(client, server, "." + form + "?type=figure&mention.value=%3E%3D1000"));
                assertThat(mentions("--" + form, "--country", "Norway", "fog", "OR", "boats")
                                .bytes())
                        .isEqualTo(body(client, server, "." + form + "?country=Norway&q=fog+OR+boats"));
            }
            assertThat(MAPPER.readTree(mentions("--id", "RU", "--json").out()))
                    .isEqualTo(MAPPER.readTree(body(client, server, "?id=RU")));
        }
    }

    @Test
    void aFormIsAskedForInEitherWay() {
        for (List<String> command : List.of(
                List.of("mentions", "--id", "RU"),
                List.of("figures", "--unit", "boat"),
                List.of("account", "--limit", "3"),
                List.of("kwic", "fog"))) {
            for (String form : List.of("json", "ndjson", "csv")) {
                Ran asShort = ran(command, "--" + form);
                assertThat(ran(command, "--format", form).exit())
                        .as("%s %s", command, form)
                        .isEqualTo(asShort.exit());
                assertThat(withoutLinks(ran(command, "--format=" + form)))
                        .as("%s %s", command, form)
                        .isEqualTo(withoutLinks(asShort))
                        .isNotEmpty();
                assertThat(ran(command, "--format", form, "--" + form).exit()).isEqualTo(asShort.exit());
            }
        }
        assertThat(ran(List.of("kwic", "fog"), "--format", "txt").out())
                .isEqualTo(ran(List.of("kwic", "fog")).out())
                .isNotEmpty();
    }

    @Test
    void twoFormsAtOnceAreAnErrorAndSoIsOneThatIsNone() {
        for (List<String> forms : List.of(
                List.of("--csv", "--format", "json"),
                List.of("--format", "json", "--ndjson"),
                List.of("--format", "json", "--format", "csv"),
                List.of("--csv", "--json"),
                List.of("--format", "xlsx"),
                List.of("--format", "txt"),
                List.of("--format"))) {
            Ran ran = ran(List.of("mentions"), forms.toArray(String[]::new));
            assertThat(ran.exit()).as("%s", forms).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).as("%s", forms).isNotBlank();
        }
        assertThat(ran(List.of("mentions"), "--format", "xlsx").err()).contains("json", "ndjson", "csv");
        assertThat(ran(List.of("mentions"), "--csv", "--format", "json").err()).contains("--csv", "--format json");
    }

    @Test
    void withoutAFormLinesHaveAFewColumnsAndNoHeader() {
        Ran ran = mentions("--id", "Russia");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).contains("country", "RU").doesNotContain("surface"));
    }

    @Test
    void theExitCodeSaysWhetherThereAreRows() {
        assertThat(mentions("--id", "RU", "--csv").exit()).isZero();
        Ran none = mentions("--id", "CL", "--csv");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.out().lines()).hasSize(1);
        assertThat(mentions("--id", "CL").out()).isEmpty();
        Ran ambiguous = mentions("--id", "Congo");
        assertThat(ambiguous.exit()).isEqualTo(2);
        assertThat(ambiguous.out()).isEmpty();
        assertThat(ambiguous.err()).contains("CD", "CG");
        assertThat(mentions("--id", "Russsia", "--csv").err()).contains("Russia");
        assertThat(mentions("--nonsense", "1").exit()).isEqualTo(2);
        assertThat(Ran.of("mentions", "--index", folder.resolve("nowhere").toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void recordsAreAnnotatedLineByLine() throws Exception {
        Path file = folder.resolve("records.jsonl");
        String text = "🚢 Norway paid 5 people.";
        Files.writeString(
                file,
                MAPPER.writeValueAsString(
                                MAPPER.createObjectNode().put("id", "a").put("text", text))
                        + "\n\n"
                        + MAPPER.writeValueAsString(MAPPER.createObjectNode()
                                .put("id", 7)
                                .put("text", "On 4 May the fog came.")
                                .put("date", "2021"))
                        + "\n");
        Ran ran = Ran.of("annotate", file.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        List<String> lines = ran.out().lines().toList();
        JsonNode norway = MAPPER.readTree(lines.getFirst());
        assertThat(norway.get("doc").asText()).isEqualTo("a");
        assertThat(norway.get("id").asText()).isEqualTo("NO");
        assertThat(norway.get("label").asText()).isEqualTo("Norway");
        assertThat(norway.get("start").asInt()).isEqualTo(2);
        assertThat(norway.get("end").asInt()).isEqualTo(8);
        assertThat(norway.fieldNames())
                .toIterable()
                .contains("type", "surface", "kind", "nested", "min", "max", "unit", "bound", "from", "to", "rule");
        JsonNode date = MAPPER.readTree(lines.getLast());
        assertThat(date.get("doc").asText()).isEqualTo("7");
        assertThat(date.get("from").asText()).isEqualTo("2021-05-04");
    }

    @Test
    void aBadRecordIsNamedByItsLineAndTheOthersAreAnnotated() throws Exception {
        Path file = folder.resolve("bad.jsonl");
        Files.writeString(file, """
                {"id": "a", "text": "Norway."}
                {"id": "b", "text":
                {"id": "c"}
                []
                {"id": "d", "text": "Sweden.", "date": "yesterday"}
                {"id": "e", "text": "Sweden."}
                """);
        Ran ran = Ran.of("annotate", file.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out().lines().filter(row -> row.contains("\"type\":\"country\"")))
                .hasSize(3);
        assertThat(ran.out().lines().filter(row -> row.contains("\"error\":"))).hasSize(4);
        assertThat(ran.err().lines()).hasSize(4);
        for (int line = 2; line <= 5; line++) {
            assertThat(ran.err()).contains("bad.jsonl:" + line + ": ");
        }
        assertThat(Ran.of("annotate", folder.resolve("nowhere.jsonl").toString())
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aDateThatIsNoneIsToldAndTheRecordIsRead() throws Exception {
        Path file = folder.resolve("dates.jsonl");
        Files.writeString(file, """
                {"id": "a", "text": "Norway.", "date": "the day after"}
                {"id": "b", "text": "Norway.", "date": ["2021"]}
                {"id": "c", "text": "On 4 May the fog came.", "date": 2021}
                {"id": "d", "text": "Norway.", "date": null}
                """);
        Ran ran = Ran.of("annotate", file.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.err().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("warning: ").endsWith("Left unknown."));
        List<String> rows = ran.out().lines().toList();
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0)).contains("\"id\":\"NO\"");
        assertThat(rows.get(1)).contains("\"doc\":\"a\"", "the day after");
        assertThat(rows.get(2)).contains("\"id\":\"NO\"");
        assertThat(rows.get(3)).contains("\"doc\":\"b\"", "error");
        assertThat(MAPPER.readTree(rows.get(4)).get("from").asText()).isEqualTo("2021-05-04");
        assertThat(rows.get(5)).contains("\"doc\":\"d\"", "\"id\":\"NO\"");
    }

    @Test
    void statsSayHowManyMentionsOfEachTypeThereAre() throws Exception {
        JsonNode stats = MAPPER.readTree(
                Ran.of("stats", "--index", index.toString(), "--json").out());
        assertThat(stats.get("documents").asInt()).isEqualTo(2);
        int sum = 0;
        for (JsonNode group : stats.get("mentions_by_type")) {
            int count = group.get("mentions").asInt();
            sum += count;
            assertThat(mentions("--type", group.get("type").asText(), "--ndjson")
                            .out()
                            .lines())
                    .hasSize(count);
        }
        assertThat(stats.get("mentions").asInt()).isEqualTo(sum).isPositive();
    }

    /** What {@code command} prints with {@code more} on this index. */
    private Ran ran(List<String> command, String... more) {
        return Ran.of(Stream.of(command.stream(), Stream.of("--index", index.toString()), Stream.of(more))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    /** Links repeat what was asked for, in the words in which it was. */
    private static String withoutLinks(Ran ran) {
        return ran.out().replaceAll("\"next_url\":(\"[^\"]*\"|null)", "");
    }

    private Ran mentions(String... arguments) {
        return Ran.of(Stream.concat(Stream.of("mentions", "--index", index.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static byte[] body(HttpClient client, Server server, String request) throws Exception {
        URI uri = URI.create(server.address() + "/api/v1/mentions" + request);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }
}
