package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import wherein.api.ListsApi;
import wherein.api.Problem;
import wherein.api.ProblemException;
import wherein.query.Named;

/** Takes the lists that are posted to {@link ListsApi#PATH}. */
final class ListsHandler {

    private static final String ALLOWED = "POST, OPTIONS";

    private final RequestHandler requests;
    private final ListsApi lists;
    private final Bodies bodies;

    ListsHandler(RequestHandler requests, ListsApi lists, Bodies bodies) {
        this.requests = requests;
        this.lists = lists;
        this.bodies = bodies;
    }

    /** Takes the list that {@code context} sends. All that can be refused of its head is refused before its body is waited for. */
    void take(Context context) {
        Bodies.refuseCoded(context);
        Bodies.refuseOtherType(context, ListsApi.TYPE, "Names come one a line");
        Named type = ListsApi.type(context.queryParamMap());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        context.future(() -> bodies.receive(
                context,
                ListsApi.MOST_BYTES,
                body,
                () -> requests.with((engine, answered) -> {
                            ObjectNode told = lists.keep(engine, type, body.toByteArray());
                            Responses.json(answered, told);
                        })
                        .handle(context)));
    }

    /** Ends a request of another method. */
    static void refuse(Context context) {
        context.header("Allow", ALLOWED);
        throw new ProblemException(Problem.METHOD_NOT_ALLOWED, "Lists come here by POST.");
    }

    /** Tells what may be asked. */
    static void options(Context context) {
        context.status(204).header("Allow", ALLOWED);
    }
}
