package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is raised, and what links to notes. */
class NoteMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "killed 300<sup>2</sup> people | killed 300 people",
                "killed 300<sup>[2]</sup> people | killed 300 people",
                "in May 2022<sup>3</sup>, and | in May 2022, and",
                "1,200<sup>6,7</sup> blankets | 1,200 blankets",
                "1,200<sup>6–8</sup> blankets | 1,200 blankets",
                "it fell.<sup>12</sup> Then | it fell. Then",
                "“cowards”<sup>5</sup> said | “cowards” said",
                "40%<sup>1</sup> of | 40% of",
                "cowards<sup>*</sup> said | cowards said",
                "300 <sup>2</sup> people | 300 people",
                "460<a class=footnote-ref href='#fn1'>1</a> people | 460 people",
                "460<a role=doc-noteref href='n.html#x'><sup>1</sup></a> people | 460 people",
                "reed<a href='#fn2'>[2]</a> huts | reed huts",
                "reed<sup id=cite_ref-3><a href='#cite_note-3'>[a]</a></sup> huts | reed huts",
                "reed[<a href='#_ftn2'>2</a>] huts | reed huts",
                "reed<sup class=noprint>[<i><a href=/w>citation needed</a></i>]</sup> huts | reed huts"
            })
    void marksAreNoPartOfWhatStandsBeforeThem(String html, String text) {
        assertThat(text(html)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "some 10<sup>6</sup> fish | some 10⁶ fish",
                "3 × 10<sup>-9</sup> m | 3 × 10⁻⁹ m",
                "12 km<sup>2</sup> of | 12 km² of",
                "12 м<sup>3</sup> of | 12 м³ of",
                "E = mc<sup>2</sup> is | E = mc² is",
                "x<sup>2</sup> + y<sup>2</sup> = 1 | x² + y² = 1",
                "3<sup>2</sup> = 9 | 3² = 9",
                "2<sup>32</sup> hosts | 2³² hosts",
                "Ca<sup>2+</sup> ions | Ca²⁺ ions",
                "of <sup>235</sup>U and | of ²³⁵U and",
                "the 1<sup>st</sup> of | the 1st of",
                "le 2<sup>e</sup> jour | le 2e jour",
                "n<sup>o</sup> 5 | no 5",
                "at 12<sup>30</sup> they | at 12³⁰ they",
                "3<sup>1</sup>/<sub>2</sub> miles | 3 1/2 miles",
                "Acme<sup>®</sup> nets | Acme® nets",
                "section <a href='#s3'>3</a> says | section 3 says",
                "array[1] and <code>a<sup>2</sup>[1]</code> | array[1] and a²[1]"
            })
    void whatIsRaisedForAnotherReasonStays(String html, String text) {
        assertThat(text(html)).isEqualTo(text);
    }

    @Test
    void aNumberInBracketsIsAMarkWhereThereIsSuchANote() {
        assertThat(Html.read("<p>460[1] people[2] came</p><p>[1] Without children.</p>")
                        .text())
                .isEqualTo("460 people[2] came\n\n[1] Without children.\n\n");
    }

    @Test
    void ofANumberThatMayBeAnExponentTheNotesTell() {
        String notes = "<p><sup>1</sup>By the keeper.</p><p><sup>2</sup>By the vet.</p>";
        assertThat(Html.read("<p>A man<sup>1</sup> saw 10<sup>2</sup> otters.</p>" + notes)
                        .text())
                .isEqualTo("A man saw 10 otters.\n\n1 By the keeper.\n\n2 By the vet.\n\n");
    }

    @Test
    void theWordsOfTheNotesStayWithoutTheirArrows() {
        assertThat(Html.read(
                                "<p>460<a href='#fn1' id=r1>1</a> people</p><ol><li id=fn1>No child. <a href='#r1'>↩</a></ol>")
                        .text())
                .isEqualTo("460 people\n\nNo child.\n\n");
    }

    private static String text(String html) {
        return Html.read("<p>They say: " + html.strip() + "</p>").text().strip().substring("They say: ".length());
    }
}
