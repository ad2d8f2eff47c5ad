package wherein.search;

import wherein.document.Document;

/**
 * A document as the index keeps it.
 *
 * @param passages how many passages it has
 */
public record StoredDocument(Document document, int passages) {}
