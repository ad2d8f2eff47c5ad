package wherein.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HexFormat;
import wherein.api.Engine;
import wherein.api.Stamp;

/**
 * Tells a client that what it has is still what we would send (RFC 9110, 13.1.2): an answer is the same as long as its
 * address, its form, the program with its limits, and the index are.
 */
final class Freshness {

    private static final int DIGITS = 16;

    private final Context context;
    private final String tag;

    /**
     * That of the answer to {@code context}.
     *
     * @param form of the answer
     */
    Freshness(Context context, Engine engine, String form) {
        this.context = context;
        this.tag = tag(engine, form, Gate.address(context) + context.path() + "?" + context.queryString());
    }

    /** Weak, since an answer may say how long it took, and may be compressed. */
    private static String tag(Engine engine, String form, String asked) {
        byte[] digest = Stamp.digest(engine.stamp() + "\n" + form + "\n" + asked);
        return "W/\"" + HexFormat.of().formatHex(digest).substring(0, DIGITS) + "\"";
    }

    /** Whether the client has this answer, in which case it has now been told so with a 304. */
    boolean isUnchanged() {
        String had = context.header("If-None-Match");
        // An asterisk asks whether there is any answer at all, which only making it can tell.
        if (had == null || Arrays.stream(had.split(",")).map(String::strip).noneMatch(tag::equals)) {
            return false;
        }
        context.status(304);
        mark();
        return true;
    }

    /** Gives the answer its tag. */
    void mark() {
        context.header("ETag", tag);
    }
}
