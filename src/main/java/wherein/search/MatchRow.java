package wherein.search;

import wherein.text.Span;

/**
 * One match of a query.
 *
 * @param passage that it stands in; the matches in one passage have the same
 * @param span of the match, UTF-16 positions in the passage's text
 */
public record MatchRow(Hit passage, Span span) {}
