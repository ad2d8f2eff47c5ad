package wherein.recognise.figure;

import java.util.function.IntPredicate;
import wherein.recognise.figure.SpelledNumbers.Node;

/** Adds up the parts of a number in words, each the longest that the tree of its language has. */
final class SpelledSum {

    private final Node root;
    private long total;
    private long pending = -1;
    private long last = Long.MAX_VALUE;
    private boolean any;
    private boolean joined;

    SpelledSum(Node root) {
        this.root = root;
    }

    /** Goes on as if {@code value} had been read, from digits. */
    void start(long value) {
        pending = value;
        any = true;
    }

    /**
     * Takes the part that begins at {@code at}, the longest that ends where {@code boundary} says that a word does,
     * else the longest; the position after it, or {@code at} if none joins.
     */
    int step(CharSequence letters, int at, IntPredicate boundary) {
        boolean bounded = false;
        Node node = root;
        Node best = null;
        int end = at;
        for (int i = at; i < letters.length(); i++) {
            node = node.next.get(letters.charAt(i));
            if (node == null) {
                break;
            }
            if (fits(node) && (!bounded || boundary.test(i + 1))) {
                bounded |= boundary.test(i + 1);
                best = node;
                end = i + 1;
            }
        }
        if (best != null) {
            take(best);
        }
        return end;
    }

    private boolean fits(Node node) {
        boolean number = node.number >= 0 && pending < 0 && (!any || node.number > 0 && last >= 1000 && total > 0);
        boolean scale = node.scale > 0
                && (pending > 0
                        || any && total > 0 && !joined && node.scale > last
                        || pending < 0 && node.alone && (!any || node.scale < last));
        return number || scale || node.join && any && !joined && pending < 0;
    }

    private void take(Node node) {
        if (node.number >= 0 && pending < 0 && (!any || last >= 1000 && total > 0 && node.number > 0)) {
            pending = node.number;
            joined = false;
        } else if (node.scale > 0) {
            if (node.scale >= last) {
                total = (total + Math.max(0, pending)) * node.scale;
            } else {
                total += Math.max(1, pending) * node.scale;
            }
            pending = -1;
            last = node.scale;
            joined = false;
        } else {
            joined = true;
        }
        any = true;
    }

    /** Whether what was taken so far is a whole number and not an open "and". */
    boolean complete() {
        return any && !joined;
    }

    long value() {
        return any ? total + Math.max(0, pending) : -1;
    }
}
