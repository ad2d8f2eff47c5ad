package wherein.recognise.figure;

/** The rules that set aside times of day: 10:30, 5 p.m., 7 вечера; and what looks alike, a score such as 2:1. */
final class ClockRules {

    private final FigureText text;

    private int end;

    ClockRules(FigureText text) {
        this.text = text;
    }

    /** The token after what {@link #read} set aside. */
    int end() {
        return end;
    }

    /** The rule that sets aside the time of day, or the pair with a colon, that begins at token {@code i}; or null. */
    String read(int i) {
        end = i + 1;
        if (!clock(i)) {
            return null;
        }
        boolean pair =
                text.sign(i + 1) == ':' && (text.length(i + 2) != 2 || text.small(i, 2) > 24 || text.small(i, 2) < 0);
        return pair ? "score" : "clock-time";
    }

    /** 10:30, 5 p.m., 7am, 10 o'clock; a ratio such as 1:1 is no count either. */
    private boolean clock(int i) {
        if (text.sign(i + 1) == ':' && text.glued(i + 1) && text.glued(i + 2) && text.tokens.isNumber(i + 2)) {
            end = i + 3;
            while (text.sign(end) == ':' && text.glued(end) && text.tokens.isNumber(end + 1)) {
                end += 2;
            }
            // Tenths of a second.
            boolean tenths =
                    text.sign(end) == '.' && text.glued(end) && text.glued(end + 1) && text.tokens.isNumber(end + 1);
            end = tenths ? end + 2 : end;
            return true;
        }
        int at = text.sign(i + 1) == '.'
                        && text.glued(i + 2)
                        && text.small(i + 2, 2) >= 0
                        && text.small(i + 2, 2) < 60
                        && text.length(i + 2) == 2
                ? i + 3
                : i + 1;
        long hour = text.small(i, 2);
        if (hour >= 0 && hour <= 24 && russianClock(i, at)) {
            end = at;
            return true;
        }
        boolean half = text.cue(at, "half-day") && (at > i + 1 || hour <= 12)
                || text.anyWord(at, "a", "p") && text.sign(at + 1) == '.' && text.word(at + 2, "m");
        boolean said = text.word(at, "o") && text.word(at + 2, "clock");
        end = said ? at + 3 : at + 1;
        boolean is = hour >= 0 && hour <= 24 && (half && text.sameLine(at) || said);
        if (!is) {
            end = i + 1;
        }
        return is;
    }

    /** 7 вечера, 06.00, 19.58 мск, 15 часов дня: the hours end at token {@code at}. */
    private boolean russianClock(int i, int at) {
        int next = text.cue(at, "hours") ? at + 1 : at;
        boolean part = text.cue(next, "hour-of") && !text.cue(next + 1, "elapsed");
        boolean minutes = at == i + 3 && text.length(i) == 2;
        boolean padded = minutes
                        && text.text.charAt(text.tokens.start(i)) == '0'
                        && text.small(i, 2) > 0
                        && text.cue(i - 1, "before-hour")
                || minutes && text.cue(i - 1, "at-hour") && text.unit(at) == null && text.sense(at) == null;
        boolean zone = minutes
                && (text.cue(at, "zone")
                        || text.word(at, "по")
                                && text.cyrillic(at + 1)
                                && text.tokens.lower(at + 1).endsWith("скому"));
        return part && (next > at || !text.cue(next, "hour-or-day-of")) || padded || zone;
    }
}
