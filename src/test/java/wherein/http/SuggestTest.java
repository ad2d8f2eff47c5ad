package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestTest extends OnDigests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            emigr      => word emigration
            EMIGR      => word emigration
            emgir      => word emigration
            emigrr     => word emigration
            migr       => word migration
            Росс       => word россии
            рсос       => word россии
            мозг       => word мозгов
            Georg      => country Georgia
            geogria    => country Georgia
            tbil       => country Georgia
            vladimir p => person Vladimir Putin
            puti       => person Vladimir Putin
            Флорин     => person Julia Florinskaya
            meduz      => source Meduza
            blames uni => title Russian Media Source Blames United States for Russian “Brain Drain”
            """)
    void whatBeginsSoIsSuggestedWithOneTypo(String prefix, String suggestion) throws Exception {
        assertThat(shown(prefix, "")).contains(suggestion);
    }

    @Test
    void whatBeginsJustSoGoesBeforeWhatNearlyDoes() throws Exception {
        List<String> exact = shown("russia", "&types=word&limit=3");
        assertThat(exact).isNotEmpty().allSatisfy(each -> assertThat(each).startsWith("word russia"));
    }

    @Test
    void theFirstLetterIsNeverATypo() throws Exception {
        assertThat(shown("zussia", "")).isEmpty();
    }

    @Test
    void countsAreThoseThatASearchAndTheLedgerGive() throws Exception {
        JsonNode word =
                served.json("/api/v1/suggest?prefix=emigration&types=word").at("/suggestions/0");
        assertThat(word.get("count").asInt())
                .isEqualTo(served.json("/api/v1/search?q=/emigration/&limit=0")
                        .at("/total/passages")
                        .asInt());
        JsonNode georgia =
                served.json("/api/v1/suggest?prefix=Georgia&types=country").at("/suggestions/0");
        assertThat(georgia.get("id").asText()).isEqualTo("GE");
        assertThat(georgia.get("count").asInt())
                .isEqualTo(served.json("/api/v1/mentions?id=GE&limit=0")
                        .at("/total/mentions")
                        .asInt());
    }

    @Test
    void aListThatIsCutSaysSo() throws Exception {
        JsonNode cut = served.json("/api/v1/suggest?prefix=r&limit=2");
        assertThat(cut.get("complete").asBoolean()).isFalse();
        assertThat(cut.at("/total/returned").asInt()).isEqualTo(2);
        assertThat(served.json("/api/v1/suggest?prefix=qqqq").get("complete").asBoolean())
                .isTrue();
    }

    @Test
    void aBrowserIsAnsweredInItsForm() throws Exception {
        HttpResponse<String> answer = served.get("/api/v1/suggest?prefix=georgi&types=country&format=opensearch");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-suggestions+json");
        assertThat(answer.body())
                .matches("\\[\"georgi\",\\[\"Georgia\"],\\[\"country, \\d+\"],\\[\"/\\?q=country%3A%22GE%22\"]]");
    }

    @Test
    void aPrefixLongerThanAnyWordIsAFault() throws Exception {
        assertThat(served.get("/api/v1/suggest?prefix=" + "a".repeat(101)).statusCode())
                .isEqualTo(400);
        assertThat(served.get("/api/v1/suggest?prefix=" + "ab".repeat(50)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnknownTypeIsAFaultWithWhatWasMeant() throws Exception {
        HttpResponse<String> answer = served.get("/api/v1/suggest?prefix=a&types=persn");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"did_you_mean\":\"person\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            emigartion Putin            => emigration Putin
            "brian drain"               => "brain drain"
            мозгво                      => мозгов
            +visas -Shengen +passprots  => +visas -Shengen +passports
            (Tbilsi OR Berlin) NEAR/9 visas => (Tbilisi OR Berlin) NEAR/9 visas
            """)
    void aWordThatNoPassageHasIsNamedWithTheOneThatWasMeant(String query, String meant) throws Exception {
        JsonNode answer = served.json("/api/v1/search?limit=0&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(answer.at("/query/did_you_mean").asText()).isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            visas source:visaz            => visas source:visaz
            Putni -Putni                  => Putin -Putni
            Putni OR source:Putni         => Putin (source:Putni)
            "brian zzzqqq" emigartion     => "brian zzzqqq" emigration
            +emigartion +zzzqqq           => +emigartion +zzzqqq
            emigartion^2 OR "brian drain" => emigration^2 OR "brain drain"
            """)
    void onlyBareWordsAreCorrectedAndOnlyWhereSomethingIsFoundThen(String query, String meant) throws Exception {
        for (String mode : List.of("strict", "box")) {
            String base = "/api/v1/search?limit=0&mode=" + mode + "&q=";
            JsonNode answer = served.json(base + URLEncoder.encode(query, StandardCharsets.UTF_8));
            String suggested = answer.at("/query/did_you_mean").asText();
            assertThat(suggested).isEqualTo(meant.equals(query) ? "null" : meant);
            if (!meant.equals(query)) {
                assertThat(served.json(base + URLEncoder.encode(suggested, StandardCharsets.UTF_8))
                                .at("/total/passages")
                                .asInt())
                        .isPositive();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"emigrated", "emigrations", "qwrtzx", "Putin", "x"})
    void aWordThatIsThereInAnyFormOrIsLikeNothingIsLeftAlone(String query) throws Exception {
        assertThat(served.json("/api/v1/search?limit=0&q=" + query)
                        .at("/query/did_you_mean")
                        .isNull())
                .isTrue();
    }

    private static List<String> shown(String prefix, String more) throws Exception {
        List<String> shown = new ArrayList<>();
        served.json("/api/v1/suggest?prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8) + more)
                .get("suggestions")
                .forEach(each -> shown.add(
                        each.get("type").asText() + " " + each.get("text").asText()));
        return shown;
    }
}
