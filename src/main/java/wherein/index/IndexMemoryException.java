package wherein.index;

/** Memory ran out while an index was built, which is as it was. */
public final class IndexMemoryException extends IndexException {

    private static final long serialVersionUID = 1;

    private final String file;

    /**
     * For a run that {@code cause} ended.
     *
     * @param file the file that was being read; empty if it was none
     */
    public IndexMemoryException(String file, Throwable cause) {
        super("the memory was not enough to build the index", cause);
        this.file = file;
    }

    /** The file that was being read, relative to its collection; empty if it was none. */
    public String file() {
        return file;
    }
}
