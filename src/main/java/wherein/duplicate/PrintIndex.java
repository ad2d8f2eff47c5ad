package wherein.duplicate;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which texts have a print: of each print the first {@value #MOST}, since one that more have is a turn of phrase. Takes some 30 bytes
 * a print and 8 for each text that has it.
 */
final class PrintIndex {

    /** A print that as many texts have tells nothing. */
    static final int MOST = 64;

    private static final int NONE = -1;

    /** Open addressing: the prints, how many have each, and the last of them, where any has. */
    private int[] prints = new int[1 << 10];

    private byte[] counts = new byte[1 << 10];
    private int[] lasts = new int[1 << 10];
    private int size;

    /** The texts, and before each the one that had the same print. */
    private int[] texts = new int[1 << 10];

    private int[] before = new int[1 << 10];
    private int entries;

    /** Says that {@code text} has {@code print}. */
    void add(int print, int text) {
        int slot = slot(print);
        if (counts[slot] == MOST) {
            return;
        }
        if (entries == texts.length) {
            int length = entries + (entries >> 1);
            texts = Arrays.copyOf(texts, length);
            before = Arrays.copyOf(before, length);
        }
        texts[entries] = text;
        before[entries] = counts[slot] == 0 ? NONE : lasts[slot];
        prints[slot] = print;
        lasts[slot] = entries++;
        if (counts[slot]++ == 0 && ++size > prints.length / 2) {
            widen();
        }
    }

    /** How many texts have {@code print}; {@value #MOST} if more have. */
    int count(int print) {
        return counts[slot(print)];
    }

    /** Shows {@code taker} the texts that have {@code print}, the last first. */
    void each(int print, IntConsumer taker) {
        int slot = slot(print);
        for (int entry = counts[slot] == 0 ? NONE : lasts[slot]; entry != NONE; entry = before[entry]) {
            taker.accept(texts[entry]);
        }
    }

    /** Where {@code print} stands, or would. */
    private int slot(int print) {
        int mask = prints.length - 1;
        int slot = print & mask;
        while (counts[slot] > 0 && prints[slot] != print) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void widen() {
        int[] oldPrints = prints;
        byte[] oldCounts = counts;
        int[] oldLasts = lasts;
        prints = new int[oldPrints.length * 2];
        counts = new byte[prints.length];
        lasts = new int[prints.length];
        for (int i = 0; i < oldPrints.length; i++) {
            if (oldCounts[i] > 0) {
                int slot = slot(oldPrints[i]);
                prints[slot] = oldPrints[i];
                counts[slot] = oldCounts[i];
                lasts[slot] = oldLasts[i];
            }
        }
    }
}
