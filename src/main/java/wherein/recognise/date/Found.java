package wherein.recognise.date;

/**
 * A calendar expression in a text.
 *
 * @param first its first token
 * @param end the token after its last
 * @param moment what it says
 * @param rule the rule that read it
 */
record Found(int first, int end, Moment moment, String rule) {

    /** A found expression, or null where {@code moment} is null. */
    static Found of(int first, int end, Moment moment, String rule) {
        return moment == null ? null : new Found(first, end, moment, rule);
    }

    /** The same, beginning at token {@code at}. */
    Found from(int at) {
        return new Found(at, end, moment, rule);
    }
}
