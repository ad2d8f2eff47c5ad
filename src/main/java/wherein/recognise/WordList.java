package wherein.recognise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the word lists that ship beside the recognisers: columns parted by tabs, comments after a number sign. */
public final class WordList {

    private WordList() {}

    /**
     * The rows of resource {@code name} in the package of {@code beside}, without empty lines and comments.
     *
     * @throws IllegalStateException if there is no such resource
     */
    public static List<String[]> rows(Class<?> beside, String name) {
        // Read at start-up, so without the classes that streams and buffered readers bring.
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no word list " + name + " beside " + beside.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String[]> rows = new ArrayList<>();
            int from = 0;
            while (from < text.length()) {
                int end = text.indexOf('\n', from);
                end = end < 0 ? text.length() : end;
                if (end > from && text.charAt(from) != '#') {
                    rows.add(text.substring(from, end).split("\t"));
                }
                from = end + 1;
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
