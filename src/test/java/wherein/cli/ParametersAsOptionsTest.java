package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Answer;
import wherein.api.Endpoint;
import wherein.api.Endpoints;
import wherein.api.Engine;
import wherein.api.Parameter;
import wherein.api.Request;
import wherein.api.Role;
import wherein.api.Samples;
import wherein.lucene.LuceneIndex;
import wherein.search.Deadline;
import wherein.search.PassageSearcher;

/** A parameter of an endpoint is an option of the command that answers the same, whatever its role; which can be set, the role says. */
class ParametersAsOptionsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Map<String, String> COMMANDS = Map.of(
            "search", "/search",
            "mentions", "/mentions",
            "figures", "/figures/table",
            "timeline", "/timeline",
            "together", "/together",
            "account", "/account",
            "verdicts", "/verdicts",
            "kwic", "/concordance",
            "absence", "/absence");

    @TempDir
    private static Path folder;

    private static String index;

    @BeforeAll
    static void index() {
        index = folder.resolve("index").toString();
        assertThat(Ran.of("index", "seeds", "--index", index).exit()).isZero();
    }

    @Test
    void everyParameterIsAnOptionThatAnswersAsTheApiDoes() throws Exception {
        try (PassageSearcher searcher = LuceneIndex.open(Path.of(index))) {
            Engine engine = Version.engine(searcher).within(Deadline.after(Duration.ofMinutes(10)));
            for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
                Endpoint endpoint = Endpoints.of(command.getValue());
                for (Parameter<?> parameter : Samples.parameters(endpoint, searcher)) {
                    if (parameter.role() == Role.PAGES
                            || endpoint.formParameter()
                                    .filter(parameter.name()::equals)
                                    .isPresent()) {
                        continue;
                    }
                    Map<String, String> request = Samples.request(endpoint, parameter);
                    request.put(
                            parameter.name(),
                            Samples.values(endpoint, parameter, searcher).getFirst());
                    assertThat(printed(command.getKey(), request))
                            .as(command.getKey() + " " + request)
                            .isEqualTo(answered(engine, endpoint, request));
                }
            }
        }
    }

    private static JsonNode printed(String command, Map<String, String> request) throws Exception {
        List<String> line = new ArrayList<>(List.of(command, "--index", index, "--json"));
        request.forEach((name, value) -> {
            if (!name.equals("q")) {
                line.add("--" + name + "=" + value);
            }
        });
        if (request.containsKey("q")) {
            line.addAll(List.of("--", request.get("q")));
        }
        Ran ran = Ran.of(line.toArray(String[]::new));
        assertThat(ran.exit()).as(line + ran.err()).isLessThan(2);
        return timeless(MAPPER.readTree(ran.out()));
    }

    private static JsonNode answered(Engine engine, Endpoint endpoint, Map<String, String> request) throws Exception {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.forEach((name, value) -> parameters.put(name, List.of(value)));
        Answer answer = endpoint.answer(engine, Request.of(endpoint, parameters));
        ObjectNode body = switch (answer) {
            case Answer.Body whole -> whole.json();
            case Answer.Rows rows -> rows.table().page();
            case Answer.Text text -> throw new IllegalStateException(text.text());
        };
        return timeless(MAPPER.readTree(body.toString()));
    }

    private static JsonNode timeless(JsonNode answer) {
        ((ObjectNode) answer).remove(List.of("took_ms", "next_url"));
        return answer;
    }

    @Test
    void aQueryInWordsAndOneByAnOptionAreNotTakenForOne() {
        for (String command : List.of("search", "mentions", "absence")) {
            Ran ran = Ran.of(command, "--index", index, "--q", "brain", "drain");
            assertThat(ran.exit()).as(command).isEqualTo(Main.ERROR);
            assertThat(ran.err()).contains("there is a query in words and one of --q; leave one out");
        }
        assertThat(Ran.of("search", "--index", index, "--q", "brain").out())
                .isEqualTo(Ran.of("search", "--index", index, "brain").out())
                .isNotEmpty();
    }

    @Test
    void aFieldThatIsNamedAsAnOptionFiltersUnderItsWholeName() throws Exception {
        Path records = Files.writeString(folder.resolve("own.jsonl"), """
                {"id":"a","by":"Gull","left":"yes","index":"old","json":"x","all":"y","text":"Norway sold 12 boats."}
                {"id":"b","by":"Reef","left":"no","index":"new","json":"z","all":"z","text":"Norway bought 40 boats."}
                """);
        String own = folder.resolve("own").toString();
        assertThat(Ran.of("index", records.toString(), "--index", own).exit()).isZero();
        for (String filter : List.of("by=Gull", "left=yes", "index=old", "json=x", "all=y")) {
            for (List<String> command :
                    List.of(List.of("search", "norway"), List.of("mentions"), List.of("kwic", "norway"))) {
                for (String not : List.of("", "not.")) {
                    List<String> line = new ArrayList<>(command);
                    line.addAll(List.of("--index", own, "--ndjson", "--" + not + "field." + filter));
                    Ran ran = Ran.of(line.toArray(String[]::new));
                    assertThat(ran.exit()).as(line + ran.err()).isZero();
                    for (String row : ran.out().lines().toList()) {
                        assertThat(MAPPER.readTree(row).get("document").asText())
                                .as(line.toString())
                                .isEqualTo(not.isEmpty() ? "a" : "b");
                    }
                }
            }
        }
        assertThat(Ran.of("mentions", "--index", own, "--by", "Gull").err()).contains("Did you mean \"field.by\"?");
    }

    @Test
    void aParameterCanBeSetOnceForAllWhereItsRoleSaysSoAndNowhereElse() throws Exception {
        for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
            for (Parameter<?> parameter : Endpoints.of(command.getValue()).parameters()) {
                String name = parameter.name();
                Path file = Files.writeString(
                        folder.resolve("wherein.toml"), "[" + command.getKey() + "]\n\"" + name + "\" = \"x\"\n");
                Ran ran = Ran.of("config", "--config", file.toString(), command.getKey());
                boolean settable = List.of(Role.ORDERS, Role.SHOWS, Role.SHAPES).contains(parameter.role());
                if (settable) {
                    assertThat(ran.out()).contains(command.getKey() + "." + name + " = \"x\"");
                } else {
                    assertThat(ran.exit()).as(command + " " + name + ran.out()).isEqualTo(Main.ERROR);
                    assertThat(ran.err()).contains("\"" + name + "\" is no option");
                }
            }
        }
    }
}
