/**
 * Which texts say the same, word for word?
 *
 * <p>In: texts. Out: what two of them have in common and where they differ ({@link wherein.duplicate.Alignment}), and groups of
 * those that are the same ({@link wherein.duplicate.Groups}). Nothing here knows of an index. {@link wherein.duplicate.Words}
 * says what a word is and when two are one; start there.
 */
package wherein.duplicate;
