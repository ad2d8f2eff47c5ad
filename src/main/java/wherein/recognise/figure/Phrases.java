package wherein.recognise.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wherein.text.WordMap;

/** Words and groups of words that mean something beside a number, such as "no more than" or "oder mehr". */
final class Phrases {

    /**
     * A phrase.
     *
     * @param words its words in lower case
     * @param meaning what it means
     */
    private record Phrase(String[] words, String meaning) {}

    /** A phrase that was found: what it means, its first token and the token after its last. */
    record Found(String meaning, int first, int end) {}

    /** By first and by last word, the longest phrase first. */
    private final WordMap<List<Phrase>> first;

    private final WordMap<List<Phrase>> last;

    /** Takes the meanings of each phrase, whose words are parted by underscores. */
    Phrases(Map<String, Set<String>> meanings) {
        Map<String, List<Phrase>> heads = new HashMap<>();
        Map<String, List<Phrase>> tails = new HashMap<>();
        meanings.forEach((phrase, kinds) -> kinds.forEach(meaning -> {
            String[] words = phrase.split("_");
            Phrase one = new Phrase(words, meaning);
            heads.computeIfAbsent(words[0], key -> new ArrayList<>()).add(one);
            tails.computeIfAbsent(words[words.length - 1], key -> new ArrayList<>())
                    .add(one);
        }));
        first = longest(heads);
        last = longest(tails);
    }

    private static WordMap<List<Phrase>> longest(Map<String, List<Phrase>> phrases) {
        Comparator<Phrase> byLength = Comparator.comparing(phrase -> -phrase.words.length);
        phrases.values().forEach(list -> list.sort(byLength));
        return new WordMap<>(phrases);
    }

    /** The longest phrase of a meaning that begins with {@code kind} and stands from token {@code at} on; null if none. */
    Found from(FigureText text, int at, String kind) {
        return find(text, text.tokens.isWord(at) ? first.get(text.tokens, at) : null, kind, at, true);
    }

    /** The longest phrase of a meaning that begins with {@code kind} and whose last word is token {@code at}; null if none. */
    Found to(FigureText text, int at, String kind) {
        return find(text, text.tokens.isWord(at) ? last.get(text.tokens, at) : null, kind, at, false);
    }

    private static Found find(FigureText text, List<Phrase> phrases, String kind, int at, boolean forward) {
        for (Phrase phrase : phrases == null ? List.<Phrase>of() : phrases) {
            int from = forward ? at : at - phrase.words.length + 1;
            if (phrase.meaning.startsWith(kind) && from >= 0 && stands(text, phrase, from)) {
                return new Found(phrase.meaning.substring(kind.length()), from, from + phrase.words.length);
            }
        }
        return null;
    }

    private static boolean stands(FigureText text, Phrase phrase, int from) {
        for (int i = 0; i < phrase.words.length; i++) {
            if (!text.word(from + i, phrase.words[i]) || i > 0 && !text.sameLine(from + i)) {
                return false;
            }
        }
        return true;
    }
}
