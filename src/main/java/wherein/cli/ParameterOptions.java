package wherein.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import wherein.api.Endpoints;
import wherein.api.Parameter;
import wherein.api.Parameters;

/**
 * Options of a command that are parameters of the API, or fields of some collection: only the index can tell which there
 * are, so the API reads them, and the parser of the command line sees one option for all.
 */
final class ParameterOptions {

    /** The option that stands for all of them, hidden. */
    static final String GATHERED = "--parameter";

    /** The commands that have them, each with the options that are its own. */
    private static final Map<String, Set<String>> OWN = Map.of(
            "search", Set.of("--index", "--json", "--ndjson", "--all"),
            "account", Set.of("--index", "--json", "--ndjson", "--csv"),
            "figures", Set.of("--index", "--json", "--ndjson", "--csv"),
            "mentions", Set.of("--index", "--json", "--ndjson", "--csv"),
            "timeline", Set.of("--index", "--json", "--ndjson", "--csv"),
            "together", Set.of("--index", "--json", "--ndjson", "--csv"),
            "verdicts", Set.of("--index", "--json", "--ndjson", "--csv", "--to"),
            "kwic", Set.of("--index", "--json", "--ndjson", "--csv"),
            "absence", Set.of("--index", "--json"));

    /** The endpoint that each answers as. */
    private static final Map<String, String> ENDPOINTS = Map.of(
            "search", "/search",
            "account", "/account",
            "figures", "/figures/table",
            "mentions", "/mentions",
            "timeline", "/timeline",
            "together", "/together",
            "verdicts", "/verdicts",
            "kwic", "/concordance",
            "absence", "/absence");

    /** Columns of a line of help. */
    private static final int WIDTH = 80;

    private static final Set<String> COMMON = Set.of("--help", "--version", "--debug", Settings.OPTION);

    /** Parameters that an empty value makes sense for: it means "unknown". */
    private static final String MAY_BE_EMPTY = "(not\\.)?(source|author|lang|stance)|date\\.(year|month|day)";

    private ParameterOptions() {}

    /** Those of {@code command}'s parameters that can be set once for all. */
    static List<String> settable(String command) {
        return declared(command).stream()
                .filter(each -> each.role().isSettable())
                .map(Parameter::name)
                .sorted()
                .toList();
    }

    private static List<Parameter<?>> declared(String command) {
        return ENDPOINTS.containsKey(command)
                ? Endpoints.of(ENDPOINTS.get(command)).parameters()
                : List.of();
    }

    /** Makes options of the parameters, for who describes the commands. */
    static void declare(CommandLine all) {
        ENDPOINTS.keySet().forEach(name -> {
            CommandSpec command = all.getSubcommands().get(name).getCommandSpec();
            for (Parameter<?> parameter : declared(name)) {
                String option = "--" + parameter.name();
                if (command.findOption(option) == null) {
                    command.addOption(OptionSpec.builder(option)
                            .paramLabel(parameter.form())
                            .type(String.class)
                            .description(parameter.doc())
                            .build());
                }
            }
        });
    }

    /** {@code args} with each such option written {@code --parameter name=value}, and those that {@code settings} have. */
    static String[] gather(Settings settings, String... args) {
        if (args.length == 0 || !OWN.containsKey(args[0])) {
            return args;
        }
        Set<String> own = OWN.get(args[0]);
        List<String> rewritten = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            if (arg.equals("--")) {
                rewritten.addAll(List.of(args).subList(i, args.length));
                break;
            }
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            if (!name.matches("--[a-z][a-z0-9_.-]*") || own.contains(name) || COMMON.contains(name)) {
                rewritten.add(arg);
            } else if (equals >= 0) {
                rewritten.addAll(List.of(GATHERED, arg.substring(2)));
            } else {
                String value = i + 1 < args.length ? args[++i] : "";
                rewritten.addAll(List.of(GATHERED, name.substring(2) + "=" + value));
            }
        }
        List<String> given = List.copyOf(rewritten);
        for (String name : settable(args[0])) {
            boolean said = given.stream().anyMatch(each -> each.startsWith(name + "="));
            settings.find(args[0], name)
                    .filter(set -> !said)
                    .ifPresent(set -> rewritten.addAll(1, List.of(GATHERED, name + "=" + set.text())));
        }
        return rewritten.toArray(String[]::new);
    }

    /** Has the help of those subcommands of {@code line} that take parameters end with a list of them. */
    static void explain(CommandLine line) {
        line.getSubcommands().forEach((name, command) -> {
            if (ENDPOINTS.containsKey(name)) {
                command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> help(declared(name)));
            }
        });
    }

    private static String help(List<Parameter<?>> parameters) {
        StringBuilder help = new StringBuilder("\nParameters of the API, and each field of the collection's own:\n");
        for (Parameter<?> parameter : parameters) {
            help.append("  --").append(parameter.name()).append('=').append(parameter.form());
            int column = WIDTH;
            for (String word : parameter.doc().split(" ")) {
                if (column + 1 + word.length() > WIDTH) {
                    help.append("\n       ");
                    column = 7;
                }
                help.append(' ').append(word);
                column += 1 + word.length();
            }
            help.append('\n');
        }
        return help.toString();
    }

    /**
     * The parameters that {@code gathered} says.
     *
     * @param declared parameters of the endpoint; a field of the collection's own may be empty, which means "unknown"
     * @throws UserException if one of these has no value, and needs one
     */
    static Map<String, List<String>> parameters(List<String> gathered, List<Parameter<?>> declared)
            throws UserException {
        Set<String> known = Parameters.namesOf(declared);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String each : gathered) {
            int equals = each.indexOf('=');
            String name = each.substring(0, equals);
            if (equals == each.length() - 1 && known.contains(name) && !name.matches(MAY_BE_EMPTY)) {
                throw new UserException("--" + name + " needs a value");
            }
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(each.substring(equals + 1));
        }
        return parameters;
    }
}
