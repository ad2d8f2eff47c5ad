package wherein.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import wherein.api.ReportJson;
import wherein.index.LastRun;
import wherein.index.Manifest;
import wherein.lucene.LuceneIndex;

/** {@code wherein report}: what the last run that changed an index told at its end, for all files. */
@Command(
        name = "report",
        description =
                "Says what of the collection is not searched, and what was not as expected, as the last run that changed the "
                        + "index told it.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Mixin
    private IndexOption index = new IndexOption();

    @Option(names = "--json", description = "As one JSON object, that of index --json with the time of the run.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "List the notes, up to " + LastRun.EXAMPLES + " of each kind.")
    private boolean verbose;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Path folder = index.folder();
        Optional<Manifest> manifest = LuceneIndex.manifest(folder);
        LastRun run = manifest.flatMap(Manifest::lastRun)
                .orElseThrow(() -> new UserException("there is no index at " + folder
                        + " that tells of the run that made it; " + "build it with: wherein index"));
        if (json) {
            int examples = verbose ? LastRun.EXAMPLES : ReportText.EXAMPLES;
            ObjectNode node = ReportJson.of(run.report(), folder, run.took(), examples);
            node.put("ended", manifest.orElseThrow().built());
            terminal.out().println(ReportJson.text(node, terminal.outIsTerminal()));
        } else {
            if (verbose) {
                ReportText.each(run.report().notes()).forEach(terminal.out()::println);
            }
            int width = terminal.outIsTerminal() ? terminal.width() : ReportText.PLAIN_WIDTH;
            ReportText text = new ReportText(width, verbose ? 0 : ReportText.EXAMPLES);
            text.whole(run.report(), folder.toString(), run.took()).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        return Main.FOUND;
    }
}
