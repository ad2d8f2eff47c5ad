package wherein.hyphen;

/**
 * A place where a line ends behind a hyphen, and letters or digits follow. Positions are UTF-16.
 *
 * @param head where the letters before the hyphen begin
 * @param hyphen where the hyphen stands
 * @param behind where it ends
 * @param tail where the word goes on, or the next one begins
 * @param end where the letters end with which it goes on
 * @param aside whether something else stands between, such as the foot of a page
 * @param isOneLine whether nothing but one line end stands between
 * @param soft whether the sign says by itself that the word is one
 */
record LineBreak(int head, int hyphen, int behind, int tail, int end, boolean aside, boolean isOneLine, boolean soft) {

    /** Whether the letters that this one ends with are broken by {@code next} again. */
    boolean runsInto(LineBreak next) {
        return end == next.hyphen;
    }
}
