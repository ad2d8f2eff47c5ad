package wherein.search;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Rows of a ledger in groups: those with most rows first, and of equals the least key first, by the code points of its values
 * one after the other. They are held as numbers, and a {@link Ledger.MentionGroup} is made when it is asked for, so that many groups take little memory.
 */
public interface Groups extends Iterable<Ledger.MentionGroup> {

    /** How many groups there are. */
    int size();

    /** The group that is number {@code row} in this order, from 0. */
    Ledger.MentionGroup get(int row);

    /**
     * How many groups from number {@code row} on have as many rows as the one before them: what a list that is cut there leaves
     * out by chance of its order alone. 0 at the beginning and the end. Takes the logarithm of the size.
     */
    int tiedFrom(int row);

    /** The groups from number {@code row} on; none from the end on. */
    default Iterator<Ledger.MentionGroup> from(int row) {
        return new Iterator<>() {
            private int next = Math.max(0, row);

            @Override
            public boolean hasNext() {
                return next < size();
            }

            @Override
            public Ledger.MentionGroup next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("there are " + size() + " groups");
                }
                return get(next++);
            }
        };
    }

    @Override
    default Iterator<Ledger.MentionGroup> iterator() {
        return from(0);
    }

    /** All groups, in order. */
    default Stream<Ledger.MentionGroup> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** All groups as a list, which takes an object for each. */
    default List<Ledger.MentionGroup> toList() {
        return stream().toList();
    }
}
