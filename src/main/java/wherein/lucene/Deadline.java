package wherein.lucene;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;
import wherein.search.DeadlineException;

/** The moment by which a question has to be answered; asked by Lucene's loops and by ours. */
final class Deadline implements QueryTimeout {

    private final Duration limit;
    private long end;

    private Deadline(Duration limit) {
        this.limit = limit;
        renew();
    }

    /** A deadline {@code limit} from now. */
    static Deadline after(Duration limit) {
        return new Deadline(limit);
    }

    /** Gives the whole time again: a stream has it for every row. */
    void renew() {
        end = System.nanoTime() + limit.toNanos();
    }

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - end > 0;
    }

    /**
     * Goes on if there is time left.
     *
     * @throws DeadlineException if there is none
     */
    void check() {
        if (shouldExit()) {
            throw new DeadlineException(limit);
        }
    }
}
