package wherein.recognise.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.mention.Recogniser;
import wherein.mention.SetAside;
import wherein.recognise.figure.Numeral.Form;
import wherein.text.Span;

/**
 * Finds the numbers of a text that are quantities: counts, sums, shares, durations and ages, in digits and in words.
 *
 * <p>Ten languages in full, Chinese, Japanese and Arabic in their numerals; in others digits with their units, and the
 * number words that ICU knows. Values are in plain units; shares are percent, to two decimals.
 */
public final class Figures implements Recogniser {

    private static final FigureReading NOTHING = new FigureReading(List.of(), List.of());

    private final AddedUnits added;

    /** Recognises by Wherein's own words. */
    public Figures() {
        this(AddedUnits.NONE);
    }

    private Figures(AddedUnits added) {
        this.added = added;
    }

    /**
     * Recognises by our words and by the lines of a reader's own list.
     *
     * @param lines each a word and its unit, parted by a tab: a name of the unit, an ISO 4217 code of a currency, or {@code
     *     people} for a noun for human beings; empty lines and those that begin with # are skipped
     * @throws IllegalArgumentException if a line is none of these
     */
    public static Figures with(List<String> lines) {
        return lines.isEmpty() ? new Figures() : new Figures(new AddedUnits(lines));
    }

    @Override
    public List<Mention> recognise(Input input) {
        return List.copyOf(read(input).figures());
    }

    @Override
    public List<SetAside> setAside(Input input) {
        return read(input).setAside();
    }

    /** All numbers of {@code input}: the figures, and what a rule set aside. Dates must have been found before. */
    public FigureReading read(Input input) {
        FigureReading signs = HanFigures.reads(input.language()) ? new HanFigures(input).read() : NOTHING;
        Run run = new Run(input, signs, added);
        int at = 0;
        while (at < run.text.tokens.size()) {
            input.checkpoint().step();
            at = Math.max(at + 1, run.step(at));
        }
        return new FigureReading(inOrder(run.figures, Mention.Figure::span), inOrder(run.setAside, SetAside::span));
    }

    private static <T> List<T> inOrder(List<T> found, Function<T, Span> span) {
        return found.stream()
                .sorted(Comparator.comparing(one -> span.apply(one).start()))
                .toList();
    }

    private static List<Span> spans(FigureReading reading) {
        return Stream.concat(
                        reading.figures().stream().map(Mention.Figure::span),
                        reading.setAside().stream().map(SetAside::span))
                .toList();
    }

    /** One pass over one document. */
    private static final class Run {

        final FigureText text;
        final List<Mention.Figure> figures = new ArrayList<>();
        final List<SetAside> setAside = new ArrayList<>();
        private final Set<Span> before;
        private final Numerals numerals;
        private final RangeReader ranges;
        private final UnitReader units;
        private final TwoParts parts;
        private final NounReader nouns;
        private final BoundReader bounds;
        private final Rules rules;
        private final List<Span> dates;
        private int date;
        private int free;

        /** Reads what {@code before} has left. */
        Run(Input input, FigureReading before, AddedUnits added) {
            figures.addAll(before.figures());
            setAside.addAll(before.setAside());
            this.before = Set.copyOf(spans(before));
            text = new FigureText(input, this.before, added);
            MoneyReader money = new MoneyReader(text);
            numerals = new Numerals(text, money);
            units = new UnitReader(text, money);
            ranges = new RangeReader(text, numerals, units, money);
            parts = new TwoParts(text, numerals, units);
            nouns = new NounReader(text);
            bounds = new BoundReader(text);
            rules = new Rules(text, money);
            dates = text.dates();
        }

        /** Reads what begins at token {@code i}; the token to go on with. */
        int step(int i) {
            boolean number = text.tokens.isNumber(i);
            if (!number && text.tokens.isWord(i) && !text.numberWord(i)) {
                return i + 1;
            }
            if (!number && !text.tokens.isWord(i) && text.sign(i) < 0xBC) {
                return i + 1;
            }
            int afterDate = dateEnd(i);
            if (afterDate > i) {
                return afterDate;
            }
            if (number) {
                String rule = rules.before(i);
                if (rule != null) {
                    return aside(i, rules.end(), rule);
                }
            }
            Numeral numeral = numerals.read(i);
            return numeral == null || numeral.first() < free && free > i ? word(i) : figure(numeral);
        }

        private int word(int i) {
            if (text.sense(i, Sense.Role.ORDINAL) >= 0) {
                return aside(i, i + 1, "ordinal");
            }
            if (text.sense(i, Sense.Role.HALF) > 0) {
                return aside(i, i + 1, "half-of-a-thing");
            }
            return i + 1;
        }

        private int figure(Numeral number) {
            Measure unit = units.read(number);
            TwoParts.Quantity quantity = parts.read(new TwoParts.Quantity(number, unit));
            Numeral numeral = quantity.numeral();
            if (numeral != number) {
                return add(numeral, numeral, quantity.unit(), quantity.unit());
            }
            if (rules.score(numeral, unit)) {
                return aside(numeral.first(), rules.end(), "score");
            }
            String rule = rules.after(numeral, unit);
            boolean opens = "one-alone".equals(rule) && ranges.read(numeral, unit) != numeral;
            if (rule != null && !opens) {
                return aside(numeral.first(), rules.end(), rule);
            }
            Numeral range = ranges.read(numeral, unit);
            if (dateOverlaps(range)) {
                range = numeral;
            }
            return add(numeral, range, unit, range == numeral ? unit : units.read(range));
        }

        /** Adds the figure {@code range}, which begins with {@code numeral}; the token after it. */
        private int add(Numeral numeral, Numeral range, Measure unit, Measure whole) {
            int first = Math.min(Math.min(whole.first(), unit.first()), range.first());
            int end = Math.max(whole.end(), range.end());
            Measure measure = whole.known() ? whole : unit;
            String name = measure.known() ? measure.unit() : name(range, end);
            Numeral value = measure.hundredths() ? range.hundredths() : range;
            Phrases.Found minus = name.isEmpty() || name.equals("°") ? belowZero(end) : null;
            if (minus != null && value.min().signum() > 0) {
                value = value.negated();
                end = minus.end();
            }
            first = Math.max(first, free);
            if (touchesDate(numeral.first(), range.end()) || first >= end) {
                return Math.max(range.first() + 1, free);
            }
            while (touchesDate(range.end(), end)) {
                end--;
            }
            Span span = text.tokens.span(first, end - 1);
            figures.add(
                    new Mention.Figure(span, value.min(), value.max(), bounds.read(first, end), name, range.rule()));
            free = end;
            return end;
        }

        /** The words that put a temperature below zero, at token {@code end}; null where they are not there. */
        private Phrases.Found belowZero(int end) {
            return text.sameLine(end) ? text.words.phrases.from(text, end, "sign ") : null;
        }

        private String name(Numeral number, int end) {
            if (number.form() == Form.SHARE) {
                return "percent";
            }
            if (number.rule().equals(CompoundReader.RULE) && !number.digits()) {
                return text.dash(number.end() - 2) || text.words.compounds.begins(text, number.first())
                        ? ""
                        : nouns.read(end, number);
            }
            return number.form() == Form.LIFE || age(number, end) ? "years" : nouns.read(end, number);
        }

        /** "Anna Petrova, 42, said"; "aged 42"; "at the age of 42". */
        private boolean age(Numeral number, int end) {
            int before = number.first() - 1;
            boolean aged = text.cue(before, "aged") || text.word(before, "of") && text.word(before - 1, "age");
            boolean human = number.whole()
                    && number.max().intValue() > 0
                    && number.max().intValue() < 120;
            boolean apposed = text.sign(before) == ','
                    && text.tokens.isCapitalised(before - 1)
                    && (text.sign(end) == ',' || text.sign(end) == '.');
            return human && (aged || apposed);
        }

        private int aside(int first, int end, String rule) {
            int last = Math.max(first + 1, end);
            setAside.add(new SetAside(text.tokens.span(Math.max(first, free), last - 1), rule));
            free = last;
            return last;
        }

        /** The token after the date that covers token {@code i}; {@code i} if none does. */
        private int dateEnd(int i) {
            while (date < dates.size() && dates.get(date).end() <= text.tokens.start(i)) {
                date++;
            }
            if (date == dates.size() || dates.get(date).start() > text.tokens.start(i)) {
                return i;
            }
            int end = text.tokens.firstFrom(dates.get(date).end());
            if (!before.contains(dates.get(date))) {
                setAside.add(new SetAside(dates.get(date), "date"));
            }
            free = Math.max(end, i + 1);
            return free;
        }

        /** A date wins over the figure that would share a token with it. */
        private boolean touchesDate(int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.dated(i)) {
                    return true;
                }
            }
            return false;
        }

        private boolean dateOverlaps(Numeral range) {
            Span span = text.tokens.span(range.first(), range.end() - 1);
            return date < dates.size() && dates.get(date).overlaps(span);
        }
    }
}
