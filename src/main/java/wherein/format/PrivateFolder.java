package wherein.format;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder for what a child process has to put on a disk, which nobody else may read and which goes away. */
final class PrivateFolder {

    private static final Pattern OURS = Pattern.compile("wherein-reader-(\\d{1,18})-.*");

    private PrivateFolder() {}

    /** A new one, which only this user may enter. */
    static Path create() throws IOException {
        return Files.createTempDirectory(
                "wherein-reader-" + ProcessHandle.current().pid() + "-");
    }

    /** Removes {@code folder} and all in it; follows no links. What cannot be removed stays. */
    static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return delete(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) {
                    return delete(directory);
                }
            });
        } catch (IOException e) {
            // A folder of temporary files that stays does no harm, and the next run tries once more.
        }
    }

    /** Removes those of processes that have ended without a chance to do so: killed, with their children, all at once. */
    static void removeForgotten() {
        List<Path> found;
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir", File.separator)))) {
            found = all.filter(PrivateFolder::isForgotten).toList();
        } catch (IOException | UncheckedIOException e) {
            return;
        }
        found.forEach(PrivateFolder::remove);
    }

    private static boolean isForgotten(Path folder) {
        Matcher name = OURS.matcher(folder.getFileName().toString());
        return name.matches()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static FileVisitResult delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            return FileVisitResult.CONTINUE;
        }
        return FileVisitResult.CONTINUE;
    }
}
