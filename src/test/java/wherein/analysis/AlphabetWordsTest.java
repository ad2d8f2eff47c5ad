package wherein.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import wherein.Seeded;

class AlphabetWordsTest {

    private static final String[] CONTEXTS = {
        "a%cb", "1%c2", "a%c1", "1%cb", "a%c", "%ca", " %c%c ", "a%c%cb", "б%cб", "a %cб", "α%cβ", "é%c’s", "x.%cy",
        "%c"
    };
    private static final String LETTERS = "aBzéß1,27жЯіαΩ ";

    private record Word(String text, int start, int end) {}

    private static List<Word> words(TokenStream stream) throws IOException {
        List<Word> words = new ArrayList<>();
        try (stream) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        }
        return words;
    }

    /** Whether {@code text} is cut by the table; checks that its words are then those of ICU. */
    private static boolean isCut(AlphabetWords alphabet, String text) throws IOException {
        if (!alphabet.take(text)) {
            return false;
        }
        Tokenizer icu = TextAnalyzer.tokenizer();
        icu.setReader(new StringReader(text));
        assertThat(words(alphabet)).as(text).isEqualTo(words(icu));
        return true;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            int what = random.nextInt(12);
            char any = (char) (what == 0 ? 0x2010 + random.nextInt(0x60) : random.nextInt(0x530));
            text.append(what < 2 ? any : what < 5 ? " .,’'-".charAt(random.nextInt(6)) : letter(random));
        }
        return text.toString();
    }

    private static char letter(Random random) {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    @Test
    void everyLetterAndSignPartsOrJoinsAsIcuHasIt() throws IOException {
        AlphabetWords alphabet = new AlphabetWords();
        int cut = 0;
        for (int c = 0; c < 0x2100; c++) {
            for (String context : CONTEXTS) {
                cut += isCut(alphabet, context.replace("%c", String.valueOf((char) c))) ? 1 : 0;
            }
        }
        assertThat(cut).isGreaterThan(10_000);
    }

    @Test
    void textsOfAnyMixtureAreCutAsIcuCutsThemOrLeftToIt() {
        AlphabetWords alphabet = new AlphabetWords();
        Seeded.times(5_000, random -> isCut(alphabet, text(random)));
    }

    @Test
    void longTextsAreCutWhereTheyHaveWhiteSpace() throws IOException {
        AlphabetWords alphabet = new AlphabetWords();
        assertThat(isCut(alphabet, "word, 1,000 ".repeat(2_000))).isTrue();
        assertThat(isCut(alphabet, "a".repeat(3_999) + " " + "b".repeat(3_999))).isTrue();
        assertThat(isCut(alphabet, "a".repeat(5_000) + " b")).isFalse();
        assertThat(isCut(alphabet, "a,".repeat(2_500))).isFalse();
    }
}
