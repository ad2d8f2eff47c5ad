package wherein.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;

class AlignmentTest {

    private static final String LONG =
            "The ferry left at dawn. Nobody at the old harbour saw that the crew had taken the"
                    + " green lamp from the wall, and nobody asked. It came back a year later.";

    /** What two texts have in common, in words: {@code same: run} or {@code variant: left > right, left > right}. */
    private static String told(String left, String right) {
        Optional<Alignment> found = Alignment.of(Words.of(left), Words.of(right));
        if (found.isEmpty()) {
            return "";
        }
        Alignment alignment = found.get();
        if (alignment.likeness() == Likeness.SAME) {
            return "same: " + alignment.left().in(left) + " = "
                    + alignment.right().in(right);
        }
        List<String> differences = alignment.differences().stream()
                .map(each -> each.left().in(left) + " > " + each.right().in(right))
                .toList();
        return "variant: " + String.join(", ", differences);
    }

    @Test
    void aQuotationIsTheSameAsItsPlaceInAParagraph() {
        assertThat(told("“Nobody at the OLD harbour saw\nthat the crew had taken the green lamp…”", LONG))
                .isEqualTo("same: Nobody at the OLD harbour saw\nthat the crew had taken the green lamp"
                        + " = Nobody at the old harbour saw that the crew had taken the green lamp");
    }

    @Test
    void aReplacedWordIsShown() {
        assertThat(told("Nobody at the old harbour saw that the crew had taken the red lamp from the wall", LONG))
                .isEqualTo("variant: red > green");
        assertThat(told(
                        "In 1987 some 350 boats of the northern fleet lay here",
                        "In 1987 some 360 boats of the northern fleet lay here"))
                .isEqualTo("variant: 350 > 360");
    }

    @Test
    void aNotThatIsInsertedOrLostIsShown() {
        assertThat(told(
                        "The council did not agree to close the harbour road",
                        "The council did agree to close the harbour road"))
                .isEqualTo("variant: not > ");
    }

    @Test
    void aWordThatDiffersAtAnEndIsNoCut() {
        assertThat(told(
                        "The council agreed to close the old harbour road today",
                        "The council agreed to close the old harbour road tomorrow"))
                .isEqualTo("variant: today > tomorrow");
        assertThat(told(
                        "Two councils agreed to close the old harbour road",
                        "Ten councils agreed to close the old harbour road"))
                .isEqualTo("variant: Two > Ten");
    }

    @Test
    void theEndOfOneMayBeTheBeginningOfTheOther() {
        assertThat(told(
                        "Yesterday the council agreed to close the old harbour road",
                        "the council agreed to close the old harbour road for good"))
                .isEqualTo(
                        "same: the council agreed to close the old harbour road = the council agreed to close the old harbour road");
    }

    @Test
    void aHyphenAtALineEndStandsForOneWordOrTwo() {
        String one = "The well-\nknown harbour-\nmaster of the old town had taken the lamp";
        assertThat(told(one, "The well-known harbourmaster of the old town had taken the lamp"))
                .startsWith("same: ");
        assertThat(told(one, "The well-known harbour-keeper of the old town had taken the lamp"))
                .startsWith("variant: ");
    }

    /** "Independent" and "not dependent": a hyphen at a line end is never a space. */
    @Test
    void aNegationThatALineEndBreaksIsNoNegation() {
        String one = "Суд назвал этот орган не-\nзависимый от совета города и порта";
        assertThat(told(one, "Суд назвал этот орган независимый от совета города и порта"))
                .startsWith("same: ");
        assertThat(told(one, "Суд назвал этот орган не зависимый от совета города и порта"))
                .startsWith("variant: ");
    }

    @ParameterizedTest
    @CsvSource({
        "the depth x < y, the depth x > y",
        "the language C++, the language C#",
        "the language C, the language C++",
        "the firm A&B, the firm A B",
        "a ≤ b, a ≥ b"
    })
    void aSignThatSaysSomethingOfTheWordsBesideItIsAWord(String one, String other) {
        String form = "The harbour master wrote that %s holds at the old pier in the winter";
        assertThat(told(form.formatted(one), form.formatted(other))).startsWith("variant: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<%s>>", "> %s", "+ %s", "%s =====", "=> %s", "<%s>", "#%s", "~%s~", "* %s"})
    void aSignThatSetsTextOffIsNone(String form) {
        String text = "The harbour master wrote that the old pier holds in the winter";
        assertThat(told(form.formatted(text), text)).startsWith("same: ");
    }

    @Test
    void fewWordsAreTheSameWhereALineEndBreaksOne() {
        assertThat(told("The well-\nknown har-\nbour", "The well-known harbour"))
                .startsWith("same: ");
        assertThat(told("не-\nзависимый", "не зависимый")).isEmpty();
    }

    @Test
    void fewWordsAreTheSameOnlyWhole() {
        assertThat(told("The green lamp", "“THE GREEN LAMP”")).isEqualTo("same: The green lamp = THE GREEN LAMP");
        assertThat(told("The green lamp", LONG)).isEmpty();
        assertThat(told("", "")).isEmpty();
        assertThat(told("…", "!")).isEmpty();
    }

    @Test
    void textsWithAFewRunsInCommonAreNotAlike() {
        assertThat(told(
                        "The ferry left at dawn, and the mayor of the town read a long letter about bread and salt",
                        LONG))
                .isEmpty();
    }

    @Test
    void chineseIsAlignedByItsLetters() {
        String text = "昨天上午船只离开港口以后没有人再看见那盏绿色的灯";
        assertThat(told(text, "据报道，" + text + "。后来它回来了。")).startsWith("same: ");
        assertThat(told(text, text.replace("绿", "红"))).isEqualTo("variant: 绿 > 红");
    }

    @Test
    void turnedRoundItSaysTheSameOfTheOther() {
        Seeded.times(300, random -> {
            Copies copies = new Copies(random);
            var passage = copies.passage();
            Words one = Words.of(copies.written(passage));
            Words other = Words.of(copies.written(copies.changed(copies.cut(passage)), copies.quotes(), 40));
            Optional<Likeness> there = Alignment.of(one, other).map(Alignment::likeness);
            assertThat(Alignment.of(other, one).map(Alignment::likeness)).isEqualTo(there);
        });
    }

    /** The runs, less what differs, are the same words: whoever reads the differences has read them all. */
    @Test
    void whatIsNotShownAsDifferentIsEqual() {
        Seeded.times(500, random -> {
            Copies copies = new Copies(random);
            var passage = copies.passage();
            String left = copies.written(copies.cut(passage));
            String right = copies.written(copies.changed(copies.changed(passage)));
            Alignment.of(Words.of(left), Words.of(right)).ifPresent(found -> {
                int i = found.left().start();
                int j = found.right().start();
                for (Difference each : found.differences()) {
                    assertThat(Words.of(left.substring(i, each.left().start()))
                                    .equalTo(Words.of(
                                            right.substring(j, each.right().start()))))
                            .isTrue();
                    i = each.left().end();
                    j = each.right().end();
                }
                assertThat(Words.of(left.substring(i, found.left().end()))
                                .equalTo(Words.of(
                                        right.substring(j, found.right().end()))))
                        .isTrue();
            });
        });
    }
}
