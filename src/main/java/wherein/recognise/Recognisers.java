package wherein.recognise;

import java.util.List;
import wherein.mention.Annotator;
import wherein.query.Named;
import wherein.recognise.country.Countries;
import wherein.recognise.country.CountryNames;
import wherein.recognise.date.Dates;
import wherein.recognise.figure.Figures;
import wherein.recognise.person.KnownPerson;
import wherein.recognise.person.People;

/** The recognisers that Wherein ships, in the order in which they run. */
public final class Recognisers {

    private Recognisers() {}

    /** Countries, which tell how dates are written; dates, which are no figures; figures; and people. */
    public static Annotator standard() {
        return new Annotator(List.of(new Countries(), new Dates(), new Figures(), new People()));
    }

    /**
     * The same, with what a reader adds.
     *
     * @param people on top of those that a document tells by itself
     * @param countries lines of form, code and kind with tabs between, on top of our own
     * @throws IllegalArgumentException if a line of {@code countries} is none
     */
    public static Annotator with(List<KnownPerson> people, List<String> countries) {
        return new Annotator(List.of(Countries.with(countries), new Dates(), new Figures(), new People(people)));
    }

    /** The name that readers see for the id of a mention of this type. */
    public static String label(Named type, String id) {
        return type == Named.COUNTRY ? CountryNames.label(id) : id;
    }
}
