package wherein.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;
import wherein.text.Span;

class SplitterTest {

    private static final String FIRST = Texts.prose(100, 30);
    private static final String SECOND = Texts.prose(200, 30);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\r\n", "\u00A0\t\u2028", "\uFEFF"})
    void aTextOfWhiteSpaceHasNoPassages(String text) {
        assertThat(Texts.passages(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n \t\n", "\n\n\n\n", "\u2029", "\n\u00A0\n"})
    void aParagraphIsAPassageWithOneLineEndBetweenOrMore(String end) {
        assertThat(Texts.passages(FIRST + end + SECOND)).containsExactly("prose: " + FIRST, "prose: " + SECOND);
    }

    @Test
    void whiteSpaceAroundAParagraphIsNotInItsPassage() {
        assertThat(Texts.passages("\n  " + FIRST + " \u00A0\n")).containsExactly("prose: " + FIRST);
    }

    @Test
    void aShortParagraphIsJoinedToTheNext() {
        assertThat(Texts.passages("The ferry was late again.\n\n" + FIRST + "\n\n" + SECOND))
                .containsExactly("prose: The ferry was late again.\n\n" + FIRST, "prose: " + SECOND);
    }

    @Test
    void aShortLastParagraphIsJoinedToTheOneBefore() {
        assertThat(Texts.passages(FIRST + "\n\n" + SECOND + "\n\nThe ferry was late again."))
                .containsExactly("prose: " + FIRST, "prose: " + SECOND + "\n\nThe ferry was late again.");
    }

    @Test
    void aParagraphOfTwentyFiveWordsStandsAlone() {
        String just = Texts.prose(500, 25);
        assertThat(Texts.passages(just + "\n\n" + FIRST)).containsExactly("prose: " + just, "prose: " + FIRST);
    }

    @Test
    void aParagraphOverTwoHundredWordsIsCutAtSentenceEndsIntoEqualPieces() {
        String text = Texts.prose(0, 400);
        assertThat(Texts.passages(text))
                .containsExactly("prose: " + Texts.prose(0, 200), "prose: " + Texts.prose(200, 200));
    }

    @Test
    void piecesOfALongParagraphHaveAboutTwoHundredWordsAtMost() {
        List<Passage> passages = Texts.tiles(Texts.document(Texts.prose(0, 2_345)));
        assertThat(passages)
                .hasSize(12)
                .allSatisfy(passage -> assertThat(
                                passage.span().in(Texts.prose(0, 2_345)).split(" "))
                        .hasSizeBetween(120, 230));
    }

    @Test
    void aParagraphOfTwoHundredWordsIsOnePassage() {
        assertThat(Texts.passages(Texts.prose(0, 200))).hasSize(1);
    }

    @Test
    void aBareYearAsTheLastWordStaysWithTheParagraphBeforeIt() {
        assertThat(Texts.passages(FIRST + " 1987")).containsExactly("prose: " + FIRST + " 1987");
        assertThat(Texts.passages(FIRST + "\n\n1987")).containsExactly("prose: " + FIRST + "\n\n1987");
    }

    @Test
    void aBareYearBehindALongParagraphIsInItsLastPiece() {
        String text = Texts.prose(0, 390) + " 1987";
        assertThat(Texts.passages(text)).hasSize(2).last().asString().endsWith("reed389. 1987");
    }

    @Test
    void hardWrappedLinesAreOneParagraph() {
        String wrapped = """
                The keeper of the lighthouse wrote every evening what ships had
                passed, which way the wind stood and how much oil was left in
                the tanks below. In forty winters he left out no more than one
                evening, when the storm had taken the window of his room and
                the ink was frozen.

                His daughter found the books long after, dry and in order, in a
                chest under the stairs. She read them through in one summer and
                gave them to the school, where the children learned from them
                how to write down what they see.""";
        String[] paragraphs = wrapped.split("\n\n");
        assertThat(Texts.passages(wrapped)).containsExactly("prose: " + paragraphs[0], "prose: " + paragraphs[1]);
        assertThat(Texts.passages(wrapped.replace("\n", "\r\n"))).hasSize(2);
    }

    @Test
    void wrappedLinesInCapitalsAreOneParagraph() {
        String wrapped = """
                THE KEEPER OF THE LIGHTHOUSE

                  THE KEEPER OF THE LIGHTHOUSE WROTE EVERY EVENING WHAT
                SHIPS HAD PASSED, WHICH WAY THE WIND
                STOOD AND HOW MUCH OIL WAS LEFT IN THE TANKS BELOW .  IN FORTY
                WINTERS HE LEFT OUT NO MORE THAN ONE EVENING, WHEN THE STORM
                HAD TAKEN THE WINDOW OF HIS ROOM AND THE INK WAS
                FROZEN .""";
        String[] paragraphs = wrapped.split("\n\n  ");
        assertThat(Texts.passages(wrapped)).containsExactly("heading: " + paragraphs[0], "prose: " + paragraphs[1]);
    }

    @Test
    void linesThatAreWrappedNowHereNowThereAreOneParagraph() {
        String ragged = """
                Among the ships of that winter the keeper remembered the Dorothea,
                which came in from the
                Azores with a broken mast, and the old
                Petrel, of whose crew nobody was seen on deck all that day until
                Saturday night, when they lit
                a lantern behind the wheel and let down a boat in which the
                captain came ashore alone with a letter for
                the harbour master, who was asleep.""";
        assertThat(Texts.passages(ragged)).containsExactly("prose: " + ragged);
    }

    @Test
    void aListOfTitlesIsNoWrappedText() {
        String titles = """
                The Keeper of the Lighthouse and His Forty Winters on the Rock
                Ships That Passed in the Night and Those That Did Not Come
                A Short History of the Lamp, Its Makers and the Oil It Burnt
                Letters of the Harbour Master to His Sister on the Mainland
                What the Gulls Know: A Natural History of the Northern Pier""";
        assertThat(Texts.passages(titles + "\n\n" + FIRST).getFirst()).doesNotContain("Gulls Know");
    }

    @Test
    void aLineBrokenInsideASentenceIsMended() {
        String text = "The parish council agreed that the old orchard wall should be rebuilt by volunteers who\n"
                + "bring their own tools.";
        assertThat(Texts.passages(text + "\n\n" + FIRST)).first().asString().startsWith("prose: " + text);
        assertThat(Texts.tiles(Texts.document(text))).hasSize(1);
    }

    @Test
    void aPageBreakInsideASentenceIsMended() {
        String text = Texts.prose(0, 26).replaceFirst("\\.$", "") + "\n\nand the goats went " + Texts.prose(50, 30);
        assertThat(Texts.passages(text)).containsExactly("prose: " + text);
    }

    @Test
    void aFigureWithANoBreakSpaceIsNotCut() {
        String sentence = "The mill ground 150\u00A0000 sacks, 2\u202F500 of them rye, which took 3.\u00A05 years. ";
        String text = sentence.repeat(60).strip();
        assertThat(Texts.passages(text))
                .allSatisfy(passage ->
                        assertThat(passage).startsWith("prose: The mill").endsWith("years."));
    }

    @Test
    void notEvenInATextWithoutSentenceEndsIsAFigureCut() {
        Seeded.times(50, random -> {
            String text = ("k".repeat(1 + random.nextInt(20)) + " 150\u00A0000 2\u202F500 ")
                    .repeat(1_500)
                    .strip();
            assertThat(Texts.tiles(Texts.document(text)))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(passage -> assertThat(passage.span().in(text))
                            .doesNotStartWith("000")
                            .doesNotStartWith("500"));
        });
    }

    @Test
    void aHugeTextWithoutSpacesIsCutBetweenCharacters() {
        String text = "x".repeat(100_000);
        assertThat(Texts.tiles(Texts.document(text)))
                .hasSizeGreaterThan(9)
                .allSatisfy(passage -> assertThat(passage.span().length()).isLessThanOrEqualTo(10_000));
    }

    @Test
    void aHugeTextOfEmojiIsCutBetweenCharactersAsAReaderSeesThem() {
        String family = "👩‍👩‍👧";
        String text = family.repeat(5_000);
        assertThat(Texts.tiles(Texts.document(text)))
                .hasSizeGreaterThan(3)
                .allSatisfy(passage ->
                        assertThat(passage.span().start() % family.length()).isZero());
    }

    @Test
    void aHugeRunOfSignsIsCutToo() {
        assertThat(Texts.tiles(Texts.document("=".repeat(50_000))))
                .allSatisfy(passage -> assertThat(passage.span().length()).isLessThanOrEqualTo(10_000));
    }

    @Test
    void aHugeSentenceOfFewLongWordsIsCutBetweenThem() {
        String text =
                IntStream.range(0, 150).mapToObj(i -> "q" + "z".repeat(150)).collect(Collectors.joining(" "));
        assertThat(Texts.tiles(Texts.document(text))).hasSizeGreaterThan(1).allSatisfy(passage -> {
            assertThat(passage.span().length()).isLessThanOrEqualTo(10_000);
            assertThat(passage.span().in(text)).startsWith("qz").endsWith("z");
        });
    }

    @Test
    void chineseIsCutAtItsSentenceEnds() {
        String sentence = "河边的老磨坊今年春天又开始磨面了。";
        String text = sentence.repeat(40);
        assertThat(Texts.tiles(Texts.document(text, Texts.metadata("zh"))))
                .hasSizeGreaterThan(2)
                .allSatisfy(passage ->
                        assertThat(passage.span().in(text)).startsWith("河边").endsWith("。"));
    }

    @Test
    void paragraphsOfThaiWhichHasNoSpacesAreNotTakenForShortOnes() {
        String paragraph = "โรงสีเก่าริมแม่น้ำเริ่มทำงานอีกครั้งในฤดูใบไม้ผลิ".repeat(8);
        String text = (paragraph + "\n\n").repeat(6);
        assertThat(Texts.tiles(Texts.document(text, Texts.metadata("th")))).hasSize(6);
    }

    @Test
    void passagesAreNeverJoinedAcrossAPart() {
        String text = "Short before.\n\nShort inside one.\n\nShort inside two.\n\nShort behind.";
        Span part = new Span(text.indexOf("Short inside"), text.indexOf("\n\nShort behind"));
        Metadata other = Texts.titled("Quoted");
        Document document =
                new Document("d", "d.txt", text, Texts.metadata("en"), List.of(new Part(part, other)), List.of());
        assertThat(Texts.passages(document))
                .containsExactly(
                        "prose: Short before.",
                        "prose: Short inside one.\n\nShort inside two.",
                        "prose: Short behind.");
        assertThat(Texts.tiles(document))
                .extracting(Passage::metadata)
                .containsExactly(Texts.metadata("en"), other, Texts.metadata("en"));
    }

    @Test
    void aSentenceThatGoesOnWithASmallLetterDoesNotLeaveItsPart() {
        String first = Texts.prose(0, 26).replaceFirst("\\.$", "");
        String text = first + "\nand more of the other " + SECOND;
        Part part = new Part(new Span(first.length() + 1, text.length()), Texts.titled("Quoted"));
        Document document = new Document("d", "d.txt", text, Texts.metadata("en"), List.of(part), List.of());
        assertThat(Texts.passages(document))
                .containsExactly("prose: " + first, "prose: and more of the other " + SECOND);
    }

    @Test
    void anIdIsTheDocumentsAndTheNumber() {
        Document document = Texts.document(FIRST + "\n\n" + SECOND);
        assertThat(Texts.tiles(document))
                .extracting(passage -> passage.id(document))
                .containsExactly("test:1", "test:2");
    }

    @Test
    void aHeadingLendsItsWordsToThePassagesUnderIt() {
        String text = "Of boats\n\n" + FIRST + "\n\n" + SECOND + "\n\nOf nets\n\n" + Texts.prose(300, 30);
        assertThat(Texts.tiles(Texts.document(text)))
                .extracting(Passage::heading)
                .containsExactly("", "Of boats", "Of boats", "", "Of nets");
    }

    @Test
    void theMarksOfMarkdownAreNotWordsOfAHeading() {
        String text = "## Of boats ##\n\n" + FIRST + "\n\nOf nets\n-------\n\n" + SECOND;
        assertThat(Texts.tiles(Texts.markdown(text)))
                .extracting(Passage::heading)
                .containsExactly("", "Of boats", "", "Of nets");
    }

    @Test
    void theHeadingOfTheTextBeforeDoesNotReachIntoAPart() {
        String text = "Of boats\n\n" + FIRST + "\n\n" + SECOND;
        Part part = new Part(new Span(text.indexOf(SECOND), text.length()), Texts.titled("Quoted"));
        Document document = new Document("d", "d.txt", text, Texts.metadata("en"), List.of(part), List.of());
        assertThat(Texts.tiles(document)).extracting(Passage::heading).containsExactly("", "Of boats", "");
    }

    @Test
    void thePassagesLanguageIsThatOfItsWords() {
        String russian = "Старая мельница у реки снова мелет муку, и дети со всей деревни бегают смотреть на колесо, "
                + "которое стояло двадцать лет и, как думали многие, никогда больше не повернётся.";
        String ukrainian = russian.replace("и", "і");
        assertThat(Texts.tiles(Texts.document(FIRST + "\n\n" + russian + "\n\n" + ukrainian)))
                .extracting(Passage::language)
                .containsExactly("en", "ru", "uk");
    }

    @Test
    void theSameTextGivesTheSamePassages() {
        String text = Texts.prose(0, 900) + "\n\n" + FIRST;
        assertThat(new Splitter().split(Texts.document(text))).isEqualTo(new Splitter().split(Texts.document(text)));
    }
}
