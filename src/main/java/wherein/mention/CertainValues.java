package wherein.mention;

import java.math.BigDecimal;

/**
 * All values that a figure may have if its writer is right, both ends inclusive: what lies in a range as a whole lies in it for
 * certain.
 *
 * <ul>
 *   <li>{@code =} is what was written.
 *   <li>{@code >}, at least or more than, is anything from there on.
 *   <li>{@code <}, up to or nearly, is anything up to there. How many, how much or how old is not below 0, unless it was written
 *       as a negative number, or counts degrees.
 *   <li>{@code ~}, about, is what would be rounded to the number: half a unit of its last digit that is no trailing zero to
 *       either side. So "about 150,000" is 145,000 to 155,000, "about 100,000" 50,000 to 150,000, and "about 12" 11.5 to 12.5.
 * </ul>
 *
 * @param least minus infinity where there is none
 * @param greatest infinity where there is none
 */
public record CertainValues(double least, double greatest) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The values of {@code figure}. */
    public static CertainValues of(Mention.Figure figure) {
        double floor = figure.min().signum() < 0 || figure.unit().startsWith("°") ? Double.NEGATIVE_INFINITY : 0;
        double min = figure.min().doubleValue();
        double max = figure.max().doubleValue();
        return switch (figure.bound()) {
            case EXACT -> new CertainValues(min, max);
            case ABOVE -> new CertainValues(min, Double.POSITIVE_INFINITY);
            case BELOW -> new CertainValues(floor, max);
            case ABOUT ->
                new CertainValues(
                        Math.max(
                                floor,
                                figure.min().subtract(rounding(figure.min())).doubleValue()),
                        figure.max().add(rounding(figure.max())).doubleValue());
        };
    }

    /** How far a number may be from what is rounded to it. */
    private static BigDecimal rounding(BigDecimal value) {
        return value.stripTrailingZeros().ulp().multiply(HALF);
    }
}
