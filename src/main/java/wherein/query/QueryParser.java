package wherein.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;

/**
 * From the text of a query to its tree.
 *
 * <p>The language is Lucene's: words, phrases in quotes, wildcards, {@code ~} for likeness, regular expressions between
 * slashes, {@code AND OR NOT + -}, groups, fields, ranges and boosts; and beside it {@code NEAR/n}, {@code ONEAR/n} and
 * mention clauses. Bare words are optional and ranked; a field clause without an operator, outside of any group, is required
 * and adds no score.
 */
public final class QueryParser {

    /** Groups nested deeper are refused: the parser under this one works by recursion. */
    public static final int MAX_DEPTH = 32;

    /** More wildcards, fuzzy words, regular expressions and ranges of words are refused: each may stand for many words. */
    public static final int MAX_PATTERNS = 64;

    /** A longer phrase is refused, in words as a reader counts them, by the spaces. */
    public static final int MAX_PHRASE = 256;

    /** No NEAR reaches farther, in words. */
    public static final int MAX_DISTANCE = 1_000;

    /** No NEAR joins more things in a row. */
    public static final int MAX_NEAR = 8;

    /** A longer regular expression is refused, in UTF-16 units. */
    public static final int MAX_EXPRESSION = 500;

    private static final Pattern COLUMN = Pattern.compile("column (\\d+)");

    /** Finds nothing: what a text is taken for that is not blank, and of which nothing is left. */
    private static final Query NOTHING =
            new Query.Bool(List.of(new Query.Clause(Query.Occur.SHOULD, new Query.Phrase(Query.TEXT, "", 0))));

    private final QueryFields fields;
    private final QueryLimits limits;

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
     * @param takenAs in box mode, the canonical form of what a query was taken for that is faulty or has signs that were not
     *     meant as syntax
     * @param leftOut what was left out: clauses that hold no word, and in box mode the words and patterns over a limit
     * @param fault in box mode, why the query was taken for its words, if its syntax is to blame
     * @param nothing why no passage can match, where that can be told without looking
     * @param crowd in box mode, the words of a query that has no room for them all, and finds nothing before it is {@link
     *     #lightened}
     * @param asks in box mode, what is asked for, if it is a question
     */
    public record Parsed(
            Query query,
            Optional<String> takenAs,
            List<String> leftOut,
            Optional<QuerySyntaxException> fault,
            Optional<String> nothing,
            Optional<PlainWords> crowd,
            Optional<Asks> asks) {

        /** Takes a copy. */
        public Parsed {
            leftOut = List.copyOf(leftOut);
        }

        /** A query that was read as it is. */
        private static Parsed of(Query query) {
            return meant(query, Optional.empty());
        }

        /** What a query was meant as. */
        private static Parsed meant(Query query, Optional<String> takenAs) {
            return new Parsed(
                    query, takenAs, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** The words of a query that is none. */
        private static Parsed of(PlainWords.Kept kept) {
            Query query = kept.clauses().isEmpty() ? NOTHING : new Query.Bool(kept.clauses());
            Optional<String> takenAs = Optional.of(QueryPrinter.print(query));
            return new Parsed(
                    query,
                    takenAs,
                    kept.leftOut(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private static Parsed of(PlainWords crowd) {
            return new Parsed(
                    NOTHING,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(crowd),
                    Optional.empty());
        }

        /** This with why it was taken for its words. */
        private Parsed because(QuerySyntaxException why) {
            return new Parsed(query, takenAs, leftOut, Optional.of(why), nothing, crowd, asks);
        }

        /**
         * This with those of a crowd of words for which one query has room: those that fewest passages have.
         *
         * @param passages how many passages have each word of the crowd; all are of one weight where it is empty
         */
        public Parsed lightened(Map<String, Integer> passages) {
            if (crowd.isEmpty()) {
                return this;
            }
            Parsed light = of(crowd.get().heaviest(passages));
            return fault.map(light::because).orElse(light).without(new Wordless(true));
        }

        /** This without the clauses that hold no word, or with the reason why it finds nothing for want of one. */
        private Parsed without(Wordless wordless) {
            Query left = wordless.leaveOut(query);
            List<String> more = new ArrayList<>(leftOut);
            more.addAll(wordless.leftOut());
            return new Parsed(
                    left,
                    takenAs.map(shown -> QueryPrinter.print(left)),
                    more,
                    fault,
                    wordless.reason(left),
                    crowd,
                    asks);
        }

        /** This without the clauses that hold {@code pattern}, which is left out. */
        public Parsed without(Query.Pattern pattern) {
            List<String> more = new ArrayList<>(leftOut);
            more.add(QueryPrinter.print(pattern));
            Optional<Query> left = query.without(pattern);
            return new Parsed(
                    left.orElse(NOTHING),
                    takenAs.map(shown -> QueryPrinter.print(left.orElse(NOTHING))),
                    more,
                    fault,
                    left.isPresent() ? nothing : Optional.of("all that the query asks for was left out"),
                    crowd,
                    asks);
        }

        /** This, where {@code text}, of which it was read, is still being typed: its last word stands for all that begin so too. */
        public Parsed typed(String text) {
            Query open = LastWord.open(query, Quotes.straight(oneLine(text)));
            return new Parsed(
                    open, takenAs.map(shown -> QueryPrinter.print(open)), leftOut, fault, nothing, crowd, asks);
        }

        /** This as a question. */
        private Parsed asking(NaturalQuestion question) {
            Query asked = question.query();
            return new Parsed(
                    asked,
                    takenAs.isPresent() || !asked.equals(query)
                            ? Optional.of(QueryPrinter.print(asked))
                            : Optional.empty(),
                    leftOut,
                    fault,
                    nothing,
                    crowd,
                    Optional.of(question.asks()));
        }
    }

    /** A parser for a collection with these fields, of queries as large as any may be. */
    public QueryParser(QueryFields fields) {
        this(fields, QueryLimits.MOST);
    }

    /** A parser for a collection with these fields, of queries within {@code limits}. Safe for use by several threads at once. */
    public QueryParser(QueryFields fields, QueryLimits limits) {
        this.fields = fields;
        this.limits = limits;
    }

    /** As below, where a ledger has no names, and with all words of one weight. */
    public Parsed parse(String text, Operator operator, Mode mode) throws QuerySyntaxException, QueryLimitException {
        return parse(text, operator, mode, () -> Names.NONE).lightened(Map.of());
    }

    /**
     * Reads {@code text}. One that is empty or white space asks for every passage, and so does a star; any other that holds no
     * word, clause or star finds nothing. Clauses without a word are left out where something is asked for beside them,
     * except where they are required: by a filter's field, or in strict mode by {@code +}, AND or NEAR. The work grows with
     * the length of the text.
     *
     * @param names of the ledger; asked for only where a clause is about it
     * @throws QuerySyntaxException in strict mode, if the text is no query
     * @throws QueryLimitException in strict mode, if it is beyond the {@link QueryLimits} or another limit
     *     here
     */
    public Parsed parse(String text, Operator operator, Mode mode, Supplier<Names> names)
            throws QuerySyntaxException, QueryLimitException {
        String line = Quotes.straight(oneLine(text));
        if (isBlank(text)) {
            return Parsed.of(new Query.All());
        }
        // With all words required it is the words that are, and no dash between them.
        Wordless wordless = new Wordless(mode == Mode.BOX || operator == Operator.AND);
        Parsed parsed = mode == Mode.STRICT ? Parsed.of(strict(line, operator, names)) : box(line, operator, names);
        return parsed.crowd().isPresent() ? parsed : parsed.without(wordless);
    }

    private Parsed box(String line, Operator operator, Supplier<Names> names) {
        Written written = written(line, operator, names);
        Parsed meant = meant(line, operator, written, names).orElseGet(() -> plain(line, operator));
        Parsed parsed =
                NaturalQuestion.of(line, meant.query()).map(meant::asking).orElse(meant);
        return written.fault().map(parsed::because).orElse(parsed);
    }

    private Parsed plain(String line, Operator operator) {
        PlainWords plain = PlainWords.of(line, operator, limits);
        return plain.fit() ? Parsed.of(plain.all()) : Parsed.of(plain);
    }

    private static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** A query as it is written, or why it is none; neither where it is beyond a limit. */
    private record Written(Optional<Query> query, Optional<QuerySyntaxException> fault) {}

    private Written written(String line, Operator operator, Supplier<Names> names) {
        try {
            return new Written(Optional.of(strict(line, operator, names)), Optional.empty());
        } catch (QuerySyntaxException e) {
            return new Written(Optional.empty(), Optional.of(e));
        } catch (QueryLimitException e) {
            return new Written(Optional.empty(), Optional.empty());
        }
    }

    /** The query that was meant; empty where that is none, or beyond a limit. */
    private Optional<Parsed> meant(String line, Operator operator, Written written, Supplier<Names> names) {
        String meant = line.length() > 2 * limits.characters() ? line : NaturalText.syntax(line, fields::isField);
        Optional<Query> query = meant.isBlank()
                ? Optional.empty()
                : written(meant, operator, names).query();
        return query.map(each -> Parsed.meant(
                each, written.query().equals(query) ? Optional.empty() : Optional.of(QueryPrinter.print(each))));
    }

    private Query strict(String line, Operator operator, Supplier<Names> names)
            throws QuerySyntaxException, QueryLimitException {
        int length = line.codePointCount(0, line.length());
        if (length > limits.characters()) {
            throw new QueryLimitException("the query has " + length + " characters, more than the "
                    + limits.characters() + " that one may have");
        }
        // What is left of control characters is blank, but was no blank text.
        Query query = line.isBlank() ? NOTHING : tree(line, operator, names, true);
        QuerySize.check(query, limits);
        return query;
    }

    /** The tree of {@code line}; of one operand of NEAR if it is not the {@code whole} query. */
    private Query tree(String line, Operator operator, Supplier<Names> names, boolean whole)
            throws QuerySyntaxException, QueryLimitException {
        QueryScan scan = QueryScan.of(line, fields::isWords);
        try {
            // Lucene writes "figure >= 5", our readers "figure:>=5": one character for one, so that positions hold.
            var parsed = new StandardSyntaxParser().parse(compared(scan.masked()), QueryTree.NO_FIELD);
            QueryTree tree = new QueryTree(
                    fields,
                    operator,
                    line,
                    scan,
                    names,
                    (start, end) -> tree(" ".repeat(start) + line.substring(start, end), Operator.OR, names, false));
            return whole ? tree.top(parsed) : tree.operand(parsed);
        } catch (NumberFormatException e) {
            // Lucene's parser lets it through.
            throw new QuerySyntaxException("a number behind ~ is larger than any that means something", 0, "");
        } catch (QueryNodeParseException e) {
            throw new QuerySyntaxException(
                    "the query is not complete, or has an operator or sign where a word was expected; put \\ before "
                            + "a sign, or quotes around words, to search for them as they are",
                    position(e, line),
                    "");
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

    /** Line ends, control characters and the wide space become spaces, one for one, so that positions hold. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}|[\u2028\u2029\u3000]", " ");
    }

    static int codePoint(String text, int index) {
        return text.codePointCount(0, Math.min(Math.max(0, index), text.length()));
    }
}
