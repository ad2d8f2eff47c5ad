package wherein.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One walk over the text of a query before anything recursive sees it: quotes, brackets and groups must close, groups must
 * not nest too deep, and what {@code NEAR} joins is found, since Lucene's parser does not know it.
 *
 * <p>Positions are UTF-16 indices into the line.
 */
final class QueryScan {

    /** Stands in for a letter of what NEAR joins; where it came from the reader, no {@link Chain} begins. */
    private static final String MASK = "\uE000";

    private static final Pattern NEAR = Pattern.compile("(O?)NEAR/(\\d{1,6})");
    private static final Pattern SUFFIX = Pattern.compile("[~^][0-9.]*");

    /** Stands in for the = of a form; it counts only where one was, and not where it came from the reader. */
    private static final char FORM = '\uE001';

    private final String line;
    private final Predicate<String> isWords;
    private final Map<Integer, Chain> chains = new HashMap<>();
    /** Where = stands before a word, or a phrase, that is asked for in this form alone. */
    private final Set<Integer> forms = new HashSet<>();

    private final Deque<Group> open = new ArrayDeque<>();

    /** From where to where an operand goes, end exclusive. */
    record Range(int start, int end) {}

    /** Operands that NEAR joins. */
    record Chain(List<Range> operands, int distance, boolean ordered) {}

    /** A group that is not closed yet, and what stands in it. */
    private static final class Group {
        final int start;
        final int bracket;
        final List<Range> operands = new ArrayList<>();
        /** The operator that waits for its right operand, and where it stands. */
        Matcher operator;

        int operatorAt;
        Chain chain;

        Group(int start, int bracket) {
            this.start = start;
            this.bracket = bracket;
        }
    }

    private QueryScan(String line, Predicate<String> isWords) {
        this.line = line;
        this.isWords = isWords;
    }

    /**
     * Scans {@code line}.
     *
     * @param isWords whether a field is one of words, of which a form can be asked for
     * @throws QuerySyntaxException if something is not closed, or an operator lacks an operand
     * @throws QueryLimitException if groups nest too deep
     */
    static QueryScan of(String line, Predicate<String> isWords) throws QuerySyntaxException, QueryLimitException {
        QueryScan scan = new QueryScan(line, isWords);
        scan.run();
        return scan;
    }

    /** What NEAR joins, by where it begins. */
    Map<Integer, Chain> chains() {
        return chains;
    }

    /** Whether a word or phrase that begins at {@code index} of the masked line is one whose form alone is asked for. */
    boolean isForm(int index) {
        return forms.contains(index) || index > 0 && forms.contains(index - 1) && line.charAt(index) == '"';
    }

    /**
     * The line with a word of no meaning in place of whatever NEAR joins, as long as that is, and with a letter of none in
     * front of what is asked for in one form; in quotation marks it stands behind the first.
     */
    String masked() {
        StringBuilder masked = new StringBuilder(line);
        for (int form : forms) {
            boolean quoted = line.charAt(form + 1) == '"';
            masked.replace(form, form + (quoted ? 2 : 1), (quoted ? "\"" : "") + FORM);
        }
        for (var each : chains.entrySet()) {
            int start = each.getKey();
            int end = each.getValue().operands().getLast().end();
            masked.replace(start, end, MASK.repeat(end - start));
        }
        return masked.toString();
    }

    private void run() throws QuerySyntaxException, QueryLimitException {
        open.push(new Group(-1, -1));
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == ')') {
                i = close(i);
            } else if (Character.isWhitespace(c) || c == '+' || c == '-' || c == '!') {
                i++;
            } else {
                i = operand(i);
            }
        }
        if (open.size() > 1) {
            throw fault("this ( is not closed; expected )", open.peek().bracket, line + ")");
        }
        end(open.pop(), line.length());
    }

    /** From the beginning of an operand, operator or group to behind it, or behind the bracket that opens the group. */
    private int operand(int start) throws QuerySyntaxException, QueryLimitException {
        int i = start;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == '(' && isOpening(start, i)) {
                open.push(new Group(start, i));
                if (open.size() - 1 > QueryParser.MAX_DEPTH) {
                    throw new QueryLimitException(
                            "groups are nested deeper than the " + QueryParser.MAX_DEPTH + " that are allowed");
                }
                return i + 1;
            }
            if (c == '(' || c == ')' || Character.isWhitespace(c)) {
                break;
            }
            i = sign(start, i);
        }
        took(new Range(start, Math.min(i, line.length())));
        return i;
    }

    /** A bracket opens a group at the beginning of an operand, or behind the name of its field. */
    private boolean isOpening(int start, int i) {
        return i == start || line.charAt(i - 1) == ':';
    }

    /** Behind the sign at {@code i}; what is quoted, bracketed or escaped goes as one. */
    private int sign(int start, int i) throws QuerySyntaxException {
        char c = line.charAt(i);
        boolean begins = i == start || line.charAt(i - 1) == ':';
        if (c == '\\') {
            return i + 2;
        }
        if (begins && asksForm(line, i) && ofWords(start, i)) {
            forms.add(i);
            return i + 1;
        }
        if (c == '"') {
            return closing(i, '"', "this quotation mark has no partner; expected another \"", "\"");
        }
        if (begins && (c == '[' || c == '{')) {
            return bracketed(i);
        }
        if (begins && c == '/') {
            return closing(i, '/', "this / has no partner; expected another /, or \\/ for the sign itself", "/");
        }
        return i + 1;
    }

    /** Whether an = stands at {@code i} right before a letter, a digit or a quotation mark. */
    static boolean asksForm(String line, int i) {
        return i + 1 < line.length()
                && line.charAt(i) == '='
                && (line.charAt(i + 1) == '"' || Character.isLetterOrDigit(line.codePointAt(i + 1)));
    }

    /** Behind the name of another field than one of words, = compares a value. */
    private boolean ofWords(int start, int i) {
        return i == start || isWords.test(line.substring(start, i - 1));
    }

    /** Behind the range that begins at {@code start}; its ends may be quoted. */
    private int bracketed(int start) throws QuerySyntaxException {
        int i = start + 1;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == ']' || c == '}') {
                return i + 1;
            }
            i = c == '\\' || c == '"' ? sign(start, i) : i + 1;
        }
        throw fault("this " + line.charAt(start) + " is not closed; expected ]", start, line + "]");
    }

    private int closing(int start, char partner, String fault, String mend) throws QuerySyntaxException {
        for (int i = start + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == partner) {
                return i + 1;
            }
        }
        throw fault(fault, start, line + mend);
    }

    private int close(int i) throws QuerySyntaxException {
        if (open.size() == 1) {
            throw fault("this ) closes no (", i, "");
        }
        Group group = open.pop();
        end(group, i);
        Matcher suffix = SUFFIX.matcher(line).region(i + 1, line.length());
        int end = suffix.lookingAt() ? suffix.end() : i + 1;
        took(new Range(group.start, end));
        return end;
    }

    /** Notes an operand, or the operator NEAR. */
    private void took(Range range) throws QuerySyntaxException {
        Group group = open.peek();
        Matcher operator = NEAR.matcher(line).region(range.start, range.end);
        if (operator.matches()) {
            if (group.operator != null || group.operands.isEmpty() || isWordOperator(group.operands.getLast())) {
                throw lacking(operator.group(), range.start);
            }
            group.operator = operator;
            group.operatorAt = range.start;
            return;
        }
        if (group.operator == null) {
            group.chain = null;
        } else if (isWordOperator(range)) {
            throw lacking(group.operator.group(), group.operatorAt);
        } else {
            join(group, range);
        }
        group.operands.add(range);
        group.operator = null;
    }

    private void join(Group group, Range right) throws QuerySyntaxException {
        int distance = Integer.parseInt(group.operator.group(2));
        boolean ordered = !group.operator.group(1).isEmpty();
        if (distance > QueryParser.MAX_DISTANCE) {
            throw fault(
                    "the distance " + distance + " is above " + QueryParser.MAX_DISTANCE + ", the greatest there is",
                    group.operatorAt,
                    "");
        }
        if (group.chain != null && (group.chain.distance != distance || group.chain.ordered != ordered)) {
            throw fault(
                    "all NEAR in a row must be alike, of one distance; put what belongs together into brackets",
                    group.operatorAt,
                    "");
        }
        List<Range> operands = new ArrayList<>();
        if (group.chain == null) {
            operands.add(group.operands.getLast());
        } else {
            operands.addAll(group.chain.operands);
        }
        operands.add(right);
        group.chain = new Chain(List.copyOf(operands), distance, ordered);
        chains.put(operands.getFirst().start(), group.chain);
    }

    private void end(Group group, int at) throws QuerySyntaxException {
        if (group.operator != null) {
            throw lacking(group.operator.group(), group.operatorAt);
        }
    }

    private boolean isWordOperator(Range range) {
        String word = line.substring(range.start, range.end);
        return QueryPrinter.isOperator(word) || word.equals("&&") || word.equals("||");
    }

    private QuerySyntaxException lacking(String operator, int at) {
        return fault(
                operator
                        + " stands between two things: expected a word, a phrase, a mention clause or a group on either "
                        + "side; put \\ before its / to search for it",
                at,
                "");
    }

    private QuerySyntaxException fault(String message, int index, String didYouMean) {
        return new QuerySyntaxException(message, QueryParser.codePoint(line, index), didYouMean);
    }
}
