package wherein.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.hyphen.Hyphens;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.time.EdtfDate;

/** All recognisers together, on texts laid out in any way. */
class RecognisersTest {

    private static final Annotator STANDARD = Recognisers.standard();

    private static final List<String> PIECES = List.of(
            "Anna Petrova",
            "Mr.",
            "J. K.",
            "Владимир Путин",
            "О Путине",
            "Georgia",
            "the Kremlin",
            "США",
            "South",
            "and",
            "of the",
            "1,500",
            "3.7 million",
            "$",
            "%",
            "°",
            "-40",
            "½",
            "сто пятьдесят",
            "a hundred and",
            "thousand",
            "1.2.3",
            "10:45",
            "2022-05-07",
            "7 May",
            "5 марта 2022 г.",
            "the 1990s",
            "March",
            "=====",
            "-----",
            "\t",
            "\u00A0",
            "|",
            "('",
            "://",
            "٣٤",
            "三百",
            "ten-year-old",
            "Ⅻ");

    @Test
    void noTextBringsThemDownAndWhatTheyFindLiesInItInOrder() {
        Seeded.times(2_000, random -> {
            String text = laidOut(random);
            String language = Seeded.one(random, "", "en", "ru", "de", "zh");
            EdtfDate date = EdtfDate.parse(Seeded.one(random, "", "2022", "2022-05-07/.."));
            List<Mention> found = STANDARD.annotate(text, language, date);
            assertThat(found).isSortedAccordingTo((a, b) -> a.span().compareTo(b.span()));
            for (Mention mention : found) {
                assertThat(mention.span().in(text)).as(mention.toString()).isNotBlank();
            }
            STANDARD.setAside(Hyphens.of(text, language), language, date, found)
                    .forEach(aside -> assertThat(aside.span().in(text))
                            .as(aside.toString())
                            .isNotEmpty());
        });
    }

    /** Lines of one width or another, or none, that may begin and end with lines of nothing but spaces. */
    private static String laidOut(Random random) {
        int width = random.nextBoolean() ? Integer.MAX_VALUE : 20 + random.nextInt(100);
        StringBuilder text = new StringBuilder(blank(random));
        int line = 0;
        for (int count = random.nextInt(80); count > 0; count--) {
            String piece = random.nextInt(4) == 0 ? Seeded.text(random, 3) : Seeded.one(random, PIECES);
            text.append(piece);
            line += piece.length() + 1;
            if (line > width) {
                text.append('\n').append(random.nextInt(9) == 0 ? blank(random) : "");
                line = 0;
            } else {
                text.append(random.nextInt(6) == 0 ? "" : " ");
            }
        }
        return text.append(blank(random)).toString();
    }

    private static String blank(Random random) {
        return random.nextInt(3) > 0 ? "" : (" ".repeat(random.nextInt(90)) + "\n").repeat(1 + random.nextInt(3));
    }
}
