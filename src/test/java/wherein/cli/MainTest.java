package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.http.Server;
import wherein.index.PassageSink;
import wherein.lucene.LuceneIndex;
import wherein.query.Names;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;

/** The commands, through {@link Main#run} with the streams of the process in hand. */
class MainTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path collection;
    private Path index;

    /** What a command printed, and its exit code. */
    @BeforeEach
    void write() throws IOException {
        collection = Files.createDirectories(folder.resolve("harbour"));
        index = folder.resolve("index");
        Files.writeString(collection.resolve("fog.txt"), """
                The fog lay on the harbour all night. Nobody saw the ship come in.

                In the morning the fog was gone. The gulls came back to the harbour.
                """);
        Files.writeString(collection.resolve("шторм.txt"), "Шторм пришёл ночью. Корабль ждал в гавани до утра.");
        Files.writeString(collection.resolve("catalog.yaml"), """
                stances:
                  calm: nothing moves
                  rough: much moves
                documents:
                  - id: fog
                    file: fog.txt
                    title: The Night Watch
                    source: Port Gazette
                    date: "2021-03"
                    stance: calm
                    fields: {region: North}
                  - id: шторм
                    file: шторм.txt
                    stance: rough
                    fields: {region: South}
                """);
    }

    @Test
    void aCollectionIsIndexedAndSearched() {
        Ran indexed = indexed();
        assertThat(indexed.out()).isEmpty();
        assertThat(indexed.err()).contains("2 documents").contains(index.toString());
        Ran found = run("search", "--index", index.toString(), "fog");
        assertThat(found.exit()).isZero();
        assertThat(found.err()).isEmpty();
        assertThat(found.out().lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.split("\t")).hasSize(8);
            assertThat(line).startsWith("fog\t").contains("Port Gazette\t2021-03\tcalm\tprose\t");
        });
    }

    @Test
    void theExitCodeSaysWhetherAnythingWasFound() {
        indexed();
        assertThat(search("fog").exit()).isZero();
        Ran signs = search("???");
        assertThat(signs.exit()).isEqualTo(1);
        assertThat(signs.err())
                .startsWith("Nothing can be found: the query holds no word")
                .endsWith(".\n");
        Ran nothing = search("zebra");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.out()).isEmpty();
        Ran fault = search("\"fog");
        assertThat(fault.exit()).isEqualTo(2);
        assertThat(fault.out()).isEmpty();
        assertThat(fault.err())
                .startsWith("wherein: At character 0 of the query:")
                .doesNotContain("\tat ");
    }

    @Test
    void wordsMayStandWithoutQuotesAndOptionsAnywhere() {
        indexed();
        assertThat(search("gulls", "harbour", "--op", "and").exit()).isZero();
        assertThat(search("--op", "and", "gulls", "шторм").exit()).isEqualTo(1);
        assertThat(search("--op=and", "gulls", "harbour").exit()).isZero();
    }

    @Test
    void everyFilterOfTheApiIsAnOption() {
        indexed();
        assertThat(documents("--stance", "calm")).containsOnly("fog");
        assertThat(documents("--not.stance", "calm")).containsOnly("шторм");
        assertThat(documents("--source", "Port Gazette")).containsOnly("fog");
        assertThat(documents("--source", "")).containsOnly("шторм");
        assertThat(documents("--lang", "ru")).containsOnly("шторм");
        assertThat(documents("--date.from", "2021-04")).containsOnly("шторм");
        assertThat(documents("--date.from", "2021-03", "--date.match", "certain"))
                .containsOnly("fog");
        assertThat(documents("--doc", "fog", "--doc", "шторм")).containsOnly("fog", "шторм");
        assertThat(documents("--region", "South")).containsOnly("шторм");
        assertThat(documents("--not.region=South")).containsOnly("fog");
    }

    @Test
    void jsonIsTheBodyOfTheApiButForTheTimeItTook() throws Exception {
        indexed();
        for (List<String> arguments : List.of(
                List.of("fog", "--facets", "source,region", "--snippets", "2"),
                List.of("гавань", "--sort", "date"),
                List.of("zebra"),
                List.of("fog", "--limit", "1", "--region", "North"))) {
            ObjectNode printed =
                    (ObjectNode) MAPPER.readTree(search(Stream.concat(arguments.stream(), Stream.of("--json"))
                                    .toArray(String[]::new))
                            .out());
            StringBuilder query = new StringBuilder("q=" + wherein.json.Json.encode(arguments.getFirst()));
            for (int i = 1; i < arguments.size(); i += 2) {
                query.append('&')
                        .append(arguments.get(i).substring(2))
                        .append('=')
                        .append(arguments.get(i + 1));
            }
            assertThat(printed.put("took_ms", 0))
                    .isEqualTo(served(query.toString()).put("took_ms", 0));
        }
    }

    @Test
    void ndjsonIsAHitALine() throws Exception {
        indexed();
        List<String> lines = search("--ndjson").out().lines().toList();
        JsonNode all = MAPPER.readTree(search("--json", "--limit", "1000").out());
        assertThat(lines).hasSize(all.get("hits").size());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(MAPPER.readTree(lines.get(i))).isEqualTo(all.get("hits").get(i));
        }
    }

    @Test
    void aPipeGetsEveryHitHoweverManyPagesThatTakes() throws Exception {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 2_300; i++) {
            records.append("{\"id\":\"r")
                    .append(i)
                    .append("\",\"text\":\"fog number ")
                    .append(i)
                    .append("\"}\n");
        }
        Path file = folder.resolve("many.jsonl");
        Files.writeString(file, records);
        assertThat(run("index", file.toString(), "--index", index.toString()).exit())
                .isZero();
        List<String> lines = search("fog").out().lines().toList();
        assertThat(lines).hasSize(2_300);
        assertThat(lines.stream().distinct()).hasSize(2_300);
        assertThat(search("fog", "--limit", "7").out().lines()).hasSize(7);
    }

    @Test
    void badUsageIsTwoWithASuggestion() {
        Ran command = run("serch", "fog");
        assertThat(command.exit()).isEqualTo(2);
        assertThat(command.err()).contains("search");
        indexed();
        Ran option = search("fog", "--stanse", "calm");
        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.err()).contains("stance");
        Ran value = search("fog", "--stance", "clam");
        assertThat(value.exit()).isEqualTo(2);
        assertThat(value.err()).contains("calm");
        Ran indexOption = run("index", "--catalogue", "x");
        assertThat(indexOption.exit()).isEqualTo(2);
        assertThat(indexOption.err()).contains("--catalog");
        assertThat(run().exit()).isEqualTo(2);
        assertThat(search("fog", "--limit").exit()).isEqualTo(2);
        assertThat(search("fog", "--json", "--ndjson").exit()).isEqualTo(2);
    }

    @Test
    void helpAndVersionAreNoFault() {
        assertThat(run("--help").exit()).isZero();
        assertThat(run("search", "--help").out()).contains("--index");
        assertThat(run("--version").out())
                .contains("wherein ")
                .contains("index format")
                .contains("Lucene");
    }

    @Test
    void whereThereIsNoIndexTheWayToOneIsTold() {
        Ran ran = search("fog");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("there is no index at " + index).contains("wherein index");
    }

    @Test
    void anIndexOfAnotherFormatIsRefusedInOneLine() throws Exception {
        Files.createDirectories(index);
        try (var directory = FSDirectory.open(index);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.addDocument(new Document());
            writer.setLiveCommitData(Map.of("wherein.format", "77").entrySet());
            writer.commit();
        }
        Ran ran = search("fog");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("index format 77").contains("build it again with: wherein index");
        assertThat(indexed().exit()).isZero();
        assertThat(search("fog").exit()).isZero();
    }

    @Test
    void anotherRootIsRefusedUnlessItIsSaidHowToGoOn() throws Exception {
        indexed();
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("sea.txt"), "The sea was calm.");
        Ran refused = run("index", other.toString(), "--index", index.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--add").contains("--replace").contains(collection.toString());
        assertThat(search("sea").exit()).isEqualTo(1);
        assertThat(run("index", other.toString(), "--index", index.toString(), "--add")
                        .exit())
                .isZero();
        assertThat(search("sea").exit()).isZero();
        assertThat(search("fog").exit()).isZero();
        assertThat(run("index", other.toString(), "--index", index.toString(), "--replace")
                        .exit())
                .isZero();
        assertThat(search("sea").exit()).isZero();
        assertThat(search("fog").exit()).isEqualTo(1);
        assertThat(run("index", "--add", "--replace", other.toString()).exit()).isEqualTo(2);
    }

    @Test
    void withoutAFolderTheIndexIsBuiltAgainFromWhatItMirrors() throws Exception {
        indexed();
        Files.writeString(collection.resolve("new.txt"), "A zebra on the pier.");
        assertThat(run("index", "--index", index.toString()).exit()).isZero();
        assertThat(search("zebra").exit()).isZero();
        assertThat(search("fog").exit()).isZero();
    }

    @Test
    void allFaultsOfACatalogueAreToldTogetherAndTheOldIndexStays() throws Exception {
        indexed();
        Files.writeString(collection.resolve("catalog.yaml"), """
                stances:
                  calm: nothing moves
                documents:
                  - id: fog
                    file: fog.txt
                    stance: clam
                    date: 2022-13
                    colour: grey
                  - id: fog
                    file: шторм.txt
                """);
        Ran ran = indexed();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("catalog.yaml")
                .contains("\"clam\"")
                .contains("calm")
                .contains("2022-13")
                .contains("colour")
                .contains("twice");
        assertThat(ran.err()).contains(":6").contains(":7").contains(":8").contains(":9");
        assertThat(search("fog").exit()).isZero();
    }

    @Test
    void aFolderThatIsNoIndexIsNotWrittenTo() throws Exception {
        Ran ran = run("index", collection.toString(), "--index", collection.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("is no index");
        assertThat(names(collection)).containsExactly("catalog.yaml", "fog.txt", "шторм.txt");
    }

    @Test
    void aCollectionThatIsNotThereIsNamed() {
        Ran ran = run("index", folder.resolve("nowhere").toString(), "--index", index.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("nowhere").contains("there is no such folder or file");
        assertThat(index).doesNotExist();
    }

    @Test
    void whatCannotBeReadIsReportedAndTheRestIndexed() throws Exception {
        try (RandomAccessFile huge =
                new RandomAccessFile(collection.resolve("huge.txt").toFile(), "rw")) {
            huge.setLength(200L << 20);
        }
        Files.write(collection.resolve("binary.txt"), new byte[] {0, 1, 2, 3, 0, 0, 0, 9, 8, 0, 0, 1});
        Files.writeString(collection.resolve("empty.txt"), "");
        Files.writeString(collection.resolve("picture.png"), "no picture");
        Ran ran = indexed();
        assertThat(ran.exit()).isZero();
        assertThat(ran.err())
                .contains("huge.txt")
                .contains("200 MB")
                .contains("32 MB")
                .contains("binary.txt")
                .contains("empty.txt")
                .contains("picture.png")
                .contains("2 documents");
        assertThat(search("fog").exit()).isZero();
        assertThat(run("index", collection.toString(), "--index", index.toString(), "--strict")
                        .exit())
                .isEqualTo(2);
        assertThat(search("fog").exit()).isZero();
    }

    @Test
    void aSecondRunAtTheSameTimeIsRefused() throws Exception {
        indexed();
        try (PassageSink first = LuceneIndex.writer(index)) {
            Ran ran = indexed();
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("another run is writing the index in " + index);
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(first).isNotNull();
        }
        assertThat(search("fog").exit()).isZero();
        assertThat(indexed().exit()).isZero();
    }

    @Test
    void aDryRunSaysWhatWouldBeReadAndWritesNothing() throws Exception {
        Ran ran = run("index", collection.toString(), "--index", index.toString(), "--dry-run");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEqualTo("fog.txt\tfog\nшторм.txt\tшторм\n");
        assertThat(index).doesNotExist();
        indexed();
        Map<String, Long> before = sizes(index);
        Files.delete(collection.resolve("fog.txt"));
        assertThat(run("index", collection.toString(), "--index", index.toString(), "--dry-run")
                        .exit())
                .isZero();
        assertThat(sizes(index)).isEqualTo(before);
    }

    @Test
    void losingMostOfTheDocumentsNeedsPrune() throws Exception {
        indexed();
        Files.delete(collection.resolve("fog.txt"));
        Files.delete(collection.resolve("шторм.txt"));
        Ran refused = indexed();
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--prune");
        assertThat(search("fog").exit()).isZero();
        assertThat(run("index", collection.toString(), "--index", index.toString(), "--prune")
                        .exit())
                .isZero();
        assertThat(search("fog").exit()).isEqualTo(1);
    }

    @Test
    void aFieldOfTheCollectionMayHaveAnyNameThatIsFree() throws Exception {
        Files.writeString(collection.resolve("catalog.yaml"), """
                documents:
                  - file: fog.txt
                    fields: {number: "5", file: x, root: y, start: z, about: a, whole: b, passages: c, lead: d}
                """);
        assertThat(indexed().err()).contains("2 documents");
        assertThat(documents("--number", "5")).containsOnly("fog.txt");
        assertThat(documents("--file", "x", "--root", "y")).containsOnly("fog.txt");
        assertThat(documents("--lead", "")).containsOnly("шторм.txt");
        assertThat(search("start:z").exit()).isZero();
    }

    @Test
    void aFieldOfTheCollectionMayHaveTheNameOfAParameter() throws Exception {
        Files.writeString(collection.resolve("catalog.yaml"), """
                documents:
                  - file: fog.txt
                    fields: {snippets: "1", prefix: x, by: y}
                """);
        assertThat(indexed().exit()).isZero();
        assertThat(documents("--field.snippets", "1", "--field.prefix", "x")).containsOnly("fog.txt");
        assertThat(documents("--field.by", "z")).isEmpty();
    }

    @Test
    void quietSaysNothingUnlessSomethingIsWrong() {
        Ran ran = run("index", collection.toString(), "--index", index.toString(), "-q");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out() + ran.err()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsToldInOneLine() throws Exception {
        indexed();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ran ran = run(
                    "serve",
                    collection.toString(),
                    "--index",
                    index.toString(),
                    "--port",
                    Integer.toString(taken.getLocalPort()));
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.err()).contains("port " + taken.getLocalPort()).contains("--port");
        }
    }

    @Test
    void aPortThatCannotBeIsBadUsage() {
        indexed();
        for (String port : List.of("70000", "-1", "http")) {
            Ran ran = run("serve", collection.toString(), "--index", index.toString(), "--port=" + port);
            assertThat(ran.exit()).as(port).isEqualTo(2);
            assertThat(ran.err())
                    .as(port)
                    .doesNotContain("a fault of this program")
                    .contains("--port");
        }
    }

    @Test
    void anAddressThatOthersReachNeedsToBeMeant() {
        indexed();
        Ran ran = run("serve", collection.toString(), "--index", index.toString(), "--host", "0.0.0.0");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--public");
        assertThat(run("serve", "--index", index.toString(), "--host", "no.such.host.invalid")
                        .err())
                .contains("there is no host");
    }

    @Test
    void aClosedPipeEndsInSilence() {
        indexed();
        for (String word : List.of("fog", "--json")) {
            Ran ran = Ran.to(new Closed(), "search", "--index", index.toString(), "fog", word);
            assertThat(ran.exit()).isZero();
            assertThat(ran.err()).isEmpty();
        }
    }

    @Test
    void tabsAndLineEndsOfATextDoNotBreakTheLineOfAHit() throws Exception {
        Files.writeString(collection.resolve("tab.txt"), "A zebra\tcrossing\nthe\r\nroad.");
        indexed();
        String line = search("zebra").out();
        assertThat(line.lines()).hasSize(1);
        assertThat(line.strip().split("\t")).hasSize(8);
    }

    /** The reader at the other end has gone. */
    private static final class Closed extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    private Ran indexed() {
        return run("index", collection.toString(), "--index", index.toString());
    }

    private Ran search(String... arguments) {
        return run(Stream.concat(Stream.of("search", "--index", index.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private List<String> documents(String... filters) {
        Ran ran = search(filters);
        assertThat(ran.err()).isEmpty();
        return ran.out().lines().map(line -> line.split("\t")[0]).toList();
    }

    private static Ran run(String... arguments) {
        return Ran.of(arguments);
    }

    /** What the server answers on the same index. */
    private ObjectNode served(String query) throws Exception {
        try (PassageSearcher searcher = LuceneIndex.open(index);
                Server server = new Server(
                        new Engine(searcher, Names.NONE, Recognisers.standard(), new Build("test", "none")), 0);
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/search?" + query))
                    .build();
            return (ObjectNode) MAPPER.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
    }

    private static List<String> names(Path folder) throws IOException {
        return List.copyOf(sizes(folder).keySet());
    }

    private static Map<String, Long> sizes(Path folder) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                sizes.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return sizes;
    }
}
