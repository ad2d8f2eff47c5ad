package wherein.format;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the libraries lie that child processes alone load. */
final class ReadersJar {

    private static final String NAME = "wherein-readers.jar";

    private ReadersJar() {}

    /** The jar beside that of this program, or beside the folder of its classes; empty if there is none. */
    static Optional<Path> find() {
        try {
            Path own = Path.of(ReadersJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Optional.of(own.resolveSibling(NAME)).filter(Files::isRegularFile);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
