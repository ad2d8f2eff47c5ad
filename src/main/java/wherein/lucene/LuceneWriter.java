package wherein.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import wherein.analysis.TextAnalyzer;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.index.DiskFullException;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.mention.Mention;
import wherein.text.Printable;

/** Builds a Lucene index anew beside the old one, which answers until {@link #commit} puts the new one in its place. */
final class LuceneWriter implements PassageSink {

    private static final double RAM_BUFFER_MB = 128;

    /** A disk with fewer bytes free is full, whatever the system says. */
    private static final long NO_ROOM = 1 << 16;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final WrittenFiles written;
    private boolean committed;

    private LuceneWriter(Path folder, Directory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.written = new WrittenFiles(directory);
    }

    /**
     * Begins a new index in {@code folder}, which holds an index or nothing.
     *
     * @throws IndexBusyException if another process writes there
     */
    static LuceneWriter open(Path folder) throws IOException, IndexException {
        return open(folder, FSDirectory.open(folder));
    }

    /** As {@link #open(Path)}, writing through {@code directory}, which is closed with this. */
    static LuceneWriter open(Path folder, Directory directory) throws IOException, IndexException {
        try {
            return new LuceneWriter(folder, directory, writer(directory));
        } catch (LockObtainFailedException e) {
            directory.close();
            throw new IndexBusyException(
                    "another run is writing the index in " + folder + "; wait for it to end, or stop it", e);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        try {
            return new IndexWriter(directory, config());
        } catch (CorruptIndexException | IndexFormatTooNewException | IndexFormatTooOldException e) {
            // Lucene would go on from a commit that it cannot read. Nobody else can read it either.
            try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                for (String file : directory.listAll()) {
                    if (file.startsWith(IndexFileNames.SEGMENTS)) {
                        lock.ensureValid();
                        directory.deleteFile(file);
                    }
                }
            }
            return new IndexWriter(directory, config());
        }
    }

    private static IndexWriterConfig config() {
        return new IndexWriterConfig(TextAnalyzer.STANDARD)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setSimilarity(Scoring.BM25)
                .setCommitOnClose(false)
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
        try {
            write(new PassageFields(root, document), passages, mentions);
        } catch (IOException | AlreadyClosedException e) {
            throw reason(e);
        }
    }

    private void write(PassageFields fields, List<Passage> passages, List<Mention> mentions) throws IOException {
        writer.addDocument(fields.whole(passages));
        int next = 0;
        for (int i = 0; i < passages.size(); i++) {
            // What stands before the end of a passage is its own.
            List<Mention> own = new ArrayList<>();
            boolean last = i + 1 == passages.size();
            int end = passages.get(i).span().end();
            while (next < mentions.size() && (last || mentions.get(next).span().start() < end)) {
                own.add(mentions.get(next++));
            }
            writer.addDocuments(fields.block(passages.get(i), own));
        }
    }

    @Override
    public void commit(Manifest manifest) throws IOException {
        try {
            // One segment: an index that is built at one go is read far more often than written.
            writer.forceMerge(1);
            writer.setLiveCommitData(Map.of(
                            Fields.KEY_FORMAT, Integer.toString(Fields.FORMAT),
                            Fields.KEY_MANIFEST, Stored.manifest(manifest))
                    .entrySet());
            writer.commit();
            committed = true;
        } catch (IOException | AlreadyClosedException e) {
            throw reason(e);
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
                if (writer.isOpen()) {
                    writer.rollback();
                }
            } finally {
                if (!committed) {
                    written.takeAway();
                }
            }
        }
    }
}
