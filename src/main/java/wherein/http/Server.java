package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import wherein.json.Json;

/** The server: routes, the page, the headers of every answer, and one form for every fault. */
public final class Server implements Closeable {

    private static final Logger LOG = Logger.getLogger(Server.class.getName());
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** What every answer carries: the page may load its own files and nothing else, and no other page may frame it. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-cache",
            "Vary",
            "Accept");

    private final Javalin javalin;
    private final String host;
    private final Set<String> hosts;

    /**
     * Starts a server.
     *
     * @param engine what answers
     * @param version of the program, for {@code /info}
     * @param host the address to listen at
     * @param port the port; 0 for any that is free
     * @param allowed names of hosts that the server answers for beside {@code host} and those of this machine
     * @throws UncheckedIOException of a {@link BindException} if the port is taken or not allowed
     */
    public Server(Engine engine, String version, String host, int port, List<String> allowed) {
        this.host = host;
        this.hosts = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]", host));
        allowed.forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
        Api api = new Api(engine.searcher(), engine.names(), version);
        LedgerApi ledger = new LedgerApi(engine.searcher(), engine.names());
        this.javalin = Javalin.create(config -> {
            configure(config, host, port);
            routes(config, api);
            ledger(config, ledger, new Export(ledger, engine.searcher()));
            annotate(config, new AnnotateApi(engine));
            table(config, new FiguresApi(engine.searcher(), engine.names()));
            table(config, new AccountApi(engine.searcher(), engine.annotator()));
            concordance(config, new ConcordanceExport(engine.searcher(), engine.names()));
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            BindException fault = new BindException("port " + port + " at " + host);
            fault.initCause(e);
            throw new UncheckedIOException(fault);
        }
    }

    /** The port that the server listens at. */
    public int port() {
        return javalin.port();
    }

    /** The address of the page. */
    public String address() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    /** Stops listening; answers under way are ended first. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config, String host, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.host = host;
        config.jetty.port = port;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            // An id may hold a slash or a percent sign, which arrives encoded.
            http.setUriCompliance(UriCompliance.from(
                    "RFC3986,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING," + "SUSPICIOUS_PATH_CHARACTERS"));
        });
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyErrors()));
        config.routes.before(this::guard);
        config.routes.exception(ProblemException.class, (e, context) -> problem(context, e));
        config.routes.exception(Exception.class, Server::internal);
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.log(Level.SEVERE, "an error of the virtual machine", error);
            response.setStatus(500);
        });
        for (HttpStatus status : HttpStatus.values()) {
            if (status.getCode() >= 400) {
                config.routes.error(status.getCode(), Server::dressed);
            }
        }
    }

    private static void routes(JavalinConfig config, Api api) {
        json(config, "/search", context -> api.search(context.queryParamMap()));
        json(config, "/facets", context -> api.facets(context.queryParamMap()));
        json(config, "/documents", context -> api.documents(context.queryParamMap()));
        json(config, "/documents/{id}", context -> api.document(id(context), context.queryParamMap()));
        json(config, "/documents/{id}/passages", context -> api.passages(id(context), context.queryParamMap()));
        json(config, "/documents/{id}/hits", context -> api.hits(id(context), context.queryParamMap()));
        json(config, "/passages/{id}", context -> api.passage(id(context), context.queryParamMap()));
        json(config, "/info", context -> api.info(context.queryParamMap()));
        get(config, Api.BASE + "/documents/{id}/text", context -> {
            accept(context, "text/plain");
            context.contentType("text/plain; charset=utf-8").result(api.text(id(context), context.queryParamMap()));
        });
        get(
                config,
                "/health",
                context -> context.contentType("application/json").result("{\"status\":\"up\"}"));
        get(config, "/ready", context -> context.contentType("application/json").result("{\"status\":\"ready\"}"));
        get(config, "/problems/{type}", Server::explain);
        Page page = new Page(api);
        get(config, "/", page::search);
        get(config, "/mentions", page::mentions);
        get(config, "/documents/{id}", page::document);
        get(config, "/assets/{file}", Page::asset);
    }

    private static void ledger(JavalinConfig config, LedgerApi ledger, Export export) {
        get(config, Api.BASE + "/mentions", context -> export.mentions(context, ""));
        for (String suffix : List.of("json", "ndjson", "csv")) {
            get(config, Api.BASE + "/mentions." + suffix, context -> export.mentions(context, suffix));
        }
        json(config, "/mentions/summary", context -> ledger.summary(context.queryParamMap()));
        json(
                config,
                "/entities/{type}",
                context -> ledger.entities(context.pathParam("type"), context.queryParamMap()));
        json(
                config,
                "/entities/{type}/{id}",
                context -> ledger.entity(context.pathParam("type"), id(context), context.queryParamMap()));
    }

    private static void table(JavalinConfig config, TableApi table) {
        get(config, Api.BASE + table.path(), context -> table.answer(context, ""));
        for (String suffix : List.of("json", "ndjson", "csv")) {
            get(config, Api.BASE + table.path() + "." + suffix, context -> table.answer(context, suffix));
        }
    }

    private static void annotate(JavalinConfig config, AnnotateApi annotate) {
        config.routes.post(AnnotateApi.PATH, annotate::annotate);
        config.routes.get(AnnotateApi.PATH, annotate::refuse);
        config.routes.head(AnnotateApi.PATH, annotate::refuse);
        config.routes.options(AnnotateApi.PATH, annotate::options);
    }

    private static void concordance(JavalinConfig config, ConcordanceExport concordance) {
        get(config, Api.BASE + "/concordance", context -> concordance.answer(context, ""));
        for (String suffix : ConcordanceExport.SUFFIXES) {
            get(config, Api.BASE + "/concordance." + suffix, context -> concordance.answer(context, suffix));
        }
    }

    /** What an endpoint of the API answers. */
    @FunctionalInterface
    private interface Endpoint {
        ObjectNode answer(Context context) throws IOException;
    }

    private static void json(JavalinConfig config, String path, Endpoint endpoint) {
        get(config, Api.BASE + path, context -> {
            accept(context, "application/json");
            ObjectNode body = endpoint.answer(context);
            if (body.hasNonNull("next_url")) {
                context.header("Link", "<" + body.get("next_url").asText() + ">; rel=\"next\"");
            }
            context.contentType("application/json").result(Json.text(body));
        });
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }

    private static void get(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler);
        config.routes.head(path, handler);
        config.routes.options(path, context -> context.status(204).header("Allow", "GET, HEAD, OPTIONS"));
    }

    /** Headers first, so that an answer of any kind has them; then what no endpoint need see. */
    private void guard(Context context) {
        HEADERS.forEach(context::header);
        String name = context.host() == null ? "" : context.host().toLowerCase(Locale.ROOT);
        int colon = name.lastIndexOf(':');
        String bare = colon > name.lastIndexOf(']') ? name.substring(0, colon) : name;
        if (!hosts.contains(bare) && !host.equals("0.0.0.0") && !host.equals("::")) {
            throw new ProblemException(Problem.MISDIRECTED, "This server does not answer for this host.");
        }
        boolean posted =
                context.method().name().equals("POST") && context.path().equals(AnnotateApi.PATH);
        if (!posted && !READING.contains(context.method().name())) {
            context.header("Allow", "GET, HEAD, OPTIONS");
            throw new ProblemException(
                    Problem.METHOD_NOT_ALLOWED, context.method().name() + " is not answered here.");
        }
        refuseGarbled(context);
    }

    /** Ends the request with 406 unless its Accept header leaves room for {@code type}. */
    static void accept(Context context, String type) {
        String accept = context.header("Accept");
        if (accept == null || accept.isBlank()) {
            return;
        }
        String family = type.substring(0, type.indexOf('/')) + "/*";
        for (String each : accept.toLowerCase(Locale.ROOT).split(",")) {
            String range = each.split(";")[0].strip();
            boolean refused = each.matches(".*;\\s*q=0(\\.0*)?\\s*");
            if (!refused && (range.equals("*/*") || range.equals(family) || range.equals(type))) {
                return;
            }
        }
        throw new ProblemException(Problem.NOT_ACCEPTABLE, "The answer here is " + type + ".");
    }

    /** Ends the request with 400 if its parameters are no UTF-8 in percent-encoding: Jetty would leave them out. */
    private static void refuseGarbled(Context context) {
        String query = context.queryString();
        if (query == null || query.indexOf('%') < 0 && query.chars().allMatch(c -> c < 128)) {
            return;
        }
        try {
            byte[] bytes = URLDecoder.decode(query, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new ProblemException(
                    Problem.BAD_REQUEST, "The parameters are not percent-encoded UTF-8; write % itself as %25.");
        }
    }

    private static void explain(Context context) {
        for (Problem problem : Problem.values()) {
            if (problem.code().equals(context.pathParam("type"))) {
                context.contentType("text/plain; charset=utf-8")
                        .result(problem.title() + " (HTTP " + problem.status() + ")\n\n" + problem.explanation()
                                + "\n");
                return;
            }
        }
        throw new ProblemException(Problem.NOT_FOUND, "There is no problem of this name.");
    }

    private static void problem(Context context, ProblemException e) {
        context.status(e.problem().status());
        context.contentType(PROBLEM_JSON).result(Json.text(e.body(context.path())));
    }

    private static void internal(Exception e, Context context) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.log(Level.SEVERE, "error " + id + " at " + context.path().replaceAll("\\p{Cntrl}", "?"), e);
        problem(context, new ProblemException(Problem.INTERNAL, "The server's log has more under the id " + id + "."));
    }

    /** Gives Javalin's own faults, such as 404 for no route, the form of all others. */
    private static void dressed(Context context) {
        String type = context.res().getContentType();
        if (type == null || !type.startsWith(PROBLEM_JSON)) {
            Problem problem = Problem.of(context.statusCode());
            problem(context, new ProblemException(problem, problem.explanation()));
        }
    }

    /** Gives the faults that Jetty finds before any of our code runs the form and the headers of all others. */
    private static final class JettyErrors extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Problem problem = Problem.of(response.getStatus());
            ObjectNode body = new ProblemException(problem, problem.explanation()).body("");
            HEADERS.forEach(response.getHeaders()::put);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, PROBLEM_JSON);
            byte[] bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
            response.write(true, ByteBuffer.wrap(bytes), callback);
            return true;
        }
    }
}
