package wherein.verdict;

import wherein.mention.Mention;

/**
 * The mention that a verdict is on: what was read, quoted in its sentence, and where that stood. White space in {@code before}
 * and {@code after} is one space each, so that lines that are broken anew are the same.
 *
 * @param document the id of its document
 * @param type what it speaks of
 * @param surface the words of the mention, exactly
 * @param said what it was read as, see {@link Said}
 * @param start where it began in its document, in code points
 * @param end where it ended, exclusive
 * @param before what stood before it in its sentence, the last {@value Quoter#SIDE} code points
 * @param after what stood behind it there, the first {@value Quoter#SIDE} code points
 * @param alike how many mentions of its document had the same quotation, itself among them
 * @param around a digest of what stood around its sentence, by which it is told from others like it; empty if it is not
 * @param text a digest of the text of its document
 */
public record Anchor(
        String document,
        Mention.Type type,
        String surface,
        String said,
        int start,
        int end,
        String before,
        String after,
        int alike,
        String around,
        String text) {}
