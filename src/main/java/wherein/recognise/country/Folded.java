package wherein.recognise.country;

/** The folding under which forms are the same: case, ё as е, any apostrophe, any hyphen. One char to one char. */
final class Folded {

    private static final char[] LATIN = new char[128];

    static {
        for (char c = 0; c < LATIN.length; c++) {
            LATIN[c] = Character.toLowerCase(c);
        }
    }

    private Folded() {}

    /** The folded form of {@code c}. */
    static char fold(char c) {
        if (c < 128) {
            return LATIN[c];
        }
        return switch (c) {
            case 'ё', 'Ё' -> 'е';
            case '\u2018', '\u2019', '\u02BC', '\u0060' -> '\'';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
            default -> Character.toLowerCase(c);
        };
    }

    /** The folded form of {@code form}. */
    static String fold(String form) {
        char[] folded = form.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    /** The hash of the folded run from {@code start} to {@code end}; the run is not copied. */
    static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + fold(text.charAt(i));
        }
        return hash ^ (hash >>> 15);
    }

    /** Whether the run from {@code start} to {@code end} folds to {@code key}, which is folded. */
    static boolean same(String key, String text, int start, int end) {
        if (key.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (fold(text.charAt(i)) != key.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }
}
