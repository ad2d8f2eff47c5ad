package wherein.recognise.person;

/** Tells runs that are no persons, however much they look like it: firms, streets, storms, acronyms, families. */
final class Vetoes {

    /** What a word alone may be instead of a name. */
    static final int NOT_A_NAME = Flags.PLACE | Flags.CALENDAR | Flags.DEMONYM | Flags.THING;

    private static final long THE = PersonLexicon.hash("the");

    private final Units units;
    private final PersonEvidence evidence;
    private final Honorifics honorifics;
    private final boolean[] taken;

    /** {@code taken} tells of the units that are names already, and changes as names are found. */
    Vetoes(Units units, PersonEvidence evidence, boolean[] taken) {
        this.units = units;
        this.evidence = evidence;
        this.honorifics = new Honorifics(units);
        this.taken = taken;
    }

    /** Whether the run is part of the name of something else, or a word that is no name. */
    boolean vetoed(int start, int stop) {
        if (stop - start == 1 && units.has(start, NOT_A_NAME) && !units.has(start, Flags.GIVEN | Flags.SURNAME)) {
            return true;
        }
        if (stop - start == 1 && units.has(start, Flags.SUFFIX) && !units.has(start, Flags.GIVEN | Flags.SURNAME)) {
            return true;
        }
        if (onlyInitials(start, stop) || allCountry(start, stop) || acronym(start, stop) || quoted(start, stop)) {
            return true;
        }
        if (units.has(start - 1, Flags.THINGBEFORE) && units.isCapital(start - 1) && !units.line[start]) {
            return true;
        }
        if (stop - start == 1 && (evidence.of(start) & PersonEvidence.AFTER_THING) != 0) {
            return true;
        }
        boolean follows = stop < units.size && !units.line[stop];
        if (follows
                && units.isCapital(stop)
                && units.has(stop, Flags.ORG | Flags.PLACEWORD)
                && !units.has(stop, Flags.GIVEN | Flags.SURNAME | Flags.DEMONYM | Flags.TITLE)
                && units.shape[stop] != Units.ALL_CAPS) {
            return true;
        }
        if (stop - start == 2 && firm(start) || stop - start == 1 && (firm(start - 1) || isTerritory(start))) {
            return true;
        }
        if (streetOrThing(start, stop) || family(start, stop)) {
            return true;
        }
        if (follows && units.is(stop, '&') && units.isCapital(stop + 1) && stop - start == 1) {
            return true;
        }
        return start > 1 && units.is(start - 1, '&') && units.isCapital(start - 2) && !taken[start - 2];
    }

    /** Whether a street stands before, or the last word says that the whole is a place or a body. */
    private boolean streetOrThing(int start, int stop) {
        if (units.has(start, Flags.STREET) || !units.line[start] && units.has(start - 1, Flags.STREET)) {
            return true;
        }
        int last = stop - 1;
        boolean body = units.has(last, Flags.ORG | Flags.PLACEWORD) && !units.has(last, Flags.GIVEN | Flags.SURNAME);
        return body
                && stop - start > 1
                && units.shape[last] != Units.INITIAL
                && !(stop - start == 2 && units.has(start, Flags.GIVEN) && !units.has(last, Flags.ORG));
    }

    /** The Clintons are a family. */
    private boolean family(int start, int stop) {
        return stop - start == 1
                && start > 0
                && units.hash[start - 1] == THE
                && units.text.charAt(units.end(start) - 1) == 's'
                && units.shape[start] == Units.CAPITALISED;
    }

    /** Папа Римский is no person by that name: the adjective behind such a title says of where. */
    boolean isTerritory(int i) {
        return units.cyrillic[i]
                && !units.line[i]
                && honorifics.isTerritorial(i - 1)
                && (evidence.of(i) & PersonEvidence.AFTER_GIVEN) == 0
                && Endings.isAdjective(units.text, units.start(i), units.end(i));
    }

    private boolean firm(int i) {
        if (i < 0) {
            return false;
        }
        String both = units.surface(i) + "_" + units.surface(i + 1);
        return (PersonLexicon.standard().flags(PersonLexicon.hash(both)) & Flags.FIRM) != 0;
    }

    private boolean allCountry(int start, int stop) {
        for (int i = start; i < stop; i++) {
            if (!units.country[i]) {
                return false;
            }
        }
        return true;
    }

    /** A short word all in capitals among words that are not. */
    private boolean acronym(int start, int stop) {
        if (stop - start != 1
                || units.shape[start] != Units.ALL_CAPS
                || units.has(start, Flags.GIVEN | Flags.SURNAME)) {
            return false;
        }
        boolean shouted = shouted(start - 1) || shouted(start + 1) || units.is(start + 1, ':');
        return units.end(start) - units.start(start) <= 5 && !shouted;
    }

    private boolean shouted(int i) {
        return i >= 0 && i < units.size && units.shape[i] == Units.ALL_CAPS && units.end(i) - units.start(i) > 3;
    }

    /** One Russian word in quotation marks is a work or a firm. */
    private boolean quoted(int start, int stop) {
        return stop - start == 1
                && units.cyrillic[start]
                && stop < units.size
                && (units.is(start - 1, '«') && units.is(stop, '»') || units.is(start - 1, '"') && units.is(stop, '"'));
    }

    private boolean onlyInitials(int start, int stop) {
        for (int i = start; i < stop; i++) {
            if (units.shape[i] != Units.INITIAL) {
                return false;
            }
        }
        return true;
    }
}
