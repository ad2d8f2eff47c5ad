package wherein.recognise;

import java.util.List;
import wherein.mention.Annotator;
import wherein.recognise.date.Dates;
import wherein.recognise.figure.Figures;

/** The recognisers that Wherein ships, in the order in which they run. */
public final class Recognisers {

    private Recognisers() {}

    /** Dates, figures, countries and people. */
    public static Annotator standard() {
        return new Annotator(List.of(new Dates(), new Figures()));
    }
}
