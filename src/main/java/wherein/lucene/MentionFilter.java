package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import wherein.mention.CertainValues;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.ValueRange;
import wherein.time.DateMatch;

/** Tells whether a {@link MentionSelector} selects a row of one segment, in which words are known by their ordinals. */
final class MentionFilter {

    private final MentionSelector selector;
    private final EnumSet<Mention.Type> types;
    private final Set<Mention.Country.Kind> kinds = new HashSet<>();
    private final int[] ids;
    private final int[] units;

    MentionFilter(MentionSelector selector, LeafReader leaf) throws IOException {
        this.selector = selector;
        this.types = types(selector);
        for (Mention.Country.Kind kind : Mention.Country.Kind.values()) {
            if (selector.kinds().contains(kind.name().toLowerCase(Locale.ROOT))) {
                kinds.add(kind);
            }
        }
        SortedSetDocValues words = MentionRows.words(leaf);
        List<BytesRef> wanted = new ArrayList<>();
        for (String id : selector.ids()) {
            wanted.add(MentionFields.id(Mention.Type.COUNTRY, id));
            wanted.add(MentionFields.id(Mention.Type.PERSON, id));
        }
        this.ids = ordinals(words, wanted);
        this.units = ordinals(
                words, selector.units().stream().map(MentionFields::unit).toList());
    }

    /** The types of mention that {@code selector} can select: what is said of a figure holds of no country. */
    static EnumSet<Mention.Type> types(MentionSelector selector) {
        EnumSet<Mention.Type> types =
                selector.types().isEmpty() ? EnumSet.allOf(Mention.Type.class) : EnumSet.copyOf(selector.types());
        if (!selector.ids().isEmpty()) {
            types.retainAll(EnumSet.of(Mention.Type.COUNTRY, Mention.Type.PERSON));
        }
        boolean negated = selector.nested().isPresent() && !selector.nested().get();
        if (!selector.kinds().isEmpty() || selector.nested().isPresent() && !negated) {
            types.retainAll(EnumSet.of(Mention.Type.COUNTRY));
        }
        if (!selector.units().isEmpty()
                || !selector.bounds().isEmpty()
                || selector.value().isPresent()) {
            types.retainAll(EnumSet.of(Mention.Type.FIGURE));
        }
        if (selector.when().isPresent()) {
            types.retainAll(EnumSet.of(Mention.Type.DATE));
        }
        return types;
    }

    private static int[] ordinals(SortedSetDocValues words, List<BytesRef> wanted) throws IOException {
        int[] ordinals = new int[wanted.size()];
        int count = 0;
        for (BytesRef word : wanted) {
            long ordinal = words.lookupTerm(word);
            if (ordinal >= 0) {
                ordinals[count++] = (int) ordinal;
            }
        }
        int[] found = Arrays.copyOf(ordinals, count);
        Arrays.sort(found);
        return found;
    }

    /** Whether the mention that {@code row} stands at is one of them. */
    boolean accepts(MentionRows row) {
        Mention.Type type = row.type();
        if (!types.contains(type)) {
            return false;
        }
        return switch (type) {
            case COUNTRY ->
                has(selector.ids(), ids, row)
                        && (selector.kinds().isEmpty() || kinds.contains(row.kind()))
                        && (selector.nested().isEmpty() || selector.nested().get() == row.isNested());
            case PERSON -> has(selector.ids(), ids, row);
            case FIGURE ->
                has(selector.units(), units, row)
                        && (selector.bounds().isEmpty()
                                || selector.bounds().contains(row.bound().sign()))
                        && (selector.value().isEmpty() || isIn(selector.value().get(), row));
            case DATE -> selector.when().isEmpty() || isIn(selector.when().get(), row);
        };
    }

    private static boolean has(Set<String> wanted, int[] ordinals, MentionRows row) {
        return wanted.isEmpty() || Arrays.binarySearch(ordinals, row.ordinal()) >= 0;
    }

    private static boolean isIn(ValueRange range, MentionRows row) {
        if (range.within()) {
            CertainValues values = row.certain();
            return values.least() >= range.min() && values.greatest() <= range.max();
        }
        return row.min() <= range.max() && row.max() >= range.min();
    }

    private static boolean isIn(MentionSelector.When when, MentionRows row) {
        if (!row.hasDays() || when.match() == DateMatch.UNKNOWN) {
            return !row.hasDays() && when.match() == DateMatch.UNKNOWN;
        }
        long from = Fields.from(when.days());
        long to = Fields.to(when.days());
        return when.match() == DateMatch.CERTAIN
                ? row.from() >= from && row.to() <= to
                : row.from() <= to && row.to() >= from;
    }
}
