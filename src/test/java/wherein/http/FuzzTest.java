package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.api.Endpoint;
import wherein.api.Parameter;

/** Requests made by chance, sound ones and others, over bare sockets: each has its answer, and none is our fault. */
class FuzzTest extends OnDigests {

    /** Sent at once, so that requests also meet. */
    private static final int AT_ONCE = 4;

    private static final long MEGABYTE = 1 << 20;

    /** A request, and whether all of it is as it was made. */
    private record Made(byte[] bytes, boolean sound) {}

    @Test
    void noRandomRequestIsAFaultOfTheServer() {
        send(2_000);
    }

    @Tag("long")
    @Test
    void noneOfTwentyThousandIsAndTheHeapStaysAsItIs() throws Exception {
        send(2_000);
        long before = Served.heap();
        send(20_000);
        assertThat(Served.heap() - before).isLessThan(16 * MEGABYTE);
        assertThat(served.get("/health").statusCode()).isEqualTo(200);
    }

    private static void send(int requests) {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            Seeded.times(requests / AT_ONCE, random -> {
                List<Made> made = new ArrayList<>();
                List<Future<String>> answers = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    Made each = request(random);
                    made.add(each);
                    answers.add(pool.submit(() -> answer(each.bytes())));
                }
                for (int i = 0; i < AT_ONCE; i++) {
                    check(made.get(i), answers.get(i).get());
                }
            });
        }
    }

    private static void check(Made made, String answer) {
        String request = new String(made.bytes(), StandardCharsets.ISO_8859_1);
        if (answer.isEmpty() && !made.sound()) {
            // What was no HTTP may end without a word.
            return;
        }
        assertThat(answer).as(request).matches("(?s)HTTP/1\\.1 (100|200|204|206|304|4\\d\\d|503) .*");
        int begin = answer.lastIndexOf("HTTP/1.1 4");
        if (begin >= 0 && !request.startsWith("HEAD") && !answer.contains("Content-Encoding: gzip")) {
            assertThat(answer.substring(begin))
                    .as(request)
                    .contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff")
                    .contains("Content-Security-Policy: default-src 'none'", "\"type\":\"/problems/")
                    .doesNotContain("Exception", "org.eclipse", "io.javalin", "\tat ", folder.toString());
        }
    }

    /** All that comes back; it is no answer if the server does not hang up when nothing more is sent. */
    private static String answer(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", served.port())) {
            socket.setSoTimeout(60_000);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException e) {
                return "hangs: " + answer.toString(StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                // The server may hang up before it has read everything.
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static Made request(Random random) {
        String method = Seeded.one(
                random,
                List.of(
                        "GET",
                        "GET",
                        "GET",
                        "GET",
                        "GET",
                        "GET",
                        "HEAD",
                        "OPTIONS",
                        "POST",
                        "POST",
                        "PUT",
                        "TRACE",
                        "get",
                        "G\u00c9T"));
        boolean posted = method.equals("POST") && random.nextInt(4) > 0;
        byte[] body = random.nextInt(posted ? 1 : 20) == 0 ? body(random) : new byte[0];
        String path = posted ? "/api/v1/annotate" + query(random, List.of("offsets")) : path(random);
        StringBuilder head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: ")
                .append(Seeded.one(random, List.of("localhost", "localhost", "localhost", "127.0.0.1:80", "x", "")))
                .append("\r\nConnection: close\r\n");
        int headers = random.nextInt(4);
        for (int i = 0; i < headers; i++) {
            head.append(Seeded.one(random, HEADERS).replace("~", noise(random))).append("\r\n");
        }
        if (posted && random.nextInt(8) > 0) {
            head.append("Content-Type: application/x-ndjson\r\n");
        }
        boolean chunked = body.length > 0 && random.nextInt(3) == 0;
        if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (body.length > 0 || posted) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (chunked) {
            all.writeBytes(
                    (Integer.toHexString(body.length) + Seeded.one(random, List.of("", "", ";x=1", ";\n")) + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            all.writeBytes(body);
            all.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        } else {
            all.writeBytes(body);
        }
        return random.nextInt(5) == 0
                ? new Made(mutated(random, all.toByteArray()), false)
                : new Made(all.toByteArray(), false);
    }

    private static final List<String> HEADERS = List.of(
            "Accept: ~",
            "Accept: */*;q=~",
            "Accept: text/csv, application/json;q=0.5",
            "Accept: application/x-ndjson",
            "Accept: image/png",
            "Accept-Encoding: gzip",
            "Accept-Encoding: gzip;q=~, br, ~",
            "If-None-Match: ~",
            "If-None-Match: *",
            "If-Modified-Since: ~",
            "Range: bytes=0-1,5-~",
            "Origin: http://localhost",
            "Origin: ~",
            "Authorization: Basic ~",
            "Authorization: Bearer ~",
            "Expect: 100-continue",
            "Expect: ~",
            "Upgrade: websocket",
            "Upgrade: h2c",
            "HTTP2-Settings: ~",
            "Cookie: a=~; b",
            "X-Forwarded-For: ~",
            "X-Forwarded-Host: evil.example",
            "Forwarded: host=~",
            "X-HTTP-Method-Override: DELETE",
            "Content-Length: 5",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip, ~",
            "Content-Encoding: gzip",
            "Content-Type: ~",
            "Content-Type: multipart/form-data; boundary=~",
            "Content-Type: application/x-www-form-urlencoded",
            "~: ~",
            "X: " + "a".repeat(3_000),
            "X: " + "a".repeat(20_000),
            " folded: ~",
            "NoColon",
            ": empty");

    private static String path(Random random) {
        List<Endpoint> endpoints = Server.ENDPOINTS;
        int which = random.nextInt(endpoints.size() + 8);
        if (which < endpoints.size()) {
            Endpoint endpoint = endpoints.get(which);
            String path = Endpoint.BASE + endpoint.path();
            path = path.replace("{type}", Seeded.one(random, List.of("country", "person", "unit", noise(random))));
            path = path.replace(
                    "{id}",
                    Seeded.one(random, List.of("oe-watch-brain-drain", "oe-watch-brain-drain:1", "GE", noise(random))));
            String suffix =
                    Seeded.one(random, List.of("", "", "", ".csv", ".ndjson", ".json", ".txt", "." + noise(random)));
            return path
                    + suffix
                    + query(
                            random,
                            endpoint.parameters().stream().map(Parameter::name).toList());
        }
        String path = Seeded.one(
                random,
                List.of(
                        "/",
                        "/mentions",
                        "/documents/" + noise(random),
                        "/assets/" + noise(random),
                        "/problems/" + noise(random),
                        "/metrics",
                        "/ready",
                        "/" + noise(random),
                        "//" + noise(random),
                        "*",
                        "http://localhost/" + noise(random),
                        "/api/v1/" + noise(random)));
        return path + query(random, List.of("q", "id", "type"));
    }

    private static String query(Random random, List<String> names) {
        StringBuilder query = new StringBuilder();
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            String name = names.isEmpty() || random.nextInt(12) == 0 ? noise(random) : Seeded.one(random, names);
            query.append(i == 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(Seeded.one(
                            random,
                            List.of(
                                    noise(random),
                                    noise(random),
                                    noise(random),
                                    Seeded.one(random, VALUES),
                                    Seeded.one(random, VALUES))));
        }
        return query.toString();
    }

    private static final List<String> VALUES = List.of(
            "box",
            "strict",
            "and",
            "or",
            "date",
            "-date",
            "document",
            "source,date,region",
            "year",
            "month",
            "2022",
            "2022-05",
            "0000",
            "9999-12-31",
            "2022-02-30",
            "1",
            "0",
            "-1",
            "1000",
            "2147483648",
            "1e9",
            "utf16",
            "critical",
            "",
            "on",
            "off",
            "country",
            "person",
            "figure",
            "GE",
            "Georgia",
            "Putin",
            "people",
            "percent",
            "%3E%3D100000",
            "1..2",
            "..",
            "%3D",
            "~",
            "within",
            "certain",
            "sentence",
            "50",
            "csv",
            "ndjson",
            "json",
            "keep",
            "fold",
            "left",
            "right",
            "%2Fa%7B1%2C1000%7D%2F",
            "(((((((((a)))))))))",
            "a+NEAR%2F5+b",
            "figure%3A%5B1+TO+*%5D",
            "%2A",
            "%3F%3F%3F",
            "a%7E2",
            "%22a+b%22%7E1000",
            "when%3A2022-03",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAA",
            "f_AAAAAAAAAAAAAAAAAAAAAAAAF_____AAFh");

    private static final List<String> PIECES = List.of(
            "Russia",
            "drain",
            "%20",
            "%22",
            "%28",
            "%29",
            "%5B",
            "%5D",
            "%7E",
            "%5E",
            "*",
            "%3F",
            ":",
            "stance:",
            "date:",
            "country:",
            "person:",
            "figure:",
            "when:",
            "%2B",
            "-",
            "AND",
            "OR",
            "NOT",
            "NEAR/",
            "TO",
            "+",
            "%D0%A0",
            "%D1",
            "%ff",
            "%00",
            "%0A",
            "%0D%0A",
            "%F0%9F%9A%A2",
            "%ED%A0%80",
            "%EF%BF%BF",
            "%E2%80%AE",
            "%2F",
            "/",
            "%25",
            "%252e",
            "%5C",
            "\\",
            "..",
            "%2E%2E",
            ";",
            "%",
            "%zz",
            "%u0041",
            "\"",
            "<",
            ">",
            "{",
            "\u00e9",
            "\u0001",
            "2022",
            "99999999999",
            "~",
            "@",
            "'",
            "%C2%A0",
            "=",
            "&",
            "[",
            "#",
            "|",
            "^",
            ",",
            "a".repeat(300),
            "%41".repeat(100));

    private static String noise(Random random) {
        StringBuilder noise = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            noise.append(Seeded.one(random, PIECES));
        }
        return noise.toString();
    }

    private static byte[] body(Random random) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int lines = random.nextInt(4);
        for (int i = 0; i <= lines; i++) {
            String line = Seeded.one(
                    random,
                    List.of(
                            "{\"id\":\"a\",\"text\":\"Russia has 150,000 people in Georgia on 5 May 2022.\"}",
                            "{\"id\":7,\"text\":\""
                                    + noise(random).replace("\"", "").replace("\\", "") + "\"}",
                            "{\"text\":\"x\",\"lang\":\"" + random.nextInt() + "\",\"date\":\"2022-99\"}",
                            "{\"text\":\"\\ud800 \\u0000 \\u202e\"}",
                            "{\"text\":null}",
                            "[".repeat(3_000),
                            "{\"a\":".repeat(1_500),
                            "{\"text\":1e999999}",
                            "\u00ff\u00fe\u0000",
                            "null",
                            "",
                            "{\"text\":\"" + "Putin said 5 ".repeat(200) + "\"}"));
            body.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return body.toByteArray();
    }

    /** Some bytes are others, are gone, or are there twice. */
    private static byte[] mutated(Random random, byte[] request) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : request) {
            bytes.add(each);
        }
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !bytes.isEmpty(); i++) {
            int place = random.nextInt(Math.min(bytes.size(), 400));
            switch (random.nextInt(4)) {
                case 0 -> bytes.set(place, (byte) random.nextInt(256));
                case 1 -> bytes.add(place, (byte) random.nextInt(256));
                case 2 -> bytes.remove(place);
                default -> bytes.subList(place, bytes.size()).clear();
            }
        }
        byte[] mutated = new byte[bytes.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = bytes.get(i);
        }
        return mutated;
    }
}
