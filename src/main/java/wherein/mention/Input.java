package wherein.mention;

import java.util.List;
import wherein.text.LanguageTag;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/**
 * What a recogniser reads: one document.
 *
 * @param text the document's text
 * @param tokens its tokens, cut once for all recognisers
 * @param language BCP 47, of the document; empty where unknown. One document may hold several
 * @param date the document's own date, to resolve a day without a year
 * @param found what the recognisers before this one found, by start
 * @param checkpoint what their loops step through
 */
public record Input(
        String text, Tokens tokens, String language, EdtfDate date, List<Mention> found, Checkpoint checkpoint) {

    /** Takes a copy of {@code found}, and the language as BCP 47 writes it. */
    public Input {
        language = LanguageTag.canonical(language);
        found = List.copyOf(found);
    }

    /** One that is read to its end. */
    public Input(String text, Tokens tokens, String language, EdtfDate date, List<Mention> found) {
        this(text, tokens, language, date, found, Checkpoint.none());
    }
}
