package wherein.lucene;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.LockObtainFailedException;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.Reading;

/**
 * Copies the newest commit of one folder to another, where it is a commit like any other: its files come beside those that are
 * there, under names of their own, are held against their checksums as they are copied and are made to last; then one file
 * makes them the index. Until then, and wherever it is stopped, the commit that was there before is the index. Whoever looks for
 * new commits there finds it.
 */
final class CommitCopy {

    /** How often it begins again since another commit has taken the place of the one that it copies. */
    private static final int TRIES = 10;

    private final Role role;
    private final Path from;
    private final Path to;
    private final Reading reading;

    /** What is copied, for messages. */
    enum Role {
        /** An index is copied away. */
        BACKUP("index", "build it again with: wherein index"),
        /** A backup is copied back. */
        RESTORE("backup", "restore from another one");

        private final String source;
        private final String instead;

        Role(String source, String instead) {
            this.source = source;
            this.instead = instead;
        }
    }

    CommitCopy(Role role, Path from, Path to, Reading reading) {
        this.role = role;
        this.from = from;
        this.to = to;
        this.reading = reading;
    }

    /**
     * Copies.
     *
     * @return what the copy was made from
     * @throws IndexException if there is nothing to copy, if that is damaged, if another process writes where it goes, if that is
     *     no place for an index, or if there is no room; what was there is then as it was
     */
    Manifest copy() throws IOException, IndexException {
        refuseSame();
        LuceneIndex.refuseForeign(to, role == Role.BACKUP);
        List<Path> missing = missing();
        boolean done = false;
        try {
            Manifest manifest = copyNewest();
            done = true;
            return manifest;
        } finally {
            if (!done) {
                takeAway(missing);
            }
        }
    }

    /** The folders that have to be made, the innermost first. */
    private List<Path> missing() {
        List<Path> missing = new ArrayList<>();
        for (Path each = to.toAbsolutePath(); each != null && !Files.exists(each); each = each.getParent()) {
            missing.add(each);
        }
        return missing;
    }

    /** Takes folders away that were made for nothing, as far as nobody else has put anything there. */
    private void takeAway(List<Path> made) throws IOException {
        try {
            if (!made.isEmpty()) {
                Files.deleteIfExists(to.resolve(IndexWriter.WRITE_LOCK_NAME));
            }
            for (Path folder : made) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException e) {
            // It is somebody's by now.
        }
    }

    private Manifest copyNewest() throws IOException, IndexException {
        for (int tries = TRIES; ; tries--) {
            String before = CommitFiles.newestName(from);
            try (CommitFiles source = CommitFiles.newest(from)) {
                Manifest manifest = LuceneIndex.manifest(from, source.commit().getUserData())
                        .orElseThrow();
                Room.of(to)
                        .refuse(
                                source.bytes(),
                                "the copy",
                                "Free some, or name a folder on another disk. Nothing was written");
                copy(source);
                return manifest;
            } catch (IndexNotFoundException e) {
                throw new IndexException("there is no " + role.source + " at " + from, e);
            } catch (LockObtainFailedException e) {
                throw new IndexBusyException(
                        "another run is writing the index in " + to + "; wait for it to end, or stop it", e);
            } catch (IOException e) {
                boolean landed = !before.equals(CommitFiles.newestName(from));
                if (!CommitFiles.isDamage(e)) {
                    throw new IOException(from + " cannot be copied to " + to + ": " + e.getMessage(), e);
                }
                if (!landed || tries == 1) {
                    throw told(e, landed);
                }
            }
        }
    }

    private IndexException told(IOException e, boolean landed) {
        if (landed) {
            return new IndexException(
                    "the index at " + from + " had a new commit each of " + TRIES
                            + " times that it was copied; try again when less is indexed",
                    e);
        }
        String file = Damage.file(e).map(each -> " (" + each + ")").orElse("");
        return new IndexException("the " + role.source + " at " + from + " is damaged" + file + "; " + role.instead, e);
    }

    private void refuseSame() throws IOException, IndexException {
        if (Files.exists(from) && Files.exists(to) && Files.isSameFile(from, to)) {
            throw new IndexException(to + " is the folder of the index itself; name another");
        }
    }

    private void copy(CommitFiles source) throws IOException, IndexException {
        Map<String, String> data = new HashMap<>(source.commit().getUserData());
        data.remove(Fields.KEY_BACKUP);
        if (role == Role.BACKUP) {
            data.put(Fields.KEY_BACKUP, "true");
        }
        Files.createDirectories(to);
        try (Directory only = new OnlyCommit(source.directory(), Set.copyOf(source.names()));
                Directory target = new Checked(FSDirectory.open(to), reading);
                IndexWriter writer =
                        LuceneWriter.writer(target, LuceneWriter.config(true).setMergePolicy(NoMergePolicy.INSTANCE))) {
            writer.addIndexes(only);
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
    }

    /** The files of one commit, whatever else comes beside them. */
    private static final class OnlyCommit extends FilterDirectory {
        private final Set<String> names;

        OnlyCommit(Directory directory, Set<String> names) {
            super(directory);
            this.names = names;
        }

        @Override
        public String[] listAll() {
            return names.stream().sorted().toArray(String[]::new);
        }

        @Override
        public void close() {
            // Whoever opened it closes it.
        }
    }

    /** Holds what is copied into it against its checksums. */
    private static final class Checked extends FilterDirectory {
        private final Reading reading;

        Checked(Directory directory, Reading reading) {
            super(directory);
            this.reading = reading;
        }

        @Override
        public void copyFrom(Directory from, String file, String name, IOContext context) throws IOException {
            try (IndexInput in = from.openInput(file, IOContext.READONCE);
                    IndexOutput out = createOutput(name, context)) {
                CommitFiles.copy(in, out, reading);
            }
        }
    }
}
