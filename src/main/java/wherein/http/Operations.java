package wherein.http;

import io.javalin.http.Context;
import java.util.List;
import wherein.api.Engine;
import wherein.api.Form;
import wherein.api.Generations;
import wherein.api.Problem;
import wherein.api.ProblemException;

/** What machines that watch the server ask: whether it lives, whether it can be searched, and how it fares. */
final class Operations {

    private final Generations<Engine> engines;
    private final Metrics metrics;

    Operations(Generations<Engine> engines, Metrics metrics) {
        this.engines = engines;
        this.metrics = metrics;
    }

    /**
     * An address beside the API, which needs no index.
     *
     * @param doc what it answers, in one line
     * @param form in which it answers
     */
    record Operation(String path, String doc, Form form, OperationHandler handler) {}

    /** Answers a request with the help of the state of the server. */
    @FunctionalInterface
    interface OperationHandler {
        void answer(Operations operations, Context context);
    }

    private static final Form STATUS = new Form("json", "application/json", "Status");
    private static final Form TEXT = new Form("txt", "text/plain; charset=utf-8", "");

    /** All of them. */
    static final List<Operation> DECLARED = List.of(
            new Operation(
                    "/health",
                    "Whether the process answers; 503 if its index was found to be damaged",
                    STATUS,
                    Operations::health),
            new Operation("/ready", "Whether the index can be searched; 503 until then", STATUS, Operations::ready),
            new Operation("/metrics", "Counts, latencies and gauges, for Prometheus", TEXT, Operations::metrics),
            new Operation(
                    "/problems/{type}",
                    "What a problem means, and what to do",
                    TEXT,
                    (operations, context) -> explain(context)),
            new Operation(
                    Discovery.OPEN_SEARCH,
                    "How a browser's search bar searches here",
                    Discovery.OPEN_SEARCH_FORM,
                    (operations, context) -> Discovery.openSearch(context)),
            new Operation(
                    Discovery.LLMS,
                    "What a script or a model has to know",
                    TEXT,
                    (operations, context) -> Discovery.llms(context)));

    /** The process answers; the index is not asked, so that a slow disk is no reason to start anew. */
    void health(Context context) {
        refuseDamage(engines);
        context.contentType("application/json").result("{\"status\":\"up\"}");
    }

    /** 503 until the index can be searched. */
    void ready(Context context) {
        refuseDamage(engines);
        if (engines.state().open() == 0) {
            throw new ProblemException(Problem.NOT_READY, Problem.NOT_READY.explanation());
        }
        context.contentType("application/json").result("{\"status\":\"ready\"}");
    }

    /** Nothing is answered from an index of which something is known to be damaged. */
    static void refuseDamage(Generations<Engine> engines) {
        if (engines.damage().isPresent()) {
            // Which file it is, and where, is told in the log: a client is to know no paths.
            throw new ProblemException(Problem.INDEX_DAMAGED, Problem.INDEX_DAMAGED.explanation());
        }
    }

    /** The counts, for Prometheus. */
    void metrics(Context context) {
        Metrics.Text text = new Metrics.Text();
        metrics.write(text);
        Generations.State state = engines.state();
        text.gauge("wherein_index_generation", "The commit that new requests are answered from.", state.newest());
        text.gauge("wherein_index_generations_open", "Commits that are open, older ones included.", state.open());
        text.counter(
                "wherein_index_refused_total",
                "Commits that could not be opened and were passed by.",
                state.refusals());
        text.gauge(
                "wherein_index_damaged",
                "1 if the files of the index are not what was written, so that nothing is answered.",
                engines.damage().isPresent() ? 1 : 0);
        engines.lastSweep()
                .ifPresent(sweep -> text.gauge(
                        "wherein_index_swept_seconds",
                        "When the files of the newest generation were last read again, in seconds since 1970.",
                        sweep.ended().getEpochSecond()));
        engines.acquire().ifPresent(lease -> {
            try (lease) {
                var manifest = lease.value().searcher().manifest();
                text.gauge("wherein_index_documents", "Documents of the newest generation.", manifest.documents());
                text.gauge("wherein_index_passages", "Passages of the newest generation.", manifest.passages());
                text.gauge("wherein_index_mentions", "Mentions of the newest generation.", manifest.allMentions());
            }
        });
        Runtime runtime = Runtime.getRuntime();
        text.gauge("wherein_heap_bytes", "Heap in use.", runtime.totalMemory() - runtime.freeMemory());
        context.contentType(Metrics.TYPE).result(text.toString());
    }

    /** What the problem of this name is. */
    static void explain(Context context) {
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
}
