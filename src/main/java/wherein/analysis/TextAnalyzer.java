package wherein.analysis;

import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.util.BytesRef;

/**
 * Tells when two words are one: the analyzer of index and query.
 *
 * <p>Words are cut by ICU (Unicode Standard Annex 29), their case folded (NFKC_Casefold) and their accents taken off. A
 * word gives two terms at one position: itself, and its stem with {@value StemFilter#MARK} before it, English for Latin
 * letters and Russian for Cyrillic ones. A text in another language keeps its words of that script unstemmed, and stems
 * those of the other. An abbreviation is one with its points and without, and what is written together at an apostrophe is
 * parted ({@link AffixFilter}). No word is dropped.
 */
public final class TextAnalyzer extends Analyzer {

    // Before the analyzers, which are made with it.
    private static final PerField KEPT = new PerField();

    /** For texts in English or Russian, for mixed and unknown ones, and for queries. */
    public static final TextAnalyzer STANDARD = new TextAnalyzer(true, true, true);

    /** Gives each word one term alone: its stem, or itself where it has none. */
    public static final TextAnalyzer STEMS = new TextAnalyzer(true, true, false);

    /** For texts in another language with Latin letters. */
    static final TextAnalyzer CYRILLIC_ALONE = new TextAnalyzer(false, true, true);

    private static final TextAnalyzer LATIN_ALONE = new TextAnalyzer(true, false, true);
    private static final Set<String> CYRILLIC = Set.of("uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn");

    /**
     * What UAX 29 takes for a letter and a reader does not: the narrow no-break space of "150 000", and the apostrophe that is
     * a letter to Unicode, though people write the other ones in its place.
     */
    private static final char NARROW_SPACE = '\u202F';

    private static final char LETTER_APOSTROPHE = '\u02BC';

    private static final NormalizeCharMap SPACES = spaces();

    private static final Pattern REGION = Pattern.compile("[-_]");

    private static final int GAP = 100;

    private final boolean english;
    private final boolean russian;
    private final boolean words;

    private TextAnalyzer(boolean english, boolean russian, boolean words) {
        // Several fields of one document are open at a time.
        super(KEPT);
        this.english = english;
        this.russian = russian;
        this.words = words;
    }

    /**
     * Takes new ones for what this thread has open of any text. To be called where a text was given up half way, since what was
     * left open would be a fault of the next one.
     */
    public static void forget() {
        for (TextAnalyzer each : new TextAnalyzer[] {STANDARD, STEMS, CYRILLIC_ALONE, LATIN_ALONE}) {
            KEPT.forget(each);
        }
    }

    /** Keeps one stream of words a field and thread, as Lucene does, and can be told to forget them. */
    private static final class PerField extends ReuseStrategy {

        @Override
        public TokenStreamComponents getReusableComponents(Analyzer analyzer, String field) {
            return PER_FIELD_REUSE_STRATEGY.getReusableComponents(analyzer, field);
        }

        @Override
        public void setReusableComponents(Analyzer analyzer, String field, TokenStreamComponents components) {
            PER_FIELD_REUSE_STRATEGY.setReusableComponents(analyzer, field, components);
        }

        void forget(Analyzer analyzer) {
            setStoredValue(analyzer, null);
        }
    }

    /** The analyzer for a text in {@code language}, BCP 47, which may be empty. */
    public static TextAnalyzer of(String language) {
        String primary = REGION.split(language, 2)[0].toLowerCase(Locale.ROOT);
        return switch (primary) {
            case "", "en", "ru" -> STANDARD;
            default -> CYRILLIC.contains(primary) ? LATIN_ALONE : CYRILLIC_ALONE;
        };
    }

    /** Whether a term, in UTF-8, is a stem, and no word as it is written; a word of nothing but an accent has no letter. */
    public static boolean isStem(BytesRef term) {
        return term.length > 0 && term.bytes[term.offset] == StemFilter.MARK;
    }

    /** No phrase spans two values of a field, such as the names of two authors. */
    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer tokenizer = tokenizer();
        return new TokenStreamComponents(tokenizer, terms(words(tokenizer)));
    }

    /** What cuts a text into words. */
    static Tokenizer tokenizer() {
        return new ICUTokenizer();
    }

    /** The words of {@code cut}, parted where two are written together. */
    static TokenStream words(TokenStream cut) {
        return new AffixFilter(cut);
    }

    /** The terms of {@code words}. */
    TokenStream terms(TokenStream words) {
        TokenStream folded = new ICUNormalizer2Filter(new AbbreviationFilter(new EnglishPossessiveFilter(words)));
        return new ICUFoldingFilter(new StemFilter(folded, english, russian, this.words));
    }

    /** Whether words are stemmed: those in Cyrillic letters, or those in Latin ones. */
    boolean stems(boolean cyrillic) {
        return cyrillic ? russian : english;
    }

    /** Folds a word, or the letters of a pattern, as the index has it: case and accents apart, and neither cut nor stemmed. */
    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new ICUFoldingFilter(new ICUNormalizer2Filter(in));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new MappingCharFilter(SPACES, reader);
    }

    /** A text as {@link #tokenizer} is to read it; the same in length. */
    static String read(String text) {
        return text.replace(NARROW_SPACE, ' ').replace(LETTER_APOSTROPHE, '’');
    }

    private static NormalizeCharMap spaces() {
        NormalizeCharMap.Builder builder = new NormalizeCharMap.Builder();
        for (char c : new char[] {NARROW_SPACE, LETTER_APOSTROPHE}) {
            builder.add(String.valueOf(c), read(String.valueOf(c)));
        }
        return builder.build();
    }
}
