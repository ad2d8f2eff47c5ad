package wherein.recognise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the mentions of one type that the program found agree with those of a gold.
 *
 * <p>Exact: the same start and end, one to one. Overlap: any place in common. By value: one to one, a place in common
 * and the same value. A mention that meets none that counts but one that the gold leaves open is left out.
 *
 * @param found what the program found and the gold does not leave open
 * @param gold what the gold asks for
 */
record Scores(List<Judged> found, List<Judged> gold) {

    /**
     * A mention of either side.
     *
     * @param valued whether it counts by value
     */
    record Judged(Item item, boolean exact, boolean overlap, boolean value, boolean valued) {}

    /** Precision, recall, and how many there were of each. */
    record Figure(long right, long found, long recalled, long gold) {

        double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        double recall() {
            return gold == 0 ? 0 : (double) recalled / gold;
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f %.3f %.3f", precision(), recall(), f1());
        }
    }

    /** Judges the mentions of type {@code type} in the documents that {@code documents} takes. */
    static Scores of(Gold gold, String type, List<Item> found, Predicate<String> documents) {
        Map<String, List<Item>> asked = byDocument(gold.items(), type);
        Map<String, List<Item>> given = byDocument(found, type);
        Scores scores = new Scores(new ArrayList<>(), new ArrayList<>());
        Sameness sameness = gold.judged().get(type);
        for (String doc : gold.texts().keySet()) {
            if (documents.test(doc)) {
                scores.judge(sameness, asked.getOrDefault(doc, List.of()), given.getOrDefault(doc, List.of()));
            }
        }
        return scores;
    }

    private static Map<String, List<Item>> byDocument(Collection<Item> items, String type) {
        return items.stream().filter(item -> item.type().equals(type)).collect(Collectors.groupingBy(Item::doc));
    }

    private void judge(Sameness sameness, List<Item> asked, List<Item> given) {
        List<Item> required = asked.stream().filter(item -> !item.optional()).toList();
        List<Item> open = asked.stream().filter(Item::optional).toList();
        List<Item> kept = given.stream()
                .filter(item -> meets(item, required) || !excused(item, open))
                .toList();
        Set<Integer> exact = new HashSet<>();
        Set<Integer> same = new HashSet<>();
        for (Item item : kept) {
            int place = first(required, exact, item::isAt);
            int value = first(
                    required,
                    same,
                    wanted -> sameness.isIn(wanted) && item.overlaps(wanted) && sameness.holds(item, wanted));
            boolean valued = value >= 0
                    || !meets(item, required)
                    || required.stream().anyMatch(wanted -> item.overlaps(wanted) && sameness.isIn(wanted));
            found.add(new Judged(item, place >= 0, meets(item, required), value >= 0, valued));
        }
        for (int i = 0; i < required.size(); i++) {
            Item wanted = required.get(i);
            gold.add(new Judged(
                    wanted, exact.contains(i), meets(wanted, kept), same.contains(i), sameness.isIn(wanted)));
        }
    }

    private static boolean meets(Item item, List<Item> others) {
        return others.stream().anyMatch(item::overlaps);
    }

    private static boolean excused(Item item, List<Item> open) {
        return open.stream()
                .anyMatch(other -> item.overlaps(other)
                        && (other.id().isEmpty()
                                || item.id().isEmpty()
                                || other.id().equals(item.id())));
    }

    /** The first that fits and is not taken; it is taken from then on. -1 where there is none. */
    private static int first(List<Item> items, Set<Integer> taken, Predicate<Item> fits) {
        for (int i = 0; i < items.size(); i++) {
            if (!taken.contains(i) && fits.test(items.get(i))) {
                taken.add(i);
                return i;
            }
        }
        return -1;
    }

    /** Of one kind: precision over what the program takes for it, recall over what the gold takes for it. */
    Scores ofKind(String kind) {
        return new Scores(
                found.stream().filter(each -> each.item().kind().equals(kind)).toList(),
                gold.stream().filter(each -> each.item().kind().equals(kind)).toList());
    }

    /** The kinds in the gold. */
    List<String> kinds() {
        return gold.stream()
                .map(each -> each.item().kind())
                .filter(kind -> !kind.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** By exact span. */
    Figure exact() {
        return figure(Judged::exact, each -> true);
    }

    /** By overlap. */
    Figure overlap() {
        return figure(Judged::overlap, each -> true);
    }

    /** By value. */
    Figure value() {
        return figure(Judged::value, Judged::valued);
    }

    private Figure figure(Predicate<Judged> right, Predicate<Judged> counts) {
        return new Figure(
                found.stream().filter(counts).filter(right).count(),
                found.stream().filter(counts).count(),
                gold.stream().filter(counts).filter(right).count(),
                gold.stream().filter(counts).count());
    }

    /** Each miss and each false hit, a line each, by document and place. */
    List<String> faults() {
        Predicate<Judged> wrong = each -> each.valued() ? !each.value() : !each.exact();
        return Stream.concat(
                        gold.stream().filter(wrong).map(each -> fault("miss ", each.item())),
                        found.stream().filter(wrong).map(each -> fault("false", each.item())))
                .toList();
    }

    private static String fault(String what, Item item) {
        return "%s %s at %d of %s: %s = %s"
                .formatted(
                        what,
                        item.type(),
                        item.start(),
                        item.doc(),
                        item.surface().replaceAll("\\s+", " "),
                        item.value());
    }
}
