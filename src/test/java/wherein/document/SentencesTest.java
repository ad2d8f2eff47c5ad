package wherein.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;
import wherein.text.Span;

class SentencesTest {

    /** The text holds | where a sentence ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; He left. |She stayed.",
                "en; Why? |Nobody knows! |It rained…",
                "en; Mr. Oakes met Dr. Low at St. Ives. |They rowed.",
                "en; J. P. Tarn and A. Fjord came late. |So did I. |Nobody minded.",
                "en; It cost 3.5 crowns, i.e. nothing. |Good.",
                "en; The U.S. fleet left at 5 p.m. sharp. |All saw it.",
                "en; “Row!” he cried. |“Why?” she asked.",
                "en; ‘It is late.’ |She rose.",
                "en; (It was late.) |She rose.",
                "en; See fig. 3 and pp. 4 to 6. |Then no. 7.",
                "en; He counted on St. Bees and Prof. Tarn. |1987",
                "ru; Он ушёл. |Она осталась.",
                "ru; А. С. Сосновый и Б.В. Рябинин пришли поздно. |Дождь лил.",
                "ru; В 1987 г. мост снесли. |Жаль.",
                "ru; Лодки, сети и т. д. лежали у ул. Лесной. |Никто их не взял.",
                "ru; Это стоило 5 тыс. рублей, т. е. ничего. |Хорошо.",
                "ru; — Куда? — спросил он и сел. |Потом встал.",
                "ru; Статья «Куда ушли все бобры?» вышла в мае. |Её читали.",
                "ru; Он жил в г. Орёл, д. 5. |Потом уехал.",
                "ru; См. рис. 2 на стр. 14. |Дальше."
            })
    void sentencesEndWhereAReaderSays(String language, String marked) {
        String text = marked.replace("|", "");
        StringBuilder found = new StringBuilder();
        for (Span sentence : Sentences.of(text, new Span(0, text.length()), language)) {
            found.append(found.isEmpty() ? "" : "|").append(sentence.in(text));
        }
        assertThat(found.toString()).isEqualTo(marked);
    }

    @Test
    void theSentencesOfARunAreTheRun() {
        Seeded.times(300, random -> {
            String text = Seeded.text(random, 80);
            int start = text.isEmpty() ? 0 : random.nextInt(text.length());
            Span run = new Span(start, text.length());
            int at = start;
            for (Span sentence : Sentences.of(text, run, Seeded.one(random, "en", "ru", "", "xx-unheard"))) {
                assertThat(sentence.start()).isEqualTo(at);
                at = sentence.end();
            }
            assertThat(at).isEqualTo(run.end());
        });
    }
}
