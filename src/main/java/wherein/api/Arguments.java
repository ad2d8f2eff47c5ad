package wherein.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wherein.search.PassageSearcher;
import wherein.text.Nearest;

/**
 * The parameters of one request. Nothing is ignored: what is unknown, given twice or of a bad value is a fault, and all
 * faults are told together.
 */
final class Arguments {

    private final Map<String, List<String>> given;
    private final PassageSearcher searcher;
    private final List<ProblemException.Fault> faults = new ArrayList<>();
    private boolean unknown;

    /**
     * The parameters {@code given} to an endpoint that has those of {@code declared}.
     *
     * @param searcher of the collection, whose words some of them may have
     */
    Arguments(Map<String, List<String>> given, List<? extends Parameter<?>> declared, PassageSearcher searcher) {
        this.given = new LinkedHashMap<>(given);
        this.searcher = searcher;
        Set<String> known = Parameter.names(declared);
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                unknown = true;
                String nearest = Nearest.to(name, known).orElse("");
                String reason = "no parameter of this endpoint; it has "
                        + (known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known)));
                faults.add(new ProblemException.Fault(name, reason, nearest, -1));
            }
        }
    }

    /** The collection that is asked. */
    PassageSearcher searcher() {
        return searcher;
    }

    /** The values of {@code name}, in order; none if it is absent. */
    List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    /** As {@link #all}, each value cut at commas. */
    List<String> list(String name) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The one value of {@code name}; empty if it is absent. */
    Optional<String> one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            fault(name, "given " + values.size() + " times, expected once", "");
        }
        return values.stream().findFirst();
    }

    /**
     * What {@code parameter} says.
     *
     * @param <T> as its kind reads it
     */
    <T> T get(Parameter<T> parameter) {
        if (parameter.needed() && all(parameter.name()).stream().allMatch(String::isBlank)) {
            fault(parameter.name(), "expected " + parameter.kind().form() + ": " + parameter.doc(), "");
        }
        return parameter.kind().read(this, parameter.name());
    }

    /** Notes that {@code value} is none of {@code words}. */
    void refuse(String name, String value, Collection<String> words) {
        String all = words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
        fault(
                name,
                "\"" + value + "\" is none of " + all,
                Nearest.to(value, Set.copyOf(words)).orElse(""));
    }

    /** Notes a fault of {@code name}. */
    void fault(String name, String reason, String didYouMean) {
        faults.add(new ProblemException.Fault(name, reason, didYouMean, -1));
    }

    /** Ends the request if anything was wrong. */
    void check() {
        if (faults.isEmpty()) {
            return;
        }
        Problem problem = unknown ? Problem.UNKNOWN_PARAMETER : Problem.BAD_VALUE;
        ProblemException.Fault first = faults.getFirst();
        String detail = first.parameter() + ": " + first.reason() + "."
                + (first.didYouMean().isEmpty() ? "" : " Did you mean \"" + first.didYouMean() + "\"?");
        throw new ProblemException(problem, detail, faults);
    }
}
