package wherein.recognise.person;

/**
 * Finds the runs of units in which a name may stand: words with a capital, with the particles before or between them.
 */
final class Segment {

    private Segment() {}

    /** The first unit at or after {@code from} that may begin a name; {@code units.size} where there is none. */
    static int next(Units units, int from) {
        int at = from;
        while (at < units.size && !(units.isCapital(at) || !units.foreign && leads(units, at))) {
            at++;
        }
        return at;
    }

    /** The unit after the last of the run that begins at {@code start}. */
    static int end(Units units, int start) {
        int at = start + 1;
        while (at < units.size && !units.line[at] && (units.isCapital(at) || leads(units, at))) {
            at++;
        }
        return at;
    }

    /**
     * Whether unit {@code i} is a particle that leads to a capital. In English and Russian a name may begin with it; in others it
     * is a preposition there: "de" before Paul Roche.
     */
    private static boolean leads(Units units, int i) {
        int at = i;
        while (at - i < 3 && (particle(units, at) || at > i && article(units, at))) {
            at++;
            if (at < units.size && !units.line[at] && units.isCapital(at)) {
                return true;
            }
        }
        return false;
    }

    /** The article of von der and its like. */
    private static boolean article(Units units, int i) {
        return units.foreign && units.has(i, Flags.DETERMINER) && units.shape[i] == Units.LOWER;
    }

    private static boolean particle(Units units, int i) {
        return units.has(i, Flags.PARTICLE) && units.shape[i] == Units.LOWER;
    }
}
