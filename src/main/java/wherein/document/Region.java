package wherein.document;

import wherein.text.Span;

/**
 * A run of a document of which the file, or the catalogue, says what it is, so that nobody need guess.
 *
 * @param span where it stands in the document's text, UTF-16
 * @param block what it is
 */
public record Region(Span span, Block block) {}
