package wherein.lucene;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A directory that asks before each step that changes something on its disk. */
class WatchedDirectory extends FilterDirectory {

    private final Watch watch;

    /** What is done to a disk. */
    enum Step {
        CREATE,
        WRITE,
        SYNC,
        SYNC_METADATA,
        RENAME,
        DELETE
    }

    /** Is asked. */
    @FunctionalInterface
    interface Watch {
        /**
         * Before {@code step} is done to {@code name}.
         *
         * @param merging whether the file is written to by a merge
         * @throws IOException if it is not to be done
         */
        void before(Step step, String name, boolean merging) throws IOException;
    }

    WatchedDirectory(Directory directory, Watch watch) {
        super(directory);
        this.watch = watch;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        watch.before(Step.CREATE, name, isMerge(context));
        return new Watched(super.createOutput(name, context), isMerge(context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        watch.before(Step.CREATE, prefix + suffix, isMerge(context));
        return new Watched(super.createTempOutput(prefix, suffix, context), isMerge(context));
    }

    private static boolean isMerge(IOContext context) {
        return context.context() == IOContext.Context.MERGE;
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        for (String name : names) {
            watch.before(Step.SYNC, name, false);
            super.sync(java.util.List.of(name));
        }
    }

    @Override
    public void syncMetaData() throws IOException {
        watch.before(Step.SYNC_METADATA, "", false);
        super.syncMetaData();
    }

    @Override
    public void rename(String source, String dest) throws IOException {
        watch.before(Step.RENAME, source, false);
        super.rename(source, dest);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        watch.before(Step.DELETE, name, false);
        super.deleteFile(name);
    }

    private final class Watched extends FilterIndexOutput {
        private final boolean merging;

        Watched(IndexOutput out, boolean merging) {
            super("watched " + out, out.getName(), out);
            this.merging = merging;
        }

        @Override
        public void writeByte(byte b) throws IOException {
            watch.before(Step.WRITE, getName(), merging);
            super.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
            watch.before(Step.WRITE, getName(), merging);
            super.writeBytes(bytes, offset, length);
        }
    }
}
