package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
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
import wherein.api.ListsApi;

/** Who may ask. */
class AccessTest {

    private static final String SEARCH = "/api/v1/search?q=fog";
    private static final String TOKEN = "correct-horse:battery-staple";

    @TempDir
    private static Path index;

    private static Served own;
    private static Served open;
    private static Served shared;
    private static Served guarded;

    @BeforeAll
    static void serve() throws Exception {
        Landing.commit(index, "Fog", 3, 1);
        ServerOptions local = ServerOptions.local(0);
        own = Served.of(index, local.with(new ServerOptions.Access(List.of("wherein.example"), List.of(), none())));
        open = Served.of(
                index,
                new ServerOptions(
                        "0.0.0.0",
                        0,
                        local.access(),
                        local.load(),
                        Optional.empty(),
                        Optional.empty(),
                        ListsApi.inMemory()));
        shared = Served.of(
                index, local.with(new ServerOptions.Access(List.of(), List.of("https://news.example"), none())));
        guarded = Served.of(
                index,
                local.with(new ServerOptions.Access(List.of(), List.of("https://news.example"), Optional.of(TOKEN))));
    }

    @AfterAll
    static void close() throws Exception {
        for (Served served : List.of(own, open, shared, guarded)) {
            served.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:1",
                "localhost:65535",
                "localhost.",
                "LOCALHOST:8080",
                "127.0.0.1",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "wherein.example",
                "WHEREIN.example.:443"
            })
    void aNameOfThisServerIsAnswered(String host) throws Exception {
        assertThat(status(own, "Host: " + host)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "localhost.evil.example",
                "evil.example.localhost",
                "127.0.0.1.evil.example",
                "evil.example:127.0.0.1",
                "localhost:80:80",
                "localhost:",
                "localhost:99999",
                "localhost:-1",
                "localhost:http",
                "localhost..",
                ".localhost",
                "local host",
                "evil@localhost",
                "localhost@evil.example",
                "localhost/evil.example",
                "localhost#",
                "localhost%00",
                "localhost\\",
                "localhost,evil.example",
                "[::2]",
                "[::1",
                "::1",
                "[::1%25lo]",
                "[localhost]",
                "127.0.0.2",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "0.0.0.0",
                "10.0.0.1",
                "xn--lcalhost-54a",
                "l\u00f6calhost",
                "not.wherein.example",
                "*",
                ""
            })
    void anotherNameIsRefusedAlsoWhereOtherMachinesMayAsk(String host) throws Exception {
        for (Served served : List.of(own, open)) {
            assertThat(status(served, "Host: " + host)).isIn(400, 421);
        }
        assertThat(status(own, "Host: localhost\r\nHost: " + host)).isEqualTo(400);
    }

    @Test
    void aRequestWithoutAHostOrForAnotherThanItsHeaderSaysIsRefused() throws Exception {
        assertThat(own.raw("GET /health HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 421");
        assertThat(own.raw("GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void anAddressOfThisMachineIsOneOfItsNamesWhereItListensThere() throws Exception {
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address :
                    each.inetAddresses().filter(Inet4Address.class::isInstance).toList()) {
                String name = address.getHostAddress();
                assertThat(open.rawAt(name, "GET /health HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n"))
                        .as(name)
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void aServerOfThisMachineAloneListensNowhereElse() throws Exception {
        for (InetAddress address : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> !each.isLoopbackAddress() && each instanceof Inet4Address)
                .toList()) {
            String name = address.getHostAddress();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> own.rawAt(name, "GET / HTTP/1.0\r\n\r\n"))
                    .as(name)
                    .isInstanceOf(java.net.ConnectException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost",
                "http://localhost:1",
                "http://127.0.0.1:PORT",
                "http://localhost.evil.example:PORT",
                "http://localhost:PORT.evil.example",
                "http://localhost:PORT/",
                "http://evil@localhost:PORT",
                "ftp://localhost:PORT",
                "localhost:PORT",
                "file://",
                ""
            })
    void aPageOfAnotherServerIsRefused(String origin) throws Exception {
        String headers = "Host: localhost:" + own.port() + "\r\nOrigin: " + origin.replace("PORT", "" + own.port());
        String answer = answer(own, "GET " + SEARCH, headers);
        assertThat(answer).startsWith("HTTP/1.1 403").contains("/problems/forbidden");
        assertThat(answer(own, "POST /api/v1/annotate", headers + "\r\nContent-Length: 0"))
                .startsWith("HTTP/1.1 403");
        assertThat(answer).doesNotContainIgnoringCase("access-control-");
    }

    @Test
    void aPageOfThisServerIsAnswered() throws Exception {
        for (String name : List.of("localhost", "127.0.0.1", "[::1]")) {
            String host = name + ":" + own.port();
            assertThat(status(own, "Host: " + host + "\r\nOrigin: http://" + host))
                    .isEqualTo(200);
        }
        assertThat(status(own, "Host: wherein.example\r\nOrigin: https://wherein.example"))
                .isEqualTo(200);
        assertThat(status(own, "Host: wherein.example\r\nOrigin: https://WHEREIN.example:443"))
                .isEqualTo(200);
    }

    @Test
    void aNamedPageOfAnotherServerMayReadAndNoOtherMay() throws Exception {
        HttpResponse<String> answer = shared.send("GET", SEARCH, "Origin", "https://news.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://news.example");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("X-Total-Count", "Content-Disposition");
        assertThat(answer.headers().allValues("Vary")).containsExactly("Accept, Accept-Encoding, Origin");
        assertThat(shared.send("GET", SEARCH, "Origin", "https://newsexample").statusCode())
                .isEqualTo(403);
        assertThat(shared.get(SEARCH).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        HttpResponse<String> fault = shared.send("GET", "/api/v1/search?limit=x", "Origin", "https://news.example");
        assertThat(fault.headers().firstValue("Access-Control-Allow-Origin")).contains("https://news.example");
    }

    @Test
    void aBrowserMayAskWithoutTheTokenWhetherItMaySendIt() throws Exception {
        HttpResponse<String> answer = guarded.send(
                "OPTIONS",
                SEARCH,
                "Origin",
                "https://news.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "authorization");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization");
        assertThat(guarded.send("OPTIONS", SEARCH, "Access-Control-Request-Method", "GET")
                        .statusCode())
                .isEqualTo(401);
        assertThat(guarded.send("GET", SEARCH, "Origin", "https://news.example").statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                SEARCH,
                "/api/v1/mentions.csv",
                "/api/v1/info",
                "/metrics",
                "/assets/edition/app.js",
                "/problems/unauthorized",
                "/documents/d000001",
                "/nothing",
                "/health/x",
                "/health/../api/v1/info",
                "/%68ealth%2f..%2fmetrics",
                SEARCH + "&token=" + TOKEN
            })
    void withoutTheTokenNothingIsTold(String path) throws Exception {
        String answer = answer(guarded, "GET " + path, "Host: localhost");
        assertThat(answer).matches("(?s)HTTP/1.1 40[01] .*").doesNotContain("Fog", "wherein_");
        if (answer.startsWith("HTTP/1.1 401")) {
            assertThat(answer)
                    .contains("/problems/unauthorized", "WWW-Authenticate: Basic realm=", "WWW-Authenticate: Bearer");
        }
    }

    @Test
    void theTokenOpensAllAndTheServersHealthNeedsNone() throws Exception {
        assertThat(guarded.get("/health").statusCode()).isEqualTo(200);
        assertThat(guarded.get("/ready").statusCode()).isEqualTo(200);
        String basic = basic("anyone:" + TOKEN);
        for (String given : List.of("Bearer " + TOKEN, "bearer  " + TOKEN, basic, basic(":" + TOKEN))) {
            for (String path : List.of("/", SEARCH, "/metrics")) {
                assertThat(guarded.send("GET", path, "Authorization", given).statusCode())
                        .as(given)
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            Bearer             => correct-horse:battery-stapl
            Bearer             => correct-horse:battery-staple2
            Bearer             => CORRECT-HORSE:BATTERY-STAPLE
            Bearer             => ' '
            Bearer             => null
            Digest             => correct-horse:battery-staple
            correct-horse:battery-staple => ' '
            Basic              => correct-horse:battery-staple
            Basic              => Y29ycmVjdC1ob3JzZTpiYXR0ZXJ5LXN0YXBsZQ==
            Basic              => '!!!'
            Basic              => OnRva2Vu
            """)
    void anotherTokenOpensNothing(String scheme, String value) throws Exception {
        assertThat(guarded.send("GET", SEARCH, "Authorization", scheme + " " + value)
                        .statusCode())
                .isEqualTo(401);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static String answer(Served served, String begin, String headers) throws Exception {
        return served.raw(begin + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    }

    private static int status(Served served, String headers) throws Exception {
        return Integer.parseInt(answer(served, "GET /health", headers).substring(9, 12));
    }
}
