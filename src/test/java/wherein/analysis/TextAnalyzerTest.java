package wherein.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextAnalyzerTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            en => The ships sailed       => the=the ships=ship sailed=sail
            en => HARBOUR                => harbour=harbour
            en => sailor's               => sailor=sailor
            en => sailor’s SAILOR’S      => sailor=sailor sailor=sailor
            en => well-known             => well=well known=known
            en => café naïve             => cafe=cafe naive=naiv
            en => cafe\u0301             => cafe=cafe
            en => Straße                 => strasse=strass
            en => ﬁnal                   => final=final
            en => in 1917, 150,000       => in=in 1917 150,000
            en => 10%                    => 10
            en => 150\u00a0thousand      => 150 thousand=thousand
            en => 150\u202f000           => 150 000
            en => 150\u202fships         => 150 ships=ship
            en => U.S. and US            => us=us and=and us=us
            de => U.S.A. und USA         => usa und usa
            en => J.R.R. e.g. ph.d 3.5   => jrr=jrr eg=eg ph.d 3.5
            fr => l’Iran qu'il D'abord   => l iran qu il d abord
            en => dell’Europa            => dell=dell europa=europa
            tr => İstanbul'da TÜRKİYE’NİN => istanbul da turkiye nin
            en => O'Brien don't isn’t I'm => o'brien=o'brien don't=don't isn't=isn't i'm=i'm
            uk => п'ять п’ять пʼять     => п'ять п'ять п'ять
            en => D'Artagnan's L's       => d=d artagnan=artagnan l=l
            ru => Россия России          => россия=росс россии=росс
            ru => уехало УЕХАЛИ          => уехало=уеха уехали=уеха
            ru => ёлка елка              => елка=елк елка=елк
            ru => новый                  => новыи=нов
            en => the word Россия stands => the=the word=word россия=росс stands=stand
            ru => слово ships стоит      => слово=слов ships=ship стоит=сто
            `` => ships Россия           => ships=ship россия=росс
            de => ships Häuser           => ships hauser
            de => слово Россия           => слово=слов россия=росс
            uk => слова ships            => слова ships=ship
            """)
    void aWordGivesItsFoldedFormAndItsStem(String language, String text, String terms) throws Exception {
        assertThat(terms(language == null ? "" : language, text)).isEqualTo(terms);
    }

    @Test
    void aQueryInAnyInflectedFormMeetsTheText() throws Exception {
        assertThat(stems("Россия")).isEqualTo(stems("России")).isEqualTo(stems("Россией"));
        assertThat(stems("emigrate")).isEqualTo(stems("emigrated")).isEqualTo(stems("EMIGRATING"));
        assertThat(stems("чаек")).isNotEqualTo(stems("чай"));
    }

    @Test
    void noWordIsDropped() throws Exception {
        assertThat(terms("en", "to be or not to be, that is it").split(" ")).hasSize(9);
        assertThat(terms("ru", "и в не на что").split(" ")).hasSize(5);
    }

    @Test
    void offsetsAreThoseOfTheWordInTheText() throws Exception {
        String text = "«Тихая» cafe\u0301 🚢 and\u202fsailor’s fog";
        List<String> surfaces = new ArrayList<>();
        try (TokenStream tokens = TextAnalyzer.of("ru").tokenStream("text", text)) {
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute position = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (position.getPositionIncrement() > 0) {
                    surfaces.add(text.substring(offset.startOffset(), offset.endOffset()));
                }
            }
            tokens.end();
        }
        assertThat(surfaces).containsExactly("Тихая", "cafe\u0301", "🚢", "and", "sailor’s", "fog");
    }

    @Test
    void aStreamAfterAnotherBeginsAfresh() throws Exception {
        assertThat(terms("en", "ships")).isEqualTo("ships=ship");
        assertThat(terms("en", "")).isEmpty();
        assertThat(terms("en", "—!?…")).isEmpty();
        assertThat(terms("en", "fog")).isEqualTo("fog=fog");
    }

    private static String stems(String word) throws Exception {
        String terms = terms("", word);
        return terms.substring(terms.indexOf('='));
    }

    /** Each word with its stem behind an equals sign, if it has one. */
    private static String terms(String language, String text) throws Exception {
        StringBuilder all = new StringBuilder();
        try (TokenStream tokens = TextAnalyzer.of(language).tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute position = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                boolean word = position.getPositionIncrement() > 0;
                all.append(word && !all.isEmpty() ? " " : "").append(term);
            }
            tokens.end();
        }
        return all.toString();
    }
}
