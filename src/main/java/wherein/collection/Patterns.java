package wherein.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wherein.document.Metadata;

/**
 * What the patterns of a catalogue say of files: all that a file fits together, and of two that say something of the same field
 * the later one.
 */
final class Patterns {

    private record Entry(Glob glob, int line, Metadata metadata) {}

    private final List<Entry> entries = new ArrayList<>();
    private final boolean[] met;

    /** For {@code patterns}, in the order of the catalogue. */
    Patterns(List<Catalogue.Pattern> patterns) {
        for (Catalogue.Pattern pattern : patterns) {
            for (String files : pattern.files()) {
                entries.addFirst(new Entry(Glob.of(files), pattern.line(), pattern.metadata()));
            }
        }
        met = new boolean[entries.size()];
    }

    /** What they say of the file at {@code path}; takes time in proportion to their number. */
    Metadata of(String path) {
        Metadata metadata = Metadata.UNKNOWN;
        for (int i = 0; i < met.length; i++) {
            if (entries.get(i).glob.matches(path)) {
                met[i] = true;
                metadata = metadata.orElse(entries.get(i).metadata);
            }
        }
        return metadata;
    }

    /** Those that no file fitted that was asked for so far, with their lines. */
    Map<String, Integer> unmet() {
        Map<String, Integer> unmet = new LinkedHashMap<>();
        for (int i = met.length - 1; i >= 0; i--) {
            if (!met[i]) {
                unmet.putIfAbsent(entries.get(i).glob.toString(), entries.get(i).line);
            }
        }
        return unmet;
    }
}
