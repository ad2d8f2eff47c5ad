package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an answer says of how the query was understood. */
class UnderstoodTest extends OnDigests {

    private static JsonNode asked(String text, String more) throws Exception {
        return served.json("/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more);
    }

    @Test
    void aQueryWithoutAWordFindsNothingUnderAnyFiltersAndSaysWhy() throws Exception {
        for (String text : List.of("???", "…", "\"\" \"\"", "!?", "\u200b", "\"~", "(", "-\"?\"")) {
            for (String more : List.of("", "&op=and", "&stance=critical", "&country=RU&sort=date")) {
                JsonNode answer = asked(text, "&mode=box&facets=stance" + more);
                assertThat(answer.at("/total/passages").asInt()).as(text + more).isZero();
                assertThat(answer.at("/query/nothing").asText()).as(text + more).contains("no word");
            }
        }
        for (String path : List.of("facets?field=stance&", "documents?", "mentions?", "mentions/summary?by=type&")) {
            JsonNode answer = served.json("/api/v1/" + path + "q=%3F%3F%3F");
            answer.get("total").forEach(count -> assertThat(count.asInt()).isZero());
        }
        assertThat(asked("brain", "").at("/query/nothing").isMissingNode()).isTrue();
    }

    @Test
    void whatHoldsNoWordIsListedInBothModes() throws Exception {
        for (String mode : List.of("strict", "box")) {
            JsonNode query = asked("brain …", "&mode=" + mode).get("query");
            assertThat(query.get("parsed").asText()).isEqualTo("brain");
            assertThat(query.get("left_out")).extracting(JsonNode::asText).containsExactly("…");
        }
    }

    @Test
    void theFormsOfEachWordAreTold() throws Exception {
        JsonNode forms = asked("emigration \"brain drain\" =visa", "&limit=0").at("/query/forms");
        assertThat(forms).extracting(word -> word.get("word").asText()).containsExactly("emigration", "brain", "drain");
        assertThat(forms.get(0).get("forms"))
                .extracting(form -> form.get("form").asText())
                .containsExactlyInAnyOrder("emigration", "emigrants", "emigrated", "emigres");
        for (JsonNode form : forms.get(0).get("forms")) {
            JsonNode alone = asked(
                    "=" + form.get("form").asText(),
                    "&block=prose&block=heading&block=caption&block=list" + "&block=quote&block=boilerplate&limit=0");
            assertThat(alone.at("/total/passages")).isEqualTo(form.get("passages"));
        }
        assertThat(forms.get(0).get("more").asInt()).isZero();
        assertThat(asked("*", "&limit=0").at("/query/forms")).isEmpty();
    }

    @Test
    void aFormThatIsMisspeltIsCorrectedAsAForm() throws Exception {
        assertThat(asked("=emigrtion", "").at("/query/did_you_mean").asText()).isEqualTo("=emigration");
        assertThat(asked("=\"brian drain\"", "").at("/query/did_you_mean").asText())
                .isEqualTo("=\"brain drain\"");
        assertThat(asked("=emigration", "").at("/query/did_you_mean").isNull()).isTrue();
    }
}
