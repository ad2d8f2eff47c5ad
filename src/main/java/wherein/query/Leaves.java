package wherein.query;

import java.util.function.Supplier;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import wherein.analysis.AnalysedWord;
import wherein.text.Nearest;
import wherein.time.DayRange;

/** Makes a leaf of Lucene's syntax tree one of ours, by its field. */
final class Leaves {

    private final QueryFields fields;
    private final String line;
    private final QueryScan scan;
    private final Supplier<Names> names;

    /**
     * For one query.
     *
     * @param names of the ledger, asked for only where a clause is about it
     */
    Leaves(QueryFields fields, String line, QueryScan scan, Supplier<Names> names) {
        this.fields = fields;
        this.line = line;
        this.scan = scan;
        this.names = names;
    }

    Query leaf(FieldQueryNode node, boolean quoted) throws QuerySyntaxException {
        String field = node.getFieldAsString();
        String text = node.getTextAsString();
        if (scan.isForm(node.getBegin())) {
            return exact(node, quoted);
        }
        if (field.equals(QueryTree.NO_FIELD)) {
            return words(node, quoted);
        }
        if (field.equals("*") && text.equals("*")) {
            return new Query.All();
        }
        if (MentionClauses.isField(field)) {
            return mentioned(field, text, quoted, node);
        }
        if (fields.isDate(field)) {
            return new Query.Dates(quoted && text.contains("/") ? "\"" + text + "\"" : text, days(text, node));
        }
        String named = named(field, node.getBegin());
        if (!quoted && isWild(node.getText()) && (fields.isKeyword(field) || isPattern(node.getText()))) {
            return new Query.Wildcard(named, pattern(node.getText()));
        }
        if (fields.isKeyword(named)) {
            return new Query.Keyword(named, text);
        }
        return quoted ? new Query.Phrase(named, text, 0) : new Query.Word(named, text);
    }

    /** Without a field: words of the text, a pattern of them, or everything. */
    private Query words(FieldQueryNode node, boolean quoted) {
        if (!quoted && isWild(node.getText()) && isPattern(node.getText())) {
            String pattern = pattern(node.getText());
            return pattern.matches("\\*+") ? new Query.All() : new Query.Wildcard(Query.TEXT, pattern);
        }
        String text = node.getTextAsString();
        return quoted ? new Query.Phrase(Query.TEXT, text, 0) : new Query.Word(Query.TEXT, text);
    }

    /** The first letter of its text stands for the = before it. */
    private Query exact(FieldQueryNode node, boolean quoted) throws QuerySyntaxException {
        String field = named(node.getFieldAsString(), node.getBegin());
        if (!field.equals(Query.TEXT) && !fields.isWords(field)) {
            throw fault(field + " compares whole values, of which = asks for no form; leave it out", node.getBegin());
        }
        if (!quoted && isWild(node.getText())) {
            throw fault("a pattern looks at words as they are written anyway; leave out the =", node.getBegin());
        }
        return new Query.Exact(field, node.getTextAsString().substring(1), 0);
    }

    Query fuzzy(FuzzyQueryNode node) throws QuerySyntaxException {
        if (scan.isForm(node.getBegin())) {
            throw fault("= asks for one form, and ~ for words like it; leave one of them out", node.getBegin());
        }
        float edits = node.getSimilarity();
        if (edits != 1 && edits != 2) {
            throw fault("the number behind ~ is how many letters may differ: expected 1 or 2", node.getBegin());
        }
        return new Query.Fuzzy(wordField(node, "~"), node.getTextAsString(), (int) edits);
    }

    Query regex(RegexpQueryNode node) throws QuerySyntaxException {
        int begin = Math.max(0, line.indexOf("/" + node.getText()));
        String field = named(node.getFieldAsString(), begin);
        if (MentionClauses.isField(field) || fields.isDate(field)) {
            throw fault(field + " takes no regular expression", begin);
        }
        String expression = node.getText().toString();
        if ((expression.length() - expression.replaceFirst("\\\\+$", "").length() & 1) == 1) {
            throw fault("this / is escaped, and closes no regular expression", begin);
        }
        return new Query.Regex(field, expression);
    }

    Query range(TermRangeQueryNode node) throws QuerySyntaxException {
        FieldQueryNode lower = node.getLowerBound();
        String field = lower.getFieldAsString();
        if (field.startsWith("figure")) {
            return figures(node);
        }
        if (fields.isDate(field) || field.equals("when")) {
            return dates(node);
        }
        String from = lower.getTextAsString();
        String to = node.getUpperBound().getTextAsString();
        return new Query.WordRange(
                wordField(lower, "ranges"),
                isOpen(from) ? "" : from,
                isOpen(to) ? "" : to,
                isOpen(from) || node.isLowerInclusive(),
                isOpen(to) || node.isUpperInclusive());
    }

    /** The name of a field of words or keywords; empty for the text. */
    private String named(String field, int begin) throws QuerySyntaxException {
        if (field.equals(QueryTree.NO_FIELD)) {
            return Query.TEXT;
        }
        if (fields.isField(field)) {
            return field;
        }
        throw new QuerySyntaxException(
                "there is no field \"" + field + "\"; there are " + String.join(", ", fields.names())
                        + "; put \\ before the colon to search for it",
                QueryParser.codePoint(line, begin - field.length() - 1),
                Nearest.to(field, fields.names()).orElse(""));
    }

    private String wordField(FieldQueryNode node, String what) throws QuerySyntaxException {
        String field = named(node.getFieldAsString(), node.getBegin());
        if (MentionClauses.isField(field) || fields.isDate(field)) {
            throw fault(field + " does not go with " + what, node.getBegin());
        }
        return field;
    }

    private static boolean isWild(CharSequence text) {
        return has('*', text) || has('?', text);
    }

    /** Question marks with neither star nor letter are what a lost text looks like, and no words of so many letters. */
    private static boolean isPattern(CharSequence text) {
        return has('*', text) || AnalysedWord.isIn(text.toString().replace('?', ' '));
    }

    private static boolean has(char sign, CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == sign && !wasEscaped(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code text} with {@code \} before each of its wildcard signs that stands for itself. */
    private static String pattern(CharSequence text) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || ((c == '*' || c == '?') && wasEscaped(text, i))) {
                pattern.append('\\');
            }
            pattern.append(c);
        }
        return pattern.toString();
    }

    private static boolean wasEscaped(CharSequence text, int i) {
        return text instanceof UnescapedCharSequence unescaped && unescaped.wasEscaped(i);
    }

    private Query dates(TermRangeQueryNode node) throws QuerySyntaxException {
        FieldQueryNode lower = node.getLowerBound();
        FieldQueryNode upper = node.getUpperBound();
        String from = lower.getTextAsString();
        String to = upper.getTextAsString();
        boolean inclusive = (isOpen(from) || node.isLowerInclusive()) && (isOpen(to) || node.isUpperInclusive());
        if (!inclusive) {
            throw fault("a range of dates holds both its ends: expected [ and ]", lower.getBegin());
        }
        DayRange first = isOpen(from) ? DayRange.ALL : days(from, lower);
        DayRange last = isOpen(to) ? DayRange.ALL : days(to, upper);
        if (last.to().isBefore(first.from())) {
            throw fault("the range ends before it begins", lower.getBegin());
        }
        String text = "[" + end(from) + " TO " + end(to) + "]";
        DayRange range = new DayRange(first.from(), last.to());
        return lower.getFieldAsString().equals("when")
                ? new Query.Mentioned("when:" + text, MentionClauses.when(range))
                : new Query.Dates(text, range);
    }

    private Query mentioned(String field, String text, boolean quoted, FieldQueryNode node)
            throws QuerySyntaxException {
        try {
            String shown = field + ":" + (quoted ? QueryPrinter.quote(text) : shown(text));
            return new Query.Mentioned(shown, mentions().selector(field, text));
        } catch (IllegalArgumentException e) {
            throw new QuerySyntaxException(
                    e.getMessage(),
                    QueryParser.codePoint(line, node.getBegin()),
                    mentions().nearestClause(field, text).orElse(""));
        }
    }

    /** {@code text} as it can be read back: with quotation marks, unless it is a plain word, value or {@code *}. */
    private static String shown(String text) {
        boolean plain = text.equals("*")
                || (!text.isEmpty()
                        && text.codePoints()
                                .allMatch(c -> Character.isLetterOrDigit(c) || (c < 128 && "-_.,".indexOf(c) >= 0))
                        && text.charAt(0) != '-'
                        && !QueryPrinter.isOperator(text));
        return plain ? text : QueryPrinter.quote(text);
    }

    private Query figures(TermRangeQueryNode node) throws QuerySyntaxException {
        FieldQueryNode lower = node.getLowerBound();
        String field = lower.getFieldAsString();
        String from = lower.getTextAsString();
        String to = node.getUpperBound().getTextAsString();
        try {
            double min = isOpen(from)
                    ? Double.NEGATIVE_INFINITY
                    : ValueRange.parse(from).min();
            double max =
                    isOpen(to) ? Double.POSITIVE_INFINITY : ValueRange.parse(to).max();
            ValueRange range = new ValueRange(
                    isOpen(from) || node.isLowerInclusive() ? min : Math.nextUp(min),
                    isOpen(to) || node.isUpperInclusive() ? max : Math.nextDown(max),
                    false);
            String text = (node.isLowerInclusive() ? "[" : "{") + end(from) + " TO " + end(to)
                    + (node.isUpperInclusive() ? "]" : "}");
            return new Query.Mentioned(
                    field + ":" + text, mentions().selector(field, "*").withValue(range));
        } catch (IllegalArgumentException e) {
            throw new QuerySyntaxException(
                    e.getMessage(),
                    QueryParser.codePoint(line, lower.getBegin()),
                    mentions().nearestClause(field, "").orElse(""));
        }
    }

    private MentionClauses mentions() {
        return new MentionClauses(names.get());
    }

    private static boolean isOpen(String end) {
        return end.equals("*") || end.isEmpty();
    }

    private static String end(String end) {
        return isOpen(end) ? "*" : end;
    }

    private DayRange days(String text, FieldQueryNode node) throws QuerySyntaxException {
        try {
            return MentionClauses.days(text);
        } catch (IllegalArgumentException e) {
            throw fault(e.getMessage(), node.getBegin());
        }
    }

    QuerySyntaxException fault(String message, int index) {
        return new QuerySyntaxException(message, QueryParser.codePoint(line, index), "");
    }
}
