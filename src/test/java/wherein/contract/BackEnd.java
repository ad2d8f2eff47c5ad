package wherein.contract;

import java.io.IOException;
import wherein.index.IndexException;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.search.PassageSearcher;

/** A back end that is to keep the contract: where documents go, and what answers from there. It tells its indexes by their names. */
public interface BackEnd {

    /** Begins to write the index {@code name} anew, whether or not it is there. */
    PassageSink writer(String name) throws IOException, IndexException;

    /** Begins to write the index {@code name}, going on from {@code previous}, which is open, and what is there. */
    PassageSink update(String name, Previous previous) throws IOException, IndexException;

    /** The index {@code name} as a run of the indexer finds it; {@link Previous#NONE} if it is not there. */
    Previous previous(String name) throws IOException;

    /** Answers from what was last committed to the index {@code name}. */
    PassageSearcher open(String name) throws IOException, IndexException;

    /** As {@link #open}, where {@code before} answers from an earlier commit of the same index, is open, and may share what it knows. */
    PassageSearcher openAfter(String name, PassageSearcher before) throws IOException, IndexException;

    /** Leaves nothing of what was deleted from the index {@code name}: from then on scores are those of an index that never held it. */
    void purge(String name) throws IOException, IndexException;
}
