package wherein.recognise.country;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

    private static final Set<String> LOCAL = CountryWords.section("local-news");

    /** Nowhere. */
    static final Home NONE = new Home();

    private final Map<String, Double> regions = new HashMap<>();
    private final double words;

    private Home() {
        words = 0;
    }

    /**
     * Reads the evidence.
     *
     * @param matches what is known by its name
     * @param placed towns that have their state behind them
     * @param towns what may be towns
     */
    Home(Tokens tokens, List<Match> matches, List<Match> placed, List<Match> towns, Checkpoint checkpoint) {
        this.words = Math.min(MOST_WORDS, local(tokens, checkpoint)) * WORD_WEIGHT;
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
            } else if (entry.isCity() && forms.add(entry.form())) {
                share(entry);
            }
        }
        for (Match match : placed) {
            regions.merge(key(match.entry().first()), 1.0, Double::sum);
        }
        for (Match match : towns) {
            if (forms.add(match.entry().form())) {
                share(match.entry());
            }
        }
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

    private static int local(Tokens tokens, Checkpoint checkpoint) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < tokens.size() && found.size() < MOST_WORDS; i++) {
            checkpoint.step();
            if (tokens.isWord(i) && LOCAL.contains(tokens.lower(i))) {
                found.add(tokens.lower(i));
            }
        }
        return found.size();
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
        return high >= LEAST ? Optional.of(best) : Optional.empty();
    }

    /** The same, where the document is at home there so surely that even a capital's name means it. */
    Optional<Sense> surely(GazetteerEntry entry) {
        return of(entry).filter(sense -> score(sense) >= SURE);
    }
}
