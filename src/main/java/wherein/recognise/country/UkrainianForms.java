package wherein.recognise.country;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The cases of Ukrainian names of countries, as far as their endings tell them. */
final class UkrainianForms {

    /** Words behind which another stands in its own case: Острови Кука. */
    private static final Set<String> HEADS = Set.of("Острів", "Острови", "Республіка");

    private UkrainianForms() {}

    /** All forms of a name in the nominative, itself among them. */
    static Set<String> name(String name) {
        String[] words = name.split(" ");
        List<List<String>> cases = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            boolean behind = i > 0 && HEADS.contains(words[0]);
            boolean adjective = i + 1 < words.length && !HEADS.contains(words[i]);
            cases.add(behind ? List.of(words[i]) : adjective ? adjective(words[i]) : noun(words[i]));
        }
        return Declension.joined(cases);
    }

    /** The cases of a noun: nominative, genitive, dative, accusative, instrumental, locative. */
    private static List<String> noun(String word) {
        String stem = word.substring(0, word.length() - 1);
        return switch (word.charAt(word.length() - 1)) {
            case 'я' ->
                stem.endsWith("і")
                        ? List.of(word, stem + "ї", stem + "ї", stem + "ю", stem + "єю", stem + "ї")
                        : List.of(word, stem + "і", stem + "і", stem + "ю", stem + "ею", stem + "і");
            case 'а' -> {
                boolean hushing = "щжчш".indexOf(stem.charAt(stem.length() - 1)) >= 0;
                String soft = softened(stem) + "і";
                yield hushing
                        ? List.of(word, stem + "і", stem + "і", stem + "у", stem + "ею", stem + "і")
                        : List.of(word, stem + "и", soft, stem + "у", stem + "ою", soft);
            }
            case 'й' -> List.of(word, stem + "ю", stem + "ю", word, stem + "єм", stem + "ї");
            case 'ь' -> List.of(word, stem + "ю", stem + "і", word, stem + "ем", stem + "і");
            case 'и', 'і' -> List.of(word, stem + "ів", stem + "ам", stem, stem + "ами", stem + "ах");
            case 'о', 'у', 'е', 'є', 'ю', 'ї' -> List.of(word);
            default -> {
                String base = word.endsWith("ет") ? word.substring(0, word.length() - 2) + "т" : word;
                yield List.of(word, base + "у", base + "ові", base + "а", base + "ом", base + "і");
            }
        };
    }

    private static List<String> adjective(String word) {
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("а")) {
            return List.of(word, stem + "ої", stem + "ій", stem + "у", stem + "ою", stem + "ій");
        }
        if (word.endsWith("і")) {
            return List.of(word, stem + "их", stem + "им", word, stem + "ими", stem + "их");
        }
        if (word.endsWith("ий")) {
            String base = stem.substring(0, stem.length() - 1);
            return List.of(word, base + "ого", base + "ому", word, base + "им", base + "ому");
        }
        return List.of(word);
    }

    /** All forms of an adjective in -ський, -цький. */
    static Set<String> adjectives(String masculine) {
        String stem = masculine.substring(0, masculine.length() - 2);
        Set<String> forms = new LinkedHashSet<>();
        for (String end : List.of("ий", "ого", "ому", "им", "ім", "а", "ої", "ій", "у", "ою", "е", "і", "их", "ими")) {
            forms.add(stem + end);
        }
        return forms;
    }

    /** Америка, в Америці: г, к and х change before і. */
    private static String softened(String stem) {
        String head = stem.substring(0, stem.length() - 1);
        return switch (stem.charAt(stem.length() - 1)) {
            case 'г' -> head + "з";
            case 'к' -> head + "ц";
            case 'х' -> head + "с";
            default -> stem;
        };
    }
}
