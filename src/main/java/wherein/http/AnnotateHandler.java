package wherein.http;

import io.javalin.http.Context;
import java.io.IOException;
import wherein.api.AnnotateApi;
import wherein.api.Arguments;
import wherein.api.Engine;
import wherein.api.Form;
import wherein.api.Problem;
import wherein.api.ProblemException;
import wherein.json.Offsets;

/** Takes what is posted to {@link AnnotateApi#PATH}, and streams the answer. */
final class AnnotateHandler {

    private static final String ALLOWED = "POST, OPTIONS";
    private static final Form FORM = new Form("ndjson", AnnotateApi.NDJSON, "");

    private AnnotateHandler() {}

    /**
     * What somebody sent.
     *
     * @param body of which every record is within the limits
     */
    record Records(byte[] body, Offsets offsets) {

        /** Answers with a row for each mention, record by record. */
        void annotate(Engine engine, Context context) throws IOException {
            context.contentType(FORM.type());
            RowStream.send(context, engine.deadline(), out -> AnnotateApi.annotate(engine, offsets, body, out::row));
        }
    }

    /** Reads the head of a request: how its offsets are to count. Nothing of its body is waited for before. */
    static Offsets head(Context context) {
        Bodies.refuseOtherType(context, FORM.type(), "Records come one a line");
        Negotiation.accept(context, FORM);
        return AnnotateApi.offsets(new Arguments(context.queryParamMap(), AnnotateApi.PARAMETERS, null));
    }

    /** The records of a whole body, so that a limit is told before the first row has gone out. */
    static Records records(byte[] body, Offsets offsets) {
        AnnotateApi.refuseLong(body);
        return new Records(body, offsets);
    }

    /** Ends a request of another method. */
    static void refuse(Context context) {
        context.header("Allow", ALLOWED);
        throw new ProblemException(Problem.METHOD_NOT_ALLOWED, "Records come here by POST.");
    }

    /** Tells what may be asked. */
    static void options(Context context) {
        context.status(204).header("Allow", ALLOWED);
    }
}
