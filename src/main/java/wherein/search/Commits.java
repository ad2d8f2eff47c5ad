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
     * Reads the files of the open commit {@code generation} again, and holds them against their checksums. Where a newer commit
     * has come, whether or not it can be used, these are the files that it has left there.
     *
     * <p>They are read as whoever answers reads them: what the system keeps of a file in memory is taken from there, and the rest
     * from the disk. So this finds what could be answered wrongly from now on, in a memory or on a disk; what a disk has lost of
     * a part that is in memory it finds when that part has left it.
     *
     * @param generation which one, see {@link PassageSearcher#generation}
     * @param reading is told of the bytes, and may slow the work down or end it
     * @return whether all of them are still there; nothing is said of one that is gone since a newer commit does not need it
     * @throws IndexException if one is damaged, or gone from the newest commit
     */
    boolean reread(long generation, Reading reading) throws IOException, IndexException;
}
