package wherein.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import wherein.index.Backup;
import wherein.lucene.LuceneIndex;

/** {@code wherein backup}: copies an index away, while it is read and written. */
@Command(
        name = "backup",
        description = {
            "Copies the newest state of an index to DIR, which is made, or holds an earlier backup: that one stays whole",
            "until the new one is. An index that is no backup is not written over. Each file is checked as it is copied.",
            "A server or another run may use the index meanwhile.",
            "",
            "A backup can be asked: search --index DIR searches it, serve --index DIR serves it as it is. It is no index",
            "that is brought up to date: index refuses to write there."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private BackupOptions options;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.ofThisProcess();
        Path from = options.index();
        Path to = options.backup();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Backup backup;
        try (BytesTold told = new BytesTold(terminal, "copied", options.quiet())) {
            backup = LuceneIndex.backup(from, to, now, told);
        }
        if (!options.quiet()) {
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
