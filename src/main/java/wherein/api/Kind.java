package wherein.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import wherein.search.PassageSearcher;
import wherein.text.Nearest;

/**
 * What values a parameter may have. Requests are read by it, and it is what the description of the API, the help of the
 * commands and the documentation say of a value.
 *
 * @param <T> what the values stand for
 */
public sealed interface Kind<T> {

    /** What a value looks like, for a reader. */
    String form();

    /** Reads the values of the parameter {@code name}; what is wrong with them becomes a fault of {@code arguments}. */
    T read(Arguments arguments, String name);

    /**
     * One of some words.
     *
     * @param words each with what it stands for
     * @param otherwise what is meant where none is given; none of the words where that depends on more
     */
    record Word<T>(Map<String, T> words, T otherwise) implements Kind<T> {
        @Override
        public String form() {
            return String.join("|", words.keySet());
        }

        @Override
        public T read(Arguments arguments, String name) {
            Optional<String> given = arguments.one(name);
            if (given.isPresent() && !words.containsKey(given.get())) {
                arguments.refuse(name, given.get(), words.keySet());
            }
            return given.isPresent() && words.containsKey(given.get()) ? words.get(given.get()) : otherwise;
        }
    }

    /**
     * A whole number, or a word that stands for one.
     *
     * @param most {@link #ALL} for no limit
     * @param otherwise what is meant where none is given, {@link #ALL} for as many as there are
     */
    record Whole(int least, int most, int otherwise, Map<String, Integer> words) implements Kind<Integer> {

        /** No limit. */
        public static final int ALL = Integer.MAX_VALUE;

        @Override
        public String form() {
            return words.isEmpty() ? "N" : "N|" + String.join("|", words.keySet());
        }

        @Override
        public Integer read(Arguments arguments, String name) {
            Optional<String> given = arguments.one(name);
            if (given.isEmpty()) {
                return otherwise;
            }
            if (words.containsKey(given.get())) {
                return words.get(given.get());
            }
            try {
                int number = Integer.parseInt(given.get());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below, with the bounds.
            }
            String bounds = "no whole number from " + least + " to " + most;
            String either = words.isEmpty() ? bounds : bounds + ", and not " + String.join(", ", words.keySet());
            arguments.fault(
                    name,
                    "\"" + given.get() + "\" is " + either,
                    Nearest.to(given.get(), words.keySet()).orElse(""));
            return otherwise;
        }
    }

    /**
     * Some text, empty where none is given.
     *
     * @param most characters (code points) that it may have
     */
    record Text(String form, int most) implements Kind<String> {
        @Override
        public String read(Arguments arguments, String name) {
            String given = arguments.one(name).orElse("");
            if (given.codePointCount(0, given.length()) > most) {
                arguments.fault(name, "longer than the " + most + " characters that it may have", "");
            }
            return given;
        }
    }

    /**
     * Text of a form of its own.
     *
     * @param pattern that every value matches as a whole, as JSON Schema has it
     * @param reading throws IllegalArgumentException, whose message tells what was expected
     */
    record Read<T>(String form, String pattern, Function<String, T> reading) implements Kind<Optional<T>> {
        @Override
        public Optional<T> read(Arguments arguments, String name) {
            try {
                return arguments.one(name).map(reading);
            } catch (IllegalArgumentException e) {
                arguments.fault(name, e.getMessage(), "");
                return Optional.empty();
            }
        }
    }

    /** Any values, the parameter repeated for each. */
    record Names(String form) implements Kind<List<String>> {
        @Override
        public List<String> read(Arguments arguments, String name) {
            return arguments.all(name);
        }
    }

    /**
     * Some of a closed list of words: the parameter repeated for each, or with commas between.
     *
     * @param aliases other words, each with the one that it stands for
     * @param most how many there may be
     */
    record Some(String form, Vocabulary vocabulary, Map<String, String> aliases, int most)
            implements Kind<List<String>> {
        @Override
        public List<String> read(Arguments arguments, String name) {
            if (arguments.all(name).isEmpty()) {
                return List.of();
            }
            Collection<String> words = vocabulary.of(arguments.searcher());
            Set<String> given = new LinkedHashSet<>();
            for (String value : arguments.all(name)) {
                // A word of a collection may hold a comma itself.
                for (String each : words.contains(value) ? List.of(value) : commas(value)) {
                    given.add(aliases.getOrDefault(each, each));
                }
            }
            List<String> known = new ArrayList<>();
            for (String each : given) {
                if (words.contains(each)) {
                    known.add(each);
                } else {
                    arguments.refuse(name, each, words);
                }
            }
            if (given.size() > most) {
                arguments.fault(name, given.size() + " are given, and " + most + " at most may be", "");
            }
            return known;
        }

        private static List<String> commas(String value) {
            List<String> between = Arrays.stream(value.split(","))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
            return between.isEmpty() ? List.of(value) : between;
        }
    }

    /** Where a closed list of words comes from. */
    @FunctionalInterface
    interface Vocabulary {

        /** The words in the collection of {@code searcher}; an empty one stands for "unknown". */
        Collection<String> in(PassageSearcher searcher) throws IOException;

        /** As {@link #in}. */
        default Collection<String> of(PassageSearcher searcher) {
            try {
                return in(searcher);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
