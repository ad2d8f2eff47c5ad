package wherein.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {

    private static final String PROSE = Texts.prose(100, 40);
    private static final String MORE = Texts.prose(300, 40);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How the bridge was paid for",
                "‘No way back’",
                "What did the miller know?",
                "Бобры возвращаются",
                "1. The first winter",
                "II"
            })
    void aShortLineAboveProseIsAHeading(String line) {
        assertThat(Texts.passages(PROSE + "\n\n" + line + "\n\n" + MORE))
                .containsExactly("prose: " + PROSE, "heading: " + line, "prose: " + MORE);
        assertThat(Texts.passages(PROSE + "\n" + line + "\n" + MORE))
                .containsExactly("prose: " + PROSE, "heading: " + line, "prose: " + MORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rained.",
                "By Anna Fjord",
                "Автор: Анна Сосновая",
                "August 3, 1987",
                "3 августа 1987 года",
                "1987-08-03",
                "and so they went home"
            })
    void aSentenceABylineAndADateAreNoHeadings(String line) {
        assertThat(Texts.passages(line + "\n\n" + PROSE)).containsExactly("prose: " + line + "\n\n" + PROSE);
    }

    @Test
    void theNamesOfTheAuthorsAreNoHeading() {
        String text = "Anna Fjord and Ivo Tarn\n\n" + PROSE;
        assertThat(Texts.passages(Texts.document(text, Texts.titled("", "Anna Fjord", "Ivo Tarn"))))
                .containsExactly("prose: " + text);
    }

    @Test
    void aLineAboveNothingIsNoHeading() {
        assertThat(Texts.passages(PROSE + "\n\n" + MORE + "\n\nThe end of it"))
                .containsExactly("prose: " + PROSE, "prose: " + MORE + "\n\nThe end of it");
    }

    @Test
    void aTitleThatStandsTwiceIsAHeadingTwiceAndLendsNoWords() {
        String title = "Why the otters left the upper river";
        String text = title + "\nBy Anna Fjord\nAugust 3, 1987\n\n" + title + "\n\n" + PROSE;
        Document document = Texts.document(text, Texts.titled(title, "Anna Fjord"));
        assertThat(Texts.passages(document))
                .containsExactly(
                        "heading: " + title,
                        "prose: By Anna Fjord\nAugust 3, 1987",
                        "heading: " + title,
                        "prose: " + PROSE);
        assertThat(Texts.tiles(document)).extracting(Passage::heading).containsOnly("");
    }

    @Test
    void aTitleIsAHeadingThoughItEndsAsASentence() {
        String title = "The otters left. Who will bring them back.";
        assertThat(Texts.passages(Texts.document(title + "\n\n" + PROSE, Texts.titled(title))))
                .containsExactly("heading: " + title, "prose: " + PROSE);
    }

    @Test
    void theTitleIsKnownInCurlyQuotesAndStraightOnes() {
        Document document =
                Texts.document("The miller’s “last” wheel.\n\n" + PROSE, Texts.titled("The miller's \"last\" wheel."));
        assertThat(Texts.passages(document)).first().isEqualTo("heading: The miller’s “last” wheel.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two boys fish from the old weir in 1987. (© Ivo Tarn/AP)",
                "Ducks on the mill pond. (Photo by Ivo Tarn)",
                "The wheel at night (Ivo Tarn/Getty Images)",
                "Photo: the keeper and his daughter at the gate.",
                "Photo by Ivo Tarn: the keeper at the gate.",
                "Фото: Иво Тарн / архив музея",
                "Мельница зимой (Фото: Иво Тарн)",
                "Figure 3. Height of the water by month.",
                "Рис. 2. Высота воды по месяцам.",
                "© Ivo Tarn, 1987"
            })
    void whatStandsUnderAPictureIsACaption(String caption) {
        assertThat(Texts.passages(PROSE + "\n\n" + caption + "\n\n" + MORE))
                .containsExactly("prose: " + PROSE, "caption: " + caption, "prose: " + MORE);
    }

    @Test
    void twoCaptionsAreTwoPassages() {
        assertThat(Texts.passages("Photo: a duck.\n\nPhoto: a goose.\n\n" + PROSE))
                .containsExactly("caption: Photo: a duck.", "caption: Photo: a goose.", "prose: " + PROSE);
    }

    @Test
    void aLongParagraphIsNoCaptionWhateverStandsAtItsEnd() {
        String text = Texts.prose(0, 120) + " (Photo: Ivo Tarn)";
        assertThat(Texts.passages(text)).containsExactly("prose: " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  • ", "- ", "* ", "– ", "· ", "(a) ", "1) "})
    void bulletsAreOneList(String mark) {
        String items = mark.strip() + " Mend the weir.\n" + mark + "Plant alders.\n" + mark + "Count the eels.";
        assertThat(Texts.passages(PROSE + "\n\n" + items + "\n\n" + MORE))
                .containsExactly("prose: " + PROSE, "list: " + items, "prose: " + MORE);
    }

    @Test
    void aLoneNumberAtTheStartOfAParagraphIsNoList() {
        String text = "40) barrels was what " + PROSE;
        assertThat(Texts.passages(text + "\n\n" + MORE)).containsExactly("prose: " + text, "prose: " + MORE);
    }

    @Test
    void aDashAtTheStartOfOneParagraphIsDirectSpeech() {
        String text = "— Куда ты? — спросил мельник, и никто ему не ответил, потому что на мосту уже никого не было, "
                + "кроме старой собаки, которая ждала хозяина с самого утра и никуда не собиралась уходить.";
        assertThat(Texts.passages(Texts.document(text, Texts.metadata("ru")))).containsExactly("prose: " + text);
        assertThat(Texts.passages(PROSE + "\n\n– " + MORE)).containsExactly("prose: " + PROSE, "prose: – " + MORE);
    }

    @Test
    void aQuestionInADialogueIsNoHeading() {
        String text =
                "— Куда ты идёшь?\n— На ту сторону реки, к сестре и её детям.\n— А кто тебя повезёт, если лодки нет "
                        + "уже третий день?\n— Мельник обещал, что его сын придёт на пристань до темноты и возьмёт меня.";
        assertThat(Texts.passages(Texts.document(text, Texts.metadata("ru"))))
                .allMatch(line -> line.startsWith("prose: "));
    }

    @Test
    void aDialogueInRussianIsProse() {
        String text = "— Куда ты идёшь? — спросил мельник.\n— На ту сторону, — ответила дочь.\n— Лодки нет.";
        assertThat(Texts.passages(Texts.document(text, Texts.metadata("ru")))).containsExactly("prose: " + text);
    }

    @Test
    void aPullQuoteIsAQuoteAndItsSourceGoesWithIt() {
        String said = "We opened the sluice at night because nobody in the valley would have believed us.";
        String text = PROSE + " ‘" + said + "’ " + MORE + "\n\n" + said + "\n\nFormer keeper of the sluice.\n\n"
                + Texts.prose(600, 40);
        assertThat(Texts.passages(text))
                .containsExactly(
                        "prose: " + PROSE + " ‘" + said + "’ " + MORE,
                        "quote: " + said + "\n\nFormer keeper of the sluice.",
                        "prose: " + Texts.prose(600, 40));
    }

    @Test
    void aPullQuoteBeforeItsSentenceIsAQuoteToo() {
        String said = "“We opened the sluice at night because nobody would have believed us anyway.”";
        String text = said + "\n\n" + PROSE + " " + said.substring(1, said.length() - 1) + " " + MORE;
        assertThat(Texts.passages(text)).first().isEqualTo("quote: " + said);
    }

    @Test
    void aParagraphInQuotationMarksThatRepeatsNothingIsProse() {
        String said = "“We opened the sluice at night because nobody would have believed us anyway, and because the "
                + "water stood higher than any of us had seen before.”";
        assertThat(Texts.passages(said + "\n\n" + PROSE)).containsExactly("prose: " + said, "prose: " + PROSE);
    }

    @Test
    void aShortSentenceThatComesAgainIsNoPullQuote() {
        String text = "The water rose.\n\n" + PROSE + " The water rose. " + MORE;
        assertThat(Texts.passages(text)).allMatch(passage -> passage.startsWith("prose: "));
    }

    @Test
    void linesThatTheCatalogueCallsBoilerplateAreBoilerplate() {
        String text = "Cookies help us\n\n" + PROSE + "\n\nread on\n\n" + MORE;
        List<Region> regions = List.of(
                new Region(Lines.of(text).get(0), Block.BOILERPLATE),
                new Region(Lines.of(text).get(4), Block.BOILERPLATE));
        assertThat(Texts.passages(new Document("d", "d.txt", text, Texts.metadata("en"), List.of(), regions)))
                .containsExactly(
                        "boilerplate: Cookies help us", "prose: " + PROSE, "boilerplate: read on", "prose: " + MORE);
    }

    @Test
    void whatMarkdownMarksIsWhatItSays() {
        String text = "# The weir\n\n" + PROSE + "\n\n- Mend it\n- Mind it\n\n> " + MORE + "\n\n***\n\n" + MORE;
        assertThat(Texts.passages(Texts.markdown(text)))
                .containsExactly(
                        "heading: # The weir",
                        "prose: " + PROSE,
                        "list: - Mend it\n- Mind it",
                        "quote: > " + MORE,
                        "boilerplate: ***",
                        "prose: " + MORE);
    }

    @Test
    void aLineThatGoesOnWithAnItemOrAQuotationOfMarkdownBelongsToIt() {
        String text = "- Mend the weir before\nthe winter comes\n- Mind it\n\n> They came\nat night.\n\n" + PROSE;
        assertThat(Texts.passages(Texts.markdown(text)))
                .containsExactly(
                        "list: - Mend the weir before\nthe winter comes\n- Mind it",
                        "quote: > They came\nat night.",
                        "prose: " + PROSE);
    }
}
