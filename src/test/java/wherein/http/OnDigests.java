package wherein.http;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a server of the digests, whose countries and persons have names. */
abstract class OnDigests {

    @TempDir
    static Path folder;

    static Served served;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.digestsWithNames(folder);
    }

    @AfterAll
    static void close() throws IOException {
        served.close();
    }
}
