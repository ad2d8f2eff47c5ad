package wherein.recognise.date;

import wherein.recognise.NumberWord;
import wherein.recognise.date.DateWord.Role;

/** Years in words: nineteen eighty-four, two thousand and nine, тысяча девятьсот восемьдесят четвёртого года. */
final class SpelledYears {

    private static final int LEAST = 1000;
    private static final int MOST = 2199;

    private final DateText text;

    SpelledYears(DateText text) {
        this.text = text;
    }

    /**
     * A year in words.
     *
     * @param end the token after its last
     */
    record Spelled(int year, int end) {}

    /** The year that begins with the word at token {@code i}; null if none does, or a quantity goes on there. */
    Spelled read(int i) {
        if (!text.tokens.isWord(i)) {
            return null;
        }
        NumberWord word = NumberWord.ALL.get(text.tokens, i);
        if (word == null) {
            return null;
        }
        Spelled spelled = text.tokens.text().charAt(text.tokens.start(i)) < 128 ? english(i, word) : russian(i);
        boolean year = spelled != null && spelled.year() >= LEAST && spelled.year() <= MOST;
        return year && !counts(spelled.end()) ? spelled : null;
    }

    private Spelled english(int i, NumberWord word) {
        boolean hundreds = word.kind() == NumberWord.Kind.CARDINAL && word.value() >= 10 && word.value() <= 20;
        if (hundreds) {
            return pair(i, (int) word.value());
        }
        return word.value() == 2 && text.word(i + 1, "thousand") ? thousands(i + 2) : null;
    }

    /** Nineteen eighty-four, fourteen ninety-two, twenty nineteen, nineteen hundred and five, nineteen oh five. */
    private Spelled pair(int i, int hundreds) {
        int at = hyphen(i + 1);
        if (text.word(at, "hundred")) {
            int rest = text.word(at + 1, "and") ? at + 2 : at + 1;
            Spelled more = below(rest, 1);
            return more == null
                    ? new Spelled(hundreds * 100, at + 1)
                    : new Spelled(hundreds * 100 + more.year(), more.end());
        }
        boolean zero = text.word(at, "oh") || text.word(at, "o");
        Spelled rest = zero ? below(hyphen(at + 1), 1) : below(at, 10);
        return rest == null ? null : new Spelled(hundreds * 100 + rest.year(), rest.end());
    }

    /** Two thousand (and) nine. */
    private Spelled thousands(int at) {
        Spelled rest = below(text.word(at, "and") ? at + 1 : at, 1);
        return rest == null ? new Spelled(2000, at) : new Spelled(2000 + rest.year(), rest.end());
    }

    /** A cardinal below a hundred, and not below {@code least}. */
    private Spelled below(int at, int least) {
        int tens = text.word(at, Role.CARDINAL);
        if (tens < least || tens > 99) {
            return null;
        }
        int unit = hyphen(at + 1);
        int small = tens >= 20 && tens % 10 == 0 ? text.word(unit, Role.CARDINAL) : 0;
        return small > 0 && small < 10 ? new Spelled(tens + small, unit + 1) : new Spelled(tens, at + 1);
    }

    private int hyphen(int i) {
        return text.tokens.is(i, '-') ? i + 1 : i;
    }

    /** Words from a thousand down to an ordinal, and the word for year behind it. */
    private Spelled russian(int i) {
        long sum = 0;
        long last = Long.MAX_VALUE;
        int at = i;
        boolean ordinal = false;
        while (!ordinal && at < i + 6) {
            NumberWord word = NumberWord.ALL.get(text.tokens, at);
            if (word == null) {
                return null;
            }
            boolean thousand = word.value() == 1000;
            long value = thousand && sum == 2 ? 2000 : word.value();
            if (!thousand && value >= last) {
                return null;
            }
            sum = thousand ? value : sum + value;
            last = value >= 1000 ? 1000 : value >= 100 ? 100 : value >= 20 ? 10 : 1;
            if (at == i && value == 2) {
                last = Long.MAX_VALUE;
            }
            ordinal = word.kind() == NumberWord.Kind.ORDINAL;
            at++;
        }
        int end = ordinal && !text.anyYearPlural(at) ? text.afterYearWord(at) : at;
        if (end == at) {
            return null;
        }
        return new Spelled((int) (sum >= 20 && sum < 100 ? text.century((int) sum, 0) : sum), end);
    }

    /** Whether a word of scale, share or time follows, which makes the words before it a quantity. */
    private boolean counts(int i) {
        int at = hyphen(i);
        return text.cue(at, "scale") || text.cue(at, "percent") || text.cue(at, "after");
    }
}
