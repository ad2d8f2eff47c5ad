package wherein.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * A word of a text, as the index has it.
 *
 * @param form itself, folded: its one term, or the first of two
 * @param stem its last term, which is the form itself where the word has no stem
 * @param place how many words stand before it
 * @param start where it starts in the text, UTF-16
 * @param end where it ends, exclusive
 */
public record AnalysedWord(String form, String stem, int place, int start, int end) {

    /** The words of {@code text}, as {@link TextAnalyzer#STANDARD} cuts them. */
    public static List<AnalysedWord> of(String text) {
        List<AnalysedWord> words = new ArrayList<>();
        try (TokenStream tokens = TextAnalyzer.STANDARD.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            int place = -1;
            tokens.reset();
            while (tokens.incrementToken()) {
                String read = term.toString();
                place += increment.getPositionIncrement();
                boolean isStem = increment.getPositionIncrement() == 0;
                String form = isStem ? words.removeLast().form : read;
                words.add(new AnalysedWord(form, read, place, offset.startOffset(), offset.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return words;
    }

    /** Whether {@code text} holds a word, of which a text could have the same. */
    public static boolean isIn(String text) {
        // What nearly all words are made of need not be cut to be told.
        return text.chars().anyMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c >= 'А' && c <= 'я')
                || of(text).stream().anyMatch(word -> !word.form.isEmpty());
    }

    /** Whether it is one of the {@link FunctionWords}. */
    public boolean isFunctionWord() {
        return FunctionWords.contain(form);
    }
}
