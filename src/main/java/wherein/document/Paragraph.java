package wherein.document;

import java.util.Optional;
import wherein.text.Span;

/**
 * A paragraph before anybody has said what it is.
 *
 * @param span trimmed
 * @param part the number of the part it lies in, from 1; 0 outside of all
 * @param region what the file or the catalogue says that it is
 */
record Paragraph(Span span, int part, Optional<Block> region) {}
