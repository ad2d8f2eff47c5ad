package wherein.search;

import java.util.List;

/**
 * The forms of a word that a query finds when it asks for the word in any of them.
 *
 * @param word as the query has it
 * @param forms those that most passages have, most frequent first
 * @param more how many there are beside these
 */
public record WordForms(String word, List<Form> forms, int more) {

    /** Takes a copy. */
    public WordForms {
        forms = List.copyOf(forms);
    }

    /**
     * One form.
     *
     * @param form as the index has it: in small letters, without accents
     * @param passages how many passages have it in their text; boilerplate counts
     */
    public record Form(String form, int passages) {}
}
