package wherein.time;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a person or a program writes it in a field of its own: in EDTF, by numbers ({@code 04.03.2023}, {@code 2023-3-4},
 * {@code 2023年3月4日}), or with the name of a month in one of ten languages ({@code 4 March 2023}, {@code 4 марта 2023 г.}, {@code le 4
 * mars 2023}, {@code March 2023}); a day of the week before it and a time behind it are left aside. It is as precise as
 * what is written.
 *
 * <p>Numbers with a slash or a hyphen between may have the day or the month first. Where the numbers themselves do not tell
 * ({@code 03/04/2023}), the date has two readings, and none is preferred. With points between, the day is first, as it is
 * wherever dates are written so. Of a year of two digits, 00 to 29 are of this century, as in spreadsheets.
 *
 * @param dayFirst the date if the day comes first, or if the order does not matter
 * @param monthFirst the date if the month comes first, or if the order does not matter
 * @param order what its numbers tell of the order that its writer keeps; empty if nothing
 */
public record WrittenDate(EdtfDate dayFirst, EdtfDate monthFirst, Optional<Order> order) {

    /** Which of two numbers is the day. */
    public enum Order {
        /** As in 31/12/2023. */
        DAY_FIRST,
        /** As in 12/31/2023. */
        MONTH_FIRST
    }

    private static final String EXPECTED =
            "such as 4 March 2023, 04.03.2023, March 2023 or 2023, or EDTF such as 2023-03-04 or 2023-03-04/..";

    /** No date is longer, with its time zone in words. */
    private static final int LONGEST = 100;

    /** The first year of two digits that is of the last century. */
    private static final int PIVOT = 30;

    private static final Pattern TIME =
            Pattern.compile("(?:(?<=\\d)t|[, ] ?(?:at |um |à |a |в |о |om |o |às |alle |ore |- )?)"
                    + "\\d{1,2} ?[:h] ?\\d{2}(?::\\d{2})?(?:[.,]\\d{1,9})?"
                    + "(?: ?(?:[ap]\\.? ?m\\.?|uhr|h))?"
                    + "(?: ?(?:z|(?:[\\p{L}]{2,5}\\.?)?(?: ?[+-] ?\\d{2}:?\\d{2})?))?(?: ?\\([^)]*\\))?"
                    + "(?= \\d{4}$|$)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]) ?(\\d{1,2})(?:\\2 ?(\\d{1,2}))?\\.?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\d{1,2})([-/.]) ?(\\d{1,2})\\2 ?(\\d{4}|\\d{2})(?: ?[гр]\\.?)?");
    private static final Pattern MONTH_AND_YEAR = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern COMPACT =
            Pattern.compile("([12]\\d{3})(\\d{2})(\\d{2})(?:t?\\d{4}(?:\\d{2})?(?:z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(\\d{4}) ?[年년](?: ?(\\d{1,2}) ?[月월](?: ?(\\d{1,2}) ?[日일])?)?");
    private static final Pattern MONTH_AND_SHORT_YEAR = Pattern.compile("(\\p{L}+)\\.?[-.](\\d{2})");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|e|o|a|го|е)?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern SHORT_YEAR = Pattern.compile("'?\\d{2}");

    /**
     * Reads {@code text}, in time that grows with its length.
     *
     * @throws EdtfException if it is no date, or names a day that no calendar has
     */
    public static WrittenDate parse(String text) {
        try {
            return certain(EdtfDate.parse(text));
        } catch (EdtfException e) {
            boolean meant = text.strip().matches("\\d{4}-\\d\\d(-\\d\\d)?[~?%]?");
            return read(text).orElseThrow(() -> meant ? e : new EdtfException(text.strip(), EXPECTED));
        }
    }

    /** The date that {@code text} is, where it is one and has one reading alone. */
    public static Optional<EdtfDate> sure(String text) {
        try {
            WrittenDate date = parse(text);
            return Optional.of(date.dayFirst).filter(day -> day.known() && !date.isAmbiguous());
        } catch (EdtfException e) {
            return Optional.empty();
        }
    }

    /** Whether it has two readings. */
    public boolean isAmbiguous() {
        return !dayFirst.equals(monthFirst);
    }

    /** The reading that has this order. */
    public EdtfDate inOrder(Order order) {
        return order == Order.DAY_FIRST ? dayFirst : monthFirst;
    }

    /** Asks which of its two readings is meant, in words; {@code text} is how it is written. */
    public String question(String text) {
        return "\"" + text.strip() + "\" is " + dayFirst.edtf() + " if the day comes first, " + monthFirst.edtf()
                + " if the month does: write the one that is meant";
    }

    private static WrittenDate certain(EdtfDate date) {
        return new WrittenDate(date, date, Optional.empty());
    }

    private static Optional<WrittenDate> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = TIME.matcher(plain(text)).replaceFirst("");
        try {
            return byNumbers(plain).or(() -> byName(plain));
        } catch (DateTimeException e) {
            // A day that the month does not have.
            return Optional.empty();
        }
    }

    /** In small letters, with one kind of space and of dash. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Z}\\s]+", " ")
                .replaceAll("\\p{Pd}", "-")
                .strip();
    }

    private static Optional<WrittenDate> byNumbers(String text) {
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            return yearLast(last.group(1), last.group(3), last.group(4), last.group(2));
        }
        for (Pattern pattern : List.of(YEAR_FIRST, COMPACT, EAST_ASIAN)) {
            Matcher first = pattern.matcher(text);
            if (first.matches()) {
                int shift = pattern == YEAR_FIRST ? 1 : 0;
                return Optional.of(certain(date(first.group(1), first.group(2 + shift), first.group(3 + shift))));
            }
        }
        Matcher two = MONTH_AND_YEAR.matcher(text);
        return two.matches() ? Optional.of(certain(date(two.group(2), two.group(1), null))) : Optional.empty();
    }

    private static Optional<WrittenDate> yearLast(String first, String second, String year, String separator) {
        int a = Integer.parseInt(first);
        int b = Integer.parseInt(second);
        if (separator.equals("-") && year.length() == 2 && first.length() == 2 && Integer.parseInt(year) <= 31) {
            // 23-04-05: any of the three may be the year.
            return Optional.empty();
        }
        String whole = whole(year);
        if (separator.equals(".") || a == b) {
            return Optional.of(certain(date(whole, second, first)));
        }
        if (a > 12 || b > 12) {
            EdtfDate date = a > 12 ? date(whole, second, first) : date(whole, first, second);
            return Optional.of(new WrittenDate(date, date, Optional.of(a > 12 ? Order.DAY_FIRST : Order.MONTH_FIRST)));
        }
        return Optional.of(new WrittenDate(date(whole, second, first), date(whole, first, second), Optional.empty()));
    }

    private static Optional<WrittenDate> byName(String text) {
        Matcher month = MONTH_AND_SHORT_YEAR.matcher(folded(text));
        if (month.matches() && Words.MONTHS.containsKey(month.group(1))) {
            // Mar-23 is what a spreadsheet makes of 2023-03.
            return Optional.of(certain(
                    date(whole(month.group(2)), Words.MONTHS.get(month.group(1)).toString(), null)));
        }
        List<String> words = new ArrayList<>();
        for (String word : folded(text).split("[ ,./()\\[\\]-]+")) {
            if (!word.isEmpty() && !Words.FILLERS.contains(word)) {
                words.add(word);
            }
        }
        Optional<WrittenDate> date = inWords(words);
        boolean weekday = words.size() > 2 && Words.WEEKDAYS.contains(words.getFirst());
        return date.isPresent() || !weekday ? date : inWords(words.subList(1, words.size()));
    }

    /** One to three words, of which one is a month, one a year, and one may be a day. */
    private static Optional<WrittenDate> inWords(List<String> words) {
        if (words.size() == 1 && YEAR.matcher(words.getFirst()).matches()) {
            return Optional.of(certain(date(words.getFirst(), null, null)));
        }
        if (words.size() < 2 || words.size() > 3) {
            return Optional.empty();
        }
        boolean yearFirst = YEAR.matcher(words.getFirst()).matches();
        List<String> rest = new ArrayList<>(words);
        String year = yearFirst ? rest.removeFirst() : rest.removeLast();
        int month = Words.MONTHS.containsKey(rest.getFirst()) || rest.size() == 1 ? 0 : 1;
        Integer number = Words.MONTHS.get(rest.get(month));
        boolean isYear = YEAR.matcher(year).matches()
                || rest.size() == 2 && month == 1 && SHORT_YEAR.matcher(year).matches();
        if (number == null || !isYear) {
            return Optional.empty();
        }
        if (rest.size() == 1) {
            return Optional.of(certain(date(whole(year), number.toString(), null)));
        }
        Matcher day = ORDINAL.matcher(rest.get(1 - month));
        return day.matches()
                ? Optional.of(certain(date(whole(year), number.toString(), day.group(1))))
                : Optional.empty();
    }

    private static String whole(String year) {
        String digits = year.startsWith("'") ? year.substring(1) : year;
        return digits.length() == 4 ? digits : (Integer.parseInt(digits) < PIVOT ? "20" : "19") + digits;
    }

    private static EdtfDate date(String year, String month, String day) {
        int number = Integer.parseInt(year);
        if (month == null) {
            return EdtfDate.parse(year);
        }
        LocalDate first = LocalDate.of(number, Integer.parseInt(month), 1);
        return day == null
                ? EdtfDate.parse(first.toString().substring(0, 7))
                : EdtfDate.of(first.withDayOfMonth(Integer.parseInt(day)));
    }

    /** Small letters without accents. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}", "");
    }

    /** The words of dates, which are put together when the first date comes that has some. */
    private static final class Words {

        /** So many letters tell a month where no other begins with them. */
        private static final int SHORTEST = 3;

        private static final List<Locale> LANGUAGES =
                List.of("en", "ru", "uk", "fr", "de", "es", "it", "nl", "pl", "pt").stream()
                        .map(Locale::forLanguageTag)
                        .toList();

        private static final List<TextStyle> STYLES =
                List.of(TextStyle.SHORT, TextStyle.SHORT_STANDALONE, TextStyle.FULL, TextStyle.FULL_STANDALONE);

        /** The names of months, and whatever tells one of them from all others by its first letters. */
        static final Map<String, Integer> MONTHS = months();

        static final Set<String> WEEKDAYS = weekdays();

        /** Words that tell nothing of a date that they stand in. */
        static final Set<String> FILLERS = Set.of(
                "the of on feira го le la de del di du d den der am el il em a dia do dnia roku rok r г год года году р рік року"
                        .split(" "));

        private static Map<String, Integer> months() {
            Map<String, Set<Integer>> beginnings = new HashMap<>();
            for (Locale language : LANGUAGES) {
                for (Month month : Month.values()) {
                    for (TextStyle style : STYLES) {
                        String name = letters(month.getDisplayName(style, language));
                        for (int end = SHORTEST; end <= name.length(); end++) {
                            beginnings
                                    .computeIfAbsent(name.substring(0, end), any -> new HashSet<>())
                                    .add(month.getValue());
                        }
                    }
                }
            }
            Map<String, Integer> months = new HashMap<>();
            beginnings.forEach((beginning, meant) -> {
                if (meant.size() == 1) {
                    months.put(beginning, meant.iterator().next());
                }
            });
            return Map.copyOf(months);
        }

        private static Set<String> weekdays() {
            Set<String> names = new HashSet<>(List.of("tues", "thur", "thurs"));
            for (Locale language : LANGUAGES) {
                for (DayOfWeek day : DayOfWeek.values()) {
                    // Of segunda-feira the first part tells.
                    STYLES.forEach(style -> names.add(
                            letters(day.getDisplayName(style, language)).split("-")[0]));
                }
            }
            return Set.copyOf(names);
        }

        private static String letters(String name) {
            String small = folded(name.toLowerCase(Locale.ROOT));
            return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
        }
    }
}
