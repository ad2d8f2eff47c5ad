package wherein.recognise.person;

/** What tells apart those who share a name: Jr. and Sr., and the numbers of kings and popes. */
final class Generation {

    /** The largest number that anybody of a name has; Roman figures beyond it are something else. */
    private static final int LARGEST = 39;

    private final Units units;
    private final Honorifics honorifics;

    Generation(Units units, Honorifics honorifics) {
        this.units = units;
        this.honorifics = honorifics;
    }

    /** Whether unit {@code at}, right behind the name that begins at {@code start}, belongs to it as what tells it apart. */
    boolean follows(int at, int start) {
        return at < units.size
                && !units.line[at]
                && (isJunior(at) || isNumeral(at) && (length(at) > 1 || isReign(at, start)));
    }

    /** A single letter is a number behind one given name of a ruler, or where it is no initial and no pronoun. */
    private boolean isReign(int at, int start) {
        boolean oneName = at - start == 1 && units.has(start, Flags.GIVEN);
        boolean pronoun = units.text.charAt(units.start(at)) == 'I' && !units.cyrillic[start];
        return oneName && (honorifics.isRuler(start - 1) || !pronoun && !units.isCapital(at + 1));
    }

    /** Jr. and Sr. */
    boolean isJunior(int at) {
        if (at >= units.size || length(at) < 2 || length(at) > 3) {
            return false;
        }
        return units.text.startsWith("Jr", units.start(at)) || units.text.startsWith("Sr", units.start(at));
    }

    /** Whether the unit is a Roman number as they stand behind names. */
    boolean isNumeral(int at) {
        int value = at < units.size ? roman(units.text, units.start(at), units.end(at)) : 0;
        return value > 0 && value <= LARGEST;
    }

    /** What the unit says, in one form: jr, sr, or the number; empty where it says nothing of the kind. */
    String of(int at) {
        if (isJunior(at)) {
            return units.text.startsWith("Jr", units.start(at)) ? "jr" : "sr";
        }
        return isNumeral(at) ? String.valueOf(roman(units.text, units.start(at), units.end(at))) : "";
    }

    private int length(int at) {
        return units.end(at) - units.start(at);
    }

    /** The value of a Roman number written with I, V and X; 0 where it is none. */
    static int roman(String text, int start, int end) {
        int value = 0;
        int before = Integer.MAX_VALUE;
        for (int i = start; i < end; i++) {
            int one = digit(text.charAt(i));
            int next = i + 1 < end ? digit(text.charAt(i + 1)) : 0;
            if (one == 0 || end - start > 7 || one > before) {
                return 0;
            }
            if (next > one && (one > 1 || before < next)) {
                return 0;
            }
            if (next > one) {
                value += next - one;
                before = one - 1;
                i++;
            } else {
                value += one;
                before = one;
            }
        }
        return value;
    }

    private static int digit(char c) {
        return switch (c) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            default -> 0;
        };
    }
}
