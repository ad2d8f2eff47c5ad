package wherein.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes from elsewhere shows itself, and orders nothing. */
class PrintableTest {

    @Test
    void lettersOfAnyScriptStayAsTheyAre() {
        for (String text : new String[] {"fog.txt", "туман и мгла", "霧", "🚢", "میـ\u200cخواهم", "👩\u200d🚀", ""}) {
            assertThat(Printable.escaped(text)).isEqualTo(text);
        }
    }

    @Test
    void ordersToATerminalAreShownInPlaceOfObeyed() {
        assertThat(Printable.escaped("a\u001b[31mb\u009bc\u007f\rd\ne\tf"))
                .isEqualTo("a\\u001b[31mb\\u009bc\\u007f\\rd\\ne\\tf");
        assertThat(Printable.escaped("cod\u202efdp.exe")).isEqualTo("cod\\u202efdp.exe");
        assertThat(Printable.escaped("\u2028\ud800\udb40\udc41")).isEqualTo("\\u2028\\ud800\\udb40\\udc41");
    }

    @Test
    void aMessageOfSeveralLinesKeepsThem() {
        assertThat(Printable.escapedLines("one\n\ttwo\u001b")).isEqualTo("one\n\ttwo\\u001b");
    }

    @Test
    void noControlIsLeftOfAnyCharacterThereIs() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .mapToObj(c -> Printable.escaped(Character.toString(c)))
                .forEach(shown -> assertThat(shown.chars().anyMatch(Character::isISOControl))
                        .isFalse());
    }
}
