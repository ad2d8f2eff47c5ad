package wherein.search;

import java.util.Locale;

/**
 * What somebody who has begun to type may mean.
 *
 * @param text to take its place
 * @param type what it is
 * @param id of a country or person; of all else the text
 * @param count passages that have the word, title or source; mentions of the country or person
 */
public record Suggestion(String text, Type type, String id, int count) {

    /** What can be suggested: words of the texts, what the ledger names, and what is known of documents. */
    public enum Type {
        /** A word of a text. */
        WORD,
        /** A country that the ledger names. */
        COUNTRY,
        /** A person that the ledger names. */
        PERSON,
        /** The title of a document. */
        TITLE,
        /** The source of a document. */
        SOURCE;

        /** The word for it in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
