package wherein.recognise.figure;

import java.math.BigDecimal;

/**
 * A number as it stands in a text, before its unit and bound are known.
 *
 * @param first its first token
 * @param end the token after its last
 * @param min its least value
 * @param max its greatest value
 * @param scale the scale word it ends with, such as 1000; 1 without one
 * @param form how it is written
 * @param rule the rule that read it
 */
record Numeral(int first, int end, BigDecimal min, BigDecimal max, BigDecimal scale, Form form, String rule) {

    /** How a number is written. */
    enum Form {
        /** In digits, a scale word perhaps. */
        DIGITS,
        /** In words. */
        WORDS,
        /** The one word "one", which alone is no figure. */
        ONE,
        /** As a share of a whole, in percent. */
        SHARE,
        /** As a magnitude: dozens, hundreds of thousands. */
        VAGUE,
        /** As a decade of a life. */
        LIFE
    }

    /** An exact number. */
    static Numeral exact(int first, int end, BigDecimal value, BigDecimal scale, Form form, String rule) {
        return new Numeral(first, end, value, value, scale, form, rule);
    }

    Numeral from(int at) {
        return new Numeral(at, end, min, max, scale, form, rule);
    }

    Numeral to(int at) {
        return new Numeral(first, at, min, max, scale, form, rule);
    }

    Numeral times(BigDecimal factor) {
        return new Numeral(first, end, min.multiply(factor), max.multiply(factor), factor, form, "number-with-scale");
    }

    /** A one that is no mere article. */
    Numeral said() {
        return new Numeral(first, end, min, max, scale, form == Form.ONE ? Form.WORDS : form, rule);
    }

    Numeral hundredths() {
        return new Numeral(first, end, min.movePointLeft(2), max.movePointLeft(2), scale, form, rule);
    }

    Numeral negated() {
        return new Numeral(first, end, max.negate(), min.negate(), scale, form, rule);
    }

    boolean digits() {
        return form == Form.DIGITS;
    }

    boolean whole() {
        return min.stripTrailingZeros().scale() <= 0;
    }
}
