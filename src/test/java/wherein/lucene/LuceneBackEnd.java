package wherein.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoDeletionPolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import wherein.contract.BackEnd;
import wherein.index.IndexException;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.search.PassageSearcher;

/**
 * One machine.
 *
 * @param folder of all its indexes, each of which has a folder in it
 */
public record LuceneBackEnd(Path folder) implements BackEnd {

    @Override
    public PassageSink writer(String name) throws IOException, IndexException {
        return LuceneIndex.writer(folder.resolve(name));
    }

    @Override
    public PassageSink update(String name, Previous previous) throws IOException, IndexException {
        return LuceneIndex.update(folder.resolve(name), previous);
    }

    @Override
    public Previous previous(String name) throws IOException {
        return LuceneIndex.previous(folder.resolve(name));
    }

    @Override
    public PassageSearcher open(String name) throws IOException, IndexException {
        return LuceneIndex.open(folder.resolve(name));
    }

    @Override
    public PassageSearcher openAfter(String name, PassageSearcher before) throws IOException, IndexException {
        return LuceneIndex.commits(folder.resolve(name), before.limit(), before.queryLimits())
                .openAfter(before);
    }

    @Override
    public void purge(String name) throws IOException, IndexException {
        LuceneIndex.purge(folder.resolve(name));
    }

    /** Another commit of the same documents, as if they had been indexed again: costs no more than the file that names them. */
    public void again(String name) throws IOException {
        try (Directory directory = FSDirectory.open(folder.resolve(name))) {
            Map<String, String> told = SegmentInfos.readLatestCommit(directory).getUserData();
            IndexWriterConfig config = LuceneWriter.config(false)
                    .setOpenMode(IndexWriterConfig.OpenMode.APPEND)
                    .setMergePolicy(NoMergePolicy.INSTANCE)
                    .setIndexDeletionPolicy(NoDeletionPolicy.INSTANCE);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                writer.setLiveCommitData(told.entrySet(), true);
                writer.commit();
            }
        }
    }
}
