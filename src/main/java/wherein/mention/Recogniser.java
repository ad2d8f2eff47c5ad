package wherein.mention;

import java.util.List;

/** Finds the mentions of one type in a document. Safe for use by several threads at once. */
public interface Recogniser {

    /**
     * The mentions in {@code input}, by start; none overlaps another of the same list. The work grows with the text and no
     * faster, and steps through the input's checkpoint, whose exceptions it lets pass.
     */
    List<Mention> recognise(Input input);

    /** What in {@code input} it read and found to be no mention, by start; nothing where it gives no reasons. */
    default List<SetAside> setAside(Input input) {
        return List.of();
    }
}
