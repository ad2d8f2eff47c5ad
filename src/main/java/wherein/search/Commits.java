package wherein.search;

import java.io.IOException;
import wherein.index.IndexException;
import wherein.index.Reading;

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

    /**
     * As {@link #open()}; what the newest commit shares with {@code before}, one of these that is still open and not known to be
     * damaged, need not be read through again, so that this may cost no more than what is new.
     */
    default PassageSearcher openAfter(PassageSearcher before) throws IOException, IndexException {
        return open();
    }

    /**
     * Reads all bytes of the commit {@code generation} again, from the disk and not from what is open, and holds them against
     * their checksums.
     *
     * @param generation which one, see {@link PassageSearcher#generation}
     * @param reading is told of the bytes, and may slow the work down or end it
     * @return whether it is still the newest; if it is not, nothing is said of it
     * @throws IndexException if it is damaged
     */
    boolean reread(long generation, Reading reading) throws IOException, IndexException;
}
