package wherein.recognise.country;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The case forms of Russian names, adjectives and words for peoples, by the rules of school grammar.
 *
 * <p>Where an ending leaves the gender open (Рязань, Ярославль) the forms of both are given: a form that does not exist
 * is never met.
 */
final class RussianForms {

    private static final String SOFTENING = "гкхжшщч";

    private RussianForms() {}

    /**
     * All forms of a name of one or more words. Words before the last that look like adjectives decline with it.
     *
     * @param name the nominative; {@code *} ends a plural noun, {@code =} begins a word that stays as it is
     */
    static Set<String> name(String name) {
        String[] words = name.split(" ");
        List<List<String>> columns = new ArrayList<>();
        for (String word : words) {
            columns.add(word.startsWith("=") || word.length() < 3 ? List.of(word.replace("=", "")) : cases(word));
        }
        Set<String> forms = new LinkedHashSet<>();
        int most = 1;
        for (List<String> column : columns) {
            most = Math.max(most, column.size());
        }
        for (int i = 0; i < most; i++) {
            List<String> chosen = new ArrayList<>();
            for (List<String> column : columns) {
                chosen.add(column.size() == 1 ? column.getFirst() : column.get(Math.min(i, column.size() - 1)));
            }
            forms.add(String.join(" ", chosen));
        }
        return forms;
    }

    /** The cases of one word in a fixed order, so that words of one name agree: N G D A I P and further forms. */
    static List<String> cases(String marked) {
        boolean plural = marked.endsWith("*");
        String word = plural ? marked.substring(0, marked.length() - 1) : marked;
        int hyphen = word.indexOf("-на-");
        if (hyphen > 0) {
            String tail = word.substring(hyphen);
            List<String> forms = new ArrayList<>();
            for (String form : cases(word.substring(0, hyphen))) {
                forms.add(form + tail);
            }
            return forms;
        }
        if (plural) {
            return pluralCases(word);
        }
        return isAdjective(word) ? adjectiveCases(word) : nounCases(word);
    }

    private static boolean isAdjective(String word) {
        return word.length() > 4
                && (word.endsWith("ый")
                        || word.endsWith("ий") && !word.endsWith("рикий")
                        || word.endsWith("ая")
                        || word.endsWith("яя")
                        || word.endsWith("ое")
                        || word.endsWith("ее")
                        || word.endsWith("ые")
                        || word.endsWith("ие"));
    }

    private static List<String> adjectiveCases(String word) {
        String stem = word.substring(0, word.length() - 2);
        String end = word.substring(word.length() - 2);
        boolean soft = end.equals("яя") || end.equals("ее") || end.equals("ий") && stem.endsWith("н");
        String o = soft ? "е" : "о";
        String y = soft || SOFTENING.indexOf(stem.charAt(stem.length() - 1)) >= 0 ? "и" : "ы";
        return switch (end) {
            case "ая", "яя" ->
                List.of(
                        word,
                        stem + o + "й",
                        stem + o + "й",
                        stem + (soft ? "юю" : "ую"),
                        stem + o + "й",
                        stem + o + "й");
            case "ые", "ие" -> List.of(word, stem + y + "х", stem + y + "м", word, stem + y + "ми", stem + y + "х");
            default -> List.of(word, stem + o + "го", stem + o + "му", word, stem + y + "м", stem + o + "м");
        };
    }

    private static List<String> nounCases(String word) {
        String stem = word.substring(0, word.length() - 1);
        return switch (word.charAt(word.length() - 1)) {
            case 'а' -> {
                char last = stem.charAt(stem.length() - 1);
                String i = SOFTENING.indexOf(last) >= 0 ? "и" : "ы";
                String oi = "жшщчц".indexOf(last) >= 0 ? "ей" : "ой";
                yield List.of(word, stem + i, stem + "е", stem + "у", stem + oi, stem + "е");
            }
            case 'я' -> {
                String e = stem.endsWith("и") ? "и" : "е";
                yield List.of(word, stem + "и", stem + e, stem + "ю", stem + "ей", stem + e);
            }
            case 'й' -> {
                String e = stem.endsWith("и") ? "и" : "е";
                yield List.of(word, stem + "я", stem + "ю", word, stem + "ем", stem + e);
            }
            case 'ь' ->
                List.of(
                        word,
                        stem + "и",
                        stem + "и",
                        word,
                        word + "ю",
                        stem + "и",
                        stem + "я",
                        stem + "ю",
                        stem + "ем",
                        stem + "е");
            case 'о' ->
                isNative(word) ? List.of(word, stem + "а", stem + "у", word, stem + "ом", stem + "е") : List.of(word);
            case 'е', 'и', 'у', 'ы', 'э', 'ю' -> List.of(word);
            default -> consonant(word);
        };
    }

    private static boolean isNative(String word) {
        return word.endsWith("во") || word.endsWith("но");
    }

    private static List<String> consonant(String word) {
        String stem = word;
        if (word.endsWith("ец") && word.length() > 3) {
            char before = word.charAt(word.length() - 3);
            String short_ = word.substring(0, word.length() - 2);
            stem = "аеиоуыэюя".indexOf(before) >= 0 ? short_ + "йц" : (before == 'л' ? short_ + "ьц" : short_ + "ц");
        } else if (word.endsWith("ёл")) {
            stem = word.substring(0, word.length() - 2) + "л";
        } else if (word.endsWith("ок") && word.length() > 4 && !word.endsWith("сток") && !word.endsWith("кок")) {
            stem = word.substring(0, word.length() - 2) + "к";
        }
        String om = "жшщчц".indexOf(stem.charAt(stem.length() - 1)) >= 0 ? "ем" : "ом";
        // Under stress the instrumental of -ец is -цом: Ельцом beside Клинцем.
        String stressed = stem.endsWith("ц") ? stem + "ом" : stem + om;
        return List.of(word, stem + "а", stem + "у", word, stem + om, stem + "е", stressed);
    }

    private static List<String> pluralCases(String word) {
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("а")) {
            return List.of(word, stem + "ов", stem + "ам", word, stem + "ами", stem + "ах");
        }
        boolean hard = word.endsWith("ы") || SOFTENING.indexOf(stem.charAt(stem.length() - 1)) >= 0;
        String a = hard ? "а" : "я";
        return List.of(
                word,
                genitive(stem),
                stem + a + "м",
                word,
                stem + a + "ми",
                stem + a + "х",
                stem + "ов",
                stem,
                stem + "ей");
    }

    private static String genitive(String stem) {
        if (stem.endsWith("т") || stem.endsWith("в") && !stem.endsWith("ов")) {
            return stem + "ов";
        }
        if (stem.endsWith("к") && "мктжшч".indexOf(stem.charAt(stem.length() - 2)) >= 0) {
            String before = stem.substring(0, stem.length() - 1);
            return before + ("жшч".indexOf(before.charAt(before.length() - 1)) >= 0 ? "ек" : "ок");
        }
        return stem;
    }

    /** All forms of an adjective in -ский, -цкий: every gender, number and case, and the first part of a compound. */
    static Set<String> adjective(String masculine) {
        String stem = masculine.substring(0, masculine.length() - 2);
        Set<String> forms = new LinkedHashSet<>();
        for (String end : List.of("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ое", "ие", "их", "ими")) {
            forms.add(stem + end);
        }
        return forms;
    }

    /** All forms, singular and plural, of a word for one of a people: украинец, россиянин, немка, чех. */
    static Set<String> people(String word) {
        Set<String> forms = new LinkedHashSet<>();
        if (word.endsWith("ая")) {
            forms.addAll(adjectiveCases(word));
        } else if (word.endsWith("нин")) {
            forms.addAll(consonant(word));
            addPlural(forms, word.substring(0, word.length() - 2), "е", "");
        } else if (word.endsWith("ка")) {
            forms.addAll(nounCases(word));
            String stem = word.substring(0, word.length() - 2);
            boolean soft = "нлр".indexOf(stem.charAt(stem.length() - 1)) < 0 && stem.endsWith("ч");
            addPlural(forms, stem + "к", "и", null);
            if (stem.endsWith("й") || stem.endsWith("ь")) {
                forms.add(stem.substring(0, stem.length() - 1) + "ек");
            }
            forms.add(stem + (soft ? "ек" : "ок"));
        } else {
            List<String> singular = consonant(word);
            forms.addAll(singular);
            String oblique = singular.get(1);
            String stem = oblique.substring(0, oblique.length() - 1);
            char last = stem.charAt(stem.length() - 1);
            String i = SOFTENING.indexOf(last) >= 0 ? "и" : "ы";
            String ov = last == 'ц' ? "ев" : last == 'ш' ? "ей" : "ов";
            addPlural(forms, stem, i, ov);
            if (word.endsWith("рин")) {
                addPlural(forms, word.substring(0, word.length() - 2), "ы", "");
            }
        }
        return forms;
    }

    private static void addPlural(Set<String> forms, String stem, String nominative, String genitive) {
        forms.add(stem + nominative);
        forms.add(stem + "ам");
        forms.add(stem + "ами");
        forms.add(stem + "ах");
        if (genitive != null) {
            forms.add(stem + genitive);
        }
    }
}
