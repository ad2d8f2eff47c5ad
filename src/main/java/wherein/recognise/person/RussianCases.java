package wherein.recognise.person;

import java.util.ArrayList;
import java.util.List;

/** The cases of Russian given names and surnames, made by rule and unmade again. */
final class RussianCases {

    /** Number of cases that the tables below have: nominative, genitive, dative, accusative, instrumental, prepositional. */
    static final int CASES = 6;

    private static final String HUSH = "гкхжшчщ";

    private RussianCases() {}

    /** Whether a name has the ending of a feminine one. */
    static boolean endsFeminine(String name) {
        return name.endsWith("а") || name.endsWith("я");
    }

    /** The cases of a given name, nominative first; all the same where it has none. */
    static List<String> given(String name, boolean feminine) {
        String irregular = switch (name) {
            case "Пётр" -> "Петр";
            case "Павел" -> "Павл";
            case "Лев" -> "Льв";
            case "Христос" -> "Христ";
            default -> "";
        };
        if (!irregular.isEmpty()) {
            return forms(name, irregular, "а", "у", "а", "ом", "е");
        }
        return decline(name, feminine);
    }

    private static List<String> decline(String name, boolean feminine) {
        String stem = name.substring(0, name.length() - 1);
        char last = name.charAt(name.length() - 1);
        char before = stem.isEmpty() ? ' ' : stem.charAt(stem.length() - 1);
        boolean hush = HUSH.indexOf(before) >= 0;
        return switch (last) {
            case 'а' -> forms(name, stem, hush ? "и" : "ы", "е", "у", "жшчщц".indexOf(before) >= 0 ? "ей" : "ой", "е");
            case 'я' ->
                before == 'и'
                        ? forms(name, stem, "и", "и", "ю", "ей", "и")
                        : forms(name, stem, "и", "е", "ю", "ей", "е");
            case 'й' ->
                before == 'и'
                        ? forms(name, stem, "я", "ю", "я", "ем", "и")
                        : forms(name, stem, "я", "ю", "я", "ем", "е");
            case 'ь' ->
                feminine ? forms(name, stem, "и", "и", "ь", "ью", "и") : forms(name, stem, "я", "ю", "я", "ем", "е");
            case 'о', 'е', 'и', 'у', 'ю', 'э', 'ы', 'ё' -> forms(name, name, "", "", "", "", "");
            default ->
                feminine
                        ? forms(name, name, "", "", "", "", "")
                        : forms(name, name, "а", "у", "а", "жшчщц".indexOf(last) >= 0 ? "ем" : "ом", "е");
        };
    }

    /** The cases of a surname, nominative first; all the same where it has none. */
    static List<String> surname(String name, boolean feminine) {
        boolean open = endsFeminine(name);
        if (name.length() < 2 || feminine && !open) {
            return forms(name, name, "", "", "", "", "");
        }
        if (name.length() == 2) {
            return decline(name, feminine);
        }
        String two = name.substring(name.length() - 2);
        String stem2 = name.substring(0, name.length() - 2);
        if (two.equals("ий") || two.equals("ый") || two.equals("ой")) {
            if (two.equals("ий") && !adjectival(name)) {
                return decline(name, feminine);
            }
            String soft = two.equals("ий") || HUSH.indexOf(stem2.charAt(stem2.length() - 1)) >= 0 ? "им" : "ым";
            return forms(name, stem2, "ого", "ому", "ого", soft, "ом");
        }
        if (two.equals("ая")) {
            return forms(name, stem2, "ой", "ой", "ую", "ой", "ой");
        }
        boolean possessive =
                two.equals("ов") || two.equals("ев") || two.equals("ёв") || two.equals("ин") || two.equals("ын");
        if (possessive && !feminine) {
            return forms(name, name, "а", "у", "а", "ым", "е");
        }
        if (feminine
                && name.length() > 4
                && (name.endsWith("ова")
                        || name.endsWith("ева")
                        || name.endsWith("ёва")
                        || name.endsWith("ина")
                        || name.endsWith("ына"))) {
            return forms(name, name.substring(0, name.length() - 1), "ой", "ой", "у", "ой", "ой");
        }
        if (name.endsWith("ко") || two.equals("их") || two.equals("ых")) {
            return forms(name, name, "", "", "", "", "");
        }
        return decline(name, feminine);
    }

    private static boolean adjectival(String name) {
        return name.endsWith("ский")
                || name.endsWith("цкий")
                || name.endsWith("кий")
                || name.endsWith("ний")
                || name.endsWith("жий")
                || name.endsWith("хий");
    }

    private static List<String> forms(String nominative, String stem, String... endings) {
        List<String> forms = new ArrayList<>(CASES);
        forms.add(nominative);
        for (String ending : endings) {
            forms.add(stem + ending);
        }
        return forms;
    }
}
