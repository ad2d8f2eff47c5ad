package wherein.recognise.country;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.mention.Checkpoint;
import wherein.recognise.country.Gazetteer.Match;
import wherein.recognise.country.GazetteerEntry.Sense;
import wherein.text.Tokens;

/**
 * Where a document is at home: the states and provinces that it names, whose towns it names, and whether it speaks as a
 * local paper does. A name that many places bear is that of the place at home.
 */
final class Home {

    /** From here on a document is at home in a state: it names it twice, or once beside a town of it. */
    private static final double LEAST = 1.7;

    /** From here on even the name of a capital means the town at home. */
    private static final double SURE = 3;

    /** A state by itself is named at most so many times for this. */
    private static final int MOST_NAMED = 3;

    /** Words of local news that count at most, and what each is worth. */
    private static final int MOST_WORDS = 4;

    private static final double WORD_WEIGHT = 0.5;

    /** So many different words that only one country's local papers use make it the home by themselves. */
    private static final int LOCAL_WORDS = 2;

    /** With more names of other countries it is no local paper, unless its words say so twice as often. */
    private static final int FEW_FOREIGN = 1;

    private static final Set<String> NAMED = CountryWords.section("local-named");
    private static final Set<String> ADDRESS = CountryWords.section("local-address");

    private static final List<String> COUNTRIES = List.of("US", "GB", "IE", "CA", "AU");

    /** The countries whose local news has each word, as bits by their place in the list. */
    private static final TokenMap<Integer> LOCAL = local();

    /** Nowhere. */
    static final Home NONE = new Home();

    private final Map<String, Double> regions = new HashMap<>();
    private final double words;

    /** The country whose local paper it is; empty where none is. */
    private final String country;

    private Home() {
        words = 0;
        country = "";
    }

    /**
     * Reads the evidence.
     *
     * @param matches what is known by its name
     * @param placed towns that have their state behind them
     * @param towns what may be towns
     */
    Home(Tokens tokens, List<Match> matches, List<Match> placed, List<Match> towns, Checkpoint checkpoint) {
        int[] local = words(tokens, checkpoint);
        int most = 0;
        for (int i = 1; i < COUNTRIES.size(); i++) {
            most = local[i] > local[most] ? i : most;
        }
        int best = most;
        this.words = Math.min(MOST_WORDS, local[best] + local[COUNTRIES.size()]) * WORD_WEIGHT;
        long foreign = matches.stream()
                .filter(match -> match.entry().isName() || match.entry().isDemonym())
                .filter(match -> !match.entry().first().id().equals(COUNTRIES.get(best)))
                .count();
        this.country =
                local[best] >= (foreign > FEW_FOREIGN ? 2 * LOCAL_WORDS : LOCAL_WORDS) ? COUNTRIES.get(best) : "";
        Map<String, Integer> named = new HashMap<>();
        Set<String> forms = new HashSet<>();
        for (Match match : matches) {
            checkpoint.step();
            GazetteerEntry entry = match.entry();
            Sense sense = entry.first();
            if (entry.has(GazetteerEntry.REGION) && !sense.region().isEmpty()) {
                String key = key(sense);
                if (named.merge(key, 1, Integer::sum) <= MOST_NAMED) {
                    regions.merge(key, 1.0, Double::sum);
                }
            } else if (entry.isCity() && isPlace(tokens, match) && forms.add(entry.form())) {
                share(entry);
            }
        }
        for (Match match : placed) {
            regions.merge(key(match.entry().first()), 1.0, Double::sum);
        }
        for (Match match : towns) {
            if (isPlace(tokens, match) && forms.add(match.entry().form())) {
                share(match.entry());
            }
        }
    }

    /** Whether the words around let it be a place rather than a person: that is enough to speak for a state. */
    private static boolean isPlace(Tokens tokens, Match match) {
        GazetteerEntry entry = match.entry();
        return !entry.has(GazetteerEntry.WEAK)
                || CountryWords.is(tokens, match.first() - 1, CountryWords.PLACE_BEFORE)
                || tokens.is(match.first() - 1, ',')
                || tokens.lineBefore(match.first()) && tokens.isAllCaps(match.first());
    }

    /** A town speaks for each state that has one of its name, the less the more they are. */
    private void share(GazetteerEntry entry) {
        int count = entry.senses().size();
        for (Sense sense : entry.senses()) {
            if (!sense.region().isEmpty()) {
                regions.merge(key(sense), 1.0 / count, Double::sum);
            }
        }
    }

    private static TokenMap<Integer> local() {
        Map<String, Integer> bits = new HashMap<>();
        for (int i = 0; i < COUNTRIES.size(); i++) {
            for (String word : CountryWords.section("local-" + COUNTRIES.get(i).toLowerCase(Locale.ROOT))) {
                bits.merge(word, 1 << i, (a, b) -> a | b);
            }
        }
        for (String word : CountryWords.section("local-any")) {
            bits.merge(word, 1 << COUNTRIES.size(), (a, b) -> a | b);
        }
        TokenMap<Integer> map = new TokenMap<>();
        bits.forEach((word, set) -> map.put(Folded.fold(word), set));
        return map;
    }

    /** How many different words of each country's local news the document has, and at the end of any local news. */
    private static int[] words(Tokens tokens, Checkpoint checkpoint) {
        int[] found = new int[COUNTRIES.size() + 1];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            checkpoint.step();
            if (!tokens.isWord(i)) {
                continue;
            }
            Integer bits = LOCAL.get(tokens.text(), tokens.start(i), tokens.end(i));
            if (bits != null && isLocal(tokens, i) && seen.add(tokens.lower(i))) {
                for (int rest = bits; rest != 0; rest &= rest - 1) {
                    found[Integer.numberOfTrailingZeros(rest)]++;
                }
            }
        }
        return found;
    }

    /** "Lamar County" and "12 Oak St." are local, a county and a drive are not. */
    private static boolean isLocal(Tokens tokens, int i) {
        String word = tokens.lower(i);
        boolean named = tokens.isCapitalised(i) && tokens.isCapitalised(i - 1);
        if (ADDRESS.contains(word)) {
            int number = tokens.isCapitalised(i - 2) ? i - 3 : tokens.is(i - 2, '.') ? i - 4 : i - 2;
            return named && tokens.isNumber(number);
        }
        return named || !NAMED.contains(word);
    }

    /** Whether there is anything by which a document may be at home in a state: only then its towns are looked up. */
    static boolean isNear(List<Match> matches) {
        return matches.stream().anyMatch(match -> {
            GazetteerEntry entry = match.entry();
            return entry.has(GazetteerEntry.REGION | GazetteerEntry.PLACED)
                    || entry.senses().stream().anyMatch(sense -> !sense.region().isEmpty());
        });
    }

    /** The matches of both lists, by start. */
    static List<Match> merge(List<Match> one, List<Match> other) {
        if (other.isEmpty()) {
            return one;
        }
        List<Match> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparingInt(Match::start));
        return all;
    }

    /** The matches of both lists, by start, without those of {@code one} that end where one of {@code other} does. */
    static List<Match> over(List<Match> one, List<Match> other) {
        if (other.isEmpty()) {
            return one;
        }
        Set<Integer> ends = new HashSet<>();
        other.forEach(match -> ends.add(match.last()));
        return merge(one.stream().filter(match -> !ends.contains(match.last())).toList(), other);
    }

    /** Those of {@code towns} that lie at home. */
    List<Match> at(List<Match> towns) {
        return towns.stream().filter(match -> of(match.entry()).isPresent()).toList();
    }

    private static String key(Sense sense) {
        return sense.id() + ":" + sense.region();
    }

    private double score(Sense sense) {
        double score = sense.region().isEmpty() ? 0 : regions.getOrDefault(key(sense), 0.0);
        return score < 1 ? score : score + words;
    }

    /** The meaning of {@code entry} that lies at home; empty where none does. */
    Optional<Sense> of(GazetteerEntry entry) {
        Sense best = null;
        double high = 0;
        for (Sense sense : entry.senses()) {
            double score = score(sense);
            if (score > high) {
                high = score;
                best = sense;
            }
        }
        return high >= LEAST ? Optional.of(best) : here(entry);
    }

    /** The meaning of {@code entry} in the country whose local paper the document is. */
    private Optional<Sense> here(GazetteerEntry entry) {
        return country.isEmpty()
                ? Optional.empty()
                : entry.senses().stream()
                        .filter(sense -> sense.id().equals(country))
                        .findFirst();
    }

    /** The same, where the document is at home there so surely that even a capital's name means it. */
    Optional<Sense> surely(GazetteerEntry entry) {
        return of(entry).filter(sense -> sense.id().equals(country) || score(sense) >= SURE);
    }
}
