package wherein.duplicate;

import java.util.Arrays;

/** Numbers in a row, 4 to 6 bytes each. */
final class IntList {
    private int[] numbers = new int[16];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + (size >> 1));
        }
        numbers[size++] = number;
    }

    int get(int i) {
        return numbers[i];
    }

    int size() {
        return size;
    }

    /** Keeps the first {@code length}. */
    void cut(int length) {
        size = length;
    }
}
