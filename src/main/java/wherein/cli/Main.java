package wherein.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code wherein}: reads the arguments, wires the packages together, and turns every outcome into one of the
 * exit codes 0 (found, done), 1 (nothing found), 2 (error or bad usage) and 130 (stopped by Ctrl-C).
 */
@Command(
        name = "wherein",
        description = "Searches a collection of documents by passages, and shows every match where it stands.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 found, 1 nothing found, 2 error or bad usage, 130 stopped by Ctrl-C."})
public final class Main implements Callable<Integer> {

    static final int FOUND = 0;
    static final int NOTHING_FOUND = 1;
    static final int ERROR = 2;

    /** Held, since the logging system forgets loggers that nobody holds. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
    private static final Logger JAVALIN = Logger.getLogger("io.javalin");

    @Option(
            names = "--debug",
            description = "On an error, show where in the program it came from.",
            scope = ScopeType.INHERIT)
    private boolean debug;

    @Option(
            names = Settings.OPTION,
            paramLabel = "FILE",
            description = "Settings, if they are not in wherein.toml of the working directory.",
            scope = ScopeType.INHERIT)
    private Path config;

    @Spec
    private CommandSpec spec;

    private final Settings settings;
    private final Terminal terminal;

    private boolean outputFailed;

    private Main(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        Terminal terminal = new Terminal(new FileOutputStream(FileDescriptor.out), System.err);
        try {
            NativeNames.ofThisProcess().refuseArguments(System.getenv(), args);
        } catch (UserException e) {
            System.exit(new Main(Settings.none(), terminal).report(e));
        }
        System.exit(run(terminal, System.getenv(), Path.of(""), args));
    }

    /** Runs the command that {@code args} name, in this environment and working directory, and gives its exit code. */
    static int run(Terminal terminal, Map<String, String> environment, Path folder, String... args) {
        // What Lucene has to say of the vector module, and Jetty of its start, is no news to a user.
        LUCENE.setLevel(Level.SEVERE);
        JETTY.setLevel(Level.SEVERE);
        // It tells a failed start by itself, beside our own line for it.
        JAVALIN.setLevel(Level.OFF);
        Main main = new Main(Settings.none(), terminal);
        try {
            Settings settings = Settings.of(environment, folder, args);
            main = new Main(settings, terminal);
            if (settings.file().isPresent()) {
                settings.check(new Main(settings, terminal).commandLine());
            }
        } catch (UserException e) {
            return main.report(e);
        }
        return main.execute(args);
    }

    /** Whatever a command prints has arrived when this returns {@link #FOUND}. */
    private int execute(String... args) {
        try {
            // The parser prints help and version; it would tell of a fault there in its own way.
            StringWriter help = new StringWriter();
            int exit = execute(new PrintWriter(help), args);
            if (!outputFailed) {
                terminal.out().print(help);
                terminal.out().flush();
            }
            return exit;
        } catch (Output.Failure | Error e) {
            // The parser lets errors through, and Java would end with 1, which is "nothing found".
            return report(e);
        }
    }

    /** Where a command prints. */
    Terminal terminal() {
        return terminal;
    }

    private int execute(PrintWriter help, String... args) {
        CommandLine line = commandLine(args)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(help)
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        ParameterOptions.explain(line);
        IParameterExceptionHandler usual = line.getParameterExceptionHandler();
        return line.setDefaultValueProvider(settings)
                .setParameterExceptionHandler((e, given) -> faulty(e, usual, given))
                .setExecutionExceptionHandler((e, command, result) -> report(e))
                .execute(ParameterOptions.gather(settings, args));
    }

    /** Says of a value that cannot be read where it comes from, which may not be the command line. */
    private static int faulty(ParameterException e, IParameterExceptionHandler usual, String... given)
            throws Exception {
        Optional<Settings.Setting> set = Optional.ofNullable(e.getArgSpec())
                .filter(OptionSpec.class::isInstance)
                .map(OptionSpec.class::cast)
                .filter(option -> Stream.of(given)
                        .noneMatch(word -> List.of(option.names()).contains(word.split("=", 2)[0])))
                .flatMap(option -> Settings.key(option)
                        .flatMap(key -> e.getCommandLine().getDefaultValueProvider() instanceof Settings settings
                                ? settings.find(option.command().name(), key)
                                : Optional.empty()));
        ParameterException told = set.isEmpty()
                ? e
                : new ParameterException(
                        e.getCommandLine(),
                        set.get().origin() + ": " + e.getMessage(),
                        e,
                        e.getArgSpec(),
                        e.getValue());
        return usual.handleParseException(told, given);
    }

    /** The command with its subcommands; with the one that is asked for alone if it is known, which starts quicker. */
    private CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(this);
        String asked = args.length == 0 ? "" : args[0];
        Object alone = switch (asked) {
            case "index" -> new IndexCommand();
            case "serve" -> new ServeCommand(settings);
            case "search" -> new SearchCommand();
            case "rehearse" -> new RehearseCommand();
            default -> this;
        };
        if (alone != this) {
            return line.addSubcommand(asked, alone);
        }
        return line.addSubcommand("index", new IndexCommand())
                .addSubcommand("serve", new ServeCommand(settings))
                .addSubcommand("search", new SearchCommand())
                .addSubcommand("mentions", new MentionsCommand())
                .addSubcommand("figures", new FiguresCommand())
                .addSubcommand("timeline", new TimelineCommand())
                .addSubcommand("together", new TogetherCommand())
                .addSubcommand("verdicts", new VerdictsCommand())
                .addSubcommand("account", new AccountCommand())
                .addSubcommand("kwic", new KwicCommand())
                .addSubcommand("absence", new AbsenceCommand())
                .addSubcommand("stats", new StatsCommand())
                .addSubcommand("report", new ReportCommand())
                .addSubcommand("evaluate", new EvaluateCommand())
                .addSubcommand("annotate", new AnnotateCommand())
                .addSubcommand("verify", new VerifyCommand())
                .addSubcommand("catalogue", new CatalogueCommand())
                .addSubcommand("check", new CheckCommand())
                .addSubcommand("backup", new BackupCommand())
                .addSubcommand("restore", new RestoreCommand())
                .addSubcommand("config", new ConfigCommand(settings))
                .addSubcommand("completion", new CompletionCommand())
                .addSubcommand("man", new ManCommand())
                .addSubcommand("help", new CommandLine.HelpCommand());
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ERROR;
    }

    private int report(Throwable e) {
        if (e instanceof Output.Failure failure) {
            outputFailed = true;
            if (failure.isClosedPipe()) {
                return FOUND;
            }
        }
        terminal.err().println("wherein: " + Messages.of(e).replace("\n", "\nwherein: "));
        if (debug) {
            e.printStackTrace(terminal.err());
        }
        return ERROR;
    }
}
