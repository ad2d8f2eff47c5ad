package wherein.verdict;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first eight bytes of SHA-256, as a number and as sixteen signs: texts that differ have others, by any chance that matters. */
final class Digest {

    private Digest() {}

    /** That of some texts, which are told apart from any others. */
    static long of(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < texts.length; i++) {
                if (i > 0) {
                    digest.update((byte) 0);
                }
                digest.update(texts[i].getBytes(StandardCharsets.UTF_8));
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A digest as it stands in a file. */
    static String written(long digest) {
        return HexFormat.of().toHexDigits(digest);
    }

    /** What {@code written} stands for; 0 for none, and what is none of ours is like no other. */
    static long read(String written) {
        if (written.isEmpty()) {
            return 0;
        }
        try {
            return written.length() == 16 ? HexFormat.fromHexDigitsToLong(written) : of(written);
        } catch (IllegalArgumentException e) {
            return of(written);
        }
    }
}
