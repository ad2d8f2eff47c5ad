package wherein.search;

/**
 * How many mentions were counted, and in how many passages and documents they stand.
 *
 * @param mentions rows
 * @param passages that hold at least one of them
 * @param documents that hold at least one of them
 * @param boilerplate how many of them stand in boilerplate
 * @param copies how many rows repeat another that was selected; they are among {@code mentions} unless they were left out; 0
 *     where nobody asked
 */
public record Tally(int mentions, int passages, int documents, int boilerplate, int copies) {}
