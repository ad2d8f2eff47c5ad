package wherein.recognise;

import java.util.List;
import wherein.mention.Annotator;
import wherein.recognise.country.Countries;
import wherein.recognise.country.CountryNames;
import wherein.recognise.date.Dates;
import wherein.recognise.figure.Figures;
import wherein.recognise.person.People;

/** The recognisers that Wherein ships, in the order in which they run. */
public final class Recognisers {

    private Recognisers() {}

    /** Dates, figures, countries and people. */
    public static Annotator standard() {
        return new Annotator(List.of(new Dates(), new Figures(), new Countries(), new People()));
    }

    /** The name that readers see for the id of a mention of this type. */
    public static String label(String type, String id) {
        return type.equals("country") ? CountryNames.label(id) : id;
    }
}
