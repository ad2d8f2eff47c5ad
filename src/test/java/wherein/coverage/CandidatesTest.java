package wherein.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What might be a mention. */
class CandidatesTest {

    @Test
    void aRunIsOneCandidateAndAPointEndsIt() {
        List<String> surfaces = new ArrayList<>();
        String text = "I met J. R. Ash-Vale in Ruby Bay. Two of G20 gave 1,200 to Élan Vital's crew.";
        Candidates.of(text).forEach(each -> surfaces.add(each.span().in(text)));
        assertThat(surfaces)
                .containsExactly("I", "J. R. Ash-Vale", "Ruby Bay", "Two", "G20", "1", "200", "Élan Vital's");
    }
}
