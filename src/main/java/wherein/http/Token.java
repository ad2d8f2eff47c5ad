package wherein.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a client has to show. Compared in a time that tells nothing of where, or how early, two differ. */
final class Token {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final byte[] digest;

    Token(String text) {
        this.digest = digest(text);
    }

    /** Whether {@code authorization}, a header or null, has it: as Bearer, or as the password of any name. */
    boolean isIn(String authorization) {
        if (authorization == null) {
            return false;
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return is(authorization.substring(BEARER.length()).strip());
        }
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            return pair.indexOf(':') >= 0 && is(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean is(String given) {
        // Of digests, so that the length tells nothing either.
        return MessageDigest.isEqual(digest, digest(given));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
