package wherein.search;

import java.time.Duration;

/** A request took longer than its time and was ended. No part of an answer has been given out. */
public final class DeadlineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The time allowed was {@code limit}. */
    public DeadlineException(Duration limit) {
        super("the query took longer than the " + limit.toMillis() + " ms that one may take; ask for less at a time");
    }
}
