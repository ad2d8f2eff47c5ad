package wherein.analysis;

import java.util.List;
import java.util.stream.IntStream;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Tells which words may have one stem, from words as the index has them. Folding has made й of these an и and taken accents off,
 * which the stemmer had seen: so a word is stemmed with either letter, and what is longer than the stem by an ending of a few
 * letters may have it whatever the stemmer says. Of longer words whose accents changed their stem nothing is known. For one
 * thread.
 */
public final class Stem {

    /** As long an ending, UTF-16, needs no look. */
    private static final int ENDING = 2;

    /** No word has more letters of which it is open. */
    private static final int MOST_SHORT_I = 4;

    private static final String VOWELS = "аеиоуыэюя";

    private final String stem;
    private final boolean cyrillic;
    private final SnowballStemmer stemmer;

    /**
     * One stem.
     *
     * @param term as {@link AnalysedWord#stem} has it, if that is no form
     */
    public Stem(String term) {
        if (!isStem(term)) {
            throw new IllegalArgumentException("this is a form, and no stem: " + term);
        }
        this.stem = term.substring(1);
        this.cyrillic = stem.chars().anyMatch(c -> c >= 0x400 && c < 0x530);
        this.stemmer = cyrillic ? new RussianStemmer() : new EnglishStemmer();
    }

    /** Whether {@code term} is a stem, and no word as it is written. */
    public static boolean isStem(String term) {
        return term.indexOf(StemFilter.MARK) == 0;
    }

    /**
     * With one of these begins every word that has this stem. Endings are taken off, but in English y becomes i, an e comes
     * back, bility is ble, and dying is die.
     */
    public List<String> beginnings() {
        int length = stem.codePointCount(0, stem.length());
        if (cyrillic || length <= 2) {
            return List.of(stem);
        }
        String beginning = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        return stem.endsWith("ie")
                ? List.of(beginning, stem.substring(0, stem.length() - 2) + "y")
                : List.of(beginning);
    }

    /**
     * Whether {@code form}, folded, which has one of the {@link #beginnings}, may have this stem; only a text tells whether it has.
     * Takes some microseconds at most.
     */
    public boolean mayTakeIn(String form) {
        // An abbreviation keeps its form.
        if (form.indexOf('.') >= 0) {
            return false;
        }
        return form.length() <= stem.length() + ENDING && form.startsWith(stem)
                || isStemOf(form)
                || cyrillic && isStemWithShortI(form);
    }

    /** Whether {@code form} has it with й at some of the places where that can stand in Russian, behind a vowel. */
    private boolean isStemWithShortI(String form) {
        List<Integer> places = IntStream.range(1, form.length())
                .filter(i -> form.charAt(i) == 'и' && VOWELS.indexOf(form.charAt(i - 1)) >= 0)
                .boxed()
                .limit(MOST_SHORT_I)
                .toList();
        for (int chosen = 1; chosen < 1 << places.size(); chosen++) {
            StringBuilder word = new StringBuilder(form);
            for (int i = 0; i < places.size(); i++) {
                word.setCharAt(places.get(i), (chosen >> i & 1) == 1 ? 'й' : 'и');
            }
            if (isStemOf(word.toString())) {
                return true;
            }
        }
        return false;
    }

    private boolean isStemOf(String word) {
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent().replace('й', 'и').equals(stem);
    }
}
