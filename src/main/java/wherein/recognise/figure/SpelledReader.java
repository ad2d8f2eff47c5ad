package wherein.recognise.figure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import wherein.recognise.figure.Numeral.Form;

/** Reads numbers in the words of any language that ICU can spell, over spaces and hyphens. */
final class SpelledReader {

    private final FigureText text;
    private final SpelledNumbers numbers;

    SpelledReader(FigureText text, SpelledNumbers numbers) {
        this.text = text;
        this.numbers = numbers;
    }

    /** Whether a number may begin with the word at token {@code i}. */
    boolean begins(int i) {
        return numbers.begins(text.text.charAt(text.tokens.start(i)));
    }

    /** The number in words that begins at token {@code i}; null if none does. */
    Numeral read(int i) {
        return read(SpelledSum.NOTHING, i);
    }

    /** The number below a thousand that begins at token {@code i}; null if none does. */
    Numeral readSmall(int i) {
        return text.tokens.isWord(i) ? read(SpelledSum.SMALL, i) : null;
    }

    private Numeral read(SpelledSum before, int i) {
        Read read = run(before, i);
        if (read.end == i) {
            return null;
        }
        Form form = read.value == 1 ? Form.ONE : Form.WORDS;
        return Numeral.exact(
                i, read.end, BigDecimal.valueOf(read.value), BigDecimal.valueOf(read.scale), form, "number-words");
    }

    /** The value of {@code letters} that are a number as a whole; -1 if they are none. */
    long value(String letters) {
        StringBuilder folded = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            SpelledNumbers.fold(letters.charAt(i), folded);
        }
        return numbers.value(folded.toString());
    }

    /** A number in digits with the scale words after it: 3 Millionen, 5 mil, 3万. */
    Numeral afterDigits(Numeral digits) {
        int at = digits.end();
        if (!text.sameLine(at) || !text.tokens.isWord(at)) {
            return digits;
        }
        Read read = run(SpelledSum.of(1), at);
        return read.end == at || read.value < 1000
                ? digits
                : digits.times(BigDecimal.valueOf(read.value)).to(new WordReader(text).pointEnd(read.end - 1));
    }

    /** A number, the scale that it ends with, and the token after it. */
    private record Read(long value, long scale, int end) {}

    /** Takes words from token {@code from} on as long as their parts join; ends at {@code from} if there is no number. */
    private Read run(SpelledSum before, int from) {
        Words words = new Words(from);
        SpelledWalk.Step step = new SpelledWalk(numbers.root(), words).read(before);
        return step == null
                ? new Read(-1, 1, from)
                : new Read(step.sum().value(), step.sum().scale(), words.tokenAfter.get(step.end()));
    }

    /** The letters of the words from a token on, over spaces and hyphens, taken up as they are asked for. */
    private final class Words implements SpelledWalk.Letters {
        private final StringBuilder letters = new StringBuilder();
        /** Behind which letter which token follows. */
        private final Map<Integer, Integer> tokenAfter = new HashMap<>();

        private int token;

        Words(int from) {
            token = from;
            append();
        }

        @Override
        public int at(int index) {
            while (index >= letters.length() && more(token)) {
                token += joint(token) ? 1 : 0;
                append();
            }
            return index < letters.length() ? letters.charAt(index) : -1;
        }

        @Override
        public boolean ends(int index) {
            return tokenAfter.containsKey(index);
        }

        private void append() {
            for (int i = text.tokens.start(token); i < text.tokens.end(token); i++) {
                SpelledNumbers.fold(text.text.charAt(i), letters);
            }
            token++;
            tokenAfter.putIfAbsent(letters.length(), token);
        }
    }

    private boolean more(int token) {
        int word = joint(token) ? token + 1 : token;
        return text.sameLine(word) && (text.tokens.isWord(word) || text.sign(word) == '〇');
    }

    /** A hyphen or apostrophe inside a word. */
    private boolean joint(int token) {
        char sign = text.sign(token);
        boolean apostrophe = sign == '\'' || sign == '’' || sign == 'ʼ';
        return (text.dash(token) || apostrophe) && text.glued(token) && text.glued(token + 1);
    }
}
