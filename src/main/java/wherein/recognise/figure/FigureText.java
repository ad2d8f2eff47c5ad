package wherein.recognise.figure;

import java.text.DecimalFormatSymbols;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.text.Span;
import wherein.text.Tokens;

/** One document as the readers of figures see it: tokens, and what is known of the words among them. */
final class FigureText {

    private static final Map<String, String> SEPARATORS = new ConcurrentHashMap<>();

    /** Every sign that people and programs write for a dash or a hyphen. */
    private static final String DASHES = "-‐‑‒–—―−﹣－";

    private static final int SAMPLE = 400;

    /** The letters of a currency's code. */
    private static final int CODE = 3;

    /** The apostrophe that Unicode counts among the letters. */
    private static final char LETTER_APOSTROPHE = 'ʼ';

    /** No quantity has more digits in a row; what has is an identifier or a dump. */
    static final int MOST_DIGITS = 40;

    final Tokens tokens;
    final String text;
    final String language;

    /** The words of figures in the document's language. */
    final FigureWords words;

    /** Reads number words of languages other than English and Russian; null for those two. */
    final SpelledReader spelled;

    /** Whether a comma parts the fraction from the whole in the document's language (CLDR). */
    final boolean decimalComma;

    /** Whether a point groups thousands in the document's language (CLDR). */
    final boolean groupingPoint;

    /** What the document says of the currencies that share a sign. */
    final CurrencyEvidence currencies;

    private final AddedUnits added;
    private final boolean foreign;
    private final boolean english;
    private final List<Span> dates;

    /** {@code taken} are the places that have been read before, to be left alone as dates are. */
    FigureText(Input input, Set<Span> taken, AddedUnits added) {
        this.added = added;
        dates = Stream.concat(
                        input.found().stream()
                                .filter(Mention.Date.class::isInstance)
                                .map(Mention::span),
                        taken.stream())
                .sorted(Comparator.comparing(Span::start))
                .toList();
        boolean joined = input.language().startsWith("uk");
        text = joined ? joinApostrophes(input.text()) : input.text();
        tokens = joined ? new Tokens(text) : input.tokens();
        currencies = new CurrencyEvidence(input);
        language = input.language();
        words = FigureWords.of(language);
        foreign = words != FigureWords.of("");
        spelled = SpelledNumbers.of(language)
                .map(numbers -> new SpelledReader(this, numbers))
                .orElse(null);
        String signs = separators(language.isEmpty() && cyrillic(text) ? "ru" : language);
        decimalComma = signs.charAt(0) == ',';
        groupingPoint = signs.charAt(1) == '.';
        english = language.startsWith("en") || language.isEmpty() && !decimalComma;
    }

    /** The text with a letter for the apostrophe inside Ukrainian words, so that each is one token: п’ять. */
    private static String joinApostrophes(String text) {
        StringBuilder joined = new StringBuilder(text);
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '\'' || c == '’')
                    && Character.isLetter(text.charAt(i - 1))
                    && Character.isLetter(text.charAt(i + 1))) {
                joined.setCharAt(i, LETTER_APOSTROPHE);
            }
        }
        return joined.toString();
    }

    /** Whether the first letters of a text whose language is not known are Cyrillic in their majority. */
    private static boolean cyrillic(String text) {
        int balance = 0;
        for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
            char c = text.charAt(i);
            balance += c >= 0x400 && c < 0x530 ? 1 : Character.isLetter(c) ? -1 : 0;
        }
        return balance > 0;
    }

    private static String separators(String language) {
        if (language.isEmpty() || language.equals("en")) {
            return ".,";
        }
        return SEPARATORS.computeIfAbsent(language, tag -> {
            DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(Locale.forLanguageTag(tag));
            return "" + signs.getDecimalSeparator() + signs.getGroupingSeparator();
        });
    }

    /** The dates in the document, by start. */
    List<Span> dates() {
        return dates;
    }

    /** Whether token {@code i} is part of a date. */
    boolean dated(int i) {
        if (i < 0 || i >= tokens.size()) {
            return false;
        }
        int found = Collections.binarySearch(dates, new Span(tokens.start(i), tokens.end(i)));
        int before = found >= 0 ? found : -found - 2;
        return before >= 0 && dates.get(before).end() > tokens.start(i)
                || before + 1 < dates.size() && dates.get(before + 1).start() < tokens.end(i);
    }

    /** What the word at token {@code i} does in a number of English or Russian; null if it does nothing in one. */
    Sense sense(int i) {
        return tokens.isWord(i) ? words.senses.get(tokens, i) : null;
    }

    /** Whether a number may begin with the word at token {@code i}. */
    boolean numberWord(int i) {
        return words.senses.get(tokens, i) != null
                || spelled != null && spelled.begins(i)
                || words.compounds.begins(this, i);
    }

    /** The value of token {@code i} in {@code role}, {@link Sense#NONE} if it has none. */
    long sense(int i, Sense.Role role) {
        Sense sense = sense(i);
        return sense == null ? Sense.NONE : sense.value(role);
    }

    UnitWord unit(int i) {
        UnitWord own = added == AddedUnits.NONE ? null : added.units.get(tokens, i);
        UnitWord unit = own == null ? words.units.get(tokens, i) : own;
        return unit == null && currencyScale(i) > 0
                ? words.units.get(text.substring(tokens.start(i) + 1, tokens.end(i)))
                : unit;
    }

    /** The unit that two words with a hyphen between them name from token {@code i} on, as US-Dollar; null if they name none. */
    UnitWord hyphenated(int i) {
        boolean joined = sign(i + 1) == '-' && glued(i + 1) && glued(i + 2) && tokens.isWord(i) && tokens.isWord(i + 2);
        return joined ? words.units.get(tokens.lower(i) + '-' + tokens.lower(i + 2)) : null;
    }

    /** The scale that the first letter of token {@code i} gives the currency of the others: MEUR, kSEK, TEUR; 0 if it is no such word. */
    long currencyScale(int i) {
        if (i < 0 || i >= tokens.size() || length(i) != CODE + 1) {
            return 0;
        }
        int start = tokens.start(i);
        long scale = switch (text.charAt(start)) {
            case 'k', 'K', 'T' -> 1000;
            case 'M' -> 1_000_000;
            default -> 0;
        };
        boolean capitals = scale > 0;
        for (int at = start + 1; capitals && at < tokens.end(i); at++) {
            capitals = text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
        }
        UnitWord unit = capitals ? words.units.get(text.substring(start + 1, tokens.end(i))) : null;
        return unit != null && unit.kind() == UnitWord.Kind.CURRENCY ? scale : 0;
    }

    /** The value of letters that are a number as a whole where ICU spells the document's language; else -1. */
    long spelledValue(String letters) {
        return spelled == null ? -1 : spelled.value(letters);
    }

    /** Whether plurals end in -s: the text is English, or its language is not known and it has Latin letters. */
    boolean english() {
        return english;
    }

    /**
     * Whether the text is in another language than English and Russian, so that the nouns it counts are not put in the
     * singular.
     */
    boolean foreign() {
        return foreign;
    }

    /** The token after per cent in two words at token {@code i}; -1 if they are not there. */
    int perCent(int i) {
        int next = dash(i + 1) && glued(i + 1) ? i + 2 : i + 1;
        boolean two = anyWord(i, "per", "por", "pour") && anyWord(next, "cent", "ciento", "cien", "cento", "centum")
                || word(i, "في") && anyWord(next, "المئة", "المائة");
        return two ? next + 1 : -1;
    }

    /** Whether token {@code i} is an apostrophe. */
    boolean apostrophe(int i) {
        char c = sign(i);
        return c == '\'' || c == '’' || c == 'ʼ';
    }

    /** Whether token {@code i} is the word that joins two numbers to one. */
    boolean and(int i) {
        return cue(i, "and");
    }

    /** The currency that {@code unit} means in this document; empty where nothing tells. */
    String currency(UnitWord unit) {
        return unit.name().indexOf('|') < 0 ? unit.name() : currencies.of(unit.currencies());
    }

    boolean people(int i) {
        return tokens.isWord(i)
                && (words.people.get(tokens, i) != null
                        || added != AddedUnits.NONE && added.people.get(tokens, i) != null);
    }

    boolean stop(int i) {
        return tokens.isWord(i) && words.stops.get(tokens, i) != null && !(tokens.isAllCaps(i) && length(i) < 4);
    }

    boolean cue(int i, String kind) {
        if (!tokens.isWord(i)) {
            return false;
        }
        Set<String> kinds = words.cues.get(tokens, i);
        return kinds != null && kinds.contains(kind);
    }

    int length(int i) {
        return tokens.end(i) - tokens.start(i);
    }

    /** The one character of token {@code i}; 0 if there is no such token or it has more. */
    char sign(int i) {
        return i >= 0 && i < tokens.size() && length(i) == 1 ? text.charAt(tokens.start(i)) : 0;
    }

    /** Whether token {@code i} exists and no white space stands before it. */
    boolean glued(int i) {
        return i > 0 && i < tokens.size() && !tokens.spaceBefore(i);
    }

    /** Whether token {@code i} exists on the line of the one before it. */
    boolean sameLine(int i) {
        return i > 0 && i < tokens.size() && (!tokens.spaceBefore(i) || !tokens.lineBefore(i));
    }

    boolean word(int i, String lower) {
        return tokens.isWord(i)
                && length(i) == lower.length()
                && tokens.lower(i).equals(lower);
    }

    boolean anyWord(int i, String... lower) {
        for (String one : lower) {
            if (word(i, one)) {
                return true;
            }
        }
        return false;
    }

    boolean dash(int i) {
        char c = sign(i);
        return c != 0 && DASHES.indexOf(c) >= 0;
    }

    boolean cyrillic(int i) {
        return tokens.isWord(i) && text.charAt(tokens.start(i)) >= 0x400 && text.charAt(tokens.start(i)) < 0x530;
    }

    /** Whether a sentence, heading or item begins at token {@code i}. */
    boolean sentenceStart(int i) {
        if (tokens.lineBefore(i)) {
            return true;
        }
        int before = i - 1;
        while (before > 0 && "\"“”«'’)".indexOf(text.charAt(tokens.start(before))) >= 0) {
            before--;
        }
        char c = sign(before);
        return c == '.' || c == '!' || c == '?' || c == ':' || c == '…' || c == '“' || c == '«' || c == '•';
    }

    /** The decimal digits of token {@code i} as ASCII, the first {@value #MOST_DIGITS} of more. */
    String digits(int i) {
        StringBuilder ascii = new StringBuilder(Math.min(length(i), MOST_DIGITS));
        int at = tokens.start(i);
        while (at < tokens.end(i) && ascii.length() < MOST_DIGITS) {
            int c = text.codePointAt(at);
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                ascii.append((char) ('0' + digit));
            }
            at += Character.charCount(c);
        }
        return ascii.toString();
    }

    /** The value of token {@code i} if it is a number of at most {@code digits} digits, else -1. */
    long small(int i, int digits) {
        return tokens.isNumber(i) && length(i) <= digits ? Long.parseLong(digits(i)) : -1;
    }
}
