package wherein.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
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
            "What readers have said of mentions, and the lists of names that they sent, come with it: what the backup does",
            "not have yet is added there, and nothing of it is taken away.",
            "",
            "A backup can be asked: search --index DIR searches it, serve --index DIR serves it as it is. It is no index",
            "that is brought up to date: index refuses to write there."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Mixin
    private BackupOptions options;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Path from = options.index();
        Path to = options.backup();
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        Backup backup;
        try (BytesTold told = new BytesTold(terminal, "copied", options.quiet())) {
            backup = LuceneIndex.backup(from, to, now, told);
        }
        // After the index: which documents have other ids is said once the commit is there in which they have.
        String more = ReaderFiles.copy(from, to, terminal, "the index is copied to " + to);
        if (!options.quiet()) {
            terminal.err()
                    .printf(
                            Locale.ROOT,
                            "wherein: %,d documents copied to %s%s; put them back with: wherein restore %s%n",
                            backup.documents(),
                            to,
                            more,
                            to);
        }
        return Main.FOUND;
    }
}
