package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Optional;
import wherein.api.Answer;
import wherein.api.Cursors;
import wherein.api.Endpoint;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Form;
import wherein.api.Format;
import wherein.api.Generations;
import wherein.api.ListsApi;
import wherein.api.Problem;
import wherein.api.ProblemException;
import wherein.api.Request;
import wherein.api.Serving;
import wherein.api.Table;
import wherein.search.Deadline;

/** Gives each request its turn, a deadline, and one generation of the index, which it sees from start to end. */
final class RequestHandler {

    private final Generations<Engine> engines;
    private final Admission admission;
    private final Optional<FilesApi> files;
    private final ListsApi lists;

    RequestHandler(Generations<Engine> engines, Admission admission, Optional<FilesApi> files, ListsApi lists) {
        this.engines = engines;
        this.admission = admission;
        this.files = files;
        this.lists = lists;
    }

    /** Answers a request from one generation. */
    @FunctionalInterface
    interface EngineHandler {
        void answer(Engine engine, Context context) throws IOException;
    }

    /** The handler that answers as {@code handler} does. */
    Handler with(EngineHandler handler) {
        return context -> {
            try (Admission.Pass pass = admission.search();
                    Generations.Lease<Engine> lease = lease(context)) {
                pass.carry(context);
                Deadline deadline = Deadline.after(lease.value().searcher().limit());
                Serving serving = new Serving(engines.lastSweep(), files, Optional.of(lists));
                handler.answer(lease.value().within(deadline).by(serving), context);
            }
        };
    }

    /**
     * The handler of {@code endpoint}: what it answers is tagged, paged and written here, and nowhere else.
     *
     * @param suffix of the path, without its point; empty where there is none
     */
    Handler of(Endpoint endpoint, String suffix) {
        return with((engine, context) -> {
            Form form = Negotiation.form(context, endpoint, suffix);
            Freshness freshness = new Freshness(context, engine, form.type() + endpoint.variant(engine));
            if (freshness.isUnchanged()) {
                return;
            }
            Request request = new Request(context.pathParamMap(), context.queryParamMap(), form, Gate.address(context));
            write(endpoint.answer(engine, request), form, freshness, engine.deadline(), context);
        });
    }

    private static void write(Answer answer, Form form, Freshness freshness, Deadline deadline, Context context)
            throws IOException {
        switch (answer) {
            case Answer.Body body -> {
                freshness.mark();
                Responses.json(context, body.json());
            }
            case Answer.Text text -> {
                freshness.mark();
                text.file().ifPresent(name -> Responses.save(context, name));
                Responses.timing(context);
                Responses.text(context, form.type(), text.text());
            }
            case Answer.Rows rows -> {
                if (rows.table().format() == Format.JSON) {
                    page(rows.table(), freshness, context);
                } else {
                    stream(rows.table(), form, freshness, deadline, context);
                }
            }
        }
    }

    private static void page(Table table, Freshness freshness, Context context) throws IOException {
        ObjectNode page = table.page();
        freshness.mark();
        origin(table, context);
        Responses.json(context, page);
    }

    private static void stream(Table table, Form form, Freshness freshness, Deadline deadline, Context context)
            throws IOException {
        boolean head = context.method().name().equals("HEAD");
        RowStream.send(
                context,
                deadline,
                out -> table.export(
                        count -> {
                            freshness.mark();
                            context.contentType(form.type());
                            context.header("X-Total-Count", Integer.toString(count));
                            origin(table, context);
                            Responses.timing(context);
                            return !head;
                        },
                        out::row));
    }

    /** The headers that say of which collection and of which question these are the rows. */
    private static void origin(Table table, Context context) {
        context.header("X-Wherein-Fingerprint", table.fingerprint());
        context.header("X-Wherein-Generation", Long.toString(table.generation()));
        context.header("X-Wherein-Query", table.query());
        if ("on".equals(context.queryParam("download"))) {
            Responses.save(context, table.name() + "." + table.format().word());
        }
    }

    /**
     * The generation that the cursor of the request came from, as long as it is open; else the newest, where the endpoint
     * says what is wrong with the cursor. None of a damaged index, which might answer wrongly.
     */
    private Generations.Lease<Engine> lease(Context context) {
        Operations.refuseDamage(engines);
        return Optional.ofNullable(context.queryParam("cursor"))
                .flatMap(Cursors::generation)
                .flatMap(engines::acquire)
                .or(engines::acquire)
                .orElseThrow(() ->
                        new ProblemException(Problem.NOT_READY, "The index cannot be searched yet. Try again soon."));
    }
}
