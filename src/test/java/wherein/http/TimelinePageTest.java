package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import wherein.Seeded;

/** The view Over time. */
class TimelinePageTest extends OnLedger {

    private static final String TWO = "/timeline?series=country:Russia&series=q:exile&by=month";
    private static final String MARK = ".plot .mark";

    private static List<String> marks() {
        return browser.all(MARK).stream()
                .map(mark -> mark.getDomAttribute("aria-label"))
                .toList();
    }

    private static List<String> cells() {
        @SuppressWarnings("unchecked")
        List<String> rows = (List<String>)
                browser.run("return [...document.querySelectorAll('#timeline .counts tbody tr')].map((row) =>"
                        + " [...row.querySelectorAll('td')].map((cell) => cell.textContent).join('|'))");
        return rows;
    }

    @Test
    void I13_plotAndTableShowThePointsOfTheApiAndEachOpensExactlyWhatItCounts() throws Exception {
        open(TWO, MARK);
        List<String> expected = new ArrayList<>();
        List<JsonNode> points = new ArrayList<>();
        api("/timeline?series=country:Russia&series=q:exile&by=month&limit=1000")
                .get("points")
                .forEach(points::add);
        int dates = points.size() / 2;
        int some = 0;
        for (int i = 0; i < dates; i++) {
            JsonNode russia = points.get(i);
            JsonNode exile = points.get(dates + i);
            expected.add(russia.get("of") + "|" + russia.get("mentions") + "|" + rate(russia) + "|"
                    + exile.get("passages") + "|" + rate(exile));
            some += (russia.get("mentions").asInt() > 0 ? 1 : 0)
                    + (exile.get("passages").asInt() > 0 ? 1 : 0);
        }
        assertThat(cells()).isEqualTo(expected);
        assertThat(marks()).hasSize(some).anyMatch(mark -> mark.startsWith("Russia, 2022, month unknown: "));
        JsonNode first = points.stream()
                .filter(point -> point.get("mentions").asInt() > 0)
                .findFirst()
                .orElseThrow();
        browser.click("#timeline .counts a.result");
        browser.await(
                "the mentions",
                () -> browser.texts("#mentions .total").stream()
                        .anyMatch(total -> total.startsWith(first.get("mentions") + " mention")));
        browser.back();
        browser.awaitShown(MARK);
        browser.run("document.querySelector(\".mark[data-series='q:exile']\").focus()");
        String said = (String) browser.run("return document.activeElement.getAttribute('aria-label')");
        browser.press(Keys.ENTER);
        awaitStatus(said.replaceFirst(".*: (\\d+ passages?).*", "$1"));
    }

    @Test
    void I13_whereCopiesAreLeftOutThatIsSaidAndCounted() throws Exception {
        open("/timeline?series=q:&by=year&duplicates=fold", "#timeline .counts a.result");
        List<String> expected = new ArrayList<>();
        int all = 0;
        for (JsonNode point : api("/timeline?series=q:&by=year&duplicates=fold").get("points")) {
            expected.add(point.get("of") + "|" + point.get("passages") + "|" + rate(point));
            all += point.get("of").asInt();
        }
        assertThat(cells()).isEqualTo(expected);
        int kept = api("/search?limit=0").at("/total/passages").asInt();
        assertThat(all).isLessThan(kept);
        browser.click("#timeline .chip[aria-label='Remove Copies left out']");
        browser.await(
                "all", () -> browser.texts("#timeline .total").equals(List.of("all passages: " + kept + " passages")));
    }

    private static String rate(JsonNode point) {
        return new java.text.DecimalFormat("#,##0.#", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ROOT))
                .format(point.get("rate").asDouble());
    }

    @Test
    void I13_seriesAreAddedAndTakenAwayAndToldApartByShapeAndName() {
        open("/timeline?q=russia", "#timeline .counts a.result");
        assertThat(browser.texts("#timeline .legend li")).first().isEqualTo("russia");
        new org.openqa.selenium.support.ui.Select(browser.one(".add select")).selectByValue("person");
        browser.write(".add input", "Vladimir Putin");
        browser.press(Keys.ENTER);
        browser.await("two", () -> browser.texts("#timeline .legend a").equals(List.of("russia", "Vladimir Putin")));
        assertThat(browser.texts(".plot .name")).containsExactlyInAnyOrder("russia", "Vladimir Putin");
        assertThat((Long) browser.run(
                        "return new Set([...document.querySelectorAll('#timeline .legend .shape')].map((shape) =>"
                                + " shape.getAttribute('d'))).size"))
                .isEqualTo(2);
        browser.click("#timeline .chip[aria-label='Remove Vladimir Putin']");
        browser.await("one", () -> browser.texts("#timeline .legend a").equals(List.of("russia")));
        choose("Show", "rate-bars");
        browser.awaitShown(".plot .bar");
        assertThat(browser.texts(".plot .axis").getFirst()).isEqualTo("for every 1,000 passages");
        String address = browser.address();
        browser.open(address);
        browser.awaitShown(".plot .bar");
    }

    @Test
    void I13_draggingAndTwoInputsNarrowToATime() {
        open("/timeline?series=country:Russia&by=year", MARK);
        browser.drag(browser.one(".mark[data-date='2023'] .reach"), browser.one(".mark[data-date='2025'] .reach"));
        browser.awaitShown("#timeline .chip[aria-label='Remove 2023 to 2025']");
        assertThat(browser.address()).contains("date.from=2023", "date.to=2025", "date.match=certain");
        browser.await("the years", () -> browser.all(MARK).size() == 2);
        open("/timeline?series=country:Russia&by=year", MARK);
        browser.write("#timeline .range input[name=from]", "2023");
        browser.write("#timeline .range input[name=to]", "2023");
        browser.press(Keys.ENTER);
        browser.awaitShown("#timeline .chip[aria-label='Remove 2023 or no date']");
        assertThat(browser.address()).doesNotContain("date.match");
    }

    @Test
    void I13_everyPointOfARandomTableStandsInItsTimeAndAtItsValue() {
        open(TWO, MARK);
        List<?> faults = (List<?>) browser.runUntilDone("""
                const [seed, done] = arguments;
                (async () => {
                const { lines } = await import(document.querySelector('script[type=module]').src.replace('app.js', 'lines.js'));
                let state = seed % 2147483647 + 1;
                const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
                const faults = [];
                const pad = (n) => String(n).padStart(2, '0');
                for (let table = 0; table < 1000 && faults.length < 5; table++) {
                  const by = [4, 7, 10][Math.floor(random() * 3)];
                  const series = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, i) => ({ series: `s${i}`, label: `Series ${i}`, mentions: 1 }));
                  const size = 1 + Math.floor(random() ** 2 * 40);
                  const begin = Date.UTC(1960 + Math.floor(random() * 50), 0, 1);
                  const span = [20000, 2000, 300][[4, 7, 10].indexOf(by)];
                  const dates = [...new Set(Array.from({ length: size }, () => {
                    const day = new Date(begin + Math.floor(random() * span) * 86400000).toISOString().slice(0, 10);
                    return random() < 0.1 ? '' : day.slice(0, random() < 0.15 ? 4 : by);
                  }))];
                  const most = 10 ** (random() * 5);
                  const points = series.flatMap((each) => dates.map((date) => ({ series: each.series, label: each.label, date: date || null,
                    value: random() < 0.2 ? 0 : Math.ceil(random() * most), link: '#' })));
                  const width = 330 + Math.floor(random() * 1000);
                  const isExact = (date) => date !== null && date.length === by;
                  const svg = lines(points, series, { width, isExact, isBars: false, words: { title: 'mentions', isWhole: true }, said: () => 'x', narrow: () => {} });
                  const number = (element, name) => Number(element.getAttribute(name));
                  const labels = (kind) => [...svg.querySelectorAll(`.axes text.${kind}`)];
                  const ticks = labels('date').filter((label) => /\\d{4}$/.test(label.textContent))
                    .map((label) => [Date.parse(`${['1 Jan ', '1 ', ''][label.textContent.split(' ').length - 1]}${label.textContent} UTC`), number(label, 'x')]);
                  const values = labels('value').map((label) => [Number(label.textContent.replaceAll(',', '')), number(label, 'y') - 4]);
                  const on = ([a, x], [b, y], value) => x + ((value - a) / (b - a)) * (y - x);
                  const marks = [...svg.querySelectorAll('.mark')];
                  if (marks.length !== points.filter(({ value }) => value > 0).length) {
                    faults.push(`table ${table}: ${marks.length} marks`);
                  }
                  for (const mark of marks) {
                    const date = mark.dataset.date;
                    const point = points.find((each) => each.series === mark.dataset.series && (each.date ?? '') === date);
                    const at = mark.querySelector('.reach');
                    if (Math.abs(number(at, 'cy') - on(values[0], values.at(-1), point.value)) > 6) {
                      faults.push(`table ${table}: ${point.value} stands at ${number(at, 'cy')}`);
                    }
                    const from = Date.parse(`${date}${'-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)}`);
                    const next = new Date(from);
                    date.length === 4 ? next.setUTCFullYear(next.getUTCFullYear() + 1) : date.length === 7 ? next.setUTCMonth(next.getUTCMonth() + 1) : next.setUTCDate(next.getUTCDate() + 1);
                    if (date && ticks.length > 1 && Math.abs(number(at, 'cx') - on(ticks[0], ticks.at(-1), (from + next.getTime()) / 2)) > 6) {
                      faults.push(`table ${table}: ${date} stands at ${number(at, 'cx')} of ${width}`);
                    }
                    if (!date && number(at, 'cx') < number(svg.querySelector('.border'), 'x1')) {
                      faults.push(`table ${table}: what has no date stands among the dates`);
                    }
                  }
                }
                done(faults);
                })().catch((error) => done([String(error.stack)]));
                """, seed());
        assertThat(faults).isEmpty();
    }

    private static long seed() {
        long seed = Seeded.isGiven() ? Long.getLong("wherein.seed", 1) : System.nanoTime() % 1_000_000;
        System.out.println("the seed of the tables is " + seed);
        return seed;
    }
}
