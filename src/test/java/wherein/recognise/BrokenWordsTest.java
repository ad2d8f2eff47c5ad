package wherein.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** The ledger of a text that is broken into lines within its words, against that of the same text whose lines break none. */
class BrokenWordsTest {

    private static final Annotator ANNOTATOR = Recognisers.standard();
    private static final EdtfDate DATE = EdtfDate.parse("2021-06-01");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | In Georgia the minister Vladimir Karsholm said on 12 September 2020 that twenty-five thousand people had left Finland and Denmark since February. Mr Karsholm, who is from Switzerland, spoke to President Margaret Anderson of Iceland. The government in Washington offered seventeen million dollars, or eleven percent, and Hungarian engineers got 150,000 euros. By November several hundred students from Argentina and Portugal were working near Amsterdam.
                    ru | В феврале 2021 года президент Владимир Карсольский заявил, что двадцать пять тысяч человек покинули Финляндию и Швейцарию. Правительство Германии выделило семнадцать миллионов долларов, а венгерские инженеры получили одиннадцать процентов. Министр Александра Полякова приехала из Казахстана двенадцатого сентября.
                    de | Im Februar 2021 sagte Minister Wolfgang Karsholm, dass fünfundzwanzigtausend Menschen Finnland und Dänemark verlassen haben. Die Regierung in Deutschland zahlte siebzehn Millionen Dollar, und ungarische Ingenieure bekamen 150.000 Euro. Am 12. September kam Präsidentin Margarete Andersen aus Portugal.
                    fr | En février 2021 le ministre Guillaume Karsholm a dit que quarante mille personnes avaient quitté la Finlande et le Danemark. Le gouvernement allemand a versé quinze millions de dollars, et les ingénieurs hongrois ont reçu 150 000 euros. Le 12 septembre la présidente Marguerite Andersen est arrivée du Portugal.
                    es | En febrero de 2021 el ministro Guillermo Karsholm dijo que cuarenta mil personas salieron de Finlandia y de Dinamarca. El gobierno de Alemania pagó quince millones de dólares, y los ingenieros recibieron 150.000 euros. El 12 de septiembre la presidenta Margarita Andersen llegó de Portugal.
                    it | Nel febbraio 2021 il ministro Guglielmo Karsholm disse che quaranta mila persone avevano lasciato la Finlandia e la Danimarca. Il governo della Germania ha pagato quindici milioni di dollari. Il 12 settembre la presidente Margherita Andersen è arrivata dal Portogallo.
                    pt | Em fevereiro de 2021 o ministro Guilherme Karsholm disse que quarenta mil pessoas deixaram a Finlândia e a Dinamarca. O governo da Alemanha pagou quinze milhões de dólares. Em 12 de setembro a presidente Margarida Andersen chegou de Portugal.
                    pl | W lutym 2021 minister Wilhelm Karsholm powiedział, że czterdzieści tysięcy osób opuściło Finlandię i Danię. Rząd Niemiec zapłacił piętnaście milionów dolarów. Prezydent Małgorzata Andersen przyjechała 12 września z Portugalii.
                    nl | In februari 2021 zei minister Willem Karsholm dat veertigduizend mensen Finland en Denemarken hadden verlaten. De regering van Duitsland betaalde vijftien miljoen dollar. Op 12 september kwam president Margriet Andersen uit Portugal.
                    uk | У лютому 2021 року президент Володимир Карсольський заявив, що двадцять п'ять тисяч осіб залишили Фінляндію і Швейцарію. Уряд Німеччини виділив сімнадцять мільйонів доларів. Міністр Олександра Полякова приїхала з Казахстану дванадцятого вересня.
                    """)
    void aLineEndWithinAWordChangesNoMention(String language, String text) {
        Seeded.times(25, random -> {
            StringBuilder broken = new StringBuilder();
            StringBuilder whole = new StringBuilder();
            wrap(random, text, broken, whole);
            List<String> expected = ANNOTATOR.annotate(whole.toString(), language, DATE).stream()
                    .map(mention -> said(mention, whole.toString()))
                    .toList();
            List<String> found = ANNOTATOR.annotate(broken.toString(), language, DATE).stream()
                    .map(mention -> said(mention, broken.toString()))
                    .toList();
            assertThat(found).as(broken.toString()).isEqualTo(expected);
        });
    }

    /** Lines of some 40 signs, of which many end within a word; {@code whole} has none of these line ends, and all others. */
    private static void wrap(Random random, String text, StringBuilder broken, StringBuilder whole) {
        int line = 0;
        for (String word : text.split(" ")) {
            int letters = 0;
            while (letters < word.length() && Character.isLetter(word.charAt(letters))) {
                letters++;
            }
            line += word.length() + 1;
            if (line > 40 && letters > 5 && random.nextInt(3) > 0) {
                int at = 2 + random.nextInt(letters - 4);
                String end =
                        Seeded.one(random, "-\n", "-\n", "-\n", "\u00AD\n", "\u2010\n", "¬\n", "-\n\n", "-\r\n", "-\f");
                broken.append(word, 0, at)
                        .append(end)
                        .append(word.substring(at))
                        .append(' ');
                whole.append(word).append(' ');
                line = word.length() - at;
            } else {
                String end = line > 45 ? "\n" : " ";
                line = line > 45 ? 0 : line;
                broken.append(word).append(end);
                whole.append(word).append(end);
            }
        }
    }

    /** What a mention says, and its words without what breaks them. */
    private static String said(Mention mention, String text) {
        String words = mention.span().in(text).replaceAll("[-\u00AD\u2010¬][\n\r\f]+", "");
        return words + ": " + mention.at(new Span(0, 1));
    }
}
