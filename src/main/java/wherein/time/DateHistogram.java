package wherein.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Dates counted by steps of one length: the shortest of days, weeks, months, years and runs of years in which they make at most
 * {@value #MOST}. A date is in the step that all its days lie in; what lies in none, such as a year among months, has a bucket of
 * its own. Where a range within one month or one year was asked for, the steps are those of that month or year, and what lies
 * outside of it is counted by longer ones. Costs a few looks at each different date.
 *
 * @param step the length of a step: {@code day}, {@code week}, {@code month}, {@code year} or {@code years}; empty if no date lies in
 *     any
 * @param within the month or year that the steps are of, where others were counted too; else empty
 * @param buckets the steps in order, from the first to the last with those between that nothing lies in; behind them all others, by
 *     their days, what has no date last
 */
public record DateHistogram(String step, String within, List<Bucket> buckets) {

    /** So many steps at most. */
    public static final int MOST = 12;

    private static final int[] YEARS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000};

    private static final List<Step> STEPS = Stream.concat(
                    Stream.of(new Step(Unit.DAY, 1), new Step(Unit.WEEK, 1), new Step(Unit.MONTH, 1)),
                    IntStream.of(YEARS).mapToObj(years -> new Step(Unit.YEAR, years)))
            .toList();

    private static final Step MONTH = new Step(Unit.MONTH, 1);
    private static final Step YEAR = new Step(Unit.YEAR, 1);

    /** Takes a copy. */
    public DateHistogram {
        buckets = List.copyOf(buckets);
    }

    /** What a bucket is to the steps. */
    public enum Kind {
        /** One of them. */
        STEP,
        /** Dates that may lie in one, or in several. */
        WIDER,
        /** Dates outside of the month or year that the steps are of. */
        OUTSIDE;

        /** The word for it in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Dates that are counted together.
     *
     * @param value the days of all of them, in EDTF; empty for what has no date
     * @param count how many there are
     * @param vague how many of them tell no month, where the bucket is of years
     */
    public record Bucket(String value, Kind kind, int count, int vague) {}

    private enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /** A length of time from a fixed beginning on: runs of years from the year 0. */
    private record Step(Unit unit, int length) {

        LocalDate begin(LocalDate day) {
            return switch (unit) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> LocalDate.of(Math.floorDiv(day.getYear(), length) * length, 1, 1);
            };
        }

        LocalDate after(LocalDate begin) {
            return switch (unit) {
                case DAY -> begin.plusDays(1);
                case WEEK -> begin.plusWeeks(1);
                case MONTH -> begin.plusMonths(1);
                case YEAR -> begin.plusYears(length);
            };
        }

        boolean holds(DayRange days) {
            return begin(days.from()).equals(begin(days.to()));
        }

        /** The step that begins at a day, in EDTF. */
        String value(LocalDate begin) {
            return switch (unit) {
                case DAY -> begin.toString();
                case WEEK -> begin + "/" + begin.plusDays(6);
                case MONTH -> begin.toString().substring(0, 7);
                case YEAR -> length == 1 ? year(begin) : year(begin) + "/" + year(begin.plusYears(length - 1));
            };
        }

        private static String year(LocalDate day) {
            return String.format(Locale.ROOT, "%04d", day.getYear());
        }

        String word() {
            return length == 1 ? unit.name().toLowerCase(Locale.ROOT) : "years";
        }
    }

    /** A date, and how often it is there. */
    private record Counted(EdtfDate date, int count) {

        DayRange days() {
            return date.days();
        }

        /** Whether it has an end on either side, within years of four digits, for certain. */
        boolean isBound() {
            return !date.qualified()
                    && days().from().getYear() >= 0
                    && days().to().getYear() <= 9999;
        }

        /** Whether it lies in one year. */
        boolean isPlaced() {
            return isBound() && YEAR.holds(days());
        }
    }

    /**
     * Counts dates.
     *
     * @param counts how often each date is there, by its EDTF; the empty one means that none is known
     * @param asked the range of days that was asked for, if any
     */
    public static DateHistogram of(Map<String, Integer> counts, Optional<DayRange> asked) {
        List<Counted> all = new ArrayList<>();
        counts.forEach((edtf, count) -> all.add(new Counted(EdtfDate.parse(edtf), count)));
        Optional<DayRange> part = asked.flatMap(DateHistogram::around)
                .filter(around -> all.stream().anyMatch(each -> isOutside(each, Optional.of(around))));
        List<Counted> inside =
                all.stream().filter(each -> !isOutside(each, part)).toList();
        List<Counted> placed = inside.stream().filter(Counted::isPlaced).toList();
        Optional<Step> step = STEPS.stream().filter(each -> fits(each, placed)).findFirst();
        List<Bucket> buckets = new ArrayList<>();
        Set<Counted> rest = new LinkedHashSet<>(all);
        step.ifPresent(each -> buckets.addAll(steps(each, extent(each, placed).orElseThrow(), inside, rest)));
        buckets.addAll(others(rest, part));
        String within = part.map(days -> (MONTH.holds(days) ? MONTH : YEAR).value(days.from()))
                .orElse("");
        return new DateHistogram(step.map(Step::word).orElse(""), within, buckets);
    }

    /** The month or else the year that a range lies in. */
    private static Optional<DayRange> around(DayRange range) {
        for (Step each : List.of(MONTH, YEAR)) {
            if (range.from().getYear() >= 0 && range.to().getYear() <= 9999 && each.holds(range)) {
                LocalDate begin = each.begin(range.from());
                return Optional.of(new DayRange(begin, each.after(begin).minusDays(1)));
            }
        }
        return Optional.empty();
    }

    private static boolean isOutside(Counted each, Optional<DayRange> part) {
        return part.isPresent() && each.isPlaced() && !part.get().overlaps(each.days());
    }

    /** Whether the dates that lie in such steps lie in few of them, and no date that lies in none is far from these. */
    private static boolean fits(Step step, List<Counted> dates) {
        Optional<DayRange> extent = extent(step, dates);
        if (extent.isEmpty()) {
            return false;
        }
        int steps = 0;
        for (LocalDate at = extent.get().from(); !at.isAfter(extent.get().to()); at = step.after(at)) {
            if (++steps > MOST) {
                return false;
            }
        }
        return dates.stream().allMatch(each -> extent.get().overlaps(each.days()));
    }

    /** From the beginning of the first step with a date to the end of the last. */
    private static Optional<DayRange> extent(Step step, List<Counted> dates) {
        List<LocalDate> begins = dates.stream()
                .filter(each -> step.holds(each.days()))
                .map(each -> step.begin(each.days().from()))
                .sorted()
                .toList();
        return begins.isEmpty()
                ? Optional.empty()
                : Optional.of(new DayRange(
                        begins.getFirst(), step.after(begins.getLast()).minusDays(1)));
    }

    /** The steps of {@code extent}; what lies in one is taken out of {@code rest}. */
    private static List<Bucket> steps(Step step, DayRange extent, List<Counted> dates, Set<Counted> rest) {
        Map<LocalDate, int[]> counts = new TreeMap<>();
        for (LocalDate at = extent.from(); !at.isAfter(extent.to()); at = step.after(at)) {
            counts.put(at, new int[2]);
        }
        for (Counted each : dates) {
            if (each.isBound() && step.holds(each.days()) && extent.contains(each.days())) {
                int[] sums = counts.get(step.begin(each.days().from()));
                sums[0] += each.count;
                sums[1] += step.unit == Unit.YEAR && !MONTH.holds(each.days()) ? each.count : 0;
                rest.remove(each);
            }
        }
        return counts.entrySet().stream()
                .map(each -> new Bucket(step.value(each.getKey()), Kind.STEP, each.getValue()[0], each.getValue()[1]))
                .toList();
    }

    /** What lies in no step: by the month, the year or the date itself that it lies in. */
    private static List<Bucket> others(Set<Counted> dates, Optional<DayRange> part) {
        Map<String, Bucket> found = new LinkedHashMap<>();
        Map<String, DayRange> days = new HashMap<>();
        for (Counted each : dates) {
            boolean outside = isOutside(each, part);
            String value = each.isPlaced() ? longer(each.days(), part, outside) : each.date.edtf();
            Kind kind = outside ? Kind.OUTSIDE : Kind.WIDER;
            int vague = each.isPlaced() && !MONTH.holds(each.days()) ? each.count : 0;
            found.merge(
                    kind + value,
                    new Bucket(value, kind, each.count, vague),
                    (a, b) -> new Bucket(value, kind, a.count + b.count, a.vague + b.vague));
            days.put(value, EdtfDate.parse(value).days());
        }
        return found.values().stream()
                .sorted(Comparator.comparing((Bucket each) -> each.value.isEmpty())
                        .thenComparing(each -> days.get(each.value).from())
                        .thenComparing(each -> days.get(each.value).to(), Comparator.reverseOrder())
                        .thenComparing(Bucket::value)
                        .thenComparing(Bucket::kind))
                .toList();
    }

    /** The month that days lie in, if that is of the year in question, or their year. */
    private static String longer(DayRange days, Optional<DayRange> part, boolean outside) {
        boolean near = !outside
                || part.isPresent()
                        && MONTH.holds(part.get())
                        && part.get().from().getYear() == days.from().getYear();
        Step step = near && MONTH.holds(days) ? MONTH : YEAR;
        return step.value(step.begin(days.from()));
    }
}
