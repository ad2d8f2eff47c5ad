package wherein.recognise.figure;

import java.math.BigDecimal;

/**
 * Reads the numbers of Chinese and Japanese text, sign by sign: 三千五百, 5万4千, 4.78万亿, 十点二, 十多万.
 *
 * <p>Characters of one value count alike, in Chinese, Japanese or financial writing. A digit right behind a hundred or
 * more, with nothing else, is of the next scale in Chinese: 两千三 is 2,300.
 */
final class HanNumbers {

    private static final String[] DIGITS = {"〇零○", "一壹壱", "二贰貳弐两兩俩倆", "三叁參参弎", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"};
    private static final String SCALES = "十拾百佰千仟";
    private static final long[] SCALE_VALUES = {10, 10, 100, 100, 1000, 1000};
    private static final String MYRIADS = "万萬亿億兆";
    private static final long[] MYRIAD_VALUES = {10_000, 10_000, 100_000_000, 100_000_000, 1_000_000_000_000L};

    /** "And some": between a number and its scale, or behind it. */
    private static final String SOME = "多余餘几幾数來来";

    /** No number has more signs. */
    private static final int LONGEST = 60;

    /**
     * A number.
     *
     * @param end where it ends
     * @param signs how many signs of it are no digits of the Western kind
     * @param scaled whether a ten, hundred or more is in it
     * @param counted whether a digit, or a leading ten, says how many: 三千, 十万, and not 千万
     * @param some whether "and some" stands in or behind it
     */
    record Number(BigDecimal value, int start, int end, int signs, boolean scaled, boolean counted, boolean some) {}

    private final String text;
    private final HanWords words;
    private final boolean chinese;

    private int at;
    private BigDecimal total;
    private BigDecimal section;
    private BigDecimal pending;
    private long lastScale;
    private long lastMyriad;
    private boolean zero;
    private boolean some;
    private boolean sequence;
    private boolean scaled;
    private boolean counted;
    private int signs;

    HanNumbers(String text, HanWords words, boolean chinese) {
        this.text = text;
        this.words = words;
        this.chinese = chinese;
    }

    /** Whether a number may begin with {@code c}. */
    static boolean begins(char c) {
        return c >= '0' && c <= '9' || c >= '０' && c <= '９' || digit(c) >= 0 || SCALES.indexOf(c) >= 0;
    }

    /** The number that begins at {@code start}; null if none does. */
    Number read(int start) {
        at = start;
        total = BigDecimal.ZERO;
        section = BigDecimal.ZERO;
        pending = null;
        lastScale = Long.MAX_VALUE;
        lastMyriad = Long.MAX_VALUE;
        zero = false;
        some = false;
        sequence = false;
        scaled = false;
        counted = "十拾".indexOf(text.charAt(start)) >= 0;
        signs = 0;
        int end = start;
        while (at < text.length() && at - start < LONGEST && take()) {
            end = at;
            at += gap() ? 1 : 0;
        }
        at = end;
        if (end == start || signs > 0 && !scaled && pending == null) {
            return null;
        }
        BigDecimal value = total.add(section).add(rest());
        value = value.add(decimals());
        return new Number(value, start, at, signs, scaled, counted, some);
    }

    /** Whether a blank stands inside the number, as some texts have it. */
    private boolean gap() {
        if (at + 1 >= text.length() || text.charAt(at) != ' ') {
            return false;
        }
        char next = text.charAt(at + 1);
        return han(text.charAt(at - 1)) ? han(next) : SCALES.indexOf(next) >= 0 || MYRIADS.indexOf(next) >= 0;
    }

    private static boolean han(char c) {
        return digit(c) >= 0 || SCALES.indexOf(c) >= 0 || MYRIADS.indexOf(c) >= 0;
    }

    private boolean take() {
        char c = text.charAt(at);
        if (Character.digit(c, 10) >= 0) {
            return pending == null && western();
        }
        int digit = digit(c);
        if (digit >= 0) {
            return hanDigit(digit);
        }
        int scale = SCALES.indexOf(c);
        if (scale >= 0) {
            return scale(SCALE_VALUES[scale]);
        }
        int myriad = MYRIADS.indexOf(c);
        if (myriad >= 0) {
            return myriad(MYRIAD_VALUES[myriad]);
        }
        return SOME.indexOf(c) >= 0 && some();
    }

    private boolean hanDigit(int digit) {
        // Behind a scale, 两 is two only before the next: else it is a weight.
        boolean liang = "两兩".indexOf(text.charAt(at)) >= 0 && signs > 0;
        if (liang && (at + 1 >= text.length() || SCALES.indexOf(text.charAt(at + 1)) < 0)) {
            return false;
        }
        if (pending != null) {
            boolean plain = !scaled && signs > 0;
            if (!plain) {
                return false;
            }
            pending = pending.multiply(BigDecimal.TEN).add(BigDecimal.valueOf(digit));
            sequence = true;
        } else if (digit == 0 && scaled) {
            zero = true;
        } else {
            pending = BigDecimal.valueOf(digit);
            counted = true;
        }
        signs++;
        at++;
        return true;
    }

    private boolean scale(long scale) {
        boolean unit = scale == 1000 && words.from(text, at, "unit") != null;
        if (unit || sequence || scale >= lastScale || pending != null && pending.signum() == 0) {
            return false;
        }
        section = section.add((pending == null ? BigDecimal.ONE : pending).multiply(BigDecimal.valueOf(scale)));
        pending = null;
        lastScale = scale;
        zero = false;
        scaled = true;
        signs++;
        at++;
        return true;
    }

    private boolean myriad(long myriad) {
        BigDecimal factor = BigDecimal.valueOf(myriad);
        BigDecimal part = section.add(pending == null ? BigDecimal.ZERO : pending);
        if (sequence || part.signum() == 0 && (total.signum() == 0 || myriad <= lastMyriad)) {
            return false;
        }
        total = myriad > lastMyriad ? total.add(part).multiply(factor) : total.add(part.multiply(factor));
        section = BigDecimal.ZERO;
        pending = null;
        lastScale = Long.MAX_VALUE;
        lastMyriad = myriad;
        zero = false;
        scaled = true;
        signs++;
        at++;
        return true;
    }

    /** "And some" before a scale: 十多万; behind the whole number it is left for the reader of bounds. */
    private boolean some() {
        int next = at + 1 < text.length() && text.charAt(at + 1) == ' ' ? at + 2 : at + 1;
        if (next >= text.length() || MYRIADS.indexOf(text.charAt(next)) < 0 || at == 0) {
            return false;
        }
        some = true;
        at = next;
        return true;
    }

    /** Western digits of either width, with groups of three and decimals. */
    private boolean western() {
        StringBuilder digits = new StringBuilder();
        int end = digits(at, digits);
        while (end + 3 < text.length() && (text.charAt(end) == ',' || text.charAt(end) == '，')) {
            StringBuilder group = new StringBuilder();
            int next = digits(end + 1, group);
            if (group.length() != 3) {
                break;
            }
            digits.append(group);
            end = next;
        }
        if (end + 1 < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '．')) {
            StringBuilder decimals = new StringBuilder();
            int next = digits(end + 1, decimals);
            if (!decimals.isEmpty()) {
                digits.append('.').append(decimals);
                end = next;
            }
        }
        pending = new BigDecimal(digits.toString());
        counted = true;
        at = end;
        return true;
    }

    private int digits(int from, StringBuilder digits) {
        int end = from;
        while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0 && digits.length() < LONGEST) {
            digits.append(Character.digit(text.charAt(end++), 10));
        }
        return end;
    }

    private BigDecimal rest() {
        if (pending == null) {
            return BigDecimal.ZERO;
        }
        boolean digit = pending.compareTo(BigDecimal.TEN) < 0 && pending.signum() > 0 && digit(text.charAt(at - 1)) > 0;
        boolean next = chinese && digit && scaled && !zero;
        if (next && lastScale >= 100 && lastScale < Long.MAX_VALUE) {
            return pending.multiply(BigDecimal.valueOf(lastScale / 10));
        }
        return next && lastScale == Long.MAX_VALUE ? pending.multiply(BigDecimal.valueOf(lastMyriad / 10)) : pending;
    }

    /** 点五 behind a number in signs, which is no hour. */
    private BigDecimal decimals() {
        boolean point = signs > 0 && at + 1 < text.length() && (text.charAt(at) == '点' || text.charAt(at) == '點');
        StringBuilder digits = new StringBuilder();
        int end = at + 1;
        while (point && end < text.length() && digit(text.charAt(end)) >= 0 && digits.length() < LONGEST) {
            digits.append(digit(text.charAt(end++)));
        }
        boolean hour = end < text.length()
                && (text.charAt(end) == '分' && !text.startsWith("分之", end) || SCALES.indexOf(text.charAt(end)) >= 0);
        if (digits.isEmpty() || hour) {
            return BigDecimal.ZERO;
        }
        at = end;
        return new BigDecimal("0." + digits);
    }

    private static int digit(char c) {
        for (int value = 0; c >= '〇' && value < DIGITS.length; value++) {
            if (DIGITS[value].indexOf(c) >= 0) {
                return value;
            }
        }
        return c == '○' ? 0 : -1;
    }
}
