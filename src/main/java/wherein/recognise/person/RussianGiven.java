package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The given names that are written in Cyrillic, found by any of their cases. Loaded when first asked for. */
final class RussianGiven {

    /** One reading of a form: whose it is and in which cases, as bits from the nominative on. */
    record Reading(String nominative, boolean feminine, int cases) {}

    private static final Map<String, List<Reading>> GIVEN = readings();

    private RussianGiven() {}

    /** All readings of {@code form}; none where it is no given name. */
    static List<Reading> readings(String form) {
        return GIVEN.getOrDefault(plain(form), List.of());
    }

    /** The word with a capital, the rest small, and е for ё. */
    static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('ё', 'е');
        StringBuilder title = new StringBuilder(lower);
        for (int i = 0; i < title.length(); i++) {
            if (i == 0 || title.charAt(i - 1) == '-') {
                title.setCharAt(i, Character.toUpperCase(title.charAt(i)));
            }
        }
        return title.toString();
    }

    private static Map<String, List<Reading>> readings() {
        Map<String, List<Reading>> readings = new HashMap<>(1 << 14);
        PersonWordLists.read("given-cyrillic.tsv", (label, name) -> {
            boolean feminine = label.equals("f") || label.equals("short") && RussianCases.endsFeminine(name);
            List<String> forms = RussianCases.given(plain(name), feminine);
            for (int c = 0; c < forms.size(); c++) {
                note(readings, plain(forms.get(c)), plain(name), feminine, 1 << c);
            }
        });
        return readings;
    }

    private static void note(
            Map<String, List<Reading>> all, String form, String nominative, boolean feminine, int bit) {
        List<Reading> known = all.computeIfAbsent(form, key -> new ArrayList<>(2));
        for (int i = 0; i < known.size(); i++) {
            Reading reading = known.get(i);
            if (reading.nominative().equals(nominative) && reading.feminine() == feminine) {
                known.set(i, new Reading(nominative, feminine, reading.cases() | bit));
                return;
            }
        }
        known.add(new Reading(nominative, feminine, bit));
    }
}
