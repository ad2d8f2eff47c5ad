package wherein.hyphen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of countries, peoples, cities and persons, as far as recognisers have them in a list, of which both parts are English
 * words wherever one may be cut: {@code Fin-land}. No others could be taken for a compound.
 */
final class NamesOfTwoWords {

    private static final String LIST = "names-of-two-words.txt";

    private NamesOfTwoWords() {}

    private static final class Loaded {
        private static final Set<String> NAMES = read();
    }

    /** Whether {@code word}, in lower case, is one. */
    static boolean contain(String word) {
        return Loaded.NAMES.contains(word);
    }

    private static Set<String> read() {
        try (InputStream in = NamesOfTwoWords.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + LIST, e);
        }
    }
}
