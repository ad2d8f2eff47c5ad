package wherein.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark is to do.
 *
 * @param work the folder to work in; what was made there stays, and is used again
 * @param list the packages to take texts from
 * @param seeds a collection of a few documents
 * @param passages how many at least
 * @param runs how often everything is measured
 * @param each queries of each of ten kinds
 * @param ours the commands of Wherein to measure, by what they are called in the table
 * @param task what comes of it
 */
record Options(
        Path work, Path list, Path seeds, int passages, int runs, int each, Map<String, List<String>> ours, Task task) {

    /** What comes of it. */
    enum Task {
        /** Tables for people, of all engines over HTTP. */
        TABLE,
        /** The same as JSON. */
        JSON,
        /** The times of methods of Wherein alone, and nothing over HTTP. */
        METHODS,
        /** A drawing of what was measured before, and no new figures. */
        PLOT
    }

    static final String USAGE = "expected: FOLDER [--passages N] [--runs N] [--ours NAME=LAUNCHER]... [--json | --methods | --plot]";

    private static final int PASSAGES = 100_000;
    private static final int RUNS = 5;
    private static final int EACH = 21;

    /** Reads the arguments of the command; {@code home} is the tree that it belongs to. */
    static Options read(Path home, List<String> arguments) {
        Path work = null;
        int passages = PASSAGES;
        int runs = RUNS;
        Task task = Task.TABLE;
        Map<String, List<String>> ours = new LinkedHashMap<>();
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String argument = left.removeFirst();
            switch (argument) {
                case "--json" -> task = Task.JSON;
                case "--methods" -> task = Task.METHODS;
                case "--plot" -> task = Task.PLOT;
                case "--passages" -> passages = number(argument, left);
                case "--runs" -> runs = number(argument, left);
                case "--ours" -> {
                    String[] both = value(argument, left).split("=", 2);
                    ours.put(both[0], List.of(both.length < 2 ? both[0] : both[1]));
                }
                default -> {
                    if (work != null || argument.startsWith("-")) {
                        throw new IllegalArgumentException(argument + ": " + USAGE);
                    }
                    work = Path.of(argument).toAbsolutePath().normalize();
                }
            }
        }
        if (work == null) {
            throw new IllegalArgumentException(USAGE);
        }
        if (ours.isEmpty()) {
            ours.put("Wherein", List.of(home.resolve("wherein").toString()));
        }
        return new Options(work, home.resolve("src/bench/packages.tsv"), home.resolve("seeds"), passages, runs, EACH, ours, task);
    }

    private static String value(String name, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(name + " has no value: " + USAGE);
        }
        return left.removeFirst();
    }

    private static int number(String name, List<String> left) {
        String value = value(name, left).replace("_", "");
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a number above 0");
        }
        return Integer.parseInt(value);
    }
}
