package wherein.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;

/** Makes the tree of Lucene's syntax parser ours. */
final class QueryTree {

    /** What the parser calls a clause without a field. */
    static final String NO_FIELD = "_";

    private final QueryParser.Operator operator;
    private final String line;
    private final QueryScan scan;
    private final Operands operands;
    private final Leaves leaves;

    /** Reads an operand of NEAR. */
    @FunctionalInterface
    interface Operands {
        Query read(int start, int end) throws QuerySyntaxException, QueryLimitException;
    }

    QueryTree(
            QueryFields fields,
            QueryParser.Operator operator,
            String line,
            QueryScan scan,
            Supplier<Names> names,
            Operands operands) {
        this.operator = operator;
        this.line = line;
        this.scan = scan;
        this.operands = operands;
        this.leaves = new Leaves(fields, line, scan, names);
    }

    /** The whole query; here alone a field clause without an operator is a filter. */
    Query top(QueryNode node) throws QuerySyntaxException, QueryLimitException {
        if (node instanceof BooleanQueryNode bool && isImplicit(bool)) {
            return implicit(bool, true);
        }
        if (node instanceof BooleanQueryNode) {
            return convert(node);
        }
        Query.Clause clause = clause(node, true);
        return clause.query() instanceof Query.All ? clause.query() : new Query.Bool(List.of(clause));
    }

    /** One operand of NEAR. */
    Query operand(QueryNode node) throws QuerySyntaxException, QueryLimitException {
        Query query = convert(node);
        refuseFar(query);
        return query;
    }

    private Query convert(QueryNode node) throws QuerySyntaxException, QueryLimitException {
        return switch (node) {
            case FuzzyQueryNode fuzzy -> leaves.fuzzy(fuzzy);
            case QuotedFieldQueryNode quoted -> leaves.leaf(quoted, true);
            case FieldQueryNode field ->
                scan.chains().containsKey(field.getBegin()) ? near(field) : leaves.leaf(field, false);
            case TermRangeQueryNode range -> leaves.range(range);
            case RegexpQueryNode regex -> leaves.regex(regex);
            case SlopQueryNode slop -> sloppy(slop);
            case BoostQueryNode boost -> boosted(boost);
            case GroupQueryNode group -> convert(group.getChild());
            case AndQueryNode and -> explicit(and, Query.Occur.MUST);
            case OrQueryNode or -> explicit(or, Query.Occur.SHOULD);
            case BooleanQueryNode bool -> implicit(bool, false);
            case ModifierQueryNode modifier -> new Query.Bool(List.of(clause(modifier, false)));
            default ->
                throw leaves.fault(
                        "functions (fn:…) and @ are not understood; put \\ before the sign to search for it", 0);
        };
    }

    private Query near(FieldQueryNode node) throws QuerySyntaxException, QueryLimitException {
        if (!node.getFieldAsString().equals(NO_FIELD)) {
            throw leaves.fault("NEAR looks at the text of passages, and at no field", node.getBegin());
        }
        QueryScan.Chain chain = scan.chains().get(node.getBegin());
        List<Query> near = new ArrayList<>();
        for (QueryScan.Range range : chain.operands()) {
            near.add(operands.read(range.start(), range.end()));
        }
        return new Query.Near(near, chain.distance(), chain.ordered());
    }

    /** NEAR joins what has a place in the text. */
    private void refuseFar(Query query) throws QuerySyntaxException {
        boolean placed = switch (query) {
            case Query.OfWords words -> words.field().equals(Query.TEXT);
            case Query.Near near -> true;
            case Query.Mentioned mentioned -> true;
            case Query.Boost boost -> {
                refuseFar(boost.query());
                yield true;
            }
            case Query.Bool bool -> {
                boolean any = bool.clauses().stream().allMatch(clause -> clause.occur() == Query.Occur.SHOULD);
                for (Query.Clause clause : bool.clauses()) {
                    refuseFar(clause.query());
                }
                yield any;
            }
            default -> false;
        };
        if (!placed) {
            throw leaves.fault(
                    "NEAR joins words, phrases and mention clauses, and groups of them with OR",
                    line.length() - line.stripLeading().length());
        }
    }

    private Query sloppy(SlopQueryNode node) throws QuerySyntaxException, QueryLimitException {
        Query phrase = convert(node.getChild());
        if (phrase instanceof Query.Phrase exact && node.getValue() >= 0) {
            return new Query.Phrase(exact.field(), exact.text(), node.getValue());
        }
        if (phrase instanceof Query.Exact exact && node.getValue() >= 0) {
            return new Query.Exact(exact.field(), exact.text(), node.getValue());
        }
        throw leaves.fault("only a phrase of words has room behind ~, such as \"brain drain\"~3", 0);
    }

    private Query boosted(BoostQueryNode node) throws QuerySyntaxException, QueryLimitException {
        float factor = node.getValue();
        if (!(factor > 0) || factor > 1_000) {
            throw leaves.fault("the number behind ^ is above 0 and at most 1000", 0);
        }
        return new Query.Boost(convert(node.getChild()), factor);
    }

    private static boolean isImplicit(BooleanQueryNode node) {
        return !(node instanceof AndQueryNode) && !(node instanceof OrQueryNode);
    }

    private Query implicit(BooleanQueryNode node, boolean top) throws QuerySyntaxException, QueryLimitException {
        List<Query.Clause> clauses = new ArrayList<>();
        for (QueryNode child : node.getChildren()) {
            clauses.add(clause(child, top));
        }
        return new Query.Bool(clauses);
    }

    private Query explicit(BooleanQueryNode node, Query.Occur occur) throws QuerySyntaxException, QueryLimitException {
        List<Query.Clause> clauses = new ArrayList<>();
        for (QueryNode child : node.getChildren()) {
            clauses.add(
                    child instanceof ModifierQueryNode
                            ? clause(child, false)
                            : new Query.Clause(occur, convert(child)));
        }
        return new Query.Bool(clauses);
    }

    private Query.Clause clause(QueryNode node, boolean top) throws QuerySyntaxException, QueryLimitException {
        if (node instanceof ModifierQueryNode modifier) {
            Query.Occur occur = switch (modifier.getModifier()) {
                case MOD_REQ -> Query.Occur.MUST;
                case MOD_NOT -> Query.Occur.MUST_NOT;
                case MOD_NONE -> byDefault();
            };
            return new Query.Clause(occur, convert(modifier.getChild()));
        }
        Query query = convert(node);
        // In brackets it is a group, if of one.
        boolean filter = top && !(node instanceof GroupQueryNode) && isFieldClause(query);
        return new Query.Clause(filter ? Query.Occur.FILTER : byDefault(), query);
    }

    /** Whether {@code query} asks for something else than words of the text. */
    static boolean isFieldClause(Query query) {
        return switch (query.unboosted()) {
            case Query.OfWords words -> !words.field().equals(Query.TEXT);
            case Query.Keyword keyword -> true;
            case Query.Dates dates -> true;
            case Query.Mentioned mentioned -> true;
            default -> false;
        };
    }

    private Query.Occur byDefault() {
        return operator == QueryParser.Operator.AND ? Query.Occur.MUST : Query.Occur.SHOULD;
    }
}
