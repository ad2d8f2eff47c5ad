package wherein.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import wherein.format.Ocr;
import wherein.index.Backup;
import wherein.index.CheckReport;
import wherein.index.CheckReport.Step;
import wherein.index.Manifest;
import wherein.index.Previous;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;
import wherein.text.Printable;

/** {@code wherein check}: whether an index is what was written, and says what its texts say. */
@Command(
        name = "check",
        description = {
            "Reads an index through: every file against its checksum, its structures against each other, passages and",
            "fingerprint against the documents, and every mention of the ledger against the text. Says what to do if",
            "something is wrong. Also says which files of the collection have changed since, which is no fault.",
            "",
            "A server or another run may use the index meanwhile."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 the index is sound, 2 it is damaged, or an error or bad usage."})
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    /** So many files of a kind are named to a person. */
    private static final int NAMED = 10;

    @Mixin
    private IndexOption index = new IndexOption();

    @Mixin
    private OcrOptions ocr = new OcrOptions();

    @Option(
            names = IndexCommand.FOLLOW_LINKS,
            description =
                    "Look at files behind symbolic links that lead out of the collection, if the index was built so.")
    private boolean followLinks;

    @Option(names = "--json", description = "As one line of JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but what is wrong.")
    private boolean quiet;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Path folder = index.folder();
        CheckReport report;
        try (BytesTold told = new BytesTold(terminal, "checked", quiet)) {
            report = LuceneIndex.check(folder, told);
        }
        boolean backup = LuceneIndex.isBackup(folder);
        // A backup is meant to be behind the files.
        List<Drift> drifts = report.isSound() && !backup ? drifts(folder, report) : List.of();
        String advice = backup ? "make it again with: wherein backup " + folder : "build it again with: wherein index";
        if (json) {
            terminal.out().println(Json.text(node(folder, report, drifts, advice)));
        } else {
            print(terminal, report, drifts);
        }
        terminal.out().flush();
        if (!report.isSound()) {
            tell(terminal, report);
            terminal.err()
                    .println("wherein: the " + (backup ? "backup" : "index") + " at " + folder + " is damaged; "
                            + advice);
            tellBackups(terminal, folder);
        }
        return report.isSound() ? Main.FOUND : Main.ERROR;
    }

    /** What a damaged index says of files is not asked. */
    private List<Drift> drifts(Path folder, CheckReport report) throws IOException {
        List<Drift> drifts = new ArrayList<>();
        Optional<Ocr> scans = ocr.find();
        try (Previous previous = LuceneIndex.previous(folder)) {
            for (Manifest.Root root : report.manifest().map(Manifest::roots).orElse(List.of())) {
                drifts.add(Drift.of(root, previous, followLinks, scans));
            }
        }
        return drifts;
    }

    private void print(Terminal terminal, CheckReport report, List<Drift> drifts) {
        if (!quiet) {
            line(
                    terminal,
                    report,
                    Step.FILES,
                    String.format(Locale.ROOT, "%,d files, %,.1f MB", report.files(), report.bytes() / 1048576.0));
            line(terminal, report, Step.STRUCTURE, "postings, columns, stored values");
            line(
                    terminal,
                    report,
                    Step.DOCUMENTS,
                    String.format(Locale.ROOT, "%,d documents, %,d passages", report.documents(), report.passages()));
            line(terminal, report, Step.MENTIONS, String.format(Locale.ROOT, "%,d mentions", report.mentions()));
        }
        for (Drift drift : drifts) {
            if (!drift.isNone() && !quiet) {
                terminal.out().println("collection  " + drift.told());
                files(terminal, "changed", drift.changed());
                files(terminal, "gone", drift.gone());
                files(terminal, "new", drift.added());
            }
        }
        if (!quiet && drifts.stream().anyMatch(drift -> !drift.isNone())) {
            terminal.out().println("            bring the index up to date with: wherein index");
        }
    }

    private static void line(Terminal terminal, CheckReport report, Step step, String what) {
        boolean own = report.faults().stream().anyMatch(fault -> fault.step() == step);
        String outcome = report.isSound(step) ? "sound" : own ? "damaged" : "not looked at";
        terminal.out()
                .println(String.format("%-10s  %-13s", step.word(), outcome)
                        + (outcome.equals("not looked at") ? "" : "  " + what));
    }

    private static void files(Terminal terminal, String what, Drift.Some files) {
        for (String file :
                files.first().subList(0, Math.min(NAMED, files.first().size()))) {
            terminal.out().println("            " + what + ": " + Printable.escaped(file));
        }
        if (files.count() > NAMED) {
            terminal.out()
                    .println("            " + what + ": " + (files.count() - NAMED) + " more; --json lists the first "
                            + Drift.Some.MOST);
        }
    }

    private static void tell(Terminal terminal, CheckReport report) {
        for (CheckReport.Fault fault : report.faults()) {
            terminal.err().println("wherein: " + Printable.escaped(fault.where() + ": " + fault.what()));
        }
        if (report.more() > 0) {
            terminal.err().println("wherein: " + report.more() + " more faults");
        }
    }

    private static void tellBackups(Terminal terminal, Path folder) throws IOException {
        for (Backup backup : LuceneIndex.backups(folder)) {
            if (LuceneIndex.isBackup(backup.folder())) {
                terminal.err()
                        .println("wherein: or put the backup of " + backup.time()
                                + " in its place with: wherein restore " + backup.folder());
            }
        }
    }

    private static ObjectNode node(Path folder, CheckReport report, List<Drift> drifts, String advice) {
        ObjectNode node = Json.object().put("index", folder.toString()).put("sound", report.isSound());
        node.put("generation", report.generation()).put("files", report.files()).put("bytes", report.bytes());
        node.put("documents", report.documents()).put("passages", report.passages());
        node.put("mentions", report.mentions());
        node.set(
                "fingerprint",
                Json.object()
                        .put(
                                "recorded",
                                report.manifest().map(Manifest::fingerprint).orElse(null))
                        .put("found", report.fingerprint().isEmpty() ? null : report.fingerprint()));
        ArrayNode faults = node.putArray("faults");
        for (CheckReport.Fault fault : report.faults()) {
            faults.addObject()
                    .put("step", fault.step().word())
                    .put("where", fault.where())
                    .put("what", fault.what());
        }
        node.put("more_faults", report.more());
        node.put("advice", report.isSound() ? null : advice);
        ArrayNode collections = node.putArray("collections");
        for (Drift drift : drifts) {
            ObjectNode each = collections.addObject().put("root", drift.root());
            each.put("catalogue_changed", drift.catalogue());
            put(each, "changed", drift.changed());
            put(each, "gone", drift.gone());
            put(each, "new", drift.added());
            each.put("unreadable", drift.unreadable().orElse(null));
        }
        return node;
    }

    private static void put(ObjectNode node, String what, Drift.Some files) {
        node.put(what + "_files", files.count());
        files.first().forEach(node.putArray(what)::add);
    }
}
