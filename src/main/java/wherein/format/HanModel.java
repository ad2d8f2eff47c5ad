package wherein.format;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.function.Supplier;

/**
 * How likely characters are in Chinese, Japanese and Korean, by the rows of their national standards: each has the characters
 * that are in daily use in rows of their own. Safe for use by several threads at once.
 */
enum HanModel {
    JAPANESE("EUC-JP", 0xB0, 0xCF, 0xA4, 0xA5),
    CHINESE("GB2312", 0xB0, 0xD7, 0, 0),
    TAIWANESE("Big5", 0xA4, 0xC6, 0, 0),
    KOREAN("EUC-KR", 0xB0, 0xC8, 0, 0);

    /** What a character of none of the rows in daily use costs. */
    private static final double RARE = -13;

    /** Punctuation stands in the first rows; in those of Latin, Greek and Cyrillic letters beside it hardly anything does. */
    private static final double PUNCTUATION = Math.log(0.1 / 60);

    private final Supplier<Rows> rows;

    HanModel(String standard, int first, int last, int firstSyllables, int lastSyllables) {
        this.rows = new Once(() ->
                new Rows(row(standard, first, last), row(standard, firstSyllables, lastSyllables), signs(standard)));
    }

    private record Rows(BitSet daily, BitSet syllables, BitSet punctuation) {}

    /** The natural logarithm of the likelihood of {@code c}, which is no ASCII. */
    double likelihood(char c) {
        Rows known = rows.get();
        if (known.syllables.get(c)) {
            return Math.log(0.55 / known.syllables.cardinality());
        }
        if (known.daily.get(c)) {
            double share = known.syllables.isEmpty() ? 0.9 : 0.35;
            return Math.log(share / known.daily.cardinality());
        }
        return known.punctuation.get(c) ? PUNCTUATION : RARE;
    }

    /** Whether {@code c} is a character in daily use, a syllable or a sign of punctuation. */
    boolean isUsual(char c) {
        Rows known = rows.get();
        return known.daily.get(c) || known.syllables.get(c) || known.punctuation.get(c);
    }

    /** The row of punctuation and, but for Big5, that of wide ASCII. */
    private static BitSet signs(String standard) {
        BitSet signs = row(standard, 0xA1, 0xA1);
        if (!standard.equals("Big5")) {
            signs.or(row(standard, 0xA3, 0xA3));
        }
        return signs;
    }

    private static BitSet row(String standard, int first, int last) {
        BitSet characters = new BitSet();
        Charset charset = Charset.forName(standard);
        for (int lead = Math.max(1, first); lead <= last; lead++) {
            for (int trail = 0x40; trail < 0xFF; trail++) {
                String pair = new String(new byte[] {(byte) lead, (byte) trail}, charset);
                if (pair.length() == 1 && pair.charAt(0) != '\uFFFD') {
                    characters.set(pair.charAt(0));
                }
            }
        }
        return characters;
    }

    /** Makes what is asked for when it first is. */
    private static final class Once implements Supplier<Rows> {
        private final Supplier<Rows> maker;
        private volatile Rows made;

        Once(Supplier<Rows> maker) {
            this.maker = maker;
        }

        @Override
        public Rows get() {
            if (made == null) {
                made = maker.get();
            }
            return made;
        }
    }
}
