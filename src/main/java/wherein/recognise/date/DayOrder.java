package wherein.recognise.date;

import java.util.List;
import java.util.Set;
import wherein.mention.Input;
import wherein.mention.Mention;

/**
 * Tells whether the day or the month stands first in a document's dates of digits, such as 03/04/2022.
 *
 * <p>A date of the document that can be read one way only decides for all; else the region of its language, for
 * languages other than English the language itself, which has the day first, and for English the countries it names. Asked once a document, at the first date
 * that it is needed for.
 */
final class DayOrder {

    /** What comes first. */
    enum First {
        DAY,
        MONTH,
        UNKNOWN
    }

    private static final Set<String> MONTH_FIRST = Set.of("US", "PH", "FM", "MH", "PW", "AS", "GU");

    /** Where English is written with the day first. */
    private static final Set<String> DAY_FIRST = Set.of(
            "GB", "IE", "AU", "NZ", "IN", "PK", "ZA", "NG", "KE", "GH", "UG", "TZ", "ZM", "ZW", "SG", "MY", "LK", "JM");

    private final DateText text;
    private final List<Mention> found;
    private final String tag;
    private First order;

    DayOrder(DateText text, Input input) {
        this.text = text;
        this.found = input.found();
        this.tag = input.language();
    }

    /** What comes first in this document. */
    First order() {
        if (order == null) {
            order = told();
        }
        return order;
    }

    private First told() {
        int day = 0;
        int month = 0;
        for (int i = 0; i + 4 < text.tokens.size(); i++) {
            if (text.tokens.isNumber(i) && isStroke(i + 1) && text.tokens.isNumber(i + 2) && isStroke(i + 3)) {
                int a = text.number(i, 1, 31, 2);
                int b = text.number(i + 2, 1, 31, 2);
                boolean year = text.tokens.isNumber(i + 4) && (text.length(i + 4) == 4 || text.length(i + 4) == 2);
                if (a > 0 && b > 0 && year) {
                    day += a > 12 && b <= 12 ? 1 : 0;
                    month += b > 12 && a <= 12 ? 1 : 0;
                }
            }
        }
        if (day != month) {
            return day > month ? First.DAY : First.MONTH;
        }
        return spoken();
    }

    /** What countries the document speaks of says it where they write dates in one way only. */
    private First placed() {
        boolean day = false;
        boolean month = false;
        for (Mention mention : found) {
            if (mention instanceof Mention.Country country && !country.nested()) {
                month |= MONTH_FIRST.contains(country.id());
                day |= DAY_FIRST.contains(country.id());
            }
        }
        return day == month ? First.UNKNOWN : day ? First.DAY : First.MONTH;
    }

    private First spoken() {
        int dash = tag.lastIndexOf('-');
        String region = dash < 0 ? "" : tag.substring(dash + 1);
        boolean english = text.language.isEmpty() || text.language.equals("en");
        if (!english) {
            return First.DAY;
        }
        if (region.length() != 2) {
            return placed();
        }
        return MONTH_FIRST.contains(region) ? First.MONTH : First.DAY;
    }

    private boolean isStroke(int i) {
        return text.glued(i) && text.glued(i + 1) && (text.tokens.is(i, '/') || text.dash(i));
    }
}
