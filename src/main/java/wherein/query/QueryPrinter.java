package wherein.query;

import java.util.stream.Collectors;

/** Writes a query down in its canonical form. */
public final class QueryPrinter {

    private QueryPrinter() {}

    /** {@code query} in the query language; every clause shows how it counts, with no operator for "may match". */
    public static String print(Query query) {
        return switch (query) {
            case Query.Bool bool ->
                bool.clauses().stream().map(QueryPrinter::clause).collect(Collectors.joining(" "));
            default -> leaf(query);
        };
    }

    private static String clause(Query.Clause clause) {
        String sign = switch (clause.occur()) {
            case MUST -> "+";
            case MUST_NOT -> "-";
            case SHOULD, FILTER -> "";
        };
        String inner = clause.query() instanceof Query.Bool bool ? "(" + print(bool) + ")" : leaf(clause.query());
        return sign + inner;
    }

    private static String leaf(Query query) {
        return switch (query) {
            case Query.Term term -> escape(term.text());
            case Query.Phrase phrase -> quote(phrase.text());
            case Query.Words words -> words.field() + ":" + value(words.text());
            case Query.Keyword keyword -> keyword.field() + ":" + value(keyword.value());
            case Query.Dates dates -> "date:" + dates.text();
            case Query.Mentioned mentioned -> mentioned.text();
            case Query.All all -> "*:*";
            case Query.Bool bool -> "(" + print(bool) + ")";
        };
    }

    private static String value(String text) {
        return text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
                        && !text.isEmpty()
                        && text.charAt(0) != '-'
                ? text
                : quote(text);
    }

    /** {@code text} in quotation marks. */
    static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String escape(String word) {
        if (word.equals("AND") || word.equals("OR") || word.equals("NOT")) {
            return "\\" + word;
        }
        StringBuilder escaped = new StringBuilder();
        word.codePoints().forEach(c -> {
            if (c < 128 && "+-!():^[]\"{}~*?\\/&|<>=@ ".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}
