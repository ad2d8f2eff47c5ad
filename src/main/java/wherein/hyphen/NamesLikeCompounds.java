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
 * The names of countries, peoples, cities, persons and months, as far as recognisers have them in a list, of which the rest is an
 * English word wherever one may be cut: {@code Fin-land}, {@code Nov-ember}. No others could be taken for a compound.
 */
final class NamesLikeCompounds {

    private static final String LIST = "names-like-compounds.txt";

    private NamesLikeCompounds() {}

    private static final class Loaded {
        private static final Set<String> NAMES = read();
    }

    /** Whether {@code word}, in lower case, is one. */
    static boolean contain(String word) {
        return Loaded.NAMES.contains(word);
    }

    private static Set<String> read() {
        try (InputStream in = NamesLikeCompounds.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + LIST, e);
        }
    }
}
