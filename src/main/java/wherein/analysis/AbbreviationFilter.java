package wherein.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes the points out of what is abbreviated to single letters, so that U.S. and US are one word. */
final class AbbreviationFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    AbbreviationFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (isAbbreviation(term)) {
            int letters = (term.length() + 1) / 2;
            char[] buffer = term.buffer();
            for (int i = 1; i < letters; i++) {
                buffer[i] = buffer[2 * i];
            }
            term.setLength(letters);
        }
        return true;
    }

    /** Whether {@code word} is single letters with a point between any two. */
    static boolean isAbbreviation(CharSequence word) {
        if (word.length() < 3 || word.length() % 2 == 0) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
                return false;
            }
        }
        return true;
    }
}
