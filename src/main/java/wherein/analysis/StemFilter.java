package wherein.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Puts behind each word its stem, marked, at the same position, or in its place. Stems are Snowball's (Porter 2 for
 * English). Russian is stemmed before accents are taken off: й and и are two letters to the stemmer.
 */
final class StemFilter extends TokenFilter {

    /** No tokenizer leaves this sign in a word. */
    static final char MARK = '=';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final SnowballStemmer english = new EnglishStemmer();
    private final SnowballStemmer russian = new RussianStemmer();
    private final boolean stemLatin;
    private final boolean stemCyrillic;
    private final boolean keepWord;
    private State word;

    StemFilter(TokenStream input, boolean stemLatin, boolean stemCyrillic, boolean keepWord) {
        super(input);
        this.stemLatin = stemLatin;
        this.stemCyrillic = stemCyrillic;
        this.keepWord = keepWord;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (word != null) {
            restoreState(word);
            word = null;
            position.setPositionIncrement(0);
            stem();
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (stemmer() == null) {
            return true;
        }
        if (keepWord) {
            word = captureState();
        } else {
            stem();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        word = null;
    }

    /** The stemmer of the word's script, or null where the word keeps its form. */
    private SnowballStemmer stemmer() {
        // An abbreviation such as u.s has no endings.
        if (term.toString().indexOf('.') >= 0) {
            return null;
        }
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c >= 0x400 && c < 0x530) {
                return stemCyrillic ? russian : null;
            }
            if (Character.isLetter(c)) {
                return stemLatin && c < 0x250 ? english : null;
            }
        }
        return null;
    }

    private void stem() {
        SnowballStemmer stemmer = stemmer();
        String text = term.toString();
        stemmer.setCurrent(stemmer == russian ? text.replace('ё', 'е') : text);
        stemmer.stem();
        term.setEmpty().append(MARK).append(stemmer.getCurrent());
    }
}
