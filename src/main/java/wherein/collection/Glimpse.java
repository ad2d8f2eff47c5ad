package wherein.collection;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * How the files of some folders look: how many there are, and a sum over their paths, sizes and times. Two glimpses are equal if nothing
 * has changed in between, and differ if anything has, but for one chance in 2<sup>64</sup>. Nothing is read: it costs a listing of the
 * folders, some 5 µs a file.
 *
 * @param files how many files, hidden ones not counted
 * @param sum over what is known of each without reading it
 */
public record Glimpse(long files, long sum) {

    /**
     * Looks at all files below {@code roots}, or at a root that is a file itself. What cannot be read counts as not there.
     *
     * @param except a folder that is left out, such as that of an index
     */
    public static Glimpse of(List<Path> roots, Path except) {
        Sum sum = new Sum(except.toAbsolutePath().normalize());
        for (Path root : roots) {
            try {
                Files.walkFileTree(root, sum.from(root));
            } catch (IOException e) {
                // A root that is gone has no files.
                continue;
            }
        }
        return new Glimpse(sum.files, sum.sum);
    }

    /** Sums up in an order that does not count, since folders are listed in any. */
    private static final class Sum {
        private final Path except;
        private long files;
        private long sum;

        Sum(Path except) {
            this.except = except;
        }

        FileVisitor<Path> from(Path root) {
            return new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean left = !folder.equals(root) && isHidden(folder)
                            || folder.toAbsolutePath().normalize().equals(except);
                    return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file)) {
                        files++;
                        sum += mixed(file.toString().hashCode(), attributes.size())
                                ^ mixed(
                                        file.hashCode(),
                                        attributes.lastModifiedTime().toMillis());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            };
        }

        private static boolean isHidden(Path file) {
            return file.getFileName().toString().startsWith(".");
        }

        /** Spreads two numbers over all bits of one (the finaliser of MurmurHash3, Appleby 2011). */
        private static long mixed(long one, long other) {
            long bits = one * 0x9E3779B97F4A7C15L + other;
            bits = (bits ^ bits >>> 33) * 0xFF51AFD7ED558CCDL;
            bits = (bits ^ bits >>> 33) * 0xC4CEB9FE1A85EC53L;
            return bits ^ bits >>> 33;
        }
    }
}
