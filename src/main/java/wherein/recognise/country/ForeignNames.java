package wherein.recognise.country;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.GazetteerEntry.Sense;

/**
 * The names of countries in the languages beside English and Russian, from CLDR and a list of our own, and of cities from another. Loaded when the first text needs them:
 * one in another language, or with a letter that neither English nor Russian has.
 */
final class ForeignNames {

    /** The people of a city that is listed, as the lists of English and Russian have it. */
    private static final int BIG = 1_000_000;

    private static final Gazetteer LISTS = read();

    private ForeignNames() {}

    static Gazetteer lists() {
        return LISTS;
    }

    private static Gazetteer read() {
        Gazetteer gazetteer = new Gazetteer();
        // Each in an order of trust: what CLDR says of a form stands.
        for (String list : List.of("cldr-names.tsv", "other-names.tsv")) {
            for (String[] row : Lists.rows(list)) {
                names(gazetteer, row, new Sense(row[0], Kind.NAME, 0, ""));
            }
        }
        for (String[] row : Lists.rows("other-cities.tsv")) {
            names(gazetteer, row, new Sense(row[0], Kind.CITY, BIG, ""));
        }
        return gazetteer;
    }

    private static void names(Gazetteer gazetteer, String[] row, Sense sense) {
        String languages = " " + row[2] + " ";
        int from = 0;
        while (from < row[1].length()) {
            int bar = row[1].indexOf('|', from);
            int end = bar < 0 ? row[1].length() : bar;
            for (String form : forms(row[1].substring(from, end), languages)) {
                put(gazetteer, form, sense, languages);
            }
            from = end + 1;
        }
    }

    private static void put(Gazetteer gazetteer, String form, Sense sense, String languages) {
        GazetteerEntry entry = gazetteer.at(form);
        if (entry.senses().isEmpty()) {
            entry.add(sense);
            if (!languages.equals(" * ")) {
                entry.add(GazetteerEntry.FOREIGN);
                entry.languages(languages);
            }
            if (Character.isUpperCase(form.charAt(0)) && form.equals(form.toUpperCase(Locale.ROOT))) {
                entry.add(GazetteerEntry.EXACT);
            }
        } else if (entry.has(GazetteerEntry.FOREIGN) && entry.first().id().equals(sense.id())) {
            entry.languages(entry.languages() + languages.substring(1));
        }
    }

    /** The name with its cases, where the language has them: those of Ukrainian and Polish, and the German genitive. */
    private static Set<String> forms(String name, String languages) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(name);
        if (languages.contains(" uk ")) {
            forms.addAll(UkrainianForms.name(name));
        }
        if (languages.contains(" pl ")) {
            forms.addAll(PolishForms.name(name));
        }
        if (languages.contains(" de ") && Character.isLetter(name.charAt(name.length() - 1)) && !name.endsWith("s")) {
            forms.add(name + "s");
        }
        return forms;
    }
}
