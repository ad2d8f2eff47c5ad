package wherein.recognise.figure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import wherein.recognise.NumberWord;
import wherein.recognise.WordList;
import wherein.text.WordMap;

/** What a word may do in a number; one word may do several things: тысяч is a scale and a vague magnitude. */
final class Sense {

    /** What a word does in a number. */
    enum Role {
        CARDINAL,
        SCALE,
        ORDINAL,
        DOZEN,
        HALF,
        FRACTION,
        VAGUE,
        COLLECTIVE,
        ONEHALF,
        HALFOF,
        SEVERAL,
        COUPLE,
        EVERY,
        LIFE,
        NEGATIVE,
        POINT,
        WHOLES
    }

    /** No such role. */
    static final long NONE = -1;

    static final WordMap<Sense> ALL = load();

    private final Map<Role, Long> values = new EnumMap<>(Role.class);

    /** The value of the word in {@code role}; {@link #NONE} if it has no such role. */
    long value(Role role) {
        return values.getOrDefault(role, NONE);
    }

    boolean is(Role role) {
        return values.containsKey(role);
    }

    private static WordMap<Sense> load() {
        Map<String, Sense> senses = new HashMap<>();
        for (String[] row : WordList.rows(NumberWord.class, "number-words.tsv")) {
            add(senses, row[1], row[2], row[3]);
        }
        for (String[] row : WordList.rows(Sense.class, "numbers.tsv")) {
            add(senses, row[0].equals("zero") ? "cardinal" : row[0], row[1], row[2]);
        }
        return new WordMap<>(senses);
    }

    private static void add(Map<String, Sense> senses, String role, String value, String words) {
        for (String word : words.split(" ")) {
            senses.computeIfAbsent(word, key -> new Sense())
                    .values
                    .put(Role.valueOf(role.toUpperCase(Locale.ROOT)), Long.parseLong(value));
        }
    }
}
