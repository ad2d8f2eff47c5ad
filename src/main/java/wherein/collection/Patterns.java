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
public final class Patterns {

    private record Entry(Glob glob, int line, Metadata metadata) {}

    private final List<Entry> entries = new ArrayList<>();
    private final boolean[] met;

    /** Those of no catalogue. */
    static final Patterns NONE = new Patterns(List.of());

    /** For {@code patterns}, in the order of the catalogue. */
    Patterns(List<Catalogue.Pattern> patterns) {
        for (Catalogue.Pattern pattern : patterns) {
            for (String files : pattern.files()) {
                entries.addFirst(new Entry(Glob.of(files), pattern.line(), pattern.metadata()));
            }
        }
        met = new boolean[entries.size()];
    }

    private Patterns(List<Entry> entries, boolean[] met) {
        this.entries.addAll(entries);
        this.met = met;
    }

    /** Those that a file in the archive at {@code path} may fit. */
    Patterns within(String path) {
        List<Entry> inner = new ArrayList<>();
        for (int i = 0; i < met.length; i++) {
            if (entries.get(i).glob.reachesInto(path)) {
                // Whether one fits a file in an archive is known only when that is read.
                met[i] = true;
                inner.add(entries.get(i));
            }
        }
        return inner.isEmpty() ? NONE : new Patterns(inner, new boolean[inner.size()]);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** What they say. */
    @Override
    public String toString() {
        return entries.toString();
    }

    /** What they say of the file at {@code path}; takes time in proportion to their number. Safe for use by several threads. */
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
