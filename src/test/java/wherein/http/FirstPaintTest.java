package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;
import wherein.json.Json;

/** What a visit shows first, and what it asks the server for. */
class FirstPaintTest extends OnPage {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?q=brain+drain",
                "/?q=%22brain+drain%22&op=and",
                "/?q=Russia+OR+the",
                "/?q=exiles&group=document",
                "/?q=exile&group=document&sort=-date&op=and&stance=critical&stance=advocacy",
                "/?q=brain&sort=date&date.from=2022-03&date.to=",
                "/?q=%D0%B2%D0%BE%D0%B9%D0%BD%D0%B0+OR+%D0%A0%D0%BE%D1%81%D1%81%D0%B8%D1%8F",
                "/?block=quote",
                "/?block=list",
                "/?block=heading",
                "/?block=caption&block=boilerplate",
                "/?country=GE",
                "/?q=title:exiles&not.stance=critical",
                "/?q=stance:critical+AND",
                "/?q=zyzzyva",
                "/?q=+&country=RU"
            })
    void theScriptShowsWhatTheServerHasShown(String path) throws Exception {
        open(path);
        // The script takes the answer out of the page before it shows it.
        browser.await("the script", () -> browser.all("#first, [aria-busy]").isEmpty());
        browser.await("results", () -> !browser.all("#results > *").isEmpty());
        List<?> both = (List<?>) browser.run("""
                const html = (page) => {
                  const list = page.querySelector('#results').firstElementChild.cloneNode(true);
                  list.querySelectorAll('.named').forEach((each) => each.remove());
                  return list.outerHTML.replace(/>\\s+</g, '><');
                };
                const status = (page) => page.querySelector('#status').textContent;
                const request = new XMLHttpRequest();
                request.open('GET', location.href, false);
                request.send();
                const sent = new DOMParser().parseFromString(request.responseText, 'text/html');
                return [html(document), html(sent), status(document).replace(/\\d+ ms/, ''), status(sent).replace(/\\d+ ms/, '')];
                """);
        assertThat(both.get(1)).isEqualTo(both.get(0));
        assertThat(both.get(3)).isEqualTo(both.get(2));
    }

    @Test
    void anyPassageIsTheSameElementsFromTheServerAndFromTheScript() {
        openResults("/?q=brain+drain");
        Seeded.times(20, random -> {
            ArrayNode hits = Json.object().putArray("hits");
            for (int i = 0; i < 25; i++) {
                hits.add(hit(random));
            }
            List<?> shown = (List<?>) browser.run("""
                    const style = document.querySelector('script[type=module]').src;
                    return import(style.replace('app.js', 'text.js')).then(({ headingWords, joined, marked, passageElements }) =>
                      JSON.parse(arguments[0]).map((hit) => {
                        const marks = joined(hit.marks, Array.from(hit.text), hit.start);
                        const home = document.createElement('div');
                        home.append(...passageElements(hit, { marks, firstStop: 0 }));
                        const title = document.createElement('div');
                        title.append(...marked(hit.title, hit.title_marks));
                        const same = hit.block === 'heading' && headingWords(hit) === hit.title.trim();
                        return [home.innerHTML, title.innerHTML, String(same)];
                      }));""", Json.text(hits));
            for (int i = 0; i < hits.size(); i++) {
                JsonNode hit = hits.get(i);
                String title = hit.get("title").asText();
                assertThat(List.of(
                                plain(PassageHtml.of(hit)),
                                plain(PassageHtml.line(title, hit.get("title_marks"))),
                                String.valueOf(PassageHtml.isHeading(hit, title))))
                        .as(Json.text(hit))
                        .isEqualTo(shown.get(i));
            }
        });
    }

    /** As a browser writes HTML down: it escapes no quotation marks in a text, and a space that does not break by its name. */
    private static String plain(String html) {
        return html.replace("&quot;", "\"").replace("&#39;", "'").replace("\u00a0", "&nbsp;");
    }

    private static ObjectNode hit(Random random) {
        StringBuilder text = new StringBuilder();
        for (int lines = 1 + random.nextInt(4); lines > 0; lines--) {
            text.append(Seeded.one(random, "", "", "# ", "- ", "> ", "12) ", "\u00a0• ", ">> ", "==="));
            text.append(Seeded.text(random, 6)).append(Seeded.one(random, "\n", "\n", " ##\n", ""));
        }
        String title = random.nextInt(3) == 0 ? text.toString().replaceAll("[#\n]", "") : Seeded.text(random, 5);
        int start = random.nextInt(1_000);
        ObjectNode hit = Json.object()
                .put("block", Seeded.one(random, "prose", "heading", "list", "quote", "caption", "boilerplate"))
                .put("lang", Seeded.one(random, null, "en", "ru", "uk", "de"))
                .put("text", text.toString())
                .put("start", start)
                .put("title", title);
        marks(random, hit.putArray("marks"), text.codePointCount(0, text.length()), start);
        marks(random, hit.putArray("title_marks"), title.codePointCount(0, title.length()), 0);
        return hit;
    }

    /** Some in order, some of them next to each other, none over another. */
    private static void marks(Random random, ArrayNode marks, int length, int base) {
        for (int at = random.nextInt(4); at < length; ) {
            int end = Math.min(length, at + 1 + random.nextInt(5));
            marks.addArray().add(base + at).add(base + end);
            at = end + random.nextInt(9);
        }
    }

    @Test
    void theFirstViewAsksForItsSearchOnceWithTheShellAndTypingAsksAsUsual() throws Exception {
        open("/mentions");
        browser.awaitShown("#mentions a.result");
        Counts before = Counts.now();
        openResults("/?q=brain+drain&stance=critical");
        browser.awaitShown(".named a");
        browser.awaitShown(".chip");
        Counts shown = Counts.now();
        assertThat(shown.of("/") - before.of("/")).isEqualTo(1);
        assertThat(shown.of("/api/v1/search") - before.of("/api/v1/search")).isZero();
        browser.write("#q", "Yandex");
        browser.await("the other", () -> browser.texts(".hit mark").contains("Yandex"));
        assertThat(Counts.now().of("/api/v1/search") - shown.of("/api/v1/search"))
                .isPositive();
        browser.back();
    }

    @Test
    void aSecondVisitLoadsNoFileOfThePageAndOnlyTheShellIsAskedFor() throws Exception {
        String asset = "/assets/{edition}/{file}";
        openResults("/?q=brain+drain");
        Counts before = Counts.now();
        openResults("/?q=brain+drain");
        browser.awaitShown(".named a");
        Counts after = Counts.now();
        assertThat(after.of(asset) - before.of(asset)).isZero();
        assertThat(after.of("/") - before.of("/")).isEqualTo(1);
        assertThat(after.of("/", 304) - before.of("/", 304)).isEqualTo(1);
        open("/mentions");
        browser.awaitShown("#mentions a.result");
        Counts other = Counts.now();
        assertThat(other.of(asset) - after.of(asset))
                .as("only what the other view has of its own")
                .isLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=brain+drain", "/mentions", "/figures", "/entities", "/documents/shareamerica-talent"})
    void theShellNamesWhatTheViewLoadsAndNothingElse(String path) {
        open(path);
        browser.await(path, () -> !browser.title().equals("Wherein"));
        @SuppressWarnings("unchecked")
        List<String> loaded = (List<String>) browser.run("return performance.getEntriesByType('resource')"
                + ".map(each => new URL(each.name).pathname).filter(each => each.startsWith('/assets/'))");
        @SuppressWarnings("unchecked")
        List<String> named = (List<String>) browser.run(
                "return [...document.querySelectorAll('head > link[href^=\"/assets/\"], head > script[src]')]"
                        + ".map(each => each.getAttribute('href') ?? each.getAttribute('src'))");
        Set<String> all = new TreeSet<>(named);
        assertThat(loaded).as("each once").doesNotHaveDuplicates();
        assertThat(new TreeSet<>(loaded)).isEqualTo(all);
    }

    @Test
    void theResultsAreThereBeforeAnyScriptIs() throws Exception {
        browser.scripts(false);
        try {
            for (int width : List.of(1280, 360)) {
                browser.size(width, 760);
                open("/?q=brain+drain&stance=critical");
                browser.awaitShown("#results li.hit");
                assertThat(browser.texts("#results mark")).contains("brain drain");
                assertThat(status()).startsWith("3 passages in 2 documents");
            }
        } finally {
            browser.scripts(true);
        }
    }

    /** How often each route has been asked for so far, as the server counts it. */
    private record Counts(List<String> lines) {

        static Counts now() throws IOException {
            try (var in = URI.create(site.address() + "/metrics").toURL().openStream()) {
                return new Counts(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("wherein_http_requests_total"))
                        .toList());
            }
        }

        int of(String route) {
            return sum("route=\"" + route + "\"");
        }

        int of(String route, int status) {
            return sum("route=\"" + route + "\",status=\"" + status + "\"");
        }

        private int sum(String label) {
            return lines.stream()
                    .filter(line -> line.contains(label))
                    .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }
}
