package wherein.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import wherein.analysis.TextAnalyzer;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.mention.Mention;

/** Builds a Lucene index anew beside the old one, which answers until {@link #commit} puts the new one in its place. */
final class LuceneWriter implements PassageSink {

    private static final double RAM_BUFFER_MB = 128;

    private final Directory directory;
    private final IndexWriter writer;

    private LuceneWriter(Directory directory, IndexWriter writer) {
        this.directory = directory;
        this.writer = writer;
    }

    /**
     * Begins a new index in {@code folder}, which holds an index or nothing.
     *
     * @throws IndexBusyException if another process writes there
     */
    static LuceneWriter open(Path folder) throws IOException, IndexException {
        Directory directory = FSDirectory.open(folder);
        try {
            return new LuceneWriter(directory, writer(directory));
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
                .setRAMBufferSizeMB(RAM_BUFFER_MB);
    }

    @Override
    public void add(String root, Document document, List<Passage> passages, List<Mention> mentions) throws IOException {
        PassageFields fields = new PassageFields(root, document);
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
        // One segment: an index that is built at one go is read far more often than written.
        writer.forceMerge(1);
        writer.setLiveCommitData(Map.of(
                        Fields.KEY_FORMAT, Integer.toString(Fields.FORMAT),
                        Fields.KEY_MANIFEST, Stored.manifest(manifest))
                .entrySet());
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        try {
            if (writer.isOpen()) {
                writer.rollback();
            }
        } finally {
            directory.close();
        }
    }
}
