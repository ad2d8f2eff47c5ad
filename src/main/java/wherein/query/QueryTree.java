package wherein.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import wherein.text.Nearest;
import wherein.time.DayRange;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/** Makes the tree of Lucene's syntax parser ours. */
final class QueryTree {

    /** What the parser calls a clause without a field. */
    static final String NO_FIELD = "_";

    private final QueryFields fields;
    private final QueryParser.Operator operator;
    private final String line;

    QueryTree(QueryFields fields, QueryParser.Operator operator, String line) {
        this.fields = fields;
        this.operator = operator;
        this.line = line;
    }

    /** The whole query; here alone a field clause without an operator is a filter. */
    Query top(QueryNode node) throws QuerySyntaxException {
        if (node instanceof BooleanQueryNode bool && isImplicit(bool)) {
            return implicit(bool, true);
        }
        if (node instanceof FieldQueryNode || node instanceof TermRangeQueryNode) {
            return new Query.Bool(List.of(clause(node, true)));
        }
        return convert(node);
    }

    private Query convert(QueryNode node) throws QuerySyntaxException {
        return switch (node) {
            case FuzzyQueryNode fuzzy -> throw notUnderstood(fuzzy.getBegin());
            case QuotedFieldQueryNode quoted -> leaf(quoted, true);
            case FieldQueryNode field -> leaf(field, false);
            case TermRangeQueryNode range -> range(range);
            case GroupQueryNode group -> convert(group.getChild());
            case AndQueryNode and -> explicit(and, Query.Occur.MUST);
            case OrQueryNode or -> explicit(or, Query.Occur.SHOULD);
            case BooleanQueryNode bool -> implicit(bool, false);
            case ModifierQueryNode modifier -> new Query.Bool(List.of(clause(modifier, false)));
            default -> throw notUnderstood(0);
        };
    }

    private QuerySyntaxException notUnderstood(int index) {
        return fault(
                "of Lucene's language, words, phrases, AND OR NOT + -, groups, fields and date ranges are understood, "
                        + "and neither ~ ^ @ nor /…/; put \\ before such a sign to search for it",
                index);
    }

    private static boolean isImplicit(BooleanQueryNode node) {
        return !(node instanceof AndQueryNode) && !(node instanceof OrQueryNode);
    }

    private Query implicit(BooleanQueryNode node, boolean top) throws QuerySyntaxException {
        List<Query.Clause> clauses = new ArrayList<>();
        for (QueryNode child : node.getChildren()) {
            clauses.add(clause(child, top));
        }
        return new Query.Bool(clauses);
    }

    private Query explicit(BooleanQueryNode node, Query.Occur occur) throws QuerySyntaxException {
        List<Query.Clause> clauses = new ArrayList<>();
        for (QueryNode child : node.getChildren()) {
            clauses.add(
                    child instanceof ModifierQueryNode
                            ? clause(child, false)
                            : new Query.Clause(occur, convert(child)));
        }
        return new Query.Bool(clauses);
    }

    private Query.Clause clause(QueryNode node, boolean top) throws QuerySyntaxException {
        if (node instanceof ModifierQueryNode modifier) {
            Query.Occur occur = switch (modifier.getModifier()) {
                case MOD_REQ -> Query.Occur.MUST;
                case MOD_NOT -> Query.Occur.MUST_NOT;
                case MOD_NONE -> byDefault();
            };
            return new Query.Clause(occur, convert(modifier.getChild()));
        }
        Query query = convert(node);
        boolean field = !(query instanceof Query.Term
                || query instanceof Query.Phrase
                || query instanceof Query.Bool
                || query instanceof Query.All);
        return new Query.Clause(top && field ? Query.Occur.FILTER : byDefault(), query);
    }

    private Query.Occur byDefault() {
        return operator == QueryParser.Operator.AND ? Query.Occur.MUST : Query.Occur.SHOULD;
    }

    private Query leaf(FieldQueryNode node, boolean quoted) throws QuerySyntaxException {
        String field = node.getFieldAsString();
        String text = node.getTextAsString();
        if (field.equals("*") && text.equals("*")) {
            return new Query.All();
        }
        if (MentionClauses.isField(field)) {
            return mentioned(field, text, quoted, node);
        }
        if (!quoted) {
            refuseWildcards(node);
        }
        if (field.equals(NO_FIELD)) {
            return quoted ? new Query.Phrase(text) : new Query.Term(text);
        }
        if (fields.isWords(field)) {
            return new Query.Words(field, text);
        }
        if (fields.isKeyword(field)) {
            return new Query.Keyword(field, text);
        }
        if (fields.isDate(field)) {
            return new Query.Dates(quoted && text.contains("/") ? "\"" + text + "\"" : text, days(text, node));
        }
        throw new QuerySyntaxException(
                "there is no field \"" + field + "\"; there are " + String.join(", ", fields.names())
                        + "; put \\ before the colon to search for it",
                QueryParser.codePoint(line, Math.max(0, node.getBegin() - field.length() - 1)),
                Nearest.to(field, fields.names()).orElse(""));
    }

    private void refuseWildcards(FieldQueryNode node) throws QuerySyntaxException {
        CharSequence text = node.getText();
        for (int i = 0; i < text.length(); i++) {
            boolean wild = text.charAt(i) == '*' || text.charAt(i) == '?';
            // A question mark at the end is how people write questions.
            boolean question = text.charAt(i) == '?' && i == text.length() - 1;
            boolean escaped = text instanceof UnescapedCharSequence unescaped && unescaped.wasEscaped(i);
            if (wild && !question && !escaped) {
                throw fault("wildcards are not understood; put \\ before the sign to search for it", node.getBegin());
            }
        }
    }

    private Query range(TermRangeQueryNode node) throws QuerySyntaxException {
        FieldQueryNode lower = node.getLowerBound();
        FieldQueryNode upper = node.getUpperBound();
        String field = lower.getFieldAsString();
        if (field.startsWith("figure")) {
            return figures(node);
        }
        if (!fields.isDate(field) && !field.equals("when")) {
            throw fault("only date, when and figure have ranges, such as date:[2022 TO 2023-05]", lower.getBegin());
        }
        if (!node.isLowerInclusive() || !node.isUpperInclusive()) {
            throw fault("a range of dates holds both its ends: expected [ and ]", lower.getBegin());
        }
        String from = lower.getTextAsString();
        String to = upper.getTextAsString();
        DayRange first = isOpen(from) ? DayRange.ALL : days(from, lower);
        DayRange last = isOpen(to) ? DayRange.ALL : days(to, upper);
        if (last.to().isBefore(first.from())) {
            throw fault("the range ends before it begins", lower.getBegin());
        }
        String text = "[" + (isOpen(from) ? "*" : from) + " TO " + (isOpen(to) ? "*" : to) + "]";
        DayRange range = new DayRange(first.from(), last.to());
        return field.equals("when")
                ? new Query.Mentioned("when:" + text, MentionClauses.when(range))
                : new Query.Dates(text, range);
    }

    private Query mentioned(String field, String text, boolean quoted, FieldQueryNode node)
            throws QuerySyntaxException {
        try {
            String shown = field + ":" + (quoted ? QueryPrinter.quote(text) : shown(text));
            return new Query.Mentioned(shown, fields.mentions().selector(field, text));
        } catch (IllegalArgumentException e) {
            throw new QuerySyntaxException(
                    e.getMessage(),
                    QueryParser.codePoint(line, node.getBegin()),
                    fields.mentions().nearestClause(field, text).orElse(""));
        }
    }

    /** {@code text} as it can be read back: with quotation marks, unless it is a plain word, value or {@code *}. */
    private static String shown(String text) {
        boolean plain = text.equals("*")
                || (!text.isEmpty()
                        && text.codePoints()
                                .allMatch(c -> Character.isLetterOrDigit(c) || (c < 128 && "-_.,".indexOf(c) >= 0))
                        && text.charAt(0) != '-');
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
            String text = (node.isLowerInclusive() ? "[" : "{") + (isOpen(from) ? "*" : from) + " TO "
                    + (isOpen(to) ? "*" : to) + (node.isUpperInclusive() ? "]" : "}");
            return new Query.Mentioned(
                    field + ":" + text, fields.mentions().selector(field, "*").withValue(range));
        } catch (IllegalArgumentException e) {
            throw new QuerySyntaxException(
                    e.getMessage(),
                    QueryParser.codePoint(line, Math.min(lower.getBegin(), line.length())),
                    fields.mentions().nearestClause(field, "").orElse(""));
        }
    }

    private static boolean isOpen(String end) {
        return end.equals("*") || end.isEmpty();
    }

    private DayRange days(String text, FieldQueryNode node) throws QuerySyntaxException {
        try {
            return EdtfDate.parse(text).days();
        } catch (EdtfException e) {
            throw fault(e.getMessage(), node.getBegin());
        }
    }

    private QuerySyntaxException fault(String message, int index) {
        return new QuerySyntaxException(message, QueryParser.codePoint(line, Math.min(index, line.length())), "");
    }
}
