package wherein.search;

import java.util.List;

/**
 * What somebody who has begun to type may mean.
 *
 * @param text to take its place
 * @param type one of {@link #TYPES}
 * @param id of a country or person; of all else the text
 * @param count passages that have the word, title or source; mentions of the country or person
 */
public record Suggestion(String text, String type, String id, int count) {

    /** What can be suggested: words of the texts, what the ledger names, and what is known of documents. */
    public static final List<String> TYPES = List.of("word", "country", "person", "title", "source");
}
