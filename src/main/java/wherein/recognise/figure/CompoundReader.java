package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.CompoundWords.Compound;
import wherein.recognise.figure.Numeral.Form;

/** Reads numbers that are a part of a word, and the second part of such words behind digits. */
final class CompoundReader {

    /** The rule of a number that is one word with its unit or scale. */
    static final String RULE = "number-in-a-word";

    private final FigureText text;

    CompoundReader(FigureText text) {
        this.text = text;
    }

    /** The number in the word at token {@code i}; null if there is none. */
    Numeral read(int i) {
        Compound compound = compound(text, i);
        return compound == null
                ? null
                : Numeral.exact(
                        i, i + 1, compound.value().multiply(compound.scale()), BigDecimal.ONE, Form.WORDS, RULE);
    }

    /** What the word at token {@code i} holds; null if it holds no number. */
    static Compound compound(FigureText text, int i) {
        return text.tokens.isWord(i) && text.words.compounds.begins(text, i)
                ? text.words.compounds.read(text.tokens.lower(i), text::spelledValue)
                : null;
    }

    /** What the word behind a hyphen at token {@code at} means behind digits; null if it is no such word. */
    static Compound tail(FigureText text, int at) {
        boolean hyphen = text.dash(at) && text.glued(at) && text.glued(at + 1) && text.tokens.isWord(at + 1);
        return hyphen ? text.words.compounds.tail(text.tokens.lower(at + 1)) : null;
    }

    /** {@code number} with the scale behind its hyphen: 40-тысячная. */
    Numeral afterDigits(Numeral number) {
        Compound tail = tail(text, number.end());
        if (tail == null || !tail.unit().isEmpty()) {
            return number;
        }
        BigDecimal value = number.max().multiply(tail.scale());
        return Numeral.exact(number.first(), number.end() + 2, value, BigDecimal.ONE, Form.WORDS, RULE);
    }
}
