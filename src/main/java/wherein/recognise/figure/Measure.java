package wherein.recognise.figure;

/**
 * What a number measures or counts.
 *
 * @param unit the unit in a mention; empty where none is known
 * @param first the first token of the figure with its unit
 * @param end the token after the figure with its unit
 */
record Measure(String unit, int first, int end) {

    boolean known() {
        return !unit.isEmpty();
    }
}
