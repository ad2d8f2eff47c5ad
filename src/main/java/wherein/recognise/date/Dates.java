package wherein.recognise.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.mention.Recogniser;
import wherein.recognise.date.DateWord.Role;
import wherein.time.DayRange;

/**
 * Finds explicit calendar expressions: years, months, days, seasons, quarters, decades, centuries and what is made of
 * them, English and Russian, and numeric dates of any language.
 *
 * <p>Relative expressions are left out. Where the year is missing {@link Years} finds it, or the days are empty; where
 * nothing tells the day from the month, the date is {@linkplain wherein.mention.Mention.Date#uncertain uncertain}.
 */
public final class Dates implements Recogniser {

    @Override
    public List<Mention> recognise(Input input) {
        DateText text = new DateText(input);
        YearDates years = new YearDates(text);
        DayRanges ranges = new DayRanges(text, years);
        NumericDates numeric = new NumericDates(text, new DayOrder(text, input));
        NamedDates named = new NamedDates(text, years, ranges);
        SpanDates spans = new SpanDates(text, years);
        List<Found> found = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < text.tokens.size(); i++) {
            input.checkpoint().step();
            Found next;
            if (text.tokens.isNumber(i)) {
                next = number(i, numeric, named, spans, years);
                next = next == null ? ranges.beforeNumeric(i, numeric) : next;
            } else if (text.apostrophe(i)) {
                next = years.shortYear(i);
            } else {
                DateWord word = text.word(i);
                next = word == null ? letter(i, text, spans) : word(i, word, numeric, named, spans);
            }
            if (next != null && next.first() >= free) {
                Found whole = widen(text, next, free);
                found.add(whole);
                Found second = next.rule().equals("month-day") ? ranges.secondDay(whole) : years.secondYear(whole);
                if (second != null) {
                    found.add(second);
                }
                free = (second == null ? whole : second).end();
                i = free - 1;
            }
        }
        return resolve(input, text, found);
    }

    private static Found number(int i, NumericDates numeric, NamedDates named, SpanDates spans, YearDates years) {
        Found found = numeric.read(i);
        found = found == null ? named.dayFirst(i) : found;
        found = found == null ? spans.numbered(i) : found;
        return found == null ? years.read(i) : found;
    }

    private static Found word(int i, DateWord word, NumericDates numeric, NamedDates named, SpanDates spans) {
        if (word.role() == Role.MONTH) {
            Found found = numeric.read(i);
            return found == null ? named.monthFirst(i) : found;
        }
        Found found = word.role() == Role.ORDINAL || word.role() == Role.CARDINAL ? named.dayFirst(i) : null;
        return found == null ? spans.read(i, word) : found;
    }

    private static Found letter(int i, DateText text, SpanDates spans) {
        return text.tokens.isWord(i) && text.length(i) == 1 ? spans.lettered(i) : null;
    }

    /** Takes in "early", "mid-" or "late", and the day of the week right before. */
    private static Found widen(DateText text, Found found, int free) {
        int before = found.first() - 1;
        if (before > free && text.dash(before) && text.is(before - 1, Role.PART)) {
            return found.from(before - 1);
        }
        if (before >= free && text.is(before, Role.PART)) {
            return found.from(before);
        }
        if (before > free && text.adjectivesFollow() && text.of(before) && text.is(before - 1, Role.PART)) {
            return found.from(before - 1);
        }
        if (before >= free
                && text.cyrillic(before)
                && text.is(before, Role.EDGE)
                && found.moment().day() == 0) {
            boolean in = before > free && text.cue(before - 1, "within");
            return found.from(in ? before - 1 : before);
        }
        int day = text.tokens.is(before, ',') || text.tokens.is(before, '.') ? before - 1 : before;
        day = text.tokens.is(day, '.') ? day - 1 : day;
        boolean dated = found.rule().startsWith("day-")
                || found.rule().startsWith("month-d")
                || found.rule().startsWith("numeric-d");
        if (dated
                && day >= free
                && text.is(day, Role.WEEKDAY)
                && (text.length(day) > 3 || text.tokens.isCapitalised(day))) {
            return found.from(day);
        }
        return found;
    }

    private static List<Mention> resolve(Input input, DateText text, List<Found> found) {
        List<Mention> mentions = new ArrayList<>();
        Years years = new Years(input, text);
        for (int i = 0; i < found.size(); i++) {
            input.checkpoint().step();
            Found one = found.get(i);
            Optional<DayRange> days = years.days(found, i);
            boolean uncertain = one.moment().uncertain();
            mentions.add(new Mention.Date(text.tokens.span(one.first(), one.end() - 1), days, uncertain, one.rule()));
        }
        return mentions;
    }
}
