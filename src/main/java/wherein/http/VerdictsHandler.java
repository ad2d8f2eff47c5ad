package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayOutputStream;
import java.util.List;
import wherein.api.Arguments;
import wherein.api.VerdictsApi;

/** Takes in what is posted to {@link VerdictsApi#ROUTE}. */
final class VerdictsHandler {

    /** More of them at once are a fault, or meant to be one. */
    private static final int AT_ONCE = 64;

    private final RequestHandler requests;
    private final Admission admission;
    private final Bodies bodies;

    VerdictsHandler(RequestHandler requests, Admission admission, ServerOptions.Load load) {
        this.requests = requests;
        this.admission = admission;
        this.bodies = new Bodies(load.patience(), Bodies.usualBudget(), AT_ONCE);
    }

    /** Takes the verdicts that {@code context} sends. All that can be refused is refused before its body is waited for. */
    void take(Context context) {
        Bodies.refuseCoded(context);
        Bodies.refuseOtherType(context, VerdictsApi.TYPE, "Verdicts come one a line");
        new Arguments(context.queryParamMap(), List.of(), null).check();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Handler keep = requests.with((engine, asked) -> {
            ObjectNode told = VerdictsApi.add(engine, body.toByteArray());
            asked.status(201);
            Responses.json(asked, told);
        });
        context.future(() -> bodies.receive(context, VerdictsApi.MOST_BYTES, body, () -> {
            Admission.Pass pass = admission.body();
            try {
                keep.handle(context);
            } finally {
                pass.close();
            }
        }));
    }
}
