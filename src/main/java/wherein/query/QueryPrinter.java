package wherein.query;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a query down in its canonical form, which is read back to the same tree. */
public final class QueryPrinter {

    private QueryPrinter() {}

    /** {@code query} in the query language; every clause shows how it counts, with no operator for "may match". */
    public static String print(Query query) {
        return switch (query) {
            case Query.Bool bool ->
                bool.clauses().stream().map(QueryPrinter::outermost).collect(Collectors.joining(" "));
            default -> leaf(query);
        };
    }

    /** Outside of groups a field clause that may match is told from one that filters by brackets. */
    private static String outermost(Query.Clause clause) {
        boolean may = clause.occur() == Query.Occur.SHOULD && QueryTree.isFieldClause(clause.query());
        return may ? "(" + leaf(clause.query()) + ")" : clause(clause);
    }

    private static String group(Query.Bool bool) {
        return bool.clauses().stream().map(QueryPrinter::clause).collect(Collectors.joining(" ", "(", ")"));
    }

    private static String clause(Query.Clause clause) {
        String sign = switch (clause.occur()) {
            case MUST -> "+";
            case MUST_NOT -> "-";
            case SHOULD, FILTER -> "";
        };
        return sign + leaf(clause.query());
    }

    private static String leaf(Query query) {
        return switch (query) {
            case Query.Word word -> field(word.field()) + escape(word.text(), "");
            case Query.Phrase phrase -> field(phrase.field()) + quote(phrase.text()) + slop(phrase.slop());
            case Query.Exact exact -> field(exact.field()) + "=" + exact(exact) + slop(exact.slop());
            case Query.Wildcard wildcard -> field(wildcard.field()) + pattern(wildcard.pattern());
            case Query.Fuzzy fuzzy -> field(fuzzy.field()) + escape(fuzzy.text(), "") + "~" + fuzzy.edits();
            case Query.Regex regex -> field(regex.field()) + "/" + regex.expression() + "/";
            case Query.WordRange range ->
                field(range.field()) + (range.fromIncluded() ? "[" : "{") + end(range.from()) + " TO " + end(range.to())
                        + (range.toIncluded() ? "]" : "}");
            case Query.Near near -> near(near);
            case Query.Keyword keyword -> keyword.field() + ":" + value(keyword.value());
            case Query.Dates dates -> "date:" + dates.text();
            case Query.Mentioned mentioned -> mentioned.text();
            case Query.All all -> "*:*";
            case Query.Boost boost -> grouped(boost.query()) + "^" + factor(boost.factor());
            case Query.Bool bool -> group(bool);
        };
    }

    /** Without quotation marks only what {@link QueryScan#asksForm} tells from a sign, and what is one word. */
    private static String exact(Query.Exact exact) {
        String text = exact.text();
        boolean bare = !text.isEmpty()
                && Character.isLetterOrDigit(text.codePointAt(0))
                && text.codePoints().noneMatch(Character::isWhitespace)
                && !isOperator(text)
                && exact.slop() == 0;
        return bare ? escape(text, "") : quote(text);
    }

    private static String near(Query.Near near) {
        String operator = (near.ordered() ? " ONEAR/" : " NEAR/") + near.distance() + " ";
        return near.operands().stream().map(QueryPrinter::grouped).collect(Collectors.joining(operator));
    }

    /** In brackets where it would not hold together. */
    private static String grouped(Query query) {
        boolean loose = query instanceof Query.Near || query instanceof Query.Boost;
        return loose ? "(" + leaf(query) + ")" : leaf(query);
    }

    private static String field(String field) {
        return field.isEmpty() ? "" : field + ":";
    }

    private static String slop(int slop) {
        return slop == 0 ? "" : "~" + slop;
    }

    private static String factor(float factor) {
        return new BigDecimal(Float.toString(factor)).stripTrailingZeros().toPlainString();
    }

    private static String end(String end) {
        return end.isEmpty() ? "*" : quote(end);
    }

    private static String value(String text) {
        return text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
                        && !text.isEmpty()
                        && text.charAt(0) != '-'
                        && !isOperator(text)
                ? text
                : quote(text);
    }

    /** {@code text} in quotation marks. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c, c == '\\' || c == '"'));
        return quoted.append('"').toString();
    }

    /** A pattern keeps its own signs, and {@code \} before what stands for itself. */
    private static String pattern(String pattern) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\' && i + 1 < pattern.length()) {
                written.append(pattern, i, i + 2);
                i++;
            } else {
                written.append(escape(pattern.substring(i, i + 1), "*?"));
            }
        }
        return written.toString();
    }

    private static String escape(String word, String kept) {
        if (isOperator(word)) {
            return "\\" + word;
        }
        StringBuilder escaped = new StringBuilder();
        word.codePoints().forEach(c -> {
            // Of two marks of quotation that stand for themselves a reader would make a phrase.
            boolean sign = c < 128 ? "+-!():^[]\"{}~*?\\/&|<>=@ ".indexOf(c) >= 0 : Quotes.isMark(c);
            append(escaped, c, sign && kept.indexOf(c) < 0);
        });
        return escaped.toString();
    }

    static boolean isOperator(String word) {
        return word.equals("AND") || word.equals("OR") || word.equals("NOT");
    }

    /** A sign behind {@code \}; a space of another kind, or what no one can see, by its number, since it would be lost. */
    private static void append(StringBuilder text, int c, boolean sign) {
        if (Character.isISOControl(c)
                || c != ' ' && (Character.isWhitespace(c) || Character.isSpaceChar(c)) && c < 0x10000) {
            text.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else {
            text.append(sign ? "\\" : "").appendCodePoint(c);
        }
    }
}
