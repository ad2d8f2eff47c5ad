package wherein.format;

import java.util.Collection;
import java.util.Set;

/**
 * What a child process is told of the environment of this one: where it runs and in what language, and nothing that is
 * anybody's secret. A list of what may pass, since nobody can list all that may not.
 */
public final class ChildEnvironment {

    private static final Set<String> MAY_PASS = Set.of(
            "PATH",
            "HOME",
            "TMPDIR",
            "TMP",
            "TEMP",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TERM",
            "COLUMNS",
            "NO_COLOR",
            // Without these no process starts, on Windows and where Java's own libraries lie elsewhere.
            "SystemRoot",
            "LD_LIBRARY_PATH",
            "DYLD_LIBRARY_PATH");

    private ChildEnvironment() {}

    /**
     * Takes from the environment of the process that {@code builder} will start all variables but a few, and those named.
     *
     * @param named further variables that may pass
     */
    public static ProcessBuilder restrict(ProcessBuilder builder, Collection<String> named) {
        builder.environment().keySet().removeIf(name -> !MAY_PASS.contains(name) && !named.contains(name));
        return builder;
    }
}
