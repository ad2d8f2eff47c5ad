package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wherein.Pdfs;
import wherein.api.AnnotateApi;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Generations;
import wherein.api.Landing;
import wherein.api.ListsApi;
import wherein.api.Samples;
import wherein.api.VerdictsApi;
import wherein.collection.Inbox;
import wherein.index.Reading;
import wherein.json.Json;
import wherein.json.WebAnnotation;
import wherein.lucene.LuceneIndex;
import wherein.query.Names;
import wherein.query.QueryLimits;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.verdict.Verdicts;

/** The description of the API and the server say the same: nothing undocumented, nothing missing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

    private static final String API = "/api/v1";

    /** The JSON Schema of OpenAPI 3.1, as its makers publish it, from a library that has it. */
    private static final String SCHEMA = "/spec.openapis.org/oas/3.1/schema/2022-10-07";

    /** What people read in a browser, which no script is told of. */
    private static final Set<String> PAGES = Set.of(
            "/",
            "/mentions",
            "/figures",
            "/entities",
            "/together",
            "/timeline",
            "/sides",
            "/tray",
            "/report",
            "/documents/{id}",
            "/assets/{edition}/{file}");

    private static final String DIGEST = "oe-watch-brain-drain";

    private static final String DAY = "2022-05-07";

    private static final String NAMES = "RU\nGE\n";

    /** The digest of these names. */
    private static final String LIST = "837fa3cbe318a9f05aec198a4ca04160";

    /**
     * Requests for each path of which the first answers whatever else is asked, and whose answers together have every
     * property and header there is.
     */
    private static final Map<String, List<String>> REQUESTS = requests();

    /** Values of parameters that must be known to be taken, and any others that a pattern wants. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("unit", "people"),
            Map.entry("mention.unit", "people"),
            Map.entry("country", "Russia"),
            Map.entry("country.all", "RU"),
            Map.entry("person.all", "Vladimir Putin"),
            Map.entry("not.country", "RU"),
            Map.entry("person", "Vladimir Putin"),
            Map.entry("not.person", "Vladimir Putin"),
            Map.entry("id", "Georgia"),
            Map.entry("figure", "100000..2000000"),
            Map.entry("mention.value", ">=1"),
            Map.entry("q", "brain drain"),
            Map.entry("date.year", "2022"),
            Map.entry("date.month", "2022-05"),
            Map.entry("date.day", DAY),
            Map.entry("unit.all", "people"),
            Map.entry("series", "country:RU"),
            Map.entry("list", LIST));

    /**
     * A cursor goes with the very request that it came from, a context of sentences with none of characters, and what selects
     * rows of one type with none that selects those of another.
     */
    private static final Set<String> ALONE = Set.of(
            "cursor",
            "not.verdict",
            "context",
            "type",
            "id",
            "mention.kind",
            "mention.value",
            "mention.unit",
            "mention.when.from",
            "mention.when.to",
            "mention.when.match",
            "bound",
            "value");

    /** Asks of one document what would take long to ask of all. */
    private static final String ONE = "doc=" + DIGEST;

    /** Held, since the logging system forgets loggers that nobody holds; a schema may well have components. */
    private static final Logger VALIDATOR = Logger.getLogger("com.networknt");

    /** Headers that are the same for every answer, or belong to the transport. */
    private static final Set<String> COMMON = Set.of(
            "cache-control",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "referrer-policy",
            "transfer-encoding",
            "vary",
            "x-content-type-options");

    private Served digests;
    private Served served;
    private Served quoted;
    private Served scanned;
    private JsonNode document;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        VALIDATOR.setLevel(Level.SEVERE);
        digests = Served.digestsWithNames(folder);
        served = judged(Files.createDirectories(folder.resolve("home")));
        HttpResponse<String> sent = send(NAMES);
        assertThat(sent.body()).contains("\"digest\":\"" + LIST + "\"");
        document = served.json(API + "/openapi.json");
        quoted = originals(folder);
        scanned = Scanned.served(folder.resolve("index-of-scan"));
    }

    /** The digests, of which readers have judged two mentions. */
    private Served judged(Path home) throws Exception {
        Engine engine = new Engine(
                        digests.searcher(),
                        new LedgerNames(digests.searcher()),
                        Recognisers.standard(),
                        new Build("test", "none"))
                .judgedBy(Verdicts.of(home));
        try (Served open = Served.of(Generations.fixed(digests.searcher(), engine), open(home));
                HttpClient client = HttpClient.newHttpClient()) {
            for (JsonNode row :
                    open.json(API + "/mentions?type=country&limit=2").get("mentions")) {
                ObjectNode verdict = Json.object();
                for (String field : List.of("document", "type", "start", "end", "surface")) {
                    verdict.set(field, row.get(field));
                }
                verdict.put("reviewer", "Ann").put("verdict", "reassigned").put("note", "not this one");
                verdict.putObject("to").put("id", "US");
                HttpRequest request = HttpRequest.newBuilder(URI.create(open.address() + VerdictsApi.ROUTE))
                        .header("Content-Type", VerdictsApi.TYPE)
                        .POST(HttpRequest.BodyPublishers.ofString(verdict + "\n"))
                        .build();
                HttpResponse<String> kept = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
            }
        }
        return Served.of(Generations.fixed(digests.searcher(), engine), ServerOptions.local(0));
    }

    /** What the digests have not: addresses of originals, and authors and dates of every kind that citations tell apart. */
    private static Served originals(Path folder) throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        String report = "The pilot told the harbour office that nobody had seen the two boats since Monday.\n";
        Files.writeString(texts.resolve("fog.txt"), "Fog came. No ships came in.\n\n" + report);
        Files.writeString(texts.resolve("haze.txt"), report);
        Files.writeString(texts.resolve("mist.txt"), report.replace("two", "three"));
        Files.writeString(texts.resolve("rain.txt"), "Rain came.\n");
        Files.writeString(texts.resolve("snow.txt"), "Snow came.\n");
        Files.writeString(texts.resolve("sleet.html"), "<title>Sleet</title><p>Sleet came.</p>");
        Files.writeString(texts.resolve("fog.exe"), "");
        Files.writeString(texts.resolve("talk.vtt"), "WEBVTT\n\n00:01.000 --> 00:04.000\nSleet came.\n");
        try (Pdfs pdf = Pdfs.pages()) {
            pdf.page().text(72, 700, 12, "Hail came.").save(texts.resolve("hail.pdf"));
        }
        Files.writeString(texts.resolve("catalog.yaml"), """
                documents:
                  - id: fog
                    file: fog.txt
                    title: Fog over Bergen
                    source: The Harbour
                    author: [Ann Quay, The Harbour Office]
                    date: "2022-21~"
                    language: en
                    url: https://harbour.example/fog
                    parts:
                      - lines: 1-1
                        url: https://harbour.example/ships
                  - id: rain
                    file: rain.txt
                    date: "2022-05-07/2022-06"
                  - id: snow
                    file: snow.txt
                    source: The Harbour
                    date: "2022-05-07/.."
                """);
        return Served.of(texts, Optional.empty(), folder.resolve("index-of-texts"));
    }

    @AfterAll
    void close() throws Exception {
        served.close();
        digests.close();
        quoted.close();
        scanned.close();
    }

    private static Map<String, List<String>> requests() {
        Map<String, List<String>> requests = new LinkedHashMap<>();
        requests.put("/facets", List.of("field=stance,source"));
        requests.put(
                "/search",
                List.of(
                        "q=brain+drain",
                        "q=%22brain+drain&mode=box",
                        "q=%3F%3F%3F",
                        "q=brain+drain&facets=source,date&explain=on&limit=1",
                        "q=Russia&facets=date&interval=auto&per_document=9",
                        "q=brain+drain&limit=0"));
        requests.put("/absence", List.of("q=Gruzja&date.from=2022", "q=zyzzyva&format=txt"));
        requests.put("/suggest", List.of("prefix=russ", "prefix=russ&format=opensearch"));
        requests.put("/documents", List.of("", "limit=1", "limit=0"));
        requests.put("/documents/{id}", List.of(""));
        requests.put("/documents/{id}/text", List.of(""));
        requests.put("/documents/{id}/passages", List.of(""));
        requests.put("/documents/{id}/similar", List.of("", "limit=1", "limit=0"));
        requests.put("/documents/{id}/hits", List.of("q=russia"));
        requests.put(
                "/documents/{id}/citation",
                List.of("", "style=csl&start=4&end=13&download=on", "style=bibtex", "style=ris"));
        requests.put("/documents/{id}/quotation", List.of("start=4&end=13", "start=4&end=13&whole=sentence"));
        requests.put("/passages/{id}", List.of(""));
        requests.put("/entities/{type}/{id}", List.of(""));
        requests.put("/info", List.of(""));
        requests.put("/report", List.of(""));
        requests.put("/report/{path}", List.of(""));
        requests.put("/openapi.json", List.of(""));
        rows(requests, "/mentions", ONE, List.of("json", "ndjson", "csv"));
        rows(requests, "/documents/{id}/mentions", "q=", List.of("json", "ndjson", "csv"));
        rows(requests, "/figures/table", "unit=people", List.of("json", "ndjson", "csv"));
        rows(requests, "/mentions/summary", "by=id,source", List.of("json", "ndjson", "csv"));
        rows(requests, "/entities/{type}", "q=", List.of("json", "ndjson", "csv"));
        rows(requests, "/together", "columns=stance", List.of("json", "ndjson", "csv"));
        rows(requests, "/timeline", "series=q:brain", List.of("json", "ndjson", "csv"));
        rows(requests, "/verdicts", "verdict.status=placed", List.of("json", "ndjson", "csv"));
        rows(requests, "/account", ONE, List.of("json", "ndjson", "csv"));
        rows(requests, "/concordance", "q=brain", List.of("json", "ndjson", "csv", "txt"));
        Map<String, List<String>> all = new LinkedHashMap<>();
        requests.forEach((path, each) -> all.put(API + path, each));
        List.of("/health", "/ready", "/metrics", "/problems/{type}", "/openapi.json", "/opensearch.xml", "/llms.txt")
                .forEach(path -> all.put(path, List.of("")));
        return all;
    }

    private static void rows(Map<String, List<String>> requests, String path, String asked, List<String> suffixes) {
        List<String> variants = new ArrayList<>(List.of(asked, asked + "&download=on&limit=1", asked + "&limit=0"));
        if (path.equals("/figures/table")) {
            variants.addAll(List.of(asked + "&by=source", asked + "&by=stance"));
        }
        if (path.equals("/mentions/summary")) {
            for (String by : List.of(
                    "stance,document",
                    "date,kind",
                    "unit,type",
                    "surface,bound",
                    "year,month",
                    "when.year,when.month")) {
                variants.add("by=" + by);
            }
        }
        if (path.equals("/concordance")) {
            variants.add(asked + "&sample=2&seed=7");
        }
        List<String> negotiated = new ArrayList<>(variants);
        negotiated.add(asked + "&format=csv");
        requests.put(path, negotiated);
        suffixes.forEach(suffix -> requests.put(path + "." + suffix, variants));
    }

    @Test
    void theDescriptionIsValidOpenApi31() throws Exception {
        String official;
        try (InputStream in = getClass().getResourceAsStream(SCHEMA)) {
            official = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Schema openApi = registry().getSchema(official, InputFormat.JSON);
        assertThat(openApi.validate(document.toString(), InputFormat.JSON)).isEmpty();
        assertThat(openApi.validate(broken().toString(), InputFormat.JSON))
                .as("a description with a parameter that is nowhere")
                .isNotEmpty();
        // The official schema leaves the schemas inside to JSON Schema, of which theirs is the dialect.
        Schema dialect = registry().getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<JsonNode> schemas = new ArrayList<>();
        document.at("/components/schemas").forEach(schemas::add);
        document.findValues("schema").forEach(schemas::add);
        assertThat(schemas)
                .hasSizeGreaterThan(50)
                .allSatisfy(schema -> assertThat(dialect.validate(schema.toString(), InputFormat.JSON))
                        .as(schema.toString())
                        .isEmpty());
    }

    private ObjectNode broken() {
        ObjectNode broken = document.deepCopy();
        broken.withArray("/paths/~1health/parameters").addObject().put("name", "q");
        return broken;
    }

    @Test
    void everyReferenceLeadsSomewhereAndNoComponentIsIdle() {
        Set<String> references = new TreeSet<>();
        document.findValuesAsText("$ref").forEach(references::add);
        Set<String> components = new TreeSet<>();
        document.get("components")
                .properties()
                .forEach(kind -> kind.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> components.add("#/components/" + kind.getKey() + "/" + name)));
        // Lines of NDJSON are told of by name, since no schema can describe them.
        components.removeAll(lines());
        // So are the ways to show a token.
        Set<String> schemes = new TreeSet<>();
        document.get("security").forEach(way -> way.fieldNames().forEachRemaining(schemes::add));
        assertThat(components.removeIf(each -> each.startsWith("#/components/securitySchemes/")))
                .isTrue();
        assertThat(document.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(schemes);
        assertThat(references).isEqualTo(components);
        assertThat(document.findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    private Set<String> lines() {
        Set<String> lines = new HashSet<>();
        if (document.at("/paths").path(VerdictsApi.ROUTE).has("post")) {
            lines.add("#/components/schemas/NewVerdict");
        }
        List.of("Record", "Annotation", "AnnotationFault").forEach(name -> lines.add("#/components/schemas/" + name));
        return lines;
    }

    @Test
    void everyRouteIsDocumentedAndEveryDocumentedOneIsServed() throws Exception {
        Set<String> documented = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (!method.equals("parameters")) {
                        documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        Set<String> routes = new TreeSet<>(served.routes());
        routes.removeIf(route -> PAGES.contains(route.substring(route.indexOf(' ') + 1)) || route.contains(" /plain/"));
        // It is there to say that it is not.
        for (String posted : List.of(AnnotateApi.PATH, ListsApi.PATH)) {
            routes.removeAll(Set.of("GET " + posted, "HEAD " + posted));
        }
        assertThat(documented).isEqualTo(routes);
        assertThat(REQUESTS.keySet()).isEqualTo(readable().keySet());
    }

    @Test
    void aHeadAnswersAsAGetAndOptionsSayWhatThereIs() throws Exception {
        for (String path : readable().keySet()) {
            for (String request : REQUESTS.get(path)) {
                HttpResponse<String> get = at(address(path, request)).get(address(path, request));
                HttpResponse<String> head = at(address(path, request)).send("HEAD", address(path, request));
                assertThat(head.statusCode()).as(path).isEqualTo(200);
                assertThat(head.body()).as(path).isEmpty();
                assertThat(told(head)).as("HEAD " + path + "?" + request).isEqualTo(told(get));
            }
            HttpResponse<String> options = at(address(path, "")).send("OPTIONS", address(path, ""));
            assertThat(options.statusCode()).as(path).isEqualTo(204);
            assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        }
    }

    /** The headers of an answer, but for those of the transport and what takes its time. */
    private static Map<String, List<String>> told(HttpResponse<String> answer) {
        Map<String, List<String>> told = new TreeMap<>(answer.headers().map());
        List.of("date", "server-timing", "content-length", "transfer-encoding").forEach(told::remove);
        return told;
    }

    @Test
    void everyDocumentedParameterIsTakenWithEveryDocumentedValue() throws Exception {
        Set<JsonNode> tried = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : readable().entrySet()) {
            // Those that were tried before with all their values, at another path, are sent here all at once.
            Map<String, String> known = new LinkedHashMap<>();
            for (JsonNode parameter : parameters(path.getValue())) {
                String name = parameter.get("name").asText();
                List<String> values = values(path.getKey(), parameter);
                if (!tried.add(parameter) && !ALONE.contains(name)) {
                    known.put(name, values.getFirst());
                } else {
                    for (String value : values) {
                        assertTaken(path.getKey(), Map.of(name, value));
                    }
                }
                if (parameter.path("required").asBoolean()) {
                    String request = without(REQUESTS.get(path.getKey()).getFirst(), name);
                    assertThat(faulty(address(path.getKey(), request))).contains(name);
                }
            }
            assertTaken(path.getKey(), known);
        }
    }

    private void assertTaken(String path, Map<String, String> parameters) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        parameters.keySet().forEach(name -> Samples.companions(name).forEach(all::putIfAbsent));
        String request = REQUESTS.get(path).getFirst();
        for (Map.Entry<String, String> each : all.entrySet()) {
            request = without(request, each.getKey()) + "&" + each.getKey() + "=" + Json.encode(each.getValue());
        }
        HttpResponse<String> answer = at(address(path, request)).get(address(path, request));
        // Which columns a summary has depends on its groups.
        boolean group = path.endsWith("/summary") && all.containsKey("fields") && answer.statusCode() == 400;
        assertThat(group ? 200 : answer.statusCode())
                .as(path + "?" + request + "\n" + answer.body())
                .isEqualTo(200);
    }

    @Test
    void aValueBeyondTheDocumentedOnesIsRefused() throws Exception {
        int refused = 0;
        Set<JsonNode> tried = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : readable().entrySet()) {
            for (JsonNode parameter : parameters(path.getValue())) {
                String name = parameter.get("name").asText();
                List<String> values = beyond(parameter.get("schema"));
                for (String value : tried.add(parameter) || values.isEmpty() ? values : values.subList(0, 1)) {
                    String request = without(REQUESTS.get(path.getKey()).getFirst(), name) + "&" + name + "="
                            + Json.encode(value);
                    HttpResponse<String> answer =
                            at(address(path.getKey(), request)).get(address(path.getKey(), request));
                    assertThat(answer.statusCode())
                            .as(path.getKey() + "?" + request)
                            .isIn(400, 406);
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void everyParameterThatIsNotDocumentedIsRefused() throws Exception {
        Set<String> everywhere = new TreeSet<>(Set.of("nonsense"));
        for (JsonNode path : readable().values()) {
            parameters(path).forEach(each -> everywhere.add(each.get("name").asText()));
        }
        for (Map.Entry<String, JsonNode> path : readable().entrySet()) {
            Set<String> foreign = new TreeSet<>(everywhere);
            parameters(path.getValue())
                    .forEach(each -> foreign.remove(each.get("name").asText()));
            StringBuilder request =
                    new StringBuilder(REQUESTS.get(path.getKey()).getFirst());
            foreign.forEach(name -> request.append('&').append(name).append("=x"));
            assertThat(faulty(address(path.getKey(), request.toString())))
                    .as(path.getKey())
                    .isEqualTo(foreign);
        }
    }

    @Test
    void everyAnswerIsAsDocumentedAndEveryDocumentedPropertyOccurs(@TempDir Path index) throws Exception {
        Set<String> missing = new TreeSet<>();
        document.at("/components/schemas")
                .properties()
                .forEach(
                        schema -> properties(schema.getKey(), schema.getValue()).forEach(missing::add));
        for (Map.Entry<String, JsonNode> path : readable().entrySet()) {
            JsonNode answers = path.getValue().at("/get/responses/200");
            Set<String> headers = new TreeSet<>();
            Set<String> types = new TreeSet<>();
            for (String request : REQUESTS.get(path.getKey())) {
                HttpResponse<String> answer =
                        at(address(path.getKey(), request)).get(address(path.getKey(), request));
                String type = checked(path.getKey() + "?" + request, answers, answer, missing);
                types.add(type);
                headers.addAll(answer.headers().map().keySet());
            }
            Set<String> documented = new TreeSet<>();
            answers.path("content").fieldNames().forEachRemaining(documented::add);
            assertThat(documented).as(path.getKey()).containsAll(types);
            for (String type : documented) {
                String address =
                        address(path.getKey(), REQUESTS.get(path.getKey()).getFirst());
                HttpResponse<String> answer = at(address).send("GET", address, "Accept", type);
                assertThat(checked(address, answers, answer, missing))
                        .as(address)
                        .isEqualTo(type);
            }
            headers.removeAll(COMMON);
            Set<String> named = new TreeSet<>();
            answers.path("headers").fieldNames().forEachRemaining(name -> named.add(name.toLowerCase(Locale.ROOT)));
            assertThat(headers).as(path.getKey()).isEqualTo(named);
        }
        annotate(missing);
        lists(missing);
        swept(index.resolve("swept"), missing);
        adding(index.resolve("adding"), missing);
        for (String path : List.of("/mentions", "/mentions/summary?by=date", "/mentions/summary?by=verdict")) {
            JsonNode answers =
                    readable().get(API + path.replaceAll("\\?.*", "")).at("/get/responses/200");
            checked(path, answers, served.get(API + path), missing);
        }
        for (String faulty : List.of("/api/v1/search?stance=critcal", "/api/v1/search?q=%22fog", "/api/v1/nowhere")) {
            String body = served.get(faulty).body();
            check(faulty, reference("Problem"), body);
            seen(reference("Problem"), body, missing);
        }
        ofOriginals(missing);
        assertThat(missing).isEmpty();
    }

    /** Checks an answer against those that are documented, and gives its media type. */
    private String checked(String what, JsonNode answers, HttpResponse<String> answer, Set<String> missing)
            throws Exception {
        assertThat(answer.statusCode()).as(what).isEqualTo(200);
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode schema = answers.at("/content").path(type).path("schema");
        assertThat(schema.isObject()).as(what + " as " + type).isTrue();
        check(what, schema, answer.body());
        seen(schema, answer.body(), missing);
        return type;
    }

    private void ofOriginals(Set<String> missing) throws Exception {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("/search?q=came", "/search");
        requests.put("/search?q=pilot", "/search");
        requests.put("/documents", "/documents");
        requests.put("/documents/fog/passages", "/documents/{id}/passages");
        requests.put("/documents/hail.pdf/passages", "/documents/{id}/passages");
        requests.put("/documents/talk.vtt/passages", "/documents/{id}/passages");
        requests.put("/documents/hail.pdf/citation?style=csl&start=0&end=4", "/documents/{id}/citation");
        requests.put("/documents/hail.pdf/quotation?start=0&end=4", "/documents/{id}/quotation");
        for (String id : List.of("fog", "rain", "snow")) {
            requests.put("/documents/" + id + "/citation?style=csl", "/documents/{id}/citation");
        }
        for (String address : List.of("/search?q=quay", "/documents/scan", "/documents/scan/passages")) {
            String route = address.replace("scan", "{id}").replaceAll("\\?.*", "");
            JsonNode answers = readable().get(API + route).at("/get/responses/200");
            checked(address, answers, scanned.get(API + address), missing);
        }
        for (Map.Entry<String, String> request : requests.entrySet()) {
            JsonNode answers = readable().get(API + request.getValue()).at("/get/responses/200");
            checked(request.getKey(), answers, quoted.get(API + request.getKey()), missing);
        }
        JsonNode passage = readable().get(API + "/passages/{id}").at("/get/responses/200");
        String annotated = API + "/passages/fog:1";
        checked(annotated, passage, quoted.send("GET", annotated, "Accept", WebAnnotation.TYPE), missing);
    }

    @Test
    void everyHeaderOfAProblemIsDocumentedAndOccurs(@TempDir Path folder) throws Exception {
        Set<String> documented = new TreeSet<>();
        document.at("/components/responses/Problem/headers")
                .fieldNames()
                .forEachRemaining(name -> documented.add(name.toLowerCase(Locale.ROOT)));
        Set<String> told = new TreeSet<>();
        ServerOptions.Access closed =
                new ServerOptions.Access(List.of(), List.of(), Optional.of("a token of the tests"));
        try (Generations<Engine> none = new Generations<>(
                        LuceneIndex.commits(folder, LuceneIndex.LIMIT, QueryLimits.MOST),
                        searcher -> new Engine(searcher, Names.NONE, Recognisers.standard(), new Build("test", "none")),
                        engine -> {},
                        new Generations.Keep(1, Duration.ZERO));
                Served guarded = Served.of(none, ServerOptions.local(0).with(closed))) {
            List<HttpResponse<String>> refused = List.of(
                    guarded.get(API + "/info"),
                    guarded.get("/ready"),
                    served.send("DELETE", API + "/info"),
                    served.get(API + "/annotate"),
                    served.get("/nowhere"));
            assertThat(refused).extracting(HttpResponse::statusCode).containsExactly(401, 503, 405, 405, 404);
            for (HttpResponse<String> answer : refused) {
                told.addAll(answer.headers().map().keySet());
                check(answer.uri().getPath(), reference("Problem"), answer.body());
            }
        }
        told.removeAll(COMMON);
        assertThat(told).isEqualTo(documented);
    }

    /** What is told of an index whose files were read again. */
    private void swept(Path index, Set<String> missing) throws Exception {
        Landing.commit(index, "Fog", 1, 1);
        try (Generations<Engine> engines = new Generations<>(
                        LuceneIndex.commits(index, LuceneIndex.LIMIT, QueryLimits.MOST),
                        searcher -> new Engine(searcher, Names.NONE, Recognisers.standard(), new Build("test", "none")),
                        engine -> {},
                        new Generations.Keep(1, Duration.ZERO));
                Served once = Served.of(engines, ServerOptions.local(0))) {
            engines.openFirst();
            engines.sweep(Reading.AT_ONCE);
            String body = once.get(API + "/info").body();
            check("/info", reference("Info"), body);
            seen(reference("Info"), body, missing);
        }
    }

    /** What a server tells that takes files in. */
    private void adding(Path index, Set<String> missing) throws Exception {
        Landing.commit(index, "Fog", 1, 1);
        try (Served open = Served.of(index, open(index.getParent()))) {
            String body = open.get(API + "/info").body();
            check("/info", reference("Info"), body);
            seen(reference("Info"), body, missing);
        }
    }

    private static ServerOptions open(Path folder) throws Exception {
        return ServerOptions.local(0).with(new FilesApi(Inbox.of(folder, false), 1 << 20, true));
    }

    @Test
    void aServerThatTakesFilesInDescribesThatAndNoOtherDoes(@TempDir Path folder) throws Exception {
        Landing.commit(folder.resolve("index"), "Fog", 1, 1);
        JsonNode closed = document;
        try (Served open = Served.of(folder.resolve("index"), open(folder));
                HttpClient client = HttpClient.newHttpClient()) {
            document = open.json(API + "/openapi.json");
            theDescriptionIsValidOpenApi31();
            everyReferenceLeadsSomewhereAndNoComponentIsIdle();
            assertThat(closed.get("paths").has(FilesApi.PATH)).isFalse();
            JsonNode post = document.get("paths").path(FilesApi.PATH).path("post");
            assertThat(open.routes()).contains("POST " + FilesApi.PATH, "OPTIONS " + FilesApi.PATH);
            String type = post.at("/requestBody/content").fieldNames().next();
            HttpRequest request = HttpRequest.newBuilder(URI.create(open.address() + FilesApi.PATH + "?name=a.txt"))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString("Fog."))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(201);
            Set<String> headers = new TreeSet<>(answer.headers().map().keySet());
            headers.removeAll(COMMON);
            Set<String> named = new TreeSet<>();
            post.at("/responses/201/headers")
                    .fieldNames()
                    .forEachRemaining(name -> named.add(name.toLowerCase(Locale.ROOT)));
            assertThat(headers).isEqualTo(named);
            check(FilesApi.PATH, reference("Added"), answer.body());
            Set<String> missing = new TreeSet<>(properties("Added", resolved(reference("Added"))));
            seen(reference("Added"), answer.body(), missing);
            assertThat(missing).isEmpty();
        } finally {
            document = closed;
        }
    }

    private HttpResponse<String> send(String names) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.address() + ListsApi.PATH))
                .header("Content-Type", ListsApi.TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(names))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private void lists(Set<String> missing) throws Exception {
        JsonNode schema = reference("NameList");
        String answer = send(NAMES).body();
        check("lists", schema, answer);
        seen(schema, answer, missing);
        String full = """
                {"digest":"a","lasting":true,"type":"country","total":{"names":2,"known":1,"unknown":1},
                "known":[{"line":1,"name":"RU","id":"RU","label":"Russia"}],
                "unknown":[{"line":2,"name":"Fog","reason":"there is none","near":["FO"]}]}""";
        check("a list", schema, full);
        seen(schema, full, missing);
        String matrix = served.get(API + "/together?list=" + LIST).body();
        check("together", reference("Together"), matrix);
        seen(reference("Together"), matrix, missing);
    }

    private void annotate(Set<String> missing) throws Exception {
        String records =
                "{\"id\":\"a\",\"text\":\"In Norway 1,200 people saw the fog on 7 May 2022.\"}\n{\"id\":\"b\"}\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.address() + AnnotateApi.PATH))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(records))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            for (String line : answer.body().lines().toList()) {
                JsonNode schema = reference(line.contains("\"error\"") ? "AnnotationFault" : "Annotation");
                check("annotate", schema, line);
                seen(schema, line, missing);
            }
        }
        for (String record : records.lines().toList()) {
            JsonNode schema = reference("Record");
            boolean whole = record.contains("\"text\"");
            assertThat(schema(schema).validate(record, InputFormat.JSON).isEmpty())
                    .isEqualTo(whole);
        }
        String full = "{\"id\":\"a\",\"text\":\"Fog.\",\"lang\":\"en\",\"date\":\"2022\"}";
        check("a record", reference("Record"), full);
        seen(reference("Record"), full, missing);
    }

    /** The names of the properties of a schema, each with the name of the schema, those of schemas inside it too. */
    private static List<String> properties(String name, JsonNode schema) {
        List<String> properties = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            properties.add(name + "." + property.getKey());
            properties.addAll(properties(name + "." + property.getKey(), property.getValue()));
            properties.addAll(properties(
                    name + "." + property.getKey(), property.getValue().path("items")));
        });
        return properties;
    }

    /** Takes from {@code missing} the properties that {@code body} has. */
    private void seen(JsonNode schema, String body, Set<String> missing) throws Exception {
        if (!schema.has("$ref")) {
            return;
        }
        seen("", schema, Served.tree(body), missing);
    }

    private void seen(String name, JsonNode schema, JsonNode value, Set<String> missing) {
        JsonNode own = schema;
        String called = name;
        if (schema.has("$ref")) {
            own = resolved(schema);
            called = schema.get("$ref").asText().replaceAll(".*/", "");
        }
        for (JsonNode either : own.path("oneOf")) {
            if (schema(either).validate(value.toString(), InputFormat.JSON).isEmpty()) {
                seen(called, either, value, missing);
            }
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                seen(called, own.path("prefixItems").path(i), value.get(i), missing);
                seen(called, own.path("items"), value.get(i), missing);
            }
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> each : value.properties()) {
                missing.remove(called + "." + each.getKey());
                seen(
                        called + "." + each.getKey(),
                        own.path("properties").path(each.getKey()),
                        each.getValue(),
                        missing);
            }
        }
    }

    private void check(String what, JsonNode schema, String body) throws Exception {
        if (schema.has("$ref")) {
            assertThat(schema(schema).validate(body, InputFormat.JSON)).as(what).isEmpty();
        } else {
            assertThat(schema.get("type").asText()).isEqualTo("string");
        }
    }

    private Schema schema(JsonNode schema) {
        ObjectNode whole = Json.object();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.get("components"));
        return registry().getSchema(whole.toString(), InputFormat.JSON);
    }

    private static JsonNode reference(String name) {
        return Json.object().put("$ref", "#/components/schemas/" + name);
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }

    /** The paths that are read. */
    private Map<String, JsonNode> readable() {
        // In the order of the requests, of which the quick ones come first: they try all values of what others share.
        List<String> order = List.copyOf(REQUESTS.keySet());
        Map<String, JsonNode> readable =
                new TreeMap<>(Comparator.<String>comparingInt(order::indexOf).thenComparing(path -> path));
        document.get("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .forEach(path -> readable.put(path.getKey(), path.getValue()));
        return readable;
    }

    /** The parameters of a path that stand in the query. */
    private List<JsonNode> parameters(JsonNode path) {
        return StreamSupport.stream(path.path("parameters").spliterator(), false)
                .map(this::resolved)
                .filter(parameter -> parameter.get("in").asText().equals("query"))
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** The digests hold nothing twice, and nothing is the matter with them. */
    private Served at(String address) {
        return address.contains("/fog/similar") || address.startsWith(API + "/report") ? quoted : served;
    }

    private static String address(String template, String request) {
        String path = template.replace("{id}/similar", "fog/similar")
                .replace("{path}", "mist.txt")
                .replace("/entities/{type}/{id}", "/entities/country/GE")
                .replace("/entities/{type}", "/entities/country")
                .replace("/problems/{type}", "/problems/bad-value")
                .replace("/passages/{id}", "/passages/" + DIGEST + ":2")
                .replace("{id}", DIGEST);
        String asked = request.startsWith("&") ? request.substring(1) : request;
        return path + (asked.isEmpty() ? "" : "?" + asked);
    }

    private static String without(String request, String name) {
        return String.join(
                "&",
                Arrays.stream(request.split("&"))
                        .filter(each -> !each.startsWith(name + "="))
                        .toList());
    }

    private List<String> values(String path, JsonNode parameter) throws Exception {
        JsonNode schema = parameter.get("schema");
        String name = parameter.get("name").asText();
        if (name.equals("cursor")) {
            String first = REQUESTS.get(path).getFirst();
            return List.of(at(address(path, first + "&limit=1"))
                    .json(address(path, first + "&limit=1"))
                    .get("next")
                    .asText());
        }
        List<String> values = new ArrayList<>();
        for (JsonNode each : List.of(
                schema,
                schema.path("items"),
                schema.path("anyOf").path(0),
                schema.path("anyOf").path(1))) {
            each.path("enum").forEach(word -> values.add(word.asText()));
            List.of("minimum", "maximum", "default").forEach(bound -> {
                if (each.has(bound)) {
                    values.add(each.get(bound).asText());
                }
            });
        }
        if (values.isEmpty()) {
            boolean day = schema.path("pattern").asText().contains("{4}");
            values.add(day ? DAY : VALUES.getOrDefault(name, "fog"));
        }
        if (schema.has("pattern")) {
            assertThat(values)
                    .allMatch(value -> value.matches(schema.get("pattern").asText()));
        }
        return values;
    }

    private static List<String> beyond(JsonNode schema) {
        List<String> beyond = new ArrayList<>();
        JsonNode number = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
        if (number.path("type").asText().equals("integer")) {
            beyond.addAll(List.of("many", "1.5"));
            if (number.has("minimum")) {
                beyond.add(Long.toString(number.get("minimum").asLong() - 1));
            }
            beyond.add(Long.toString(number.path("maximum").asLong(Integer.MAX_VALUE) + 1));
        }
        if (schema.has("enum") || schema.path("items").has("enum")) {
            beyond.add("nonsense");
        }
        if (schema.has("pattern")) {
            beyond.add("?");
        }
        if (schema.has("maxLength")) {
            beyond.add("x".repeat(schema.get("maxLength").asInt() + 1));
        }
        return beyond;
    }

    /** The parameters that the answer to {@code address}, which must be a 400, calls faulty. */
    private Set<String> faulty(String address) throws Exception {
        HttpResponse<String> answer = at(address).get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(400);
        Set<String> faulty = new TreeSet<>();
        Served.tree(answer.body())
                .get("errors")
                .forEach(error -> faulty.add(error.get("parameter").asText()));
        return faulty;
    }
}
