package wherein.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * A request that has had its answer, whole or not.
 *
 * @param method as sent
 * @param route the template of the path, such as {@code /api/v1/documents/{id}}; {@link #NO_ROUTE} where none was reached
 * @param path as sent, without the query
 * @param query as sent, without its question mark; empty if there was none
 * @param status of the answer
 * @param nanos from the first byte of the request to the last of the answer
 * @param bytes of the answer's body as they went out, compressed or not
 * @param rows that were streamed; 0 for an answer that is no stream
 * @param address of the client
 */
record Exchange(
        String method,
        String route,
        String path,
        String query,
        int status,
        long nanos,
        long bytes,
        long rows,
        String address) {

    /** What stands for the route of a request that was refused before it reached one. */
    static final String NO_ROUTE = "none";

    /** The attribute of a request that holds its route, if it has one. */
    static final String ROUTE = Exchange.class.getName() + ".route";

    /** The attribute of a request that holds how many rows were streamed, a {@link Long}, if they were. */
    static final String ROWS = Exchange.class.getName() + ".rows";

    /** Notes which route a request has reached. */
    static void reached(Context context) {
        context.attribute(ROUTE, context.endpoints().matchedHttpEndpoint().path);
    }

    /** Tells {@code observers} of every request there is, also of those that never reach a handler. */
    static RequestLog log(List<Consumer<Exchange>> observers) {
        return (request, response) -> {
            Exchange exchange = of(request, response);
            for (Consumer<Exchange> observer : observers) {
                observer.accept(exchange);
            }
        };
    }

    private static Exchange of(Request request, Response response) {
        HttpURI uri = request.getHttpURI();
        Object route = request.getAttribute(ROUTE);
        Object rows = request.getAttribute(ROWS);
        return new Exchange(
                text(request.getMethod()),
                route == null ? NO_ROUTE : route.toString(),
                uri == null ? "" : text(uri.getPath()),
                uri == null ? "" : text(uri.getQuery()),
                response.getStatus(),
                NanoTime.since(request.getBeginNanoTime()),
                Response.getContentBytesWritten(response),
                rows instanceof Long number ? number : 0,
                text(Request.getRemoteAddr(request)));
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}
