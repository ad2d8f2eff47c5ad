package wherein.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import wherein.analysis.TextAnalyzer;
import wherein.analysis.TextCutter;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.index.DiskFullException;
import wherein.index.FileState;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.mention.Mention;
import wherein.text.Printable;

/**
 * Writes a Lucene index, anew or going on from what is there: what was committed last answers until {@link #commit} puts a new
 * state in its place.
 *
 * <p>A document is one block, behind its passages. Each segment is sorted by the ids of documents, which is the order of all
 * answers (see {@link InOrder}). Segments that lie side by side are merged, so that what is older comes first.
 */
final class LuceneWriter implements PassageSink {

    private static final double RAM_BUFFER_MB = 128;

    /** A share of deleted documents that costs less than merging them away; beyond it they are, after the commit. */
    private static final double FEW_DELETED = 0.04;

    private static final double SMALLEST_SEGMENT_MB = 8;
    private static final int SEGMENTS_OF_ONE_SIZE = 6;

    /** An index that is built at one go becomes one segment in the end, and what is merged on the way is merged twice. */
    private static final int SEGMENTS_TO_THE_END = 64;

    /** A disk with fewer bytes free is full, whatever the system says. */
    private static final long NO_ROOM = 1 << 16;

    /** Remember words, and so are kept as long as a thread writes. */
    private static final ThreadLocal<TextCutter> CUTTERS = ThreadLocal.withInitial(TextCutter::new);

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final WrittenFiles written;
    private final QuietMerges merges;
    private final boolean anew;
    private boolean committed;

    private LuceneWriter(Path folder, Directory directory, boolean anew, int documents) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.merges = new QuietMerges();
        this.anew = anew;
        this.writer = writer(directory, config(anew).setMergeScheduler(merges).setMaxBufferedDocs(documents));
        this.written = new WrittenFiles(directory);
    }

    /**
     * Begins to write in {@code folder}, which holds an index or nothing.
     *
     * @param anew whether to begin with nothing; if not, the index there is of this format and sound
     * @throws IndexBusyException if another process writes there
     */
    static LuceneWriter open(Path folder, boolean anew) throws IOException, IndexException {
        return open(folder, FSDirectory.open(folder), anew);
    }

    /** As {@link #open(Path, boolean)}, writing through {@code directory}, which is closed with this. */
    static LuceneWriter open(Path folder, Directory directory, boolean anew) throws IOException, IndexException {
        return open(folder, directory, anew, IndexWriterConfig.DISABLE_AUTO_FLUSH);
    }

    /**
     * As {@link #open(Path, Directory, boolean)}, with a segment after every {@code documents} Lucene documents, so that there is
     * something to merge in a small index.
     */
    static LuceneWriter open(Path folder, Directory directory, boolean anew, int documents)
            throws IOException, IndexException {
        try {
            return new LuceneWriter(folder, directory, anew, documents);
        } catch (LockObtainFailedException e) {
            directory.close();
            throw new IndexBusyException(
                    "another run is writing the index in " + folder + "; wait for it to end, or stop it", e);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /** A writer in {@code directory}, whatever lies there. */
    static IndexWriter writer(Directory directory, IndexWriterConfig config) throws IOException {
        if (!isWhole(directory)) {
            // Lucene would go on from a commit that it cannot read, and stop at a file to take away that is not there.
            // Nobody else can read it either.
            try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                for (String file : isWhole(directory) ? new String[0] : directory.listAll()) {
                    if (file.startsWith(IndexFileNames.SEGMENTS)) {
                        lock.ensureValid();
                        directory.deleteFile(file);
                    }
                }
            }
        }
        return new IndexWriter(directory, config);
    }

    /** Whether the newest commit, if there is one, can be read, and has all its files. */
    private static boolean isWhole(Directory directory) throws IOException {
        try {
            for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
                directory.fileLength(file);
            }
            return true;
        } catch (IndexNotFoundException e) {
            return true;
        } catch (IOException e) {
            if (CommitFiles.isDamage(e)) {
                return false;
            }
            throw e;
        }
    }

    /** The order of documents: files are none, and come last, so that what is written in order need not be sorted. */
    private static SortField byId() {
        return new SortField(Fields.ID, SortField.Type.STRING, false, SortField.STRING_LAST);
    }

    /** How all that write an index write it. */
    static IndexWriterConfig config(boolean anew) {
        LogByteSizeMergePolicy neighbours = new LogByteSizeMergePolicy();
        neighbours.setMinMergeMB(SMALLEST_SEGMENT_MB);
        neighbours.setMergeFactor(anew ? SEGMENTS_TO_THE_END : SEGMENTS_OF_ONE_SIZE);
        return new IndexWriterConfig(TextAnalyzer.STANDARD)
                .setOpenMode(anew ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setSimilarity(Scoring.BM25)
                .setCommitOnClose(false)
                .setIndexSort(new Sort(byId()))
                .setParentField(Fields.PARENT)
                .setMergePolicy(neighbours)
                .setMergeScheduler(new QuietMerges())
                .setRAMBufferSizeMB(RAM_BUFFER_MB);
    }

    /** A fault of a merge in the background ends the writer, and is told by whoever writes next, not on standard error. */
    private static final class QuietMerges extends ConcurrentMergeScheduler {
        @Override
        protected void handleMergeException(Throwable e) {
            // Kept by the writer as its tragic exception.
        }
    }

    @Override
    public void add(String root, Document document, List<Passage> passages, List<Mention> mentions) throws IOException {
        boolean whole = false;
        try {
            // Each is made when its turn comes: all of a long document at once would be many times its text.
            Iterable<org.apache.lucene.document.Document> block =
                    new PassageFields(root, document, passages, mentions, CUTTERS.get())::block;
            told(() -> writer.addDocuments(block));
            whole = true;
        } finally {
            if (!whole) {
                TextAnalyzer.forget();
            }
        }
    }

    @Override
    public void delete(String id) throws IOException {
        told(() -> writer.deleteDocuments(new Term(Fields.KEY, id)));
    }

    @Override
    public void put(String root, FileState state) throws IOException {
        Term place = new Term(Fields.FILE_PLACE, Fields.place(root, state.path()));
        told(() -> writer.updateDocument(place, PassageFields.file(root, state)));
    }

    @Override
    public void forget(String root, String path) throws IOException {
        told(() -> writer.deleteDocuments(new Term(Fields.FILE_PLACE, Fields.place(root, path))));
    }

    @Override
    public void clear() throws IOException {
        told(writer::deleteAll);
    }

    /** Something that the writer does. */
    private interface Step {
        void run() throws IOException;
    }

    private void told(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException | AlreadyClosedException e) {
            throw reason(e);
        } catch (IllegalStateException e) {
            // So a writer says that a merge in the background has failed.
            if (writer.getTragicException() == null) {
                throw e;
            }
            throw reason(e);
        }
    }

    @Override
    public void commit(Manifest manifest) throws IOException {
        told(() -> {
            writer.setLiveCommitData(Map.of(
                            Fields.KEY_FORMAT, Integer.toString(Fields.FORMAT),
                            Fields.KEY_MANIFEST, Stored.manifest(manifest))
                    .entrySet());
            if (anew) {
                // One segment: an index that is built at one go is read far more often than written.
                writer.forceMerge(1);
            }
            writer.commit();
            committed = true;
            tidyUp();
        });
    }

    /** Merges what was left for after the commit, which answers by now, and commits the same again if there was any. */
    private void tidyUp() throws IOException {
        if (writer.getDocStats().numDocs < (1 - FEW_DELETED) * writer.getDocStats().maxDoc) {
            writer.forceMergeDeletes();
        }
        merges.sync();
        if (writer.hasUncommittedChanges()) {
            writer.commit();
        }
    }

    /** What really went wrong: a writer that a fault has closed says only that it is closed. */
    private IOException reason(Exception e) throws IOException {
        Throwable cause = writer.getTragicException() == null ? e : writer.getTragicException();
        long bytes = written.bytes();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (isDiskFull(cause) || free < NO_ROOM) {
            return new DiskFullException(folder, bytes, free + bytes, cause);
        }
        return cause instanceof IOException io
                ? io
                : new IOException("the index at " + Printable.escaped(folder.toString()) + " cannot be written", cause);
    }

    /** Java has no other word for it than what the system says. */
    private static boolean isDiskFull(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
            if (each instanceof IOException
                    && (message.contains("no space left")
                            || message.contains("not enough space")
                            || message.contains("quota exceeded"))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            try {
                // Also where a fault has closed the writer: a merge in the background may still be at that.
                writer.rollback();
            } finally {
                if (!committed) {
                    written.takeAway();
                }
            }
        }
    }
}
