package wherein.recognise.country;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wherein.mention.Checkpoint;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** What a document says as a whole: how often it names each country and each state or province, and which people. */
final class CountryEvidence {

    private final Tokens tokens;
    private final List<Match> matches;
    private final Map<String, Integer> countries = new HashMap<>();
    private final Map<String, Integer> regions = new HashMap<>();
    private final Set<String> people = new HashSet<>();

    /** How often each country is named by any form but an uncertain town, and how often each form is there. */
    private final Map<String, Integer> named = new HashMap<>();

    private final Map<GazetteerEntry, Integer> forms = new HashMap<>();

    private Set<String> words;

    /** Counts the unambiguous ones among {@code matches}. */
    CountryEvidence(Tokens tokens, List<Match> matches, Checkpoint checkpoint) {
        this.tokens = tokens;
        this.matches = matches;
        for (Match match : matches) {
            checkpoint.step();
            GazetteerEntry entry = match.entry();
            boolean several = entry.senses().size() > 1;
            if (!entry.has(GazetteerEntry.WEAK)) {
                count(named, entry.first().id());
                forms.merge(entry, 1, Integer::sum);
            }
            if (entry.has(GazetteerEntry.REGION)) {
                count(countries, entry.first().id());
                count(regions, entry.first().id() + entry.first().region());
            } else if (!several
                    && !entry.has(GazetteerEntry.WEAK | GazetteerEntry.NEEDS | GazetteerEntry.GIVEN)
                    && !isGeorgia(entry)) {
                count(countries, entry.first().id());
            }
            if (entry.has(GazetteerEntry.GIVEN | GazetteerEntry.SURNAME | GazetteerEntry.WEAK) || entry.isName()) {
                if (PersonOrPlace.isRemembered(tokens, match)) {
                    people.add(tokens.lower(match.last()));
                }
            }
        }
    }

    private static boolean isGeorgia(GazetteerEntry entry) {
        return entry.form().equals("Georgia")
                || entry.form().equals("Jordan")
                || entry.form().equals("Chad");
    }

    private static void count(Map<String, Integer> counts, String key) {
        counts.merge(key, 1, Integer::sum);
    }

    /** All that was matched, by start. */
    List<Match> matches() {
        return matches;
    }

    /** How often the document names the country, in forms that mean nothing else. */
    int of(String id) {
        return countries.getOrDefault(id, 0);
    }

    /** How often the document names the country of {@code entry} by another form. */
    int others(GazetteerEntry entry) {
        return named.getOrDefault(entry.first().id(), 0) - forms.getOrDefault(entry, 0);
    }

    /** How often the document names the state or province. */
    int of(String id, String region) {
        return regions.getOrDefault(id + region, 0);
    }

    /** Whether the document names somebody by this word, in lower case: Jordan after Michael Jordan. */
    boolean isPerson(String word) {
        return people.contains(word);
    }

    /** How many of the words of a section occur in the document. */
    int countOf(Set<String> section) {
        if (words == null) {
            words = new HashSet<>();
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.isWord(i)) {
                    words.add(tokens.lower(i));
                }
            }
        }
        int found = 0;
        for (String word : section) {
            found += words.contains(word) ? 1 : 0;
        }
        return found;
    }

    /** The match before number {@code i}, or null if a text of more than {@code gap} tokens lies between. */
    Match before(int i, int gap) {
        return i > 0 && matches.get(i).first() - matches.get(i - 1).last() - 1 <= gap ? matches.get(i - 1) : null;
    }

    /** The match after number {@code i}, or null if a text of more than {@code gap} tokens lies between. */
    Match after(int i, int gap) {
        return i + 1 < matches.size()
                        && matches.get(i + 1).first() - matches.get(i).last() - 1 <= gap
                ? matches.get(i + 1)
                : null;
    }
}
