package wherein.recognise.country;

import java.util.Locale;
import java.util.Set;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.GazetteerEntry.Sense;

/**
 * The towns of the English-speaking countries with the states that they lie in. Most of their names are those of people
 * or things as well, so a text is asked first where it is at home. Loaded when the first such text comes.
 */
final class TownNames {

    /** What no list tells of a town's size. */
    private static final int SMALL = 5_000;

    private static final Set<String> NO_CITIES = CountryWords.section("no-city");

    private static final Gazetteer LISTS = read();

    private TownNames() {}

    static Gazetteer lists() {
        return LISTS;
    }

    private static Gazetteer read() {
        Gazetteer gazetteer = new Gazetteer();
        for (String[] row : Lists.rows("towns.tsv")) {
            Sense sense = new Sense(row[0], Kind.CITY, SMALL, row[1]);
            int from = 0;
            while (from < row[2].length()) {
                int bar = row[2].indexOf('|', from);
                int end = bar < 0 ? row[2].length() : bar;
                String name = row[2].substring(from, end);
                if (!NO_CITIES.contains(name.toLowerCase(Locale.ROOT))) {
                    GazetteerEntry entry = gazetteer.at(name);
                    entry.add(sense);
                    entry.add(GazetteerEntry.WEAK | GazetteerEntry.TOWN);
                }
                from = end + 1;
            }
        }
        return gazetteer;
    }
}
