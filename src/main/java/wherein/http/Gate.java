package wherein.http;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import wherein.api.AnnotateApi;
import wherein.api.FilesApi;
import wherein.api.ListsApi;
import wherein.api.Problem;
import wherein.api.ProblemException;
import wherein.api.RequestLimits;
import wherein.api.VerdictsApi;

/** Lets in what an endpoint may see, and turns away the rest with the problem that it is. */
final class Gate {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Where a server listens that listens at all addresses; a page that asks there for "this machine" is none of ours. */
    static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "[0:0:0:0:0:0:0:0]");

    private static final String OVERRIDE = "X-HTTP-Method-Override";

    /** What a machine asks that watches the server: it need not know the token. */
    static final Set<String> WATCHED = Set.of("/health", "/ready");

    /** What may be done with verdicts where some may be sent. */
    static final String VERDICTS = "GET, HEAD, POST, OPTIONS";

    private static final String ADDRESS = Gate.class.getName() + ".address";

    /** What a page of another server may see of an answer, beside its body. */
    private static final String EXPOSED = "Content-Disposition, ETag, Link, Retry-After, Server-Timing, X-Total-Count, "
            + "X-Wherein-Fingerprint, X-Wherein-Generation, X-Wherein-Query";

    private final Set<String> hosts;
    private final List<String> origins;
    private final Optional<Token> token;
    private final boolean trusting;
    private final Set<String> posted;

    /**
     * A gate.
     *
     * @param host the address that the server listens at
     * @param files whether files come in
     */
    Gate(String host, ServerOptions.Access access, boolean files) {
        List<String> names = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1", host));
        names.addAll(access.hosts());
        this.hosts = names.stream()
                .flatMap(name -> HostName.ofBare(name).stream())
                .map(HostName::name)
                .filter(name -> !EVERYWHERE.contains(name))
                .collect(Collectors.toSet());
        this.origins = access.origins().stream()
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .toList();
        this.token = access.token().map(Token::new);
        this.trusting = access.trustProxy();
        this.posted = files
                ? Set.of(AnnotateApi.PATH, ListsApi.PATH, FilesApi.PATH, VerdictsApi.ROUTE)
                : Set.of(AnnotateApi.PATH, ListsApi.PATH);
    }

    /** A request without the header by which some libraries take it for one of another method than it is. */
    static Request asSent(Request request, HttpFields.Mutable answered) {
        if (!request.getHeaders().contains(OVERRIDE)) {
            return request;
        }
        HttpFields headers =
                HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    /**
     * The address under which the client reaches this server, for what has to stand by itself outside of it; without a slash at
     * its end.
     */
    static String address(Context context) {
        return context.attribute(ADDRESS);
    }

    /** Headers first, so that an answer of any kind has them; then what no endpoint need see. */
    void guard(Context context) {
        Faults.HEADERS.forEach(context::header);
        refuseLong(context);
        HostName host = host(context);
        context.attribute(ADDRESS, host.origin(scheme(context)));
        boolean shared = isShared(context, host);
        refuseWithoutToken(context, shared);
        refuseOtherMethod(context);
        refuseGarbled(context);
    }

    /** The server itself counts address and headers as one, so that it reads some addresses that are too long. */
    private static void refuseLong(Context context) {
        String query = context.queryString();
        String address = context.req().getRequestURI() + (query == null ? "" : "?" + query);
        if (address.getBytes(StandardCharsets.UTF_8).length > RequestLimits.ADDRESS) {
            throw new ProblemException(Problem.URL_TOO_LONG, Problem.URL_TOO_LONG.explanation());
        }
    }

    /** A page that has its own name point here (DNS rebinding) is told by the name: its browser sends it along. */
    private HostName host(Context context) {
        HostName host = own(context, context.req().getHeader("Host"));
        Optional<String> forwarded = forwarded(context, "X-Forwarded-Host");
        // Both: a page may set the second of them, and then its own name is in the first.
        return forwarded.isPresent() ? own(context, forwarded.get()) : host;
    }

    private HostName own(Context context, String given) {
        Optional<HostName> host = Optional.ofNullable(given).flatMap(HostName::of);
        boolean ours = host.isPresent()
                && (hosts.contains(host.get().name())
                        || HostName.ofBare(context.req().getLocalAddr())
                                .map(HostName::name)
                                .equals(host.map(HostName::name)));
        if (!ours) {
            throw new ProblemException(Problem.MISDIRECTED, "This server does not answer for this host.");
        }
        return host.get();
    }

    /** What the client asked by; the server itself speaks no TLS. */
    private String scheme(Context context) {
        String scheme = forwarded(context, "X-Forwarded-Proto").orElse("http").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new ProblemException(Problem.BAD_REQUEST, "X-Forwarded-Proto is neither http nor https.");
        }
        return scheme;
    }

    /** What the first of all proxies says that the client sent; empty if no proxy is trusted or none says it. */
    private Optional<String> forwarded(Context context, String header) {
        return Optional.ofNullable(context.req().getHeader(header))
                .filter(given -> trusting)
                .map(given -> given.split(",", 2)[0].strip())
                .filter(first -> !first.isEmpty());
    }

    /** Whether the request comes from the page of another server, one that may read the answers. */
    private boolean isShared(Context context, HostName host) {
        if (!origins.isEmpty()) {
            context.header("Vary", Faults.HEADERS.get("Vary") + ", Origin");
        }
        String origin = context.header("Origin");
        if (origin == null || isOwn(origin.toLowerCase(Locale.ROOT), host)) {
            return false;
        }
        boolean all = origins.contains("*");
        // Whoever may read our answers may not yet write.
        if (writes(context) || !all && !origins.contains(origin.toLowerCase(Locale.ROOT))) {
            throw new ProblemException(Problem.FORBIDDEN, "The request comes from a page of another server.");
        }
        context.header("Access-Control-Allow-Origin", all ? "*" : origin);
        context.header("Access-Control-Expose-Headers", EXPOSED);
        if (isPreflight(context)) {
            context.header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, POST");
            context.header("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match");
            context.header("Access-Control-Max-Age", "600");
        }
        return true;
    }

    /** Whether the request is, or asks for, one that writes. */
    private boolean writes(Context context) {
        String path = context.path();
        boolean verdicts = path.equals(VerdictsApi.ROUTE)
                && (context.method().name().equals("POST")
                        || "POST".equals(context.header("Access-Control-Request-Method")));
        // Where a server writes nothing, lists are kept in its memory alone.
        boolean lists = path.equals(ListsApi.PATH) && posted.contains(FilesApi.PATH);
        return posted.contains(path) && (path.equals(FilesApi.PATH) || verdicts || lists);
    }

    private static boolean isOwn(String origin, HostName host) {
        for (String scheme : List.of("http://", "https://")) {
            if (origin.startsWith(scheme)) {
                int usual = scheme.equals("http://") ? 80 : 443;
                return HostName.of(origin.substring(scheme.length()))
                        .filter(from -> from.name().equals(host.name()))
                        .filter(from -> port(from, usual) == port(host, usual))
                        .isPresent();
            }
        }
        return false;
    }

    private static int port(HostName host, int usual) {
        return host.port() == 0 ? usual : host.port();
    }

    /** A browser asks without the token whether it may ask with it. */
    private static boolean isPreflight(Context context) {
        return context.method().name().equals("OPTIONS") && context.header("Access-Control-Request-Method") != null;
    }

    private void refuseWithoutToken(Context context, boolean shared) {
        boolean free = WATCHED.contains(context.path()) || shared && isPreflight(context);
        if (token.isEmpty() || free || token.get().isIn(context.header("Authorization"))) {
            return;
        }
        context.res().addHeader("WWW-Authenticate", "Basic realm=\"Wherein\", charset=\"UTF-8\"");
        context.res().addHeader("WWW-Authenticate", "Bearer realm=\"Wherein\"");
        throw new ProblemException(Problem.UNAUTHORIZED, Problem.UNAUTHORIZED.explanation());
    }

    private void refuseOtherMethod(Context context) {
        String method = context.req().getMethod();
        boolean post = posted.contains(context.path());
        if (!(post && method.equals("POST")) && !READING.contains(method)) {
            boolean both = post && context.path().equals(VerdictsApi.ROUTE);
            context.header("Allow", both ? VERDICTS : post ? "POST, OPTIONS" : "GET, HEAD, OPTIONS");
            throw new ProblemException(Problem.METHOD_NOT_ALLOWED, method + " is not answered here.");
        }
    }

    /**
     * Ends the request with 400 if its address is not percent-encoded, or its parameters are no UTF-8: Jetty would leave
     * those out, and take other things for an escape, such as %u0041.
     */
    private static void refuseGarbled(Context context) {
        String query = context.queryString();
        try {
            decoded(context.req().getRequestURI());
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded(query == null ? "" : query)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new ProblemException(
                    Problem.BAD_REQUEST, "The address is not percent-encoded UTF-8; write % itself as %25.");
        }
    }

    private static byte[] decoded(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
    }
}
