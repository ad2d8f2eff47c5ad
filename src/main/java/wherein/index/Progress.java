package wherein.index;

/** Is told how a run goes on. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (files, of, passages, bytes) -> {};

    /**
     * A file is done.
     *
     * @param files how many are done
     * @param of how many there are
     * @param passages how many passages were found so far
     * @param bytes how many bytes were read so far
     */
    void done(int files, int of, int passages, long bytes);
}
