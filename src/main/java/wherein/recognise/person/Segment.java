package wherein.recognise.person;

/**
 * Finds the runs of units in which a name may stand: words with a capital, with the particles before or between them.
 */
final class Segment {

    private Segment() {}

    /** The first unit at or after {@code from} that may begin a name; {@code units.size} where there is none. */
    static int next(Units units, int from) {
        int at = from;
        while (at < units.size && !active(units, at)) {
            at++;
        }
        return at;
    }

    /** The unit after the last of the run that begins at {@code start}. */
    static int end(Units units, int start) {
        int at = start + 1;
        while (at < units.size && !units.line[at] && active(units, at)) {
            at++;
        }
        return at;
    }

    /** Whether unit {@code i} has a capital, or is a particle that leads to one. */
    static boolean active(Units units, int i) {
        if (units.isCapital(i)) {
            return true;
        }
        int at = i;
        while (at - i < 3 && particle(units, at)) {
            at++;
            if (at < units.size && !units.line[at] && units.isCapital(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean particle(Units units, int i) {
        return units.has(i, Flags.PARTICLE) && units.shape[i] == Units.LOWER;
    }
}
