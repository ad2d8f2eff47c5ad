package wherein.format;

import java.util.List;

/**
 * A line of words that was read from a picture, in the picture's dots as it lies there, {@code y} down.
 *
 * @param angle by how many degrees the line is turned: 0 where it goes from left to right, 90 where it goes up, 180, or 270 where it
 *     goes down
 * @param base how far its base line is from the lower edge of its words, where lower is as one reads it
 * @param size of its letters, from the foot of a g to the head of an h
 */
public record OcrLine(List<Word> words, int angle, double base, double size) {

    /** Takes a copy. */
    public OcrLine {
        words = List.copyOf(words);
    }

    /**
     * A word.
     *
     * @param percent how sure tesseract is of it
     */
    public record Word(String text, int left, int top, int right, int bottom, int percent) {}
}
