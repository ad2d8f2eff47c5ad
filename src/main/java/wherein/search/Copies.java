package wherein.search;

/**
 * What becomes of copies in an answer. A row, match or passage is a copy if the same words say the same thing in another that is
 * selected too, and there first; a passage also if all its words stand in a longer one. What says that something is a copy is
 * made once for a generation, when somebody first asks.
 */
public enum Copies {
    /** They count like all others, and nobody asks which they are. */
    UNTOLD,
    /** They count like all others, and it is told how many they are. */
    TOLD,
    /** They are left out, and it is told how many they are. */
    FOLDED
}
