package wherein.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.text.Span;
import wherein.time.EdtfDate;

class MetadataTest {

    private static final Metadata NEAR = new Metadata(
            "Weir", "", List.of("Anna Fjord"), EdtfDate.UNKNOWN, "", "en", "", Map.of("river", List.of("Tarn")));
    private static final Metadata FAR = new Metadata(
            "Mill",
            "Gazette",
            List.of("Ivo Tarn"),
            EdtfDate.parse("1987"),
            "for",
            "ru",
            "https://mill.example",
            Map.of("river", List.of("Lea"), "use", List.of("eels")));

    @Test
    void whatIsUnknownIsTakenFromTheOther() {
        assertThat(NEAR.orElse(FAR))
                .isEqualTo(new Metadata(
                        "Weir",
                        "Gazette",
                        List.of("Anna Fjord"),
                        EdtfDate.parse("1987"),
                        "for",
                        "en",
                        "https://mill.example",
                        Map.of("river", List.of("Tarn"), "use", List.of("eels"))));
    }

    @Test
    void theUnknownAddsNothing() {
        assertThat(FAR.orElse(Metadata.UNKNOWN)).isEqualTo(FAR);
        assertThat(Metadata.UNKNOWN.orElse(FAR)).isEqualTo(FAR);
    }

    @Test
    void aFieldWithoutValuesIsNone() {
        Metadata empty = new Metadata("", "", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of("river", List.of()));
        assertThat(empty).isEqualTo(Metadata.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000", "a\nb", "\u0085"})
    void aDocumentWithoutASoundIdIsRefused(String id) {
        assertThatThrownBy(() -> new Document(id, "f", "t", NEAR, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an id has ");
    }

    @Test
    void partsAndRegionsStandInTheirOrder() {
        Part first = new Part(new Span(0, 2), NEAR);
        Part second = new Part(new Span(3, 5), FAR);
        Document document = new Document("d", "f", "ab cd ef", Metadata.UNKNOWN, List.of(second, first), List.of());
        assertThat(document.parts()).containsExactly(first, second);
        assertThat(document.metadataAt(new Span(3, 4))).isEqualTo(FAR);
        assertThat(document.metadataAt(new Span(6, 8))).isEqualTo(Metadata.UNKNOWN);
        assertThat(document.metadataAt(new Span(1, 4))).isEqualTo(Metadata.UNKNOWN);
    }

    @Test
    void anEntrysPlaceIsItsFileAndLine() {
        assertThat(new Note(NoteKind.EMPTY, "a.txt", 0, "x").place()).isEqualTo("a.txt");
        assertThat(new Note(NoteKind.EMPTY, "a.txt", 7, "x").place()).isEqualTo("a.txt:7");
    }
}
