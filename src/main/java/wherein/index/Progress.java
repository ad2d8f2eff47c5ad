package wherein.index;

/** Is told how a run goes on, by several threads. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = so -> {};

    /** So much is done now. */
    void done(Done so);

    /**
     * How far a run is.
     *
     * @param files how many files are done
     * @param allFiles how many there are
     * @param bytes how much of the files that have to be looked at is done, in the file under way too
     * @param allBytes the size of these files, as a listing has it
     * @param passages how many passages there are so far
     */
    record Done(int files, int allFiles, long bytes, long allBytes, int passages) {

        /** Whether all is read, and the index is being written. */
        public boolean isRead() {
            return files == allFiles;
        }
    }
}
