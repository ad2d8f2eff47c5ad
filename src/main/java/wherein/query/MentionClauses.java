package wherein.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.mention.Mention;
import wherein.text.Nearest;
import wherein.time.DateMatch;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/**
 * From a name or a value to the mentions it selects: {@code country:Georgia}, {@code person:"Vladimir Putin"}, {@code
 * figure:>=100000}, {@code figure.people:150000}, {@code when:2022-03}. A value of {@code *} selects all of the kind.
 */
public final class MentionClauses {

    private static final String ALL = "*";
    private static final String FIGURE = Mention.Type.FIGURE.word();

    private final Names names;

    /** Clauses over the names of one ledger. */
    public MentionClauses(Names names) {
        this.names = names;
    }

    /** Whether {@code field} is one of these. */
    static boolean isField(String field) {
        return Named.entity(field).isPresent()
                || field.equals(FIGURE)
                || field.startsWith(FIGURE + ".")
                || field.equals("when");
    }

    /**
     * The mentions that {@code field} with {@code value} selects.
     *
     * @throws IllegalArgumentException if the value means nothing, or more than one thing; the message says what was
     *     expected
     */
    public MentionSelector selector(String field, String value) {
        if (field.equals("when")) {
            MentionSelector dates = MentionSelector.ALL.withTypes(Set.of(Mention.Type.DATE));
            return value.equals(ALL) ? dates : dates.withWhen(days(value));
        }
        Optional<Named> entity = Named.entity(field);
        if (entity.isPresent()) {
            Named named = entity.get();
            MentionSelector all = MentionSelector.ALL.withTypes(Set.of(named.type()));
            return value.equals(ALL) ? all : all.withIds(Set.copyOf(names.kept(named, id(named, value))));
        }
        MentionSelector figures = MentionSelector.ALL.withTypes(Set.of(Mention.Type.FIGURE));
        if (field.startsWith(FIGURE + ".")) {
            figures = figures.withUnits(Set.of(id(Named.UNIT, field.substring(FIGURE.length() + 1))));
        }
        return value.equals(ALL) ? figures : figures.withValue(ValueRange.parse(value));
    }

    /**
     * The days that {@code date} may mean. An unknown date is written as an empty one, but to ask for it would be to ask for
     * all days.
     *
     * @throws IllegalArgumentException if it is no date, or empty
     */
    static DayRange days(String date) {
        if (date.isBlank()) {
            throw new IllegalArgumentException(
                    "the date is missing: expected one such as 2022, 2022-05 or 2022-05-07/..");
        }
        return EdtfDate.parse(date).days();
    }

    /** The mentions of dates that may lie in {@code days}. */
    public static MentionSelector when(DayRange days) {
        return when(days, DateMatch.POSSIBLE);
    }

    /** The mentions of dates that stand to {@code days} as {@code match} says. */
    public static MentionSelector when(DayRange days, DateMatch match) {
        return MentionSelector.ALL.withTypes(Set.of(Mention.Type.DATE)).withWhen(days, match);
    }

    /**
     * The id that {@code name} means.
     *
     * @throws IllegalArgumentException if it means nothing, or more than one thing
     */
    public String id(Named type, String name) {
        List<String> ids = names.ids(type, name);
        if (ids.size() == 1) {
            return ids.getFirst();
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("there is no " + type.word() + " \"" + name + "\" here");
        }
        List<String> choices = ids.stream()
                .limit(10)
                .map(id -> id + (names.label(type, id).equals(id) ? "" : " (" + names.label(type, id) + ")"))
                .toList();
        throw new IllegalArgumentException(
                "\"" + name + "\" may mean " + String.join(", ", choices) + "; choose one by its id");
    }

    /** The nearest name that is known, for a {@code name} that is not; empty for one that means too much. */
    public Optional<String> nearest(Named type, String name) {
        return names.ids(type, name).isEmpty() ? Nearest.to(name, names.known(type)) : Optional.empty();
    }

    /** What may have been meant by the name in {@code field:value}, or by the unit in the field, where it is unknown. */
    Optional<String> nearestClause(String field, String value) {
        if (field.startsWith(FIGURE + ".")) {
            return nearest(Named.UNIT, field.substring(FIGURE.length() + 1));
        }
        return Named.entity(field).flatMap(entity -> nearest(entity, value));
    }
}
