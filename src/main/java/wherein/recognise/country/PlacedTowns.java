package wherein.recognise.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wherein.mention.Checkpoint;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.recognise.country.GazetteerEntry.Sense;
import wherein.text.Tokens;

/**
 * Towns that no list has, told by the state, province or county behind them: "the mill in Tarlin Creek, Ohio". What is
 * so placed once is known for the rest of the document.
 */
final class PlacedTowns {

    private static final int LONGEST = 3;

    private static final Set<String> STATES = CountryWords.section("us-codes");
    private static final Set<String> PROVINCES = CountryWords.section("ca-codes");
    private static final Set<String> NO_TOWN = CountryWords.section("no-town");
    private static final Set<String> PREFIX = CountryWords.section("town-prefix");

    private final Tokens tokens;
    private final List<Match> matches;
    private final List<Match> found = new ArrayList<>();
    private final Map<String, GazetteerEntry> entries = new HashMap<>();

    private PlacedTowns(Tokens tokens, List<Match> matches) {
        this.tokens = tokens;
        this.matches = matches;
    }

    /** The towns in a document whose {@code matches} are its known names, by start. */
    static List<Match> in(Tokens tokens, List<Match> matches, Checkpoint checkpoint) {
        PlacedTowns towns = new PlacedTowns(tokens, matches);
        int next = 0;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            checkpoint.step();
            while (next < matches.size() && matches.get(next).first() <= i) {
                next++;
            }
            if (tokens.is(i, ',')) {
                towns.before(i, next);
            }
        }
        return towns.entries.isEmpty() ? towns.found : towns.everywhere(checkpoint);
    }

    /** The town before the comma at token {@code i}; match number {@code next} is the first behind it. */
    private void before(int i, int next) {
        Match after = next < matches.size() ? matches.get(next) : null;
        boolean known = next > 0 && matches.get(next - 1).last() == i - 1;
        if (known || !tokens.isCapitalised(i - 1)) {
            return;
        }
        Sense region = after != null && after.first() == i + 1 ? region(after) : posted(i + 1);
        int first = region == null ? -1 : start(i - 1);
        if (first < 0 || !isPlaced(first, i, after != null && after.first() == i + 1 ? after.last() : i + 1)) {
            return;
        }
        String form = tokens.text().substring(tokens.start(first), tokens.end(i - 1));
        GazetteerEntry entry = entries.computeIfAbsent(key(first, i - 1), any -> new GazetteerEntry(form));
        entry.add(new Sense(region.id(), Kind.CITY, 0, region.region()));
        entry.add(GazetteerEntry.PLACED);
    }

    private static Sense region(Match match) {
        GazetteerEntry entry = match.entry();
        return entry.has(GazetteerEntry.REGION) && !entry.first().id().equals("00") ? entry.first() : null;
    }

    /** The state that a code of two capitals stands for: Old Millbrook, NJ. */
    private Sense posted(int i) {
        boolean code = tokens.isAllCaps(i)
                && tokens.end(i) - tokens.start(i) == 2
                && !(tokens.isAllCaps(i - 2) && tokens.isAllCaps(i + 1));
        if (!code) {
            return null;
        }
        String lower = tokens.lower(i);
        String id = STATES.contains(lower) ? "US" : PROVINCES.contains(lower) ? "CA" : "";
        return id.isEmpty() ? null : new Sense(id, null, 0, tokens.surface(i));
    }

    /** The first token of the capitalised run that ends at token {@code last}; -1 if it is the name of something else. */
    private int start(int last) {
        int first = last;
        while (first > 0
                && last - first < LONGEST
                && goesOn(first)
                && !CountryWords.FUNCTION.contains(tokens.lower(first - 1))
                && !CountryWords.PLACE_BEFORE.contains(tokens.lower(first - 1))) {
            first = tokens.is(first - 1, '.') || tokens.is(first - 1, '-') ? first - 2 : first - 1;
        }
        boolean other = NO_TOWN.contains(tokens.lower(last))
                || CountryWords.MONTH.contains(tokens.lower(last))
                || last - first >= LONGEST
                || tokens.end(last) - tokens.start(first) < 3;
        return other ? -1 : first;
    }

    /** Whether the run before token {@code i} goes on with another capital, over a hyphen or the point of St. */
    private boolean goesOn(int i) {
        if (tokens.lineBefore(i)) {
            return false;
        }
        if (tokens.is(i - 1, '.')) {
            return tokens.isWord(i - 2) && PREFIX.contains(tokens.lower(i - 2));
        }
        if (tokens.is(i - 1, '-')) {
            return !tokens.spaceBefore(i) && tokens.isCapitalised(i - 2);
        }
        return tokens.isCapitalised(i - 1) && tokens.isAllCaps(i - 1) == tokens.isAllCaps(i);
    }

    /** Whether the words around make it a place: a preposition, the beginning of a line, or what follows the state. */
    private boolean isPlaced(int first, int comma, int last) {
        boolean spelled = first == comma - 1;
        boolean title = tokens.is(first - 1, '.') && CountryWords.is(tokens, first - 2, CountryWords.TITLES)
                || CountryWords.is(tokens, first - 1, CountryWords.TITLES);
        boolean person = !spelled && CountryWords.GIVEN.contains(tokens.lower(first));
        boolean preposition = CountryWords.is(tokens, first - 1, CountryWords.PLACE_BEFORE);
        if (title || person && !preposition) {
            return false;
        }
        int next = tokens.is(last + 1, '.') ? last + 2 : last + 1;
        // "Smith, Texas Gov.": the state belongs to what follows.
        boolean owned = tokens.isCapitalised(next) && !tokens.is(next - 1, '.') && !tokens.lineBefore(next);
        boolean opens = first == 0 || tokens.lineBefore(first);
        boolean closed = !tokens.isWord(next) || tokens.lineBefore(next);
        if (owned) {
            return false;
        }
        return preposition
                || opens && (closed || tokens.isAllCaps(first))
                || !spelled
                || tokens.is(first - 1, ',')
                || closed;
    }

    /** Every place where one of the towns is named, by start. */
    private List<Match> everywhere(Checkpoint checkpoint) {
        int next = 0;
        for (int i = 0; i < tokens.size(); i++) {
            checkpoint.step();
            while (next < matches.size() && matches.get(next).last() < i) {
                next++;
            }
            int free = next < matches.size() ? matches.get(next).first() : tokens.size();
            if (i >= free || !tokens.isCapitalised(i)) {
                continue;
            }
            for (int last = Math.min(i + 2 * LONGEST, free - 1); last >= i; last--) {
                GazetteerEntry entry = tokens.isWord(last) ? entries.get(key(i, last)) : null;
                if (entry != null) {
                    found.add(new Match(i, last, entry, tokens.start(i), tokens.end(last)));
                    i = last;
                    break;
                }
            }
        }
        return found;
    }

    private String key(int first, int last) {
        return Folded.fold(tokens.text().substring(tokens.start(first), tokens.end(last)));
    }
}
