package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import wherein.api.Problem;
import wherein.api.ProblemException;
import wherein.json.Json;
import wherein.search.DeadlineException;
import wherein.search.TooManyGroupsException;

/** One form for every fault, wherever it is found, and the headers that every answer has. */
final class Faults {

    /** What every answer carries: the page may load its own files and nothing else, and no other page may frame it. */
    static final Map<String, String> HEADERS = Map.of(
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
            "Accept, Accept-Encoding");

    private static final Logger LOG = Logger.getLogger(Faults.class.getName());
    private static final String PROBLEM_JSON = "application/problem+json";

    /** Seconds after which a client that was turned away may come again. */
    private static final String AGAIN = "1";

    /** What was to go with an answer that then failed. */
    private static final List<String> OF_ANSWERS = List.of(
            "ETag",
            "Link",
            "Content-Disposition",
            "X-Total-Count",
            "X-Wherein-Fingerprint",
            "X-Wherein-Generation",
            "X-Wherein-Query");

    private Faults() {}

    /** Gives the faults of handlers, of Javalin and of Jetty this form. */
    static void configure(JavalinConfig config) {
        config.jetty.modifyServer(server -> server.setErrorHandler(new JettyErrors()));
        config.routes.exception(ProblemException.class, (e, context) -> problem(context, e));
        config.routes.exception(
                DeadlineException.class,
                (e, context) -> problem(context, new ProblemException(Problem.OUT_OF_TIME, e.getMessage() + ".")));
        config.routes.exception(
                TooManyGroupsException.class,
                (e, context) -> problem(context, new ProblemException(Problem.QUERY_TOO_LARGE, e.getMessage() + ".")));
        config.routes.exception(Exception.class, Faults::internal);
        config.router.javaLangErrorHandler(Faults::internal);
        for (HttpStatus status : HttpStatus.values()) {
            if (status.getCode() >= 400) {
                config.routes.error(status.getCode(), Faults::dressed);
            }
        }
    }

    /** {@code text}, which a client sent, so that it cannot make a line of its own in a log. */
    static String shown(String text) {
        return text.replaceAll("\\p{Cntrl}|[\\u0080-\\u009f\\u2028\\u2029]", "?");
    }

    private static void problem(Context context, ProblemException e) {
        OF_ANSWERS.forEach(name -> context.res().setHeader(name, null));
        context.status(e.problem().status());
        if (e.problem().isPassing()) {
            context.header("Retry-After", AGAIN);
        }
        Responses.text(context, PROBLEM_JSON, Json.text(e.body(context.path())));
    }

    private static void internal(Exception e, Context context) {
        problem(context, logged(e, context.path()));
    }

    /** As {@link #internal(Exception, Context)}, where Javalin has no context any more: for errors of the machine. */
    private static void internal(HttpServletResponse response, Error error) {
        try {
            response.resetBuffer();
            OF_ANSWERS.forEach(name -> response.setHeader(name, null));
            HEADERS.forEach(response::setHeader);
            response.setStatus(Problem.INTERNAL.status());
            response.setContentType(PROBLEM_JSON);
            response.getOutputStream()
                    .write(Json.text(logged(error, "").body("")).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "nobody is left to be told", e);
        }
    }

    private static ProblemException logged(Throwable fault, String path) {
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.log(Level.SEVERE, fault, () -> "error " + id + " at " + shown(path));
        return new ProblemException(Problem.INTERNAL, "The server's log has more under the id " + id + ".");
    }

    /** Gives Javalin's own faults, such as 404 for no route, the form of all others; what the page says of one stays. */
    private static void dressed(Context context) {
        String type = context.res().getContentType();
        if (type == null || !type.startsWith(PROBLEM_JSON) && !type.startsWith("text/html")) {
            Problem problem = Problem.of(context.statusCode());
            problem(context, new ProblemException(problem, problem.explanation()));
        }
    }

    /** Answers with {@code problem} where none of our handlers has been reached. */
    static void answer(Problem problem, Response response, Callback callback) {
        ObjectNode body = new ProblemException(problem, problem.explanation()).body("");
        response.setStatus(problem.status());
        HEADERS.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, PROBLEM_JSON);
        if (problem.isPassing()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, AGAIN);
        }
        byte[] bytes = Json.text(body).getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }

    /** Gives the faults that Jetty finds before any of our code runs the form and the headers of all others. */
    private static final class JettyErrors extends ErrorHandler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            int status = response.getStatus();
            if (status != Problem.OVERLOADED.status()) {
                // What comes next on a connection that is not sound HTTP is nothing that could be answered.
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            // Jetty calls another version or coding than it knows a fault of the server.
            answer(status == 501 || status == 505 ? Problem.BAD_REQUEST : Problem.of(status), response, callback);
            return true;
        }
    }
}
