package wherein.recognise.figure;

/** The rules that set telephone numbers aside. */
final class PhoneRules {

    /** The digits of a telephone number at most (ITU-T E.164). */
    private static final int LONGEST_PHONE = 15;

    private final FigureText text;

    private int end;

    PhoneRules(FigureText text) {
        this.text = text;
    }

    /** The token after the number that {@link #isNumber} found. */
    int end() {
        return end;
    }

    /** +7 495 123-45-67, (212) 555-0100, 555-123-4567. */
    boolean isNumber(int i) {
        boolean plus = text.sign(i - 1) == '+' && text.glued(i);
        int digits = 0;
        int groups = 0;
        int at = i;
        while (at < text.tokens.size() && (text.sameLine(at) || at == i) && digits <= LONGEST_PHONE) {
            if (text.tokens.isNumber(at)) {
                if (text.length(at) > 5 && !plus) {
                    end = i + 1;
                    return false;
                }
                digits += text.length(at);
                groups++;
                end = at + 1;
            } else if (!(text.dash(at)
                    || text.sign(at) == '('
                    || text.sign(at) == ')'
                    || plus && text.sign(at) == '.')) {
                break;
            }
            at++;
        }
        boolean called = groups == 2 && digits == 7 && text.length(i) == 3 && called(i);
        boolean abroad = plus && digits >= 9 && digits <= LONGEST_PHONE;
        boolean dashes = !plus && groups >= 3 && digits >= 10 && digits <= 12 && dashed(i, end);
        boolean national = groups >= 3
                && digits >= 10
                && digits <= 11
                && text.text.charAt(text.tokens.start(i)) == '0'
                && !text.glued(i + 1);
        boolean shape = called || abroad || dashes || national;
        if (!shape) {
            end = i + 1;
        }
        return shape;
    }

    /** Whether somebody is told to call: a local number follows, call 555 3412. */
    private boolean called(int i) {
        for (int at = i - 1; at > i - 5 && at >= 0; at--) {
            if (text.cue(at, "call")) {
                return true;
            }
        }
        return false;
    }

    private boolean dashed(int from, int to) {
        int dashes = 0;
        for (int at = from; at < to; at++) {
            dashes += text.dash(at) ? 1 : 0;
        }
        return dashes > 0 && (dashes > 1 || text.sign(from - 1) == '(');
    }
}
