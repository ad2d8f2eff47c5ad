package wherein.api;

/**
 * What a parameter does to an answer. It is said once, where the parameter is declared, and decides whether a cursor may go
 * on when its value changes, whether it belongs to the address that asks for the same rows, and whether it may be set once for
 * all.
 */
public enum Role {
    /** Which passages, rows or groups there are: the totals depend on it. */
    SELECTS,
    /** In what order they come. */
    ORDERS,
    /** What is shown of each, or counted beside them. */
    SHOWS,
    /** The form in which the same is sent. */
    SHAPES,
    /** How many at most. */
    LIMITS,
    /** Where to go on. */
    PAGES;

    /** Whether a cursor is good only as long as this stays the same. */
    public boolean isOfOrder() {
        return this == SELECTS || this == ORDERS;
    }

    /** Whether it belongs to the address by which a reader asks for the same rows again. */
    public boolean isOfRows() {
        return this != SHAPES && this != PAGES;
    }

    /** Whether a setting may have it: what selects or ends rows may not, since, unseen, it would make "every mention" untrue. */
    public boolean isSettable() {
        return this == ORDERS || this == SHOWS || this == SHAPES;
    }
}
