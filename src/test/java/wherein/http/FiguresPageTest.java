package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The view of figures. */
class FiguresPageTest extends OnLedger {

    private static final String PEOPLE = "/figures?unit=people";
    private static final String MARK = ".plot .mark";
    private static final String ROW = "table.figures a.result";

    private static List<String> marks() {
        return browser.all(MARK).stream()
                .map(mark -> mark.getDomAttribute("aria-label"))
                .toList();
    }

    /** The places that marks or rows lead to, sorted. */
    private static List<?> places(String css) {
        return (List<?>) browser.run(
                "return [...document.querySelectorAll(arguments[0])].map((link) => link.getAttribute('href')).sort()",
                css);
    }

    @Test
    void M3_plotAndTableAreOfTheSameRowsAsTheApi() throws Exception {
        open("/", ".examples a");
        browser.click("#to-figures");
        browser.awaitShown(MARK);
        assertThat(browser.title()).as("the unit most claimed").isEqualTo("percent – Figures – Wherein");
        choose("Unit", "people");
        browser.awaitText("#figures h1", "Figures of people");
        assertThat(browser.address()).endsWith(PEOPLE);
        List<String> links = new ArrayList<>();
        for (JsonNode row : api("/figures/table?unit=people&limit=1000").get("figures")) {
            links.add(row.get("link").asText());
        }
        assertThat(drawnPlaces()).isEqualTo(links.stream().sorted().toList()).isEqualTo(places(ROW));
        assertThat(browser.texts("#figures .total").getFirst()).startsWith(links.size() + " claims in ");
        assertThat(marks()).anyMatch(mark -> mark.startsWith("~ 150,000 people, 2022-05-07, Meduza, neutral: “150"));
        browser.back();
        browser.awaitText("#figures h1", "Figures of percent");
    }

    /** The places of all claims: those that marks lead to, and those that marks of several list. */
    private static List<?> drawnPlaces() {
        return (List<?>) browser.runUntilDone("""
                const done = arguments[0];
                const places = [...document.querySelectorAll('.plot a.mark')];
                const opened = document.querySelector('.opened');
                (async () => {
                  for (const mark of document.querySelectorAll('.plot .several')) {
                    opened.hidden = true;
                    mark.dispatchEvent(new MouseEvent('click'));
                    while (opened.hidden) {
                      await new Promise((next) => requestAnimationFrame(next));
                    }
                    places.push(...opened.querySelectorAll('a.result'));
                  }
                  opened.querySelector('button')?.click();
                  done(places.map((link) => link.getAttribute('href')).sort());
                })();""");
    }

    /** How many claims the marks stand for. */
    private static long drawnClaims() {
        return (Long) browser.run("return [...document.querySelectorAll('.plot .mark')].reduce((sum, mark) =>"
                + " sum + Number(mark.querySelector('.many')?.textContent ?? 1), 0)");
    }

    @Test
    void M3_aMarkShowsItsBoundItsRangeAndItsStanceByShape() {
        open(PEOPLE, MARK);
        assertThat(browser.all(".plot [aria-label^='~ 150,000'] .about")).hasSize(1);
        assertThat(browser.all(".plot [aria-label^='> 15,000'] .bound")).hasSize(1);
        assertThat(browser.all(".plot [aria-label^='tens of thousands of people'] .bound"))
                .as("a magnitude is open to above")
                .hasSize(1);
        assertThat(browser.all(".plot [aria-label^='tens of thousands'] .range"))
                .isEmpty();
        assertThat(browser.all(".plot [aria-label^='25,000'] :is(.bound, .about, .range)"))
                .isEmpty();
        assertThat((Long) browser.run("return new Set([...document.querySelectorAll('.legend .shape')].map((shape) =>"
                        + " shape.getAttribute('d'))).size"))
                .as("a shape for each stance")
                .isEqualTo((long) browser.all(".legend .shape").size())
                .isGreaterThan(2);
        assertThat(browser.texts(".legend li")).contains("advocacy", "critical", "neutral");
    }

    @Test
    void M3_higherValuesStandHigherAndLaterDatesFurtherRight() {
        open("/figures?unit=people&bound=~", MARK);
        List<?> places = (List<?>)
                browser.run(
                        "return ['~ 150,000', '~ 1,000,000', '~ 100,000'].map((label) =>"
                                + " document.querySelector(`.plot [aria-label^='${label}'] .reach`)).map((mark) => [Number(mark.getAttribute('cx')), Number(mark.getAttribute('cy'))]).flat()");
        List<Double> at =
                places.stream().map(each -> ((Number) each).doubleValue()).toList();
        assertThat(at.get(0))
                .as("May 2022 before August 2023")
                .isLessThan(at.get(2))
                .isLessThan(at.get(4));
        assertThat(at.get(1)).as("between a million and a hundred thousand").isBetween(at.get(3), at.get(5));
        double decade = at.get(5) - at.get(3);
        assertThat(at.get(5) - at.get(1)).as("a logarithmic axis").isBetween(decade * 0.17, decade * 0.18);
    }

    @Test
    void M3_keysGoFromMarkToMarkAndEnterOpensItsSentence() {
        open(PEOPLE + "&source=ShareAmerica", MARK);
        assertThat(browser.all(".plot [tabindex='0']"))
                .as("one stop for the tab key")
                .hasSize(1);
        browser.run("document.querySelector('.plot [tabindex=\"0\"]').focus()");
        String first = label();
        browser.press(Keys.ARROW_RIGHT);
        assertThat(label()).isNotEqualTo(first);
        browser.press(Keys.ARROW_LEFT);
        assertThat(label()).isEqualTo(first);
        List<String> rising = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            browser.press(Keys.ARROW_DOWN);
        }
        for (int i = 0; i < 3; i++) {
            rising.add(label().replaceAll(" people.*", ""));
            browser.press(Keys.ARROW_UP);
        }
        assertThat(rising).containsExactly("400", "~ 100,000", "~ 1,000,000");
        browser.press(Keys.ENTER);
        browser.awaitShown(".target");
        assertThat(String.join("", browser.texts(".target"))).isEqualTo("1 million");
        browser.back();
        browser.awaitShown(MARK);
    }

    private static String label() {
        return (String) browser.run("return document.activeElement.getAttribute('aria-label')");
    }

    @Test
    void S4_aQueryAFilterAndAnOrderNarrowAndOrderPlotTableAndLinks() throws Exception {
        open(PEOPLE, MARK);
        browser.write("#q", "russian");
        browser.press(Keys.ENTER);
        int found = api("/figures/table?unit=people&q=russian")
                .at("/total/mentions")
                .asInt();
        browser.await("the marks", () -> drawnClaims() == found);
        browser.click("[data-key='stance:advocacy']");
        browser.awaitShown("#figures .chip[aria-label='Remove Stance: advocacy']");
        choose("Sort", "value");
        String asked = "unit=people&q=russian&mode=box&stance=advocacy&sort=value";
        List<String> sentences = new ArrayList<>();
        for (JsonNode row : api("/figures/table?" + asked).get("figures")) {
            sentences.add(row.get("sentence").asText().replaceAll("[\\s\u00a0]+", " "));
        }
        browser.await("the order", () -> browser.address().contains("sort=value"));
        browser.await("the sentences", () -> browser.texts("td.sentence").equals(sentences));
        assertThat(answer(link("#figures .csv")).body().lines()).hasSize(sentences.size() + 1);
        assertThat(browser.all(".copied input").getLast().getDomProperty("value"))
                .startsWith("./wherein figures --")
                .contains("--unit people", "--stance advocacy", "--sort value")
                .endsWith(" -- russian");
        String address = browser.address();
        browser.open(address);
        browser.awaitShown(MARK);
        assertThat(browser.texts("td.sentence")).isEqualTo(sentences);
        assertThat(browser.title()).isEqualTo("people – russian – Figures – Wherein");
    }

    @Test
    void M3_whatHasNoDateOrIsNotAboveZeroHasItsOwnPlace(@TempDir Path temporary) throws Exception {
        Path texts = temporary.resolve("all.jsonl");
        String planted = "<script>window.planted = 1</script>";
        Files.writeString(texts, """
                {"id":"a","date":"2021-03","title":"%1$s","source":"%1$s","text":"The fog %1$s cost the port 0 euros, says the mayor."}
                {"id":"b","date":"2022","text":"The loss was -300 euros in the end."}
                {"id":"c","text":"The gull paid 20 euros."}
                {"id":"d","date":"2022-05-07","text":"The harbour paid between 400 and 900 euros."}
                """.formatted(planted));
        try (Site odd = Site.of(texts, temporary.resolve("index"))) {
            browser.open(odd.address() + "/figures");
            browser.awaitShown(MARK);
            assertThat(browser.texts(".axes text")).contains("0 or less", "no date");
            assertThat((Boolean) browser.run("""
                            const at = (css) => document.querySelector(css).getBoundingClientRect();
                            const label = (words) => [...document.querySelectorAll('.axes text')].find((each) => each.textContent === words).getBoundingClientRect();
                            const undated = at('.plot [aria-label^="20 "] .reach');
                            const nothing = at('.plot [aria-label^="0 "] .reach');
                            return undated.left > at('.plot [aria-label^="400"] .reach').right
                              && Math.abs(undated.left + undated.right - label('no date').left - label('no date').right) < 4
                              && Math.abs(nothing.top + nothing.bottom - label('0 or less').top - label('0 or less').bottom) < 10""")).isTrue();
            assertThat(browser.texts("table.figures td.source")).contains(planted);
            assertThat(browser.run("return window.planted")).isNull();
            browser.leaveQuietly(List.of(odd.address() + "/", "about:"));
        }
    }

    @Test
    void M3_aClaimWithoutADateNeverStandsAmongTheDatedOnes() {
        for (int width : List.of(1280, 360)) {
            browser.size(width, 800);
            open("/figures?unit=percent", MARK);
            assertThat((Long) browser.run("""
                            const border = document.querySelector('.plot .border').getBoundingClientRect().left;
                            return [...document.querySelectorAll('.plot .mark')].filter((mark) => {
                              const shape = mark.querySelector('.shape, .disc').getBoundingClientRect();
                              return mark.getAttribute('aria-label').includes('no date') ? shape.left < border : shape.right > border;
                            }).length""")).as("at " + width).isZero();
        }
    }

    @Test
    void M3_thePlotSaysWhatItIsAndFitsAScreenOfAnyWidth() {
        open(PEOPLE, MARK);
        assertThat(browser.one(".plot > title").getDomProperty("textContent"))
                .isEqualTo("Figures of people by date of publication");
        assertThat(browser.one(".plot > desc").getDomProperty("textContent"))
                .startsWith("14 claims; the value on a logarithmic axis, from 2 to 1,000,000.");
        for (int width : List.of(1280, 768, 360)) {
            browser.size(width, 800);
            browser.await(
                    "a plot of " + width,
                    () -> (Boolean)
                            browser.run(
                                    "const plot = document.querySelector('.plot');"
                                            + "return Math.abs(plot.getBoundingClientRect().width - plot.parentElement.getBoundingClientRect().width) < 2"));
            assertThat((Double)
                            browser.run("return Math.min(...[...document.querySelectorAll('.plot text')].map((text) =>"
                                    + " parseFloat(getComputedStyle(text).fontSize))) + 0.001"))
                    .isGreaterThan(12);
        }
    }

    @Test
    void M3_figuresStandAtEachDateThatTheirSentenceNamesWhereAReaderChoosesThat() throws Exception {
        open(PEOPLE, MARK);
        choose("Dates", "when");
        browser.await("the axis", () -> browser.texts(".plot .axis").contains("each date that the sentence names"));
        assertThat(browser.address()).endsWith(PEOPLE + "&x=when");
        List<String> dated = new ArrayList<>();
        int claims = 0;
        for (JsonNode row : api("/figures/table?unit=people&limit=1000").get("figures")) {
            claims++;
            if (row.get("when").isTextual()) {
                dated.add(row.get("when").asText());
                assertThat(row.get("sentence").asText()).containsPattern("\\d");
            }
        }
        assertThat(dated).isNotEmpty().hasSizeLessThan(claims);
        assertThat(browser.texts("#figures .found > div > .quiet").getFirst())
                .startsWith(dated.size() + " of " + claims + " claims ");
        for (String date : dated) {
            if (!date.contains("{")) {
                assertThat(marks()).anyMatch(mark -> mark.contains(date));
            }
        }
        browser.back();
        browser.await("the other axis", () -> browser.texts(".plot .axis").contains("date of publication"));
    }

    @Test
    void E1_withoutFiguresItSaysSo() {
        open(PEOPLE + "&q=zyzzyva", "#figures .found p");
        assertThat(browser.texts("#figures .found p")).first().asString().startsWith("No figure of people");
        open("/figures?q=zyzzyva", "#figures .found p");
        assertThat(browser.texts("#figures .total")).containsExactly("0 claims");
    }

    @Test
    void M3_everyMarkOfARandomTableStandsAtItsDateAndItsValue() {
        open(PEOPLE, MARK);
        long seed = System.nanoTime();
        // The oracle reads the axes as a person does: two labels of each tell where all other dates and values are.
        List<?> faults = (List<?>) browser.runUntilDone("""
                const [seed, done] = arguments;
                (async () => {
                const { plot } = await import(document.querySelector('script[type=module]').src.replace('app.js', 'plot.js'));
                let state = seed % 2147483647;
                const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
                const faults = [];
                const pad = (n) => String(n).padStart(2, '0');
                for (let table = 0; table < 1000 && faults.length < 5; table++) {
                  const size = 1 + Math.floor(random() ** 3 * 400);
                  const span = 1 + Math.floor(random() ** 3 * 20000);
                  const begin = Date.UTC(1950, 0, 1) + Math.floor(random() * 20000) * 86400000;
                  const rows = Array.from({ length: size }, (_, i) => {
                    const day = new Date(begin + Math.floor(random() * span) * 86400000).toISOString().slice(0, 10);
                    const value = Math.round(10 ** (random() * 1 + random() * 8));
                    const kind = random();
                    return { document: `d${i}`, start: 0, end: 1, surface: String(value), min: value, max: kind < 0.1 ? value * 3 : value,
                      bound: kind > 0.9 ? '>' : '=', unit: 'people', stance: random() < 0.5 ? 'critical' : null,
                      date: kind < 0.2 ? null : day, source: 's' };
                  });
                  const width = 300 + Math.floor(random() * 1000);
                  let listed;
                  // In every other table a row has up to three dates, and stands at each.
                  rows.forEach((row) => { row.dates = [...new Set([row.date, ...table % 2 && row.date ? [rows, rows].map((all) => all[Math.floor(random() * size)].date ?? row.date) : []])]; });
                  const axis = { words: 'date of publication', of: (row) => row.dates, said: String };
                  const svg = plot(rows, 'people', ['critical'], width, axis, (row) => `#${row.document}`, (of) => { listed = of; });
                  const number = (element, name) => Number(element.getAttribute(name));
                  const labels = (kind) => [...svg.querySelectorAll(`.axes text.${kind}`)];
                  const dates = labels('date').filter((label) => /\\d{4}$/.test(label.textContent))
                    .map((label) => [Date.parse(`${['1 Jan ', '1 ', ''][label.textContent.split(' ').length - 1]}${label.textContent} UTC`), number(label, 'x')]);
                  const unit = { K: 1e3, M: 1e6, B: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 };
                  const values = labels('value').filter((label) => /^[\\d.,]+ ?[a-zA-Z]*$/.test(label.textContent)).map((label) => {
                    const [, digits, word] = /^([\\d.,]+) ?([a-zA-Z]*)$/.exec(label.textContent);
                    return [Math.log10(Number(digits.replaceAll(',', '')) * (unit[word] ?? 1)), number(label, 'y') - 4];
                  });
                  const line = (points, at) => {
                    const [[a, p], [b, q]] = [points[0], points.at(-1)];
                    return p + ((at - a) / (b - a)) * (q - p);
                  };
                  const covered = new Set();
                  for (const mark of svg.querySelectorAll('.mark')) {
                    const reach = mark.querySelector('.reach, .disc');
                    const [x, y] = [number(reach, 'cx'), number(reach, 'cy')];
                    listed = rows.filter((row) => mark.getAttribute('href') === `#${row.document}`);
                    if (mark.querySelector('.many')) mark.dispatchEvent(new MouseEvent('click'));
                    const many = mark.querySelector('.many');
                    if (many && Number(many.textContent) !== listed.length) faults.push(`${table}: ${many.textContent} of ${listed.length}`);
                    for (const row of listed) {
                      const ownY = values.length < 2 ? y : (line(values, Math.log10(row.min)) + line(values, Math.log10(row.max))) / 2;
                      const off = (date) => Math.abs(x - (date && dates.length > 1 ? line(dates, Date.parse(date) + 43200000) : x));
                      // Half of a mark that stands for several is 12 pixels; labels are whole days and months.
                      const near = row.dates.filter((date) => off(date) <= 12.1);
                      const most = many || near.length > 1 ? 12.1 : 0.6;
                      near.forEach((date) => covered.add(`${row.document} ${date}`));
                      const least = Math.min(...row.dates.map(off));
                      if (least > most || Math.abs(ownY - y) > (many ? 12.1 : 0.6)) faults.push(`${table}: ${row.dates} ${row.min} is off by ${least}, ${ownY - y}`);
                    }
                  }
                  const all = rows.flatMap((row) => row.dates.map((date) => `${row.document} ${date}`));
                  const lost = all.filter((each) => !covered.has(each));
                  if (lost.length > 0) faults.push(`${table}: nothing stands for ${lost}`);
                }
                return faults;
                })().then(done, (error) => done([String(error)]));""", seed);
        assertThat(faults).as("seed " + seed).isEmpty();
    }
}
