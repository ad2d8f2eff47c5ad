package wherein.http;

import io.javalin.http.Context;

/** The address under which a client reaches this server, for what has to stand by itself outside of it. */
final class Address {

    private Address() {}

    /** Without a slash at its end. The host is the one that the client named, and that {@link Gate} has let in. */
    static String of(Context context) {
        return context.scheme() + "://" + context.host();
    }
}
