package wherein.document;

import java.util.OptionalInt;
import wherein.text.Span;

/**
 * The unit that is indexed and found. The passages of a document tile it: in order they hold every character of it but
 * the white space between them.
 *
 * @param number its place in the document, from 1
 * @param span where it stands in the document's text, UTF-16
 * @param block what it is
 * @param heading the words of the heading above it, empty where there is none
 * @param language BCP 47 of its own words, empty where it cannot be told
 * @param metadata those of its part, or of its document
 * @param ocr how sure OCR was of it, in percent; empty where nothing of it was read from a picture
 */
public record Passage(
        int number, Span span, Block block, String heading, String language, Metadata metadata, OptionalInt ocr) {

    /** One of which nothing was read from a picture. */
    public Passage(int number, Span span, Block block, String heading, String language, Metadata metadata) {
        this(number, span, block, heading, language, metadata, OptionalInt.empty());
    }

    /** The passage's id, {@code document:number}; it changes with the text, so permalinks use offsets. */
    public String id(Document document) {
        return document.id() + ":" + number;
    }

    /** Whether {@code c} may stand between two passages of a document, in neither of them: white space of any kind. */
    public static boolean isBetween(char c) {
        return Lines.isSpace(c);
    }
}
