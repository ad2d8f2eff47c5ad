package wherein.recognise.date;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wherein.recognise.WordList;
import wherein.text.WordMap;

/** Tells by the verb of its clause whether a date lies behind the document's own, or ahead. */
final class Tense {

    /** Which way a verb points. */
    enum Time {
        PAST,
        FUTURE,
        /** Ahead of what was told: would, could. */
        WOULD,
        /** No verb tells. */
        OPEN
    }

    /** The verbs of one language: whole words, and the endings of the others. */
    private record Verbs(WordMap<Time> words, Map<String, Time> endings) {}

    private static final Map<String, Verbs> LANGUAGES = new ConcurrentHashMap<>();

    /** Words in -ed that are no participles. */
    private static final Set<String> NO_VERB =
            Set.of("need", "speed", "indeed", "hundred", "seed", "feed", "unprecedented");

    /** Below this many letters no ending is asked: "его", "la". */
    private static final int SHORTEST = 4;

    private final DateText text;
    private final Verbs verbs;

    Tense(DateText text, String language) {
        this.text = text;
        this.verbs = LANGUAGES.computeIfAbsent(language, Tense::load);
    }

    /** What the words of {@code language} say; of an unknown language, what those of English and Russian do. */
    private static Verbs load(String language) {
        List<String> read = language.isEmpty() || language.equals("en") || language.equals("ru")
                ? List.of("en", "ru")
                : List.of(language);
        Map<String, Time> words = new HashMap<>();
        Map<String, Time> endings = new HashMap<>();
        for (String[] row : WordList.rows(Tense.class, "tense.tsv")) {
            if (read.contains(row[1])) {
                Time time = Time.valueOf(row[0].toUpperCase(Locale.ROOT));
                for (String word : row[2].split(" ")) {
                    if (word.startsWith("-")) {
                        endings.put(word.substring(1), time);
                    } else {
                        words.putIfAbsent(word, time);
                    }
                }
            }
        }
        return new Verbs(new WordMap<>(words), Map.copyOf(endings));
    }

    /**
     * The time of a date.
     *
     * <p>The verb before it that stands nearest decides, else the first verb behind it.
     *
     * @param from the first token of its sentence
     * @param first its own first token
     * @param end the token after its last
     * @param to the token after the last of its sentence
     */
    Time of(int from, int first, int end, int to) {
        for (int i = first - 1; i >= from; i--) {
            Time time = verb(i);
            if (time != Time.OPEN) {
                return time;
            }
        }
        for (int i = end; i < to; i++) {
            Time time = verb(i);
            if (time != Time.OPEN) {
                return time;
            }
        }
        return Time.OPEN;
    }

    private Time verb(int i) {
        if (!text.tokens.isWord(i) || text.tokens.isCapitalised(i) && i > 0 && text.tokens.isCapitalised(i - 1)) {
            return Time.OPEN;
        }
        if (text.tokens.isCapitalised(i) && text.is(i, DateWord.Role.MONTH)) {
            return Time.OPEN;
        }
        Time word = verbs.words().get(text.tokens, i);
        if (word != null) {
            return word;
        }
        if (text.length(i) < SHORTEST || text.tokens.isCapitalised(i)) {
            return Time.OPEN;
        }
        String lower = text.tokens.lower(i);
        for (Map.Entry<String, Time> ending : verbs.endings().entrySet()) {
            if (lower.endsWith(ending.getKey()) && !NO_VERB.contains(lower)) {
                return ending.getValue();
            }
        }
        return Time.OPEN;
    }
}
