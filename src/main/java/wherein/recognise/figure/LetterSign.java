package wherein.recognise.figure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wherein.recognise.WordList;

/**
 * Letters that mean a currency before a number or a dollar sign.
 *
 * @param currencies the currencies that are written so
 * @param weak whether the letters mean something else as often
 */
record LetterSign(List<String> currencies, boolean weak) {

    private static final Map<String, LetterSign> ALONE = load("sign", "weak-sign");
    private static final Map<String, LetterSign> DOLLARS = load("dollar");

    /** What the letters of token {@code i} mean before a number, in the case they have; null if nothing. */
    static LetterSign of(FigureText text, int i) {
        return at(ALONE, text, i);
    }

    /** What the letters of token {@code i} mean beside a dollar sign; null if nothing. */
    static LetterSign beforeDollar(FigureText text, int i) {
        return at(DOLLARS, text, i);
    }

    private static LetterSign at(Map<String, LetterSign> signs, FigureText text, int i) {
        return text.tokens.isWord(i) && text.length(i) <= 4 ? signs.get(text.tokens.surface(i)) : null;
    }

    private static Map<String, LetterSign> load(String... kinds) {
        Map<String, LetterSign> signs = new HashMap<>();
        for (String[] row : WordList.rows(LetterSign.class, "money.tsv")) {
            if (Arrays.asList(kinds).contains(row[0])) {
                LetterSign sign = new LetterSign(List.of(row[1].split(" ")), row[0].startsWith("weak"));
                for (String letters : row[2].split(" ")) {
                    signs.put(letters, sign);
                }
            }
        }
        return signs;
    }
}
