package wherein.recognise.person;

import wherein.mention.Checkpoint;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.text.Tokens;

/**
 * A document cut in the pieces of which names are made: tokens, with {@code O'Brien}, {@code Bailey-Ross}, {@code J.} and
 * {@code Lt.} in one piece.
 *
 * <p>All in arrays by number of the unit, so that a document needs a handful of objects.
 */
final class Units {

    /** The shape of a unit. */
    static final byte LOWER = 0;

    static final byte CAPITALISED = 1;
    static final byte ALL_CAPS = 2;
    static final byte INITIAL = 3;
    static final byte MIXED = 4;
    static final byte NUMBER = 5;
    static final byte OTHER = 6;

    /** A line that is cut at a width has between so many characters and so many. */
    private static final int NARROWEST = 48;

    private static final int WIDEST = 100;

    final Tokens tokens;
    final String text;
    final Checkpoint checkpoint;
    final int[] first;
    final int[] last;
    final long[] hash;
    final int[] flags;
    final byte[] shape;
    final boolean[] line;
    final boolean[] cyrillic;
    /** Whether another recogniser found a state in the unit, by name, people or seat. */
    final boolean[] country;
    /** Whether another recogniser weighed a person against a place in the unit, and found the place. */
    final boolean[] place;
    /** Whether another recogniser found a date in the unit. */
    final boolean[] dated;

    /** Whether the language writes its nouns with a capital. */
    final boolean nouns;

    int size;

    private final PersonLexicon lexicon;
    private final Compounds compounds;
    private final boolean wrapped;

    /** Whether the text is neither English nor Russian, as the lexicon says. */
    final boolean foreign;

    /** Cuts the tokens of {@code input}; places and dates that others found there count as such. */
    Units(Input input, PersonLexicon lexicon) {
        this.tokens = input.tokens();
        this.text = input.text();
        this.checkpoint = input.checkpoint();
        this.lexicon = lexicon;
        this.nouns = lexicon.hasNounEndings();
        this.foreign = lexicon.isForeign();
        this.compounds = new Compounds(tokens, lexicon);
        this.wrapped = isWrapped(text);
        int most = tokens.size();
        first = new int[most];
        last = new int[most];
        hash = new long[most];
        flags = new int[most];
        shape = new byte[most];
        line = new boolean[most];
        cyrillic = new boolean[most];
        country = new boolean[most];
        place = new boolean[most];
        dated = new boolean[most];
        for (int token = 0; token < most; ) {
            checkpoint.step();
            token = add(token);
        }
        mark(input);
    }

    private int add(int token) {
        int unit = size++;
        first[unit] = token;
        line[unit] = tokens.lineBefore(token) && !(wrapped && token > 0 && isSoft(token));
        int end = token;
        if (tokens.isWord(token)) {
            end = compounds.end(token);
            last[unit] = end;
            word(unit);
            end = withDot(unit, end);
        } else {
            shape[unit] = tokens.isNumber(token) ? NUMBER : OTHER;
            hash[unit] = shape[unit] == NUMBER ? 1 : text.charAt(tokens.start(token)) + 2L;
        }
        last[unit] = end;
        return end + 1;
    }

    /** Whether the lines of a text are cut at a width, as old mail has them, so that a name may go on in the next. */
    private static boolean isWrapped(String text) {
        int full = 0;
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            if (at - from > WIDEST) {
                return false;
            }
            full += at - from > NARROWEST ? 1 : 0;
            from = at + 1;
        }
        return full >= 4;
    }

    /** Whether the line break before {@code token} ends a full line and no paragraph. */
    private boolean isSoft(int token) {
        int end = text.lastIndexOf('\n', tokens.start(token) - 1);
        return end > 0 && tokens.end(token - 1) > end - 3 && end - text.lastIndexOf('\n', end - 1) > NARROWEST;
    }

    private void word(int unit) {
        int start = start(unit);
        int end = end(unit);
        hash[unit] = PersonLexicon.hash(text, start, end);
        char c = text.charAt(start);
        cyrillic[unit] = c >= 0x400 && c < 0x530;
        shape[unit] = shapeOf(start, end);
        int found = shape[unit] == LOWER ? lexicon.lowerFlags(hash[unit]) : lexicon.flags(hash[unit]);
        if (shape[unit] != LOWER) {
            found |= lexicon.inflected(text, start, end, found);
            if (first[unit] != last[unit]) {
                found |= partFlags(unit);
            }
            if ((found & (Flags.WORD | Flags.FUNCTION | Flags.PLACE | Flags.GIVEN)) == 0) {
                found |= Endings.flags(text, start, end, cyrillic[unit]);
            }
        }
        flags[unit] = found;
        if (foreign) {
            foreignWord(unit);
        }
    }

    /**
     * In other languages a function word is no name, however it is written, unless it may lead one, as in Le Pen and De Smet, or is
     * the surname behind a given name: Peter Eigen, Dirk De Wilde.
     */
    private void foreignWord(int unit) {
        boolean function = (flags[unit] & Flags.FUNCTION) != 0 && (flags[unit] & Flags.PARTICLE) == 0;
        if (function && shape[unit] == CAPITALISED && isSurnamePlace(unit)) {
            flags[unit] &= ~(Flags.FUNCTION | Flags.DETERMINER | Flags.JOIN | Flags.WORD);
        } else if (function && shape[unit] == CAPITALISED) {
            shape[unit] = LOWER;
            flags[unit] = lexicon.lowerFlags(hash[unit]);
        } else if ((flags[unit] & (Flags.GIVEN | Flags.SURNAME | Flags.FUNCTION)) == 0) {
            int ending = lexicon.endingFlags(text, start(unit), end(unit));
            flags[unit] |= shape[unit] == LOWER ? ending & Flags.ROLE : ending;
            if (shape[unit] != LOWER && ending == 0) {
                flags[unit] |= lexicon.surnameFlags(text, start(unit), end(unit));
            }
        }
    }

    /** Whether the unit stands behind a given name that is nothing else, with a particle between or none. */
    private boolean isSurnamePlace(int unit) {
        int before = unit - 1;
        while (before > 0 && !line[before + 1] && (flags[before] & Flags.PARTICLE) != 0) {
            before--;
        }
        return before >= 0
                && !line[unit]
                && shape[before] == CAPITALISED
                && (flags[before] & Flags.GIVEN) != 0
                && (flags[before] & (Flags.FUNCTION | Flags.NOUN | Flags.ROLE | Flags.CALENDAR)) == 0;
    }

    private int partFlags(int unit) {
        int kept = Flags.GIVEN | Flags.SURNAME | Flags.MORPH;
        int head = tokens.start(first[unit]);
        int headEnd = tokens.end(first[unit]);
        int tail = tokens.start(last[unit]);
        int tailEnd = tokens.end(last[unit]);
        int found = lexicon.flags(PersonLexicon.hash(text, head, headEnd)) & kept;
        found |= lexicon.flags(PersonLexicon.hash(text, tail, tailEnd)) & kept;
        if ((lexicon.flags(PersonLexicon.hash(text, tail, tailEnd)) & (Flags.TITLE | Flags.ROLE)) != 0
                && lexicon.isOffice(text, head, headEnd)) {
            // Secretary-General, Editor-in-chief.
            return Flags.TITLE;
        }
        return found | Endings.flags(text, tail, tailEnd, cyrillic[unit]);
    }

    private byte shapeOf(int start, int end) {
        if (!Character.isUpperCase(text.charAt(start))) {
            boolean glued = Character.isUpperCase(text.charAt(tokens.start(last[size - 1])))
                    && last[size - 1] != first[size - 1];
            return glued ? MIXED : LOWER;
        }
        if (end - start == 1) {
            return INITIAL;
        }
        boolean small = false;
        boolean big = false;
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            small |= Character.isLowerCase(c);
            big |= Character.isUpperCase(c);
        }
        return !small ? ALL_CAPS : big && first[size - 1] == last[size - 1] ? MIXED : CAPITALISED;
    }

    /** Takes in the dot of an initial or an abbreviated title; knows U.S. and its like. */
    private int withDot(int unit, int end) {
        if (!tokens.is(end + 1, '.') || tokens.spaceBefore(end + 1)) {
            char only = text.charAt(start(unit));
            if (shape[unit] == INITIAL && (only == 'I' || only == 'A' || (flags[unit] & Flags.FUNCTION) != 0)) {
                shape[unit] = LOWER;
            }
            return end;
        }
        int length = end(unit) - start(unit);
        if (shape[unit] == INITIAL || length == 2 && text.startsWith("Дж", start(unit))) {
            shape[unit] = INITIAL;
            // "С." of a name is not the preposition, and "I." not the pronoun.
            flags[unit] = 0;
            return acronym(unit, end + 1);
        }
        boolean short_ = length <= 5 && (flags[unit] & (Flags.TITLE | Flags.SUFFIX | Flags.CALENDAR)) != 0;
        return short_ && (flags[unit] & Flags.WORD) == 0 ? end + 1 : end;
    }

    private int acronym(int unit, int dot) {
        int end = dot;
        StringBuilder letters = new StringBuilder().append(text.charAt(start(unit)));
        while (tokens.isWord(end + 1)
                && !tokens.spaceBefore(end + 1)
                && tokens.end(end + 1) - tokens.start(end + 1) == 1
                && letters.length() < 5) {
            letters.append(text.charAt(tokens.start(end + 1)));
            end++;
            if (!tokens.is(end + 1, '.')) {
                break;
            }
            end++;
        }
        if (letters.length() < 2) {
            return dot;
        }
        long key = PersonLexicon.hash(letters);
        int found = lexicon.flags(key);
        if ((found & Flags.ACRONYM) == 0) {
            return dot;
        }
        hash[unit] = key;
        flags[unit] = found;
        shape[unit] = ALL_CAPS;
        return end;
    }

    /** Adds what other recognisers found: a country, a city, a date. */
    private void mark(Input input) {
        int unit = 0;
        for (Mention mention : input.found()) {
            int flag = switch (mention) {
                case Mention.Country country ->
                    country.kind() == Mention.Country.Kind.DEMONYM ? Flags.DEMONYM : Flags.PLACE;
                case Mention.Date date -> Flags.CALENDAR;
                case Mention.Figure figure -> 0;
                case Mention.Person person -> 0;
            };
            while (unit < size && end(unit) <= mention.span().start()) {
                unit++;
            }
            for (int at = unit;
                    flag != 0 && at < size && start(at) < mention.span().end();
                    at++) {
                if (isCapital(at)) {
                    flags[at] |= flag;
                    dated[at] |= mention instanceof Mention.Date;
                    if (mention instanceof Mention.Country state) {
                        country[at] |= state.kind() != Mention.Country.Kind.CITY;
                        place[at] |= state.isCityRatherThanPerson();
                    }
                }
            }
        }
    }

    /** Where unit {@code i} starts in the text. */
    int start(int i) {
        return tokens.start(first[i]);
    }

    /** Where unit {@code i} ends in the text. */
    int end(int i) {
        return tokens.end(last[i]);
    }

    /** Whether unit {@code i} exists and has all of no, or one of {@code bits}. */
    boolean has(int i, int bits) {
        return i >= 0 && i < size && (flags[i] & bits) != 0;
    }

    /** Whether unit {@code i} exists and is a word with a capital. */
    boolean isCapital(int i) {
        return i >= 0 && i < size && shape[i] >= CAPITALISED && shape[i] <= MIXED;
    }

    /** Whether unit {@code i} exists and is the character {@code c}. */
    boolean is(int i, char c) {
        return i >= 0 && i < size && shape[i] == OTHER && hash[i] == c + 2L;
    }

    /** The text of unit {@code i}. */
    String surface(int i) {
        return text.substring(start(i), end(i));
    }
}
