package wherein.http;

import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wherein.api.FilesApi;
import wherein.api.ListsApi;

/**
 * How a server is run.
 *
 * @param host the address to listen at
 * @param port the port; 0 for any that is free
 * @param access who may ask
 * @param load how much at once
 * @param log where a line goes for every request; empty for none
 * @param files what takes files in; empty if the server is to write nothing
 * @param lists where lists of names are kept
 */
public record ServerOptions(
        String host, int port, Access access, Load load, Optional<Log> log, Optional<FilesApi> files, ListsApi lists) {

    /**
     * Who may ask.
     *
     * @param hosts names that the server answers for, beside those of this machine and the address it listens at
     * @param origins of other servers' pages that may read the answers, such as {@code https://example.org}; {@code *} for
     *     all
     * @param token that every request has to have, but those after the server's health; empty if none is asked for
     * @param trustProxy whether a proxy stands before the server, whose {@code X-Forwarded-Proto} and
     *     {@code X-Forwarded-Host} say how the client asked
     */
    public record Access(List<String> hosts, List<String> origins, Optional<String> token, boolean trustProxy) {

        /** This server's own names and pages, and no token. */
        public static final Access OWN = new Access(List.of(), List.of(), Optional.empty());

        /** With no proxy to be trusted. */
        public Access(List<String> hosts, List<String> origins, Optional<String> token) {
            this(hosts, origins, token, false);
        }

        /**
         * Takes a copy.
         *
         * @throws IllegalArgumentException if a host or an origin is none
         */
        public Access {
            hosts = List.copyOf(hosts);
            origins = List.copyOf(origins);
            for (String host : hosts) {
                if (HostName.ofBare(host).filter(name -> name.port() == 0).isEmpty()) {
                    throw new IllegalArgumentException(
                            "\"" + host + "\" is no name of a host; expected one without a port, such as example.org");
                }
            }
            for (String origin : origins) {
                boolean named =
                        HostName.of(origin.replaceFirst("^https?://", "")).isPresent();
                if (!origin.equals("*") && !(named && origin.contains("://"))) {
                    throw new IllegalArgumentException(
                            "\"" + origin + "\" is no origin; expected one such as https://example.org, or *");
                }
            }
        }

        /** Leaves the token out: what is printed may land in a log. */
        @Override
        public String toString() {
            return "Access[hosts=" + hosts + ", origins=" + origins + ", token=" + (token.isPresent() ? "…" : "")
                    + ", trustProxy=" + trustProxy + "]";
        }
    }

    /**
     * How much at once. What goes beyond is refused soon, so that what was taken on is answered.
     *
     * @param searches that run at once; others wait for a moment
     * @param exports that run at once
     * @param connections that are open at once; of more, the one that has been waiting longest goes
     * @param patience how long the head of a request may take, and 32 KB of its body; 32 KB of an answer may take three
     *     times as long
     */
    public record Load(int searches, int exports, int connections, Duration patience) {

        /** For a machine with so many processors as this. */
        public static final Load USUAL = new Load(
                Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), 16, 1_000, Duration.ofSeconds(10));
    }

    /**
     * The access log.
     *
     * @param out is closed with the server
     * @param queries whether the log also says what was asked for
     */
    public record Log(Writer out, boolean queries) {}

    /** On this machine alone, at {@code port}. */
    public static ServerOptions local(int port) {
        return new ServerOptions(
                "127.0.0.1", port, Access.OWN, Load.USUAL, Optional.empty(), Optional.empty(), ListsApi.inMemory());
    }

    /** These, with another {@code access}. */
    public ServerOptions with(Access access) {
        return new ServerOptions(host, port, access, load, log, files, lists);
    }

    /** These, with another {@code load}. */
    public ServerOptions with(Load load) {
        return new ServerOptions(host, port, access, load, log, files, lists);
    }

    /** These, with a {@code log}. */
    public ServerOptions with(Log log) {
        return new ServerOptions(host, port, access, load, Optional.of(log), files, lists);
    }

    /** These, with {@code files} that come in. */
    public ServerOptions with(FilesApi files) {
        return new ServerOptions(host, port, access, load, log, Optional.of(files), lists);
    }

    /** These, with {@code lists} of names that are kept. */
    public ServerOptions with(ListsApi lists) {
        return new ServerOptions(host, port, access, load, log, files, lists);
    }
}
