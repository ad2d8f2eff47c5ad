package wherein.search;

import java.time.Duration;

/** A question that could not be answered within the time that one may take. Nothing of a partial answer is given out. */
public final class DeadlineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The time allowed was {@code limit}. */
    public DeadlineException(Duration limit) {
        super("the query took longer than the " + limit.toMillis() + " ms that one may take; ask for less at a time");
    }
}
