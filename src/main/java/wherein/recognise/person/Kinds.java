package wherein.recognise.person;

/** Puts a unit in one of some fifty classes, the most telling of its flags first: what the model combines with its neighbours. */
final class Kinds {

    private Kinds() {}

    /** The kind of unit {@code i}, from 2 to 52. */
    static int of(Units units, int i) {
        int shape = units.shape[i];
        if (shape == Units.NUMBER) {
            return 2;
        }
        return shape == Units.OTHER ? punctuation(units.text.charAt(units.start(i))) : kind(units.flags[i], shape);
    }

    private static int punctuation(char c) {
        return switch (c) {
            case '.', '!', '?', '…' -> 3;
            case ',' -> 4;
            case ':', ';' -> 5;
            case '(', '[' -> 6;
            case ')', ']' -> 7;
            case '"', '“', '”', '«', '»', '„' -> 8;
            case '\'', '’', '‘', '`' -> 9;
            case '-', '–', '—' -> 10;
            case '&' -> 11;
            case '/', '|', '•', '*' -> 12;
            case '@', '#' -> 13;
            default -> 14;
        };
    }

    private static int kind(int flags, int shape) {
        if (shape == Units.LOWER) {
            return lowerKind(flags);
        }
        if (shape == Units.INITIAL) {
            return 26;
        }
        if ((flags & Flags.GIVEN) != 0) {
            return (flags & (Flags.FUNCTION | Flags.CALENDAR | Flags.THING)) != 0
                    ? 27
                    : (flags & Flags.PLACE) != 0
                            ? 28
                            : (flags & Flags.WORD) != 0 ? 29 : (flags & Flags.SURNAME) != 0 ? 30 : 31;
        }
        if ((flags & Flags.FUNCTION) != 0) {
            return 32;
        }
        if ((flags & Flags.CALENDAR) != 0) {
            return 33;
        }
        if ((flags & Flags.DEMONYM) != 0) {
            return 34;
        }
        if ((flags & Flags.THING) != 0) {
            return 49;
        }
        if ((flags & Flags.SURNAME) != 0) {
            return (flags & (Flags.WORD | Flags.PLACE | Flags.ORG | Flags.PLACEWORD)) != 0 ? 35 : 36;
        }
        if ((flags & Flags.TITLE) != 0) {
            return 37;
        }
        if ((flags & Flags.ROLE) != 0) {
            return 38;
        }
        if ((flags & Flags.ORG) != 0) {
            return 39;
        }
        if ((flags & Flags.PLACEWORD) != 0) {
            return 40;
        }
        if ((flags & Flags.PLACE) != 0) {
            return 41;
        }
        return rest(flags, shape);
    }

    private static int rest(int flags, int shape) {
        if ((flags & Flags.SUFFIX) != 0) {
            return 42;
        }
        if ((flags & Flags.PATRONYMIC) != 0) {
            return 43;
        }
        if ((flags & Flags.MORPH) != 0) {
            return 44;
        }
        if ((flags & Flags.NOUN) != 0) {
            return 51;
        }
        if ((flags & Flags.WORD) != 0) {
            return 45;
        }
        return shape == Units.ALL_CAPS ? 46 : shape == Units.MIXED ? 47 : 48;
    }

    private static int lowerKind(int flags) {
        if ((flags & Flags.KIN) != 0) {
            return 15;
        }
        if ((flags & Flags.BEFORE) != 0) {
            return 16;
        }
        if ((flags & Flags.SPEECH) != 0) {
            return 17;
        }
        if ((flags & Flags.ROLE) != 0) {
            return 18;
        }
        if ((flags & Flags.TITLE) != 0) {
            return 19;
        }
        if ((flags & Flags.DETERMINER) != 0) {
            return 50;
        }
        if ((flags & Flags.JOIN) != 0) {
            return 52;
        }
        if ((flags & Flags.PARTICLE) != 0) {
            return 20;
        }
        if ((flags & Flags.FUNCTION) != 0) {
            return 21;
        }
        if ((flags & Flags.ORG) != 0) {
            return 22;
        }
        return (flags & Flags.PLACEWORD) != 0 ? 23 : 24;
    }
}
