package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.api.RequestLimits;
import wherein.query.HostileText;

/** Whatever is asked, a real server answers, says what is wrong with the question, or that its time was up. */
class HostileQueriesTest extends OnDigests {

    /** Longer than the time limit of a query, so that a hang is told from a 503. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a server may hold on to that it did not before: caches of words, not queries. */
    private static final long ROOM = 32L << 20;

    @Test
    @Tag("long")
    void theWorstOfAllAreAnsweredOrRefusedAndTheServerForgetsThem() throws Exception {
        for (String text : HostileText.WORST) {
            ask(encoded(text));
        }
        long before = Served.heap();
        for (String text : HostileText.WORST) {
            ask(encoded(text));
        }
        ask("%");
        ask("%ZZ%u0041%C0%AF");
        ask("%ED%A0%80%F4%90%80%80%FF");
        ask("a%00b%0d%0aSet-Cookie:x");
        assertThat(Served.heap()).isLessThan(before + ROOM);
    }

    @Test
    void hostileTextsAreAnsweredOrRefused() throws Exception {
        many(150);
    }

    @Test
    @Tag("long")
    void tenThousandHostileTextsAreAnsweredOrRefusedAndTheServerForgetsThem() throws Exception {
        many(100);
        long before = Served.heap();
        many(10_000);
        assertThat(Served.heap()).isLessThan(before + ROOM);
    }

    /** As many texts, each asked strictly and in a box. */
    private static void many(int times) {
        AtomicInteger answered = new AtomicInteger();
        Seeded.times(times, random -> answered.addAndGet(ask(encoded(HostileText.of(random), random))));
        // Most of them are no such nonsense that nothing can be made of them.
        if (!Seeded.isGiven()) {
            assertThat(answered.get()).isGreaterThan(times);
        }
    }

    /** Asks in both modes; how many of the two were answered. */
    private static int ask(String encoded) throws Exception {
        int answered = 0;
        for (String mode : List.of("strict", "box")) {
            String path = "/api/v1/search?limit=2&mode=" + mode + "&q=" + encoded;
            String head =
                    "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + served.port() + "\r\nConnection: close\r\n\r\n";
            String answer = served.raw(head, PATIENCE);
            String shown = mode + " " + (encoded.length() > 300 ? encoded.substring(0, 300) + "…" : encoded);
            assertThat(answer).as(shown).startsWith("HTTP/1.1 ");
            int status = Integer.parseInt(answer.substring(9, 12));
            assertThat(status).as(shown).isIn(200, 400, 414, 503);
            if (status == 503) {
                assertThat(answer).as(shown).contains("/problems/out-of-time");
            }
            boolean fits = path.length() <= RequestLimits.ADDRESS;
            assertThat(status == 414).as(shown).isEqualTo(!fits);
            if (mode.equals("box") && fits && isText(encoded)) {
                assertThat(status).as(shown).isIn(200, 503);
            }
            answered += status == 200 ? 1 : 0;
        }
        return answered;
    }

    /** Whether {@code encoded} is the encoding of some text, and not of bytes that are none. */
    private static boolean isText(String encoded) {
        try {
            String text = java.net.URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            return text.indexOf('\uFFFD') < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Some signs are encoded that need not be, and a space in either way. */
    private static String encoded(String text, Random random) {
        String encoded = encoded(text);
        return switch (random.nextInt(4)) {
            case 0 -> encoded.replace("+", "%20");
            case 1 -> encoded.replace("a", "%61").replace("%2A", "*");
            case 2 -> encoded.replace("%3A", ":").replace("%2F", "/").replace("%28", "(");
            default -> encoded;
        };
    }
}
