package wherein.search;

/**
 * How many mentions were counted, and in how many passages and documents they stand.
 *
 * @param mentions rows
 * @param passages that hold at least one of them
 * @param documents that hold at least one of them
 */
public record Tally(int mentions, int passages, int documents) {}
