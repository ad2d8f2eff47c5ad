package wherein.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import wherein.index.IndexException;
import wherein.index.Reading;
import wherein.query.QueryLimits;
import wherein.search.Commits;
import wherein.search.PassageSearcher;

/**
 * The commits that land in one folder. Of each that is open it knows which files it reads, so that these are looked after when a
 * newer commit has come that cannot be used, or shares some of them. Safe for use by several threads at once.
 */
final class LuceneCommits implements Commits {

    private final Path folder;
    private final Duration limit;
    private final QueryLimits queries;

    /** The names of the files of what is open, by its generation. */
    private final Map<Long, Set<String>> open = new ConcurrentHashMap<>();

    LuceneCommits(Path folder, Duration limit, QueryLimits queries) {
        this.folder = folder;
        this.limit = limit;
        this.queries = queries;
    }

    /** The file that a commit writes last, with its time: a folder that is made anew counts from one again. */
    @Override
    public String newest() throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            String file = SegmentInfos.getLastCommitSegmentsFileName(directory);
            return file == null ? "" : file + " " + Files.getLastModifiedTime(folder.resolve(file));
        } catch (NoSuchFileException e) {
            // A newer commit has just taken its place: it is seen next time.
            return "";
        }
    }

    @Override
    public PassageSearcher open() throws IOException, IndexException {
        return known(LuceneIndex.searcher(folder, limit, queries));
    }

    @Override
    public PassageSearcher openAfter(PassageSearcher before) throws IOException, IndexException {
        return before instanceof LuceneSearcher sound
                ? known(LuceneIndex.searcher(
                        LuceneCommit.after(folder, sound.reader()), limit, queries, sound.memory()))
                : open();
    }

    /** Keeps the names of the files of {@code searcher} until it is closed. */
    private LuceneSearcher known(LuceneSearcher searcher) throws IOException {
        boolean known = false;
        try {
            DirectoryReader reader = searcher.reader();
            long generation = searcher.generation();
            Set<String> files = new TreeSet<>(reader.getIndexCommit().getFileNames());
            open.put(generation, files);
            reader.getReaderCacheHelper()
                    .addClosedListener(
                            closed -> open.computeIfPresent(generation, (any, now) -> now == files ? null : now));
            known = true;
            return searcher;
        } finally {
            if (!known) {
                searcher.close();
            }
        }
    }

    @Override
    public boolean reread(long generation, Reading reading) throws IOException, IndexException {
        String name = CommitFiles.name(generation);
        for (int tries = 2; name.equals(CommitFiles.newestName(folder)); tries--) {
            try (CommitFiles files = CommitFiles.newest(folder)) {
                if (files.name().equals(name)) {
                    for (String each : files.names()) {
                        files.read(each, reading);
                    }
                    return true;
                }
            } catch (IOException e) {
                // In a folder that is made anew, files of these names may just have been on their way.
                if (name.equals(CommitFiles.newestName(folder)) && (tries == 1 || !CommitFiles.isDamage(e))) {
                    throw told(e);
                }
            }
        }
        return rereadShared(open.getOrDefault(generation, Set.of()), name, reading);
    }

    /** Reads again what another commit has left of {@code files}, whether or not that commit can be used. */
    private boolean rereadShared(Set<String> files, String name, Reading reading) throws IOException, IndexException {
        Set<String> shared = new TreeSet<>(files);
        // The file that names the others goes first, and no longer matters.
        shared.remove(name);
        int all = shared.size();
        try (CommitFiles newest = CommitFiles.newest(folder)) {
            shared.retainAll(newest.names());
        } catch (IOException e) {
            if (!CommitFiles.isDamage(e) || CommitFiles.newestName(folder).isEmpty()) {
                return false;
            }
            // It does not say what it shares: what is there is looked at.
        }
        int sound = 0;
        for (String file : shared) {
            try (Directory directory = CommitFiles.directory(folder)) {
                CommitFiles.read(directory, file, reading);
                sound++;
            } catch (IOException e) {
                if (!CommitFiles.isMissing(e)) {
                    throw told(e);
                }
            }
        }
        return all > 0 && sound == all;
    }

    private IndexException told(IOException e) throws IOException {
        try (Directory directory = CommitFiles.directory(folder)) {
            return Damage.told(folder, directory, e, LuceneIndex.otherVersion(folder));
        }
    }
}
