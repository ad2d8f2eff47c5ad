package wherein.recognise.country;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.GazetteerEntry.Sense;

/** Reads the word lists beside this package into a gazetteer; the order is that of rank: countries before cities. */
final class GazetteerReader {

    private static final Set<String> ORDINARY = CountryWords.section("ordinary");
    private static final Set<String> LANGUAGES = CountryWords.section("languages");
    private static final Set<String> WORDS = CountryWords.section("word");
    private static final Set<String> GENERIC = CountryWords.section("generic-city");
    private static final Set<String> NO_CITIES = CountryWords.section("no-city");

    private final Gazetteer gazetteer = new Gazetteer();

    /** A line of a list that a reader adds: a form, a code and what it is. */
    record Added(String form, String id, Kind kind) {

        /** Reads a line: form, code, and the kind, which is a name where it is left out. */
        static Added parse(String line) {
            String[] cells = line.strip().split("\t");
            if (cells.length < 2 || cells[0].isBlank() || !cells[1].strip().matches("[A-Z]{2}")) {
                throw new IllegalArgumentException("no line of form, code and kind: \"" + line + "\"");
            }
            String kind = cells.length > 2 ? cells[2].strip().toUpperCase(Locale.ROOT) : "NAME";
            return new Added(cells[0].strip(), cells[1].strip(), Kind.valueOf(kind));
        }
    }

    Gazetteer gazetteer() {
        return gazetteer(List.of());
    }

    Gazetteer gazetteer(List<Added> added) {
        for (Added more : added) {
            put(more.form(), more.id(), more.kind(), 0);
        }
        Lists.rows("countries.tsv").forEach(this::country);
        Lists.rows("ambiguous.tsv")
                .forEach(row -> alternatives(row, 1).forEach(id -> put(row[0], id, Kind.valueOf(row[2]), 0)));
        Lists.rows("governments.tsv").forEach(row -> put(row[0], row[1], Kind.GOVERNMENT, flags(row, 2)));
        Lists.rows("regions.tsv").forEach(this::region);
        Lists.rows("prefixes.tsv").forEach(row -> gazetteer.prefix(row[0], row[1]));
        Lists.rows("cities-own.tsv").forEach(this::ownCity);
        Lists.rows("cities-ru.tsv").forEach(this::russianCity);
        Lists.rows("cities.tsv").forEach(this::city);
        for (String word : CountryWords.section("city-by-context")) {
            GazetteerEntry entry = gazetteer.find(word);
            if (entry != null && entry.isCity()) {
                entry.add(GazetteerEntry.WEAK);
                entry.remove(GazetteerEntry.CASELESS);
            }
        }
        return gazetteer;
    }

    private void country(String[] row) {
        String id = row[0];
        for (String name : alternatives(row, 1)) {
            english(name, id, Kind.NAME);
        }
        for (String demonym : alternatives(row, 2)) {
            english(demonym, id, Kind.DEMONYM);
        }
        for (String name : alternatives(row, 3)) {
            if (name.endsWith("!") || name.endsWith("?")) {
                abbreviation(name, id, Kind.NAME);
            } else {
                RussianForms.name(name).forEach(form -> put(form, id, Kind.NAME, 0));
            }
        }
        for (String adjective : alternatives(row, 4)) {
            RussianForms.adjective(adjective).forEach(form -> put(form, id, Kind.DEMONYM, GazetteerEntry.LOWER));
            gazetteer.prefix(adjective.substring(0, adjective.length() - 2) + "о", id);
        }
        for (String people : alternatives(row, 5)) {
            RussianForms.people(people)
                    .forEach(form -> put(form, id, Kind.DEMONYM, GazetteerEntry.LOWER | GazetteerEntry.PEOPLE));
        }
    }

    private void english(String marked, String id, Kind kind) {
        String word = bare(marked);
        if (marked.contains("!") || marked.contains("?")) {
            abbreviation(marked, id, kind);
            return;
        }
        int flags = 0;
        String folded = word.toLowerCase(Locale.ROOT);
        if (folded.length() > 4 && !ORDINARY.contains(folded)) {
            flags |= GazetteerEntry.LOWER;
        }
        if (!WORDS.contains(folded)) {
            flags |= GazetteerEntry.CASELESS;
        }
        if (LANGUAGES.contains(folded)) {
            flags |= GazetteerEntry.LANGUAGE;
        }
        put(word, id, kind, flags);
        if (marked.endsWith("+")) {
            put(word + "s", id, kind, flags & ~GazetteerEntry.LANGUAGE);
        }
        if (marked.endsWith("~")) {
            String stem = word.substring(0, word.length() - 3);
            for (String end : List.of("men", "woman", "women")) {
                put(stem + end, id, kind, flags & ~GazetteerEntry.LANGUAGE);
            }
        }
        String plain = plain(word);
        if (!plain.equals(word) && !folded.equals("réunion")) {
            put(plain, id, kind, flags);
        }
    }

    private void abbreviation(String marked, String id, Kind kind) {
        String word = bare(marked);
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
        put(word, id, kind, (capitals ? GazetteerEntry.EXACT : 0) | (marked.contains("?") ? GazetteerEntry.NEEDS : 0));
    }

    private void region(String[] row) {
        for (String form : row[0].split("\\|")) {
            GazetteerEntry entry = gazetteer.at(form);
            entry.add(new Sense(row[1], null, 0, row.length > 2 ? row[2] : ""));
            entry.add(GazetteerEntry.REGION
                    | (form.length() < 5 && form.equals(form.toUpperCase(Locale.ROOT)) ? GazetteerEntry.EXACT : 0));
        }
        if (row.length > 3) {
            RussianForms.name(row[3]).forEach(form -> {
                GazetteerEntry entry = gazetteer.at(form);
                entry.add(new Sense(row[1], null, 0, row[2]));
                entry.add(GazetteerEntry.REGION);
            });
        }
    }

    private void ownCity(String[] row) {
        for (String form : row[0].split("\\|")) {
            GazetteerEntry entry = gazetteer.at(form);
            entry.add(new Sense(row[1], Kind.CITY, 1_000_000, ""));
            int flags = flags(row, 2);
            boolean plain = (flags & (GazetteerEntry.WEAK | GazetteerEntry.GIVEN | GazetteerEntry.SURNAME)) == 0;
            entry.add(flags | (plain && form.length() > 4 ? GazetteerEntry.CASELESS : 0));
        }
    }

    private void russianCity(String[] row) {
        // The cases of a town in -ово and -ино are those of a surname in -ов and -ин.
        boolean surname = row[0].endsWith("во") || row[0].endsWith("но");
        for (String form : RussianForms.name(row[0])) {
            GazetteerEntry entry = gazetteer.at(form);
            entry.add(new Sense(row[1], Kind.CITY, 1_000_000, ""));
            entry.add(flags(row, 2) | (surname && !form.equals(row[0]) ? GazetteerEntry.WEAK : 0));
        }
    }

    private void city(String[] row) {
        String folded = row[0].toLowerCase(Locale.ROOT);
        if (NO_CITIES.contains(folded)) {
            return;
        }
        GazetteerEntry entry = gazetteer.at(row[0]);
        boolean known = !entry.senses().isEmpty();
        int most = 0;
        for (int i = 2; i < row.length; i++) {
            String[] sense = row[i].split(":");
            int population = Integer.parseInt(sense[1]) * 1000;
            most = Math.max(most, population);
            entry.add(new Sense(sense[0], Kind.CITY, population, sense.length > 2 ? sense[2] : ""));
        }
        if (!known) {
            entry.add(flags(row, 1));
            if (most < 400_000 && row[0].indexOf(' ') < 0 && !entry.has(GazetteerEntry.CAPITAL)) {
                entry.add(GazetteerEntry.WEAK);
            }
            if (CountryWords.GIVEN.contains(folded)) {
                entry.add(GazetteerEntry.GIVEN | GazetteerEntry.WEAK);
            }
            if (most < 250_000 && GENERIC.contains(folded.substring(folded.lastIndexOf(' ') + 1))) {
                entry.add(GazetteerEntry.WEAK);
            }
        }
    }

    private void put(String form, String id, Kind kind, int flags) {
        GazetteerEntry entry = gazetteer.at(form);
        boolean fresh = entry.senses().isEmpty();
        entry.add(new Sense(id, kind, 0, ""));
        if (fresh || kind == Kind.GOVERNMENT && entry.first().kind() == kind) {
            entry.add(flags);
        }
    }

    private static int flags(String[] row, int column) {
        if (row.length <= column) {
            return 0;
        }
        int flags = 0;
        for (char flag : row[column].toCharArray()) {
            flags |= switch (flag) {
                case 'c' -> GazetteerEntry.CAPITAL;
                case 'w' -> GazetteerEntry.WEAK;
                case 'g' -> GazetteerEntry.GIVEN;
                case 's' -> GazetteerEntry.SURNAME;
                case 'e' -> GazetteerEntry.EXACT;
                case 'l' -> GazetteerEntry.LOWER;
                case 'n' -> GazetteerEntry.NEEDS;
                case '-' -> 0;
                default -> throw new IllegalArgumentException("no flag: " + flag + " of " + row[0]);
            };
        }
        return flags;
    }

    private static List<String> alternatives(String[] row, int column) {
        return row.length <= column || row[column].isEmpty() ? List.of() : List.of(row[column].split("\\|"));
    }

    /** The form without the marks at its end. */
    private static String bare(String marked) {
        int end = marked.length();
        while (end > 0 && "!?+~".indexOf(marked.charAt(end - 1)) >= 0) {
            end--;
        }
        return marked.substring(0, end);
    }

    private static String plain(String word) {
        if (word.chars().allMatch(c -> c < 128)) {
            return word;
        }
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
