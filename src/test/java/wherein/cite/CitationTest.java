package wherein.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wherein.document.Cue;
import wherein.document.Metadata;
import wherein.time.EdtfDate;

/** A citation says what the catalogue says, in forms that programs of others read. */
class CitationTest {

    private static final String LINK = "http://127.0.0.1:8080/documents/a";

    private static final Metadata ARTICLE = new Metadata(
            "Why isn’t the fog lifting?",
            "The Harbour",
            List.of("Ann Quay", "Bo van Pier", "Harbour Authority of Bergen"),
            EdtfDate.parse("2025-06"),
            "",
            "en",
            "https://harbour.example/fog?a=1&b=50%25_#top",
            Map.of());

    private static Citation of(Metadata about) {
        return new Citation("fog", about, LINK, Optional.empty());
    }

    private static Citation titled(String title) {
        return of(new Metadata(title, "", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of()));
    }

    @Test
    void theTextIsALineForPeople() {
        assertThat(of(ARTICLE).in(Citation.Style.TEXT))
                .isEqualTo("Ann Quay, Bo van Pier, and Harbour Authority of Bergen. “Why isn’t the fog lifting?” "
                        + "The Harbour, June 2025. https://harbour.example/fog?a=1&b=50%25_#top\n");
        assertThat(of(Metadata.UNKNOWN).in(Citation.Style.TEXT)).isEqualTo("[Untitled]. n.d. " + LINK + "\n");
    }

    @Test
    void bibtexHasWhatBibtexAndBiblatexRead() {
        assertThat(of(ARTICLE).in(Citation.Style.BIBTEX)).isEqualTo("""
                @misc{fog,
                  author = {Quay, Ann and van Pier, Bo and {Harbour Authority of Bergen}},
                  title = {{Why isn’t the fog lifting?}},
                  howpublished = {The Harbour},
                  date = {2025-06},
                  year = {2025},
                  month = jun,
                  url = {https://harbour.example/fog?a=1&b=50%25_#top},
                  language = {en}
                }
                """);
        assertThat(of(Metadata.UNKNOWN).in(Citation.Style.BIBTEX)).isEqualTo("@misc{fog,\n}\n");
    }

    @Test
    void whatLatexWouldTakeForACommandIsWrittenSoThatItIsPrinted() {
        assertThat(titled("50% of $1 & #2_3 ~ ^ \\end{x} <a|b>").in(Citation.Style.BIBTEX))
                .contains("title = {{50\\% of \\$1 \\& \\#2\\_3 \\textasciitilde{} \\textasciicircum{} "
                        + "\\textbackslash{}end\\textbraceleft{}x\\textbraceright{} "
                        + "\\textless{}a\\textbar{}b\\textgreater{}}}");
    }

    @Test
    void risHasATagALine() {
        assertThat(of(ARTICLE).in(Citation.Style.RIS)).isEqualTo(String.join("\r\n", """
                TY  - ELEC
                ID  - fog
                AU  - Quay, Ann
                AU  - van Pier, Bo
                AU  - Harbour Authority of Bergen,
                TI  - Why isn’t the fog lifting?
                T2  - The Harbour
                PY  - 2025
                DA  - 2025/06//
                LA  - en
                UR  - https://harbour.example/fog?a=1&b=50%25_#top
                ER  -\s
                """.split("\n")) + "\r\n");
    }

    @Test
    void cslHasAnItem() throws Exception {
        assertThat(of(ARTICLE).in(Citation.Style.CSL).strip())
                .isEqualTo("[{\"id\":\"fog\",\"type\":\"webpage\",\"author\":[{\"family\":\"Quay\",\"given\":\"Ann\"},"
                        + "{\"family\":\"van Pier\",\"given\":\"Bo\"},{\"literal\":\"Harbour Authority of Bergen\"}],"
                        + "\"title\":\"Why isn’t the fog lifting?\",\"container-title\":\"The Harbour\","
                        + "\"issued\":{\"date-parts\":[[2025,6]]},\"language\":\"en\","
                        + "\"URL\":\"https://harbour.example/fog?a=1&b=50%25_#top\"}]");
    }

    @Test
    void aQuotationHasItsWordsItsPlaceAndWhoIsQuotedThere() {
        Metadata part = new Metadata(
                "", "Pier Post", List.of("Cy Dock"), EdtfDate.parse("2025-05-07/.."), "", "", "", Map.of());
        Citation.Quotation quoted =
                new Citation.Quotation("no\n  ships", 12, 23, Optional.of(part), List.of(), OptionalInt.empty());
        Citation citation = new Citation("fog", ARTICLE, LINK + "#c=12-23", Optional.of(quoted));
        assertThat(citation.in(Citation.Style.TEXT))
                .startsWith("“no ships” Cy Dock. Pier Post, 7 May 2025 or later. Quoted in: Ann Quay, Bo")
                .endsWith(" June 2025. https://harbour.example/fog?a=1&b=50%25_#top (" + LINK + "#c=12-23)\n");
        String note = "“no ships” (characters 12 to 23, " + LINK
                + "#c=12-23) Quoted there from: Cy Dock. Pier Post, 7 May 2025 or later.";
        assertThat(citation.in(Citation.Style.BIBTEX)).contains("  annote = {" + note.replace("#", "\\#") + "}\n");
        assertThat(citation.in(Citation.Style.RIS)).contains("\r\nN1  - " + note + "\r\n");
        assertThat(citation.in(Citation.Style.CSL)).contains("\"annote\":\"" + note + "\"");
    }

    @Test
    void aQuotationNamesThePagesOrTheTimeThatItIsAt() {
        String one = in(Citation.Style.TEXT, new Cue(0, Cue.Kind.PAGE, "12"));
        assertThat(one).contains(" June 2025, p. 12. https:");
        Cue[] two = {new Cue(0, Cue.Kind.PAGE, "12"), new Cue(5, Cue.Kind.PAGE, "13"), new Cue(9, Cue.Kind.PAGE, "14")};
        assertThat(in(Citation.Style.TEXT, two)).contains(" June 2025, pp. 12–14. https:");
        assertThat(in(Citation.Style.BIBTEX, two))
                .contains("  pages = {12--14},\n")
                .contains("(pp. 12–14, characters 12 to 23, ");
        assertThat(in(Citation.Style.RIS, two)).contains("\r\nSP  - 12–14\r\n").contains("(pp. 12–14, characters");
        assertThat(in(Citation.Style.CSL, two)).contains("\"page\":\"12–14\"").contains("(pp. 12–14, characters");
        Cue time = new Cue(0, Cue.Kind.TIME, "00:01:07");
        assertThat(in(Citation.Style.TEXT, time)).contains(" June 2025, 00:01:07. https:");
        assertThat(in(Citation.Style.CSL, time)).doesNotContain("\"page\"").contains("(00:01:07, characters");
        Metadata undated = new Metadata("Fog", "", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of());
        Citation.Quotation quoted =
                new Citation.Quotation("no ships", 12, 23, Optional.empty(), List.of(two[0]), OptionalInt.empty());
        assertThat(new Citation("fog", undated, LINK, Optional.of(quoted)).in(Citation.Style.TEXT))
                .contains("“Fog.” n.d., p. 12. " + LINK);
    }

    private static String in(Citation.Style style, Cue... cues) {
        Citation.Quotation quoted =
                new Citation.Quotation("no ships", 12, 23, Optional.empty(), List.of(cues), OptionalInt.empty());
        return new Citation("fog", ARTICLE, LINK + "#c=12-23", Optional.of(quoted)).in(style);
    }

    @Test
    void aKeyIsTheIdWhereBibtexTakesItAndElseOneThatNoOtherIdHas() {
        assertThat(of(ARTICLE).key()).isEqualTo("fog");
        Set<String> keys = new HashSet<>();
        List<String> ids = List.of("a b", "a-b", "a,b", "a{b", "туман", "мороз", "a\\b", "a#b", "year/2022.txt");
        for (String id : ids) {
            String key = new Citation(id, ARTICLE, LINK, Optional.empty()).key();
            assertThat(key)
                    .matches("[A-Za-z0-9._:/-]+")
                    .isEqualTo(new Citation(id, ARTICLE, "", Optional.empty()).key());
            keys.add(key);
        }
        assertThat(keys).hasSize(ids.size()).contains("a-b", "year/2022.txt");
    }

    /** Whatever stands in a title: braces are balanced, lines are tags, JSON is JSON. */
    @Test
    void noTitleBreaksAForm() throws Exception {
        long seed = Long.getLong("wherein.seed", System.nanoTime());
        Random random = new Random(seed);
        String letters = "{}\\\"'%$#&_~^<>|@,=\r\n\t\u0000\u0085\u2028ER  -a б😀*";
        int[] points = letters.codePoints().toArray();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder title = new StringBuilder("x");
            for (int n = random.nextInt(12); n > 0; n--) {
                title.appendCodePoint(points[random.nextInt(points.length)]);
            }
            String what = "seed " + seed + ": " + title;
            Metadata about = new Metadata(
                    title.toString(),
                    title.toString(),
                    List.of(title.toString()),
                    EdtfDate.UNKNOWN,
                    "",
                    "",
                    title.toString(),
                    Map.of());
            Citation.Quotation quoted = new Citation.Quotation(
                    title.toString(),
                    0,
                    1,
                    Optional.empty(),
                    List.of(new Cue(0, Cue.Kind.PAGE, title.toString())),
                    OptionalInt.empty());
            Citation citation = new Citation("i" + i, about, LINK, Optional.of(quoted));
            assertThat(citation.in(Citation.Style.TEXT).lines()).as(what).hasSize(1);
            assertBalanced(what, citation.in(Citation.Style.BIBTEX));
            String[] lines = citation.in(Citation.Style.RIS).split("\r\n");
            assertThat(lines).as(what).allSatisfy(line -> assertThat(line).matches("[A-Z][A-Z0-9] {2}- .*"));
            assertThat(lines[0]).isEqualTo("TY  - ELEC");
            assertThat(lines[lines.length - 1]).isEqualTo("ER  - ");
            JsonNode item =
                    new ObjectMapper().readTree(citation.in(Citation.Style.CSL)).get(0);
            assertThat(item.get("title").asText()).as(what).isEqualTo(Citation.line(title.toString()));
        }
    }

    /** As BibTeX counts: a backslash before a brace makes no difference. */
    private static void assertBalanced(String what, String bibtex) {
        int depth = 0;
        for (int i = 0; i < bibtex.length(); i++) {
            depth += bibtex.charAt(i) == '{' ? 1 : bibtex.charAt(i) == '}' ? -1 : 0;
            assertThat(depth == 0).as(what).isEqualTo(i < 5 || i >= bibtex.length() - 2);
        }
    }
}
