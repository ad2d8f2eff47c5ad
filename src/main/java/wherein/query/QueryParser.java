package wherein.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;

/**
 * From the text of a query to its tree.
 *
 * <p>The language is Lucene's: words, phrases in quotes, {@code AND OR NOT + -}, groups, and fields. Bare words are
 * optional and ranked; a field clause without an operator, outside of any group, is required and adds no score.
 */
public final class QueryParser {

    /** A longer query is refused, in code points. */
    public static final int MAX_LENGTH = 8_000;

    /** More words, phrases and field clauses are refused. */
    public static final int MAX_LEAVES = 1_024;

    /** Groups nested deeper are refused: the parser under this one works by recursion. */
    public static final int MAX_DEPTH = 32;

    /** What a lone quotation mark leaves of itself. */
    private static final Query NOTHING = new Query.Term("");

    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");
    private static final Pattern PIECES = Pattern.compile("\"([^\"]*)\"|\\S+");

    private final QueryFields fields;

    /** What a query that is not wholly valid is taken for. */
    public enum Mode {
        /** For a fault: it throws. */
        STRICT,
        /** For words: a search box never fails. */
        BOX
    }

    /** What stands between bare words. */
    public enum Operator {
        /** Any of them will do. */
        OR,
        /** All of them are required. */
        AND
    }

    /**
     * A query that was read.
     *
     * @param query its tree
     * @param takenAs in box mode, the canonical form of the words that a faulty query was taken for
     */
    public record Parsed(Query query, Optional<String> takenAs) {}

    /** A parser for a collection with these fields. */
    public QueryParser(QueryFields fields) {
        this.fields = fields;
    }

    /**
     * Reads {@code text}; a blank one asks for every passage.
     *
     * @throws QuerySyntaxException in strict mode, if the text is no query
     * @throws QueryLimitException if it is beyond {@link #MAX_LENGTH}, {@link #MAX_LEAVES} or, in strict mode, {@link
     *     #MAX_DEPTH}
     */
    public Parsed parse(String text, Operator operator, Mode mode) throws QuerySyntaxException, QueryLimitException {
        int length = text.codePointCount(0, text.length());
        if (length > MAX_LENGTH) {
            throw new QueryLimitException(
                    "the query has " + length + " characters, more than the " + MAX_LENGTH + " that one may have");
        }
        String line = oneLine(text);
        if (line.isBlank()) {
            return new Parsed(new Query.All(), Optional.empty());
        }
        Query query;
        Optional<String> takenAs = Optional.empty();
        try {
            query = strict(line, operator);
        } catch (QuerySyntaxException | QueryLimitException e) {
            if (mode == Mode.STRICT) {
                throw e;
            }
            query = words(line, operator);
            takenAs = Optional.of(QueryPrinter.print(query));
        }
        int leaves = leaves(query);
        if (leaves > MAX_LEAVES) {
            throw new QueryLimitException(
                    "the query has " + leaves + " clauses, more than the " + MAX_LEAVES + " that one may have");
        }
        return new Parsed(query, takenAs);
    }

    private Query strict(String line, Operator operator) throws QuerySyntaxException, QueryLimitException {
        scan(line);
        try {
            // Lucene writes "figure >= 5", our readers "figure:>=5": one character for one, so that positions hold.
            var tree = new StandardSyntaxParser().parse(compared(line), QueryTree.NO_FIELD);
            return new QueryTree(fields, operator, line).top(tree);
        } catch (QueryNodeParseException e) {
            throw new QuerySyntaxException(
                    "the query is not complete, or has an operator or sign where a word was expected; put \\ before "
                            + "a sign, or quotes around words, to search for them as they are",
                    position(e, line),
                    "");
        }
    }

    /** Quotes and brackets must close, and groups must not nest too deep, before anything recursive sees the text. */
    private static void scan(String line) throws QuerySyntaxException, QueryLimitException {
        List<Integer> open = new ArrayList<>();
        int quote = -1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quote = quote < 0 ? i : -1;
            } else if (quote < 0 && c == '(') {
                open.add(i);
            } else if (quote < 0 && c == ')') {
                if (open.isEmpty()) {
                    throw new QuerySyntaxException("this ) closes no (", codePoint(line, i), "");
                }
                open.removeLast();
            }
            if (open.size() > MAX_DEPTH) {
                throw new QueryLimitException("groups are nested deeper than the " + MAX_DEPTH + " that are allowed");
            }
        }
        if (quote >= 0) {
            throw new QuerySyntaxException(
                    "this quotation mark has no partner; expected another \"", codePoint(line, quote), line + "\"");
        }
        if (!open.isEmpty()) {
            throw new QuerySyntaxException(
                    "this ( is not closed; expected )", codePoint(line, open.getLast()), line + ")");
        }
    }

    private static String compared(String line) {
        StringBuilder compared = new StringBuilder(line);
        boolean quoted = false;
        for (int i = 0; i + 1 < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted && "<>=".indexOf(line.charAt(i + 1)) >= 0) {
                compared.setCharAt(i, ' ');
            }
        }
        return compared.toString();
    }

    private static int position(QueryNodeParseException fault, String line) {
        int column = line.length();
        if (fault instanceof ParseException parse && parse.currentToken != null) {
            var next = parse.currentToken.next == null ? parse.currentToken : parse.currentToken.next;
            column = next.beginColumn;
        } else {
            Matcher matcher = COLUMN.matcher(String.valueOf(fault.getMessage()));
            if (matcher.find()) {
                column = Integer.parseInt(matcher.group(1)) - 1;
            }
        }
        return codePoint(line, Math.min(Math.max(0, column), line.length()));
    }

    /** The query as words and quoted phrases alone. */
    private static Query words(String line, Operator operator) {
        List<Query.Clause> clauses = new ArrayList<>();
        Query.Occur occur = operator == Operator.AND ? Query.Occur.MUST : Query.Occur.SHOULD;
        Matcher matcher = PIECES.matcher(line);
        while (matcher.find()) {
            Query query = matcher.group(1) != null
                    ? new Query.Phrase(matcher.group(1))
                    : new Query.Term(matcher.group().replace("\"", ""));
            if (!query.equals(NOTHING)) {
                clauses.add(new Query.Clause(occur, query));
            }
        }
        return clauses.isEmpty() ? new Query.All() : new Query.Bool(clauses);
    }

    static int leaves(Query query) {
        return query instanceof Query.Bool bool
                ? bool.clauses().stream()
                        .mapToInt(clause -> leaves(clause.query()))
                        .sum()
                : 1;
    }

    /** Line ends, control characters and the wide space become spaces, one for one, so that positions hold. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}|[\u2028\u2029\u3000]", " ");
    }

    static int codePoint(String text, int index) {
        return text.codePointCount(0, index);
    }
}
