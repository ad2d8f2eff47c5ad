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
 * @param judged what readers say of them
 */
public record Tally(int mentions, int passages, int documents, int boilerplate, int copies, Judged judged) {

    /** A count of which readers say nothing. */
    public Tally(int mentions, int passages, int documents, int boilerplate, int copies) {
        this(mentions, passages, documents, boilerplate, copies, Judged.NOTHING);
    }

    /**
     * How many of some rows have each {@link RowMarks.Mark}; the others have none.
     *
     * @param confirmed rows
     * @param rejected rows
     * @param reassigned rows
     * @param disputed rows
     */
    public record Judged(int confirmed, int rejected, int reassigned, int disputed) {

        /** None at all. */
        public static final Judged NOTHING = new Judged(0, 0, 0, 0);
    }
}
