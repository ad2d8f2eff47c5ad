package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.Forged;
import wherein.api.Generations;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;

/** A tag and a cursor are good for the very answers that they came from, and for no others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagsAndCursorsTest {

    private static final Build BUILD = new Build("1.0", "abc");

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final List<String> PATHS = List.of(
            "/api/v1/search?q=norway",
            "/api/v1/mentions",
            "/api/v1/mentions.csv",
            "/api/v1/mentions/summary?by=id",
            "/api/v1/documents/a.txt",
            "/api/v1/documents/a.txt/text",
            "/api/v1/info",
            "/?q=norway");

    private Path one;
    private Path other;

    @BeforeAll
    void index(@TempDir Path folder) throws Exception {
        one = indexed(folder.resolve("one"), "Norway");
        other = indexed(folder.resolve("other"), "Sweden");
    }

    private static Path indexed(Path folder, String country) throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        for (String file : List.of("a", "b", "c", "d")) {
            Files.writeString(
                    texts.resolve(file + ".txt"),
                    country + " sold 1,200 boats in March 2021; Norway and Sweden saw 300 people.");
        }
        Path index = folder.resolve("index");
        Served.index(texts, Optional.empty(), index);
        return index;
    }

    /** A server of the program {@code build} over {@code index}. */
    private record Running(PassageSearcher searcher, Served served) implements AutoCloseable {

        static Running of(Path index, Build build, Duration limit) throws Exception {
            PassageSearcher searcher = LuceneIndex.open(index, limit);
            Engine engine = new Engine(searcher, new LedgerNames(searcher), Recognisers.standard(), build);
            ServerOptions options = ServerOptions.local(0)
                    .with(new ServerOptions.Access(List.of("wherein.example"), List.of(), Optional.empty()));
            return new Running(searcher, Served.of(Generations.fixed(searcher, engine), options));
        }

        /** The answer at an address that stays when the server begins again. */
        String at(String path, String tag) throws Exception {
            return served.raw("GET " + path
                    + " HTTP/1.1\r\nHost: wherein.example\r\nConnection: close\r\nIf-None-Match: " + tag + "\r\n\r\n");
        }

        String tag(String path) throws Exception {
            return at(path, "\"none\"")
                    .lines()
                    .filter(line -> line.startsWith("ETag: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("ETag: ".length());
        }

        @Override
        public void close() throws IOException {
            served.close();
            searcher.close();
        }
    }

    /** Whether what a client of {@code first} has is still what {@code second} would send. */
    private static void assertFresh(Running first, Running second, boolean fresh) throws Exception {
        for (String path : PATHS) {
            assertThat(second.at(path, first.tag(path))).as(path).startsWith(fresh ? "HTTP/1.1 304" : "HTTP/1.1 200");
        }
    }

    @Test
    void theSameProgramOverTheSameIndexStillKnowsItsTags() throws Exception {
        String[] tags = new String[PATHS.size()];
        try (Running first = Running.of(one, BUILD, LIMIT)) {
            for (int i = 0; i < tags.length; i++) {
                tags[i] = first.tag(PATHS.get(i));
            }
        }
        try (Running again = Running.of(one, BUILD, LIMIT)) {
            for (int i = 0; i < tags.length; i++) {
                assertThat(again.at(PATHS.get(i), tags[i])).as(PATHS.get(i)).startsWith("HTTP/1.1 304");
            }
        }
    }

    @Test
    void anUpgradeMakesEveryTagAnOldOne() throws Exception {
        try (Running first = Running.of(one, BUILD, LIMIT);
                Running version = Running.of(one, new Build("1.1", "abc"), LIMIT);
                Running commit = Running.of(one, new Build("1.0", "abd"), LIMIT)) {
            assertFresh(first, first, true);
            assertFresh(first, version, false);
            assertFresh(first, commit, false);
        }
    }

    @Test
    void otherLimitsMakeEveryTagAnOldOne() throws Exception {
        try (Running first = Running.of(one, BUILD, LIMIT);
                Running second = Running.of(one, BUILD, LIMIT.plusSeconds(1))) {
            assertFresh(first, second, false);
        }
    }

    @Test
    void anotherIndexOfTheSameGenerationHasOtherTags() throws Exception {
        try (Running first = Running.of(one, BUILD, LIMIT);
                Running second = Running.of(other, BUILD, LIMIT)) {
            assertThat(first.searcher.generation()).isEqualTo(second.searcher.generation());
            assertFresh(first, second, false);
        }
    }

    @Test
    void anotherAddressHasOtherTags() throws Exception {
        try (Running server = Running.of(one, BUILD, LIMIT)) {
            for (String path : PATHS) {
                HttpResponse<String> answer = server.served.send("GET", path, "If-None-Match", server.tag(path));
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    private static final List<String> PAGED = List.of(
            "/search?q=norway",
            "/search?q=norway&sort=date",
            "/search?q=norway&group=document",
            "/documents?q=norway",
            "/mentions?type=country",
            "/mentions?sort=left",
            "/mentions?sort=-date",
            "/documents/a.txt/mentions?nested=on",
            "/mentions/summary?by=id",
            "/entities/country?prefix=",
            "/figures/table?unit=people",
            "/figures/table?unit=people&sort=value&by=source",
            "/concordance?q=norway",
            "/concordance?q=norway&sample=3&seed=2",
            "/concordance?q=norway&sort=right",
            "/account?offsets=utf16");

    private static String first(String path) {
        return "/api/v1" + path + "&limit=1";
    }

    @Test
    void aCursorOfOneIndexIsRefusedByAnother() throws Exception {
        try (Running server = Running.of(one, BUILD, LIMIT);
                Running another = Running.of(other, BUILD, LIMIT)) {
            for (String path : PAGED) {
                String next = server.served.json(first(path)).get("next_url").asText();
                HttpResponse<String> answer = another.served.get(next);
                assertThat(answer.statusCode()).as(path).isEqualTo(409);
                assertThat(answer.body()).contains("/problems/index-changed");
                assertThat(server.served.get(next).statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void aCursorOutlivesARestartOverTheSameIndex() throws Exception {
        List<String> next = new ArrayList<>();
        List<Integer> remaining = new ArrayList<>();
        try (Running server = Running.of(one, BUILD, LIMIT)) {
            for (String path : PAGED) {
                JsonNode page = server.served.json(first(path));
                next.add(page.get("next_url").asText());
                remaining.add(page.get("remaining").asInt());
            }
        }
        try (Running again = Running.of(one, BUILD, LIMIT)) {
            for (int i = 0; i < next.size(); i++) {
                assertThat(again.served.json(next.get(i)).get("remaining").asInt())
                        .as(next.get(i))
                        .isEqualTo(remaining.get(i) - 1);
            }
        }
    }

    @Test
    void aForgedCursorIsABadValueOnEveryEndpointThatPages() throws Exception {
        try (Running server = Running.of(one, BUILD, LIMIT)) {
            for (String path : PAGED) {
                JsonNode page = server.served.json(first(path));
                String cursor = page.get("next").asText();
                for (String broken : Forged.broken(cursor)) {
                    assertRefused(server, path, broken);
                }
                for (String beyond : Forged.beyond(cursor, page.get("remaining").asInt() + 1)) {
                    assertRefused(server, path, beyond);
                }
            }
        }
    }

    @Test
    void aCursorThatLeadsToNoHitMakesNoNumberNegative() throws Exception {
        try (Running server = Running.of(one, BUILD, LIMIT)) {
            for (String path : PAGED) {
                String cursor = server.served.json(first(path)).get("next").asText();
                for (String elsewhere : Forged.elsewhere(cursor)) {
                    HttpResponse<String> answer = server.served.get(first(path) + "&cursor=" + elsewhere);
                    assertThat(answer.statusCode()).as(path + answer.body()).isIn(200, 400, 409);
                    assertThat(answer.body()).doesNotContain("\":-");
                }
            }
        }
    }

    private static void assertRefused(Running server, String path, String cursor) throws Exception {
        String asked = first(path) + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        HttpResponse<String> answer = server.served.get(asked);
        assertThat(answer.statusCode()).as(asked + " " + answer.body()).isEqualTo(400);
        assertThat(Served.tree(answer.body()).at("/errors/0/parameter").asText())
                .isEqualTo("cursor");
    }
}
