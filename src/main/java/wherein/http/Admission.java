package wherein.http;

import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import wherein.api.Problem;
import wherein.api.ProblemException;

/**
 * How much runs at once. A search waits for its turn, but not for long: whoever cannot be served soon is told so soon. An
 * export, which may go on for minutes, has its turn at once or not at all, and takes no search's place while it runs.
 */
final class Admission {

    private static final String PASS = Pass.class.getName();
    private static final long WAIT_MILLIS = 500;

    /** Whole bodies are held in memory while they are worked on, 8 MB each at most. */
    private static final int BODIES = 8;

    private final Semaphore searches;
    private final Semaphore exports;
    private final int mostExports;
    private final Semaphore bodies = new Semaphore(BODIES);

    Admission(ServerOptions.Load load) {
        this.searches = new Semaphore(load.searches(), true);
        this.mostExports = load.exports();
        this.exports = new Semaphore(mostExports);
    }

    /** One of those that run. */
    final class Pass implements AutoCloseable {

        private Semaphore held;

        private Pass(Semaphore held) {
            this.held = held;
        }

        /** Lets {@code context} make an export of it. */
        void carry(Context context) {
            context.attribute(PASS, this);
        }

        private void export() {
            if (held == exports) {
                return;
            }
            if (!exports.tryAcquire()) {
                throw new ProblemException(
                        Problem.TOO_MANY_EXPORTS, "All of the " + mostExports + " exports that run at once are taken.");
            }
            held.release();
            held = exports;
        }

        @Override
        public void close() {
            held.release();
        }
    }

    /**
     * Lets a search in when it is its turn.
     *
     * @throws ProblemException if that would take too long
     */
    Pass search() {
        try {
            if (searches.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return new Pass(searches);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(Problem.OVERLOADED, Problem.OVERLOADED.explanation());
    }

    /**
     * Lets a body in that is whole, which is then worked on.
     *
     * @throws ProblemException if as many are worked on as may be held in memory
     */
    Pass body() {
        if (!bodies.tryAcquire()) {
            throw new ProblemException(
                    Problem.OVERLOADED, "All of the " + BODIES + " bodies that are worked on at once are taken.");
        }
        return new Pass(bodies);
    }

    /**
     * Makes of the search that a request is an export.
     *
     * @throws ProblemException if as many as may be run
     */
    static void export(Context context) {
        Pass pass = context.attribute(PASS);
        if (pass != null) {
            pass.export();
        }
    }
}
