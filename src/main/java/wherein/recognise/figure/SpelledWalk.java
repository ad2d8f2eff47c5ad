package wherein.recognise.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wherein.recognise.figure.SpelledNumbers.Node;

/**
 * Cuts letters to the parts of a number, so that it goes as far as it can. Of the ways that go as far, a longer part goes
 * before a shorter one, and one that ends a word before all others. The Finnish kolmetuhatta is kolme and tuhatta, although
 * kolmet is a form of three too.
 */
final class SpelledWalk {

    private final Node root;
    private final Letters letters;
    private final Map<Step, Integer> farthest = new HashMap<>();

    /** Letters one by one, with the places where words end. */
    interface Letters {

        /** The letter at {@code index}; -1 behind the last. */
        int at(int index);

        /** Whether a word ends before {@code index}. */
        boolean ends(int index);
    }

    /** The sum of some parts, and where the last of them ends. */
    record Step(SpelledSum sum, int end) {}

    SpelledWalk(Node root, Letters letters) {
        this.root = root;
        this.letters = letters;
    }

    /** The number that begins with the first letter, after {@code before}, and where it ends; null if there is none. */
    Step read(SpelledSum before) {
        Step step = new Step(before, 0);
        int end = farthest(step);
        while (step.end < end) {
            step = parts(step).stream()
                    .filter(part -> end(part) == end)
                    .findFirst()
                    .orElseThrow();
        }
        return end < 0 ? null : step;
    }

    /** Where a number ends that goes on with {@code part}, at the farthest; -1 if none does. */
    private int end(Step part) {
        int own = part.sum.complete() && letters.ends(part.end) ? part.end : -1;
        return Math.max(own, farthest(part));
    }

    private int farthest(Step step) {
        Integer known = farthest.get(step);
        if (known != null) {
            return known;
        }
        int end = parts(step).stream().mapToInt(this::end).max().orElse(-1);
        farthest.put(step, end);
        return end;
    }

    /** {@code step} with each part that fits behind it, the best first. */
    private List<Step> parts(Step step) {
        List<Step> parts = new ArrayList<>();
        List<Step> inWords = new ArrayList<>();
        Node node = root;
        for (int i = step.end; letters.at(i) >= 0; i++) {
            node = node.next.get((char) letters.at(i));
            if (node == null) {
                break;
            }
            if (step.sum.fits(node)) {
                (letters.ends(i + 1) ? parts : inWords).addFirst(new Step(step.sum.with(node), i + 1));
            }
        }
        parts.addAll(inWords);
        return parts;
    }
}
