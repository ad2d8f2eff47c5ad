package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import wherein.api.FilesApi;
import wherein.api.Problem;
import wherein.api.ProblemException;

/**
 * Takes in what is posted to {@link FilesApi#PATH}. A file goes to the disk as it arrives, so that memory does not grow with it; one
 * that does not arrive whole leaves nothing.
 */
final class FilesHandler {

    /** More of them at once are a fault, or meant to be one. */
    private static final int AT_ONCE = 16;

    private static final String ALLOWED = "POST, OPTIONS";

    private final FilesApi files;
    private final Bodies bodies;

    FilesHandler(FilesApi files, ServerOptions.Load load) {
        this.files = files;
        this.bodies = new Bodies(load.patience(), Long.MAX_VALUE, AT_ONCE);
    }

    /** Takes the file that {@code context} sends. All that can be refused is refused before its body is waited for. */
    void take(Context context) throws IOException {
        Bodies.refuseCoded(context);
        Bodies.refuseOtherType(context, FilesApi.TYPE, "A file comes as it is, with this type whatever it holds");
        long announced = Math.max(0, context.req().getContentLengthLong());
        if (announced > files.most()) {
            throw Bodies.tooLarge(files.most());
        }
        FilesApi.Upload upload = files.begin(context.queryParamMap(), announced);
        context.future(() -> receive(context, upload));
    }

    private CompletableFuture<Void> receive(Context context, FilesApi.Upload upload) {
        return bodies.receive(context, files.most(), upload, () -> {
            ObjectNode told = upload.end();
            context.status(201);
            Responses.json(context, told);
        });
    }

    /** Ends a request of another method. */
    static void refuse(Context context) {
        context.header("Allow", ALLOWED);
        throw new ProblemException(Problem.METHOD_NOT_ALLOWED, "Files come here by POST.");
    }

    /** Tells what may be asked. */
    static void options(Context context) {
        context.status(204).header("Allow", ALLOWED);
    }
}
