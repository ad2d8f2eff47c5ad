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
record Places(List<Path> roots, Path index) {

    /** Set by the launcher: the folder that holds {@code seeds} and {@code index}. */
    private static final String HOME = "wherein.home";

    /**
     * The places that the arguments of a command mean.
     *
     * @param named the collections, none for the default one
     * @param index the folder of the index, if one was named; else {@code index} beside the default collection, or
     *     {@code .wherein} in the folder of the first one named
     */
    static Places of(List<Path> named, Optional<Path> index) {
        if (named.isEmpty()) {
            return new Places(
                    List.of(home().resolve("seeds")), index.map(Places::whole).orElse(home().resolve("index")));
        }
        List<Path> roots = named.stream().map(Places::whole).toList();
        Path first = roots.getFirst();
        if (first.equals(home().resolve("seeds")) && index.isEmpty()) {
            return new Places(roots, home().resolve("index"));
        }
        Path folder = Files.isDirectory(first) || first.getParent() == null ? first : first.getParent();
        return new Places(roots, index.map(Places::whole).orElse(folder.resolve(".wherein")));
    }

    private static Path home() {
        return whole(Path.of(System.getProperty(HOME, "")));
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
