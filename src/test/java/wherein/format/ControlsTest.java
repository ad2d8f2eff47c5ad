package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest {

    private static String shown(String text) {
        return Controls.of(text).text();
    }

    @Test
    void aTextWithoutControlCharactersIsItself() {
        String text = "Tabs\tand\u000Bbreaks\r\nand\fpages stay; so does é\u0085😀.";
        assertThat(Controls.of(text)).isEqualTo(new Controls(text, 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "colours | ESC[1;31mred ESC[0mbarn | red barn",
                "colours of a modern terminal | ESC[38:2::255:0:0mredESC[m barn | red barn",
                "the cursor | ESC[2J ESC[1;1Hred ESC[Kbarn | red barn",
                "the title of the window | ESC]0;make: allBELred barn | red barn",
                "a link | ESC]8;;https://example.org/ESC\\red barnESC]8;;ESC\\ | red barn",
                "alphabets | ESC(Bred ESC)0barn | red barn",
                "a reset | ESCcred barn | red barn",
                "a string without an end | ESC]red barn | ]red barn",
                "a sequence without an end | red barn ESC[31 | red barn [31",
                "no sequence | ESC红 barn | 红 barn"
            })
    void escapeSequencesAreNoPartOfTheText(String what, String written, String text) {
        assertThat(shown(written.replace("ESC", "\u001B").replace("BEL", "\u0007"))
                        .strip())
                .as(what)
                .isEqualTo(text);
    }

    @Test
    void whatIsStruckOverIsOnePlainLetter() {
        assertThat(shown("N\bNA\bAM\bME\bE")).isEqualTo("NAME");
        assertThat(shown("_\bf_\bi_\bl_\be")).isEqualTo("file");
        assertThat(shown("f\b_i\b_")).isEqualTo("fi");
        assertThat(shown("_\bb\bb_\bo\bo")).isEqualTo("bo");
        assertThat(shown("+\bo item")).isEqualTo("o item");
        assertThat(shown("字\b\b字 名\b名")).isEqualTo("字 名");
        assertThat(shown("wrng\b\bong")).isEqualTo("wrong");
        assertThat(shown("line\n\b\bnext\b")).isEqualTo("line\nnext");
    }

    @Test
    void controlCharactersAreCountedUnlessTheyFillUpTheEnd() {
        assertThat(Controls.of("a\0b\u0007c\u007F\u001A\0\0")).isEqualTo(new Controls("abc", 0, 3));
        assertThat(Controls.of("\0\u001A")).isEqualTo(new Controls("", 0, 0));
        assertThat(Controls.of("a\u001B[1mb\u001B[m")).isEqualTo(new Controls("ab", 2, 0));
    }

    @Test
    void timeGrowsAsTheTextDoes() {
        for (String piece : new String[] {"\u001B", "\u001B]", "\u001B[1", "\b", "a\b\b", "_\b", "\u001B[;;;;;;;;"}) {
            assertThat(shown(piece.repeat(1 << 20)).length()).isLessThanOrEqualTo(piece.length() << 20);
        }
    }
}
