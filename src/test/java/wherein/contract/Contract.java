package wherein.contract;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What every back end has to do, and does not know of any. A test of one back end is a class of its package that names it: it
 * inherits all the claims of one contract.
 */
public abstract class Contract {

    private static final AtomicInteger INDEXES = new AtomicInteger();

    /** The back end; what was written to it before is there. */
    protected abstract BackEnd backEnd();

    /** The name of an index that is not there yet. */
    static String newIndex() {
        return "index-" + INDEXES.incrementAndGet();
    }
}
