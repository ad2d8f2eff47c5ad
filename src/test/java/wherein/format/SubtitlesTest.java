package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.document.Cue;

class SubtitlesTest {

    private static List<String> paragraphs(String source) {
        return List.of(Subtitles.read(source).text().split("\n\n"));
    }

    /** Each time, and the first word that is said then. */
    private static List<String> times(String source) {
        Extract extract = Subtitles.read(source);
        return extract.cues().stream()
                .map(cue -> cue.label() + " "
                        + extract.text().substring(cue.start()).split("\\s")[0])
                .toList();
    }

    @Test
    void captionsAreSentencesWithoutNumbersTimesAndStyles() {
        String source = """
                \uFEFF1
                00:00:01,000 --> 00:00:02,500
                {\\an8}The <i>eels</i> pass
                the weir,

                2
                00:00:02,600 --> 00:00:04,000 X1:10 X2:20
                <font color="#fff">and 3 < 4 otters</font> follow.
                3
                01:01:07,900 --> 01:01:09,000
                1984

                was a dry year.
                """.replace("\n", "\r\n");
        assertThat(paragraphs(source))
                .containsExactly("The eels pass the weir, and 3 < 4 otters follow.", "1984 was a dry year.");
        assertThat(times(source)).containsExactly("00:00:01 The", "00:00:02 and", "01:01:07 1984");
    }

    @Test
    void whoeverSpeaksNextBeginsAParagraph() {
        assertThat(paragraphs("""
                1
                00:00:01,000 --> 00:00:02,000
                - Who saw it?
                - Ivo did.

                2
                00:00:02,000 --> 00:00:03,000
                >> At -5 degrees
                -2 or so

                3
                00:00:03,000 --> 00:00:04,000
                ANNA: By night.
                """))
                .containsExactly("Who saw it?", "Ivo did.", "At -5 degrees -2 or so", "ANNA: By night.");
    }

    @Test
    void webVttHasNotesStylesNamesAndVoices() {
        String source = """
                WEBVTT - The weir
                Kind: captions
                Language: en-GB

                STYLE
                ::cue { color: red; }

                NOTE
                Not for the reader.

                intro part
                01:00.000 --> 01:02.000 line:0 align:start
                <v.loud Anna Fjord>Eels &amp; otters<00:01:01.000><c.x> pass</c></v> <v Ivo Tarn>Where?

                01:02.000 --> 01:04.000
                <v Ivo Tarn>By the <ruby>mill<rt>(old)</rt></ruby>.

                A line without a time.

                100:00:00.000 --> 100:00:01.000
                The end.
                """;
        assertThat(paragraphs(source))
                .containsExactly("Anna Fjord: Eels & otters pass", "Ivo Tarn: Where? By the mill(old).", "The end.");
        Extract extract = Subtitles.read(source);
        assertThat(extract.metadata().title()).isEqualTo("The weir");
        assertThat(extract.metadata().language()).isEqualTo("en-GB");
        assertThat(extract.cues().getLast().label()).isEqualTo("100:00:00");
        assertThat(extract.cues()).extracting(Cue::kind).containsOnly(Cue.Kind.TIME);
    }

    @Test
    void linesThatRollUpStandOnce() {
        assertThat(paragraphs("""
                WEBVTT

                00:00:00.000 --> 00:00:02.390 align:start position:0%
                \s
                the<00:00:00.500><c> eels</c><00:00:01.000><c> pass</c>

                00:00:02.390 --> 00:00:02.400 align:start position:0%
                the eels pass
                \s

                00:00:02.400 --> 00:00:04.789 align:start position:0%
                the eels pass
                by<00:00:03.000><c> night</c>

                00:00:04.789 --> 00:00:04.800 align:start position:0%
                by night
                \s

                00:00:04.800 --> 00:00:06.000 align:start position:0%
                by night
                and<00:00:05.000><c> otters</c><00:00:05.500><c> too</c>
                """)).containsExactly("the eels pass by night and otters too");
    }

    @Test
    void captionsThatGrowStandOnce() {
        assertThat(paragraphs("""
                1
                00:00:00,000 --> 00:00:01,000
                The eels pass

                2
                00:00:01,000 --> 00:00:02,000
                The eels pass the weir

                3
                00:00:02,000 --> 00:00:03,000
                The eels pass the weir by night.
                """)).containsExactly("The eels pass the weir by night.");
    }

    @Test
    void whatIsSaidTwiceStandsTwice() {
        assertThat(paragraphs("""
                1
                00:00:00,000 --> 00:00:01,000
                No!

                2
                00:00:01,000 --> 00:00:02,000
                No!
                """)).containsExactly("No! No!");
    }

    @Test
    void otherFormsOfCaptionsAreReadToo() {
        assertThat(paragraphs("0:00:01.000,0:00:02.000\nEels pass[br]by night.\n\n0:00:02.000,0:00:03.000\nOtters.\n"))
                .containsExactly("Eels pass by night. Otters.");
        String styled = """
                [Script Info]
                Title: Weir

                [Events]
                Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
                Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,Otters, too.
                Comment: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,Not this.
                Dialogue: 0,0:00:01.00,0:00:02.00,Default,Anna,0,0,0,,{\\i1}Eels{\\i0}\\Npass.
                Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0
                """;
        assertThat(paragraphs(styled)).containsExactly("Anna: Eels pass.", "Otters, too.");
    }

    @Test
    void anyTextIsCutIntoTimesThatLieWithinIt() {
        Seeded.times(500, random -> {
            String source = random.ints(random.nextInt(30), 0, 4)
                    .mapToObj(i -> switch (i) {
                        case 0 -> "00:0" + random.nextInt(10) + ":01,000 --> 00:00:0" + random.nextInt(10) + ",000";
                        case 1 -> Seeded.text(random, 30);
                        case 2 -> "";
                        default -> "<v A>- no <i";
                    })
                    .collect(Collectors.joining("\n"));
            for (String each : List.of(source, "WEBVTT\n\n" + source)) {
                Extract extract = Subtitles.read(each);
                int at = -1;
                for (Cue cue : extract.cues()) {
                    assertThat(cue.start())
                            .isGreaterThan(at)
                            .isLessThanOrEqualTo(extract.text().length());
                    at = cue.start();
                }
            }
        });
    }
}
