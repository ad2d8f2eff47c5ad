package wherein.cite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import wherein.time.EdtfDate;

/**
 * A date in the forms that citations have. None of them says more than the date does: a month stays a month, and a date
 * that is uncertain stays so.
 *
 * @param first the date, or the beginning of the interval; empty where that is open
 * @param last the end of the interval; empty where that is open, or there is no interval
 * @param interval whether it is one
 */
record CitedDate(Optional<Point> first, Optional<Point> last, boolean interval) {

    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    private static final int FIRST_SEASON = 21;

    /**
     * A day, a month, a season, a year, or ten or a hundred years.
     *
     * @param year four digits, with X for those that are not known
     * @param month from 1, or a season from 21; 0 where unknown
     * @param day from 1; 0 where unknown
     * @param qualifier one of {@code ~ ? %}, or empty
     */
    record Point(String year, int month, int day, String qualifier) {

        private static Point of(String edtf) {
            String text = edtf.replaceAll("[~?%]$", "");
            String[] parts = text.split("-");
            return new Point(parts[0], number(parts, 1), number(parts, 2), edtf.substring(text.length()));
        }

        private static int number(String[] parts, int i) {
            return i < parts.length && !parts[i].equals("XX") ? Integer.parseInt(parts[i]) : 0;
        }

        private boolean season() {
            return month >= FIRST_SEASON;
        }

        /** Whether year, month and day, as far as they are known, are all there is to say. */
        private boolean plain() {
            return qualifier.isEmpty() && !season() && hasYear();
        }

        private boolean hasYear() {
            return !year.endsWith("X");
        }

        private String words() {
            String words = switch (year.length() - year.replace("X", "").length()) {
                case 0 -> year;
                case 1 -> year.replace('X', '0') + "s";
                default -> year.replace('X', '0') + "–" + year.replace('X', '9');
            };
            if (season()) {
                words = SEASONS.get(month - FIRST_SEASON) + " " + words;
            } else if (month > 0) {
                words = (day > 0 ? day + " " : "") + MONTHS.get(month - 1) + " " + words;
            }
            return switch (qualifier) {
                case "~" -> "ca. " + words;
                case "?" -> words + "?";
                case "%" -> "ca. " + words + "?";
                default -> words;
            };
        }

        private void parts(ArrayNode to) {
            to.add(Integer.parseInt(year));
            if (month > 0 && !season()) {
                to.add(month);
                if (day > 0) {
                    to.add(day);
                }
            }
        }
    }

    /** The forms of {@code date}; empty if it is unknown. */
    static Optional<CitedDate> of(EdtfDate date) {
        if (!date.known()) {
            return Optional.empty();
        }
        int slash = date.edtf().indexOf('/');
        return Optional.of(
                slash < 0
                        ? new CitedDate(Optional.of(Point.of(date.edtf())), Optional.empty(), false)
                        : new CitedDate(
                                end(date.edtf().substring(0, slash)),
                                end(date.edtf().substring(slash + 1)),
                                true));
    }

    private static Optional<Point> end(String text) {
        return text.isEmpty() || text.equals("..") ? Optional.empty() : Optional.of(Point.of(text));
    }

    /** For people: {@code 7 May 2022}, {@code May 2022}, {@code ca. 2022}, {@code 7 May 2022 or later}. */
    String words() {
        if (!interval) {
            return first.orElseThrow().words();
        }
        if (last.isEmpty()) {
            return first.orElseThrow().words() + " or later";
        }
        String end = last.get().words();
        if (first.isEmpty()) {
            return end + " or earlier";
        }
        String start = first.get().words();
        return start + (start.contains(" ") || end.contains(" ") ? " – " : "–") + end;
    }

    /** The year, where there is no doubt of it. */
    OptionalInt year() {
        boolean one = first.isPresent()
                && first.get().qualifier.isEmpty()
                && first.get().hasYear()
                && (!interval
                        || last.isPresent()
                                && last.get().qualifier.isEmpty()
                                && last.get().year.equals(first.get().year));
        return one ? OptionalInt.of(Integer.parseInt(first.get().year)) : OptionalInt.empty();
    }

    /** The month from 1 to 12, where there is no doubt of it. */
    OptionalInt month() {
        boolean one = year().isPresent()
                && first.get().month > 0
                && !first.get().season()
                && (!interval || last.get().month == first.get().month);
        return one ? OptionalInt.of(first.get().month) : OptionalInt.empty();
    }

    /** As RIS has it: year, month, day and anything else, with slashes between, each of them empty where unknown. */
    String ris() {
        if (first.isEmpty() || !first.get().hasYear()) {
            return "///" + words();
        }
        Point point = first.get();
        String month = point.month > 0 && !point.season() ? String.format(Locale.ROOT, "%02d", point.month) : "";
        String day = point.day > 0 ? String.format(Locale.ROOT, "%02d", point.day) : "";
        String more = "";
        if (interval) {
            more = last.isEmpty() ? "or later" : "to " + last.get().words();
        }
        if (!point.plain()) {
            more = words();
        }
        return point.year + "/" + month + "/" + day + "/" + more;
    }

    /** The date variable of CSL 1.0.2, as parts where they can say it all, and as words where they cannot. */
    ObjectNode csl() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        boolean parts = first.isPresent() && first.get().hasYear();
        if (interval) {
            parts = parts
                    && last.isPresent()
                    && last.get().hasYear()
                    && !first.get().season()
                    && !last.get().season();
        }
        if (!parts) {
            return node.put("literal", words());
        }
        ArrayNode dates = node.putArray("date-parts");
        first.get().parts(dates.addArray());
        last.ifPresent(point -> point.parts(dates.addArray()));
        if (first.get().season()) {
            node.put("season", first.get().month - FIRST_SEASON + 1);
        }
        boolean certain = first.get().qualifier.isEmpty()
                && last.map(point -> point.qualifier.isEmpty()).orElse(true);
        return certain ? node : node.put("circa", true);
    }
}
