package wherein.duplicate;

import wherein.text.Span;

/**
 * A place where two texts differ: words of one that stand for words of the other, or for none. A span of none is the place
 * where they are missing.
 *
 * @param left in the first text, UTF-16
 * @param right in the second text, UTF-16
 */
public record Difference(Span left, Span right) {}
