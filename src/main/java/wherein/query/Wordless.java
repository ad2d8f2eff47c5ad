package wherein.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wherein.analysis.AnalysedWord;

/**
 * Tells the clauses of a query that hold no word, such as {@code …} or {@code !!!}, of which no passage can have any. They find
 * nothing, and are left out where the rest asks for something without them. One walk over the tree for each answer.
 */
final class Wordless {

    private final boolean required;
    private final List<String> leftOut = new ArrayList<>();

    /**
     * For one query.
     *
     * @param required whether clauses are left out that must match
     */
    Wordless(boolean required) {
        this.required = required;
    }

    /** {@code query} without clauses that hold no word, as far as something else is asked for then. */
    Query leaveOut(Query query) {
        return switch (query) {
            case Query.Bool bool -> leaveOut(bool);
            case Query.Near near -> leaveOut(near);
            case Query.Boost boost -> new Query.Boost(leaveOutInside(boost.query()), boost.factor());
            default -> query;
        };
    }

    /** What {@link #leaveOut} left out, as it is printed, each once. */
    List<String> leftOut() {
        return leftOut.stream().distinct().toList();
    }

    private Query leaveOut(Query.Bool bool) {
        if (isWordless(bool)) {
            return bool;
        }
        List<Query.Clause> clauses = bool.clauses().stream()
                .map(clause -> new Query.Clause(clause.occur(), leaveOutInside(clause.query())))
                .toList();
        boolean asks = clauses.stream().anyMatch(clause -> clause.asks() && !mayGo(clause));
        boolean must = clauses.stream().anyMatch(clause -> clause.occur() == Query.Occur.MUST);
        List<Query.Clause> kept = new ArrayList<>();
        for (Query.Clause clause : clauses) {
            // Something that was asked for stays, lest exclusions alone find all the rest; what must match, if anything
            // must.
            boolean stays = clause.asks() && !asks && (!must || clause.occur() == Query.Occur.MUST);
            if (stays || !mayGo(clause)) {
                kept.add(clause);
            } else {
                leftOut.add(QueryPrinter.print(clause.query()));
            }
        }
        return new Query.Bool(kept);
    }

    private boolean mayGo(Query.Clause clause) {
        boolean counts = clause.occur() == Query.Occur.FILTER || clause.occur() == Query.Occur.MUST && !required;
        return !counts && isWordless(clause.query());
    }

    /** A group of one clause that may match is that clause. */
    private Query leaveOutInside(Query query) {
        Query left = leaveOut(query);
        boolean one = left instanceof Query.Bool bool
                && bool.clauses().size() == 1
                && bool.clauses().getFirst().occur() == Query.Occur.SHOULD;
        return one ? ((Query.Bool) left).clauses().getFirst().query() : left;
    }

    private Query leaveOut(Query.Near near) {
        List<Query> operands =
                near.operands().stream().map(this::leaveOutInside).toList();
        List<Query> kept =
                operands.stream().filter(operand -> !isWordless(operand)).toList();
        if (!required || kept.isEmpty()) {
            return new Query.Near(operands, near.distance(), near.ordered());
        }
        operands.stream().filter(this::isWordless).forEach(operand -> leftOut.add(QueryPrinter.print(operand)));
        return kept.size() == 1 ? kept.getFirst() : new Query.Near(kept, near.distance(), near.ordered());
    }

    /** Whether {@code query} asks for words and holds none. */
    private boolean isWordless(Query query) {
        return switch (query) {
            case Query.Word word -> !AnalysedWord.isIn(word.text());
            case Query.Phrase phrase -> !AnalysedWord.isIn(phrase.text());
            case Query.Exact exact -> !AnalysedWord.isIn(exact.text());
            case Query.Fuzzy fuzzy -> !AnalysedWord.isIn(fuzzy.text());
            case Query.Boost boost -> isWordless(boost.query());
            case Query.Near near -> near.operands().stream().allMatch(this::isWordless);
            case Query.Bool bool -> bool.clauses().stream().allMatch(clause -> isWordless(clause.query()));
            default -> false;
        };
    }

    /** Why no passage can match {@code query}, if that is for want of words; empty if some could. */
    Optional<String> reason(Query query) {
        if (isWordless(query)) {
            String printed = QueryPrinter.print(query);
            boolean lost = printed.indexOf('?') >= 0 || printed.indexOf('\uFFFD') >= 0;
            return Optional.of("the query holds no word to look for, only signs"
                    + (lost ? "; letters that became these on the way have to be sent as UTF-8" : ""));
        }
        return missing(query)
                .map(clause -> QueryPrinter.print(clause)
                        + " holds no word to look for, and nothing is found without it; leave it out");
    }

    /** The clause without a word that keeps {@code query} from finding anything. */
    private Optional<Query> missing(Query query) {
        return switch (query) {
            case Query.Boost boost -> missing(boost.query());
            case Query.Near near ->
                near.operands().stream()
                        .flatMap(operand -> missing(operand).stream())
                        .findFirst();
            case Query.Bool bool -> missing(bool);
            default -> isWordless(query) ? Optional.of(query) : Optional.empty();
        };
    }

    private Optional<Query> missing(Query.Bool bool) {
        boolean must = false;
        List<Optional<Query>> may = new ArrayList<>();
        for (Query.Clause clause : bool.clauses()) {
            Optional<Query> missing = clause.asks() ? missing(clause.query()) : Optional.empty();
            if (clause.occur() == Query.Occur.SHOULD) {
                may.add(missing);
            } else if (missing.isPresent()) {
                return missing;
            }
            must |= clause.occur() == Query.Occur.MUST;
        }
        boolean one = !must && !may.isEmpty() && may.stream().allMatch(Optional::isPresent);
        return one ? may.getFirst() : Optional.empty();
    }
}
