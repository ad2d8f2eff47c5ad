package wherein.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import wherein.text.Nearest;

/**
 * What is set outside of the command line: variables {@code WHEREIN_*} of the environment, and below them
 * {@code wherein.toml}, in which a table named after a command goes before the keys above all tables. The file is the one that
 * {@code --config} or {@code WHEREIN_CONFIG} names, or the one in the working directory; never one that lies in a collection:
 * a folder of documents from somewhere must not open a server.
 */
final class Settings implements IDefaultValueProvider {

    /** The name of the file. */
    static final String FILE = "wherein.toml";

    /** The option that names another. */
    static final String OPTION = "--config";

    private static final String PREFIX = "WHEREIN_";

    /** The variable that says how much memory a command may take, such as {@code 4g}; the launcher reads it. */
    static final String MEMORY = PREFIX + "MEMORY";

    /** Variables that are no option. */
    private static final List<String> OTHER_VARIABLES = List.of(PREFIX + "CONFIG", PREFIX + "TOKEN", MEMORY);

    /** What is said once, with one command, and makes no sense as a setting. */
    private static final List<String> ONCE = List.of(
            "help", "version", "config", "add", "replace", "prune", "dry-run", "json", "ndjson", "csv", "all", "each",
            "topics", "qrels", "answers", "run", "field");

    private final Map<String, String> environment;
    private final Optional<Path> file;
    private final TomlTable table;

    private Settings(Map<String, String> environment, Optional<Path> file, TomlTable table) {
        this.environment = environment;
        this.file = file;
        this.table = table;
    }

    /**
     * A value and where it comes from.
     *
     * @param text as it would stand on the command line
     * @param origin such as {@code WHEREIN_PORT} or {@code wherein.toml line 3}
     * @param base the folder that a path is relative to; empty for the working directory
     */
    record Setting(String text, String origin, Optional<Path> base) {}

    /** Nothing set. */
    static Settings none() {
        return new Settings(Map.of(), Optional.empty(), Toml.parse(""));
    }

    /**
     * The settings for a command.
     *
     * @param folder the working directory
     * @param arguments of the command line, of which one may name the file
     * @throws UserException if the file is not there though it was named, or is no TOML
     */
    static Settings of(Map<String, String> environment, Path folder, String... arguments) throws UserException {
        Optional<String> named = named(arguments).or(() -> Optional.ofNullable(environment.get(PREFIX + "CONFIG")));
        Path file = folder.resolve(named.orElse(FILE));
        if (named.isEmpty() && !Files.isRegularFile(file)) {
            return new Settings(environment, Optional.empty(), null);
        }
        try {
            TomlParseResult parsed = Toml.parse(file);
            if (parsed.hasErrors()) {
                TomlParseError first = parsed.errors().getFirst();
                throw new UserException(file + " line " + first.position().line() + ": " + first.getMessage());
            }
            return new Settings(environment, Optional.of(file), parsed);
        } catch (NoSuchFileException e) {
            throw new UserException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new UserException("the settings in " + file + " cannot be read: " + Messages.of(e), e);
        }
    }

    private static Optional<String> named(String... arguments) {
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                return Optional.of(arguments[i].substring(OPTION.length() + 1));
            }
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    /** The file, if there is one. */
    Optional<Path> file() {
        return file;
    }

    /** A variable that is no option, such as {@code WHEREIN_TOKEN}. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** What {@code option} of {@code command}, without its dashes, is set to. */
    Optional<Setting> find(String command, String option) {
        Optional<String> variable = variable(variableOf(option));
        if (variable.isPresent()) {
            return Optional.of(new Setting(variable.get(), variableOf(option), Optional.empty()));
        }
        return inFile(List.of(command, option)).or(() -> inFile(List.of(option)));
    }

    private Optional<Setting> inFile(List<String> path) {
        if (table == null || !table.contains(path) || table.isTable(path)) {
            return Optional.empty();
        }
        Path folder = file.orElseThrow().toAbsolutePath().getParent();
        return Optional.of(new Setting(text(table.get(path)), place(path), Optional.of(folder)));
    }

    private static String text(Object value) {
        return value instanceof TomlArray array
                ? array.toList().stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    private String place(List<String> path) {
        TomlPosition position = table.inputPositionOf(path);
        return file.orElseThrow().getFileName() + (position == null ? "" : " line " + position.line());
    }

    /** The variables that are options of {@code command}, and the one that names the file of settings. */
    static List<String> variables(Object command) {
        Stream<String> options = new CommandLine(command)
                .getCommandSpec().options().stream()
                        .flatMap(option -> key(option).stream())
                        .map(Settings::variableOf);
        return Stream.concat(Stream.of(PREFIX + "CONFIG"), options).toList();
    }

    static String variableOf(String option) {
        return PREFIX + option.toUpperCase(Locale.ROOT).replaceAll("[-.]", "_");
    }

    /** The name of {@code option} as a key; empty if it cannot be set. */
    static Optional<String> key(OptionSpec option) {
        String name = option.longestName().replaceFirst("^--?", "");
        return option.hidden() || ONCE.contains(name) ? Optional.empty() : Optional.of(name);
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        return key(option)
                .flatMap(name -> find(option.command().name(), name))
                .map(setting -> resolved(option, setting))
                .orElse(null);
    }

    /** A path in the file is relative to the file's folder. */
    private static String resolved(OptionSpec option, Setting setting) {
        boolean isPath =
                option.type() == Path.class || List.of(option.auxiliaryTypes()).contains(Path.class);
        return isPath && setting.base().isPresent()
                ? setting.base().get().resolve(setting.text()).toString()
                : setting.text();
    }

    /**
     * Refuses what no command has.
     *
     * @param line with all of the commands
     * @throws UserException that says which key, in which line, and what was meant
     */
    void check(CommandLine line) throws UserException {
        if (table == null) {
            return;
        }
        TreeSet<String> anywhere = new TreeSet<>();
        Map<String, CommandLine> commands = line.getSubcommands();
        commands.forEach((name, command) -> anywhere.addAll(keys(name, command)));
        for (String key : table.keySet()) {
            Object value = table.get(List.of(key));
            if (!(value instanceof TomlTable inner)) {
                refuseUnknown(List.of(key), key, anywhere, "no option of any command");
                refuseNested(List.of(key), value);
                continue;
            }
            refuseUnknown(List.of(key), key, commands.keySet(), "no command");
            TreeSet<String> own = keys(key, commands.get(key));
            for (String name : inner.keySet()) {
                refuseUnknown(List.of(key, name), name, own, "no option of \"" + key + "\" that can be set");
                refuseNested(List.of(key, name), inner.get(List.of(name)));
            }
        }
    }

    private static TreeSet<String> keys(String name, CommandLine command) {
        TreeSet<String> keys = new TreeSet<>(ParameterOptions.settable(name));
        command.getCommandSpec().options().forEach(option -> key(option).ifPresent(keys::add));
        return keys;
    }

    private void refuseUnknown(List<String> path, String key, Collection<String> known, String what)
            throws UserException {
        if (key.equals("token")) {
            throw new UserException(place(path) + ": a token is no setting; token-file names the file that holds it");
        }
        if (!known.contains(key)) {
            throw new UserException(place(path) + ": \"" + key + "\" is " + what + Nearest.hint(key, known));
        }
    }

    private void refuseNested(List<String> path, Object value) throws UserException {
        boolean nested = value instanceof TomlTable
                || value instanceof TomlArray array
                        && array.toList().stream()
                                .anyMatch(each -> each instanceof TomlTable
                                        || each instanceof TomlArray
                                        || String.valueOf(each).contains(","));
        if (nested) {
            throw new UserException(
                    place(path) + ": expected a value, or a list of values without commas, for " + path.getLast());
        }
    }

    /** Variables that look like ours and are none. */
    List<String> unknownVariables(CommandLine line) {
        List<String> known = new ArrayList<>(OTHER_VARIABLES);
        line.getSubcommands()
                .forEach((name, command) -> keys(name, command).forEach(key -> known.add(variableOf(key))));
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .sorted()
                .toList();
    }
}
