package wherein.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.BytesRef;
import wherein.text.Reading;
import wherein.text.Span;

/**
 * Cuts texts into words as {@link TextAnalyzer} does, and remembers the terms of those that it has seen: most words of a text are
 * folded and stemmed once a run, and not once a place. For one thread; takes some 20 MB at most.
 */
public final class TextCutter {

    /** Of so many words, and as many that came before them, the terms are remembered. */
    private static final int MOST = 1 << 16;

    /** Longer words, UTF-16, come too seldom to be remembered. */
    private static final int LONGEST = 40;

    private final Tokenizer tokenizer = TextAnalyzer.tokenizer();
    private final Cut any = new Cut(TextAnalyzer.words(tokenizer));
    private final AlphabetWords alphabet = new AlphabetWords();
    private final Cut alphabetic = new Cut(TextAnalyzer.words(alphabet));
    private final Terms standard = new Terms(TextAnalyzer.STANDARD);
    private final Terms cyrillic = new Terms(TextAnalyzer.CYRILLIC_ALONE);
    private CharArrayMap<WordTerms> known = new CharArrayMap<>(1 << 10, false);
    private CharArrayMap<WordTerms> knownBefore = new CharArrayMap<>(0, false);

    /** Words with their places, one after the other. */
    private static final class Cut {
        final TokenStream words;
        final CharTermAttribute token;
        final OffsetAttribute offset;

        Cut(TokenStream words) {
            this.words = words;
            this.token = words.addAttribute(CharTermAttribute.class);
            this.offset = words.addAttribute(OffsetAttribute.class);
        }
    }

    /** Remembers nothing yet. */
    public TextCutter() {}

    /** The words of {@code text}; costs some 10 ns a character, and 50 in alphabets that are not cut by a table. */
    public AnalysedText cut(String text) {
        return cut(Reading.of(text));
    }

    /** The words of a text as it is read, with their places in it as it is stored. */
    public AnalysedText cut(Reading reading) {
        AnalysedText words = new AnalysedText(reading.text().length() / 6 + 8);
        int[] open = reading.open();
        int next = 0;
        String head = "";
        Cut cut = wordsOf(reading);
        CharTermAttribute token = cut.token;
        try (TokenStream found = cut.words) {
            found.reset();
            while (found.incrementToken()) {
                int start = cut.offset.startOffset();
                int end = cut.offset.endOffset();
                if (reading.isStored()) {
                    words.add(start, end, terms(token));
                    continue;
                }
                Span stored = reading.stored(new Span(start, end));
                words.add(stored.start(), stored.end(), terms(token));
                while (next < open.length && open[next] < start - 1) {
                    next++;
                }
                if (next < open.length && open[next] == start - 1 && !head.isEmpty()) {
                    token.setEmpty().append(head).append(reading.text(), start, end);
                    words.joinLast(terms(token));
                }
                head = Arrays.binarySearch(open, end) >= 0 ? reading.text().substring(start, end) : "";
            }
            found.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return words;
    }

    private Cut wordsOf(Reading reading) {
        String text = TextAnalyzer.read(reading.text());
        if (alphabet.take(text)) {
            return alphabetic;
        }
        tokenizer.setReader(new StringReader(text));
        return any;
    }

    private WordTerms terms(CharTermAttribute token) throws IOException {
        if (isNumber(token)) {
            // There is no end of them, and nothing to remember.
            return new WordTerms(new BytesRef(token), null, false);
        }
        WordTerms found = known.get(token.buffer(), 0, token.length());
        if (found == null) {
            found = knownBefore.get(token.buffer(), 0, token.length());
            found = found == null ? analysed(token) : found;
            if (token.length() <= LONGEST) {
                if (known.size() == MOST) {
                    knownBefore = known;
                    known = new CharArrayMap<>(1 << 10, false);
                }
                known.put(token.toString(), found);
            }
        }
        return found;
    }

    private static boolean isNumber(CharTermAttribute token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != ',') {
                return false;
            }
        }
        return true;
    }

    private WordTerms analysed(CharTermAttribute token) throws IOException {
        List<BytesRef> all = standard.of(token);
        BytesRef stem = all.size() > 1 ? all.get(1) : null;
        return new WordTerms(all.getFirst(), stem, cyrillic.of(token).size() > 1);
    }

    /** Gives the terms of one word after the other. */
    private static final class Terms {
        private final OneWord word = new OneWord();
        private final TokenStream terms;
        private final CharTermAttribute term;

        Terms(TextAnalyzer analyzer) {
            terms = analyzer.terms(word);
            term = terms.addAttribute(CharTermAttribute.class);
        }

        List<BytesRef> of(CharTermAttribute token) throws IOException {
            List<BytesRef> all = new ArrayList<>(2);
            try (terms) {
                word.is = token;
                terms.reset();
                while (terms.incrementToken()) {
                    all.add(new BytesRef(term));
                }
                terms.end();
            }
            return all;
        }
    }

    /** A word, without the text in which it stands. */
    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private CharTermAttribute is;

        @Override
        public boolean incrementToken() {
            if (is == null) {
                return false;
            }
            clearAttributes();
            term.copyBuffer(is.buffer(), 0, is.length());
            is = null;
            return true;
        }
    }
}
