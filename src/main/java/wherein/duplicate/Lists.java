package wherein.duplicate;

import java.util.Arrays;

/** For each number from 0 on a list of numbers: 4 bytes for the list, and 4 for each in it. */
final class Lists {

    private final int[] ends;
    private final int[] all;

    /** Of {@link #pair pairs}, which are put in order: those of each list ascend. */
    Lists(int size, long[] pairs) {
        Arrays.sort(pairs);
        ends = new int[size];
        all = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            all[i] = (int) pairs[i];
            ends[(int) (pairs[i] >>> Integer.SIZE)] = i + 1;
        }
        for (int i = 1; i < size; i++) {
            ends[i] = Math.max(ends[i], ends[i - 1]);
        }
    }

    /** That {@code list} has {@code number}. */
    static long pair(int list, int number) {
        return (long) list << Integer.SIZE | number;
    }

    int length(int list) {
        return ends[list] - start(list);
    }

    int get(int list, int i) {
        return all[start(list) + i];
    }

    private int start(int list) {
        return list == 0 ? 0 : ends[list - 1];
    }
}
