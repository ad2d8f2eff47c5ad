package wherein.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts off clients that keep the server waiting. Idle timers do not: a byte now and then satisfies them. Here the head of a
 * request has to be whole in time, and a body has to move on at some pace, whichever way it goes. What the server itself
 * needs is not counted. Of too many connections, the one that the server has waited for longest goes, and so it is where
 * readers of answers leave no thread for others; so those who ask and read at once are always served.
 */
final class SlowClients extends Handler.Wrapper {

    /** How long a request waits for its turn. */
    static final Duration MAX_WAIT = Duration.ofMillis(500);

    /** What has to go over the wire in {@link #body}, in bytes: as much as Jetty writes at once. */
    private static final int ENOUGH = 1 << 15;

    /** How long a reader may be waited for while others wait for their turn: as long as these may. */
    private static final long WHILE_OTHERS_WAIT = MAX_WAIT.toNanos();

    private final QoSHandler queue;
    private final Map<Connection, Client> clients = new ConcurrentHashMap<>();
    private final int most;
    private final long head;
    private final long body;
    private Scheduler scheduler;

    /** Before {@code queue}, which is given the requests whose heads are whole, and which says whether any has to wait. */
    SlowClients(ServerOptions.Load load, QoSHandler queue) {
        super(queue);
        this.queue = queue;
        this.most = load.connections();
        this.head = load.patience().toNanos();
        this.body = 3 * head;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        Connection.Listener listener = new Connection.Listener() {
            @Override
            public void onOpened(Connection connection) {
                opened(connection);
            }

            @Override
            public void onClosed(Connection connection) {
                clients.remove(connection);
            }
        };
        for (Connector connector : getServer().getConnectors()) {
            ((ContainerLifeCycle) connector).addBean(listener);
        }
        scheduler = getServer().getScheduler();
        lookLater();
    }

    private void opened(Connection connection) {
        Client opened = new Client(connection);
        if (clients.size() >= most) {
            long now = System.nanoTime();
            clients.values().stream()
                    .max(Comparator.comparingLong(client -> client.waitedFor(now)))
                    .filter(client -> client.waitedFor(now) > 0)
                    .orElse(opened)
                    .cut("there are too many connections");
        }
        if (connection.getEndPoint().isOpen()) {
            clients.put(connection, opened);
        }
    }

    private void lookLater() {
        long pause = Math.min(Duration.ofSeconds(1).toNanos(), head / 10);
        scheduler.schedule(this::look, pause, TimeUnit.NANOSECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        long now = System.nanoTime();
        for (Client client : clients.values()) {
            if (client.waiting(now) > head) {
                client.cut("the head of the request takes too long");
            } else if (client.moving(now) > body) {
                client.cut("the body moves too slowly");
            }
        }
        lookLater();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Client client = clients.get(request.getConnectionMetaData().getConnection());
        if (client == null) {
            return super.handle(request, response, callback);
        }
        Pace in = new Pace();
        Pace out = new Pace();
        client.begin(in, out);
        Request.addCompletionListener(request, failure -> client.end());
        Request paced = new PacedRequest(request, in);
        boolean handled = super.handle(paced, new PacedResponse(paced, response, out), callback);
        if (queue.getSuspendedRequestCount() > 0) {
            makeRoom();
        }
        return handled;
    }

    /** A reader who does not read holds a thread: of these one goes if there is none for another request. */
    private void makeRoom() {
        long now = System.nanoTime();
        clients.values().stream()
                .max(Comparator.comparingLong(client -> client.reading(now)))
                .filter(client -> client.reading(now) > WHILE_OTHERS_WAIT)
                .ifPresent(client -> client.cut("others wait for the thread of an answer that is not read"));
    }

    /** One connection. */
    private static final class Client {

        private final Connection connection;
        private long since = System.nanoTime();
        private long ended = since;
        private long bytes = -1;
        private Pace in;
        private Pace out;

        Client(Connection connection) {
            this.connection = connection;
        }

        synchronized void begin(Pace requested, Pace answered) {
            in = requested;
            out = answered;
        }

        synchronized void end() {
            in = null;
            out = null;
            bytes = connection.getBytesIn();
            since = System.nanoTime();
            ended = since;
        }

        /** Nanoseconds for which a request has been coming in that is not whole; a connection may rest between two. */
        synchronized long waiting(long now) {
            if (in != null) {
                return 0;
            }
            if (connection.getBytesIn() == bytes) {
                since = now;
            }
            return now - since;
        }

        /** Nanoseconds for which the server has waited for this client, whatever for: also for its next request. */
        synchronized long waitedFor(long now) {
            return in == null ? now - ended : moving(now);
        }

        /** Nanoseconds for which the server has waited for this client to read on. */
        synchronized long reading(long now) {
            return in == null ? 0 : out.waited(now);
        }

        /** Nanoseconds for which the server has waited for too little of a body. */
        synchronized long moving(long now) {
            return in == null ? 0 : Math.max(in.waited(now), out.waited(now));
        }

        void cut(String why) {
            connection.getEndPoint().close(new TimeoutException(why));
        }
    }

    /** How long one side has waited for the other, since the last time that enough has gone over. */
    private static final class Pace {

        private boolean waiting;
        private long begun;
        private long waited;
        private long bytes;

        synchronized void begin() {
            waiting = true;
            begun = System.nanoTime();
        }

        synchronized void end() {
            if (waiting) {
                waiting = false;
                waited += System.nanoTime() - begun;
            }
        }

        synchronized void went(int count) {
            bytes += count;
            if (bytes >= ENOUGH) {
                bytes = 0;
                waited = 0;
            }
        }

        synchronized long waited(long now) {
            return waiting ? waited + now - begun : waited;
        }
    }

    private static final class PacedRequest extends Request.Wrapper {

        private final Pace pace;

        PacedRequest(Request request, Pace pace) {
            super(request);
            this.pace = pace;
        }

        @Override
        public void demand(Runnable then) {
            pace.begin();
            super.demand(Invocable.from(Invocable.getInvocationType(then), () -> {
                pace.end();
                then.run();
            }));
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null) {
                pace.went(chunk.remaining());
            }
            return chunk;
        }
    }

    private static final class PacedResponse extends Response.Wrapper {

        private final Pace pace;

        PacedResponse(Request request, Response response, Pace pace) {
            super(request, response);
            this.pace = pace;
        }

        /** In pieces, so that a large body moves on as visibly as a stream. */
        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            if (bytes == null || bytes.remaining() <= ENOUGH) {
                piece(last, bytes, callback);
                return;
            }
            new IteratingNestedCallback(callback) {
                @Override
                protected Action process() {
                    if (!bytes.hasRemaining()) {
                        return Action.SUCCEEDED;
                    }
                    int length = Math.min(ENOUGH, bytes.remaining());
                    ByteBuffer piece = bytes.slice(bytes.position(), length);
                    bytes.position(bytes.position() + length);
                    piece(last && !bytes.hasRemaining(), piece, this);
                    return Action.SCHEDULED;
                }
            }.iterate();
        }

        private void piece(boolean last, ByteBuffer bytes, Callback callback) {
            int length = bytes == null ? 0 : bytes.remaining();
            pace.begin();
            super.write(last, bytes, new Callback.Nested(callback) {
                @Override
                public void succeeded() {
                    pace.end();
                    pace.went(length);
                    super.succeeded();
                }

                @Override
                public void failed(Throwable failure) {
                    pace.end();
                    super.failed(failure);
                }
            });
        }
    }
}
