package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.api.Landing;

/** What comes in beside the questions: headers that a proxy may add, and requests that are no sound HTTP. */
class DoorsTest {

    private static final String LINKS = "GET /opensearch.xml HTTP/1.1\r\nHost: localhost:7\r\nConnection: close\r\n";

    /** Answers that say how long they took, or how many were asked: two of them may differ in length. */
    private static final List<String> TELL_OF_THE_MOMENT = List.of("/metrics", "/api/v1/search?q=fog");

    private static final List<String> PUBLIC = List.of("search.example");

    @TempDir
    private static Path index;

    private static Served plain;
    private static Served behind;

    @BeforeAll
    static void serve() throws Exception {
        Landing.commit(index, "Fog", 3, 1);
        ServerOptions local = ServerOptions.local(0);
        plain = Served.of(index, local.with(new ServerOptions.Access(PUBLIC, List.of(), Optional.empty())));
        behind = Served.of(index, local.with(new ServerOptions.Access(PUBLIC, List.of(), Optional.empty(), true)));
    }

    @AfterAll
    static void close() throws Exception {
        plain.close();
        behind.close();
    }

    @Test
    void linksAreOfTheNameThatATrustedProxyWasAskedBy() throws Exception {
        assertThat(behind.raw(LINKS + "X-Forwarded-Proto: https\r\nX-Forwarded-Host: search.example\r\n\r\n"))
                .contains("\"https://search.example/?q=")
                .doesNotContain("localhost");
        assertThat(behind.raw(LINKS + "X-Forwarded-Proto: HTTPS\r\nX-Forwarded-Host: Search.Example:8443\r\n\r\n"))
                .contains("\"https://search.example:8443/?q=");
        assertThat(behind.raw(LINKS + "X-Forwarded-Proto: https\r\n\r\n")).contains("\"https://localhost:7/?q=");
        assertThat(behind.raw(LINKS + "X-Forwarded-Host: search.example\r\n\r\n"))
                .contains("\"http://search.example/?q=");
        assertThat(behind.raw(LINKS + "\r\n")).contains("\"http://localhost:7/?q=");
    }

    @Test
    void ofSeveralProxiesTheFirstSaysWhatWasAsked() throws Exception {
        assertThat(behind.raw(LINKS + "X-Forwarded-Proto: https, http\r\n"
                        + "X-Forwarded-Host: search.example, localhost\r\n\r\n"))
                .contains("\"https://search.example/?q=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Host: search.example\r\nX-Forwarded-Proto: https",
                "X-Forwarded-Proto: javascript",
                "Forwarded: host=evil.example;proto=https",
                "X-Forwarded-Server: evil.example",
                "X-Forwarded-Port: 443",
                "X-Forwarded-Prefix: /evil",
                "X-Proxied-Https: on"
            })
    void withoutATrustedProxyWhatOneSaysIsIgnored(String header) throws Exception {
        assertOwnName(plain.raw(LINKS + header + "\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: host=evil.example;proto=https",
                "X-Forwarded-Server: evil.example",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Host: ",
                "X-Forwarded-Proto: "
            })
    void whatIsNotReadOfATrustedProxyChangesNothing(String header) throws Exception {
        assertOwnName(behind.raw(LINKS + header + "\r\n\r\n"));
    }

    /** {@code answer} names this server as it knows itself. */
    private static void assertOwnName(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"http://localhost:7/?q=")
                .doesNotContain("evil");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, evil.example, 421",
        "localhost, 'evil.example, search.example', 421",
        "localhost, search.example.evil.example, 421",
        "localhost, search.example/evil, 421",
        "localhost, 'search.example:99999', 421",
        "evil.example, search.example, 421",
        "evil.example, localhost, 421",
        "localhost, search.example, 200",
        "search.example, search.example, 200"
    })
    void theNameThatATrustedProxyWasAskedByIsOneOfThisServerAndItsOwnIsToo(String host, String forwarded, int status)
            throws Exception {
        assertThat(behind.raw("GET /health HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: " + forwarded
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aProtocolThatIsNoneOfTheWebIsRefused() throws Exception {
        for (String proto : List.of("javascript", "wss", "https://", "http https")) {
            assertThat(behind.raw(LINKS + "X-Forwarded-Proto: " + proto + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("X-Forwarded-Proto");
        }
    }

    @Test
    void aPageOfTheNameThatTheProxyWasAskedByMayPost() throws Exception {
        String post = "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
                + "Content-Type: application/x-ndjson\r\nX-Forwarded-Host: search.example\r\nX-Forwarded-Proto: https\r\n";
        assertThat(behind.raw(post + "Origin: https://search.example\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertThat(behind.raw(post + "Origin: https://evil.example\r\n\r\n")).startsWith("HTTP/1.1 403");
        assertThat(plain.raw(post + "Origin: https://search.example\r\n\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void anAddressInARequestDoesNotSayThatItCameByTls() throws Exception {
        String request =
                "GET https://localhost:7/opensearch.xml HTTP/1.1\r\nHost: localhost:7\r\nConnection: close\r\n\r\n";
        assertThat(plain.raw(request)).contains("\"http://localhost:7/?q=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001\u0002\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n",
                "GET /health HTTP/2.0\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/3.1\r\nHost: localhost\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /health\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /../x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /health#x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://a:b@localhost/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nExpect: magic\r\n\r\n",
                "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n",
                "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n",
                "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
                "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n"
            })
    void whatIsNoSoundHttpIsRefusedAndTheAnswerSaysThatTheConnectionEnds(String request) throws Exception {
        String answer = plain.raw(request);
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Connection: close\r\n", "application/problem+json", "nosniff")
                .doesNotContain("jetty", "Exception", "(no end)");
    }

    @Test
    void anAddressOrHeadersThatAreTooLongAreRefusedAndTheAnswerSaysThatTheConnectionEnds() throws Exception {
        assertThat(plain.raw("GET /" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("Connection: close\r\n")
                .doesNotContain("(no end)");
        assertThat(plain.raw("GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: a\r\n".repeat(20_000) + "\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("Connection: close\r\n")
                .doesNotContain("(no end)");
    }

    @Test
    void aQuestionThatIsRefusedLeavesTheConnectionForTheNext() throws Exception {
        String twice = plain.raw("GET /api/v1/search?x=1 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(twice).startsWith("HTTP/1.1 400").contains("HTTP/1.1 200");
    }

    @Test
    void aRequestIsOfTheMethodThatItHasAndNotOfOneInAHeader() throws Exception {
        String override =
                " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\nX-HTTP-Method-Override: ";
        assertThat(plain.raw("POST /health" + override + "GET\r\n\r\n")).startsWith("HTTP/1.1 405");
        assertThat(plain.raw("GET /health" + override + "DELETE\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertThat(plain.raw("GET /api/v1/annotate" + override + "POST\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(plain.raw("POST /api/v1/search" + override + "GET\r\n\r\n")).startsWith("HTTP/1.1 405");
    }

    @Test
    void anUpgradeThatIsNotOfferedIsNotMade() throws Exception {
        for (String upgrade : List.of("h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__", "TLS/1.2", "websocket")) {
            assertThat(plain.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: " + upgrade
                            + "\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .doesNotContain("HTTP/1.1 101")
                    .contains("HTTP/1.1 200");
        }
    }

    @Test
    void aRangeIsNoneOfOursAndAllIsSent() throws Exception {
        for (String path : List.of("/health", "/api/v1/mentions.csv", "/")) {
            HttpResponse<String> part = plain.send("GET", path, "Range", "bytes=0-3");
            assertThat(part.statusCode()).isEqualTo(200);
            assertThat(part.body()).hasSizeGreaterThan(4);
        }
    }

    @Test
    void headSaysWhatGetSaysAndNoOtherLength() throws Exception {
        for (String path : List.of(
                "/",
                "/health",
                "/metrics",
                "/mentions",
                "/nothing",
                "/api/v1/search?q=fog",
                "/api/v1/search?x=1",
                "/api/v1/mentions",
                "/api/v1/mentions.csv",
                "/api/v1/mentions.ndjson",
                "/api/v1/concordance.txt?q=fog",
                "/api/v1/account.csv",
                "/api/v1/openapi.json")) {
            HttpResponse<String> got = plain.get(path);
            HttpResponse<String> head = plain.send("HEAD", path);
            assertThat(head.statusCode()).as(path).isEqualTo(got.statusCode());
            assertThat(head.body()).as(path).isEmpty();
            assertThat(head.headers().firstValue("Content-Type"))
                    .as(path)
                    .isEqualTo(got.headers().firstValue("Content-Type"));
            Optional<String> length = head.headers().firstValue("Content-Length");
            if (length.isPresent() && !TELL_OF_THE_MOMENT.contains(path)) {
                assertThat(length).as(path).isEqualTo(got.headers().firstValue("Content-Length"));
            }
        }
    }

    @Test
    void optionsTellWhatMayBeAskedAndARefusedMethodTellsTheSame() throws Exception {
        for (String path : List.of("/", "/health", "/mentions", "/api/v1/search", "/api/v1/annotate")) {
            HttpResponse<String> options = plain.send("OPTIONS", path);
            assertThat(options.statusCode()).as(path).isEqualTo(204);
            assertThat(plain.send("DELETE", path).headers().firstValue("Allow"))
                    .as(path)
                    .isEqualTo(options.headers().firstValue("Allow"));
        }
    }

    @Test
    void aFaultOfARecordNamesNoClass() throws Exception {
        for (String record :
                List.of("[".repeat(2_000), "1".repeat(2_000), "{\"a\":\"", "\u0000", "{\"" + "k".repeat(60_000))) {
            String answer = plain.raw("POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-ndjson\r\nContent-Length: " + record.length() + "\r\n\r\n" + record);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .contains("\"error\":\"no JSON")
                    .doesNotContain("StreamRead", "Source", "Json", "()");
        }
    }
}
