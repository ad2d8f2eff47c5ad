package wherein.search;

import wherein.duplicate.Alignment;

/**
 * Two passages with words in common.
 *
 * @param here the one that was asked for
 * @param there the other
 * @param alignment of the text of the first with that of the second
 */
public record Similar(Hit here, Hit there, Alignment alignment) {}
