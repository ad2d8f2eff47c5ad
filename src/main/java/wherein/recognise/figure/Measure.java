package wherein.recognise.figure;

/**
 * What a number measures or counts.
 *
 * @param unit the unit in a mention; empty where there is none, or where nothing tells which of several is meant
 * @param first the first token of the figure with its unit
 * @param end the token after the figure with its unit
 * @param known whether a unit stands next to the number
 * @param hundredths whether the number counts hundredths of the unit: cents, pence
 */
record Measure(String unit, int first, int end, boolean known, boolean hundredths) {

    /** A unit that stands next to its number. */
    static Measure of(String unit, int first, int end) {
        return new Measure(unit, first, end, true, false);
    }

    /** Hundredths of a currency. */
    static Measure hundredths(String unit, int first, int end) {
        return new Measure(unit, first, end, true, true);
    }

    /** A number without a unit. */
    static Measure none(int first, int end) {
        return new Measure("", first, end, false, false);
    }
}
