package wherein.lucene;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.BufferedChecksumIndexInput;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;
import wherein.index.Reading;

/**
 * The files of the newest commit of an index, read byte by byte and held against the checksum that each ends with. Nothing of
 * it is mapped into memory, so a file that grows shorter under the reader is a fault like any other, and nothing is locked. What
 * the system keeps of a file in memory comes from there, as it does for whoever answers.
 */
final class CommitFiles implements Closeable {

    private static final int BLOCK = 1 << 16;

    private final Directory directory;
    private final SegmentInfos commit;

    private CommitFiles(Directory directory, SegmentInfos commit) {
        this.directory = directory;
        this.commit = commit;
    }

    /**
     * Those in {@code folder}.
     *
     * @throws IOException if there is no commit, or one that cannot be read, see {@link #isDamage}
     */
    static CommitFiles newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IndexNotFoundException("there is no folder " + folder);
        }
        Directory directory = directory(folder);
        try {
            return new CommitFiles(directory, SegmentInfos.readLatestCommit(directory));
        } catch (IOException e) {
            directory.close();
            throw e;
        } catch (RuntimeException e) {
            // What is read there is taken at its word as long as its checksum is right.
            directory.close();
            throw new CorruptIndexException("the commit says what cannot be", "path=\"" + newestName(folder) + "\"", e);
        }
    }

    /** That of {@code folder}, of which nothing is mapped or locked. */
    static Directory directory(Path folder) throws IOException {
        return new NIOFSDirectory(folder, NoLockFactory.INSTANCE);
    }

    /** The name of the file that makes the newest commit of {@code folder} one; empty if there is none. */
    static String newestName(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Directory directory = directory(folder)) {
            return Optional.ofNullable(SegmentInfos.getLastCommitSegmentsFileName(directory))
                    .orElse("");
        }
    }

    /** What {@link #name} is for the commit of this number. */
    static String name(long generation) {
        return IndexFileNames.fileNameFromGeneration(IndexFileNames.SEGMENTS, "", generation);
    }

    /** The name of the file that makes the commit one; a later commit has another. */
    String name() {
        return commit.getSegmentsFileName();
    }

    SegmentInfos commit() {
        return commit;
    }

    /** Where they are read, closed with this. */
    Directory directory() {
        return directory;
    }

    /** In order of their names. */
    List<String> names() throws IOException {
        return commit.files(true).stream().sorted().toList();
    }

    /** Their size, as far as they are there. */
    long bytes() throws IOException {
        long bytes = 0;
        for (String name : names()) {
            try {
                bytes += directory.fileLength(name);
            } catch (NoSuchFileException e) {
                // Whoever reads it says so.
            }
        }
        return bytes;
    }

    /** Reads the file {@code name}; a fault of its own is an exception that {@link #isDamage} knows. */
    void read(String name, Reading reading) throws IOException {
        read(directory, name, reading);
    }

    /** As {@link #read(String, Reading)}, in {@code directory}. */
    static void read(Directory directory, String name, Reading reading) throws IOException {
        try (IndexInput in = directory.openInput(name, IOContext.READONCE)) {
            read(in, Optional.empty(), reading);
        }
    }

    /** Reads {@code in} to its end and writes it to {@code out}, whose last bytes come only if the checksum is right. */
    static void copy(IndexInput in, IndexOutput out, Reading reading) throws IOException {
        read(in, Optional.of(out), reading);
    }

    private static void read(IndexInput in, Optional<IndexOutput> out, Reading reading) throws IOException {
        int end = CodecUtil.footerLength();
        long body = in.length() - end;
        if (body < 0) {
            throw new CorruptIndexException("the file is too short to end with a checksum", in);
        }
        byte[] block = new byte[BLOCK];
        try (ChecksumIndexInput checked = new BufferedChecksumIndexInput(in.clone())) {
            for (long left = body; left > 0; ) {
                int now = (int) Math.min(block.length, left);
                checked.readBytes(block, 0, now);
                if (out.isPresent()) {
                    out.get().writeBytes(block, now);
                }
                left -= now;
                reading.read(now);
            }
            CodecUtil.checkFooter(checked);
        }
        if (out.isPresent()) {
            in.seek(body);
            in.readBytes(block, 0, end);
            out.get().writeBytes(block, end);
        }
        reading.read(end);
    }

    /** Whether {@code e} says that a file is not what was written, and not that the system could not read it. */
    static boolean isDamage(Exception e) {
        return e instanceof CorruptIndexException || isOtherVersion(e) || e instanceof EOFException || isMissing(e);
    }

    /** Whether {@code e} says that another version wrote it, or nobody did. */
    static boolean isOtherVersion(Exception e) {
        return e instanceof IndexFormatTooNewException || e instanceof IndexFormatTooOldException;
    }

    /** Whether {@code e}, or what brought it about, says that a file is not there. */
    static boolean isMissing(Exception e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof NoSuchFileException || each instanceof FileNotFoundException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
