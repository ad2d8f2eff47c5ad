package wherein;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder beside the project that holds what may be read and not be copied: the originals of the first collection
 * and the mentions in them. Where it is absent, a test that asks for it is skipped, or fails if everything is to be run.
 */
public final class Shared {

    /** The names of the five originals. */
    public static final List<String> ORIGINALS = List.of(
            "000_205cb642f69ac9bf.txt",
            "001_03113231988b789a.txt",
            "002_968d29c56ff28a46.txt",
            "003_38762a2f97e6a0e0.txt",
            "004_78b6b77241f5e458.txt");

    private static final Path FOLDER = Path.of("../shared").toAbsolutePath().normalize();

    private Shared() {}

    /** The folder {@code name} of the shared folder. */
    public static Path folder(String name) {
        Path folder = FOLDER.resolve(name);
        if (!Files.isDirectory(folder)) {
            String message = "this test reads ../shared/" + name + ", which is not here";
            if (Boolean.getBoolean("wherein.everything")) {
                Assertions.fail(message + ", and wherein.everything is true");
            }
            Assumptions.abort("skipped: " + message);
        }
        return folder;
    }

    /** The folder of the five originals. */
    public static Path originals() {
        return folder("seeds");
    }

    /** The folder of the mentions in the originals. */
    public static Path gold() {
        return folder("gold");
    }
}
