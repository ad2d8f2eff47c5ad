package wherein.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;
import wherein.index.Manifest;
import wherein.lucene.LuceneIndex;

/** {@code wherein restore}: makes a backup the index again. */
@Command(
        name = "restore",
        description = {
            "Makes the backup in DIR the index, in one step: until then the old index answers, wherever this is stopped,",
            "and a server goes over to the new one. Each file is checked as it is copied. The backup stays.",
            "The files of the collection stay as they are: the next run of index reads them again.",
            "",
            "What readers have said of mentions comes back too, beside what they have said since: of a reviewer's words on a",
            "mention the latest counts. So do the lists of names that they sent."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Mixin
    private BackupOptions options;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Path from = options.backup();
        Path to = options.index();
        Manifest manifest;
        try (BytesTold told = new BytesTold(terminal, "copied", options.quiet())) {
            manifest = LuceneIndex.restore(from, to, told);
        }
        String more = ReaderFiles.copy(from, to, terminal, "the index at " + to + " is that of the backup");
        if (!options.quiet()) {
            terminal.err()
                    .printf(
                            Locale.ROOT,
                            "wherein: the index at %s has the %,d documents of the backup, as they were built %s%s%n",
                            to,
                            manifest.documents(),
                            manifest.built(),
                            more);
        }
        return Main.FOUND;
    }
}
