package wherein.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.time.DateHistogram.Bucket;
import wherein.time.DateHistogram.Kind;

class DateHistogramTest {

    @Test
    void fiveDaysOfNewsMakeFiveSteps() {
        DateHistogram five = of("2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02");
        assertThat(five.step()).isEqualTo("day");
        assertThat(values(five, Kind.STEP))
                .containsExactly("2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02");
    }

    @Test
    void theStepFollowsTheSpan() {
        assertThat(of("2024-03-01", "2024-03-12").step()).isEqualTo("day");
        assertThat(of("2024-03-01", "2024-03-20").step()).isEqualTo("week");
        assertThat(of("2024-01-01", "2024-12-01").step()).isEqualTo("month");
        assertThat(of("2013", "2024-12-01").step()).isEqualTo("year");
        assertThat(of("1846", "2025").step()).isEqualTo("years");
        assertThat(of("", "2022/..", "2022~").step()).isEmpty();
        assertThat(of("2022-05-07", "2019").step())
                .as("a year that is far from the days")
                .isEqualTo("year");
    }

    @Test
    void aStepThatNothingLiesInIsThereAllTheSame() {
        assertThat(of("2022-11", "2023-02").buckets())
                .containsExactly(
                        new Bucket("2022-11", Kind.STEP, 1, 0),
                        new Bucket("2022-12", Kind.STEP, 0, 0),
                        new Bucket("2023-01", Kind.STEP, 0, 0),
                        new Bucket("2023-02", Kind.STEP, 1, 0));
    }

    @Test
    void whatLiesInNoStepStandsBehindThem() {
        assertThat(of("2022-05-05", "2022-05-06", "2022-05", "2022", "2022-05-06/..", "2022~", "")
                        .buckets())
                .containsExactly(
                        new Bucket("2022-05-05", Kind.STEP, 1, 0),
                        new Bucket("2022-05-06", Kind.STEP, 1, 0),
                        new Bucket("2022", Kind.WIDER, 1, 1),
                        new Bucket("2022~", Kind.WIDER, 1, 0),
                        new Bucket("2022-05", Kind.WIDER, 1, 0),
                        new Bucket("2022-05-06/..", Kind.WIDER, 1, 0),
                        new Bucket("", Kind.WIDER, 1, 0));
    }

    @Test
    void theStepsAreThoseOfTheMonthOrYearThatTheRangeLiesIn() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int year = 2015; year <= 2024; year++) {
            counts.put(year + "-03-14", 2);
            counts.put(year + "-09", 1);
        }
        DateHistogram march = DateHistogram.of(counts, Optional.of(DayRange.of("2020-03")));
        assertThat(march.within()).isEqualTo("2020-03");
        assertThat(values(march, Kind.STEP)).containsExactly("2020-03-14");
        assertThat(values(march, Kind.OUTSIDE)).contains("2020-09", "2019").doesNotContain("2020", "2019-03");
        DateHistogram year = DateHistogram.of(counts, Optional.of(DayRange.of("2020")));
        assertThat(year.within()).isEqualTo("2020");
        assertThat(year.step()).isEqualTo("month");
        DateHistogram all =
                DateHistogram.of(counts, Optional.of(new DayRange(LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1))));
        assertThat(all.within()).isEmpty();
        assertThat(all.step()).isEqualTo("year");
        assertThat(DateHistogram.of(Map.of("2022-05-05", 1, "2022-05-06", 1), Optional.of(DayRange.of("2022-05-05")))
                        .within())
                .as("nothing lies outside of that month")
                .isEmpty();
    }

    @Test
    void nothingIsLostAndEveryDateIsInTheBucketThatHoldsIt() {
        Seeded.times(500, random -> {
            Map<String, Integer> counts = new TreeMap<>();
            int span = Seeded.one(random, List.of(3, 40, 500, 5_000, 200_000));
            for (int i = random.nextInt(40); i > 0; i--) {
                counts.merge(date(random, span), 1 + random.nextInt(5), Integer::sum);
            }
            Optional<DayRange> asked = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(EdtfDate.parse(date(random, span)).days());
            DateHistogram histogram = DateHistogram.of(counts, asked);
            assertThat(histogram.buckets().stream().mapToInt(Bucket::count).sum())
                    .isEqualTo(counts.values().stream().mapToInt(i -> i).sum());
            List<String> steps = values(histogram, Kind.STEP);
            assertThat(steps).hasSizeLessThanOrEqualTo(DateHistogram.MOST).isSorted();
            for (String step : steps) {
                DayRange days = EdtfDate.parse(step).days();
                int within = counts.entrySet().stream()
                        .filter(each -> isWithin(each.getKey(), days))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
                int shown = histogram.buckets().stream()
                        .filter(each -> each.kind() == Kind.STEP && each.value().equals(step))
                        .mapToInt(Bucket::count)
                        .sum();
                // A week may reach over the end of the month or year that the steps are of.
                boolean whole = histogram.within().isEmpty()
                        || EdtfDate.parse(histogram.within()).days().contains(days);
                assertThat(shown).as(step + " of " + counts).isLessThanOrEqualTo(within);
                assertThat(!whole || shown == within).as(step + " of " + counts).isTrue();
            }
        });
    }

    private static boolean isWithin(String edtf, DayRange days) {
        EdtfDate date = EdtfDate.parse(edtf);
        return date.known() && !date.qualified() && days.contains(date.days());
    }

    /** A date of any kind, within so many days. */
    private static String date(Random random, int span) {
        LocalDate day = LocalDate.of(1850, 1, 1).plusDays(random.nextInt(span));
        String text = day.toString();
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> text + "/..";
            case 2 -> text.substring(0, 4);
            case 3, 4 -> text.substring(0, 7);
            case 5 -> text + "/" + day.plusDays(random.nextInt(60));
            case 6 -> text.substring(0, 4) + "~";
            default -> text;
        };
    }

    private static DateHistogram of(String... dates) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String date : dates) {
            counts.merge(date, 1, Integer::sum);
        }
        return DateHistogram.of(counts, Optional.empty());
    }

    private static List<String> values(DateHistogram histogram, Kind kind) {
        return histogram.buckets().stream()
                .filter(each -> each.kind() == kind)
                .map(Bucket::value)
                .toList();
    }
}
