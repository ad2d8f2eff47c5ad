package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Generations;
import wherein.api.ListsApi;
import wherein.collection.Inbox;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;

/** The view Together. */
class TogetherPageTest extends OnLedger {

    private static final String CELL = ".matrix td a";

    private static String focused() {
        return (String) browser.run("return document.activeElement.textContent");
    }

    /** What the matrix shows, row by row: names, then numbers. */
    private static List<String> shown() {
        @SuppressWarnings("unchecked")
        List<String> rows =
                (List<String>) browser.run("return [...document.querySelectorAll('.matrix tbody tr')].map((row) =>"
                        + " [...row.cells].map((cell) => cell.textContent).join('|'))");
        return rows;
    }

    @Test
    void I14_theMatrixShowsTheCellsOfTheApiAndEachOpensExactlyItsMentions() throws Exception {
        open("/", ".examples a");
        browser.click("#to-together");
        browser.awaitShown(CELL);
        JsonNode matrix = api("/together?limit=1000");
        List<String> expected = new ArrayList<>();
        for (JsonNode row : matrix.get("rows")) {
            StringBuilder line = new StringBuilder(row.get("label").asText() + "|" + row.get("mentions"));
            for (JsonNode column : matrix.get("columns")) {
                int counted = 0;
                for (JsonNode cell : matrix.get("cells")) {
                    if (cell.get("row").equals(row.get("id"))
                            && cell.get("column").equals(column.get("id"))) {
                        counted = cell.get("mentions").asInt();
                    }
                }
                line.append('|').append(counted);
            }
            expected.add(line.toString());
        }
        assertThat(shown()).isEqualTo(expected);
        Random random = new Random(1);
        for (String columns : List.of("country", "unit", "stance", "source", "year")) {
            choose("Columns", columns);
            browser.await(
                    columns,
                    () -> browser.address().contains("columns=" + columns)
                            && browser.all("[aria-busy]").isEmpty());
            List<?> links = (List<?>) browser.run(
                    "return [...document.querySelectorAll(arguments[0])].map((link) =>"
                            + " link.textContent + ' ' + link.getAttribute('href'))",
                    CELL);
            String[] chosen = links.get(random.nextInt(links.size())).toString().split(" ");
            browser.click(CELL + "[href='" + chosen[1] + "']");
            browser.awaitShown("#mentions .total");
            browser.await(
                    "the mentions of " + chosen[1],
                    () -> browser.texts("#mentions .total").getFirst().startsWith(chosen[0] + " mention"));
            browser.back();
            browser.awaitShown(CELL);
        }
    }

    @Test
    void I14_arrowKeysGoFromNumberToNumberAndEnterOpensOne() {
        open("/together?rows=country&columns=stance", CELL);
        assertThat(browser.all(".matrix [tabindex='0']"))
                .as("one stop for the tab key")
                .hasSize(1);
        browser.run("document.querySelector('.matrix [tabindex=\"0\"]').focus()");
        assertThat(focused()).isEqualTo("Name");
        browser.press(Keys.ARROW_DOWN);
        assertThat(focused()).isEqualTo("Russia");
        browser.press(Keys.ARROW_RIGHT);
        browser.press(Keys.ARROW_RIGHT);
        String number = focused();
        assertThat(number).matches("\\d+");
        browser.press(Keys.END);
        browser.press(Keys.HOME);
        assertThat(focused()).isEqualTo("Russia");
        browser.press(Keys.ARROW_RIGHT);
        browser.press(Keys.ARROW_RIGHT);
        browser.press(Keys.ENTER);
        browser.awaitShown("#mentions .total");
        browser.await(
                "its mentions",
                () -> browser.texts("#mentions .total").getFirst().startsWith(number + " mention"));
    }

    @Test
    void I14_aHeadingSortsByItsColumnAndTheAddressHoldsAll() {
        open("/together?rows=country&columns=person&q=russia", CELL);
        browser.click("[data-key='sort:by:Alexei Navalny']");
        browser.awaitShown("th[aria-sort='descending'] [data-key='sort:by:Alexei Navalny']");
        List<String> sorted = shown();
        int column = 1
                + ((List<?>)
                                browser.run(
                                        "return [...document.querySelectorAll('.matrix thead th a')].map((a) => a.textContent)"))
                        .indexOf("Alexei Navalny");
        List<Integer> numbers = sorted.stream()
                .map(row -> Integer.parseInt(row.split("\\|")[column - 1]))
                .toList();
        assertThat(numbers).isSortedAccordingTo((a, b) -> b - a).first().isNotEqualTo(0);
        String address = browser.address();
        assertThat(address).contains("q=russia", "rows=country", "columns=person", "sort=by");
        browser.open(address);
        browser.awaitShown(CELL);
        assertThat(shown()).isEqualTo(sorted);
        browser.click("[data-key='sort:name']");
        browser.awaitShown("th[aria-sort='ascending']");
        assertThat(shown()).isSorted();
        assertThat(link("#together .csv")).contains("/together.csv?q=russia", "columns=person");
    }

    @Test
    void I14_pastedNamesBecomeRowsAndWhatIsNotUnderstoodIsToldLineByLine() {
        open("/together?rows=country&columns=stance", CELL);
        paste("Georgia\nArmenia\nArmenai\nAtlantis\n");
        browser.awaitText(".names .told p", "2 names of 4 are understood. Save the list as a file");
        assertThat(browser.address()).contains("id=GE", "id=AM");
        assertThat(shown()).hasSize(2);
        assertThat(browser.texts(".names li"))
                .containsExactly(
                        "line 3: “Armenai”, there is no country of this name here; perhaps Armenia",
                        "line 4: “Atlantis”, there is no country of this name here");
        assertThat(browser.texts("#together .chip")).hasSize(2);
    }

    private static void paste(String names) {
        browser.click("[data-key='paste']");
        browser.awaitShown(".paste textarea");
        browser.run("document.querySelector('.paste textarea').value = arguments[0]", names);
        browser.click(".paste [type='submit']");
    }

    private static Generations<Engine> engine(PassageSearcher searcher) {
        return Generations.fixed(
                searcher,
                new Engine(searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none")));
    }

    @Test
    void I14_theAddressOfALongListHoldsAfterARestartWhereTheServerMayWriteAndElseTheFileIsAskedFor(@TempDir Path home)
            throws Exception {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            names.append(List.of(
                                    "Russia",
                                    "Georgia",
                                    "Armenia",
                                    "United States",
                                    "Germany",
                                    "France",
                                    "Ukraine",
                                    "Turkey",
                                    "China",
                                    "Spain",
                                    "Italy",
                                    "Poland",
                                    "Latvia",
                                    "Estonia",
                                    "Lithuania",
                                    "Finland",
                                    "Sweden",
                                    "Norway",
                                    "Serbia",
                                    "Israel",
                                    "Kazakhstan",
                                    "Uzbekistan",
                                    "Kyrgyzstan",
                                    "Tajikistan",
                                    "Mongolia",
                                    "Japan",
                                    "India",
                                    "Brazil",
                                    "Canada",
                                    "Mexico",
                                    "Greece",
                                    "Cyprus",
                                    "Portugal",
                                    "Austria",
                                    "Belgium",
                                    "Ireland",
                                    "Iceland",
                                    "Denmark",
                                    "Hungary",
                                    "Romania")
                            .get(i))
                    .append('\n');
        }
        String address;
        try (PassageSearcher searcher = LuceneIndex.open(folder.resolve("index"))) {
            try (Server server = writing(searcher, home)) {
                browser.open(server.address() + "/together?columns=stance");
                browser.awaitShown(CELL);
                paste(names.toString());
                browser.awaitText(".names .told p", "40 names of 40 are understood. Save the list as a file");
                assertThat(shown()).hasSize(40);
                address = browser.address().replace(server.address(), "");
                assertThat(address).matches("/together\\?.*list=[0-9a-f]{32}");
                browser.leaveQuietly(List.of(server.address() + "/", "about:"));
            }
            assertThat(Files.list(home.resolve("lists"))).hasSize(1);
            try (Server server = writing(searcher, home)) {
                browser.open(server.address() + address);
                browser.awaitShown(CELL);
                assertThat(shown()).hasSize(40).first().asString().startsWith("Russia|");
                browser.leaveQuietly(List.of(server.address() + "/", "about:"));
            }
        }
        // This server keeps nothing beyond its own time, and has never seen the list.
        browser.open(site.address() + address);
        browser.awaitShown(".paste textarea");
        assertThat(browser.texts("#together .total")).containsExactly("This list of names is not kept here");
        browser.run("document.querySelector('.paste textarea').value = arguments[0]", names.toString());
        browser.click(".paste [type='submit']");
        browser.await(
                "the same address",
                () -> browser.address().endsWith(address) && !browser.all(CELL).isEmpty());
        assertThat(browser.console()).as("of the list that was not there").allMatch(message -> message.contains("400"));
    }

    private static Server writing(PassageSearcher searcher, Path home) throws Exception {
        FilesApi files = new FilesApi(Inbox.of(home, false), 1 << 20, false);
        return new Server(engine(searcher), ServerOptions.local(0).with(files).with(ListsApi.in(home)));
    }

    @Test
    void I14_aMatrixOfHundredsOfRowsIsWhole(@TempDir Path temporary) throws Exception {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            names.append("{\"id\":\"p")
                    .append(i)
                    .append("\",\"date\":\"")
                    .append(1990 + i % 12)
                    .append("\",\"text\":\"Then Anna ")
                    .append(List.of("Lund", "Berg", "Dahl", "Holm", "Vik").get(i % 5))
                    .append(List.of("strom", "gren", "quist", "mark").get(i / 5 % 4))
                    .append((char) ('a' + i / 20))
                    .append("ster spoke in the harbour for an hour.\"}\n");
        }
        Path file = Files.writeString(temporary.resolve("news.jsonl"), names);
        try (Site many = Site.of(file, temporary.resolve("index"))) {
            String asked = "/together?rows=person&columns=year&most.rows=500";
            int rows = new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(answer(many.address() + "/api/v1" + asked).body())
                    .at("/total/rows")
                    .asInt();
            browser.open(many.address() + asked);
            browser.await("the rows", () -> shown().size() == rows);
            assertThat(rows).isGreaterThan(100);
            assertThat(new java.util.HashSet<>(shown())).hasSize(rows);
            browser.leaveQuietly(List.of(many.address() + "/", "about:"));
        }
    }

    @Test
    void E1_whereNothingIsNamedTogetherItSaysSo() {
        open("/together?q=zyzzyva", "#together .found p");
        assertThat(browser.texts("#together .found p")).anyMatch(text -> text.startsWith("Nothing is named together"));
    }
}
