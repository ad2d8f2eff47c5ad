package wherein.duplicate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import wherein.text.Span;

/**
 * The groups of texts that are the same, in the order of their names, and those that are so but for some words. Held in columns: some 60
 * bytes for each text that is like another, and nothing for those that are like none. Immutable.
 */
public final class Groups {

    private static final int NONE = -1;

    /** The texts that are like another, in order; each is known by its place here. */
    private final Units.Places units;

    private final int[] sources;
    private final Spans spans;
    private final Spans runs;
    private final Spans letters;
    private final int[] groups;

    /** Of each group. */
    private final int[] representatives;

    private final Lists members;
    private final Lists variants;

    /** By their groups: the representatives that are variants of that of each group. */
    private final Lists variantsOf;

    /** Reads the texts. */
    @FunctionalInterface
    public interface Texts {
        /**
         * The words of a part of a passage; asked for once for each text in the order in which they were added, and more often for
         * some of those that have words in common.
         */
        Words of(int source, Span span) throws IOException;
    }

    /**
     * The groups of {@code units}. Reads each text once, and some of those that share a print with another again, to compare them with
     * eight others at most.
     */
    public static Groups of(Units units, Texts texts) throws IOException {
        int[] inOrder = units.inOrder();
        return new Groups(units, inOrder, Grouping.of(units, inOrder, texts));
    }

    private Groups(Units all, int[] inOrder, Grouping found) {
        boolean[] isLike = like(all.size(), found);
        int[] kept = Arrays.stream(inOrder).filter(each -> isLike[each]).toArray();
        units = new Units.Places(kept.length);
        sources = new int[kept.length];
        spans = new Spans(kept.length);
        runs = new Spans(kept.length);
        letters = new Spans(kept.length);
        groups = new int[kept.length];
        int[] group = new int[all.size()];
        int[] place = new int[all.size()];
        Arrays.fill(group, NONE);
        int size = 0;
        for (int i = 0; i < kept.length; i++) {
            int each = kept[i];
            int founder = found.founders[each];
            group[founder] = group[founder] == NONE ? size++ : group[founder];
            place[each] = i;
            units.set(i, all.unit(each));
            sources[i] = all.source(each);
            spans.set(i, all.span(each));
            runs.set(i, found.runs.get(each));
            letters.set(i, found.letters.get(each));
            groups[i] = group[founder];
        }
        representatives = new int[size];
        for (int each : kept) {
            int founder = found.founders[each];
            representatives[group[founder]] = place[founder];
        }
        members = new Lists(
                size,
                IntStream.range(0, kept.length)
                        .mapToLong(i -> Lists.pair(groups[i], i))
                        .toArray());
        IntList originals = found.originals;
        variants = new Lists(
                size,
                IntStream.range(0, originals.size())
                        .mapToLong(i -> Lists.pair(group[found.variants.get(i)], place[originals.get(i)]))
                        .toArray());
        variantsOf = new Lists(
                size,
                IntStream.range(0, originals.size())
                        .mapToLong(i -> Lists.pair(group[originals.get(i)], group[found.variants.get(i)]))
                        .toArray());
    }

    /** Which are in a group with others, or a variant, or have one. */
    private static boolean[] like(int size, Grouping found) {
        int[] counts = new int[size];
        for (int founder : found.founders) {
            counts[founder]++;
        }
        boolean[] isLike = new boolean[size];
        for (int i = 0; i < found.originals.size(); i++) {
            isLike[found.variants.get(i)] = true;
            isLike[found.originals.get(i)] = true;
        }
        for (int i = 0; i < size; i++) {
            int founder = found.founders[i];
            isLike[i] |= counts[founder] > 1 || isLike[founder];
        }
        return isLike;
    }

    /** How many groups there are: of two texts or more, or of one that is like another but for some words. */
    public int size() {
        return representatives.length;
    }

    /** The group at place {@code i} in the order of their names, from 0; made anew, in time that grows with its members. */
    public Group group(int i) {
        List<Group.Member> inOrder = new ArrayList<>(members.length(i));
        for (int j = 0; j < members.length(i); j++) {
            int member = members.get(i, j);
            inOrder.add(new Group.Member(units.get(member), runs.get(member), letters.get(member)));
        }
        List<Unit> others = IntStream.range(0, variants.length(i))
                .mapToObj(j -> units.get(variants.get(i, j)))
                .toList();
        return new Group(units.get(representatives[i]), inOrder, others);
    }

    /** The place of the group of {@code unit} among all; -1 where it is like no other. */
    public int find(Unit unit) {
        int at = units.first(unit);
        return isAt(at, unit) ? groups[at] : NONE;
    }

    /** How many texts are the same as that of the group at place {@code i}, and itself. */
    public int members(int i) {
        return members.length(i);
    }

    /** Where {@code unit} stands among the letters of the representative of its group, see {@link Group.Member}. */
    public Span letters(Unit unit) {
        return letters.get(known(unit));
    }

    /** The number under which the passage of {@code unit} was added. */
    public int source(Unit unit) {
        return sources[known(unit)];
    }

    /** The part of its passage that {@code unit} is. */
    public Span span(Unit unit) {
        return spans.get(known(unit));
    }

    /** The representatives that have that of the group at place {@code i} as a variant, in the order of their groups. */
    public List<Unit> variantsOf(int i) {
        return IntStream.range(0, variantsOf.length(i))
                .mapToObj(j -> units.get(representatives[variantsOf.get(i, j)]))
                .toList();
    }

    /** The texts that are like another, from {@code first} on up to {@code end}, which is excluded, in order. */
    public List<Unit> between(Unit first, Unit end) {
        return IntStream.range(units.first(first), units.first(end))
                .mapToObj(units::get)
                .toList();
    }

    private int known(Unit unit) {
        int at = units.first(unit);
        if (!isAt(at, unit)) {
            throw new IllegalArgumentException(unit + " is like no other");
        }
        return at;
    }

    private boolean isAt(int at, Unit unit) {
        return at < groups.length && units.get(at).equals(unit);
    }
}
