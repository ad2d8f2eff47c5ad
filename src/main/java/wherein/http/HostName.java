package wherein.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host as a request names it, and the port with it.
 *
 * @param name in small letters, without the dot at its end; an address of version 6 in brackets, in its one usual form
 * @param port 0 if none is named
 */
record HostName(String name, int port) {

    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?)\\.?(?::([0-9]{1,5}))?");

    /** What {@code authority}, a name or address and perhaps a port, names; empty if it is no such thing. */
    static Optional<HostName> of(String authority) {
        Matcher matcher = AUTHORITY.matcher(authority.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        String name = matcher.group(1);
        if (port > 65_535 || name.contains("..")) {
            return Optional.empty();
        }
        return name.startsWith("[") ? address(name).map(usual -> new HostName(usual, port)) : named(name, port);
    }

    /** As {@link #of}, for a bare name or address, which of version 6 may have no brackets. */
    static Optional<HostName> ofBare(String host) {
        return of(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
    }

    /** The address of a server that this names. */
    String origin(String scheme) {
        return scheme + "://" + name + (port == 0 ? "" : ":" + port);
    }

    private static Optional<HostName> named(String name, int port) {
        return Optional.of(new HostName(name, port));
    }

    /** Of an address in brackets nothing is looked up. */
    private static Optional<String> address(String brackets) {
        try {
            InetAddress address = InetAddress.getByName(brackets);
            String text = address.getHostAddress();
            return Optional.of(text.contains(":") ? "[" + text + "]" : text);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
