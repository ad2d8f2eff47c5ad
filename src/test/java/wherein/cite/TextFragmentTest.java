package wherein.cite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.text.Span;

/** A link into somebody else's page says where the words are, in the grammar of the text directive. */
class TextFragmentTest {

    private static final String URL = "https://harbour.example/fog";
    private static final Pattern DIRECTIVE =
            Pattern.compile("#:~:text=(?:[\\w.*%]+-,)?[\\w.*%]+(?:,[\\w.*%]+)?(?:,-[\\w.*%]+)?");

    /** What stands between the bars is linked; a slash is a line break. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            |Norway|                                     => Norway
            ships left |Norway| in the morning           => ships%20left-,Norway,-in%20the%20morning
            one two three four |five| six seven eight nine => two%20three%20four-,five,-six%20seven%20eight
            above/|Norway|/below                         => Norway
            above/In |Norway|, they/below                => In-,Norway,-%2C%20they
            a so-called, |R&D-led| port                  => a%20so%2Dcalled%2C-,R%26D%2Dled,-port
            of (|Norway|’s) ships                        => of%20%28-,Norway,-%E2%80%99s%29%20ships
            |New/Zealand| sold                           => New,Zealand,-sold
            |  two   words |                             => two%20words
            | a b/c d |                                  => a%20b,c%20d
            Из |Грузии| пришёл                           => %D0%98%D0%B7-,%D0%93%D1%80%D1%83%D0%B7%D0%B8%D0%B8,-%D0%BF%D1%80%D0%B8%D1%88%D1%91%D0%BB
            """)
    void wordsAreNamedWithWhatIsAroundThem(String marked, String directive) {
        String text = marked.replace('/', '\n');
        int start = text.indexOf('|');
        int end = text.lastIndexOf('|') - 1;
        assertThat(TextFragment.link(URL, text.replace("|", ""), new Span(start, end)))
                .isEqualTo(URL + "#:~:text=" + directive);
    }

    @Test
    void longWordsAreNamedByTheirBeginningAndTheirEnd() {
        String text = "one two three four five six " + "many words ".repeat(20) + "a b c d e f";
        assertThat(TextFragment.link(URL, text, new Span(0, text.length())))
                .isEqualTo(URL + "#:~:text=one%20two%20three%20four%20five,b%20c%20d%20e%20f");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x,               https://a.example/x#:~:text=fog",
        "https://a.example/x#part,          https://a.example/x#part:~:text=fog",
        "https://a.example/x#:~:text=other, https://a.example/x#:~:text=other&text=fog"
    })
    void theAddressKeepsItsFragment(String url, String link) {
        assertThat(TextFragment.link(url, "fog", new Span(0, 3))).isEqualTo(link);
    }

    @Test
    void whereThereAreNoWordsTheLinkIsThePages() {
        assertThat(TextFragment.link(URL, "a  b", new Span(1, 3))).isEqualTo(URL);
    }

    @Test
    void anySpanOfAnyTextGivesAShortAddressInTheGrammar() {
        long seed = Long.getLong("wherein.seed", System.nanoTime());
        Random random = new Random(seed);
        int[] letters = "ab -,&%#:~\n\t“”’—яё漢字😀\u00a0\u2028".codePoints().toArray();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(400); n > 0; n--) {
                text.appendCodePoint(letters[random.nextInt(random.nextBoolean() ? 2 : letters.length)]);
            }
            int points = text.codePointCount(0, text.length());
            int start = random.nextInt(points);
            int end = start + 1 + random.nextInt(points - start);
            Span span = new Span(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
            String link = TextFragment.link(URL, text.toString(), span);
            String what = "seed " + seed + ": " + link;
            assertThat(URI.create(link).toString()).as(what).isEqualTo(link);
            assertThat(link).as(what).hasSizeLessThan(9_000);
            if (!link.equals(URL)) {
                assertThat(link.substring(URL.length())).as(what).matches(DIRECTIVE);
                String exact = span.in(text.toString()).strip();
                String first = exact.split("[\\p{Z}\\p{Cc}]+")[exact.matches("(?s)[\\p{Z}\\p{Cc}].*") ? 1 : 0];
                assertThat(java.net.URLDecoder.decode(link, java.nio.charset.StandardCharsets.UTF_8))
                        .as(what)
                        .contains(first.codePointCount(0, first.length()) > 40 ? "" : first);
            }
        }
    }
}
