package wherein.recognise.date;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wherein.recognise.NumberWord;
import wherein.recognise.WordList;
import wherein.text.WordMap;

/**
 * A word that calendar expressions are made of.
 *
 * @param role what it does
 * @param value the month from 1, the season from 21 (as EDTF counts), the ordinal, the decade …
 */
record DateWord(Role role, int value) {

    /** What a word does in a calendar expression. */
    enum Role {
        MONTH,
        WEEKDAY,
        SEASON,
        PART,
        EDGE,
        CENTURY,
        DECADE,
        YEAR,
        HALF,
        QUARTER,
        ERA,
        TENS,
        ROMAN,
        ORDINAL,
        CARDINAL,
        /** The Russian thousand that a year in words begins with. */
        THOUSAND,
        /** Joins a day to its month, or a month to its year: of, de, di. */
        OF,
        /** Joins the days of a range or a list: and, to, bis, по. */
        JOINT,
        /** Says which year is meant by its place beside the document's: last, this, next, the same. */
        LAST,
        THIS,
        NEXT,
        SAME
    }

    /** The words of the list, and the ordinals and cardinals below a hundred. */
    static final WordMap<DateWord> ALL = load();

    /** What stands beside a bare number, by kind: before, after, quantity, label. */
    static final WordMap<Set<String>> CUES = cues();

    private static WordMap<DateWord> load() {
        Map<String, DateWord> words = new HashMap<>();
        for (String[] row : WordList.rows(NumberWord.class, "number-words.tsv")) {
            if (!row[1].equals("scale") && row[2].length() < 3) {
                for (String word : row[3].split(" ")) {
                    words.putIfAbsent(
                            word,
                            new DateWord(Role.valueOf(row[1].toUpperCase(Locale.ROOT)), Integer.parseInt(row[2])));
                }
            }
        }
        words.putAll(DateWords.listed("en"));
        words.putAll(DateWords.listed("ru"));
        for (String[] row : WordList.rows(DateWord.class, "words.tsv")) {
            for (String word : row[2].split(" ")) {
                DateWord meaning =
                        new DateWord(Role.valueOf(row[0].toUpperCase(Locale.ROOT)), Integer.parseInt(row[1]));
                words.put(word, meaning);
                if (meaning.role() == Role.ROMAN && word.length() > 1) {
                    // Russian texts write them with their own letters that look alike.
                    words.put(word.replace('x', 'х'), meaning);
                    words.put(word.replace('x', 'х').replace('i', 'і'), meaning);
                }
            }
        }
        return new WordMap<>(words);
    }

    private static WordMap<Set<String>> cues() {
        Map<String, Set<String>> cues = new HashMap<>();
        for (String[] row : WordList.rows(DateWord.class, "cues.tsv")) {
            for (String word : row[1].split(" ")) {
                cues.computeIfAbsent(word, key -> new HashSet<>()).add(row[0]);
            }
        }
        return new WordMap<>(cues);
    }
}
