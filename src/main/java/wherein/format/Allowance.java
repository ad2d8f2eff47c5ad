package wherein.format;

import java.util.Optional;

/**
 * What may be made of one file.
 *
 * @param most the greatest number of bytes that a text may have
 * @param tesseract what reads pictures of pages; empty where none are read
 */
public record Allowance(long most, Optional<Tesseract> tesseract) {

    /** Texts of so many bytes, and no pictures. */
    public static Allowance of(long most) {
        return new Allowance(most, Optional.empty());
    }
}
