package wherein.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wherein.search.PassageSearcher;
import wherein.text.Nearest;

/**
 * The parameters of one request, each under its one name whatever alias it came by. Nothing is ignored: what is unknown, given twice or of a bad value is a fault, and all
 * faults are told together.
 */
public final class Arguments {

    private final List<? extends Parameter<?>> declared;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final PassageSearcher searcher;
    /** In the order in which they were found; what is asked for twice is wrong once. */
    private final SequencedSet<ProblemException.Fault> faults = new LinkedHashSet<>();

    private boolean unknown;

    /**
     * The parameters {@code given} to an endpoint that has those of {@code declared}.
     *
     * @param searcher of the collection, whose words some of them may have
     */
    public Arguments(Map<String, List<String>> given, List<? extends Parameter<?>> declared, PassageSearcher searcher) {
        this.declared = declared;
        this.searcher = searcher;
        Map<String, String> known = new TreeMap<>();
        for (Parameter<?> parameter : declared) {
            parameter.aliases().forEach(alias -> known.putIfAbsent(alias, parameter.name()));
        }
        declared.forEach(parameter -> known.put(parameter.name(), parameter.name()));
        given.forEach((name, values) -> {
            if (known.containsKey(name)) {
                this.given
                        .computeIfAbsent(known.get(name), each -> new ArrayList<>())
                        .addAll(values);
            } else {
                refuseUnknown(name, known);
            }
        });
    }

    private void refuseUnknown(String name, Map<String, String> known) {
        unknown = true;
        String own = Parameters.FIELD_PREFIX + name;
        String nearest =
                known.containsKey(own) ? own : Nearest.to(name, known.keySet()).orElse("");
        String reason = "no parameter of this endpoint; it has "
                + (known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known.values())));
        faults.add(new ProblemException.Fault(name, reason, nearest, -1));
    }

    /** The collection that is asked. */
    PassageSearcher searcher() {
        return searcher;
    }

    /** All parameters that the request might have had. */
    List<? extends Parameter<?>> declared() {
        return declared;
    }

    /** Whether any of {@code some} is given. */
    boolean hasAny(List<? extends Parameter<?>> some) {
        return some.stream().anyMatch(parameter -> given.containsKey(parameter.name()));
    }

    /** The values of {@code name}, in order; none if it is absent. */
    public List<String> all(String name) {
        return given.getOrDefault(name, List.of());
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
    public <T> T get(Parameter<T> parameter) {
        if (parameter.needed() && all(parameter.name()).stream().allMatch(String::isBlank)) {
            fault(parameter.name(), expected(parameter), "");
        }
        return parameter.kind().read(this, parameter.name());
    }

    /** What may stand there, word by word where there is a closed list. */
    private String expected(Parameter<?> parameter) {
        String form = parameter.kind() instanceof Kind.Some some
                ? "one of " + String.join(", ", some.vocabulary().of(searcher))
                : parameter.form();
        return "expected " + form + ": " + parameter.doc();
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
    public void fault(String name, String reason, String didYouMean) {
        faults.add(new ProblemException.Fault(name, reason, didYouMean, -1));
    }

    /** Ends the request if anything was wrong. */
    public void check() {
        if (faults.isEmpty()) {
            return;
        }
        Problem problem = unknown ? Problem.UNKNOWN_PARAMETER : Problem.BAD_VALUE;
        ProblemException.Fault first = faults.getFirst();
        String detail = first.parameter() + ": " + first.reason() + "."
                + (first.didYouMean().isEmpty() ? "" : " Did you mean \"" + first.didYouMean() + "\"?");
        throw new ProblemException(problem, detail, List.copyOf(faults));
    }
}
