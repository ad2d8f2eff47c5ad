package wherein.recognise.person;

import java.util.Arrays;

/**
 * What the model sees of a unit in a run: numbers of buckets, made by hashing without building strings.
 *
 * <p>Nothing here looks at white space within a line, so that texts whose tokens are set apart by spaces read like any
 * other.
 */
final class Features {

    /** The most features that one unit can have. */
    static final int MOST = 96;

    private final Units units;
    private final PersonEvidence evidence;
    private final byte[] kinds;
    private final boolean[] table;
    private int from;
    private int to;
    private int runBits;
    private int row;
    private int[] out;
    private int count;

    /** Whether words count as such, and not only by what they are: so in the languages whose words a model has learnt. */
    private boolean lexical;

    Features(Units units, PersonEvidence evidence) {
        this.units = units;
        this.evidence = evidence;
        this.kinds = new byte[units.size];
        this.table = tables(units);
    }

    /** The units of lines that have at least three numbers, and more than words in lower case: results and tables. */
    private static boolean[] tables(Units units) {
        boolean[] table = new boolean[units.size];
        for (int start = 0; start < units.size; ) {
            int numbers = 0;
            int words = 0;
            int end = start;
            do {
                numbers += units.shape[end] == Units.NUMBER ? 1 : 0;
                words += units.shape[end] == Units.LOWER && units.end(end) - units.start(end) > 1 ? 1 : 0;
                end++;
            } while (end < units.size && !units.line[end]);
            Arrays.fill(table, start, end, numbers > 2 && numbers > words);
            start = end;
        }
        return table;
    }

    /** Sets the run that the next units belong to. */
    void run(int start, int end) {
        from = start;
        to = end;
        lexical = !units.foreign || units.cyrillic[start];
        int bits = 0;
        boolean caps = true;
        for (int i = start; i < end; i++) {
            bits |= units.flags[i] & (Flags.ORG | Flags.PLACEWORD | Flags.GIVEN | Flags.FUNCTION | Flags.CALENDAR);
            caps &= units.shape[i] == Units.ALL_CAPS || units.shape[i] == Units.INITIAL;
        }
        boolean wholeLine = units.line[start] && (end == units.size || units.line[end]);
        runBits = ((bits & Flags.ORG) != 0 ? 1 : 0)
                | ((bits & Flags.PLACEWORD) != 0 ? 2 : 0)
                | ((bits & Flags.GIVEN) != 0 ? 4 : 0)
                | ((bits & Flags.FUNCTION) != 0 ? 8 : 0)
                | (caps ? 16 : 0)
                | (wholeLine ? 32 : 0)
                | (Math.min(end - start, 6) << 6);
        row = (table[start] ? 8 : 0) | numbers(end);
    }

    /** How many numbers stand in a row from unit {@code at} on, seven at most. */
    private int numbers(int at) {
        int count = 0;
        while (count < 7 && at + count < units.size && units.shape[at + count] == Units.NUMBER) {
            count++;
        }
        return count;
    }

    /** Writes the features of unit {@code i} to {@code buffer} and says how many there are. */
    int of(int i, int[] buffer) {
        out = buffer;
        count = 0;
        long own = lexical ? units.hash[i] : 0;
        int ownClass = kind(i);
        add(1, 0);
        add(2, own);
        add(3, ownClass);
        shape(i, ownClass);
        own(i);
        neighbours(i, ownClass);
        around(i, ownClass);
        document(i, ownClass);
        return count;
    }

    private void shape(int i, int ownClass) {
        int shape = units.shape[i];
        int length = units.end(i) - units.start(i);
        boolean compound = units.first[i] != units.last[i] && shape != Units.INITIAL;
        add(4, shape);
        add(5, shape * 64L + ownClass);
        add(6, Math.min(length, 9) * 2L + (compound ? 1 : 0));
        add(7, begins(i) * 64L + ownClass);
    }

    private void own(int i) {
        int flags = units.flags[i];
        for (int left = flags; left != 0; left &= left - 1) {
            add(8, Integer.numberOfTrailingZeros(left));
        }
        if (units.shape[i] == Units.OTHER || units.shape[i] == Units.NUMBER) {
            return;
        }
        int start = units.start(i);
        int end = units.end(i);
        for (int n = 1; n <= 4 && end - start > n; n++) {
            add(10 + n, PersonLexicon.hash(units.text, end - n, end));
        }
        add(15, PersonLexicon.hash(units.text, start, Math.min(start + 2, end)));
        add(16, PersonLexicon.hash(units.text, start, Math.min(start + 3, end)));
    }

    private void neighbours(int i, int ownClass) {
        long one = word(i - 1);
        long next = word(i + 1);
        int oneClass = kind(i - 1);
        int nextClass = kind(i + 1);
        int twoClass = kind(i - 2);
        int afterClass = kind(i + 2);
        add(20, one);
        add(21, next);
        add(22, oneClass * 64L + ownClass);
        add(23, nextClass * 64L + ownClass);
        add(24, (oneClass * 64L + ownClass) * 64 + nextClass);
        add(25, (twoClass * 64L + oneClass) * 64 + ownClass);
        add(26, (ownClass * 64L + nextClass) * 64 + afterClass);
        add(27, one * 31 + ownClass);
        add(28, next * 31 + ownClass);
        add(29, twoClass);
        add(30, afterClass);
        add(31, shapeOf(i - 1) * 8L + shapeOf(i + 1));
    }

    private void around(int i, int ownClass) {
        long left = word(from - 1);
        long right = word(to);
        int place = (i == from ? 1 : 0) | (i == to - 1 ? 2 : 0);
        int leftClass = kind(from - 1);
        int rightClass = kind(to);
        add(40, left);
        add(41, right);
        add(42, leftClass * 8L + place);
        add(43, (row * 64L + rightClass) * 8 + place);
        add(44, runBits);
        add(45, (runBits & 15) * 64L + ownClass);
        add(46, (runBits >>> 6) * 8L + place);
        add(47, word(from - 2) * 7 + 1);
        add(48, word(to + 1) * 7 + 1);
        add(49, (long) kind(from) * 64 + kind(to - 1));
        add(50, ((long) kind(from) * 64 + kind(to - 1)) * 64 + ownClass);
        add(51, (leftClass * 64L + ownClass) * 64 + rightClass);
        add(52, (runBits >>> 4) * 64L + ownClass);
        add(53, (long) kind(from - 2) * 64 + leftClass);
        add(54, (long) rightClass * 64 + kind(to + 1));
        add(55, (row * 64L + leftClass) * 8 + place);
    }

    private void document(int i, int ownClass) {
        int known = units.isCapital(i) ? evidence.of(i) : 0;
        for (int left = known & 511; left != 0; left &= left - 1) {
            int bit = Integer.numberOfTrailingZeros(left);
            add(60, bit);
            add(61, bit * 64L + ownClass);
        }
        int alone = to - from == 1 ? 1 : 0;
        add(62, (known & 511) * 2L + alone);
        add(63, ((known & 7) * 2L + alone) * 64 + ownClass);
    }

    private int shapeOf(int i) {
        return i < 0 || i >= units.size ? 7 : units.shape[i];
    }

    private long word(int i) {
        return i < 0 || i >= units.size ? 0 : cutOff(i) ? 1 : lexical ? units.hash[i] : 2;
    }

    /** Whether a line break stands between unit {@code i} and the run. */
    private boolean cutOff(int i) {
        if (i < from) {
            return units.line[from] || i + 1 < from && units.line[i + 1];
        }
        return i >= to && (units.line[to] || units.line[i]);
    }

    /** Where the unit stands: 1 at the start of a line, 2 after a sentence, 3 after a quote or bracket, 0 within. */
    private int begins(int i) {
        if (units.line[i]) {
            return 1;
        }
        if (units.is(i - 1, '.') || units.is(i - 1, '!') || units.is(i - 1, '?') || units.is(i - 1, '…')) {
            return 2;
        }
        return units.shape[i - 1] == Units.OTHER ? 3 : 0;
    }

    /** One number below 64 for what a unit is, the most telling of its flags first. */
    private int kind(int i) {
        if (i < 0 || i >= units.size) {
            return 0;
        }
        if (cutOff(i)) {
            return 1;
        }
        int known = kinds[i];
        if (known == 0) {
            known = Kinds.of(units, i);
            kinds[i] = (byte) known;
        }
        return known;
    }

    private void add(int template, long value) {
        long h = (value + template * 0x9E3779B97F4A7C15L) * 0xD6E8FEB86659FD93L;
        h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
        out[count++] = (int) (h >>> 32);
    }
}
