package wherein.recognise.country;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cases of Polish names of countries, as far as their endings tell them. */
final class PolishForms {

    /** Plurals whose stem changes: nominative, genitive, dative, accusative, instrumental, locative. */
    private static final Map<String, List<String>> PLURALS = Map.of(
            "Niemcy", List.of("Niemcy", "Niemiec", "Niemcom", "Niemcy", "Niemcami", "Niemczech"),
            "Węgry", List.of("Węgry", "Węgier", "Węgrom", "Węgry", "Węgrami", "Węgrzech"),
            "Włochy", List.of("Włochy", "Włoch", "Włochom", "Włochy", "Włochami", "Włoszech"),
            "Stany", List.of("Stany", "Stanów", "Stanom", "Stany", "Stanami", "Stanach"),
            "Egipt", List.of("Egipt", "Egiptu", "Egiptowi", "Egipt", "Egiptem", "Egipcie"));

    private PolishForms() {}

    /** All forms of a name in the nominative, itself among them. */
    static Set<String> name(String name) {
        String[] words = name.split(" ");
        List<List<String>> cases = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            boolean adjective = words.length > 1 && isAdjective(words[i]);
            cases.add(adjective ? adjective(words[i]) : noun(words[i]));
        }
        return Declension.joined(cases);
    }

    private static boolean isAdjective(String word) {
        return word.endsWith("ska")
                || word.endsWith("cka")
                || word.endsWith("owa")
                || word.endsWith("czna")
                || word.endsWith("lna")
                || word.endsWith("one")
                || word.endsWith("skie")
                || word.equals("Nowa")
                || word.equals("Wielka");
    }

    private static List<String> adjective(String word) {
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("e")) {
            String y = stem.endsWith("i") ? "" : "y";
            return List.of(word, stem + y + "ch", stem + y + "m", word, stem + y + "mi", stem + y + "ch");
        }
        String ej = stem.endsWith("k") ? "iej" : "ej";
        return List.of(word, stem + ej, stem + ej, stem + "ą", stem + "ą", stem + ej);
    }

    private static List<String> noun(String word) {
        List<String> known = PLURALS.get(word);
        if (known != null) {
            return known;
        }
        String stem = word.substring(0, word.length() - 1);
        return switch (word.charAt(word.length() - 1)) {
            case 'a' -> feminine(word, stem);
            case 'y' -> List.of(word, stem, stem + "om", word, stem + "ami", stem + "ach");
            case 'o' ->
                List.of(word, stem + "a", stem + "u", word, stem + (stem.endsWith("k") ? "iem" : "em"), stem + "ie");
            case 'e', 'i', 'u' ->
                word.endsWith("ie")
                        ? List.of(word, stem + "i", stem + "om", word, stem + "ami", stem + "ach")
                        : List.of(word);
            default -> {
                boolean k = word.endsWith("k") || word.endsWith("g");
                String a = word.endsWith("l") || word.endsWith("r") ? "a" : "u";
                yield List.of(
                        word,
                        word + a,
                        word + "owi",
                        word,
                        word + (k ? "iem" : "em"),
                        word + (k || a.equals("a") ? "u" : "ie"));
            }
        };
    }

    private static List<String> feminine(String word, String stem) {
        char last = stem.charAt(stem.length() - 1);
        String i = last == 'j' || last == 'i' || last == 'e' ? "i" : "kg".indexOf(last) >= 0 ? "i" : "y";
        String genitive = last == 'i' || last == 'j'
                ? stem.substring(0, stem.length() - 1) + (last == 'i' ? "ii" : "ji")
                : stem + i;
        String head = stem.substring(0, stem.length() - 1);
        String locative = switch (last) {
            case 'j', 'i', 'e' -> genitive;
            case 'k' -> head + "ce";
            case 'd' -> stem + "zie";
            case 't' -> head + "cie";
            case 'r' -> stem + "ze";
            default -> stem + "ie";
        };
        return List.of(word, genitive, locative, stem + "ę", stem + "ą", locative);
    }

    /** All forms of an adjective in -ski, -cki. */
    static Set<String> adjectives(String masculine) {
        String stem = masculine.substring(0, masculine.length() - 1);
        Set<String> forms = new LinkedHashSet<>();
        for (String end : List.of("i", "iego", "iemu", "im", "a", "iej", "ą", "ie", "ich", "imi")) {
            forms.add(stem + end);
        }
        forms.add(stem.substring(0, stem.length() - 1) + "cy");
        return forms;
    }
}
