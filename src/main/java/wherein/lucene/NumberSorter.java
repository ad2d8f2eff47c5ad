package wherein.lucene;

import org.apache.lucene.util.IntroSorter;

/** Sorts numbers by what they stand for, in place. */
abstract class NumberSorter extends IntroSorter {

    private final int[] numbers;
    private int pivot;

    /** To sort {@code numbers}. */
    NumberSorter(int[] numbers) {
        this.numbers = numbers;
    }

    /** Below 0 if {@code one} comes before {@code other}, above 0 if behind it. */
    abstract int compared(int one, int other);

    /** Sorts all of them. */
    final void sort() {
        sort(0, numbers.length);
    }

    @Override
    protected final void setPivot(int i) {
        pivot = numbers[i];
    }

    @Override
    protected final int comparePivot(int j) {
        return compared(pivot, numbers[j]);
    }

    @Override
    protected final int compare(int i, int j) {
        return compared(numbers[i], numbers[j]);
    }

    @Override
    protected final void swap(int i, int j) {
        int kept = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = kept;
    }
}
