package wherein.http;

import io.javalin.http.Context;

/** The address under which a client reaches this server, for what has to stand by itself outside of it. */
final class Address {

    private static final String ATTRIBUTE = Address.class.getName();

    private Address() {}

    /** Keeps it for a request, whose {@code host} is one that {@link Gate} has let in. */
    static void set(Context context, String scheme, HostName host) {
        context.attribute(ATTRIBUTE, scheme + "://" + host.name() + (host.port() == 0 ? "" : ":" + host.port()));
    }

    /** Without a slash at its end. */
    static String of(Context context) {
        return context.attribute(ATTRIBUTE);
    }
}
