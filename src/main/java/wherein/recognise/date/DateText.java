package wherein.recognise.date;

import java.util.Set;
import wherein.mention.Input;
import wherein.recognise.date.DateWord.Role;
import wherein.recognise.language.Languages;
import wherein.recognise.language.WordClass;
import wherein.text.Tokens;
import wherein.text.WordMap;

/** One document as the readers of dates see it: tokens with the numbers and calendar words among them. */
final class DateText {

    /** The token is no number, or too long for one of a date. */
    static final int NONE = -1;

    /** The year that two digits are read by where a document has no date. */
    private static final int UNDATED = 2026;

    final Tokens tokens;
    final boolean dayFirst;

    /** The months of a language other than English and Russian; null for those two. */
    private final WordMap<DateWord> months;

    /** The language without its region; empty where it is not known. */
    final String language;

    final int documentYear;

    DateText(Input input) {
        tokens = input.tokens();
        int region = input.language().indexOf('-');
        language = region < 0 ? input.language() : input.language().substring(0, region);
        months = DateWords.of(input.language());
        dayFirst = !language.isEmpty() && !language.equals("en");
        documentYear = input.date().known() && input.date().days().to().getYear() < 10_000
                ? input.date().days().to().getYear()
                : 0;
    }

    /** The number that token {@code i} writes in digits, {@link #NONE} if it is none or longer than eight digits. */
    int number(int i) {
        if (!tokens.isNumber(i) || tokens.end(i) - tokens.start(i) > 8) {
            return NONE;
        }
        int value = 0;
        for (int at = tokens.start(i); at < tokens.end(i); at++) {
            value = value * 10 + Character.digit(tokens.text().charAt(at), 10);
        }
        return value;
    }

    /** The year that two digits stand for: at most {@code ahead} years after the document's own, or after 2026. */
    int century(int two, int ahead) {
        int now = documentYear == 0 ? UNDATED : documentYear;
        int year = now - now % 100 + two;
        return year > now + ahead ? year - 100 : year <= now + ahead - 100 ? year + 100 : year;
    }

    /** Whether an article or preposition of the language that lost its vowel stands before token {@code i}: d'avril, dall'aprile. */
    boolean elided(int i) {
        return apostrophe(i - 1)
                && glued(i - 1)
                && tokens.isWord(i - 2)
                && Languages.of(language).has(WordClass.ELISION, tokens.lower(i - 2));
    }

    /** Whether an apostrophe stands at token {@code i}, straight or curly. */
    boolean apostrophe(int i) {
        return tokens.is(i, '\'') || tokens.is(i, '’') || tokens.is(i, '‘');
    }

    int length(int i) {
        return tokens.end(i) - tokens.start(i);
    }

    /** Token {@code i}, a number of {@code from} to {@code to} with at most {@code digits} digits; else NONE. */
    int number(int i, int from, int to, int digits) {
        int value = number(i);
        return value >= from && value <= to && length(i) <= digits ? value : NONE;
    }

    /** A number of exactly four digits that may be a year. */
    int year(int i) {
        int value = number(i);
        boolean four = value >= 1000 && value < 2200 && length(i) == 4;
        return four && !partOfNumber(i) ? value : NONE;
    }

    /** Whether digits stand right before or after, parted by a point or comma only, or letters right before. */
    private boolean partOfNumber(int i) {
        boolean before = glued(i)
                && (tokens.isWord(i - 1)
                        || (tokens.is(i - 1, '.') || tokens.is(i - 1, ',')) && glued(i - 1) && tokens.isNumber(i - 2));
        boolean after = glued(i + 1)
                && (tokens.is(i + 1, '.') || tokens.is(i + 1, ','))
                && glued(i + 2)
                && tokens.isNumber(i + 2)
                && length(i + 2) != 4;
        return before || after;
    }

    /** Whether token {@code i} is the part of a number after its point or comma. */
    boolean inNumber(int i) {
        return glued(i) && (tokens.is(i - 1, '.') || tokens.is(i - 1, ',')) && glued(i - 1) && tokens.isNumber(i - 2);
    }

    DateWord word(int i) {
        if (!tokens.isWord(i)) {
            return null;
        }
        if (months != null) {
            DateWord month = months.get(tokens, i);
            return month != null ? month : roman(DateWord.ALL.get(tokens, i));
        }
        return DateWord.ALL.get(tokens, i);
    }

    /** Of the words of English and Russian only Roman numerals and eras hold in other languages. */
    private static DateWord roman(DateWord word) {
        return word != null && (word.role() == Role.ROMAN || word.role() == Role.ERA) ? word : null;
    }

    /** Whether token {@code i} joins a day to its month, or a month to its year: of, de, di … */
    boolean of(int i) {
        return is(i, Role.OF);
    }

    /** Whether token {@code i} joins the ends of a range, or the days of a list: a dash, a stroke, to, bis, по. */
    boolean joint(int i) {
        return dash(i) || tokens.is(i, '/') || is(i, Role.JOINT);
    }

    /** Whether an adjective stands behind its noun: en mars dernier, en mayo próximo. */
    boolean adjectivesFollow() {
        return switch (language) {
            case "fr", "es", "it", "pt" -> true;
            default -> false;
        };
    }

    /** The token after the point of a day in languages that write 7. Mai; {@code i} where none stands. */
    int afterDayPoint(int i) {
        return months != null && tokens.is(i, '.') && glued(i) && is(i + 1, Role.MONTH) ? i + 1 : i;
    }

    /** The value of token {@code i} if it is a word of {@code role}, else NONE. */
    int word(int i, Role role) {
        DateWord word = word(i);
        return word != null && word.role() == role ? word.value() : NONE;
    }

    boolean is(int i, Role role) {
        DateWord word = word(i);
        return word != null && word.role() == role;
    }

    boolean cue(int i, String kind) {
        if (!tokens.isWord(i) && !tokens.is(i, '№')) {
            return false;
        }
        Set<String> kinds = DateWord.CUES.get(tokens, i);
        return kinds != null && kinds.contains(kind);
    }

    /** Whether token {@code i} exists and no white space stands before it. */
    boolean glued(int i) {
        return i > 0 && i < tokens.size() && !tokens.spaceBefore(i);
    }

    boolean word(int i, String lower) {
        return tokens.isWord(i)
                && length(i) == lower.length()
                && tokens.lower(i).equals(lower);
    }

    boolean dash(int i) {
        return tokens.is(i, '-') || tokens.is(i, '–') || tokens.is(i, '—') || tokens.is(i, '‑') || tokens.is(i, '−');
    }

    /** Whether token {@code i} is the ending of an ordinal right after its digits: th, st, го, -го. */
    boolean ordinalEnding(int i) {
        return glued(i) && cue(i, "ordinal-ending");
    }

    /** The token after an ordinal ending that may stand at {@code i}, with or without a hyphen; else {@code i}. */
    int afterOrdinal(int i) {
        if (ordinalEnding(i)) {
            return i + 1;
        }
        return dash(i) && glued(i) && ordinalEnding(i + 1) ? i + 2 : i;
    }

    /** Whether the Russian word for years stands at {@code i} in a form that counts them. */
    boolean anyYearPlural(int i) {
        return cue(i, "years-counted");
    }

    /** The token after "year" in any Russian form or the abbreviation г. that may stand at {@code i}; else {@code i}. */
    int afterYearWord(int i) {
        if (!is(i, Role.YEAR) || !cyrillic(i) && !language.equals("pl")) {
            return i;
        }
        boolean point = length(i) <= 2 && tokens.is(i + 1, '.') && glued(i + 1);
        return point ? i + 2 : i + 1;
    }

    /** Whether the language writes the days of a month as 24. */
    boolean ordinalPoint() {
        return language.equals("de");
    }

    /** Whether the names of months begin with a small letter. */
    boolean smallMonths() {
        return months != null && !language.equals("de");
    }

    /** "may" or "march" in lower case after anything but a day is a verb. */
    boolean verb(int month, int day) {
        boolean lower = !tokens.isCapitalised(month) && cue(month, "month-or-verb");
        return lower && !ordinalEnding(day) && !word(day, "of") && !tokens.isNumber(month + 1);
    }

    /** Whether the number at {@code i} is the hour of a clock time. */
    boolean clock(int i) {
        return tokens.is(i + 1, ':') && tokens.isNumber(i + 2);
    }

    /** Whether the number at {@code i} goes on after a point or comma, or is a share. */
    boolean decimal(int i) {
        boolean separator = tokens.is(i + 1, '.') || tokens.is(i + 1, ',');
        return separator && glued(i + 1) && glued(i + 2) && tokens.isNumber(i + 2) && length(i + 2) != 4
                || tokens.is(i + 1, '%')
                || cue(i + 1, "share");
    }

    boolean cyrillic(int i) {
        return tokens.text().charAt(tokens.start(i)) >= 0x400;
    }

    /** The token after the month {@code i}, and after its point where it is an abbreviation. */
    int afterMonth(int i) {
        boolean point = tokens.is(i + 1, '.')
                && glued(i + 1)
                && length(i) <= 5
                && !cue(i, "short-month")
                && (length(i) < 4 || !cyrillic(i) || cue(i, "month-cut-long"));
        return point ? i + 2 : i + 1;
    }
}
