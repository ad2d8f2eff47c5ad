package wherein.query;

import java.util.Optional;
import java.util.Set;
import wherein.mention.Mention;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/**
 * Some of the mentions of a ledger. All that is said must hold of one mention; a set that is empty says nothing.
 *
 * @param types what they speak of
 * @param ids codes of countries, names of persons
 * @param kinds {@code name}, {@code demonym}, {@code city}, {@code government}
 * @param units of figures; {@code people}, {@code percent}, {@code USD} …
 * @param bounds of figures: {@code =}, {@code ~}, {@code <}, {@code >}
 * @param value the values that a figure may have
 * @param when how the days that a date covers stand to a range
 * @param nested whether mentions inside a longer name count; both if empty
 */
public record MentionSelector(
        Set<Mention.Type> types,
        Set<String> ids,
        Set<String> kinds,
        Set<String> units,
        Set<String> bounds,
        Optional<ValueRange> value,
        Optional<When> when,
        Optional<Boolean> nested) {

    /**
     * How mentioned dates stand to a range of days.
     *
     * @param match {@link DateMatch#POSSIBLE} if they share a day with it, {@link DateMatch#CERTAIN} if all their days lie in
     *     it, {@link DateMatch#UNKNOWN} if nobody knows their days, whatever the range
     */
    public record When(DayRange days, DateMatch match) {

        /** Refuses {@link DateMatch#NONE}, and {@link DateMatch#KNOWN}, which asks nothing of a mention. */
        public When {
            if (match == DateMatch.NONE || match == DateMatch.KNOWN) {
                throw new IllegalArgumentException("what lies outside a range is not selected by one");
            }
        }
    }

    /** Every mention. */
    public static final MentionSelector ALL = new MentionSelector(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Takes copies. */
    public MentionSelector {
        types = Set.copyOf(types);
        ids = Set.copyOf(ids);
        kinds = Set.copyOf(kinds);
        units = Set.copyOf(units);
        bounds = Set.copyOf(bounds);
    }

    /** The mentions of one country. */
    public static MentionSelector country(String id) {
        return ALL.withTypes(Set.of(Mention.Type.COUNTRY)).withIds(Set.of(id));
    }

    /** This with {@code types} in place of its own. */
    public MentionSelector withTypes(Set<Mention.Type> types) {
        return new MentionSelector(types, ids, kinds, units, bounds, value, when, nested);
    }

    /** This with {@code ids} in place of its own. */
    public MentionSelector withIds(Set<String> ids) {
        return new MentionSelector(types, ids, kinds, units, bounds, value, when, nested);
    }

    /** This with {@code kinds} in place of its own. */
    public MentionSelector withKinds(Set<String> kinds) {
        return new MentionSelector(types, ids, kinds, units, bounds, value, when, nested);
    }

    /** This with {@code units} in place of its own. */
    public MentionSelector withUnits(Set<String> units) {
        return new MentionSelector(types, ids, kinds, units, bounds, value, when, nested);
    }

    /** This with {@code bounds} in place of its own. */
    public MentionSelector withBounds(Set<String> bounds) {
        return new MentionSelector(types, ids, kinds, units, bounds, value, when, nested);
    }

    /** This with {@code value} in place of its own. */
    public MentionSelector withValue(ValueRange value) {
        return new MentionSelector(types, ids, kinds, units, bounds, Optional.of(value), when, nested);
    }

    /** This with dates that may lie in {@code days} in place of its own. */
    public MentionSelector withWhen(DayRange days) {
        return withWhen(days, DateMatch.POSSIBLE);
    }

    /** This with dates that stand to {@code days} as {@code match} says in place of its own. */
    public MentionSelector withWhen(DayRange days, DateMatch match) {
        return new MentionSelector(types, ids, kinds, units, bounds, value, Optional.of(new When(days, match)), nested);
    }

    /** This for nested mentions alone, or for all others alone. */
    public MentionSelector withNested(boolean nested) {
        return new MentionSelector(types, ids, kinds, units, bounds, value, when, Optional.of(nested));
    }
}
