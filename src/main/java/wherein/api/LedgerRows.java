package wherein.api;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.search.Marked;
import wherein.search.RowMarks;

/**
 * The rows of the ledger that a request selects, and the ids that {@code id} was taken for.
 *
 * @param ids as the answer echoes them
 */
record LedgerRows(MentionSelector selector, List<String> ids) {

    /** The selectors that ask what readers say. */
    static final List<Parameter<List<String>>> JUDGED = List.of(Parameters.VERDICT, Parameters.VERDICT.not());

    /** The selectors that rows of one type alone can fulfil. */
    private static final List<OfType> OF_TYPE = List.of(
            new OfType(Mention.Type.FIGURE, List.of(Parameters.VALUES, Parameters.UNITS, Parameters.BOUND)),
            new OfType(
                    Mention.Type.DATE,
                    List.of(Parameters.MENTION_FROM, Parameters.MENTION_TO, Parameters.MENTION_MATCH)),
            new OfType(Mention.Type.COUNTRY, List.of(Parameters.KIND)));

    private record OfType(Mention.Type type, List<Parameter<?>> parameters) {}

    /** Reads the parameters of {@link Parameters#ROWS}; selectors that no row can fulfil together are faults. */
    static LedgerRows read(Engine engine, Arguments arguments) {
        refuseContradictions(arguments);
        MentionArguments mentioned = new MentionArguments(arguments, engine.names());
        Set<Mention.Type> types = types(arguments);
        Optional<MentionSelector> figures =
                mentioned.figures(Parameters.VALUES, Parameters.UNITS, arguments.get(Parameters.WITHIN));
        Optional<MentionSelector> dates =
                mentioned.when(Parameters.MENTION_FROM, Parameters.MENTION_TO, Parameters.MENTION_MATCH);
        MentionSelector rows = figures.or(() -> dates).orElse(MentionSelector.ALL);
        if (!types.isEmpty()) {
            rows = rows.withTypes(types);
        }
        rows = rows.withKinds(Set.copyOf(arguments.get(Parameters.KIND)))
                .withBounds(Set.copyOf(arguments.get(Parameters.BOUND)));
        boolean nested = arguments.get(Parameters.NESTED);
        return mentioned.ofIds(types, nested ? rows : rows.withNested(false));
    }

    /** What readers say of the rows, and which of them are asked for by that; a choice that leaves none is a fault. */
    static Marked marked(Engine engine, Arguments arguments) throws IOException {
        return new Marked(engine.marks(), wanted(arguments));
    }

    /** The marks that are asked for; none for all of them. */
    static Set<RowMarks.Mark> wanted(Arguments arguments) {
        List<String> chosen = arguments.get(Parameters.VERDICT);
        List<String> left = arguments.get(Parameters.VERDICT.not());
        Set<RowMarks.Mark> wanted = EnumSet.noneOf(RowMarks.Mark.class);
        for (RowMarks.Mark mark : RowMarks.Mark.values()) {
            if ((chosen.isEmpty() || chosen.contains(mark.word())) && !left.contains(mark.word())) {
                wanted.add(mark);
            }
        }
        if (wanted.isEmpty() && arguments.hasAny(JUDGED)) {
            arguments.fault(Parameters.VERDICT.not().name(), "it leaves out all that verdict selects", "");
        }
        return chosen.isEmpty() && left.isEmpty() ? Set.of() : wanted;
    }

    private static Set<Mention.Type> types(Arguments arguments) {
        Set<Mention.Type> types = EnumSet.noneOf(Mention.Type.class);
        arguments.get(Parameters.TYPE).forEach(word -> types.add(Mention.Type.of(word)));
        return types;
    }

    /** Tells of selectors that have no say in these rows, or that no row could fulfil together. */
    private static void refuseContradictions(Arguments arguments) {
        String types = String.join(" and ", new TreeSet<>(arguments.get(Parameters.TYPE)));
        Set<Mention.Type> possible = types(arguments);
        boolean named = !arguments.get(Parameters.ID).isEmpty();
        if (possible.isEmpty()) {
            possible.addAll(EnumSet.allOf(Mention.Type.class));
        }
        if (named && possible.removeAll(Set.of(Mention.Type.FIGURE, Mention.Type.DATE)) && possible.isEmpty()) {
            arguments.fault(
                    Parameters.ID.name(), "countries and persons have one, and rows of " + types + " have none", "");
        }
        for (OfType selectors : OF_TYPE) {
            for (Parameter<?> parameter : selectors.parameters) {
                if (arguments.all(parameter.name()).isEmpty()) {
                    continue;
                }
                if (!possible.contains(selectors.type)) {
                    String reason = "it selects rows of type " + selectors.type.word()
                            + ", and the other selectors leave none of them";
                    arguments.fault(parameter.name(), reason, "");
                }
                possible.retainAll(Set.of(selectors.type));
            }
        }
        if (arguments.get(Parameters.WITHIN)
                && arguments.all(Parameters.VALUES.name()).isEmpty()) {
            arguments.fault(Parameters.WITHIN.name(), "there is no mention.value that it could be said of", "");
        }
    }
}
