package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.document.Metadata;
import wherein.time.EdtfDate;

/** What a page says of itself, and whom of several is believed. */
class HtmlMetadataTest {

    @Test
    void eachFieldHasItsOrigin() {
        Extract page = Html.read("""
                <html lang=en><title>Eels | Mill Post</title><meta property=og:site_name content="Mill Post">
                <meta name=citation_author content="Fjord, Anna"><meta name=citation_author content="Ivo Tarn, Jr.">
                <meta name=DC.date content=1987-05><link rel=canonical href="https://mill.example/eels"><p>Eels pass.
                """);
        assertThat(page.metadata())
                .isEqualTo(new Metadata(
                        "Eels",
                        "Mill Post",
                        List.of("Anna Fjord", "Ivo Tarn, Jr."),
                        EdtfDate.parse("1987-05"),
                        "",
                        "en",
                        "https://mill.example/eels",
                        Map.of()));
        assertThat(page.origins())
                .isEqualTo(Map.of(
                        "title", "title",
                        "source", "og:site_name",
                        "author", "citation_author",
                        "date", "DC.date",
                        "language", "html lang",
                        "url", "link canonical"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-05-03T23:40:00-08:00 | 2022-05-03",
                "2022-05-03 00:10:00 | 2022-05-03",
                "20220503T101500Z | 2022-05-03",
                "2022/05/03 | 2022-05-03",
                "03.05.2022 | 2022-05-03",
                "Tue, 03 May 2022 23:59:00 -0700 | 2022-05-03",
                "May 3, 2022 | 2022-05-03",
                "Published: 3 May 2022 at 10:15 | 2022-05-03",
                "10:15, 3 мая 2022 | 2022-05-03",
                "3 мая 2022 года | 2022-05-03",
                "2022-05 | 2022-05",
                "May 2022 | 2022-05",
                "2022-05-00 | 2022-05",
                "2022 | 2022",
                "05/03/2022 | ''",
                "0001-01-01T00:00:00 | ''",
                "1970-01-01T00:00:00Z | ''",
                "yesterday | ''",
                "{{ date }} | ''"
            })
    void dateIsTheDayThatThePageHasAndNoMore(String written, String date) {
        assertThat(Html.read("<meta name=date content='" + written + "'><p>Eels pass.")
                        .metadata()
                        .date())
                .isEqualTo(EdtfDate.parse(date));
    }

    @Test
    void anArticleInAGraphNamesItsAuthorsByReference() {
        assertThat(said("""
                {"@graph": [{"@type": "WebSite", "name": "Mill"}, {"@type": ["Thing", "BlogPosting"], "name": "Eels &amp; otters",
                "author": [{"@id": "#a"}, "By Ivo Tarn", "https://mill.example/x"], "datePublished": {"@value": "1987-05-02"},
                "publisher": [{"name": "Mill Post"}], "inLanguage": {"@type": "Language", "alternateName": "fr"}},
                {"@type": "Person", "@id": "#a", "name": "Anna Fjord"}]}"""))
                .isEqualTo(new Metadata(
                        "Eels & otters",
                        "Mill Post",
                        List.of("Anna Fjord", "Ivo Tarn"),
                        EdtfDate.parse("1987-05-02"),
                        "",
                        "fr",
                        "",
                        Map.of()));
    }

    @Test
    void brokenJsonIsReadAsFarAsItGoes() {
        assertThat(said("{\"headline\": \"Eels \\u2013 and \"otters\"\", \"datePublished\": \"1987-05-02T01:00:00\", ]")
                        .date())
                .isEqualTo(EdtfDate.parse("1987-05-02"));
        assertThat(
                        said("<!--\n{\"@type\": \"Article\",\n\"headline\": \"Eels\npass\", \"datePublished\": \"1987-05\",}\n-->")
                                .title())
                .isEqualTo("Eels pass");
    }

    @Test
    void articlesThatAPageOnlyListsSayNothingOfIt() {
        assertThat(
                        said("{\"@type\": \"ItemList\", \"itemListElement\": [{\"@type\": \"Article\", \"datePublished\": \"1987\"}]}")
                                .date())
                .isEqualTo(EdtfDate.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Eels pass - Mill Post | Eels pass",
                "Eels pass – Mill Post | Eels pass",
                "Mill Post: Eels pass | Eels pass",
                "Eels pass » News » Mill Post | Eels pass",
                "Eels - and otters | Eels - and otters",
                "War and peace: a year | War and peace: a year"
            })
    void titleIsWithoutTheNameOfTheSite(String title, String without) {
        assertThat(Html.read("<title>" + title.replace('~', '|')
                                + "</title><meta property=og:site_name content='Mill Post'><h1>Eels pass</h1>")
                        .metadata()
                        .title())
                .isEqualTo(without);
    }

    @Test
    void aTimeThatTheTextSpeaksOfIsNotItsDate() {
        String told =
                "<p>It began on <time datetime=1969-07-20>a Sunday</time>, when nobody in the whole of the valley was awake, and "
                        + "when the keeper of the lock, who was to tell it later to all who came by, sat in his boat.</p>";
        assertThat(Html.read(told).metadata().date()).isEqualTo(EdtfDate.UNKNOWN);
        assertThat(Html.read("<article><p>By Anna, <time datetime=1987-05-02>2 May</time></p>" + told + "</article>"
                                + "<aside><time datetime=2001-01-01>now</time></aside>")
                        .metadata()
                        .date())
                .isEqualTo(EdtfDate.parse("1987-05-02"));
    }

    private static Metadata said(String json) {
        return Html.read("<script type='application/ld+json'>" + json + "</script><p>Eels pass.")
                .metadata();
    }
}
