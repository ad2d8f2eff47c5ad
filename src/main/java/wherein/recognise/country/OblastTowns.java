package wherein.recognise.country;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wherein.mention.Checkpoint;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.recognise.country.GazetteerEntry.Sense;
import wherein.text.Tokens;

/**
 * Towns that no list has, told by the oblast or krai behind them: "в посёлке Заречье Курской области", "Заречье, Курская
 * область".
 */
final class OblastTowns {

    private static final List<String> COUNTRIES = List.of("RU", "UA", "BY", "KZ");

    private static final Set<String> OBLAST = CountryWords.section("oblast-noun");
    private static final Set<String> PART = CountryWords.section("oblast-part");
    private static final Set<String> TOWN = CountryWords.section("town-noun-ru");

    private final Tokens tokens;

    private OblastTowns(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The towns in a document, by start; none overlaps one of {@code taken}. */
    static List<Match> in(Tokens tokens, List<Match> taken, Checkpoint checkpoint) {
        OblastTowns towns = new OblastTowns(tokens);
        Set<Integer> known = new HashSet<>();
        taken.stream()
                .filter(match -> !match.entry().has(GazetteerEntry.WEAK))
                .forEach(match -> known.add(match.last()));
        List<Match> found = new ArrayList<>();
        for (int i = 2; i < tokens.size(); i++) {
            checkpoint.step();
            // Asked of the first letter first, since every word of the text comes here.
            char head = tokens.text().charAt(tokens.start(i));
            if ((head == 'о' || head == 'к') && CountryWords.is(tokens, i, OBLAST)) {
                Match town = towns.before(i);
                if (town != null && !known.contains(town.last())) {
                    found.add(town);
                }
            }
        }
        return found;
    }

    private Match before(int oblast) {
        String id = tokens.isCapitalised(oblast - 1) ? country(tokens.lower(oblast - 1)) : "";
        int last = oblast - 2;
        if (CountryWords.is(tokens, last, PART) && tokens.isCapitalised(last - 1)) {
            last -= 2;
        }
        boolean comma = tokens.is(last, ',');
        last = comma ? last - 1 : last;
        if (id.isEmpty() || !tokens.isCapitalised(last) || tokens.lineBefore(last + 1)) {
            return null;
        }
        int first = last;
        while (tokens.is(first - 1, '-') && !tokens.spaceBefore(first) && tokens.isWord(first - 2)) {
            first -= 2;
        }
        boolean wide = tokens.isCapitalised(first - 1) && tokens.spaceBefore(first) && tokens.isWord(first - 2);
        int name = wide ? first - 1 : first;
        int noun = tokens.is(name - 1, '.') ? name - 2 : name - 1;
        boolean placed = CountryWords.is(tokens, noun, TOWN)
                || CountryWords.is(tokens, noun, CountryWords.PLACE_BEFORE_RUSSIAN)
                || CountryWords.is(tokens, noun, CountryWords.FUNCTION_RUSSIAN);
        if (!placed && !(comma && (name == 0 || !tokens.isWord(name - 1)))) {
            return null;
        }
        String form = tokens.text().substring(tokens.start(name), tokens.end(last));
        GazetteerEntry entry = new GazetteerEntry(form);
        entry.add(new Sense(id, Kind.CITY, 0, ""));
        entry.add(GazetteerEntry.PLACED);
        return new Match(name, last, entry, tokens.start(name), tokens.end(last));
    }

    /** The country that an oblast of this adjective lies in; empty for none that is known. */
    private static String country(String adjective) {
        for (String id : COUNTRIES) {
            for (String stem : CountryWords.section("oblast-" + id.toLowerCase(Locale.ROOT))) {
                if (adjective.startsWith(stem) && adjective.length() <= stem.length() + 3) {
                    return id;
                }
            }
        }
        return "";
    }
}
