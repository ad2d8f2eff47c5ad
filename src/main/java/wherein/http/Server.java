package wherein.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import jakarta.servlet.DispatcherType;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import wherein.api.AnnotateApi;
import wherein.api.Arguments;
import wherein.api.Endpoint;
import wherein.api.Endpoints;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Form;
import wherein.api.Generations;
import wherein.api.ListsApi;
import wherein.api.RequestLimits;
import wherein.api.VerdictsApi;
import wherein.json.Offsets;

/** The server: routes, the page, the headers of every answer, and one form for every fault. */
public final class Server implements Closeable {

    private static final Logger LOG = Logger.getLogger(Server.class.getName());

    /** A service manager that waits for six seconds, as we promise, need not kill us. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);

    /** Bytes of the head of a request: the longest address, and what browsers and proxies put beside one. */
    private static final int HEAD = RequestLimits.ADDRESS + (8 << 10);

    /** Bytes: the longest address, each byte of it encoded as three, and all else; the largest buffer that is pooled. */
    private static final int RESPONSE_HEADERS = 64 << 10;

    private static final String READ = "GET, HEAD, OPTIONS";

    /** Fewer than there are threads, which are 250. */
    static final int REQUESTS = 128;

    /** All endpoints that are read. */
    static final List<Endpoint> ENDPOINTS = Stream.concat(Endpoints.all().stream(), Stream.of(OpenApi.endpoint()))
            .toList();

    private final Javalin javalin;
    private final String host;
    private final Metrics metrics = new Metrics();
    private final Optional<AccessLog> log;

    /**
     * Starts a server.
     *
     * @param engines what answers: each request from one generation
     * @throws UncheckedIOException of a {@link BindException} if the port is taken or not allowed
     */
    public Server(Generations<Engine> engines, ServerOptions options) {
        this.host = options.host();
        this.log = options.log().map(log -> new AccessLog(log.out(), log.queries(), Clock.systemUTC()));
        Admission admission = new Admission(options.load());
        ListsApi lists = options.lists();
        RequestHandler requests = new RequestHandler(engines, admission, options.files(), lists);
        this.javalin = Javalin.create(config -> {
            configure(config, options);
            operations(config, new Operations(engines, metrics));
            routes(config, requests, options.files().isPresent());
            Bodies records = new Bodies(options.load().patience(), Bodies.usualBudget(), Integer.MAX_VALUE);
            annotate(config, requests, admission, records);
            lists(config, new ListsHandler(requests, lists, records));
            options.files().ifPresent(files -> {
                files(config, new FilesHandler(files, options.load()));
                config.routes.post(VerdictsApi.ROUTE, new VerdictsHandler(requests, admission, options.load())::take);
            });
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            BindException fault = new BindException("port " + options.port() + " at " + host);
            fault.initCause(e);
            throw new UncheckedIOException(fault);
        }
    }

    /** Starts a server on this machine alone, over an index that never changes. */
    public Server(Engine engine, int port) {
        this(Generations.fixed(engine.searcher(), engine), ServerOptions.local(port));
    }

    /** The port that the server listens at. */
    public int port() {
        return javalin.port();
    }

    /** What is served: a method and the template of a path each, such as {@code GET /health}. */
    Set<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint.method.name() + " " + each.endpoint.path)
                .filter(each -> each.matches("(GET|HEAD|POST|OPTIONS) .*"))
                .collect(Collectors.toSet());
    }

    /** The address of the page. */
    public String address() {
        boolean everywhere = HostName.ofBare(host)
                .map(HostName::name)
                .filter(Gate.EVERYWHERE::contains)
                .isPresent();
        String name = everywhere ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port();
    }

    /**
     * Stops listening, and waits a few seconds for the answers under way. What has not ended by then is broken off, so
     * that nobody takes a part for the whole.
     */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            LOG.warning("Some answers had not ended when the server stopped. They were broken off.");
        }
        try {
            if (log.isPresent()) {
                log.get().close();
            }
        } catch (IOException e) {
            LOG.warning(() -> "the access log could not be closed, its last lines may lack: " + e.getMessage());
        }
    }

    private void configure(JavalinConfig config, ServerOptions options) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.host = options.host();
        config.jetty.port = options.port();
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.addCustomizer(Gate::asSent);
            // Else a header is taken for one before it that differs in case alone: a token, for one.
            http.setHeaderCacheCaseSensitive(true);
            http.setRequestHeaderSize(HEAD);
            // The address of the next page, or the query as all would write it, is a header.
            http.setResponseHeaderSize(RESPONSE_HEADERS);
            // An id may hold a slash or a percent sign, which arrives encoded.
            http.setUriCompliance(UriCompliance.from(
                    "RFC3986,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING," + "SUSPICIOUS_PATH_CHARACTERS"));
        });
        config.jetty.modifyServletContextHandler(handler -> {
            handler.getServletHandler().setDecodeAmbiguousURIs(true);
            FilterHolder quietly = new FilterHolder(new BrokenOff());
            quietly.setAsyncSupported(true);
            handler.addFilter(quietly, "/*", EnumSet.of(DispatcherType.REQUEST));
        });
        List<Consumer<Exchange>> observers = new ArrayList<>(List.of(metrics));
        log.ifPresent(observers::add);
        RequestLog answered = Exchange.log(List.copyOf(observers));
        config.jetty.modifyServer(server -> {
            server.setRequestLog(answered);
            server.setHandler(new GracefulHandler(
                    new SlowClients(options.load(), queue(options.files().isPresent()))));
            server.setStopTimeout(STOP_WITHIN.toMillis());
        });
        Faults.configure(config);
        config.routes.before(Responses::begin);
        config.routes.before(
                new Gate(options.host(), options.access(), options.files().isPresent())::guard);
        config.routes.beforeMatched(Exchange::reached);
    }

    /** Requests hold a thread each; what is asked after the server's health must find one that is free. */
    private static QoSHandler queue(boolean files) {
        QoSHandler queue = new QoSHandler();
        queue.setMaxRequestCount(REQUESTS);
        queue.setMaxSuspendedRequestCount(2 * REQUESTS);
        queue.setMaxSuspend(SlowClients.MAX_WAIT);
        // What is sent holds no thread until it is whole, and then is one of few.
        queue.excludePath("/health", "/ready", "/metrics", AnnotateApi.PATH, ListsApi.PATH);
        if (files) {
            queue.excludePath(FilesApi.PATH);
            queue.excludePath(VerdictsApi.ROUTE);
        }
        return queue;
    }

    private static void operations(JavalinConfig config, Operations operations) {
        for (Operations.Operation operation : Operations.DECLARED) {
            get(config, operation.path(), context -> {
                new Arguments(context.queryParamMap(), List.of(), null).check();
                operation.handler().answer(operations, context);
            });
        }
    }

    private static void routes(JavalinConfig config, RequestHandler requests, boolean writes) {
        for (Endpoint endpoint : ENDPOINTS) {
            if (endpoint.isTable()) {
                // First: the last part of a path may be a variable, which would take the suffix for a part of it.
                for (Form form : endpoint.forms()) {
                    get(config, endpoint.route() + "." + form.word(), requests.of(endpoint, form.word()));
                }
            }
            boolean posted = writes && endpoint.route().equals(VerdictsApi.ROUTE);
            get(config, endpoint.route(), requests.of(endpoint, ""), posted ? Gate.VERDICTS : READ);
        }
        get(config, OpenApi.PATH, requests.of(OpenApi.endpoint(), ""));
        page(config, requests);
    }

    private static void page(JavalinConfig config, RequestHandler requests) {
        Page page = new Page(Assets.read());
        get(config, "/", requests.with(page::search));
        get(config, "/mentions", page.ledger("mentions", "/mentions.csv", "The mentions as a table (CSV)"));
        get(config, "/figures", page.ledger("figures", "/figures/table.csv", "The figures as a table (CSV)"));
        get(config, "/entities", page.ledger("entities", "/entities/country.csv", "The countries as a table (CSV)"));
        get(config, "/timeline", page.ledger("timeline", "/timeline.csv", "The timeline as a table (CSV)"));
        get(config, "/together", page.ledger("together", "/together.csv", "The matrix as a table (CSV)"));
        get(config, "/sides", page::sides);
        get(config, "/tray", page.aside("tray", "The tray is kept and shown by a script, in the browser alone."));
        get(config, "/report", page.ledger("report", "/report", "What is not searched (JSON)"));
        plain(config, requests, page, "mentions", "Mentions", "/mentions");
        plain(config, requests, page, "figures", "Figures", "/figures/table");
        plain(config, requests, page, "entities", "People and countries", "/entities/{type}");
        plain(config, requests, page, "timeline", "Over time", "/timeline");
        plain(config, requests, page, "together", "Together", "/together");
        plain(config, requests, page, "report", "Report", "/report");
        get(config, "/documents/{id}", requests.with(page.document()));
        get(config, "/assets/{edition}/{file}", page::asset);
    }

    private static void plain(
            JavalinConfig config, RequestHandler requests, Page page, String view, String title, String endpoint) {
        get(config, PlainView.PATH + view, requests.with(page.plain(view, title, endpoint)));
    }

    private static void annotate(JavalinConfig config, RequestHandler requests, Admission admission, Bodies bodies) {
        config.routes.post(AnnotateApi.PATH, context -> {
            // All that can be refused is refused before the body is waited for, and the body is here before a place is.
            Bodies.refuseCoded(context);
            Offsets offsets = AnnotateHandler.head(context);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            context.future(() -> bodies.receive(context, RequestLimits.BODY, body, () -> {
                Admission.Pass pass = admission.body();
                try {
                    requests.with(AnnotateHandler.records(body.toByteArray(), offsets)::annotate)
                            .handle(context);
                } finally {
                    pass.close();
                }
            }));
        });
        config.routes.get(AnnotateApi.PATH, AnnotateHandler::refuse);
        config.routes.head(AnnotateApi.PATH, AnnotateHandler::refuse);
        config.routes.options(AnnotateApi.PATH, AnnotateHandler::options);
    }

    private static void lists(JavalinConfig config, ListsHandler lists) {
        config.routes.post(ListsApi.PATH, lists::take);
        config.routes.get(ListsApi.PATH, ListsHandler::refuse);
        config.routes.head(ListsApi.PATH, ListsHandler::refuse);
        config.routes.options(ListsApi.PATH, ListsHandler::options);
    }

    private static void files(JavalinConfig config, FilesHandler files) {
        config.routes.post(FilesApi.PATH, files::take);
        config.routes.get(FilesApi.PATH, FilesHandler::refuse);
        config.routes.head(FilesApi.PATH, FilesHandler::refuse);
        config.routes.options(FilesApi.PATH, FilesHandler::options);
    }

    private static void get(JavalinConfig config, String path, io.javalin.http.Handler handler) {
        get(config, path, handler, READ);
    }

    private static void get(JavalinConfig config, String path, io.javalin.http.Handler handler, String allowed) {
        config.routes.get(path, handler);
        config.routes.head(path, context -> {
            handler.handle(context);
            endHead(context);
        });
        config.routes.options(path, context -> context.status(204).header("Allow", allowed));
    }

    /** A stream writes nothing for HEAD, which must not be said to be its length. */
    private static void endHead(Context context) throws IOException {
        if (context.statusCode() == 200 && context.resultInputStream() == null) {
            context.res().flushBuffer();
        }
    }
}
