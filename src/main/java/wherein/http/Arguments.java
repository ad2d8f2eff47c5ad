package wherein.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import wherein.text.Nearest;

/**
 * The parameters of one request. Nothing is ignored: what is unknown, given twice or of a bad value is a fault, and all
 * faults are told together.
 */
final class Arguments {

    private final Map<String, List<String>> given;
    private final List<ProblemException.Fault> faults = new ArrayList<>();
    private boolean unknown;

    /** The parameters {@code given} to an endpoint that has those of {@code known}. */
    Arguments(Map<String, List<String>> given, Set<String> known) {
        this.given = new LinkedHashMap<>(given);
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                unknown = true;
                String nearest = Nearest.to(name, known).orElse("");
                String reason = "no parameter of this endpoint; it has " + String.join(", ", new TreeSet<>(known));
                faults.add(new ProblemException.Fault(name, reason, nearest, -1));
            }
        }
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

    /** The value of {@code name} by one of some words, or {@code otherwise} if it is absent. */
    <T> T word(String name, Map<String, T> words, T otherwise) {
        Optional<String> value = one(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        T meaning = words.get(value.get());
        if (meaning == null) {
            fault(
                    name,
                    "\"" + value.get() + "\" is none of " + String.join(", ", words.keySet()),
                    Nearest.to(value.get(), words.keySet()).orElse(""));
            return otherwise;
        }
        return meaning;
    }

    /** The whole number {@code name}, from {@code least} to {@code most}, or {@code otherwise} if it is absent. */
    int number(String name, int otherwise, int least, int most) {
        Optional<String> value = one(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, with the bounds.
        }
        fault(name, "\"" + value.get() + "\" is no whole number from " + least + " to " + most, "");
        return otherwise;
    }

    /** The value of {@code name} as {@code reading} reads it; what it throws as IllegalArgumentException is a fault. */
    <T> Optional<T> read(String name, Function<String, T> reading) {
        Optional<String> value = one(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(value.get()));
        } catch (IllegalArgumentException e) {
            fault(name, e.getMessage(), "");
            return Optional.empty();
        }
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

    /** A table of words and what they mean, in this order. */
    static <T> Map<String, T> words(String word, T meaning, String other, T otherMeaning) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(word, meaning);
        words.put(other, otherMeaning);
        return words;
    }

    /** A table of words and what they mean, in this order. */
    static <T> Map<String, T> words(String a, T first, String b, T second, String c, T third) {
        Map<String, T> words = new LinkedHashMap<>(words(a, first, b, second));
        words.put(c, third);
        return words;
    }
}
