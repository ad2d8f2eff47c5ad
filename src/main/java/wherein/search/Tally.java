package wherein.search;

/**
 * The numbers that always go together.
 *
 * @param mentions rows
 * @param passages that hold at least one of them
 * @param documents that hold at least one of them
 */
public record Tally(int mentions, int passages, int documents) {}
