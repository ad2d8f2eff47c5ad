package wherein.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;
import wherein.index.Backup;
import wherein.index.CheckReport;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Reading;
import wherein.query.QueryLimits;
import wherein.search.Commits;
import wherein.search.PassageSearcher;

/** An index on this machine, in a folder of its own: the way in to reading and writing one. */
public final class LuceneIndex {

    /** How long a question may take where nothing else is said. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    /** What may lie in the folder of an index that is yet to be built. */
    private static final Set<String> HARMLESS = Set.of(
            ".gitkeep",
            "README.md",
            "write.lock",
            ".DS_Store",
            // What readers say of mentions, which outlasts the index.
            "verdicts.ndjson",
            "verdicts.lock",
            // The lists of names that readers pasted in.
            "lists",
            BackupNotes.LIST,
            BackupNotes.ABOUT);

    private LuceneIndex() {}

    /** The version of the index format, Lucene's included, for {@code --version}. */
    public static String format() {
        return Fields.FORMAT + " (Lucene " + Version.LATEST + ")";
    }

    /**
     * Opens the last commit of the index in {@code folder} and reads it through once, so that damage is found now and
     * not in an answer.
     *
     * @throws IndexException if there is no index, one of another format, or a damaged one; the message says which and
     *     what to do
     */
    public static PassageSearcher open(Path folder) throws IOException, IndexException {
        return open(folder, LIMIT);
    }

    /** As {@link #open(Path)}, for questions that may take {@code limit} each, or a stream so long from row to row. */
    public static PassageSearcher open(Path folder, Duration limit) throws IOException, IndexException {
        return searcher(folder, limit, QueryLimits.MOST);
    }

    /**
     * The commits that land in {@code folder}, of whoever writes there, each opened as {@link #open(Path, Duration)} does.
     *
     * @param queries how large a query may be
     */
    public static Commits commits(Path folder, Duration limit, QueryLimits queries) {
        return new LuceneCommits(folder, limit, queries);
    }

    /** What the newest commit in {@code folder} was made from; empty if there is none to keep. Reads one small file. */
    public static Optional<Manifest> manifest(Path folder) throws IOException {
        if (!exists(folder)) {
            return Optional.empty();
        }
        try (CommitFiles files = CommitFiles.newest(folder)) {
            return manifest(folder, files.commit().getUserData());
        } catch (IndexException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (CommitFiles.isDamage(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The index in {@code folder} as a run of the indexer finds it; {@link Previous#NONE} if there is none to keep. */
    public static Previous previous(Path folder) throws IOException {
        try {
            return exists(folder) ? new LucenePrevious(LuceneCommit.newest(folder)) : Previous.NONE;
        } catch (IndexException e) {
            // Of another format, or damaged: it is built anew.
            return Previous.NONE;
        }
    }

    /**
     * Begins to write a new index in {@code folder}, which is made if it is not there.
     *
     * @throws IndexException if another run writes there, or if the folder holds something that is no index of ours, or a backup
     */
    public static PassageSink writer(Path folder) throws IOException, IndexException {
        return writer(folder, true);
    }

    /**
     * As {@link #writer(Path)}, going on from {@code previous}, which is the index in {@code folder} as it was a while ago; anew
     * from {@link Previous#NONE}.
     *
     * @throws IndexException also if another run has written there since
     */
    public static PassageSink update(Path folder, Previous previous) throws IOException, IndexException {
        PassageSink sink = writer(folder, previous.previousManifest().isEmpty());
        boolean newest = false;
        try {
            newest = !(previous instanceof LucenePrevious before) || before.isNewest();
        } finally {
            if (!newest) {
                sink.close();
            }
        }
        if (!newest) {
            throw new IndexBusyException("another run has written the index in " + folder
                    + " since this one began; if it did not take up what is new, index again");
        }
        return sink;
    }

    private static PassageSink writer(Path folder, boolean anew) throws IOException, IndexException {
        refuseForeign(folder, false);
        Files.createDirectories(folder);
        return LuceneWriter.open(folder, anew);
    }

    /**
     * Looks whether the index in {@code folder} is what was written: every file against its checksum, Lucene's structures against
     * each other, the passages and the fingerprint against the documents, and every mention against its text. Holds one document
     * at a time; {@code reading} is told of the bytes of the files as they are read first.
     *
     * @throws IndexException if there is no index, or one of another format; damage is told in the report
     */
    public static CheckReport check(Path folder, Reading reading) throws IOException, IndexException {
        return IndexCheck.of(folder, reading);
    }

    /**
     * Copies the newest commit of the index in {@code folder} to {@code to}, which may hold an earlier backup, and notes there and
     * here that it was made. Whoever reads or writes the index is not in the way: where a newer commit takes the place of the one
     * that is copied, that is copied instead.
     *
     * @param now the time that is noted, ISO 8601 in UTC
     * @throws IndexException if there is no index, a damaged one, no room, or something else at {@code to}, such as an index that is
     *     no backup
     */
    public static Backup backup(Path folder, Path to, String now, Reading reading) throws IOException, IndexException {
        Manifest manifest = new CommitCopy(CommitCopy.Role.BACKUP, folder, to, reading).copy();
        Backup backup = new Backup(to.toAbsolutePath().normalize(), now, manifest.fingerprint(), manifest.documents());
        BackupNotes.describe(backup, folder, manifest);
        BackupNotes.add(folder, backup);
        return backup;
    }

    /**
     * Makes the newest commit of {@code backup} the index in {@code folder}, in one step that a crash cannot halve. Until then
     * the old index answers, and whoever serves it goes over to the new one.
     *
     * @return what it was made from
     * @throws IndexException if there is no backup, a damaged one, no room, another run that writes the index, or something else
     *     in its folder
     */
    public static Manifest restore(Path backup, Path folder, Reading reading) throws IOException, IndexException {
        return new CommitCopy(CommitCopy.Role.RESTORE, backup, folder, reading).copy();
    }

    /** The last backup of the index in {@code folder} in each place, whether or not it is still there. */
    public static List<Backup> backups(Path folder) throws IOException {
        return BackupNotes.of(folder);
    }

    /**
     * Leaves no byte of a deleted document in {@code folder}.
     *
     * @throws IndexException if another run writes there, another program holds a file that has to go, or there is no room for
     *     what has to be written anew
     */
    public static void purge(Path folder) throws IOException, IndexException {
        Purge.of(folder, Room.of(folder));
    }

    /** Whether {@code folder} holds a copy that {@link #backup} has made, sound or not. */
    public static boolean isBackup(Path folder) throws IOException {
        return exists(folder)
                && userData(folder)
                        .map(data -> data.containsKey(Fields.KEY_BACKUP))
                        .orElseGet(() -> Files.exists(folder.resolve(BackupNotes.ABOUT)));
    }

    /** Whether {@code folder} holds a Lucene index. */
    public static boolean exists(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory);
        }
    }

    /** Opens the newest commit, as {@link #open(Path, Duration)} does. */
    static LuceneSearcher searcher(Path folder, Duration limit, QueryLimits queries)
            throws IOException, IndexException {
        return searcher(LuceneCommit.newest(folder), limit, queries, new SegmentMemory());
    }

    /**
     * Answers from {@code commit}, which is closed if it cannot.
     *
     * @param memory what is known of segments that the commit may have, and keeps
     */
    static LuceneSearcher searcher(LuceneCommit commit, Duration limit, QueryLimits queries, SegmentMemory memory)
            throws IOException {
        try {
            return new LuceneSearcher(commit.reader(), commit.manifest(), limit, queries, memory);
        } catch (IOException | RuntimeException e) {
            commit.reader().close();
            throw e;
        }
    }

    /** The manifest in {@code data} of a commit in {@code folder}, if it is of this format. */
    static Optional<Manifest> manifest(Path folder, Map<String, String> data) throws IndexException {
        refuseFormat(folder, data.get(Fields.KEY_FORMAT));
        return Optional.of(Stored.manifest(data.get(Fields.KEY_MANIFEST)));
    }

    /** Refuses a sound index that another version of Lucene wrote; {@code e} says that there is one, or a damaged one. */
    static void refuseOtherVersion(Path folder, IOException e) throws IOException, IndexException {
        try (Directory directory = FSDirectory.open(folder)) {
            IndexException told = Damage.told(folder, directory, e, otherVersion(folder));
            if (told.getMessage().equals(otherVersion(folder))) {
                throw told;
            }
        }
    }

    /** What is said of a sound index that another version of Lucene wrote. */
    static String otherVersion(Path folder) {
        return otherFormat(folder, "another version of Lucene");
    }

    /** Refuses an index that has another {@code format}; none if Wherein did not write it. */
    static void refuseFormat(Path folder, String format) throws IndexException {
        if (format == null) {
            throw new IndexException("the folder " + folder + " holds a Lucene index that Wherein did not write; "
                    + "name another folder with --index");
        }
        if (!format.equals(Integer.toString(Fields.FORMAT))) {
            throw new IndexException(otherFormat(folder, "index format " + format));
        }
    }

    private static String otherFormat(Path folder, String found) {
        return "the index at " + folder + " has " + found + ", this version reads index format " + Fields.FORMAT
                + "; build it again with: wherein index";
    }

    /**
     * A folder with anything in it but an index of ours is not written to, nor a backup over an index, nor an index over a backup.
     *
     * @param backup whether a backup is to be written there
     */
    static void refuseForeign(Path folder, boolean backup) throws IOException, IndexException {
        String how = backup ? "" : " with --index";
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IndexException(folder + " is a file; name a folder" + how);
        }
        if (exists(folder)) {
            if (userData(folder).stream().anyMatch(data -> !data.containsKey(Fields.KEY_FORMAT))) {
                throw new IndexException("the folder " + folder + " holds a Lucene index that Wherein did not write; "
                        + "it stays as it is. Name another folder" + how);
            }
            refuseOther(folder, backup);
        } else if (Files.isDirectory(folder)) {
            refuseFiles(folder, how);
        }
    }

    private static void refuseOther(Path folder, boolean backup) throws IOException, IndexException {
        boolean found = isBackup(folder);
        if (backup && !found) {
            throw new IndexException("the folder " + folder + " holds an index that is no backup; it stays as it is. "
                    + "Name a folder that is empty, or holds an earlier backup");
        }
        if (!backup && found) {
            throw new IndexException("the folder " + folder + " holds a backup; it stays as it is. Name another folder "
                    + "with --index, and copy the backup there, if you mean to, with: wherein restore " + folder);
        }
    }

    private static void refuseFiles(Path folder, String how) throws IOException, IndexException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> foreign = files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            !HARMLESS.contains(name) && !name.startsWith("pending_segments") && !isSegment(name))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new IndexException("the folder " + folder + " is no index: it holds " + foreign.getFirst()
                        + (foreign.size() > 1 ? " and " + (foreign.size() - 1) + " more" : "")
                        + ". It stays as it is. Name an empty folder" + how);
            }
        }
    }

    /** What a first run that was stopped before its commit leaves behind. */
    private static boolean isSegment(String name) {
        return name.matches("_[0-9a-z]+(_.*)?\\.[a-z0-9]+");
    }

    /** What was recorded with the newest commit; empty if that cannot be read. */
    private static Optional<Map<String, String>> userData(Path folder) throws IOException {
        try (CommitFiles commit = CommitFiles.newest(folder)) {
            return Optional.of(commit.commit().getUserData());
        } catch (IOException e) {
            if (CommitFiles.isDamage(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
