package wherein.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            "kwic", Set.of("--index", "--json", "--ndjson", "--csv"));

    private static final Set<String> COMMON = Set.of("--help", "--version", "--debug");

    /** Parameters that an empty value makes sense for: it means "unknown". */
    private static final String MAY_BE_EMPTY = "(not\\.)?(source|author|lang|stance)";

    private ParameterOptions() {}

    /** {@code args} with each such option written {@code --parameter name=value}. */
    static String[] gather(String... args) {
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
        return rewritten.toArray(String[]::new);
    }

    /**
     * The parameters that {@code gathered} says.
     *
     * @param known parameters of the API; a field of the collection's own may be empty, which means "unknown"
     * @throws UserException if one of {@code known} has no value, and needs one
     */
    static Map<String, List<String>> parameters(List<String> gathered, Set<String> known) throws UserException {
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
