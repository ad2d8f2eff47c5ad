package wherein.recognise.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wherein.mention.Input;
import wherein.recognise.date.DateWord.Role;
import wherein.recognise.date.Tense.Time;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/**
 * Finds the year of a date that has none.
 *
 * <p>In this order: what stands beside it ("last year"); the other end of its range; a year or a dated day in the same
 * sentence; the day of the week; and else the document's own date: the last such day before it, or the next where the
 * clause speaks of what is to come. What another sentence is dated says nothing, but for a story of another time: there
 * the days of a paragraph follow one another.
 */
final class Years {

    /** A document may bear the date of the day before, as where it was written. */
    private static final int GRACE_DAYS = 1;

    private static final int SOON_DAYS = 45;
    private static final int YEAR_DAYS = 365;

    /** A story's dates lie at least so many years from the document's own. */
    private static final int REMOTE_YEARS = 2;

    private static final int REACH = 1000;

    private final DateText text;
    private final Optional<DayRange> document;
    private final Sentences sentences;
    private final Tense tense;

    /** The last dated day or month, and the last bare year that an adverb makes that of its sentence. */
    private Anchor day;

    private Anchor year;

    /** Days that other dates may take their year from. */
    private record Anchor(DayRange days, int first, int end) {}

    Years(Input input, DateText text) {
        this.text = text;
        this.document = known(input.date());
        this.sentences = new Sentences(text);
        this.tense = new Tense(text, text.language);
    }

    /** The days of the {@code index}-th of {@code found}; to be asked in the order of the text. */
    Optional<DayRange> days(List<Found> found, int index) {
        Found one = found.get(index);
        Optional<DayRange> days = one.moment().days();
        if (days.isPresent()) {
            anchor(one, days.get());
            return days;
        }
        days = open(found, index, one);
        if (day != null && days.isPresent() && inReach(day.end(), one)) {
            // A story goes on from here.
            day = new Anchor(days.get(), day.first(), one.end());
        }
        return days;
    }

    private void anchor(Found one, DayRange days) {
        if (one.moment().fine()) {
            day = new Anchor(days, one.first(), one.end());
        } else if (one.rule().startsWith("year") && isAdverb(one.first())) {
            year = new Anchor(days, one.first(), one.end());
        }
    }

    /** "In 1912 …", "в 1912 году", but not "the pact of 1996", "his 1996 film". */
    private boolean isAdverb(int first) {
        return text.cue(first - 1, "adverb") || text.tokens.lineBefore(first);
    }

    private Optional<DayRange> open(List<Found> found, int index, Found one) {
        Moment moment = one.moment();
        Optional<DayRange> range = rangeEnd(found, index).map(end -> nearest(moment, end));
        if (range.isPresent()) {
            return range;
        }
        Optional<DayRange> beside = beside(one);
        if (beside.isPresent()) {
            return beside;
        }
        int from = sentences.start(one.first());
        Time time = tense.of(from, one.first(), one.end(), sentences.end(one.end() - 1));
        boolean ahead = time == Time.FUTURE;
        if (day != null && day.first() >= from && !(ahead && isRecent(day.days()))) {
            return Optional.ofNullable(joined(one) ? onOrAfter(moment, day.days()) : nearest(moment, day.days()));
        }
        if (year != null && year.first() >= from) {
            return inYear(moment, year.days().from().getYear());
        }
        if (day != null && inReach(day.end(), one) && !isRecent(day.days()) && !ahead) {
            return Optional.ofNullable(nearest(moment, day.days()));
        }
        boolean close = tense.isClose(from, one.first());
        return document.map(days -> byDocument(one, days, time, close));
    }

    /** The year of "March to August 2011" and of "5 May and 7 June 2011" stands at the end. */
    private Optional<DayRange> rangeEnd(List<Found> found, int index) {
        for (int i = index; i + 1 < found.size(); i++) {
            Found next = found.get(i + 1);
            boolean joined = next.first() - found.get(i).end() <= 2
                    && next.moment().fine()
                    && !text.tokens.lineBefore(next.first())
                    && !text.tokens.is(next.first() - 1, '.')
                    && !text.tokens.is(next.first() - 1, ';');
            if (!joined || i - index > 8) {
                return Optional.empty();
            }
            if (next.moment().days().isPresent()) {
                return next.moment().days();
            }
        }
        return Optional.empty();
    }

    /** Whether it ends a range or a list that the anchor begins: from November 20 to December 11. */
    private boolean joined(Found one) {
        return one.first() - day.end() <= 1 && (text.joint(one.first() - 1) || text.tokens.is(one.first() - 1, ','));
    }

    /** "In October last year", "im März dieses Jahres", "next March", "в мае прошлого года". */
    private Optional<DayRange> beside(Found one) {
        int after = text.of(one.end()) ? one.end() + 1 : one.end();
        Role role = role(after);
        if (role != null && text.is(after + 1, Role.YEAR)) {
            return said(one, role, true);
        }
        role = text.adjectivesFollow() ? role(one.end()) : null;
        role = role == null ? role(one.first() - 1) : role;
        return role == null || role == Role.SAME ? Optional.empty() : said(one, role, false);
    }

    private Role role(int i) {
        DateWord word = text.word(i);
        if (word == null) {
            return null;
        }
        return switch (word.role()) {
            case LAST, THIS, NEXT, SAME -> word.role();
            default -> null;
        };
    }

    /** The date that {@code role} says, of a whole year ("last year") or of the name alone ("last March"). */
    private Optional<DayRange> said(Found one, Role role, boolean year) {
        if (role == Role.SAME) {
            Anchor last = day == null || this.year != null && this.year.end() > day.end() ? this.year : day;
            return last == null
                    ? Optional.empty()
                    : inYear(one.moment(), last.days().from().getYear());
        }
        if (document.isEmpty()) {
            return Optional.empty();
        }
        DayRange now = document.get();
        if (year || role == Role.THIS) {
            int shift = role == Role.LAST ? -1 : role == Role.NEXT ? 1 : 0;
            return inYear(one.moment(), now.to().getYear() + shift);
        }
        return Optional.ofNullable(
                role == Role.LAST ? before(one.moment(), now.from().minusDays(1)) : onOrAfter(one.moment(), now));
    }

    private DayRange byDocument(Found one, DayRange now, Time time, boolean close) {
        Moment moment = one.moment();
        int weekday = text.word(one.first(), Role.WEEKDAY);
        if (weekday > 0 && moment.day() > 0) {
            DayRange fitting = fitting(moment, now, weekday);
            if (fitting != null) {
                return fitting;
            }
        }
        if (time == Time.FUTURE) {
            return isModifier(one) ? nearest(moment, now) : onOrAfter(moment, now);
        }
        boolean open = time == Time.NEAR || time == Time.OPEN && moment.day() > 0;
        DayRange past = before(moment, now.to().plusDays(GRACE_DAYS));
        DayRange next = onOrAfter(moment, now);
        if (past == null || next == null || time == Time.PAST && (close || moment.day() == 0)) {
            return past;
        }
        // Who tells of a day eleven months ago says the year as well.
        boolean soon =
                moment.day() > 0 && distance(next, now) <= SOON_DAYS && distance(past, now) >= YEAR_DAYS - SOON_DAYS;
        return soon || open && distance(next, now) < distance(past, now) ? next : past;
    }

    /** "Its October survey": the month tells which survey, not when the verb happens. */
    private boolean isModifier(Found one) {
        int before = one.first() - 1;
        boolean owned = text.cue(before, "owner")
                || text.word(before, "s") && (text.tokens.is(before - 1, '\'') || text.tokens.is(before - 1, '’'));
        return owned && one.moment().day() == 0;
    }

    /** The year in which the day falls on that day of the week, the nearest of three; null if none is. */
    private static DayRange fitting(Moment moment, DayRange now, int weekday) {
        DayRange best = null;
        for (int year = now.from().getYear() - 1; year <= now.to().getYear() + 1; year++) {
            Optional<DayRange> days = inYear(moment, year);
            if (days.isPresent() && days.get().from().getDayOfWeek().getValue() == weekday) {
                best = best == null || distance(days.get(), now) < distance(best, now) ? days.get() : best;
            }
        }
        return best;
    }

    /** Whether days are not those of a story of another time. */
    private boolean isRecent(DayRange days) {
        return document.isPresent()
                && Math.abs(days.from().getYear() - document.get().to().getYear()) < REMOTE_YEARS;
    }

    private boolean inReach(int end, Found one) {
        int from = text.tokens.start(Math.max(0, end - 1));
        int to = text.tokens.start(one.first());
        return to - from < REACH && text.tokens.text().substring(from, to).indexOf('\n') < 0;
    }

    private static Optional<DayRange> inYear(Moment moment, int year) {
        Moment there = moment.in(year);
        return there == null ? Optional.empty() : there.days();
    }

    /** The last such days that begin on {@code day} or before; null where the years around have none. */
    private static DayRange before(Moment moment, LocalDate day) {
        for (int year = day.getYear(); year >= day.getYear() - 4; year--) {
            Optional<DayRange> days = inYear(moment, year);
            if (days.isPresent() && !days.get().from().isAfter(day)) {
                return days.get();
            }
        }
        return null;
    }

    /** The next such days that end in {@code now} or after; null where the years around have none. */
    private static DayRange onOrAfter(Moment moment, DayRange now) {
        for (int year = now.from().getYear() - 1; year <= now.from().getYear() + 4; year++) {
            Optional<DayRange> days = inYear(moment, year);
            if (days.isPresent() && !days.get().to().isBefore(now.from())) {
                return days.get();
            }
        }
        return null;
    }

    private static DayRange nearest(Moment moment, DayRange to) {
        DayRange best = null;
        for (int year = to.from().getYear() - 1; year <= to.to().getYear() + 1; year++) {
            Optional<DayRange> days = inYear(moment, year);
            if (days.isPresent()) {
                best = best == null || distance(days.get(), to) < distance(best, to) ? days.get() : best;
            }
        }
        return best;
    }

    private static long distance(DayRange a, DayRange b) {
        if (a.overlaps(b)) {
            return 0;
        }
        return a.to().isBefore(b.from())
                ? b.from().toEpochDay() - a.to().toEpochDay()
                : a.from().toEpochDay() - b.to().toEpochDay();
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
