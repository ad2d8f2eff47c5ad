package wherein.recognise.country;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Reads where a text says that a city lies, and remembers it for the rest of the document. */
final class Locations {

    private static final Set<String> STATES = CountryWords.section("us-codes");

    private static final Set<String> PROVINCES = CountryWords.section("ca-codes");

    private final Tokens tokens;
    private final CountryEvidence evidence;

    /** The country of each form that the document has placed in so many words. */
    private final Map<String, String> told = new HashMap<>();

    Locations(Tokens tokens, CountryEvidence evidence) {
        this.tokens = tokens;
        this.evidence = evidence;
    }

    /** Where match number {@code i}, a city, is said to lie, here or before; empty where nothing is said. */
    Optional<CountryReading> read(int i, Match match) {
        GazetteerEntry entry = match.entry();
        Optional<CountryReading> said = posted(match).or(() -> located(i, match));
        if (said.isPresent()) {
            told.put(entry.form(), said.get().id());
            return said;
        }
        String before = told.get(entry.form());
        return before == null || before.equals(entry.first().id())
                ? Optional.empty()
                : Optional.of(
                        CountryReading.over(before, Kind.CITY, entry.first().id(), "the document has told which"));
    }

    /** "Austin, TX", "Guelph, ON": a comma and the code of a state or province. */
    private Optional<CountryReading> posted(Match match) {
        int code = match.last() + 2;
        if (!tokens.is(match.last() + 1, ',')
                || !tokens.isAllCaps(code)
                || tokens.end(code) - tokens.start(code) != 2) {
            return Optional.empty();
        }
        String id = CountryWords.is(tokens, code, STATES) ? "US" : CountryWords.is(tokens, code, PROVINCES) ? "CA" : "";
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(CountryReading.over(
                        id, Kind.CITY, match.entry().first().id(), tokens.surface(code) + " stands after it"));
    }

    /** "Paris, Texas", "Birmingham (Alabama)", "London, Ontario", "Moscow, Idaho", "Tripoli, Lebanon". */
    private Optional<CountryReading> located(int i, Match match) {
        Match after = evidence.after(i, 1);
        if (after == null
                || after.entry().isDemonym()
                || after.entry().first().id().equals("00")
                || after.entry().has(GazetteerEntry.NEEDS)) {
            return Optional.empty();
        }
        int gap = match.last() + 1;
        boolean in = tokens.isWord(gap) && tokens.lower(gap).equals("in") && isIn(match, after.entry());
        boolean comma = tokens.is(gap, ',') || tokens.is(gap, '(') || in;
        boolean adjacent = after.first() == gap && after.entry().has(GazetteerEntry.REGION);
        boolean place =
                after.entry().has(GazetteerEntry.REGION) || after.entry().isName() || isNewYork(after, match);
        if (!place || !(comma && after.first() == gap + 1) && !adjacent) {
            return Optional.empty();
        }
        String id = after.entry().first().id();
        boolean georgia = after.entry().form().equals("Georgia");
        boolean known =
                match.entry().senses().stream().anyMatch(sense -> sense.id().equals(id));
        if (georgia && !known) {
            boolean american =
                    match.entry().senses().stream().anyMatch(sense -> sense.id().equals("US"));
            return american
                    ? Optional.of(CountryReading.over("US", Kind.CITY, "GE", "the state stands after it"))
                    : Optional.empty();
        }
        boolean list = !after.entry().has(GazetteerEntry.REGION)
                && !known
                && !match.entry().has(GazetteerEntry.WEAK | GazetteerEntry.GIVEN);
        return list
                ? Optional.empty()
                : Optional.of(CountryReading.over(
                        id, Kind.CITY, match.entry().first().id(), after.entry().form() + " stands after it"));
    }

    /** "Warwick in Queensland": the city has a namesake there, or may well have one. */
    private static boolean isIn(Match match, GazetteerEntry place) {
        return place.has(GazetteerEntry.REGION) && match.entry().has(GazetteerEntry.WEAK)
                || match.entry().senses().stream()
                        .anyMatch(sense -> sense.id().equals(place.first().id()));
    }

    /** "Rome, New York": a city and the state, not two cities of a list. */
    private boolean isNewYork(Match after, Match match) {
        int next = after.last() + 1;
        boolean list = CountryWords.is(tokens, next, Set.of("and", "or"))
                || tokens.is(next, ',') && tokens.isCapitalised(next + 1)
                || tokens.is(match.first() - 1, ',');
        String state = switch (after.entry().form()) {
            case "New York" -> "NY";
            case "Washington" -> "WA";
            default -> "";
        };
        return !list
                && !state.isEmpty()
                && match.entry().senses().stream()
                        .anyMatch(sense -> sense.region().equals(state));
    }
}
