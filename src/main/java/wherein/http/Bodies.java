package wherein.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import wherein.api.Problem;
import wherein.api.ProblemException;

/**
 * Takes in the bodies of requests as they arrive. A body that is not whole holds no thread and none of the places in
 * {@link Admission}, only the bytes that are here of it, in memory or on a disk; so clients that send slowly keep nobody else
 * waiting. Each body has to come in at a pace, and there may be so many of them, which together may hold so many bytes: if that is
 * too few, the one is refused that has held the most for the longest.
 * Safe for use by several threads at once.
 */
final class Bodies {

    /** Bytes of one body that have to arrive each time that the patience has passed, unless it is whole by then. */
    private static final int PACE = 1 << 15;

    private final Set<Incoming> all = new HashSet<>();
    private final long patience;
    private final long budget;
    private final int atOnce;
    private long held;

    /**
     * Bodies of which each moves on within {@code patience}.
     *
     * @param budget bytes that those may hold together which are not whole
     * @param atOnce how many may be on their way
     */
    Bodies(Duration patience, long budget, int atOnce) {
        this.patience = patience.toNanos();
        this.budget = budget;
        this.atOnce = atOnce;
    }

    /** The bytes that a process of this size spares for bodies: 64 MB, and at most an eighth of the heap. */
    static long usualBudget() {
        return Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);
    }

    /**
     * Ends a request whose body is coded, for itself or for the way: it would be taken for what it is not.
     *
     * @throws ProblemException that is a 415, and its answer says what is taken
     */
    static void refuseCoded(Context context) {
        refuseCoded(context, "Content-Encoding", "identity");
        refuseCoded(context, "Transfer-Encoding", "chunked");
    }

    private static void refuseCoded(Context context, String header, String plain) {
        Enumeration<String> codings = context.req().getHeaders(header);
        while (codings.hasMoreElements()) {
            String coding = codings.nextElement().strip();
            if (!coding.isEmpty() && !coding.equalsIgnoreCase(plain)) {
                context.header("Accept-Encoding", "identity");
                throw new ProblemException(
                        Problem.UNSUPPORTED_TYPE,
                        "The body is coded, as its " + header + " says; only a plain one is read.");
            }
        }
    }

    /**
     * Ends a request whose body is of another type than {@code type}, whatever stands behind it.
     *
     * @param expected what is taken, in words
     * @throws ProblemException that is a 415
     */
    static void refuseOtherType(Context context, String type, String expected) {
        String given = context.req().getContentType();
        String bare = given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!bare.equals(type)) {
            throw new ProblemException(Problem.UNSUPPORTED_TYPE, expected + ": Content-Type: " + type + ".");
        }
    }

    /** What is done once a body is here. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * Has {@code work} done once all of the body of a request has been written to {@code into}, on a thread that may be held;
     * until then nothing of the server waits for it. A client that expects to be told to go on is told so now.
     *
     * @param most bytes of the body
     * @param into is closed at the end, whatever that is
     * @return fails as {@code work} does, or with a {@link ProblemException} if the body is too large, too slow, or none
     */
    CompletableFuture<Void> receive(Context context, int most, OutputStream into, Work work) {
        Request request = ServletContextRequest.getServletContextRequest(context.req());
        Executor threads = request.getComponents().getExecutor();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Incoming incoming = new Incoming(
                request,
                most,
                into,
                fault -> threads.execute(() -> {
                    try (into) {
                        if (fault != null) {
                            // Else the rest of it would be read, to its end, for the sake of the connection.
                            context.header("Connection", "close");
                            throw fault;
                        }
                        work.run();
                    } catch (Exception | Error e) {
                        done.completeExceptionally(e);
                        return;
                    }
                    done.complete(null);
                }));
        incoming.begin();
        return done;
    }

    /** The problem of a body of more than {@code most} bytes. */
    static ProblemException tooLarge(int most) {
        return new ProblemException(Problem.TOO_LARGE, "A body has at most " + most + " bytes.");
    }

    /**
     * Counts bytes that have arrived of a body; if there are too many of all of them now, those go that cost the most. Costs
     * a look at each body that is coming in then, of which there are at most as many as connections.
     */
    private synchronized void hold(Incoming incoming, int bytes) {
        if (!all.contains(incoming)) {
            return;
        }
        incoming.bytes += bytes;
        held += bytes;
        while (held > budget || all.size() > atOnce) {
            long now = System.nanoTime();
            Incoming costliest = all.stream()
                    .max(Comparator.comparingDouble(each -> each.cost(now)))
                    .orElseThrow();
            forget(costliest);
            // Elsewhere, since the thread of this body may not wait for that of another.
            costliest.endElsewhere(new ProblemException(
                    Problem.OVERLOADED,
                    "More bodies come in than can be held. Of these, this has held most for longest."));
        }
    }

    private synchronized void forget(Incoming incoming) {
        if (all.remove(incoming)) {
            held -= incoming.bytes;
        }
    }

    /** One body. What is read of it is read under its lock, and nothing any more once it has ended. */
    private final class Incoming implements Runnable {

        private final Request request;
        private final int most;
        private final OutputStream into;
        private final Consumer<Exception> then;
        private final long begun = System.nanoTime();
        private volatile Scheduler.Task next = () -> true;
        private volatile long arrived;
        private volatile boolean ended;
        private long looked;

        /** Guarded by the lock of {@link Bodies}, unlike all else. */
        private long bytes;

        Incoming(Request request, int most, OutputStream into, Consumer<Exception> then) {
            this.request = request;
            this.most = most;
            this.into = into;
            this.then = then;
        }

        void begin() {
            if (request.getLength() > most) {
                end(tooLarge(most));
                return;
            }
            synchronized (Bodies.this) {
                all.add(this);
            }
            hold(this, 0);
            look();
            run();
        }

        /** Bytes times nanoseconds: what a slow body costs, and one that is soon whole never gets to. */
        double cost(long now) {
            return (1.0 + bytes) * (now - begun);
        }

        /** Looks, now and each time that the patience has passed, whether enough has arrived since. Waits for nobody. */
        private void look() {
            if (ended) {
                return;
            }
            if (System.nanoTime() - begun >= patience && arrived - looked < PACE) {
                endElsewhere(new ProblemException(Problem.TOO_SLOW, Problem.TOO_SLOW.explanation()));
                return;
            }
            looked = arrived;
            next = request.getComponents().getScheduler().schedule(this::look, patience, TimeUnit.NANOSECONDS);
        }

        /** Reads what has arrived. */
        @Override
        public void run() {
            try {
                if (readAll()) {
                    end(null);
                }
            } catch (ProblemException | IOException e) {
                end(e);
            }
        }

        private synchronized boolean readAll() throws IOException {
            while (!ended) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    // Chunks that are none, or fewer bytes than were announced.
                    throw new ProblemException(Problem.BAD_REQUEST, "The body is not as its headers announce it.");
                }
                take(chunk);
                if (chunk.isLast()) {
                    return true;
                }
            }
            return false;
        }

        private void take(Content.Chunk chunk) throws IOException {
            ByteBuffer buffer = chunk.getByteBuffer();
            byte[] more = new byte[buffer.remaining()];
            buffer.get(more);
            chunk.release();
            if (arrived + more.length > most) {
                throw tooLarge(most);
            }
            into.write(more);
            arrived += more.length;
            hold(this, more.length);
        }

        private void endElsewhere(ProblemException fault) {
            request.getComponents().getExecutor().execute(() -> end(fault));
        }

        /** Tells that the body is here, or the fault that it ends with, if it has not ended yet. */
        private void end(Exception fault) {
            synchronized (this) {
                if (ended) {
                    return;
                }
                ended = true;
                next.cancel();
            }
            forget(this);
            then.accept(fault);
        }
    }
}
