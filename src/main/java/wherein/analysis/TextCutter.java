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
 * folded and stemmed once a run, and not once a place. For one thread; takes some 10 MB at most.
 */
public final class TextCutter {

    /** How many words are remembered before it begins anew. */
    private static final int MOST = 1 << 16;

    /** Longer words, UTF-16, come too seldom to be remembered. */
    private static final int LONGEST = 40;

    private final Tokenizer tokenizer = TextAnalyzer.tokenizer();
    private final TokenStream cut = TextAnalyzer.words(tokenizer);
    private final CharTermAttribute token = cut.addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = cut.addAttribute(OffsetAttribute.class);
    private final Terms standard = new Terms(TextAnalyzer.STANDARD);
    private final Terms cyrillic = new Terms(TextAnalyzer.CYRILLIC_ALONE);
    private CharArrayMap<WordTerms> known = new CharArrayMap<>(1 << 10, false);

    /** Remembers nothing yet. */
    public TextCutter() {}

    /** The words of {@code text}; costs some 50 ns a character. */
    public AnalysedText cut(String text) {
        return cut(Reading.of(text));
    }

    /** The words of a text as it is read, with their places in it as it is stored. */
    public AnalysedText cut(Reading reading) {
        AnalysedText words = new AnalysedText(reading.text().length() / 6 + 8);
        int[] open = reading.open();
        int next = 0;
        String head = "";
        try (cut) {
            tokenizer.setReader(TextAnalyzer.read(new StringReader(reading.text())));
            cut.reset();
            while (cut.incrementToken()) {
                int start = offset.startOffset();
                int end = offset.endOffset();
                if (reading.isStored()) {
                    words.add(start, end, terms());
                    continue;
                }
                Span stored = reading.stored(new Span(start, end));
                words.add(stored.start(), stored.end(), terms());
                while (next < open.length && open[next] < start - 1) {
                    next++;
                }
                if (next < open.length && open[next] == start - 1 && !head.isEmpty()) {
                    token.setEmpty().append(head).append(reading.text(), start, end);
                    words.joinLast(terms());
                }
                head = Arrays.binarySearch(open, end) >= 0 ? reading.text().substring(start, end) : "";
            }
            cut.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return words;
    }

    private WordTerms terms() throws IOException {
        WordTerms found = known.get(token.buffer(), 0, token.length());
        if (found == null) {
            found = analysed();
            if (token.length() <= LONGEST) {
                if (known.size() == MOST) {
                    known = new CharArrayMap<>(1 << 10, false);
                }
                known.put(token.toString(), found);
            }
        }
        return found;
    }

    private WordTerms analysed() throws IOException {
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
