package wherein.recognise;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wherein.Growth;
import wherein.LongTexts;
import wherein.hyphen.Hyphens;
import wherein.mention.Annotator;
import wherein.mention.Recogniser;
import wherein.recognise.country.Countries;
import wherein.recognise.date.Dates;
import wherein.recognise.figure.Figures;
import wherein.recognise.person.People;
import wherein.time.EdtfDate;

/** The work of the recognisers grows with a text, whatever stands in it. */
class RecognisersGrowthTest {

    private static final EdtfDate DATE = EdtfDate.parse("2022");

    @Test
    void theWorkOfAllRecognisersGrowsWithTheText() throws Exception {
        measure(new Growth(4_000), LongTexts.inOneLine(), "all together", Recognisers.standard());
    }

    @Test
    @Tag("long")
    void theWorkOfEachRecogniserGrowsWithALongText() throws Exception {
        for (Recogniser each : List.of(new Dates(), new Figures(), new Countries(), new People())) {
            String name = each.getClass().getSimpleName();
            measure(new Growth(20_000), LongTexts.all(), name, new Annotator(List.of(each)));
        }
    }

    private static void measure(Growth growth, Map<String, IntFunction<String>> texts, String name, Annotator annotator)
            throws Exception {
        for (Map.Entry<String, IntFunction<String>> text : texts.entrySet()) {
            growth.measure(name + ": " + text.getKey(), text.getValue(), input -> {
                var found = annotator.annotate(input, "en", DATE);
                return annotator.setAside(Hyphens.of(input, "en"), "en", DATE, found);
            });
        }
        growth.check();
    }
}
