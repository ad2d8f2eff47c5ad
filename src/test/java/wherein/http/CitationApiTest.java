package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document, or words of it, as others are to cite them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CitationApiTest {

    private static final String FOG = "/api/v1/documents/fog/citation";

    private Served served;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("fog.txt"), "The 😀 harbour slept.\n\nNo ships came in.\n");
        Files.writeString(texts.resolve("no date.txt"), "Nothing is known of this text.\n");
        Files.writeString(texts.resolve("catalog.yaml"), """
                documents:
                  - id: fog
                    file: fog.txt
                    title: Fog over Bergen
                    source: The Harbour
                    author: [Ann Quay]
                    date: "2022-05-07/.."
                    url: https://harbour.example/fog
                    parts:
                      - lines: 3-3
                        source: Pier Post
                        date: "2022-05"
                """);
        served = Served.of(texts, Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    void close() throws Exception {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            ?style=text   => */*                                          => text/plain; charset=utf-8                             => Ann Quay. “Fog
            ?style=bibtex => */*                                          => application/x-bibtex; charset=utf-8                   => @misc{fog,
            ?style=ris    => text/plain                                   => application/x-research-info-systems; charset=utf-8    => TY  - ELEC
            ?style=csl    => */*                                          => application/vnd.citationstyles.csl+json               => [{"id":"fog",
            ''            => */*                                          => text/plain; charset=utf-8                             => Ann Quay
            ''            => application/x-bibtex                         => application/x-bibtex; charset=utf-8                   => @misc
            ''            => application/vnd.citationstyles.csl+json, */*;q=0.1 => application/vnd.citationstyles.csl+json          => [{
            ''            => image/png                                    => application/problem+json                              => {
            ?style=apa    => */*                                          => application/problem+json                              => {
            """)
    void theStyleGoesBeforeTheHeader(String asked, String accept, String type, String begin) throws Exception {
        HttpResponse<String> answer = served.send("GET", FOG + asked, "Accept", accept);
        assertThat(answer.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualTo(type.replace(" ", ""));
        assertThat(answer.body()).startsWith(begin);
        assertThat(answer.headers().allValues("Vary").toString()).contains("Accept");
    }

    @Test
    void aQuotationLeadsToItsPlaceAndNamesWhoIsQuotedThere() throws Exception {
        assertThat(served.get(FOG + "?start=4&end=13").body())
                .isEqualTo("“😀 harbour” Ann Quay. “Fog over Bergen.” The Harbour, 7 May 2022 or later. "
                        + "https://harbour.example/fog (" + served.address() + "/documents/fog#c=4-13)\n");
        assertThat(served.get(FOG + "?start=4&end=14&offsets=utf16").body())
                .isEqualTo(served.get(FOG + "?start=4&end=13").body());
        JsonNode hit = served.json("/api/v1/search?q=ships").get("hits").get(0);
        int start = hit.get("start").asInt();
        assertThat(served.get(FOG + "?start=" + start + "&end=" + (start + 8)).body())
                .startsWith("“No ships” Pier Post, May 2022. Quoted in: Ann Quay. ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOG + "?start=4&end=13&style=text",
                FOG + "?start=4&end=13&style=bibtex",
                FOG + "?start=4&end=13&style=ris",
                FOG + "?start=4&end=13&style=csl",
                "/api/v1/suggest?format=opensearch&prefix=%F0%9F%98%80",
                "/api/v1/search?stance=%F0%9F%98%80"
            })
    void anyLetterArrivesInAnyForm(String path) throws Exception {
        assertThat(served.get(path).body()).contains("😀");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            start=4                       => end: a quotation has a start and an end
            end=4                         => start: a quotation has a start and an end
            start=4&end=4                 => end: a quotation ends behind its start
            start=4&end=400               => end: the text ends at 40
            start=-1&end=4                => start: "-1" is no whole number
            start=5&end=9&offsets=utf16   => start: 5 is inside a character
            styel=ris                     => styel: no parameter of this endpoint
            """)
    void whatIsNoSpanIsToldSo(String asked, String detail) throws Exception {
        HttpResponse<String> answer = served.get(FOG + "?" + asked);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Served.tree(answer.body()).get("detail").asText()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            start=4&end=13                           => 4  => 13 => 😀 harbour
            start=4&end=14&offsets=utf16             => 4  => 14 => 😀 harbour
            start=4&end=6&whole=sentence             => 0  => 20 => The 😀 harbour slept.
            start=25&end=30&whole=passage            => 22 => 39 => No ships came in.
            start=26&end=31&whole=passage&offsets=utf16 => 23 => 40 => No ships came in.
            """)
    void whatStandsAtAPlaceIsItsWordsOrTheSentenceOrPassageAroundThem(String asked, int start, int end, String text)
            throws Exception {
        JsonNode quoted = served.json("/api/v1/documents/fog/quotation?" + asked);
        assertThat(quoted.get("text").asText()).isEqualTo(text);
        assertThat(List.of(quoted.get("start").asInt(), quoted.get("end").asInt()))
                .containsExactly(start, end);
        String span = asked.contains("utf16") ? "&offsets=utf16" : "";
        String cited = served.get(FOG + "?style=text&start=" + start + "&end=" + end + span)
                .body();
        assertThat(cited).endsWith("” " + quoted.get("reference").asText() + "\n");
        assertThat(served.json(FOG + "?style=csl&start=" + start + "&end=" + end + span)
                        .get(0))
                .isEqualTo(quoted.get("csl"));
    }

    @Test
    void aPlaceInTwoSentencesIsBothWithWhatStandsBetween() throws Exception {
        assertThat(served.json("/api/v1/documents/fog/quotation?start=4&end=30&whole=sentence")
                        .get("text")
                        .asText())
                .isEqualTo("The 😀 harbour slept.\n\nNo ships came in.");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            start=4                => end:
            end=4                  => start:
            start=4&end=400        => end: the text ends at 40
            start=4&end=4          => end: a quotation ends behind its start
            start=4&end=9&whole=no => whole:
            """)
    void aPlaceThatIsNoneIsTold(String asked, String detail) throws Exception {
        HttpResponse<String> answer = served.get("/api/v1/documents/fog/quotation?" + asked);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Served.tree(answer.body()).get("detail").asText()).startsWith(detail);
        assertThat(served.get("/api/v1/documents/none/quotation?start=0&end=4").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsUnknownIsLeftOutAndTheKeyIsTheSameEverywhere() throws Exception {
        String asked = "/api/v1/documents/no%20date.txt/citation";
        assertThat(served.get(asked).body())
                .isEqualTo("[Untitled]. n.d. " + served.address() + "/documents/no%20date.txt\n");
        String key = Served.tree(served.get(asked + "?style=csl").body())
                .get(0)
                .get("id")
                .asText();
        assertThat(key).matches("no-date\\.txt-[0-9a-f]{8}");
        assertThat(served.get(asked + "?style=bibtex").body()).startsWith("@misc{" + key + ",");
        assertThat(served.get(asked + "?style=ris").body()).contains("\r\nID  - " + key + "\r\n");
        assertThat(served.get("/api/v1/documents/none/citation").statusCode()).isEqualTo(404);
    }

    @Test
    void aBrowserSavesItUnderTheKeyAndDoesNotFetchItTwice() throws Exception {
        HttpResponse<String> answer = served.get(FOG + "?style=ris&download=on");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"fog.ris\"");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(served.send("GET", FOG + "?style=ris&download=on", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(served.get(FOG + "?style=csl").headers().firstValue("ETag")).isNotEqualTo(Optional.of(tag));
    }
}
