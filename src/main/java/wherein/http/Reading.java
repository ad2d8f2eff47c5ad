package wherein.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Optional;
import wherein.search.Generations;

/** Gives each request its turn, and one generation of the index, which it sees from start to end. */
final class Reading {

    private final Generations<Engine> engines;
    private final Admission admission;

    Reading(Generations<Engine> engines, Admission admission) {
        this.engines = engines;
        this.admission = admission;
    }

    /** Answers a request from one generation. */
    @FunctionalInterface
    interface Answer {
        void answer(Engine engine, Context context) throws IOException;
    }

    /** The handler that answers as {@code answer} does. */
    Handler with(Answer answer) {
        return context -> {
            try (Admission.Pass pass = admission.search();
                    Generations.Lease<Engine> lease = lease(context)) {
                pass.carry(context);
                answer.answer(lease.value(), context);
            }
        };
    }

    /**
     * The generation that the cursor of the request came from, as long as it is open; else the newest, where the endpoint
     * says what is wrong with the cursor.
     */
    private Generations.Lease<Engine> lease(Context context) {
        return generation(context)
                .flatMap(engines::acquire)
                .or(engines::acquire)
                .orElseThrow(() ->
                        new ProblemException(Problem.NOT_READY, "The index cannot be searched yet. Try again soon."));
    }

    private static Optional<Long> generation(Context context) {
        try {
            return Optional.ofNullable(context.queryParam("cursor"))
                    .map(cursor -> Paging.decode(cursor).cursor().generation());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
