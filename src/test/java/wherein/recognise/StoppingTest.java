package wherein.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import wherein.LongTexts;
import wherein.hyphen.Hyphens;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.mention.Recogniser;
import wherein.recognise.country.Countries;
import wherein.recognise.date.Dates;
import wherein.recognise.figure.Figures;
import wherein.recognise.person.People;
import wherein.time.EdtfDate;

/** Whoever asked for mentions and wants them no more can end the work, wherever it is. */
class StoppingTest {

    private static final EdtfDate DATE = EdtfDate.parse("2022");
    private static final int SIZE = 60_000;

    /** Enough questions that the longest pause between two is a small part of the work. */
    private static final int LEAST_OFTEN = 10;

    private static final class StopException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts how often it is asked, and says no from one time on. */
    private static final class Wanted implements Runnable {
        private final int most;
        private int asked;

        Wanted(int most) {
            this.most = most;
        }

        @Override
        public void run() {
            if (asked++ == most) {
                throw new StopException();
            }
        }
    }

    @Test
    void eachRecogniserAsksManyTimesInALongText() {
        Map<String, IntFunction<String>> texts = LongTexts.all();
        for (Recogniser each : List.of(new Dates(), new Figures(), new Countries(), new People())) {
            for (String name :
                    List.of("numbers with commas", "words", "different persons", "countries", "a table of numbers")) {
                Wanted wanted = new Wanted(Integer.MAX_VALUE);
                new Annotator(List.of(each)).annotate(texts.get(name).apply(SIZE), "en", DATE, wanted);
                assertThat(wanted.asked)
                        .as(each.getClass().getSimpleName() + " on " + name)
                        .isGreaterThan(LEAST_OFTEN);
            }
        }
    }

    @Test
    void theWorkEndsWhereverItIsNoLongerWanted() {
        Annotator annotator = Recognisers.standard();
        String text = LongTexts.all().get("different persons").apply(SIZE);
        Wanted all = new Wanted(Integer.MAX_VALUE);
        annotator.annotate(text, "en", DATE, all);
        for (int most = 0; most < all.asked; most += 1 + all.asked / 50) {
            Wanted wanted = new Wanted(most);
            assertThatThrownBy(() -> annotator.annotate(text, "en", DATE, wanted))
                    .isInstanceOf(StopException.class);
            assertThat(wanted.asked).isEqualTo(most + 1);
        }
    }

    @Test
    void whatIsSetAsideCanBeStoppedToo() {
        Annotator annotator = Recognisers.standard();
        String text = LongTexts.all().get("numbers with commas").apply(SIZE);
        List<Mention> found = annotator.annotate(text, "en", DATE);
        assertThatThrownBy(() -> annotator.setAside(Hyphens.of(text, "en"), "en", DATE, found, new Wanted(20)))
                .isInstanceOf(StopException.class);
    }

    @Test
    void askingChangesNothingOfWhatIsFound() {
        Annotator annotator = Recognisers.standard();
        String text = LongTexts.all().get("a family").apply(SIZE);
        assertThat(annotator.annotate(text, "en", DATE, () -> {})).isEqualTo(annotator.annotate(text, "en", DATE));
    }
}
