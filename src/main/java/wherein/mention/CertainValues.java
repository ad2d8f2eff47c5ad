package wherein.mention;

/**
 * All values that a figure may have if its writer is right, both ends inclusive: what lies in a range as a whole lies in it for
 * certain.
 *
 * <ul>
 *   <li>{@code =} is what was written.
 *   <li>{@code >}, at least or more than, is anything from there on.
 *   <li>{@code <}, up to or nearly, is anything up to there. How many, how much or how old is not below 0, unless it was written
 *       as a negative number, or counts degrees.
 *   <li>{@code ~}, about, is anything that is not below 0, in the same way: nobody knows how far the writer was off, so no range
 *       of other values holds it for certain, as none holds a date that is written with {@code ~}.
 * </ul>
 *
 * @param least minus infinity where there is none
 * @param greatest infinity where there is none
 */
public record CertainValues(double least, double greatest) {

    /** The values of {@code figure}. */
    public static CertainValues of(Mention.Figure figure) {
        double floor = figure.min().signum() < 0 || figure.unit().startsWith("°") ? Double.NEGATIVE_INFINITY : 0;
        double min = figure.min().doubleValue();
        double max = figure.max().doubleValue();
        return switch (figure.bound()) {
            case EXACT -> new CertainValues(min, max);
            case ABOVE -> new CertainValues(min, Double.POSITIVE_INFINITY);
            case BELOW -> new CertainValues(floor, max);
            case ABOUT -> new CertainValues(floor, Double.POSITIVE_INFINITY);
        };
    }
}
