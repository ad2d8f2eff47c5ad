package wherein.mention;

import java.util.List;

/** Finds the mentions of one type in a document. Safe for use by several threads at once. */
public interface Recogniser {

    /** The mentions in {@code input}, by start; none overlaps another of the same list. */
    List<Mention> recognise(Input input);
}
