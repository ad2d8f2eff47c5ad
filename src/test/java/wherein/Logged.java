package wherein;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what one logger, or a package of them, logs from the console, for a test that expects it, until it is closed. */
public final class Logged implements AutoCloseable {

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Logger logger;

    /** Listens to the logger that is named after {@code owner}. */
    public Logged(Class<?> owner) {
        this(owner.getName());
    }

    /** Listens to the logger of this name and to all below it. */
    public Logged(String name) {
        // Held by this, since the logging system forgets loggers that nobody holds.
        this.logger = Logger.getLogger(name);
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
    }

    /** What was logged so far, the oldest first. */
    public List<LogRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }
}
