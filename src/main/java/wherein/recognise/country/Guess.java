package wherein.recognise.country;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wherein.text.Tokens;

/** Guesses the language of a text in Latin script by its commonest little words, so that its own names are looked up. */
final class Guess {

    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "fi", "tr", "cs", "ro", "hu", "id");

    private static final int READ = 200;
    private static final int LEAST = 2;

    /** The languages that have each little word, as bits. */
    private static final TokenMap<Integer> WORDS = words();

    private Guess() {}

    private static TokenMap<Integer> words() {
        Map<String, Integer> bits = new HashMap<>();
        for (int i = 0; i < LANGUAGES.size(); i++) {
            for (String word : CountryWords.section("stop-" + LANGUAGES.get(i))) {
                bits.merge(word, 1 << i, (a, b) -> a | b);
            }
        }
        TokenMap<Integer> map = new TokenMap<>();
        bits.forEach((word, set) -> map.put(Folded.fold(word), set));
        return map;
    }

    /** The code of the likeliest language; empty where none is likely, or the text is short. */
    static String language(Tokens tokens) {
        int[] found = new int[LANGUAGES.size()];
        int read = 0;
        for (int i = 0; i < tokens.size() && read < READ; i++) {
            if (tokens.isWord(i)) {
                read++;
                Integer bits = WORDS.get(tokens.text(), tokens.start(i), tokens.end(i));
                for (int rest = bits == null ? 0 : bits; rest != 0; rest &= rest - 1) {
                    found[Integer.numberOfTrailingZeros(rest)]++;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < found.length; i++) {
            best = found[i] > found[best] ? i : best;
        }
        boolean likely = found[best] >= LEAST && found[best] * 10 >= read && (best == 0 || found[best] > found[0]);
        return likely ? LANGUAGES.get(best) : "";
    }
}
