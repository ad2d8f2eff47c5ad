package wherein.recognise;

import java.util.List;
import java.util.function.Supplier;
import wherein.mention.Annotator;
import wherein.mention.Recogniser;
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
     * @param units lines of a word and its unit with a tab between, on top of our own
     * @throws IllegalArgumentException if a line is none; its message begins with the name of the list
     */
    public static Annotator with(List<KnownPerson> people, List<String> countries, List<String> units) {
        return new Annotator(List.of(
                listed("countries.tsv", () -> Countries.with(countries)),
                new Dates(),
                listed("units.tsv", () -> Figures.with(units)),
                new People(people)));
    }

    /** A fault of a list is told with the list's name. */
    private static Recogniser listed(String list, Supplier<Recogniser> recogniser) {
        try {
            return recogniser.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(list + ": " + e.getMessage(), e);
        }
    }

    /** The name that readers see for the id of a mention of this type. */
    public static String label(Named type, String id) {
        return type == Named.COUNTRY ? CountryNames.label(id) : id;
    }
}
