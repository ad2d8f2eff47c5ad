package wherein.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.text.Span;

/**
 * What in a text might be a mention: each token with a digit, each number word, each run of capitalised words. Cut and
 * counted here by means of its own, so that a recogniser's blind spot is none of the account's.
 */
public final class Candidates {

    /** A word with its marks, apostrophes and figures; what stands between two of them parts them. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*");

    /** What may stand between the words of one run: a blank, a hyphen, or the point of an initial. */
    private static final Pattern JOINT = Pattern.compile("[ \\u00A0]|-|\\.[ \\u00A0]?");

    private Candidates() {}

    /** What kind of candidate it is. */
    public enum Kind {
        /** A token with a digit. */
        DIGITS,
        /** A number in words. */
        NUMBER_WORD,
        /** One capitalised word or several in a row. */
        CAPITALS
    }

    /**
     * One candidate.
     *
     * @param words the words of a run, or the digits of a token: what has to be explained
     */
    public record Candidate(Span span, Kind kind, List<Span> words) {

        /** Takes a copy. */
        public Candidate {
            words = List.copyOf(words);
        }
    }

    /**
     * The candidates in {@code text}, in order; none overlaps another.
     *
     * @param language the BCP 47 tag of its language, by which number words are told; empty where it is not known
     */
    static List<Candidate> of(String text, String language) {
        List<Candidate> found = new ArrayList<>();
        List<Span> run = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            Span word = new Span(words.start(), words.end());
            String surface = words.group();
            boolean digits = surface.codePoints().anyMatch(Candidates::isDigit);
            boolean number = !digits && NumberWords.isOne(surface, language);
            boolean capital = !digits && !number && isCapital(surface.codePointAt(0));
            if (!run.isEmpty() && !(capital && joins(text, run, word))) {
                close(found, run);
            }
            if (digits) {
                found.add(new Candidate(word, Kind.DIGITS, List.of(digits(text, word))));
            } else if (number) {
                found.add(new Candidate(word, Kind.NUMBER_WORD, List.of(word)));
            } else if (capital) {
                run.add(word);
            }
        }
        close(found, run);
        return found;
    }

    private static void close(List<Candidate> found, List<Span> run) {
        if (!run.isEmpty()) {
            Span span = new Span(run.getFirst().start(), run.getLast().end());
            found.add(new Candidate(span, Kind.CAPITALS, run));
            run.clear();
        }
    }

    /** A point joins only after an initial: any other ends a sentence or an abbreviation. */
    private static boolean joins(String text, List<Span> run, Span word) {
        Span last = run.getLast();
        String between = text.substring(last.end(), word.start());
        return JOINT.matcher(between).matches() && (between.charAt(0) != '.' || last.end() - last.start() == 1);
    }

    /** From the first digit to the last: the 20 of 20th. */
    private static Span digits(String text, Span word) {
        int first = word.start();
        while (!isDigit(text.codePointAt(first))) {
            first += Character.charCount(text.codePointAt(first));
        }
        int end = word.end();
        while (!isDigit(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return new Span(first, end);
    }

    private static boolean isDigit(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.OTHER_NUMBER
                || type == Character.LETTER_NUMBER;
    }

    private static boolean isCapital(int c) {
        return Character.isUpperCase(c) || Character.isTitleCase(c);
    }
}
