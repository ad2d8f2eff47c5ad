package wherein.duplicate;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import wherein.Growth;
import wherein.LongTexts;
import wherein.text.Span;

/** The work on a text grows with it, whatever stands in it. */
class AlignmentGrowthTest {

    @Test
    void theWorkGrowsWithTheTexts() throws Exception {
        Growth growth = new Growth(4_000);
        for (Map.Entry<String, IntFunction<String>> text : LongTexts.all().entrySet()) {
            growth.measure(
                    "sketch: " + text.getKey(),
                    text.getValue(),
                    input -> Sketch.of(input, List.of(new Span(0, input.length()))));
            growth.measure("alignment: " + text.getKey(), text.getValue(), input -> {
                String other = input.substring(input.length() / 9) + " and then what is different " + input;
                return Alignment.of(Words.of(input), Words.of(other));
            });
            growth.measure("variant: " + text.getKey(), text.getValue(), input -> {
                int half = input.length() / 2;
                String other = input.substring(0, half) + " not " + input.substring(half + 3);
                return Alignment.of(Words.of(input), Words.of(other));
            });
        }
        growth.check();
    }
}
