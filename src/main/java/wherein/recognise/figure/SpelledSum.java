package wherein.recognise.figure;

import wherein.recognise.figure.SpelledNumbers.Node;

/**
 * What the parts of a number in words, taken so far, add up to.
 *
 * @param total what is counted in scales: thousands, millions
 * @param pending the number below a thousand that waits for its scale, or for the end; negative if none does
 * @param last the scale that was read last
 * @param any whether any part was taken
 * @param joined whether the last part was an "and"
 * @param small whether no scale is taken
 */
record SpelledSum(long total, long pending, long last, boolean any, boolean joined, boolean small) {

    /** No number is larger. It bounds how many parts one has, too. */
    private static final long LARGEST = 1_000_000_000_000_000_000L;

    /** The greatest scale whose square fits in a {@code long}. */
    private static final long LARGEST_SQUARED = 1_000_000_000;

    /** Before the first part. */
    static final SpelledSum NOTHING = new SpelledSum(0, -1, Long.MAX_VALUE, false, false, false);

    /** Before the first part of a number below a thousand. */
    static final SpelledSum SMALL = new SpelledSum(0, -1, Long.MAX_VALUE, false, false, true);

    /** After {@code value}, in digits. */
    static SpelledSum of(long value) {
        return new SpelledSum(0, value, Long.MAX_VALUE, true, false, false);
    }

    /** Whether {@code node}, which is a part, may come next. */
    boolean fits(Node node) {
        return takesNumber(node) || adds(node) || takesScale(node) || node.join && any && !joined;
    }

    private boolean takesNumber(Node node) {
        return node.number >= 0 && pending < 0 && (!any || node.number > 0 && last >= 1000 && total > 0);
    }

    /** Whether a number below a hundred joins a hundred, or tens the units before them: مئة وأربعة وعشرون. */
    private boolean adds(Node node) {
        long units = pending % 100;
        return node.part
                && joined
                && pending > 0
                && (node.number < 100 && units == 0
                        || node.number >= 20 && node.number < 100 && node.number % 10 == 0 && units < 10);
    }

    private boolean takesScale(Node node) {
        long below = node.scale <= 0 || node.scale > LARGEST_SQUARED ? total : total % (node.scale * node.scale);
        if (small || node.scale <= 0 || below + Math.max(1, pending) > LARGEST / node.scale) {
            return false;
        }
        if (pending < 0 && node.alone > 0 && (!any || node.scale < last)) {
            return true;
        }
        return node.alone < 2 && (pending > 0 || any && total > 0 && !joined && node.scale > last);
    }

    /** The sum with {@code node}, which fits. */
    SpelledSum with(Node node) {
        if (takesNumber(node)) {
            return new SpelledSum(total, node.number, last, true, false, small);
        }
        if (adds(node)) {
            return new SpelledSum(total, pending + node.number, last, true, false, small);
        }
        if (!takesScale(node)) {
            return new SpelledSum(total, pending, last, true, true, small);
        }
        // Of tres billones mil millones only the thousand is counted in millions.
        long below = node.scale > LARGEST_SQUARED ? total : total % (node.scale * node.scale);
        long sum = node.scale >= last
                ? total - below + (below + Math.max(0, pending)) * node.scale
                : total + (pending < 0 ? Math.max(1, node.alone) : Math.max(1, pending)) * node.scale;
        return new SpelledSum(sum, -1, node.scale, true, false, small);
    }

    /** Whether what was taken so far is a whole number and not an open "and". */
    boolean complete() {
        return any && !joined;
    }

    /** The scale that was read last; 1 where a number follows it. */
    long scale() {
        return pending < 0 && total > 0 && last < Long.MAX_VALUE ? last : 1;
    }

    /** The number; -1 before the first part. */
    long value() {
        return any ? total + Math.max(0, pending) : -1;
    }
}
