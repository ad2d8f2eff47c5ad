package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.Metadata;
import wherein.document.OcrRun;
import wherein.document.Region;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** What a child process hands over is what it has read. */
class ExtractJsonTest {

    @Test
    void whatIsWrittenAsALineIsReadAgain() {
        Metadata metadata = new Metadata(
                "The \"lamp\"\nroom",
                "Harbour Post",
                List.of("Ada Quill", "Юрий Лодкин"),
                EdtfDate.parse("2022-05"),
                "neutral",
                "en-GB",
                "https://example.org/?a=b&c=d",
                Map.of("region", List.of("north", "south")));
        Extract extract = new Extract(
                "One line.\n\nTwo 🦊 lines\u2028and\u0000 more.",
                Optional.of("lamp-room"),
                "#2/a.docx",
                metadata,
                List.of(new Region(new Span(0, 9), Block.HEADING), new Region(new Span(11, 20), Block.BOILERPLATE)),
                List.of(new Cue(0, Cue.Kind.PAGE, "xii"), new Cue(11, Cue.Kind.TIME, "00:01:07")),
                Map.of("title", "og:title"),
                7,
                List.of(new OcrRun(new Span(11, 20), 93)));
        String line = ExtractJson.line(extract);
        assertThat(line).doesNotContain("\n");
        assertThat(ExtractJson.read(line)).isEqualTo(extract);
    }

    @Test
    void whatIsLeftOpenStaysOpen() {
        Extract extract = Extract.of("Text.", Metadata.UNKNOWN, List.of());
        assertThat(ExtractJson.read(ExtractJson.line(extract))).isEqualTo(extract);
    }

    @Test
    void whatIsNoExtractIsRefused() {
        assertThatThrownBy(() -> ExtractJson.read("{\"text\": ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExtractJson.read("{\"cues\": [[1, \"verse\", \"x\"]]}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
