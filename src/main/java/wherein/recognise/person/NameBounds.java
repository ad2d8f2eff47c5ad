package wherein.recognise.person;

/**
 * Where a name begins and ends, whatever the model took in besides or left out: what somebody is stands before a given name, a
 * stance before whoever holds it, and a given name takes in the surname behind it.
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
        while (start < stop - 1
                && (isStance(start) || isOtherScript(start, stop - 1) || units.foreign && isApposition(start, stop))) {
            start++;
        }
        return start;
    }

    /** Whether the unit is what somebody is for or against: Pro-Putin. */
    private boolean isStance(int i) {
        return i > 1
                && units.is(i - 1, '-')
                && units.has(i - 2, Flags.PREFIX)
                && units.isCapital(i + 1)
                && units.end(i - 2) + 1 == units.start(i);
    }

    /** A name is written in one script, but for the number behind it. */
    private boolean isOtherScript(int i, int last) {
        return units.cyrillic[last] && !units.cyrillic[i] && units.isCapital(i);
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
        for (int i = start + 1; units.foreign && i < end; i++) {
            if (isParticle(i) && !units.has(i, Flags.SECOND) && i - start > 1 && !isGiven(i - 1)) {
                return i;
            }
        }
        if (isLed(start, end)) {
            return end + 1;
        }
        if (end == units.size || units.line[end] || !isGiven(start) || end - start > 1 && !isGiven(end - 1)) {
            return end;
        }
        if (isSurname(end) || end - start == 1 && isLastInitial(end)) {
            return end + 1;
        }
        if (end - start > 1) {
            return end;
        }
        boolean surname = isMonth(end) || isSigned(start, end) || isWord(end);
        return surname ? end + 1 : units.foreign ? withSurname(end) : end;
    }

    /** Whether the name would end with a particle that has a capital, and what it leads stands behind: Piero De Luise. */
    private boolean isLed(int start, int end) {
        return end - start > 1
                && end < units.size
                && !units.line[end]
                && units.isCapital(end - 1)
                && units.has(end - 1, Flags.PARTICLE)
                && units.shape[end] == Units.CAPITALISED
                && !units.has(end, NO_NAME | Flags.FUNCTION);
    }

    /** Whether the unit is known as a surname and ends what has a capital: Martin Luther King, who might be a king. */
    private boolean isSurname(int i) {
        return units.shape[i] == Units.CAPITALISED
                && units.has(i, Flags.SURNAME)
                && !units.has(
                        i, Flags.GIVEN | Flags.FUNCTION | Flags.ORG | Flags.PLACE | Flags.PLACEWORD | Flags.DEMONYM)
                && !units.has(i, Flags.CALENDAR)
                && !units.isCapital(i + 1);
    }

    /** Whether the unit is all that is told of a surname, as of a suspect: Jan T. */
    private boolean isLastInitial(int i) {
        return units.shape[i] == Units.INITIAL
                && units.text.charAt(units.end(i) - 1) == '.'
                && units.end(i) - units.start(i) == 2
                && (i + 1 == units.size
                        || units.shape[i + 1] != Units.INITIAL && (units.line[i + 1] || !units.isCapital(i + 1)));
    }

    /** Whether the unit is called like a month, and no date. */
    private boolean isMonth(int i) {
        return units.has(i, Flags.CALENDAR)
                && units.shape[i] == Units.CAPITALISED
                && !units.dated[i]
                && (i + 1 == units.size || units.shape[i + 1] != Units.NUMBER);
    }

    /** Whether a line ends with the unit, and says before {@code start} by whom it is. */
    private boolean isSigned(int start, int i) {
        boolean ends = i + 1 == units.size || units.line[i + 1];
        return ends
                && units.isCapital(i)
                && units.shape[i] == units.shape[start]
                && units.has(start - 1, Flags.BEFORE)
                && !units.has(i, Flags.ORG | Flags.PLACE | Flags.PLACEWORD | Flags.CALENDAR);
    }

    /** Whether the unit has a capital although it is a word that the language writes in small letters: Ana Rey, Ann Strand. */
    private boolean isWord(int i) {
        int word = units.foreign ? Flags.TITLE | Flags.ROLE | Flags.NOUN | Flags.KIN : Flags.WORD;
        return !units.nouns
                && !units.cyrillic[i]
                && units.shape[i] == Units.CAPITALISED
                && units.has(i, word)
                && !units.has(
                        i, Flags.FUNCTION | Flags.ORG | Flags.PLACE | Flags.PLACEWORD | Flags.CALENDAR | Flags.THING)
                && !units.isCapital(i + 1);
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
                && !units.has(
                        at, Flags.FUNCTION | Flags.ORG | Flags.PLACE | Flags.DEMONYM | Flags.TITLE | Flags.CALENDAR)
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
