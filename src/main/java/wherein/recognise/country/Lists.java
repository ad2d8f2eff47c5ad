package wherein.recognise.country;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tab-separated lists beside this package. */
final class Lists {

    private Lists() {}

    /** The rows of a list, split at tabs; empty lines and comments are left out. */
    static List<String[]> rows(String name) {
        InputStream in = Lists.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("no word list " + name);
        }
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    rows.add(line.split("\t"));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("word list " + name, unreadable);
        }
        return rows;
    }
}
