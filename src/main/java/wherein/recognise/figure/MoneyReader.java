package wherein.recognise.figure;

import wherein.recognise.figure.UnitWord.Kind;

/**
 * Reads the currency that stands before a number: $5, US$5, $US5, HK $5, EUR 5, RM5, Rs. 5, Sh500.
 *
 * <p>Letters that are words or parts of names as well (R, N, P) mean money only before what looks like a sum, or where
 * the document names a state that writes its money so.
 */
final class MoneyReader {

    /** No currency before a number has more tokens: US$, Rs. */
    private static final int LONGEST = 2;

    private final FigureText text;

    MoneyReader(FigureText text) {
        this.text = text;
    }

    /**
     * A currency before a number.
     *
     * @param unit its code; empty where nothing tells which of several is meant
     * @param first its first token
     */
    record Prefix(String unit, int first) {}

    /** The currency before the number that begins with token {@code number}; null where there is none. */
    Prefix before(int number) {
        int at = number - 1;
        if (at < 0 || !text.sameLine(number)) {
            return null;
        }
        return text.tokens.isWord(at) ? letters(at, number) : sign(at);
    }

    /** The number behind the currency that begins with token {@code at}; {@code at} itself where none does. */
    int behind(int at) {
        for (int number = at + 1; number <= at + LONGEST; number++) {
            Prefix prefix = text.tokens.isNumber(number) ? before(number) : null;
            if (prefix != null) {
                return prefix.first == at ? number : at;
            }
        }
        return at;
    }

    /** Whether a sign of money is token {@code at}. */
    boolean isSign(int at) {
        UnitWord unit = at < 0 || text.tokens.isWord(at) ? null : text.unit(at);
        return unit != null && unit.kind() == Kind.CURRENCY;
    }

    private Prefix sign(int at) {
        // Yen and pounds as programs write them that know no sign for them: Y=500, PS6m.
        if (text.sign(at) == '=' && text.word(at - 1, "y") && text.tokens.isCapitalised(at - 1) && text.glued(at)) {
            return text.glued(at + 1) ? new Prefix("JPY", at - 1) : null;
        }
        if (text.sign(at) == '.' && text.tokens.isWord(at - 1) && text.glued(at)) {
            LetterSign letters = text.tokens.isNumber(at - 2) ? null : LetterSign.of(text, at - 1);
            return letters == null || letters.weak() ? null : prefix(letters, at - 1);
        }
        if (!isSign(at)) {
            return null;
        }
        // A date wins over the figure that would share a word with it.
        LetterSign country = text.dated(at - 1) ? null : LetterSign.beforeDollar(text, at - 1);
        boolean near = country != null && (text.glued(at) || text.length(at - 1) > 1 && text.tokens.isAllCaps(at - 1));
        return near && text.sign(at) == '$' ? prefix(country, at - 1) : new Prefix(text.currency(text.unit(at)), at);
    }

    private Prefix letters(int at, int number) {
        if (isSign(at - 1) && text.glued(at) && text.tokens.isCapitalised(at)) {
            LetterSign country = LetterSign.beforeDollar(text, at);
            return country == null ? null : new Prefix(text.currencies.of(country.currencies()), at - 1);
        }
        UnitWord unit = text.tokens.isAllCaps(at) && text.length(at) == 3 ? text.unit(at) : null;
        if (unit != null && unit.kind() == Kind.CURRENCY) {
            return new Prefix(text.currency(unit), at);
        }
        boolean behind = text.glued(at) && !opening(at) || text.tokens.isNumber(at - 1) && text.sameLine(at);
        LetterSign letters = behind ? null : LetterSign.of(text, at);
        if (letters == null || letters.weak() && !text.glued(number)) {
            return null;
        }
        // What the document says of the currency is looked for last, since all of it is read for that.
        boolean doubtful = letters.weak() && !sum(number);
        if (doubtful && named(number)) {
            return null;
        }
        if (!doubtful) {
            return prefix(letters, at);
        }
        String told = text.currencies.told(letters.currencies());
        return told.isEmpty() ? null : new Prefix(told, at);
    }

    private boolean opening(int at) {
        return text.sign(at - 1) != 0 && "([\"“«‘'-–—~/".indexOf(text.sign(at - 1)) >= 0;
    }

    private Prefix prefix(LetterSign letters, int at) {
        return new Prefix(text.currencies.of(letters.currencies()), at);
    }

    /** Whether the digits are rather a part of a name or count something: R2D2, P5, N95 masks. */
    private boolean named(int number) {
        int next = number + 1;
        boolean counts = text.tokens.isWord(next)
                && text.sameLine(next)
                && !text.stop(next)
                && text.tokens.lower(next).endsWith("s");
        return text.length(number) < 2 || text.tokens.isWord(next) && text.glued(next) || counts;
    }

    /** Whether digits are grouped, or a scale follows them: 5,000; 500m; 3.5 million. */
    private boolean sum(int number) {
        int next = number + 1;
        if ((text.sign(next) == ',' || text.sign(next) == '.')
                && text.glued(next)
                && text.glued(next + 1)
                && text.tokens.isNumber(next + 1)) {
            return text.length(next + 1) == 3 || sum(next + 1);
        }
        return text.sameLine(next) && (text.sense(next, Sense.Role.SCALE) >= 1000 || LetterScale.isLetter(text, next));
    }
}
