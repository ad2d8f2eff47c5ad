package wherein.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HexFormat;
import wherein.api.Canonical;
import wherein.api.Endpoint;
import wherein.api.Engine;
import wherein.api.Form;
import wherein.api.Parameters;
import wherein.api.Stamp;

/**
 * Tells a client that what it has is still what we would send (RFC 9110, 13.1.2): an answer is the same as long as the request,
 * its form, the address under which it came, the program with its limits, and the index are.
 */
final class Freshness {

    private static final int DIGITS = 16;

    private final Context context;
    private final String tag;

    /**
     * That of one answer.
     *
     * @param form in which the answer goes out
     * @param address of this server as the client knows it, which stands in some answers
     */
    Freshness(Context context, Endpoint endpoint, Engine engine, Form form, String address) {
        this.context = context;
        String asked = Canonical.address(
                address + context.path(),
                context.queryParamMap(),
                Parameters.in(engine.searcher().fields(), endpoint.parameters()));
        this.tag = tag(engine, form.type(), asked + "\n" + endpoint.variant(engine));
    }

    /**
     * That of an answer that is no endpoint's.
     *
     * @param form of it
     */
    Freshness(Context context, Engine engine, String form) {
        this.context = context;
        this.tag = tag(engine, form, Address.of(context) + context.path() + "?" + context.queryString());
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
