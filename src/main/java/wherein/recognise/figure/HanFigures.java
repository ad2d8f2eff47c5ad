package wherein.recognise.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.mention.Mention.Figure.Bound;
import wherein.mention.SetAside;
import wherein.text.Span;

/**
 * Finds the figures of a Chinese or Japanese text: numbers in their own signs, and Western digits with a scale, unit or
 * counter of theirs. What is written as in other languages is left to the readers of those.
 */
final class HanFigures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1000);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(3000);
    private static final int MOST_DIGITS_IN_ROW = 2;

    private final String text;
    private final HanNumbers numbers;
    private final HanWords words;
    private final Input input;
    private final List<Span> dates;
    private final List<Mention.Figure> figures = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();

    HanFigures(Input input) {
        boolean chinese = input.language().startsWith("zh");
        this.input = input;
        this.text = input.text();
        this.words = HanWords.of(chinese);
        this.numbers = new HanNumbers(text, words, chinese);
        this.dates = input.found().stream()
                .filter(Mention.Date.class::isInstance)
                .map(Mention::span)
                .toList();
    }

    /** Whether texts of the language are written in Han signs. */
    static boolean reads(String language) {
        return language.startsWith("zh") || language.startsWith("ja");
    }

    /** The figures and what is none; each pass reads the text once. */
    FigureReading read() {
        int at = 0;
        int date = 0;
        while (at < text.length()) {
            input.checkpoint().step();
            while (date < dates.size() && dates.get(date).end() <= at) {
                date++;
            }
            boolean dated = date < dates.size() && dates.get(date).start() <= at;
            at = dated ? dates.get(date).end() : step(at);
        }
        return new FigureReading(figures, setAside);
    }

    /** A value with its unit: percent of a share, or the unit behind a number. */
    private record Value(
            BigDecimal value, String unit, int start, int end, boolean counted, HanNumbers.Number number) {}

    private int step(int at) {
        HanWords.Word half = words.from(text, at, "share");
        if (half != null) {
            Value share = new Value(
                    new BigDecimal(half.value()),
                    "percent",
                    at,
                    at + half.letters().length(),
                    true,
                    null);
            return add(share, share);
        }
        if (!HanNumbers.begins(text.charAt(at)) || inWord(at)) {
            return at + 1;
        }
        Value first = value(at);
        if (first == null) {
            return at + 1;
        }
        String rule = rule(first);
        if (rule != null) {
            setAside.add(new SetAside(new Span(first.start, first.end), rule));
            return first.end;
        }
        Value second = second(first);
        if (second != null && second.value.compareTo(first.value) > 0) {
            return add(first, second);
        }
        if (!isFigure(first)) {
            return Math.max(at + 1, first.number.signs() > 0 ? first.end : at + 1);
        }
        return add(first, first);
    }

    /** Whether Western letters or digits run into the position. */
    private boolean inWord(int at) {
        char c = at == 0 ? ' ' : text.charAt(at - 1);
        return c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '_');
    }

    private Value value(int at) {
        HanNumbers.Number number = numbers.read(at);
        if (number == null) {
            return null;
        }
        Value share = share(number);
        if (share != null) {
            return share;
        }
        boolean mixed = number.end() + 1 < text.length() && text.charAt(number.end()) == '又';
        HanNumbers.Number whole = mixed ? numbers.read(number.end() + 1) : null;
        Value part = whole == null ? null : share(whole);
        if (part != null && part.unit.equals("percent")) {
            BigDecimal value = number.value().add(part.value.movePointLeft(2));
            return new Value(value, "", at, part.end, true, number);
        }
        int end = spaces(number.end());
        HanWords.Word tenth = words.from(text, end, "tenth");
        if (tenth != null) {
            end += tenth.letters().length();
            HanNumbers.Number more = end < text.length() ? numbers.read(spaces(end)) : null;
            boolean digit = more != null && more.value().compareTo(BigDecimal.TEN) < 0 && more.signs() == 1;
            boolean price = tenth.value().equals("price") && number.value().compareTo(BigDecimal.TEN) >= 0;
            BigDecimal tens = price ? number.value() : number.value().multiply(BigDecimal.TEN);
            BigDecimal value = digit ? tens.add(more.value()) : tens;
            return new Value(value, "percent", at, digit ? more.end() : end, true, number);
        }
        return measured(number);
    }

    /** 百分之七, 三分之一, 三分の一: the whole stands first. */
    private Value share(HanNumbers.Number whole) {
        HanWords.Word of = words.from(text, spaces(whole.end()), "parts");
        if (of == null || whole.value().signum() == 0) {
            return null;
        }
        int from = spaces(spaces(whole.end()) + of.letters().length());
        HanNumbers.Number part = from < text.length() ? numbers.read(from) : null;
        if (part == null) {
            return null;
        }
        BigDecimal percent = part.value().multiply(HUNDRED).divide(whole.value(), 8, RoundingMode.HALF_UP);
        boolean exact = whole.value().compareTo(HUNDRED) >= 0;
        if (percent.compareTo(HUNDRED) > 0 && !exact) {
            BigDecimal value = part.value().divide(whole.value(), MathContext.DECIMAL64);
            return new Value(value, "", whole.start(), part.end(), true, whole);
        }
        BigDecimal value = exact ? percent : percent.setScale(2, RoundingMode.HALF_UP);
        return new Value(value, "percent", whole.start(), part.end(), true, whole);
    }

    private Value measured(HanNumbers.Number number) {
        int end = number.end();
        HanWords.Word some = words.from(text, end, "some");
        int after = some == null ? end : end + some.letters().length();
        HanWords.Word counter = words.from(text, after, "counter");
        int next = counter == null ? after : after + counter.letters().length();
        for (int from : new int[] {spaces(after), next}) {
            HanWords.Word unit = words.from(text, from, "unit");
            if (unit != null) {
                int unitEnd = from + unit.letters().length();
                boolean half = words.from(text, unitEnd, "half") != null;
                BigDecimal value = half ? number.value().add(HALF) : number.value();
                return new Value(value, unit.value(), number.start(), half ? unitEnd + 1 : unitEnd, true, number);
            }
        }
        boolean people = words.from(text, next, "people") != null || words.from(text, after, "people") != null;
        String unit = people ? "people" : "";
        return new Value(number.value(), unit, number.start(), end, people || counter != null, number);
    }

    private int spaces(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == ' ' && end < at + 2) {
            end++;
        }
        return end < text.length() ? end : at;
    }

    /** The rule by which a number is none of a quantity; null if none says so. */
    private String rule(Value value) {
        if (words.to(text, value.start, "ordinal") != null) {
            return "ordinal";
        }
        boolean year = value.unit.equals("years")
                && value.value.compareTo(FIRST_YEAR) >= 0
                && value.value.compareTo(LAST_YEAR) < 0
                && value.end == value.number.end() + 1;
        if (year) {
            return "date";
        }
        if (value.counted) {
            return null;
        }
        HanWords.Word label = words.from(text, value.number.end(), "label");
        if (label != null) {
            return "label";
        }
        HanWords.Word date = words.from(text, value.number.end(), "date");
        if (date != null) {
            return "date";
        }
        boolean digits = value.number.signs() > MOST_DIGITS_IN_ROW && !value.number.scaled();
        return digits && value.value.compareTo(FIRST_YEAR) >= 0 ? "version-or-identifier" : null;
    }

    private boolean isFigure(Value value) {
        HanNumbers.Number number = value.number;
        boolean one = value.value.compareTo(BigDecimal.ONE) == 0 && number.signs() > 0;
        if (one) {
            return !value.unit.isEmpty() && !value.unit.equals("people");
        }
        boolean said = value.counted || bound(value, value) != Bound.EXACT || negative(value.start) < value.start;
        if (number.signs() == 0) {
            // Plain digits without anything of ours are read as in any language.
            return said || wide(number.start()) || beside(number) && !yearLike(value.value);
        }
        boolean western = Character.digit(text.charAt(number.start()), 10) >= 0;
        boolean compound = number.scaled() && number.counted() && (number.signs() > 1 || western);
        boolean rare = number.signs() == 1 && "陆陸伍肆玖捌柒拾佰仟".indexOf(text.charAt(number.start())) >= 0;
        return !rare
                && (said || compound || value.value.remainder(BigDecimal.ONE).signum() != 0);
    }

    /** Whether letters of ours run into the digits: there is no space in 超过300 nor in 位于20和30之间. */
    private boolean beside(HanNumbers.Number number) {
        return number.start() > 0 && Character.isIdeographic(text.charAt(number.start() - 1));
    }

    private static boolean yearLike(BigDecimal value) {
        return value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(LAST_YEAR) < 0 && value.scale() == 0;
    }

    private boolean wide(int at) {
        return text.charAt(at) > 127;
    }

    /** The number behind 到, 至, 〜 or a dash. */
    private Value second(Value first) {
        HanWords.Word to = words.from(text, first.end, "to");
        int at = to == null ? first.end : first.end + to.letters().length();
        Value second = to == null || at >= text.length() || !HanNumbers.begins(text.charAt(at)) ? null : value(at);
        boolean and = second != null && to.value().equals("and");
        return and && words.from(text, second.end, "between") == null ? null : second;
    }

    private int add(Value first, Value last) {
        BigDecimal min = first.value;
        if (first != last && first.number.signs() + last.number.signs() > 0 && first.unit.isEmpty()) {
            min = shared(first, last);
        }
        int start = negative(first.start);
        boolean negative = start < first.start;
        Span span = new Span(start, last.end);
        BigDecimal low = negative ? last.value.negate() : min;
        BigDecimal high = negative ? min.negate() : last.value;
        String rule = first == last ? "number-in-signs" : "range";
        figures.add(new Mention.Figure(span, low, high, bound(first, last), last.unit, rule));
        return last.end;
    }

    /** 10到15万: the scale of the second belongs to the first as well. */
    private static BigDecimal shared(Value first, Value last) {
        BigDecimal scale = BigDecimal.ONE;
        for (long each : new long[] {10_000, 100_000_000}) {
            boolean whole = last.value.remainder(BigDecimal.valueOf(each)).signum() == 0;
            scale = whole ? BigDecimal.valueOf(each) : scale;
        }
        boolean small = first.value.compareTo(scale) < 0 && !first.number.scaled();
        return small && first.value.multiply(scale).compareTo(last.value) < 0
                ? first.value.multiply(scale)
                : first.value;
    }

    /** Where the minus before {@code start} begins; {@code start} where there is none. */
    private int negative(int start) {
        HanWords.Word minus = words.to(text, start, "minus");
        return minus == null ? start : start - minus.letters().length();
    }

    private Bound bound(Value first, Value last) {
        HanWords.Word before = words.to(text, first.start, "before");
        if (before != null) {
            return of(before);
        }
        int number = last.number == null ? last.end : last.number.end();
        HanWords.Word some = words.from(text, number, "some");
        HanWords.Word counter = words.from(text, last.end, "counter");
        int behind = counter == null ? last.end : last.end + counter.letters().length();
        HanWords.Word after = words.from(text, last.end, "after");
        after = after == null ? words.from(text, behind, "after") : after;
        return some != null || last.number != null && last.number.some()
                ? Bound.ABOVE
                : after == null ? Bound.EXACT : of(after);
    }

    private static Bound of(HanWords.Word word) {
        return Bound.valueOf(word.value().toUpperCase(Locale.ROOT));
    }
}
