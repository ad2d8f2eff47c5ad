package wherein.query;

import java.util.Locale;

/**
 * The size of a query, told from its tree. One beyond {@link QueryLimits}, or beyond what {@link QueryParser} allows, is refused,
 * since a server cannot promise to answer it in time. Takes time in proportion to the query.
 */
final class QuerySize {

    private int leaves;
    private int patterns;

    private QuerySize() {}

    /**
     * Looks through {@code query}.
     *
     * @throws QueryLimitException if it is beyond one of {@code most} or a limit of {@link QueryParser}; the message names
     *     limit and value
     */
    static void check(Query query, QueryLimits most) throws QueryLimitException {
        QuerySize size = new QuerySize();
        size.count(query);
        refuse(size.leaves, most.clauses(), "the query has %d clauses");
        refuse(
                size.patterns,
                QueryParser.MAX_PATTERNS,
                "the query has %d wildcards, fuzzy words, regular expressions and ranges of words");
    }

    private void count(Query query) throws QueryLimitException {
        switch (query) {
            case Query.Bool bool -> {
                for (Query.Clause clause : bool.clauses()) {
                    count(clause.query());
                }
            }
            case Query.Near near -> {
                refuse(near.operands().size(), QueryParser.MAX_NEAR, "NEAR joins %d things in a row");
                for (Query operand : near.operands()) {
                    count(operand);
                }
            }
            case Query.Boost boost -> count(boost.query());
            case Query.Phrase phrase -> phrase(phrase.text(), phrase.slop());
            case Query.Exact exact -> phrase(exact.text(), exact.slop());
            case Query.Pattern pattern -> {
                leaves++;
                patterns++;
                if (pattern instanceof Query.Regex regex) {
                    expression(regex.expression());
                }
            }
            default -> leaves++;
        }
    }

    private void phrase(String text, int slop) throws QueryLimitException {
        leaves++;
        refuse(text.strip().split("\\s+").length, QueryParser.MAX_PHRASE, "a phrase has %d words");
        refuse(slop, QueryParser.MAX_DISTANCE, "a phrase has room for %d words");
    }

    /** Counted repeats are multiplied out when an automaton is made, and brackets are read by recursion. */
    private static void expression(String expression) throws QueryLimitException {
        refuse(expression.length(), QueryParser.MAX_EXPRESSION, "a regular expression has %d characters");
        long states = expression.length();
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                refuse(++depth, QueryParser.MAX_DEPTH, "brackets of a regular expression are nested %d deep");
            } else if (c == ')') {
                depth--;
            } else if (c == '{') {
                int end = expression.indexOf('}', i);
                states = Math.min(1 << 20, states * greatest(expression.substring(i + 1, end < 0 ? i + 1 : end)));
            }
        }
        refuse(
                (int) states,
                4 * QueryParser.MAX_EXPRESSION,
                "a regular expression with its repeats counts %d characters");
    }

    private static long greatest(String repeats) {
        long greatest = 1;
        for (String number : repeats.split(",")) {
            String digits = number.strip();
            if (!digits.matches("\\d+")) {
                continue;
            }
            greatest = Math.max(greatest, digits.length() > 6 ? 1 << 20 : Long.parseLong(digits));
        }
        return greatest;
    }

    private static void refuse(int count, int limit, String what) throws QueryLimitException {
        if (count > limit) {
            throw new QueryLimitException(
                    String.format(Locale.ROOT, what, count) + ", more than the " + limit + " that are allowed");
        }
    }
}
