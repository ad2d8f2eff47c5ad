package wherein.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the fields of a record mean, told by their names. Those of ours come first: where a record has a {@code source} and a {@code
 * publisher}, the latter is a field of the reader's own.
 *
 * @param names which field has each meaning
 */
public record RecordFields(Map<RecordFields.Meaning, String> names) {

    /** What a field can mean; the rest are the reader's own. */
    public enum Meaning {
        ID,
        /** The text, told by its name alone. */
        TEXT,
        /** What may be a text: it is one where the record says something more that is known here. */
        CONTENT,
        /** A text as HTML, of the same kind. */
        HTML,
        TITLE,
        SOURCE,
        AUTHOR,
        DATE,
        STANCE,
        LANGUAGE,
        URL
    }

    /** No name of ours is longer. */
    private static final int LONGEST_NAME = 40;

    private static final Set<Meaning> TEXTS = Set.of(Meaning.TEXT, Meaning.CONTENT, Meaning.HTML);

    private static final Map<String, Known> KNOWN = load();

    /** What a name means, and how many names count before it. */
    private record Known(Meaning meaning, int rank) {}

    /** Takes a copy. */
    public RecordFields {
        names = Map.copyOf(names);
    }

    /** The meanings of fields of these names. Takes time in proportion to their number. */
    public static RecordFields of(Collection<String> names) {
        Map<Meaning, String> chosen = new EnumMap<>(Meaning.class);
        Map<Meaning, Integer> ranks = new EnumMap<>(Meaning.class);
        for (String name : names) {
            Known known = known(name);
            if (known != null && known.rank < ranks.getOrDefault(known.meaning, Integer.MAX_VALUE)) {
                ranks.put(known.meaning, known.rank);
                chosen.put(known.meaning, name);
            }
        }
        settleText(chosen);
        return new RecordFields(chosen);
    }

    /** Whether a field of this name may be the text. */
    static boolean isText(String name) {
        Known known = known(name);
        return known != null && TEXTS.contains(known.meaning);
    }

    private static Known known(String name) {
        return name.length() > LONGEST_NAME ? null : KNOWN.get(letters(name));
    }

    /** One field is the text. */
    private static void settleText(Map<Meaning, String> chosen) {
        boolean described = !TEXTS.containsAll(chosen.keySet());
        boolean content = described && !chosen.containsKey(Meaning.TEXT) && chosen.containsKey(Meaning.CONTENT);
        if (content) {
            chosen.put(Meaning.TEXT, chosen.get(Meaning.CONTENT));
        }
        chosen.remove(Meaning.CONTENT);
        if (!described || chosen.containsKey(Meaning.TEXT)) {
            chosen.remove(Meaning.HTML);
        }
    }

    /** Whether there is a text among them. */
    public boolean hasText() {
        return names.containsKey(Meaning.TEXT) || names.containsKey(Meaning.HTML);
    }

    /** The letters and digits of {@code name}, small, by which names are compared; an underscore counts before them. */
    public static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '_' && letters.isEmpty())
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static Map<String, Known> load() {
        Map<String, Known> known = new HashMap<>();
        try (InputStream in = RecordFields.class.getResourceAsStream("record-fields.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    Meaning meaning = Meaning.valueOf(columns[0].toUpperCase(Locale.ROOT));
                    for (String name : columns[1].split(" ")) {
                        known.putIfAbsent(name, new Known(meaning, known.size()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(known);
    }
}
