package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import wherein.Seeded;
import wherein.api.Endpoint;
import wherein.api.Parameter;
import wherein.lucene.LuceneIndex;
import wherein.search.Ledger;

/** Requests made by chance, sound ones and others, over bare sockets: each has its answer, and none is our fault. */
@Isolated("a client that is starved beside others is cut off")
class FuzzTest extends OnDigests {

    /** Sent at once, so that requests also meet. */
    private static final int AT_ONCE = 4;

    private static final long MEGABYTE = 1 << 20;

    /** Three times the deadline of a request: on a busy machine all takes longer, and what hangs takes longer than that. */
    private static final Duration LATEST = LuceneIndex.LIMIT.multipliedBy(3);

    private static final Pattern NEXT = Pattern.compile("\"next_url\":\"([^\"]+)\"");

    /** A request, and whether all of it is as it was made. */
    private record Made(byte[] bytes, boolean sound) {}

    /** Ways on that answers have told, of which some are gone. */
    private final ArrayBlockingQueue<String> pages = new ArrayBlockingQueue<>(100);

    /** The longest that one request took, in nanoseconds. */
    private final AtomicLong slowest = new AtomicLong();

    @Test
    void noRandomRequestIsAFaultOfTheServer() {
        send(served.port(), 2_000);
        assertThat(Duration.ofNanos(slowest.get())).isLessThan(LATEST);
    }

    @Tag("long")
    @Test
    void noneOfTwentyThousandIsAndTheHeapOfASmallServerStaysAsItIs(@TempDir Path other) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FuzzTest.class.getName(),
                        other.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            int port = Integer.parseInt(child.inputReader().readLine());
            send(port, 2_000);
            long before = heap(child);
            slowest.set(0);
            send(port, 20_000);
            long after = heap(child);
            System.out.printf(
                    Locale.ROOT,
                    "20000 requests: the slowest took %.0f ms; heap %.1f MB before, %.1f MB after%n",
                    slowest.get() / 1e6,
                    before / (double) MEGABYTE,
                    after / (double) MEGABYTE);
            assertThat(after - before).isLessThan(16 * MEGABYTE);
            assertThat(Duration.ofNanos(slowest.get())).isLessThan(LATEST);
            assertThat(child.isAlive()).isTrue();
        } finally {
            child.getOutputStream().close();
            child.waitFor();
        }
    }

    /** The child: serves the digests, and tells its heap as often as it is asked, until nobody asks any more. */
    public static void main(String[] arguments) throws Exception {
        try (Served small = Served.digestsWithNames(Path.of(arguments[0]))) {
            System.out.println(small.port());
            while (System.in.read() >= 0) {
                System.out.println(Served.heap());
            }
        }
    }

    private static long heap(Process child) throws IOException {
        child.getOutputStream().write('\n');
        child.getOutputStream().flush();
        return Long.parseLong(child.inputReader().readLine());
    }

    private void send(int port, int requests) {
        try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
            Seeded.times(requests / AT_ONCE, random -> {
                List<Made> made = new ArrayList<>();
                List<Future<String>> answers = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    Made each = random.nextInt(3) == 0 ? laborious(random) : request(random);
                    made.add(each);
                    answers.add(pool.submit(() -> timed(port, each.bytes())));
                }
                for (int i = 0; i < AT_ONCE; i++) {
                    String answer = answers.get(i).get();
                    check(made.get(i), answer);
                    Matcher next = NEXT.matcher(answer);
                    if (next.find()) {
                        pages.offer(next.group(1));
                    }
                }
            });
        }
    }

    private String timed(int port, byte[] request) throws IOException {
        long begun = System.nanoTime();
        String answer = answer(port, request);
        slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
        return answer;
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
            // The page says itself that it has no such document.
            boolean page = answer.startsWith("HTTP/1.1 404", begin) && request.startsWith("GET /documents/");
            assertThat(answer.substring(begin))
                    .as(request)
                    .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'")
                    .satisfiesAnyOf(
                            problem -> assertThat(problem)
                                    .contains("Content-Type: application/problem+json", "\"type\":\"/problems/"),
                            html -> assertThat(page && html.contains("There is no document of this id"))
                                    .isTrue())
                    .doesNotContain("Exception", "org.eclipse", "io.javalin", "\tat ", folder.toString());
        }
    }

    /** All that comes back; it is no answer if the server does not hang up when nothing more is sent. */
    private static String answer(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
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

    /** A sound question of those that have most to do, or a text that is hard to read. */
    private Made laborious(Random random) {
        if (random.nextInt(4) == 0) {
            byte[] body = hardRecords(random);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(("POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/x-ndjson\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            all.writeBytes(body);
            return new Made(all.toByteArray(), true);
        }
        String page = random.nextInt(3) == 0 ? pages.poll() : null;
        String path = page == null ? Endpoint.BASE + laboriousPath(random) : page;
        String coding = random.nextInt(4) == 0 ? "Accept-Encoding: gzip\r\n" : "";
        return new Made(
                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + coding + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1),
                true);
    }

    private static String laboriousPath(Random random) {
        String suffix = Seeded.one(random, "", "", ".csv", ".ndjson");
        String limit = Seeded.one(random, "", "&limit=0", "&limit=1", "&limit=3", "&limit=1000");
        String query = Seeded.one(
                random, "", "&q=russia", "&q=%3Drussian", "&q=%22brain+drain%22", "&q=a*", "&stance=critical");
        String sorted = Seeded.one(random, "", "date", "-date", "left", "right", "source");
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                "/mentions/summary" + suffix + "?by=" + Seeded.one(random, Ledger.GROUP_FIELDS) + ","
                        + Seeded.one(random, Ledger.GROUP_FIELDS) + query + limit;
            case 2 ->
                "/account" + suffix + "?"
                        + Seeded.one(random, "", "class=recognised", "class=set-aside", "doc=oe-watch-brain-drain")
                        + limit;
            case 3 ->
                "/suggest?prefix="
                        + Seeded.one(random, "r", "ru", "russi", "%D1%80%D0%BE", "put", "Mosc", "emigr", "zzzz")
                        + Seeded.one(random, "", "&types=person", "&types=word,country", "&limit=50");
            case 4 ->
                "/entities/" + Seeded.one(random, "country", "person", "unit") + suffix + "?prefix="
                        + Seeded.one(random, "", "r", "pu") + limit;
            case 5 ->
                random.nextBoolean()
                        ? "/figures/table" + suffix + "?unit=people&sort="
                                + Seeded.one(random, "value", "-value", "date") + limit
                        : "/mentions" + suffix + "?sort=" + sorted + query + limit;
            default ->
                "/concordance" + suffix + "?q=" + Seeded.one(random, "russia", "%3Drussia", "a*", "the") + "&sort="
                        + sorted + Seeded.one(random, "", "&sample=5", "&sample=5&seed=7", "&sample=100000") + limit;
        };
    }

    /** Records of long runs of what recognisers look at. */
    private static byte[] hardRecords(Random random) {
        StringBuilder records = new StringBuilder();
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            String piece = Seeded.one(
                    random,
                    "1,",
                    "1 000 ",
                    "150,000 people ",
                    "Mr. ",
                    "Anna ",
                    "A. B. ",
                    "\\u00ab",
                    "((",
                    "\\u0301",
                    "5 May 2022 ",
                    "2022-05-",
                    "\\u041c\\u043e\\u0441\\u043a\\u0432\\u0430 ",
                    "Georgia, ",
                    "\\n",
                    "nearly ",
                    "between 5 and ");
            records.append("{\"id\":\"").append(i).append("\",\"text\":\"");
            records.append(piece.repeat(1 + random.nextInt(2_000))).append("\"");
            records.append(Seeded.one(random, "", ",\"lang\":\"ru\"", ",\"date\":\"2022-05\"", ",\"date\":\"soon\""));
            records.append("}\n");
        }
        return records.toString().getBytes(StandardCharsets.US_ASCII);
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
