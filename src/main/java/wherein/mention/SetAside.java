package wherein.mention;

import wherein.text.Span;

/**
 * A candidate that a recogniser read and found to be no mention, for a reason it can name.
 *
 * @param span where it stands
 * @param rule the reason, in lower case with hyphens, such as {@code ordinal} or {@code footnote-mark}
 */
public record SetAside(Span span, String rule) {}
