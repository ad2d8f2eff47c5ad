package wherein.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where collections and their indexes lie.
 *
 * @param roots the collections that were named, or the default one
 * @param index the folder of the index
 */
record IndexLocation(List<Path> roots, Path index) {

    /** Set by the launcher: the folder that holds {@code seeds} and {@code index}. */
    private static final String HOME = "wherein.home";

    /**
     * The places that the arguments of a command mean.
     *
     * @param named the collections, none for the default one
     * @param index the folder of the index, if one was named; else {@code index} beside the default collection, or
     *     {@code .wherein} in the folder of the first one named
     */
    static IndexLocation of(List<Path> named, Optional<Path> index) {
        if (named.isEmpty()) {
            return new IndexLocation(
                    List.of(home().resolve("seeds")),
                    index.map(IndexLocation::whole).orElse(home().resolve("index")));
        }
        List<Path> roots = named.stream().map(IndexLocation::whole).toList();
        Path first = roots.getFirst();
        if (first.equals(home().resolve("seeds")) && index.isEmpty()) {
            return new IndexLocation(roots, home().resolve("index"));
        }
        Path folder = Files.isDirectory(first) || first.getParent() == null ? first : first.getParent();
        return new IndexLocation(roots, index.map(IndexLocation::whole).orElse(folder.resolve(".wherein")));
    }

    private static Path home() {
        return whole(Path.of(System.getProperty(HOME, "")));
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
