package wherein.search;

import java.io.IOException;
import wherein.index.IndexException;

/** The commits of one index: tells which is the newest, and opens it. A look costs the same for an index of any size. */
public interface Commits {

    /**
     * What tells the newest commit from all others; empty if there is none. Costs no more than a listing of the folder,
     * so that it can be asked every second.
     */
    String newest() throws IOException;

    /**
     * Opens the newest commit.
     *
     * @throws IndexException if there is none, or one that is damaged or of another format
     */
    PassageSearcher open() throws IOException, IndexException;
}
