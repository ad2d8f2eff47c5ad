package wherein.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands are told that copy an index to a backup or back. */
final class BackupOptions {

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the backup.")
    private Path folder;

    @Mixin
    private IndexOption index = new IndexOption();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    private boolean quiet;

    /** The folder of the backup, absolute. */
    Path backup() {
        return folder.toAbsolutePath().normalize();
    }

    /** The folder of the index, absolute. */
    Path index() {
        return index.folder();
    }

    boolean quiet() {
        return quiet;
    }
}
