package wherein.duplicate;

import java.util.Arrays;
import java.util.stream.IntStream;
import wherein.text.Span;

/**
 * The texts that may have an equal, each known by its number, from 0 in the order in which they were added. Held in columns,
 * since there may be millions: some 32 bytes a text, and 4 for each of its prints.
 */
public final class Units {

    private int size;
    private int[] documents = new int[16];
    private int[] passages = new int[16];
    private int[] sentences = new int[16];
    private int[] weights = new int[16];
    private int[] sources = new int[16];
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    /** Behind the prints of each. */
    private int[] printEnds = new int[16];

    private int[] prints = new int[16];

    /**
     * Adds the text of {@code unit}, which comes once. They are read again in the order in which they are added.
     *
     * @param weight of its words, see {@link Words#weight}
     * @param prints by which it is found, each once
     * @param source the number under which whoever reads the texts knows the passage
     * @param span its part of the passage's text, UTF-16
     */
    public void add(Unit unit, int weight, int[] prints, int source, Span span) {
        if (size == documents.length) {
            grow(size + (size >> 1));
        }
        documents[size] = unit.document();
        passages[size] = unit.passage();
        sentences[size] = unit.sentence();
        weights[size] = weight;
        sources[size] = source;
        starts[size] = span.start();
        ends[size] = span.end();
        int from = size == 0 ? 0 : printEnds[size - 1];
        int end = from + prints.length;
        if (end > this.prints.length) {
            this.prints = Arrays.copyOf(this.prints, Math.max(end, end + (end >> 1)));
        }
        System.arraycopy(prints, 0, this.prints, from, prints.length);
        printEnds[size++] = end;
    }

    private void grow(int length) {
        documents = Arrays.copyOf(documents, length);
        passages = Arrays.copyOf(passages, length);
        sentences = Arrays.copyOf(sentences, length);
        weights = Arrays.copyOf(weights, length);
        sources = Arrays.copyOf(sources, length);
        starts = Arrays.copyOf(starts, length);
        ends = Arrays.copyOf(ends, length);
        printEnds = Arrays.copyOf(printEnds, length);
    }

    /** How many there are. */
    int size() {
        return size;
    }

    Unit unit(int number) {
        return new Unit(documents[number], passages[number], sentences[number]);
    }

    int source(int number) {
        return sources[number];
    }

    Span span(int number) {
        return new Span(starts[number], ends[number]);
    }

    int[] prints(int number) {
        return Arrays.copyOfRange(prints, number == 0 ? 0 : printEnds[number - 1], printEnds[number]);
    }

    /** Whether it may be a quotation, of which all runs are prints. */
    boolean isShort(int number) {
        return weights[number] <= Words.weight(Sketch.QUOTATION);
    }

    /** The numbers in the order of the documents and of their text. */
    int[] inOrder() {
        return IntStream.range(0, size)
                .boxed()
                .sorted((one, other) -> compare(one, other))
                .mapToInt(i -> i)
                .toArray();
    }

    private int compare(int one, int other) {
        int documents = Integer.compare(this.documents[one], this.documents[other]);
        int passages = documents != 0 ? documents : Integer.compare(this.passages[one], this.passages[other]);
        return passages != 0 ? passages : Integer.compare(sentences[one], sentences[other]);
    }

    /** The numbers {@code inOrder} so that whatever holds another comes before it: the longest first, and of these as they stand. */
    int[] longestFirst(int[] inOrder) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (long) ~weights[inOrder[i]] << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> inOrder[(int) key]).toArray();
    }

    /** Places of texts in ascending order, 12 bytes each. */
    static final class Places {
        private final int[] documents;
        private final int[] passages;
        private final int[] sentences;

        Places(int size) {
            documents = new int[size];
            passages = new int[size];
            sentences = new int[size];
        }

        void set(int i, Unit unit) {
            documents[i] = unit.document();
            passages[i] = unit.passage();
            sentences[i] = unit.sentence();
        }

        Unit get(int i) {
            return new Unit(documents[i], passages[i], sentences[i]);
        }

        /** The first that is not before {@code unit}; as many as there are where all are. */
        int first(Unit unit) {
            int low = 0;
            int high = documents.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (get(middle).compareTo(unit) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
