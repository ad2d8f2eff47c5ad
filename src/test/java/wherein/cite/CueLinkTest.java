package wherein.cite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.document.Cue;

/** Where in a PDF, or in a recording, of somebody else words stand. */
class CueLinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://harbour.example/fog.pdf, 12, https://harbour.example/fog.pdf#page=12",
        "https://harbour.example/FOG.PDF?v=2, 3, https://harbour.example/FOG.PDF?v=2#page=3",
        "https://harbour.example/fog.pdf#page=1, 12, https://harbour.example/fog.pdf#page=12"
    })
    void aPageOfAPdfIsNamedByItsNumber(String url, String page, String link) {
        assertThat(CueLink.of(url, new Cue(0, Cue.Kind.PAGE, page))).contains(link);
    }

    @ParameterizedTest
    @CsvSource({
        "https://harbour.example/fog, 12",
        "https://harbour.example/?file=fog.pdf, 12",
        "https://harbour.example/fog.pdf, xii",
        "https://harbour.example/fog.pdf, 0"
    })
    void aPageOfWhatIsNoPdfOrHasNoNumberHasNoAddress(String url, String page) {
        assertThat(CueLink.of(url, new Cue(0, Cue.Kind.PAGE, page))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"00:01:07, 67", "01:00:00, 3600", "01:07, 67", "00:01:07.500, 67", "'00:01:07,500', 67"})
    void aTimeIsNamedInSeconds(String time, int seconds) {
        assertThat(CueLink.of("https://harbour.example/talk.mp4#top", new Cue(0, Cue.Kind.TIME, time)))
                .contains("https://harbour.example/talk.mp4#t=" + seconds);
    }

    @Test
    void whatIsNoTimeHasNoAddress() {
        assertThat(CueLink.of("https://harbour.example/talk.mp4", new Cue(0, Cue.Kind.TIME, "later")))
                .isEmpty();
    }
}
