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
     * Those of a query.
     *
     * @param words each word that it looks for in any form, in its order and each once
     * @param known whether the texts have every word that it looks for; not where it has more than were looked at
     */
    public record Found(List<WordForms> words, boolean known) {

        /** Takes a copy. */
        public Found {
            words = List.copyOf(words);
        }
    }

    /**
     * One form.
     *
     * @param form as the index has it: in small letters, without accents
     * @param passages how many passages have it in their text; boilerplate counts
     */
    public record Form(String form, int passages) {}
}
