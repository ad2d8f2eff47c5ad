package wherein.recognise.country;

import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.GazetteerEntry.Sense;

/**
 * The names of countries in the languages beside English and Russian, from CLDR. Loaded when the first text needs them:
 * one in another language, or with a letter that neither English nor Russian has.
 */
final class ForeignNames {

    private static final Gazetteer LISTS = read();

    private ForeignNames() {}

    static Gazetteer lists() {
        return LISTS;
    }

    private static Gazetteer read() {
        Gazetteer gazetteer = new Gazetteer();
        for (String[] row : Lists.rows("cldr-names.tsv")) {
            String languages = " " + row[2] + " ";
            int from = 0;
            while (from < row[1].length()) {
                int bar = row[1].indexOf('|', from);
                int end = bar < 0 ? row[1].length() : bar;
                GazetteerEntry entry = gazetteer.at(row[1].substring(from, end));
                if (entry.senses().isEmpty()) {
                    entry.add(new Sense(row[0], Kind.NAME, 0, ""));
                    if (!row[2].equals("*")) {
                        entry.add(GazetteerEntry.FOREIGN);
                        entry.languages(languages);
                    }
                }
                from = end + 1;
            }
        }
        return gazetteer;
    }
}
