package wherein.recognise.country;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Joins the cases of the words of a name, so that they agree. */
final class Declension {

    private Declension() {}

    /** The name in each case; a word with one form has it in all. */
    static Set<String> joined(List<List<String>> words) {
        int cases = words.stream().mapToInt(List::size).max().orElse(0);
        Set<String> forms = new LinkedHashSet<>();
        for (int i = 0; i < cases; i++) {
            StringBuilder form = new StringBuilder();
            for (List<String> word : words) {
                form.append(form.isEmpty() ? "" : " ").append(word.get(word.size() == 1 ? 0 : i));
            }
            forms.add(form.toString());
        }
        return forms;
    }
}
