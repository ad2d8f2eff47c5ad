package wherein.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wherein.api.Engine;
import wherein.text.Printable;
import wherein.verdict.Judgements;
import wherein.verdict.Verdict;
import wherein.verdict.VerdictException;
import wherein.verdict.VerdictUnion;
import wherein.verdict.Verdicts;

/** {@code wherein verdicts}: what readers say of mentions, and the files that hold it. */
@Command(
        name = "verdicts",
        description = {
            "Lists what readers say of mentions, and which verdicts are on no row any more.",
            "",
            "Every parameter of the API's /verdicts is an option here, such as --verdict disputed or",
            "--verdict.status orphan. The commands below read and write the files themselves; one is never",
            "changed but by lines that are added at its end."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            VerdictsCommand.Export.class,
            VerdictsCommand.Import.class,
            VerdictsCommand.Merge.class,
            VerdictsCommand.Compact.class
        })
final class VerdictsCommand extends TableCommand {

    VerdictsCommand() {
        super("/verdicts");
    }

    @Override
    List<String> query() {
        return List.of();
    }

    @Override
    int plain(Terminal terminal, TableRequest asked) throws IOException, UserException {
        return lines(terminal, asked, "document,start,end,type,surface,verdict,reviewer,judged,status");
    }

    @Override
    void warn(Terminal terminal, Engine engine) {
        engine.judgements()
                .map(Judgements::verdicts)
                .ifPresent(verdicts -> tell(terminal, verdicts, verdicts.torn(), false));
    }

    /**
     * Tells what is the matter with a file of verdicts.
     *
     * @param torn bytes at its end that were no line
     * @param cut whether they have been cut away
     */
    static void tell(Terminal terminal, Verdicts verdicts, long torn, boolean cut) {
        if (torn > 0) {
            terminal.err()
                    .println("wherein: warning: " + verdicts.path() + " ends in " + torn
                            + " bytes that are no line, as a power cut leaves them; "
                            + (cut ? "they were cut away" : "they are passed over"));
        }
        for (Verdicts.Fault fault : verdicts.faults()) {
            terminal.err()
                    .println("wherein: warning: " + verdicts.path() + ", line " + fault.line() + " is no verdict: "
                            + Printable.escaped(fault.reason()));
        }
        int more = verdicts.faulty() - verdicts.faults().size();
        if (more > 0) {
            terminal.err().println("wherein: warning: and " + more + " more lines of it");
        }
    }

    /** Those of an index, of which is told what is the matter with them. */
    private static Verdicts opened(Terminal terminal, IndexOption index) throws IOException {
        Verdicts verdicts = Verdicts.of(index.folder());
        tell(terminal, verdicts, verdicts.torn(), false);
        return verdicts;
    }

    /** Says how many lines there are, and of which mentions reviewers say different things. */
    private static void conflicts(Terminal terminal, VerdictUnion union) throws IOException {
        int conflicts = union.conflicts(verdicts -> {
            Verdict first = verdicts.getFirst();
            StringBuilder line = new StringBuilder("conflict: ")
                    .append(first.anchor().document())
                    .append(' ')
                    .append(first.anchor().start())
                    .append(' ')
                    .append(first.anchor().type().word())
                    .append(" \"")
                    .append(first.anchor().surface())
                    .append('"');
            for (Verdict each : verdicts) {
                line.append("; ")
                        .append(each.reviewer())
                        .append(": ")
                        .append(each.word().word())
                        .append(each.instead().isEmpty() ? "" : " " + each.instead());
            }
            terminal.out().println(Printable.escaped(line.toString()));
        });
        terminal.out().println(counted(union.size(), "line") + ", " + counted(conflicts, "conflict"));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Writes a new file, all of it or nothing. */
    private static void write(Path to, Lines lines) throws IOException, UserException, VerdictException {
        Path whole = to.toAbsolutePath();
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
        if (Files.exists(whole)) {
            throw new UserException(to + " is there already; name a file that is not");
        }
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                lines.writeTo(line -> {
                    out.write(line);
                    out.write('\n');
                });
                out.flush();
                channel.force(true);
            }
            Files.move(part, whole);
        } catch (FileAlreadyExistsException e) {
            throw new UserException(e.getMessage() + " is there already; name a file that is not", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private interface Lines {
        void writeTo(VerdictUnion.Taker taker) throws IOException, VerdictException;
    }

    /** {@code wherein verdicts export}. */
    @Command(
            name = "export",
            description = "Prints all lines of the file of verdicts that are verdicts, for another reviewer to import.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        @ParentCommand
        private VerdictsCommand parent;

        @Mixin
        private IndexOption index = new IndexOption();

        @Override
        public Integer call() throws Exception {
            Terminal terminal = parent.terminal();
            Verdicts verdicts = opened(terminal, index);
            VerdictUnion union = new VerdictUnion();
            union.addSound(verdicts.path(), line -> {
                String text = new String(line, StandardCharsets.UTF_8);
                terminal.out().print((terminal.outIsTerminal() ? Printable.escaped(text) : text) + "\n");
            });
            return found(union.size());
        }
    }

    /** {@code wherein verdicts import}. */
    @Command(
            name = "import",
            description =
                    "Adds the lines of other reviewers' files that are not there yet, and lists the mentions of which two"
                            + " reviewers say different things. May be done as often as one likes, in any order.",
            mixinStandardHelpOptions = true)
    static final class Import implements Callable<Integer> {

        @ParentCommand
        private VerdictsCommand parent;

        @Mixin
        private IndexOption index = new IndexOption();

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of verdicts.")
        private List<Path> files = List.of();

        @Override
        public Integer call() throws Exception {
            Terminal terminal = parent.terminal();
            Verdicts verdicts = Verdicts.of(index.folder());
            tell(terminal, verdicts, verdicts.torn(), true);
            int before = verdicts.lines();
            VerdictUnion union = verdicts.merge(files);
            terminal.out().println(counted(verdicts.lines() - before, "line") + " came");
            conflicts(terminal, union);
            return Main.FOUND;
        }
    }

    /** {@code wherein verdicts merge}. */
    @Command(
            name = "merge",
            description =
                    "Writes the lines of several files of verdicts into a new one, each line once, and lists the mentions of"
                            + " which two reviewers say different things.",
            mixinStandardHelpOptions = true)
    static final class Merge implements Callable<Integer> {

        @ParentCommand
        private VerdictsCommand parent;

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of verdicts.")
        private List<Path> files = List.of();

        @Option(names = "--to", paramLabel = "FILE", required = true, description = "The new file.")
        private Path to;

        @Override
        public Integer call() throws Exception {
            VerdictUnion union = new VerdictUnion();
            write(to, taker -> {
                for (Path file : files) {
                    union.add(file, taker);
                }
            });
            conflicts(parent.terminal(), union);
            return Main.FOUND;
        }
    }

    /** {@code wherein verdicts compact}. */
    @Command(
            name = "compact",
            description =
                    "Writes the last word of each reviewer on each mention into a new file. The old one stays as it is.",
            mixinStandardHelpOptions = true)
    static final class Compact implements Callable<Integer> {

        @ParentCommand
        private VerdictsCommand parent;

        @Mixin
        private IndexOption index = new IndexOption();

        @Option(names = "--to", paramLabel = "FILE", required = true, description = "The new file.")
        private Path to;

        @Override
        public Integer call() throws Exception {
            Terminal terminal = parent.terminal();
            Verdicts verdicts = opened(terminal, index);
            VerdictUnion union = new VerdictUnion();
            int[] last = new int[1];
            union.addSound(verdicts.path(), line -> {});
            write(to, taker -> last[0] = union.last(taker));
            terminal.out()
                    .println(last[0] + " of " + counted(union.size(), "line")
                            + (last[0] == 1 ? " still says something" : " still say something"));
            return Main.FOUND;
        }
    }
}
