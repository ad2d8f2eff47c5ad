package wherein.recognise.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** Every sentence here is our own. A name in the text and what it leads to are written {@code span=name}. */
class PeopleTest {

    private static final People PEOPLE = new People();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    President Emmanuel Macron spoke on Monday. Macron left at noon.     | Emmanuel Macron=Emmanuel Macron; Macron=Emmanuel Macron
                    Dr. Helen Marsh and Mr Tom Okafor opened the ward.                  | Helen Marsh=Helen Marsh; Tom Okafor=Tom Okafor
                    "It rained all night," said Jane Whitmore, who keeps the lighthouse. | Jane Whitmore=Jane Whitmore
                    The novelist J. K. Rowling lives in Edinburgh.                      | J. K. Rowling=J. K. Rowling
                    Ludwig van Beethoven was born in Bonn.                              | Ludwig van Beethoven=Ludwig van Beethoven
                    Bashar al-Assad fled to Moscow.                                     | Bashar al-Assad=Bashar al-Assad
                    Sen. Patrick O'Brien met Maria Bailey-Ross there.                   | Patrick O'Brien=Patrick O'Brien; Maria Bailey-Ross=Maria Bailey-Ross
                    Martin Luther King, Jr. marched with them.                          | Martin Luther King, Jr.=Martin Luther King, Jr.
                    Putin’s speech was long. Vladimir Putin spoke for hours.            | Putin=Vladimir Putin; Vladimir Putin=Vladimir Putin
                    Sergey Lavrov met Xi Jinping in Beijing.                            | Sergey Lavrov=Sergey Lavrov; Xi Jinping=Xi Jinping
                    """)
    void findsEnglishNamesWithoutTitleAndPossessive(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Вчера Владимира Путина встретили в аэропорту. Путин молчал.         | Владимира Путина=Владимир Путин; Путин=Владимир Путин
                    По словам Анны Ивановой, решение примут завтра. Иванова уверена.    | Анны Ивановой=Анна Иванова; Иванова=Анна Иванова
                    Министр Сергей Лавров позвонил Антони Блинкену.                     | Сергей Лавров=Сергей Лавров; Антони Блинкену=Антони Блинкену
                    Книгу написал В. В. Набоков.                                        | В. В. Набоков=В. В. Набоков
                    Встречу с Дмитрием Песковым перенесли.                              | Дмитрием Песковым=Дмитрий Песков
                    Письмо передали Льву Толстому.                                      | Льву Толстому=Лев Толстой
                    Её принял Петр Порошенко, а позже и жена Порошенко.                 | Петр Порошенко=Петр Порошенко; Порошенко=Петр Порошенко
                    """)
    void findsRussianNamesInEveryCaseAndGivesTheNominative(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Johnson & Johnson and Morgan Stanley lost money.
                    Ford Motor built the plant in May.
                    The Bank of England and Columbia University signed.
                    She walked down Lincoln Avenue on Sunday.
                    Stalinist planners and Marxist critics agreed.
                    The minister and his mother thanked them.
                    He moved from New York to Los Angeles in August.
                    The Nobel Prize and the Clean Air Act were discussed.
                    Советский Союз и Евросоюз подписали договор.
                    Банк России снизил ставку в понедельник.
                    """)
    void leavesAloneWhatIsNoPerson(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void keepsTwoFullNamesWithOneSurnameApart() {
        assertThat(found("Hillary Clinton praised Bill Clinton. Hillary smiled."))
                .isEqualTo("Hillary Clinton=Hillary Clinton; Bill Clinton=Bill Clinton; Hillary=Hillary Clinton");
    }

    @Test
    void readsANameOnInTheNextLineOfAWrappedText() {
        String text = """
                The parish council had met every week since the bridge was swept
                away, and nobody was more tired of it than the clerk, Margaret
                Ashdown, who had kept the minutes by hand through all of winter.
                When the vote came at last it was short, and the old ferryman,
                who had nothing to win by it, was the first to raise his hand.
                """;
        assertThat(found(text)).isEqualTo("Margaret\nAshdown=Margaret Ashdown");
    }

    @Test
    void readsAWrappedTextThatBeginsWithALineOfSpaces() {
        String line = "so the whole of the long afternoon was given to talk of the bridge\n";
        assertThat(found(" ".repeat(60) + "\n\n" + "Margaret Ashdown spoke.\n" + line.repeat(5)))
                .isEqualTo("Margaret Ashdown=Margaret Ashdown");
    }

    @Test
    void aNameOfMoreThan200CharactersIsNone() {
        assertThat(found("Mr. A" + "b".repeat(40_000) + " spoke. Anna" + " Maria".repeat(9_000) + " spoke."))
                .isEmpty();
    }

    @Test
    void takesTheFullestName() {
        assertThat(found("J. Biden won. Joseph Robinette Biden was sworn in. Joe Biden spoke."))
                .isEqualTo("J. Biden=Joseph Robinette Biden; Joseph Robinette Biden=Joseph Robinette Biden;"
                        + " Joe Biden=Joseph Robinette Biden");
    }

    @Test
    void namesAKnownPersonByTheReadersName() {
        People people = new People(List.of(new KnownPerson("Vladimir Putin", List.of("Путин", "VVP"))));
        assertThat(found(people, "Владимир Путин и VVP. О Путине говорят."))
                .isEqualTo("Владимир Путин=Vladimir Putin; VVP=Vladimir Putin; Путине=Vladimir Putin");
    }

    @Test
    void namesLieInTheTextInOrderAndNeverOverlap() {
        String[] pieces = {
            "Mr.",
            "Anna",
            "J.",
            "K.",
            "de",
            "la",
            "al",
            "-",
            "Smith",
            "'s",
            "III",
            ",",
            "Jr.",
            "\n",
            " ",
            " ",
            " ",
            "Ким",
            "Путина",
            "В.",
            "«",
            "»",
            "&",
            "the",
            "said",
            "O",
            "’",
            "Brien",
            "Street",
            "😀",
            "VAN",
            "улица",
            "Иванович",
            "."
        };
        Seeded.times(300, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(3) == 0 ? "" : " ");
            }
            String all = text.toString();
            int end = 0;
            for (Mention mention :
                    PEOPLE.recognise(new Input(all, new Tokens(all), "", EdtfDate.parse(""), List.of()))) {
                assertThat(mention.span().start()).isGreaterThanOrEqualTo(end);
                assertThat(((Mention.Person) mention).name()).isNotBlank();
                end = mention.span().end();
                assertThat(end).isLessThanOrEqualTo(all.length());
            }
        });
    }

    @Test
    void findsNothingInNothing() {
        assertThat(found("")).isEmpty();
        assertThat(found(" \n . ")).isEmpty();
    }

    private static String found(String text) {
        return found(PEOPLE, text);
    }

    private static String found(People people, String text) {
        List<String> rows = new ArrayList<>();
        for (Mention mention : people.recognise(new Input(text, new Tokens(text), "", EdtfDate.parse(""), List.of()))) {
            rows.add(mention.span().in(text) + "=" + ((Mention.Person) mention).name());
        }
        return String.join("; ", rows);
    }
}
