package wherein.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import wherein.search.PassageSearcher;

/** Tells a client that what it has is still what we would send (RFC 9110, 13.1.2). */
final class Freshness {

    private static final int DIGITS = 16;

    private Freshness() {}

    /**
     * Whether the client has this answer, in which case it has now been told so with a 304.
     *
     * @param format in which the answer would go out
     */
    static boolean unchanged(Context context, PassageSearcher searcher, String format) {
        String had = context.header("If-None-Match");
        String tag = tag(context, searcher, format);
        // An asterisk asks whether there is any answer at all, which only making it can tell.
        if (had == null || Arrays.stream(had.split(",")).map(String::strip).noneMatch(tag::equals)) {
            return false;
        }
        context.status(304).header("ETag", tag);
        return true;
    }

    /** Gives the answer its tag. */
    static void mark(Context context, PassageSearcher searcher, String format) {
        context.header("ETag", tag(context, searcher, format));
    }

    /** Weak, since an answer may say how long it took, and may be compressed. */
    private static String tag(Context context, PassageSearcher searcher, String format) {
        String answer = searcher.generation() + "\n" + searcher.manifest().built() + "\n"
                + searcher.manifest().fingerprint() + "\n" + format + "\n" + context.path() + "\n"
                + Canonical.address("", context.queryParamMap());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(answer.getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(hash).substring(0, DIGITS) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
