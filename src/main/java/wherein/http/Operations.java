package wherein.http;

import io.javalin.http.Context;
import wherein.search.Generations;

/** What machines that watch the server ask: whether it lives, whether it can be searched, and how it fares. */
final class Operations {

    private final Generations<Engine> engines;
    private final Metrics metrics;

    Operations(Generations<Engine> engines, Metrics metrics) {
        this.engines = engines;
        this.metrics = metrics;
    }

    /** The process answers; the index is not asked, so that a slow disk is no reason to start anew. */
    static void health(Context context) {
        context.contentType("application/json").result("{\"status\":\"up\"}");
    }

    /** 503 until the index can be searched. */
    void ready(Context context) {
        if (engines.state().open() == 0) {
            throw new ProblemException(Problem.NOT_READY, Problem.NOT_READY.explanation());
        }
        context.contentType("application/json").result("{\"status\":\"ready\"}");
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
        engines.acquire().ifPresent(lease -> {
            try (lease) {
                var manifest = lease.value().searcher().manifest();
                text.gauge("wherein_index_documents", "Documents of the newest generation.", manifest.documents());
                text.gauge("wherein_index_passages", "Passages of the newest generation.", manifest.passages());
                text.gauge("wherein_index_mentions", "Mentions of the newest generation.", manifest.mentions());
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
