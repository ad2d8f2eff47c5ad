package wherein.recognise;

import java.util.List;
import wherein.mention.Annotator;
import wherein.recognise.country.Countries;

/** The recognisers that Wherein ships, in the order in which they run. */
public final class Recognisers {

    private Recognisers() {}

    /** The name that readers see for the id of a mention of this type. */
    public static String label(String type, String id) {
        return id;
    }

    /** Dates, figures, countries and people. */
    public static Annotator standard() {
        return new Annotator(List.of(new Countries()));
    }
}
