package wherein.recognise.date;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wherein.text.WordMap;

/** Tells by the verb of its clause whether a date lies behind the document's own, or ahead. */
final class Tense {

    /** Which way a verb points. */
    enum Time {
        PAST,
        FUTURE,
        /** The nearer of both: an infinitive, a present, a deadline. */
        NEAR,
        /** No verb tells. */
        OPEN
    }

    /**
     * The verbs of one language: whole words, the endings of the others, what a participle stands behind, and what
     * introduces a deadline.
     */
    private record Verbs(WordMap<Time> words, Map<String, Time> endings, Set<String> passive, Set<String> deadline) {}

    private static final Map<String, Verbs> LANGUAGES = new ConcurrentHashMap<>();

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
        Set<String> passive = new HashSet<>();
        Set<String> deadline = new HashSet<>();
        for (String code : read) {
            for (String[] row : DateWords.rows(code)) {
                for (String word : row[2].split(" ")) {
                    switch (row[0]) {
                        case "passive" -> passive.add(word);
                        case "deadline" -> deadline.add(word);
                        case "future", "past", "near", "open" -> {
                            Time time = Time.valueOf(row[0].toUpperCase(Locale.ROOT));
                            if (word.startsWith("-")) {
                                endings.put(word.substring(1), time);
                            } else {
                                words.putIfAbsent(word, time);
                            }
                        }
                        default -> {}
                    }
                }
            }
        }
        return new Verbs(new WordMap<>(words), Map.copyOf(endings), Set.copyOf(passive), Set.copyOf(deadline));
    }

    /**
     * The time of a date.
     *
     * <p>A deadline is near; else the verb before it that stands nearest decides, else the first verb behind it.
     *
     * @param from the first token of its sentence
     * @param first its own first token
     * @param end the token after its last
     * @param to the token after the last of its sentence
     */
    Time of(int from, int first, int end, int to) {
        int last = nearest(from, first);
        if (last >= from) {
            Time time = verb(last);
            return time == Time.PAST && isDeadline(first) ? Time.NEAR : time;
        }
        for (int i = end; i < to; i++) {
            Time time = verb(i);
            if (time != Time.OPEN) {
                return time;
            }
        }
        return isDeadline(first) ? Time.NEAR : Time.OPEN;
    }

    /** Whether the verb that decides stands right before the date, with a preposition or an adverb at most between. */
    boolean isClose(int from, int first) {
        return nearest(from, first) >= first - 3;
    }

    private int nearest(int from, int first) {
        int i = first - 1;
        while (i >= from && (verb(i) == Time.OPEN || verb(i) == Time.PAST && isPassive(i))) {
            i--;
        }
        return i;
    }

    /** "To be paid", "is heard": the participle has the time of what stands before it. */
    private boolean isPassive(int i) {
        return text.tokens.isWord(i - 1) && verbs.passive().contains(text.tokens.lower(i - 1));
    }

    private boolean isDeadline(int first) {
        return text.tokens.isWord(first - 1) && verbs.deadline().contains(text.tokens.lower(first - 1));
    }

    /** "To" and what may be a verb: a small word that is no article and no possessive. */
    private boolean isInfinitive(int i) {
        return text.word(i, "to")
                && text.tokens.isWord(i + 1)
                && !text.tokens.isCapitalised(i + 1)
                && text.length(i + 1) > 1
                && !text.cue(i + 1, "owner")
                && !text.cue(i + 1, "determiner");
    }

    private Time verb(int i) {
        if (!text.tokens.isWord(i) || text.tokens.isCapitalised(i) && i > 0 && text.tokens.isCapitalised(i - 1)) {
            return Time.OPEN;
        }
        if (isInfinitive(i)) {
            return Time.NEAR;
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
            if (lower.endsWith(ending.getKey())) {
                return ending.getValue();
            }
        }
        return Time.OPEN;
    }
}
