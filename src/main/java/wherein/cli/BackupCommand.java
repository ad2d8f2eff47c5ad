package wherein.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wherein.index.Backup;
import wherein.lucene.LuceneIndex;

/** {@code wherein backup}: copies an index away, while it is read and written. */
@Command(
        name = "backup",
        description = {
            "Copies the newest state of an index to DIR, which is made, or holds an earlier backup: that one stays whole",
            "until the new one is. Each file is checked as it is copied. A server or another run may use the index",
            "meanwhile. A backup is an index: search --index DIR searches it."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the backup.")
    private Path folder;

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.ofThisProcess();
        Path from = IndexLocation.of(List.of(), index).index();
        Path to = folder.toAbsolutePath().normalize();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Backup backup;
        try (BytesTold told = new BytesTold(terminal, "copied", quiet)) {
            backup = LuceneIndex.backup(from, to, now, told);
        }
        if (!quiet) {
            terminal.err()
                    .printf(
                            Locale.ROOT,
                            "wherein: %,d documents copied to %s; put them back with: wherein restore %s%n",
                            backup.documents(),
                            to,
                            to);
        }
        return Main.FOUND;
    }
}
