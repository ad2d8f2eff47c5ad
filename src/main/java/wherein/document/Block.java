package wherein.document;

import java.util.Locale;

/** What a passage is in its document. */
public enum Block {
    /** Running text. */
    PROSE,
    /** A title or the heading of a section. */
    HEADING,
    /** What stands under a picture. */
    CAPTION,
    /** Items of a list. */
    LIST,
    /** A quotation set off from the text, such as a pull quote. */
    QUOTE,
    /** No prose of the document: navigation, notices. Left out of ranked search unless asked for. */
    BOILERPLATE;

    /** The word for it in catalogue, index and API, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
