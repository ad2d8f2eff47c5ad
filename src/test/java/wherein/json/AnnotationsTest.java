package wherein.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import wherein.mention.Annotator;
import wherein.mention.Recogniser;
import wherein.recognise.Recognisers;

class AnnotationsTest {

    @Test
    void aTextThatBringsOutAFaultOfOursIsAFaultyRecordAndTheNextOneIsRead() {
        Recogniser faulty = input -> {
            if (input.text().contains("Otters")) {
                throw new IllegalStateException("planted");
            }
            return List.of();
        };
        Annotations annotations = new Annotations(
                new Annotator(List.of(faulty)),
                new MentionJson(Offsets.CODE_POINTS, Recognisers::label, (type, id) -> id));
        Annotations.Annotated otters = annotations.of("{\"id\": \"a\", \"text\": \"Otters.\"}");
        assertThat(otters.doc()).isEqualTo("a");
        assertThat(otters.fault()).contains("a fault of this program").doesNotContain("planted");
        assertThat(annotations.of("{\"id\": \"b\", \"text\": \"Eels.\"}").fault())
                .isEmpty();
    }
}
