package wherein.hyphen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one language writes compounds with a hyphen. Of a language that is not known, what is said of all is used.
 *
 * @param patterns of compounds
 * @param and the words before which a hyphen stands for a part that is left out
 */
record Compounds(List<Pattern> patterns, Set<String> and) {

    private static final String LIST = "compounds.tsv";

    /** Two letters at least that a {@code *} stands for. */
    private static final int LEAST = 2;

    /** Two words, each given whole or by how it ends. */
    record Pattern(Word head, Word tail) {

        static Pattern of(String written) {
            int hyphen = written.indexOf('-');
            return new Pattern(Word.of(written.substring(0, hyphen)), Word.of(written.substring(hyphen + 1)));
        }

        boolean matches(String head, String tail) {
            return this.head.matches(head) && this.tail.matches(tail);
        }

        /** Whether any word may follow. */
        boolean isPrefix() {
            return tail.isAny && tail.letters.isEmpty();
        }
    }

    /** One word of a pattern. */
    private record Word(boolean isAny, String letters) {

        static Word of(String written) {
            return written.startsWith("*") ? new Word(true, written.substring(1)) : new Word(false, written);
        }

        boolean matches(String word) {
            return isAny ? word.length() >= letters.length() + LEAST && word.endsWith(letters) : word.equals(letters);
        }
    }

    private static final class Loaded {
        private static final Map<String, Compounds> LANGUAGES = read();
    }

    /** Those of the language that the BCP 47 tag {@code language} names; none where nothing is known of it. */
    static Compounds of(String language) {
        String primary = language.split("-", 2)[0];
        return Loaded.LANGUAGES.getOrDefault(primary.isEmpty() ? "en" : primary, new Compounds(List.of(), Set.of()));
    }

    private static Map<String, Compounds> read() {
        Map<String, Compounds> languages = new HashMap<>();
        try (InputStream in = Compounds.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t");
                Compounds own = languages.computeIfAbsent(
                        cells[0], language -> new Compounds(new ArrayList<>(), new HashSet<>()));
                for (String word : cells[2].split(" ")) {
                    if (cells[1].equals("and")) {
                        own.and.add(word);
                    } else {
                        own.patterns.add(Pattern.of(word));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + LIST, e);
        }
        return languages;
    }
}
