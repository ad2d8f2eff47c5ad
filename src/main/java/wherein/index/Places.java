package wherein.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the files of a run, in their order, and what is known of each by its number. Not safe for use by several threads. */
final class Places {

    private final List<Plan> plans;
    private final int[] first;

    /** Files that no plan has: those that cannot be read now. */
    private final Map<Place, Integer> others = new HashMap<>();

    private final List<Place> othersInOrder = new ArrayList<>();
    private final BitSet staying = new BitSet();
    private final BitSet contested = new BitSet();

    /** A file of a collection. */
    record Place(String root, String file) {}

    /** Of the files of {@code plans}, in this order. */
    Places(List<Plan> plans) {
        this.plans = List.copyOf(plans);
        this.first = new int[plans.size() + 1];
        for (int i = 0; i < plans.size(); i++) {
            first[i + 1] = first[i] + plans.get(i).files().size();
        }
    }

    /** The number of a file, found in logarithmic time; one that nobody has spoken of comes after all others. */
    int number(Place place) {
        for (int i = 0; i < plans.size(); i++) {
            if (plans.get(i).root().equals(place.root)) {
                int number = plans.get(i).number(place.file);
                if (number >= 0) {
                    return first[i] + number;
                }
            }
        }
        return others.computeIfAbsent(place, each -> {
            othersInOrder.add(each);
            return first[plans.size()] + othersInOrder.size() - 1;
        });
    }

    /** The path of the file of this number. */
    String file(int number) {
        for (int i = 0; i < plans.size(); i++) {
            if (number < first[i + 1]) {
                return plans.get(i).files().get(number - first[i]).relative();
            }
        }
        return othersInOrder.get(number - first[plans.size()]).file;
    }

    /** The documents of a file stay as they are. */
    void stays(int number) {
        staying.set(number);
    }

    boolean isStaying(int number) {
        return staying.get(number);
    }

    /** A file has lost an id to one before it, and so must be read. */
    void contest(int number) {
        contested.set(number);
    }

    boolean isContested(int number) {
        return contested.get(number);
    }
}
