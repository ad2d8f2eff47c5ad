package wherein.format.pdf;

/**
 * A character, or several drawn as one, as it stands on a page, in points; {@code x} goes along the line, {@code y} down from line to
 * line, whichever way the line is drawn.
 *
 * @param text what it stands for
 * @param x0 where it begins
 * @param x1 where it ends
 * @param y its base line
 * @param size of its font
 * @param space how wide a space of its font is
 * @param bold whether it is heavier than usual
 * @param order its number among the glyphs of the page, as they are drawn
 * @param sure how sure OCR was of it, in percent; negative where it was not read from a picture
 */
record Glyph(String text, float x0, float x1, float y, float size, float space, boolean bold, int order, int sure) {

    /** Of a glyph that the page itself draws as such. */
    static final int DRAWN = -1;

    boolean isSpace() {
        return text.isBlank();
    }

    float middle() {
        return (x0 + x1) / 2;
    }

    Glyph with(String other) {
        return new Glyph(other, x0, x1, y, size, space, bold, order, sure);
    }
}
