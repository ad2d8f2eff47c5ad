package wherein.recognise.person;

/**
 * Where a name begins and ends in texts that are neither English nor Russian, whatever the model took in besides: what somebody
 * is stands before a given name, and a particle leads a surname where there is none yet.
 */
final class NameBounds {

    private static final int NAME = Flags.GIVEN | Flags.SURNAME | Flags.MORPH | Flags.PARTICLE;
    private static final int NO_NAME =
            Flags.ROLE | Flags.NOUN | Flags.ORG | Flags.PLACEWORD | Flags.DEMONYM | Flags.TITLE | Flags.CALENDAR;

    private final Units units;

    NameBounds(Units units) {
        this.units = units;
    }

    /** The first unit of the name in {@code from} to {@code stop}. */
    int start(int from, int stop) {
        int start = from;
        while (start < stop - 1 && isApposition(start, stop)) {
            start++;
        }
        return start;
    }

    private boolean isApposition(int i, int stop) {
        if (!units.isCapital(i) || units.shape[i] == Units.INITIAL || units.has(i, NAME) || !units.isCapital(i + 1)) {
            return false;
        }
        // Where every noun has a capital, an unknown word before a given name is one.
        return units.has(i, NO_NAME) || units.nouns && i + 2 < stop && isGiven(i + 1);
    }

    /** The unit after the last of the name that begins at {@code start} and was taken to end at {@code end}. */
    int stop(int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (isParticle(i) && !units.has(i, Flags.SECOND) && i - start > 1 && !isGiven(i - 1)) {
                return i;
            }
        }
        return end - start == 1 && isGiven(start) ? withSurname(end) : end;
    }

    /** The end of the surname with its particles that stands at {@code end}; {@code end} where there is none. */
    private int withSurname(int end) {
        int at = end;
        while (at < units.size && at < end + 3 && !units.line[at] && isAnyParticle(at, at > end)) {
            at++;
        }
        boolean surname = at > end
                && units.isCapital(at)
                && !units.line[at]
                && !units.has(at, Flags.FUNCTION | NO_NAME | Flags.PLACE)
                && units.shape[at] != Units.INITIAL;
        return surname ? at + 1 : end;
    }

    private boolean isAnyParticle(int i, boolean behind) {
        return units.has(i, Flags.PARTICLE) || behind && units.has(i, Flags.DETERMINER);
    }

    private boolean isParticle(int i) {
        return units.shape[i] == Units.LOWER && units.has(i, Flags.PARTICLE);
    }

    private boolean isGiven(int i) {
        return units.has(i, Flags.GIVEN);
    }
}
