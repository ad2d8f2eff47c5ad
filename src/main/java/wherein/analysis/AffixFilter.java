package wherein.analysis;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Parts at an apostrophe what a language writes together there and a reader looks for apart: the article or pronoun before a
 * vowel in French, Italian and Catalan (l’Iran, dell'Europa, qu'il), and the endings of a name in Turkish (İstanbul'da). Two
 * words come of it, each in its place. An apostrophe that belongs to its word stays in it: O'Brien, п'ять, don't. What is
 * parted does not depend on the language of a text, since a query has none, nor on capitals.
 */
final class AffixFilter extends TokenFilter {

    private static final CharArraySet ELIDED = new CharArraySet(
            Set.of(
                    ("l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu entr gl agl dagl degl negl sugl all coll dall dell"
                                    + " nell sull quell quest bell sant un nessun ciascun tutt mezz dov com cos senz anch sott")
                            .split(" ")),
            true);

    /** Case endings of Turkish behind a name, after a plural and a possessive. */
    private static final Pattern ENDING = Pattern.compile(
            "(?:l[ae]r)?(?:s?[ıiuü]n?)?"
                    + "(?:[yn]?[ae]|[yn]?[ıiuü]|n?[ıiuü]n|n?[dt][ae]n?(?:ki(?:l[ae]r)?)?|y?l[ae]|l[ıiuü]|[cç][ae]|[dt][ıiuü]r)?");

    /** No ending is longer. */
    private static final int LONGEST_ENDING = 9;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private State rest;
    private int from;

    AffixFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (rest != null) {
            restoreState(rest);
            rest = null;
            keep(from, term.length());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        int apostrophe = apostrophe();
        if (apostrophe > 0) {
            rest = captureState();
            from = apostrophe + 1;
            keep(0, apostrophe);
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        rest = null;
    }

    /** Where the word is parted; 0 if it is not. */
    private int apostrophe() {
        int length = term.length();
        for (int i = 1; i < length - 1; i++) {
            char c = term.charAt(i);
            if (c == '\'' || c == '’' || c == '＇') {
                // Where a letter of the word takes more or less room in the text, nobody knows where its parts stand.
                return isParted(i) && length == offset.endOffset() - offset.startOffset() ? i : 0;
            }
        }
        return 0;
    }

    private boolean isParted(int apostrophe) {
        int behind = term.length() - apostrophe - 1;
        boolean english = behind == 1 && "sStTdDmM".indexOf(term.charAt(apostrophe + 1)) >= 0;
        if (!english && ELIDED.contains(term.buffer(), 0, apostrophe)) {
            return true;
        }
        if (apostrophe < 2 || behind > LONGEST_ENDING || term.charAt(0) >= 0x250) {
            return false;
        }
        StringBuilder ending = new StringBuilder(behind);
        for (int i = apostrophe + 1; i < term.length(); i++) {
            ending.append(Character.toLowerCase(term.charAt(i)));
        }
        return ENDING.matcher(ending).matches();
    }

    private void keep(int start, int end) {
        int begin = offset.startOffset();
        offset.setOffset(begin + start, begin + end);
        term.copyBuffer(term.buffer(), start, end - start);
    }
}
