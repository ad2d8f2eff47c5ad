package wherein.hyphen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.text.Reading;
import wherein.text.Span;

class HyphensTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-\n",
                "\u00AD\n",
                "\u2010\n",
                "¬\n",
                "-\r\n",
                "- \n  ",
                "-\n\n",
                "-\n\f",
                "-\f",
                "-\n> ",
                "\u00AD"
            })
    void aBrokenWordIsReadWhole(String end) {
        String text = "The new law on immi" + end + "gration was read.";
        Reading reading = Hyphens.of(text, "en").reading();
        assertThat(reading.text()).isEqualTo("The new law on immigration was read.");
        int start = reading.text().indexOf("immigration");
        assertThat(reading.stored(new Span(start, start + 11)).in(text)).isEqualTo("immi" + end + "gration");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    en, min-|istry, ministry
                    en, Geor-|gia, Georgia
                    en, Fin-|land, Finland
                    en, Vladi-|mir, Vladimir
                    en, Robin-|son, Robinson
                    en, resi-|dent's, resident's
                    en, self-gov-|erning, self-governing
                    en, inter-|nation-|al, international
                    en, FIN-|LAND, FINLAND
                    en, un-|likely, unlikely
                    en, 'the sum of 150,-|000 euros', 'the sum of 150,000 euros'
                    de, Regie-|rung, Regierung
                    de, 'die 150.-|000 Leute', 'die 150.000 Leute'
                    ru, пра-|вительство, правительство
                    ru, по-|нимать, понимать
                    uk, уря-|дування, урядування
                    fr, gouver-|nement, gouvernement
                    es, gobier-|no, gobierno
                    it, gover-|no, governo
                    pt, gover-|no, governo
                    pl, rzą-|dowy, rządowy
                    nl, rege-|ring, regering
                    tr, hükü-|metin, hükümetin
                    """)
    void theRestOfAWordIsTold(String language, String broken, String read) {
        assertThat(read(broken, language)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    en, Smith-|Jones, Smith-Jones
                    en, pro-|Kremlin, pro-Kremlin
                    en, Franco-|German, Franco-German
                    en, 1945-|1950, 1945-1950
                    en, COVID-|19, COVID-19
                    en, 20-|year, 20-year
                    de, Nord-|Süd, Nord-Süd
                    """)
    void whatStandsBeforeACapitalOrAtDigitsStaysACompound(String language, String broken, String read) {
        Reading reading = Hyphens.of(broken.replace('|', '\n'), language).reading();
        assertThat(reading.text()).isEqualTo(read);
        assertThat(reading.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    en, long-|term, long-term
                    en, anti-|war, anti-war
                    en, e-|mail, e-mail
                    en, Moscow-|backed, Moscow-backed
                    en, well-|in-|formed, well-informed
                    de, deutsch-|französisch, deutsch-französisch
                    ru, какой-|нибудь, какой-нибудь
                    ru, по-|русски, по-русски
                    fr, peut-|être, peut-être
                    pl, polsko-|niemieckich, polsko-niemieckich
                    """)
    void whatMayBeACompoundIsLeftOpen(String language, String broken, String read) {
        Reading reading = Hyphens.of(broken.replace('|', '\n'), language).reading();
        assertThat(reading.text()).isEqualTo(read);
        assertThat(reading.open()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    en, pre-|and postwar
                    de, Vor-|und Nachteile
                    en, 'said -|then'
                    en, 'a rule --|then'
                    en, 'an end-||Then'
                    en, 'about 150,-|00'
                    en, 'one-'
                    en, '-|two'
                    en, '-|- three'
                    """)
    void allElseIsReadAsItStands(String language, String text) {
        assertThat(read(text, language)).isEqualTo(text.replace('|', '\n'));
    }

    @Test
    void whatTheTextHasElsewhereGoesBeforeAllLists() {
        assertThat(read("The book-|keeper left. A book-keeper came.", "en"))
                .isEqualTo("The book-keeper left. A book-keeper came.");
        assertThat(read("The long-|term came. Longterm it is.", "en")).isEqualTo("The longterm came. Longterm it is.");
        assertThat(read("Mac-|Arthur left. MacArthur came.", "en")).isEqualTo("MacArthur left. MacArthur came.");
        assertThat(read("Die Haupt-|stadt, die Hauptstadt.", "de")).isEqualTo("Die Hauptstadt, die Hauptstadt.");
    }

    @Test
    void whatIsBrokenIsNoEvidence() {
        assertThat(Hyphens.of("the karsh-\nolms and the olms-\nkarsh and the karsh-\nolms", "en")
                        .reading()
                        .text())
                .isEqualTo("the karsholms and the olmskarsh and the karsholms");
    }

    @Test
    void theHeadOfAPageIsReadBehindTheWordThatItBreaks() {
        String text = "The gar-\n\n12 Annals of France\n\ndener kept it.";
        Span aside = new Span(10, 30);
        Hyphens hyphens = Hyphens.of(text, "en", List.of(aside), List.of());
        Reading reading = hyphens.reading();
        assertThat(aside.in(text)).isEqualTo("12 Annals of France\n");
        assertThat(reading.text()).isEqualTo("The gardener\n\n12 Annals of France\n\n kept it.");
        Span word = new Span(4, 12);
        assertThat(reading.stored(word)).isEqualTo(new Span(4, 36));
        assertThat(reading.read(new Span(4, 36))).isEqualTo(word);
        int france = reading.text().indexOf("France");
        Span stored = reading.stored(new Span(france, france + 6));
        assertThat(stored.in(text)).isEqualTo("France");
        assertThat(reading.read(stored)).isEqualTo(new Span(france, france + 6));
    }

    @Test
    void aWordIsReadToItsEndInTheRunInWhichItBegins() {
        String text = "The gar-\n\n12\n\ndener kept it.";
        Hyphens hyphens = Hyphens.of(text, "en", List.of(new Span(10, 12)), List.of());
        Reading first = hyphens.reading(new Span(0, 8));
        assertThat(first.text()).isEqualTo("The gardener");
        assertThat(first.stored(new Span(4, 12))).isEqualTo(new Span(4, 8));
        assertThat(hyphens.reading(new Span(10, 12)).text()).isEqualTo("12");
        assertThat(hyphens.reading(new Span(14, text.length())).text()).isEqualTo("dener kept it.");
    }

    @Test
    void noWordLeavesAHeadingOrAnItem() {
        String text = "Gar-\ndener";
        assertThat(Hyphens.of(text, "en", List.of(), List.of(new Span(0, 4)))
                        .reading()
                        .text())
                .isEqualTo(text);
        assertThat(Hyphens.of(text, "en", List.of(), List.of(new Span(0, 10)))
                        .reading()
                        .text())
                .isEqualTo("Gardener");
    }

    private static String read(String text, String language) {
        return Hyphens.of(text.replace('|', '\n'), language).reading().text();
    }
}
