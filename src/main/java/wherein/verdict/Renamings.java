package wherein.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which documents have had other ids, in the order of the times. Immutable. */
final class Renamings {

    /** None. */
    static final Renamings NONE = new Renamings(List.of());

    private static final Comparator<Renaming> BY_TIME =
            Comparator.comparing(Renaming::time).thenComparing(Renaming::from).thenComparing(Renaming::to);

    private static final TreeSet<Integer> NOWHERE = new TreeSet<>();

    private final List<Renaming> all;

    /** The places in {@link #all} of those that an id was given up by. */
    private final Map<String, TreeSet<Integer>> from = new HashMap<>();

    private Renamings(List<Renaming> all) {
        this.all = all;
        for (int i = 0; i < all.size(); i++) {
            from.computeIfAbsent(all.get(i).from(), id -> new TreeSet<>()).add(i);
        }
    }

    /** How many there are. */
    int size() {
        return all.size();
    }

    /** These and {@code more}; this itself where there are none. Costs a look at all. */
    Renamings with(List<Renaming> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Renaming> both = new ArrayList<>(all);
        both.addAll(more);
        both.sort(BY_TIME);
        return new Renamings(both);
    }

    /** The id that a document has now which was called {@code id} at {@code time}, in milliseconds. Costs a look for each that it had. */
    String now(String id, long time) {
        String now = id;
        int next = from.containsKey(id) ? first(time) : 0;
        for (int found = after(now, next); found >= 0; found = after(now, next)) {
            now = all.get(found).to();
            next = found + 1;
        }
        return now;
    }

    /** The first that gave up {@code id} from place {@code next} on; -1 if none did. */
    private int after(String id, int next) {
        TreeSet<Integer> places = from.getOrDefault(id, NOWHERE);
        Integer first = places.ceiling(next);
        return first == null ? -1 : first;
    }

    /** The place of the first that is not before {@code time}. */
    private int first(long time) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).time().toEpochMilli() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
