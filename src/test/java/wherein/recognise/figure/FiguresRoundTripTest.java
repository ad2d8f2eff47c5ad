package wherein.recognise.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.recognise.date.Dates;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** Random numbers, written in many ways, are read back as one value. */
final class FiguresRoundTripTest {

    private static final int ROUNDS = 400;

    @Test
    void oneNumberWrittenManyWaysHasOneValue() {
        Seeded.times(ROUNDS, random -> {
            long value = 3 + (long) Math.pow(10, random.nextDouble() * 11);
            for (String language : List.of("en", "ru")) {
                for (String form : forms(value, language)) {
                    assertReads(form, language, value);
                }
            }
        });
    }

    @Test
    void millionsAndThousandsTakeDecimals() {
        Seeded.times(ROUNDS, random -> {
            long tenths = 11 + random.nextInt(980);
            String whole = tenths / 10 + "";
            assertReads(whole + "." + tenths % 10 + " million", "en", tenths * 100_000);
            assertReads("$" + whole + "." + tenths % 10 + "bn", "en", tenths * 100_000_000);
            assertReads(whole + "," + tenths % 10 + " млн", "ru", tenths * 100_000);
            assertReads(whole + "," + tenths % 10 + " тысячи", "ru", tenths * 100);
        });
    }

    @Test
    void wordsOfManyLanguagesAreReadBack() {
        for (String language :
                List.of("de", "fr", "es", "it", "pt", "nl", "sv", "pl", "uk", "tr", "cs", "fi", "ja", "hu")) {
            RuleBasedNumberFormat words =
                    new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
            Seeded.times(50, random -> {
                long value = 2 + random.nextInt(999_998);
                assertReads(words.format(value), language, value);
            });
        }
    }

    @Test
    void noNumberInWordsIsMissedWhereAFormOfOneWordBeginsTheNext() {
        // Kolmet and neljät are three and four as well; a dual stands for two thousand; a zero may open tens and
        // hundreds.
        for (long value = 900; value < 5_100; value++) {
            assertReads(spelled("fi", value), "fi", value);
        }
        for (String language : List.of("ar", "he", "zh")) {
            for (long value :
                    new long[] {1010, 1019, 2000, 2001, 2999, 3000, 12_000, 10_010, 10_101, 102_340, 160_331}) {
                assertReads(spelled(language, value), language, value);
            }
        }
        assertReads("一万零一百", "zh", 10_100);
    }

    private static String spelled(String language, long value) {
        return new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT).format(value);
    }

    @Test
    void aMonthGluedToADollarSignStaysADate() {
        assertWellFormed("earlyMay€per =-May$007", "en");
    }

    @Test
    void noTextMakesTheRecognisersFailOrOverlap() {
        String[] pieces = {
            "1",
            "12",
            "007",
            "1999",
            "20",
            "150",
            "000",
            ",",
            ".",
            "-",
            "–",
            "/",
            ":",
            "(",
            ")",
            "[",
            "]",
            "%",
            "$",
            "€",
            "°",
            "′",
            "½",
            "x",
            "e",
            "^",
            "'",
            "#",
            "+",
            "=",
            " ",
            " ",
            " ",
            "\n",
            "\u00a0",
            "one",
            "two",
            "half",
            "third",
            "million",
            "hundreds",
            "of",
            "dozen",
            "and",
            "a",
            "in",
            "out",
            "to",
            "between",
            "May",
            "March",
            "early",
            "century",
            "BC",
            "Q",
            "s",
            "th",
            "km",
            "per",
            "cent",
            "people",
            "Boeing",
            "двадцать",
            "тысяч",
            "год",
            "мая",
            "до",
            "н",
            "э",
            "половина",
            "с",
            "половиной",
            "XIX",
            "века",
            "каждый",
            "пятый",
            "年",
            "万",
            "\ud83d\ude00"
        };
        Seeded.times(20 * ROUNDS, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
                text.append(random.nextInt(3) == 0 ? " " : "");
            }
            assertWellFormed(
                    text.toString(), List.of("en", "ru", "", "de", "zh").get(random.nextInt(5)));
        });
    }

    private static void assertWellFormed(String text, String language) {
        Tokens tokens = new Tokens(text);
        List<Mention> found = new ArrayList<>();
        found.addAll(new Dates().recognise(new Input(text, tokens, language, EdtfDate.parse("2021"), found)));
        found.addAll(new Figures().recognise(new Input(text, tokens, language, EdtfDate.UNKNOWN, found)));
        found.sort(Comparator.comparing(Mention::span));
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).span().overlaps(found.get(i - 1).span()))
                    .as("%s: %s, %s", text, found.get(i - 1), found.get(i))
                    .isFalse();
        }
    }

    private List<String> forms(long value, String language) {
        List<String> forms = new ArrayList<>();
        String digits = Long.toString(value);
        // A bare run of four digits may be a year, which is for the dates to say.
        if (digits.length() != 4) {
            forms.add(digits);
        }
        forms.add(grouped(digits, "\u00a0"));
        forms.add(grouped(digits, "\u2009"));
        forms.add(grouped(digits, "\u202f"));
        if (language.equals("en")) {
            forms.add(grouped(digits, ","));
            forms.add(grouped(digits, "'"));
        } else {
            forms.add(grouped(digits, " "));
        }
        RuleBasedNumberFormat words = new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
        for (String rules : words.getRuleSetNames()) {
            String form = words.format(value, rules);
            // Alone, the instrumental of seven is taken for the accusative of the word for family.
            if (rules.contains("cardinal") && !form.equals("семью")) {
                forms.add(form);
            }
        }
        return forms;
    }

    private static String grouped(String digits, String separator) {
        StringBuilder out = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            out.insert(at, separator);
        }
        return out.toString();
    }

    private static void assertReads(String form, String language, long value) {
        Input input = new Input(form, new Tokens(form), language, EdtfDate.UNKNOWN, List.of());
        FigureReading reading = new Figures().read(input);
        assertThat(reading.figures()).as("%s: %s = %d", language, form, value).hasSize(1);
        assertThat(reading.figures().get(0).min()).as(form).isEqualByComparingTo(BigDecimal.valueOf(value));
        assertThat(reading.figures().get(0).max()).as(form).isEqualByComparingTo(BigDecimal.valueOf(value));
        assertThat(reading.figures().get(0).span().in(form)).isEqualTo(form);
    }
}
