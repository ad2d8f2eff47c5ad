package wherein.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import wherein.index.IndexException;

/** Says why an index cannot be opened, in words for a reader and without those of the library. */
final class Damage {

    /** How the library names the file that it was reading. */
    private static final Pattern FILE = Pattern.compile("path=\"(?:[^\"]*[/\\\\])?([^\"/\\\\]+)\"");

    private Damage() {}

    /**
     * The fault of the index in {@code folder} that {@code e} tells. Reads the file that is meant once, if there is doubt whether
     * another version wrote it or nobody did.
     *
     * @param otherVersion what is said of a sound index that another version wrote
     * @throws IOException {@code e}, if it is none of the index but of the system, such as a missing right
     */
    static IndexException told(Path folder, Directory directory, IOException e, String otherVersion)
            throws IOException {
        return switch (e) {
            case IndexFormatTooNewException newer ->
                told(folder, directory, newer, newer.getResourceDescription(), otherVersion);
            case IndexFormatTooOldException older ->
                told(folder, directory, older, older.getResourceDescription(), otherVersion);
            case CorruptIndexException corrupt -> damaged(folder, file(corrupt.getResourceDescription()), corrupt);
            case EOFException end -> damaged(folder, file(end.getMessage()), end);
            case NoSuchFileException missing -> missing(folder, missing.getFile(), missing);
            case FileNotFoundException missing -> missing(folder, missing.getMessage(), missing);
            default -> throw e;
        };
    }

    /** The file that {@code e} tells of, if it tells any: what brought it about knows better than whoever read on from there. */
    static Optional<String> file(IOException e) {
        Optional<String> file = Optional.empty();
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof CorruptIndexException corrupt) {
                file = file(corrupt.getResourceDescription()).or(() -> file(String.valueOf(corrupt.getMessage())));
            } else if (each instanceof NoSuchFileException missing) {
                file = Optional.of(String.valueOf(Path.of(missing.getFile()).getFileName()));
            }
        }
        return file;
    }

    /** A version that cannot be is damage too: the library looks at it before it looks whether the file is sound. */
    private static IndexException told(
            Path folder, Directory directory, IOException e, String resource, String otherVersion) {
        Optional<String> file = file(resource);
        return file.isPresent() && isSound(directory, file.get())
                ? new IndexException(otherVersion, e)
                : damaged(folder, file, e);
    }

    private static boolean isSound(Directory directory, String file) {
        try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(in);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static IndexException missing(Path folder, String path, IOException e) {
        Path name = Path.of(path).getFileName();
        return damaged(folder, Optional.of(name + " is missing"), e);
    }

    private static IndexException damaged(Path folder, Optional<String> where, IOException e) {
        return new IndexException(
                "the index at " + folder + " is damaged"
                        + where.map(each -> " (" + each + ")").orElse("") + "; build it again with: wherein index",
                e);
    }

    private static Optional<String> file(String resource) {
        Matcher matcher = FILE.matcher(String.valueOf(resource));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
