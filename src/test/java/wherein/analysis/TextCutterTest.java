package wherein.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.junit.jupiter.api.Test;
import wherein.Seeded;

class TextCutterTest {

    private static final String[] PIECES = {
        "emigrating",
        "Emigrants'",
        "don't",
        "U.S.",
        "150,000",
        "150\u202F000",
        "наёмник",
        "Российской",
        "мой",
        "й",
        "Žižek",
        "naïve",
        "ＡＢＣ",
        "東京都に",
        "ภาษาไทย",
        "\u0301",
        "😀",
        "\ud83d",
        "a\u0301b",
        "x".repeat(300),
        "ß",
        "İstanbul",
        "ﬁnance",
        "Αθήνα",
        "שלום",
        "e-mail",
        "=mark",
        "\n\n",
        " ",
        ". ",
        "\u00ad",
        "co\u00adoperate"
    };

    /** A term as an index gets it. */
    private record Term(String text, int increment) {}

    private static List<Term> terms(TokenStream stream) throws IOException {
        List<Term> terms = new ArrayList<>();
        try (stream) {
            TermToBytesRefAttribute term = stream.addAttribute(TermToBytesRefAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(new Term(term.getBytesRef().utf8ToString(), increment.getPositionIncrement()));
            }
            stream.end();
        }
        return terms;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    @Test
    void wordsHaveTheTermsThatTheAnalyzerGivesThemInEveryLanguage() {
        TextCutter cutter = new TextCutter();
        Seeded.times(300, random -> {
            String text = text(random);
            for (String language : List.of("en", "ru", "", "de", "uk")) {
                TextAnalyzer analyzer = TextAnalyzer.of(language);
                assertThat(terms(cutter.cut(text).terms(analyzer)))
                        .as("%s: %s", language, text)
                        .isEqualTo(terms(analyzer.tokenStream("text", text)));
            }
        });
    }

    @Test
    void wordsHaveTheirStemsOnceAndStandWhereTheAnalyzerFindsThem() {
        TextCutter cutter = new TextCutter();
        Seeded.times(300, random -> {
            String text = text(random);
            AnalysedText words = cutter.cut(text);
            List<String> stems = new ArrayList<>();
            words.stems(stem -> stems.add(stem.utf8ToString()));
            assertThat(stems)
                    .isEqualTo(terms(TextAnalyzer.STEMS.tokenStream("text", text)).stream()
                            .map(Term::text)
                            .toList());
            int number = 0;
            try (TokenStream stream = TextAnalyzer.STEMS.tokenStream("text", text)) {
                OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
                stream.reset();
                for (; stream.incrementToken(); number++) {
                    assertThat(words.start(number)).isEqualTo(offset.startOffset());
                    assertThat(words.end(number)).isEqualTo(offset.endOffset());
                    assertThat(words.before(offset.endOffset())).isEqualTo(number + 1);
                }
                stream.end();
            }
            assertThat(words.size()).isEqualTo(number);
        });
    }
}
