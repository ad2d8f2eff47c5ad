package wherein.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import wherein.text.Nearest;

/** {@code wherein config}: what every option is without being named, and who says so. */
@Command(
        name = "config",
        description = {
            "Prints what every option is set to, and where: by default, in wherein.toml or by a variable.",
            "",
            "An option on the command line goes before a variable WHEREIN_*, which goes before wherein.toml. What is",
            "printed is itself a wherein.toml."
        },
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    private final Settings settings;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "Only the options of this command.")
    private Optional<String> command = Optional.empty();

    @Spec
    private CommandSpec spec;

    ConfigCommand(Settings settings) {
        this.settings = settings;
    }

    private record Line(String key, String value, String origin) {}

    @Override
    public Integer call() throws UserException {
        Terminal terminal = main.terminal();
        CommandLine all = spec.parent().commandLine();
        if (command.isPresent() && !all.getSubcommands().containsKey(command.get())) {
            throw new UserException("there is no command \"" + command.get() + "\""
                    + Nearest.hint(command.get(), all.getSubcommands().keySet()));
        }
        terminal.out()
                .println("# "
                        + settings.file().map(file -> "settings from " + file).orElse("no " + Settings.FILE + " here"));
        List<Line> lines = new ArrayList<>();
        new TreeMap<>(all.getSubcommands()).forEach((name, line) -> {
            if (command.isEmpty() || command.get().equals(name)) {
                lines.addAll(lines(name, line));
            }
        });
        settings.variable("WHEREIN_TOKEN")
                .ifPresent(token -> lines.add(new Line("# the token", "(not shown)", "WHEREIN_TOKEN")));
        int width = lines.stream()
                .mapToInt(line -> line.key().length() + line.value().length())
                .filter(each -> each < 60)
                .max()
                .orElse(0);
        for (Line line : lines) {
            String value = line.key() + " = " + line.value();
            terminal.out()
                    .println(value + " ".repeat(Math.max(0, width + 3 - value.length())) + "  # " + line.origin());
        }
        terminal.out().flush();
        for (String unknown : settings.unknownVariables(all)) {
            terminal.err().println("wherein: warning: " + unknown + " is set, but there is no such option");
        }
        return Main.FOUND;
    }

    private List<Line> lines(String name, CommandLine line) {
        List<Line> lines = new ArrayList<>();
        for (OptionSpec option : line.getCommandSpec().options()) {
            Settings.key(option).ifPresent(key -> lines.add(line(name, key, option)));
        }
        for (String key : ParameterOptions.settable(name)) {
            settings.find(name, key)
                    .ifPresent(set -> lines.add(new Line(name + "." + key, toml(set.text()), set.origin())));
        }
        return lines;
    }

    private Line line(String name, String key, OptionSpec option) {
        Optional<Settings.Setting> set = settings.find(name, key);
        if (set.isPresent()) {
            return new Line(
                    name + "." + key,
                    toml(settings.defaultValue(option)),
                    set.get().origin());
        }
        String otherwise = option.defaultValue();
        if (otherwise == null && option.arity().max() == 0) {
            otherwise = "false";
        }
        return otherwise == null
                ? new Line("# " + name + "." + key, "", "not set")
                : new Line(name + "." + key, toml(otherwise), "default");
    }

    private static String toml(String text) {
        return text.matches("true|false|0|-?[1-9][0-9]{0,17}")
                ? text
                : TextNode.valueOf(text).toString();
    }
}
