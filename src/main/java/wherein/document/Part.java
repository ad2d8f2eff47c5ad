package wherein.document;

import wherein.text.Span;

/**
 * A run of a document with metadata of its own, such as an excerpt that it quotes.
 *
 * @param span where it stands in the document's text, UTF-16
 * @param metadata its own, with the further fields and the address of its document: an excerpt whose author is unknown has no author
 */
public record Part(Span span, Metadata metadata) {}
