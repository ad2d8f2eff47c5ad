package wherein.recognise.person;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** Reads the word lists of this package: a line is a label, a tab and words separated by spaces. */
final class PersonWordLists {

    private PersonWordLists() {}

    /** Hands every word of the resource {@code name} to {@code sink} with its line's label, in order. */
    static void read(String name, BiConsumer<String, String> sink) {
        try (InputStream in = PersonWordLists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    words(line, sink);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }

    private static void words(String line, BiConsumer<String, String> sink) {
        int tab = line.indexOf('\t');
        String label = line.substring(0, tab);
        int from = tab + 1;
        while (from < line.length()) {
            int to = line.indexOf(' ', from);
            int end = to < 0 ? line.length() : to;
            if (end > from) {
                sink.accept(label, line.substring(from, end));
            }
            from = end + 1;
        }
    }
}
