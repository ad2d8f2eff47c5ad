package wherein.query;

import java.util.ArrayList;
import java.util.List;

/** The word at the end of a text that is still being typed. */
final class LastWord {

    private LastWord() {}

    /**
     * {@code query}, read of {@code line}, with what its last word stands for: itself, in any form, and all words that begin so; of a
     * keyword all values that do. The same where the line ends with no word, but with a space or a sign, or where it is left out.
     */
    static Query open(Query query, String line) {
        int begin = line.length();
        while (begin > 0 && !Character.isWhitespace(line.charAt(begin - 1))) {
            begin--;
        }
        boolean isWord = begin < line.length() && Character.isLetterOrDigit(line.codePointBefore(line.length()));
        return isWord ? open(query, line.substring(begin), new boolean[1]) : query;
    }

    private static Query open(Query query, String written, boolean[] done) {
        if (query instanceof Query.Word word && isLast(word.field(), word.text(), written)) {
            done[0] = true;
            Query all = new Query.Wildcard(word.field(), beginning(word.text()));
            return new Query.Bool(
                    List.of(new Query.Clause(Query.Occur.SHOULD, word), new Query.Clause(Query.Occur.SHOULD, all)));
        }
        if (query instanceof Query.Keyword keyword && isLast(keyword.field(), keyword.value(), written)) {
            done[0] = true;
            return new Query.Wildcard(keyword.field(), beginning(keyword.value()));
        }
        if (!(query instanceof Query.Bool bool)) {
            return query;
        }
        List<Query.Clause> clauses = new ArrayList<>(bool.clauses());
        for (int i = clauses.size() - 1; i >= 0 && !done[0]; i--) {
            Query.Clause clause = clauses.get(i);
            if (clause.asks()) {
                clauses.set(i, new Query.Clause(clause.occur(), open(clause.query(), written, done)));
            }
        }
        return new Query.Bool(clauses);
    }

    /** Signs before the last word are of the query language, or none that a word has. */
    private static boolean isLast(String field, String text, String written) {
        String clause = field.isEmpty() ? text : field + ":" + text;
        return !text.isEmpty()
                && written.endsWith(clause)
                && written.substring(0, written.length() - clause.length())
                        .codePoints()
                        .noneMatch(Character::isLetterOrDigit);
    }

    private static String beginning(String text) {
        return text.replaceAll("([\\\\*?])", "\\\\$1") + "*";
    }
}
