package wherein.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code wherein man}: the manual page, made of what the commands say of themselves. */
@Command(
        name = "man",
        description = {"Prints the manual page.", "", "To read it: wherein man | man -l -"},
        mixinStandardHelpOptions = true)
final class ManCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandLine all = spec.parent().commandLine();
        ParameterOptions.declare(all);
        Terminal terminal = main.terminal();
        terminal.out().print(page(all));
        terminal.out().flush();
        return Main.FOUND;
    }

    /** The page in the macros of {@code man(7)}. */
    private static String page(CommandLine all) throws IOException {
        StringWriter page = new StringWriter();
        PrintWriter out = new PrintWriter(page);
        CommandSpec top = all.getCommandSpec();
        line(out, ".TH WHEREIN 1 \"\" \"Wherein " + text(Version.number()) + "\"");
        line(out, ".SH NAME");
        line(out, "wherein \\- " + text(String.join(" ", top.usageMessage().description())));
        line(out, ".SH SYNOPSIS");
        line(out, ".B wherein");
        line(out, "COMMAND [OPTIONS]");
        line(out, ".SH COMMANDS");
        new TreeMap<>(all.getSubcommands())
                .values().stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(command -> !command.usageMessage().hidden())
                        .forEach(command -> command(out, command));
        line(out, ".SH ENVIRONMENT");
        line(
                out,
                text("Every option that is worth setting once has a variable: --access-log is "
                        + Settings.variableOf("access-log") + ". WHEREIN_TOKEN holds the token of a server, and "
                        + "WHEREIN_CONFIG names the file of settings. WHEREIN_MEMORY says how much memory a command may take, "
                        + "such as 4g; index and serve take 1g without."));
        line(out, ".SH FILES");
        tagged(
                out,
                Settings.FILE,
                "In the working directory: options without their dashes, for all commands or in a "
                        + "table named after one. An option on the command line goes before a variable, which goes before the "
                        + "file. wherein config prints all of them.");
        line(out, ".SH EXIT STATUS");
        tagged(out, "0", "found, or done");
        tagged(out, "1", "nothing found");
        tagged(out, "2", "an error, or bad usage");
        tagged(out, "130", "stopped by Ctrl-C");
        return page.toString();
    }

    private static void command(PrintWriter out, CommandSpec command) {
        String arguments = command.positionalParameters().stream()
                .map(PositionalParamSpec::paramLabel)
                .collect(Collectors.joining(" "));
        line(out, ".SS \"" + text(command.name() + (arguments.isEmpty() ? "" : " " + arguments)) + "\"");
        for (String each : command.usageMessage().description()) {
            line(out, each.isEmpty() ? ".PP" : text(each));
        }
        command.positionalParameters().forEach(each -> tagged(out, each.paramLabel(), plain(each.description())));
        command.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> tagged(
                        out,
                        names(option),
                        plain(option.description())
                                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValue()))));
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static String plain(String... description) {
        return Stream.of(description)
                .map(each -> Ansi.OFF.string(each))
                .collect(Collectors.joining(" "))
                .replace("%n", " ")
                .replace("%%", "%");
    }

    private static void tagged(PrintWriter out, String tag, String text) {
        line(out, ".TP");
        line(out, ".B " + text(tag));
        line(out, text(text));
    }

    /** {@code text} as the macros show it: a minus sign stays one, and no line is an order. */
    private static String text(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
        return List.of('.', '\'').contains(escaped.isEmpty() ? ' ' : escaped.charAt(0)) ? "\\&" + escaped : escaped;
    }

    private static void line(PrintWriter out, String line) {
        out.print(line + "\n");
    }
}
