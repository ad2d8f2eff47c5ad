package wherein.recognise.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import wherein.mention.Input;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/** Finds the year of a date that has none: from the dates around it, or from the document's own date. */
final class Years {

    private static final int NEAR = 120;

    private final DateText text;
    private final Optional<DayRange> document;
    private LocalDate anchor;
    private int anchorToken;
    private DayRange lastYear;
    private int lastYearToken;

    Years(Input input, DateText text) {
        this.text = text;
        this.document = known(input.date());
    }

    /** The days of the {@code index}-th of {@code found}; to be asked in the order of the text. */
    Optional<DayRange> days(List<Found> found, int index) {
        Found one = found.get(index);
        Moment moment = one.moment();
        if (moment.days().isPresent()) {
            if (moment.fine()) {
                anchor = moment.days().get().from();
                anchorToken = one.end();
            } else if (one.rule().equals("year")) {
                lastYear = moment.days().get();
                lastYearToken = one.end();
            }
            return moment.days();
        }
        Optional<DayRange> near = rangeEnd(found, index);
        if (near.isPresent()) {
            return nearest(moment, near.get());
        }
        if (anchor != null && sameParagraph(one)) {
            anchorToken = one.end();
            return nearest(moment, DayRange.day(anchor));
        }
        if (lastYear != null && near(one)) {
            return moment.in(lastYear.from().getYear()) == null
                    ? Optional.empty()
                    : moment.in(lastYear.from().getYear()).days();
        }
        return document.flatMap(days -> nearest(moment, days));
    }

    /** The year of "March to August 2011" and of "5 May and 7 June 2011" stands at the end. */
    private Optional<DayRange> rangeEnd(List<Found> found, int index) {
        if (index + 1 == found.size()) {
            return Optional.empty();
        }
        Found next = found.get(index + 1);
        boolean joined = next.first() - found.get(index).end() <= 2
                && next.moment().fine()
                && !text.tokens.lineBefore(next.first())
                && !text.tokens.is(next.first() - 1, '.')
                && !text.tokens.is(next.first() - 1, ';');
        return joined ? next.moment().days() : Optional.empty();
    }

    /** Whether a bare year stands shortly before in the same paragraph: "In 1912 … on 5 May". */
    private boolean near(Found one) {
        int from = text.tokens.start(Math.max(0, lastYearToken - 1));
        int to = text.tokens.start(one.first());
        return to - from < NEAR && text.tokens.text().substring(from, to).indexOf('\n') < 0;
    }

    private boolean sameParagraph(Found one) {
        int from = text.tokens.start(Math.max(0, anchorToken - 1));
        int to = text.tokens.start(one.first());
        return to - from < 1000 && text.tokens.text().substring(from, to).indexOf('\n') < 0;
    }

    private static Optional<DayRange> nearest(Moment moment, DayRange to) {
        DayRange best = null;
        long least = Long.MAX_VALUE;
        for (int year = to.from().getYear() - 1; year <= to.to().getYear() + 1; year++) {
            Moment there = moment.in(year);
            if (there != null && there.days().isPresent()) {
                DayRange days = there.days().get();
                long distance = distance(days, to);
                if (distance < least) {
                    best = days;
                    least = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static long distance(DayRange a, DayRange b) {
        if (a.overlaps(b)) {
            return 0;
        }
        return a.to().isBefore(b.from())
                ? ChronoUnit.DAYS.between(a.to(), b.from())
                : ChronoUnit.DAYS.between(b.to(), a.from());
    }

    /** The days of a document's date; of one without an end, or without a beginning, the end that it has. */
    private static Optional<DayRange> known(EdtfDate date) {
        LocalDate from = date.days().from();
        LocalDate to = date.days().to();
        boolean begins = !from.equals(LocalDate.MIN);
        boolean ends = !to.equals(LocalDate.MAX);
        if (begins && ends) {
            return Optional.of(date.days());
        }
        return begins ? Optional.of(DayRange.day(from)) : ends ? Optional.of(DayRange.day(to)) : Optional.empty();
    }
}
