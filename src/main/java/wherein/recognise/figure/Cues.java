package wherein.recognise.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import wherein.recognise.WordList;
import wherein.text.WordMap;

/** The word lists around a number: what says that it is a label or a bound, and what nouns it counts. */
final class Cues {

    /** By word: the kinds of cue it is (label, street, sport, change, clock, about, below, above, life). */
    static final WordMap<Set<String>> ALL = cues();

    /** Nouns for human beings, in every form that stands beside a number; true where the form is a plural. */
    static final WordMap<Boolean> PEOPLE = people();

    /** Words that end a counted noun phrase. */
    static final WordMap<Boolean> STOPS = stops();

    /** Irregular plurals with their singulars. */
    static final WordMap<String> SINGULARS = singulars();

    private Cues() {}

    private static WordMap<Set<String>> cues() {
        Map<String, Set<String>> cues = new HashMap<>();
        for (String[] row : WordList.rows(Cues.class, "cues.tsv")) {
            for (String word : row[1].split(" ")) {
                cues.computeIfAbsent(word, key -> new HashSet<>()).add(row[0]);
            }
        }
        return new WordMap<>(cues);
    }

    private static WordMap<Boolean> people() {
        Map<String, Boolean> people = new HashMap<>();
        for (String[] row : WordList.rows(Cues.class, "people.tsv")) {
            for (String word : row[1].split(" ")) {
                boolean plural = row[0].equals("ru")
                        || word.endsWith("s")
                        || word.endsWith("men")
                        || word.endsWith("people")
                        || word.endsWith("children");
                people.put(word, plural);
                if (row[0].equals("en") && !word.endsWith("s") && !word.endsWith("men")) {
                    people.put(plural(word), true);
                }
            }
        }
        return new WordMap<>(people);
    }

    private static String plural(String word) {
        boolean consonantY = word.endsWith("y") && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0;
        if (consonantY) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("ch") || word.endsWith("sh") || word.endsWith("ss") || word.endsWith("x")
                ? word + "es"
                : word + "s";
    }

    private static WordMap<Boolean> stops() {
        Map<String, Boolean> stops = new HashMap<>();
        for (String[] row : WordList.rows(Cues.class, "verbs.tsv")) {
            for (String word : row[0].split(" ")) {
                stops.put(word, true);
            }
        }
        for (String[] row : WordList.rows(Cues.class, "nouns.tsv")) {
            if (row[0].equals("stop")) {
                for (String word : row[2].split(" ")) {
                    stops.put(word, true);
                }
            }
        }
        return new WordMap<>(stops);
    }

    private static WordMap<String> singulars() {
        Map<String, String> singulars = new HashMap<>();
        for (String[] row : WordList.rows(Cues.class, "nouns.tsv")) {
            if (row[0].equals("irregular")) {
                singulars.put(row[2], row[1]);
            }
        }
        return new WordMap<>(singulars);
    }
}
