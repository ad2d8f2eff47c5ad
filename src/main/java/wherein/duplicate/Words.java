package wherein.duplicate;

import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import wherein.text.Span;

/**
 * The words of a text, as they are compared with those of another: case, punctuation, quotation marks, white space and a hyphen
 * at the end of a line do not count, and accents do, since they make other words. What changes a figure is a word too: a sign
 * before or between digits, a currency, a per cent sign; and so is a sign that says something of the words beside it, as in
 * {@code x < y}, {@code AT&T}, {@code C++} and {@code C#}. Of scripts without spaces, such as Chinese or Thai, each letter is a
 * word. Made in time linear in the text; immutable.
 */
public final class Words {

    /** Fewer words may be alike by chance. */
    public static final int LEAST = 8;

    /** Stands within a form where a line ended behind a hyphen: it may be one word or two. */
    static final char SOFT = '-';

    /** Stands between two words that a hyphen joins, where they are compared with one that a line end breaks. */
    static final char HYPHEN = '\n';

    /** As many signs of one kind in a row are a rule or an ornament. */
    private static final int ORNAMENT = 3;

    /** In bytes. */
    private static final int DIGEST = 16;

    /** What a word counts. */
    private static final int WORD = 2;

    /** What a letter of a script without spaces counts, of which a word of such a script has some two. */
    private static final int LETTER = 1;

    /** What weighs less has too few words. */
    private static final int LEAST_WEIGHT = weight(LEAST);

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();

    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private final String text;
    private String[] forms = new String[16];
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int size;
    /** Of all words before each, and of all at the end. */
    private int[] weights = new int[17];
    /** Of all words before each, and of all at the end. */
    private int[] letters = new int[17];
    /** The words that a hyphen joins to the next. */
    private final BitSet hyphened = new BitSet();
    /** Whether a word stands in the line that is being cut. */
    private boolean isWithinLine;

    private Words(String text) {
        this.text = text;
    }

    /** The words of {@code text}. */
    public static Words of(String text) {
        Words words = new Words(text);
        words.cut();
        return words;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Twice the number of words, where a letter of a script without spaces is half a word. */
    public int weight() {
        return weights[size];
    }

    /** What {@code words} words weigh. */
    static int weight(int words) {
        return WORD * words;
    }

    /** The {@link #weight()} of words {@code from} to {@code to}. */
    int weight(int from, int to) {
        return weights[to] - weights[from];
    }

    /**
     * How many letters and other signs the words before word {@code i} have: where it stands, however the lines of the text are
     * broken.
     */
    public int letters(int i) {
        return letters[i];
    }

    /** Whether a hyphen joins word {@code i} to the next. */
    boolean isHyphened(int i) {
        return hyphened.get(i);
    }

    /** Whether these are too few for a part of them to tell anything; only all of them do. */
    public boolean areFew() {
        return areFew(weight());
    }

    /** Whether words that weigh {@code weight} are too few. */
    static boolean areFew(int weight) {
        return weight < LEAST_WEIGHT;
    }

    /** Whether all words are those of {@code other}. */
    public boolean equalTo(Words other) {
        return Arrays.equals(forms, 0, size, other.forms, 0, other.size);
    }

    /** Where words {@code from} to {@code to} stand, the last excluded, UTF-16; the place between two words where there is none. */
    Span run(int from, int to) {
        if (from < to) {
            return new Span(starts[from], ends[to - 1]);
        }
        int at = from > 0 ? ends[from - 1] : from < size ? starts[from] : 0;
        return new Span(at, at);
    }

    /** The words that begin within {@code span}: the number of the first of them, and of the first behind them. */
    public Span within(Span span) {
        return new Span(firstFrom(span.start()), firstFrom(span.end()));
    }

    private int firstFrom(int position) {
        int found = Arrays.binarySearch(starts, 0, size, position);
        return found >= 0 ? found : -found - 1;
    }

    /** Word {@code i} as it is compared. */
    String form(int i) {
        return forms[i];
    }

    /** Word {@code i} of which even accents are off, as it is looked for. */
    String bare(int i) {
        String form = forms[i];
        String whole = form.length() > 1 && form.indexOf(SOFT) > 0 ? form.replace(String.valueOf(SOFT), "") : form;
        return isAscii(whole) ? whole : withoutMarks(whole);
    }

    /**
     * What tells these words from any others, in 16 bytes: equal words have the same, and nobody can find others that do
     * (the first half of SHA-256 over the words).
     */
    byte[] digest() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < size; i++) {
            all.append(forms[i]).append('\0');
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return Arrays.copyOf(sha.digest(all.toString().getBytes(StandardCharsets.UTF_8)), DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same for words that are equal but for hyphens at line ends; others may have the same by chance. */
    int lettersHash() {
        int hash = 0;
        for (int i = 0; i < size; i++) {
            String form = forms[i];
            for (int j = 0; j < form.length(); j++) {
                hash = form.charAt(j) == SOFT ? hash : 31 * hash + form.charAt(j);
            }
        }
        return hash;
    }

    private void cut() {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isLineEnd(c)) {
                isWithinLine = false;
                at++;
            } else if (isUnspaced(c)) {
                int end = marksFrom(at + Character.charCount(c));
                add(at, end, text.substring(at, end), LETTER);
                at = end;
            } else if (isInWord(c)) {
                at = word(at);
            } else {
                int end = marksFrom(at + Character.charCount(c));
                if (isSign(c, at)) {
                    add(at, end, text.substring(at, end), WORD);
                } else if (isRelation(c)) {
                    end = relation(at);
                }
                at = end;
            }
        }
    }

    /** Adds the word that begins at {@code start}, with what follows a hyphen at the end of its line. */
    private int word(int start) {
        int end = wordEnd(start);
        int next = behindLineHyphen(end);
        if (next == 0) {
            add(start, end, text.substring(start, end), WORD);
        } else {
            StringBuilder form = new StringBuilder(text.substring(start, end));
            for (; next > 0; next = behindLineHyphen(end)) {
                end = wordEnd(next);
                form.append(SOFT).append(text, next, end);
            }
            add(start, end, form.toString(), WORD);
        }
        boolean isJoined = end + 1 < text.length() && isHyphen(text.charAt(end)) && isInWord(text.codePointAt(end + 1));
        if (isJoined && size > 0) {
            hyphened.set(size - 1);
        }
        return end;
    }

    /** Adds the signs from {@code start} on, as many as stand together, if they say something of what is beside them. */
    private int relation(int start) {
        int end = start;
        boolean isOne = true;
        while (end < text.length() && isRelation(text.codePointAt(end))) {
            isOne &= text.codePointAt(end) == text.codePointAt(start);
            end = marksFrom(end + Character.charCount(text.codePointAt(end)));
        }
        int before = start == 0 ? '\n' : text.codePointBefore(start);
        int behind = end == text.length() ? ' ' : text.codePointAt(end);
        boolean isBetween = isInWord(before) && isInWord(behind)
                || Character.isWhitespace(before) && Character.isWhitespace(behind) && end < text.length();
        int c = text.charAt(start);
        // In a line of its own or before all others, > is a quoted mail, and + a bullet.
        boolean isPrefix = !isWithinLine && (c == '>' || c == '+');
        boolean isOfWord = (c == '+' || c == '#') && isInWord(before);
        if (isOfWord || isBetween && c != '#' && !isPrefix && !(isOne && end - start >= ORNAMENT)) {
            add(start, end, text.substring(start, end), WORD);
        }
        return end;
    }

    private int wordEnd(int start) {
        int at = start;
        int last = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c < 128 && isInWord(c)) {
                last = c;
                at++;
                continue;
            }
            int behind = at + Character.charCount(c);
            boolean joins = at > start && behind < text.length() && joins(last, c, text.codePointAt(behind));
            if (!joins && (isUnspaced(c) || !isInWord(c))) {
                break;
            }
            last = c;
            at = behind;
        }
        return at;
    }

    /** Whether {@code c} between two signs is inside of one word: an apostrophe between letters, a point between digits. */
    private static boolean joins(int before, int c, int behind) {
        return isApostrophe(c)
                ? isInWord(before) && isInWord(behind) && !isUnspaced(behind)
                : (c == '.' || c == ',') && Character.isDigit(before) && Character.isDigit(behind);
    }

    /** Where the rest of the word begins that is broken at {@code end}, with a hyphen and a line end; 0 if it is not. */
    private int behindLineHyphen(int end) {
        if (end >= text.length() || !isHyphen(text.charAt(end)) || !Character.isLetter(text.codePointBefore(end))) {
            return 0;
        }
        int at = end + 1;
        int lines = 0;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || isLineEnd(text.charAt(at)))) {
            boolean pair = text.charAt(at) == '\n' && text.charAt(at - 1) == '\r';
            lines += isLineEnd(text.charAt(at)) && !pair ? 1 : 0;
            at++;
        }
        boolean goesOn = at < text.length() && Character.isLetter(text.codePointAt(at));
        return lines == 1 && goesOn && !isUnspaced(text.codePointAt(at)) ? at : 0;
    }

    private int marksFrom(int at) {
        int end = at;
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private void add(int start, int end, String written, int value) {
        String form = fold(written);
        if (form.isEmpty()) {
            return;
        }
        if (size == forms.length) {
            forms = Arrays.copyOf(forms, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            weights = Arrays.copyOf(weights, size * 2 + 1);
            letters = Arrays.copyOf(letters, size * 2 + 1);
        }
        forms[size] = form;
        starts[size] = start;
        ends[size] = end;
        weights[size + 1] = weights[size] + value;
        letters[size + 1] = letters[size] + lettersOf(form);
        isWithinLine = true;
        size++;
    }

    private static int lettersOf(String form) {
        int letters = form.length();
        for (int i = form.indexOf(SOFT); i >= 0; i = form.indexOf(SOFT, i + 1)) {
            letters--;
        }
        return letters;
    }

    private static String fold(String written) {
        if (isAscii(written)) {
            return written.toLowerCase(Locale.ROOT).replace('`', '\'');
        }
        StringBuilder folded = new StringBuilder(FOLD.normalize(written));
        int kept = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean isStress = (c == '\u0301' || c == '\u0300') && kept > 0 && isCyrillic(folded.charAt(kept - 1));
            if (!isStress) {
                folded.setCharAt(kept++, c == 'ё' ? 'е' : isApostrophe(c) ? '\'' : isDash(c) ? SOFT : c);
            }
        }
        return folded.substring(0, kept);
    }

    private static String withoutMarks(String form) {
        StringBuilder bare = new StringBuilder();
        DECOMPOSE.normalize(form).codePoints().filter(c -> !isMark(c)).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean isAscii(String form) {
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code c}, which no word has, says something of a figure, or is a picture. */
    private boolean isSign(int c, int at) {
        if (c < 128) {
            return c == '$' || c == '%' || c > ' ' && isAtDigits(c, at);
        }
        return Character.getType(c) == Character.CURRENCY_SYMBOL
                || c == '‰'
                || c == '°'
                || Character.isEmojiPresentation(c)
                || isAtDigits(c, at);
    }

    /** Whether {@code c} may say how what stands before it is to what stands behind it; no dash does, which is punctuation. */
    private static boolean isRelation(int c) {
        return c < 128
                ? c == '<' || c == '>' || c == '=' || c == '+' || c == '#' || c == '&'
                : Character.getType(c) == Character.MATH_SYMBOL && !isDash(c) && !isHyphen(c);
    }

    /** Between two digits any sign counts, and before one a sign of mathematics or a dash that no letter stands before. */
    private boolean isAtDigits(int c, int at) {
        int behind = at + Character.charCount(c);
        if (behind >= text.length() || !Character.isDigit(text.codePointAt(behind))) {
            return false;
        }
        int before = at == 0 ? ' ' : text.codePointBefore(at);
        if (Character.isDigit(before)) {
            return !Character.isSpaceChar(c) && !Character.isWhitespace(c) && !Character.isISOControl(c);
        }
        return !Character.isLetter(before) && (isDash(c) || Character.getType(c) == Character.MATH_SYMBOL);
    }

    private static boolean isInWord(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        int type = Character.getType(c);
        return Character.isLetter(c)
                || isMark(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || c == '\u00AD'
                || c == '\u200C'
                || c == '\u200D'
                || c == '\u2060';
    }

    private static boolean isUnspaced(int c) {
        return c >= 0x0E00 && Character.isLetter(c) && UNSPACED.contains(UnicodeScript.of(c));
    }

    private static boolean isMark(int c) {
        int type = c < 0x300 ? 0 : Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '＇' || c == '`' || c == '´';
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c == '‐' || c == '¬';
    }

    private static boolean isDash(int c) {
        return c == '-' || c >= '‐' && c <= '―' || c == '−';
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == '\u2028' || c == '\u2029';
    }
}
