package wherein.lucene;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import wherein.analysis.TextAnalyzer;

/** From a pattern of a query to the automaton that takes the terms it stands for. */
final class Patterns {

    private Patterns() {}

    /**
     * Takes some terms.
     *
     * @param bytes whether it reads UTF-8, and not code points
     */
    record Machine(Automaton automaton, boolean bytes) {

        CompiledAutomaton compiled() {
            return new CompiledAutomaton(automaton, false, true, bytes);
        }

        /** The passages with one of the terms in {@code field}, all of one score. */
        Query query(String field) {
            return new AutomatonQuery(new Term(field), automaton, bytes);
        }
    }

    /** For words, which the index has folded. */
    static Machine words(wherein.query.Query.Regex regex) {
        return regex(expression(regex.expression()));
    }

    /** For words, which the index has folded. */
    static Machine words(wherein.query.Query.WordRange range) {
        return range(range, folded(range.from()), folded(range.to()));
    }

    /** For keywords, of which small letters alone are kept beside the value itself. */
    static Machine keywords(wherein.query.Query.Pattern pattern) {
        return switch (pattern) {
            case wherein.query.Query.Regex regex -> regex(regex.expression());
            case wherein.query.Query.WordRange range -> range(range, small(range.from()), small(range.to()));
            case wherein.query.Query.Wildcard wildcard -> machine(small(wildcard.pattern()));
            case wherein.query.Query.Fuzzy fuzzy -> fuzzy(small(fuzzy.text()), fuzzy.edits());
        };
    }

    static Machine fuzzy(String word, int edits) {
        return new Machine(new LevenshteinAutomata(word, true).toAutomaton(edits), false);
    }

    /** {@code pattern} with its letters folded and its signs kept. */
    static Machine wildcard(String pattern) {
        StringBuilder folded = new StringBuilder();
        int begin = 0;
        for (int i = 0; i <= pattern.length(); i++) {
            boolean sign = i < pattern.length() && "*?\\".indexOf(pattern.charAt(i)) >= 0;
            if (sign || i == pattern.length()) {
                folded.append(folded(pattern.substring(begin, i)));
                begin = i + 1;
            }
            if (sign) {
                folded.append(pattern.charAt(i));
            }
        }
        return machine(folded.toString());
    }

    private static Machine machine(String wildcards) {
        return new Machine(
                WildcardQuery.toAutomaton(new Term("", wildcards), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT), false);
    }

    private static Machine regex(String expression) {
        Automaton automaton = new RegExp(expression, RegExp.NONE, RegExp.CASE_INSENSITIVE).toAutomaton();
        return new Machine(Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT), false);
    }

    private static Machine range(wherein.query.Query.WordRange range, String from, String to) {
        BytesRef least = from.isEmpty() ? null : new BytesRef(from);
        BytesRef greatest = to.isEmpty() ? null : new BytesRef(to);
        return new Machine(
                Automata.makeBinaryInterval(
                        least, least == null || range.fromIncluded(), greatest, greatest == null || range.toIncluded()),
                true);
    }

    /**
     * How much {@code other} counts where {@code word} was asked for: the part of its letters that need no edit, as Lucene's
     * fuzzy query reckons it.
     */
    static float likeness(String word, String other) {
        int[] a = word.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        return Math.max(0.1f, 1 - (float) edits(a, b) / Math.max(1, Math.min(a.length, b.length)));
    }

    /** Letters to insert, leave out, change or swap with their neighbour (optimal string alignment). */
    private static int edits(int[] a, int[] b) {
        int[][] edits = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int change = edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                edits[i][j] = Math.min(change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length][b.length];
    }

    private static String folded(String text) {
        return text.isEmpty() ? "" : TextAnalyzer.STANDARD.normalize("", text).utf8ToString();
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A regular expression keeps its signs; letters other than ASCII, which are no signs, lose case and accents. */
    private static String expression(String expression) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(expression, Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> folded.append(c < 128 ? Character.toString(c) : folded(Character.toString(c))));
        return folded.toString();
    }
}
