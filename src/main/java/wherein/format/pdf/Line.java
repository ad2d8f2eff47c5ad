package wherein.format.pdf;

import java.util.List;

/**
 * A line of one column.
 *
 * @param text its words, a space between two, a tab where a cell of a table ends
 * @param page on which it stands, from 1
 * @param x0 where it begins
 * @param x1 where it ends
 * @param y its base line
 * @param size of most of its glyphs
 * @param bold whether all of it is
 * @param firstWord how wide its first word is
 * @param gaps where it has wide gaps, each from and to
 * @param marked whether it begins with the mark of a note
 * @param sure how sure OCR was of its glyphs, in percent, the mean; {@link Glyph#DRAWN} where it read none of them
 */
record Line(
        String text,
        int page,
        float x0,
        float x1,
        float y,
        float size,
        boolean bold,
        float firstWord,
        List<Gap> gaps,
        boolean marked,
        int sure) {

    /** White space between two words that is wider than any between two words of a sentence. */
    record Gap(float from, float to) {}

    float width() {
        return x1 - x0;
    }

    /** Whether it is the same in size and weight, so far as a reader sees. */
    boolean looksLike(Line other) {
        return bold == other.bold && Math.abs(size - other.size) <= 0.06f * Math.max(size, other.size);
    }
}
