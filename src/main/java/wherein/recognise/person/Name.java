package wherein.recognise.person;

/**
 * A name in a document, in units.
 *
 * @param start its first unit
 * @param end the unit after its last
 * @param rule what found it
 */
record Name(int start, int end, String rule) {

    /** The number of units. */
    int length() {
        return end - start;
    }
}
