package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Questions that a script asks with {@code /llms.txt} in hand, each in one request: what it is told is what all rows of the ledger
 * say when they are counted one by one.
 */
class ScriptQuestionsTest extends OnDigests {

    private static final String API = "/api/v1";

    private static List<JsonNode> all;

    @BeforeAll
    static void readAll() throws Exception {
        all = new ArrayList<>();
        for (String line : served.get(API + "/mentions.ndjson").body().lines().toList()) {
            all.add(Served.tree(line));
        }
        assertThat(all).hasSizeGreaterThan(300);
    }

    // The oracle: one look at each row.

    private static String text(JsonNode row, String column) {
        return row.get(column).asText("");
    }

    private static Predicate<JsonNode> is(String column, String... values) {
        return row -> !row.get(column).isNull()
                && Set.of(values).contains(row.get(column).asText());
    }

    private static long count(Predicate<JsonNode> wanted) {
        return all.stream().filter(wanted).count();
    }

    /** How many rows there are of each value, without those that have none. */
    private static Map<String, Long> counts(Predicate<JsonNode> wanted, Function<JsonNode, String> value) {
        return all.stream()
                .filter(wanted)
                .filter(row -> !value.apply(row).isEmpty())
                .collect(Collectors.groupingBy(value, TreeMap::new, Collectors.counting()));
    }

    private static Set<String> values(Predicate<JsonNode> wanted, String column) {
        return all.stream().filter(wanted).map(row -> text(row, column)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Predicate<JsonNode> inPassages(Set<String> passages) {
        return row -> passages.contains(text(row, "passage"));
    }

    private static boolean isCertainly(JsonNode figure, double least) {
        return Set.of("=", ">").contains(text(figure, "bound"))
                && figure.get("min").asDouble() >= least;
    }

    private static Predicate<JsonNode> dated(String from, String to, boolean certain) {
        LocalDate first = LocalDate.parse(from);
        LocalDate last = LocalDate.parse(to);
        return row -> {
            if (!text(row, "type").equals("date") || row.get("from").isNull()) {
                return false;
            }
            LocalDate begin = LocalDate.parse(text(row, "from"));
            LocalDate end = LocalDate.parse(text(row, "to"));
            return certain
                    ? !begin.isBefore(first) && !end.isAfter(last)
                    : !end.isBefore(first) && !begin.isAfter(last);
        };
    }

    // What is asked.

    private static JsonNode ask(String path) throws Exception {
        return served.json(API + path);
    }

    private static long mentions(String path) throws Exception {
        JsonNode answer = ask(path + "&limit=0");
        assertThat(answer.get("count_only").asBoolean()).isTrue();
        return answer.at("/total/mentions").asLong();
    }

    private static Map<String, Long> groups(String by, String more) throws Exception {
        JsonNode answer = ask("/mentions/summary?by=" + by + more);
        assertThat(answer.get("complete").asBoolean()).isTrue();
        Map<String, Long> groups = new TreeMap<>();
        for (JsonNode group : answer.get("groups")) {
            if (!group.get(by).isNull()) {
                groups.put(group.get(by).asText(), group.get("mentions").asLong());
            }
        }
        return groups;
    }

    @Test
    void howManyMentionsOfEachType() throws Exception {
        assertThat(groups("type", "")).isEqualTo(counts(row -> true, row -> text(row, "type")));
    }

    @Test
    void howManyMentionsOfGeorgiaByItsNameAlone() throws Exception {
        assertThat(mentions("/mentions?id=Georgia&kind=name"))
                .isEqualTo(count(is("id", "GE").and(is("kind", "name"))))
                .isPositive();
    }

    @Test
    void howManyMentionsOfGeorgiaOrArmenia() throws Exception {
        assertThat(mentions("/mentions?id=GE,AM"))
                .isEqualTo(mentions("/mentions?id=Georgia&id=Armenia"))
                .isEqualTo(count(is("id", "GE", "AM")))
                .isPositive();
    }

    @Test
    void whichDocumentsMentionArmeniaAndGeorgiaTogether() throws Exception {
        Set<String> both = values(is("id", "AM"), "passage");
        both.retainAll(values(is("id", "GE"), "passage"));
        Set<String> told = new TreeSet<>();
        ask("/documents?country.all=AM,GE").get("documents").forEach(each -> told.add(text(each, "id")));
        assertThat(told).isEqualTo(values(inPassages(both), "document")).isNotEmpty();
        assertThat(
                        ask("/search?country.all=Armenia&country.all=Georgia&block=prose&block=heading&block=caption&limit=0")
                                .at("/total/passages")
                                .asInt())
                .isEqualTo(both.size());
    }

    @Test
    void whichDocumentsMentionArmeniaOrGeorgia() throws Exception {
        Set<String> told = new TreeSet<>();
        ask("/documents?country=AM,GE").get("documents").forEach(each -> told.add(text(each, "id")));
        assertThat(told).isEqualTo(values(is("id", "AM", "GE"), "document"));
    }

    @Test
    void howManyFiguresOfAHundredThousandPeopleForCertain() throws Exception {
        Predicate<JsonNode> people = is("type", "figure").and(is("unit", "people"));
        assertThat(mentions("/mentions?mention.unit=persons&mention.value=100000..*&value=within"))
                .isEqualTo(count(people.and(row -> isCertainly(row, 100_000))))
                .isPositive();
        assertThat(mentions("/mentions?mention.unit=people&mention.value=%3E%3D100000"))
                .isEqualTo(count(people.and(row -> row.get("max").asDouble() >= 100_000)))
                .isGreaterThan(mentions("/mentions?mention.unit=people&mention.value=100000..*&value=within"));
    }

    @Test
    void howManySharesInPercent() throws Exception {
        for (String unit : List.of("percent", "%25", "pct", "Percentage", "процентов", "per+cent")) {
            assertThat(mentions("/mentions?mention.unit=" + unit)).as(unit).isEqualTo(count(is("unit", "percent")));
        }
        assertThat(count(is("unit", "percent"))).isPositive();
    }

    @Test
    void theHighestFiguresOfDollars() throws Exception {
        Comparator<JsonNode> highest = Comparator.comparing(
                        (JsonNode row) -> row.get("max").asDouble())
                .thenComparing(row -> row.get("min").asDouble())
                .reversed();
        List<String> expected = all.stream()
                .filter(is("unit", "USD"))
                .sorted(highest)
                .limit(5)
                .map(row -> text(row, "link"))
                .toList();
        for (String unit : List.of("%24", "usd", "US%24", "dollars")) {
            List<String> told = new ArrayList<>();
            ask("/figures/table?unit=" + unit + "&sort=-value&limit=5")
                    .get("figures")
                    .forEach(row -> told.add(text(row, "link")));
            assertThat(told).as(unit).isEqualTo(expected).isNotEmpty();
        }
        HttpResponse<String> unknown = served.get(API + "/figures/table?unit=peple");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(Served.tree(unknown.body()).at("/errors/0/did_you_mean").asText())
                .isEqualTo("people");
    }

    @Test
    void theUnitsOfAllFiguresWithHowManyThereAreOfEach() throws Exception {
        assertThat(groups("unit", "&type=figure")).isEqualTo(counts(is("type", "figure"), row -> text(row, "unit")));
        assertThat(groups("unit", "&type=figure&bound=%7E"))
                .isEqualTo(counts(is("bound", "~"), row -> text(row, "unit")));
    }

    @Test
    void howManyMentionsInEachMonthAndYearThatPassagesAreDated() throws Exception {
        for (int digits : new int[] {4, 7}) {
            Map<String, Long> told = groups(digits == 4 ? "year" : "month", "");
            told.keySet().removeIf(value -> value.length() != digits);
            Pattern sure = Pattern.compile("\\d{4}(-\\d{2}){" + (digits == 4 ? "0,2" : "1,2") + "}");
            Map<String, Long> expected = counts(
                    row -> sure.matcher(text(row, "date")).matches(),
                    row -> text(row, "date").substring(0, digits));
            expected.forEach((value, count) -> assertThat(told).containsEntry(value, count));
            assertThat(expected).isNotEmpty();
        }
    }

    @Test
    void howManyDatesAreNamedInEachMonthAndYear() throws Exception {
        for (int digits : new int[] {4, 7}) {
            Map<String, Long> told = groups(digits == 4 ? "when.year" : "when.month", "&type=date");
            told.keySet().removeIf(value -> value.length() != digits);
            Predicate<JsonNode> within = row -> row.hasNonNull("from")
                    && text(row, "from").length() == 10
                    && text(row, "to").startsWith(text(row, "from").substring(0, digits));
            assertThat(told)
                    .isEqualTo(counts(within, row -> text(row, "from").substring(0, digits)))
                    .isNotEmpty();
        }
    }

    @Test
    void howManyDatesLieInMarch2022ForCertainOrPerhapsOrNobodyKnowsWhen() throws Exception {
        String march = "/mentions?mention.when.from=2022-03&mention.when.to=2022-03&mention.when.match=";
        assertThat(mentions(march + "certain")).isEqualTo(count(dated("2022-03-01", "2022-03-31", true)));
        assertThat(mentions(march + "possible"))
                .isEqualTo(count(dated("2022-03-01", "2022-03-31", false)))
                .isPositive();
        assertThat(mentions("/mentions?mention.when.match=unknown"))
                .isEqualTo(count(is("type", "date").and(row -> row.get("from").isNull())));
    }

    @Test
    void whichPersonsAreNamedMostAndWhoIsTiedWithTheLastOfThem() throws Exception {
        Map<String, Long> persons = counts(is("type", "person"), row -> text(row, "id"));
        List<Long> most =
                persons.values().stream().sorted(Comparator.reverseOrder()).toList();
        int shown = 0;
        while (most.get(shown) > 1) {
            shown++;
        }
        JsonNode answer = ask("/entities/person?limit=" + (shown + 2));
        for (JsonNode person : answer.get("entities")) {
            assertThat(persons)
                    .containsEntry(text(person, "id"), person.get("mentions").asLong());
        }
        assertThat(answer.at("/total/entities").asInt()).isEqualTo(persons.size());
        assertThat(answer.get("tied").asInt()).isEqualTo(persons.size() - shown - 2);
    }

    @Test
    void whoSpeaksOfRussiaMost() throws Exception {
        assertThat(groups("source", "&id=RU")).isEqualTo(counts(is("id", "RU"), row -> text(row, "source")));
    }

    @Test
    void whichCountriesStandInPassagesThatTakeOneSide() throws Exception {
        assertThat(groups("id", "&type=country&stance=pro-kremlin"))
                .isEqualTo(counts(is("type", "country").and(is("stance", "pro-kremlin")), row -> text(row, "id")));
        assertThat(groups("id", "&type=country&not.stance=pro-kremlin"))
                .isEqualTo(counts(
                        is("type", "country").and(is("stance", "pro-kremlin").negate()), row -> text(row, "id")));
    }

    @Test
    void whichCountriesStandBesideAPerson() throws Exception {
        Set<String> passages = values(is("id", "Vladimir Putin"), "passage");
        assertThat(groups("id", "&type=country&person=Putin"))
                .isEqualTo(counts(is("type", "country").and(inPassages(passages)), row -> text(row, "id")))
                .isNotEmpty();
    }

    @Test
    void whatIsMentionedWhereTheUnitedStatesAreNot() throws Exception {
        Set<String> passages = values(is("id", "US"), "passage");
        assertThat(mentions("/mentions?type=country&not.country=US"))
                .isEqualTo(count(is("type", "country").and(inPassages(passages).negate())));
    }

    @Test
    void howManyMentionsEachDocumentHas() throws Exception {
        Map<String, Long> documents = counts(row -> true, row -> text(row, "document"));
        assertThat(groups("document", "")).isEqualTo(documents);
        for (Map.Entry<String, Long> each : documents.entrySet()) {
            assertThat(mentions("/mentions?document=" + each.getKey())).isEqualTo(each.getValue());
        }
    }

    @Test
    void howManyDocumentsThereAreInALanguage() throws Exception {
        int english =
                ask("/documents?language=en&limit=0").at("/total/documents").asInt();
        assertThat(english)
                .isEqualTo(
                        ask("/documents?lang=en&limit=0").at("/total/documents").asInt());
        assertThat(english).isPositive();
    }

    @Test
    void inHowManyPassagesStandsAFigureOfPeopleBesideArmenia() throws Exception {
        Set<String> passages = values(is("unit", "people"), "passage");
        passages.retainAll(values(is("id", "AM"), "passage"));
        assertThat(ask("/mentions?id=AM&unit=people&limit=0")
                        .at("/total/passages")
                        .asInt())
                .isEqualTo(passages.size());
        assertThat(ask("/mentions?id=AM&q=figure.persons:*&limit=0")
                        .at("/total/passages")
                        .asInt())
                .isEqualTo(passages.size());
    }

    @Test
    void howTheAccountComesToTheNumbersOfTheLedger() throws Exception {
        JsonNode ledger = ask("/account?limit=0").get("ledger");
        assertThat(ledger.get("mentions").asInt()).isEqualTo(all.size());
        assertThat(ledger.get("of_candidates").asInt()
                        + ledger.get("of_other_words").asInt())
                .isEqualTo(all.size());
    }

    @Test
    void whoAsksForNoFieldIsToldWhichThereAre() throws Exception {
        for (String by : List.of("", "?by=", "?by=colour")) {
            HttpResponse<String> answer = served.get(API + "/mentions/summary" + by);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Served.tree(answer.body()).get("detail").asText())
                    .contains("document", "kind", "unit", "month", "year", "when.month", "when.year");
        }
    }

    @Test
    void aSelectorThatCannotApplyIsToldAndNotIgnored() throws Exception {
        for (String request : List.of(
                "type=date&value=within",
                "type=figure&value=within",
                "type=country&mention.unit=people",
                "id=GE&mention.value=5",
                "type=figure&id=GE",
                "type=person&kind=city",
                "kind=city&mention.unit=people",
                "mention.when.from=2022&bound=%3D",
                "type=country&mention.when.match=unknown",
                "mention.when.match=certain",
                "when.match=certain")) {
            HttpResponse<String> answer = served.get(API + "/mentions?" + request);
            assertThat(answer.statusCode()).as(request).isEqualTo(400);
            assertThat(Served.tree(answer.body()).at("/errors/0/reason").asText())
                    .as(request)
                    .isNotEmpty();
        }
    }

    @Test
    void thePageForScriptsHasAnAddressForEachKindOfQuestionAndAllOfThemAnswer() throws Exception {
        String page = served.get("/llms.txt").body();
        String questions = page.substring(page.indexOf("## Questions"), page.indexOf("## Endpoints"));
        List<String> addresses = Pattern.compile("`(/api/v1/\\S+)`")
                .matcher(questions)
                .results()
                .map(MatchResult::group)
                .map(each -> each.replace("`", ""))
                .toList();
        assertThat(addresses).hasSizeGreaterThan(12);
        for (String address : addresses) {
            assertThat(served.get(address).statusCode()).as(address).isEqualTo(200);
        }
        assertThat(questions).contains("country.all=", "value=within", "by=month", "limit=0", "sort=-value", "tied");
    }
}
