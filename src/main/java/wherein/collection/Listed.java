package wherein.collection;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.text.Nearest;

/**
 * What the table of metadata and the patterns of the catalogue say of the files that are there: a row of the table goes before
 * the patterns, since it speaks of one file, and what a row only guesses behind them. Of several patterns that a file fits, each
 * says what those behind it do not. Takes time in proportion to the files times the patterns.
 */
final class Listed {

    /** For so many rows without a file one is looked for whose name is alike, which takes a look at all files. */
    private static final int MOST_HINTS = 20;

    /** A file whose name is alike is looked for among so many. */
    private static final int MOST_CANDIDATES = 10_000;

    /** No system has a longer path. */
    private static final int LONGEST_PATH = 4_096;

    /** The rows of a file: of the whole, and of single documents by what tells them apart. */
    private static final class Rows {
        private Optional<MetadataTable.Row> whole = Optional.empty();
        private final Map<String, MetadataTable.Row> within = new TreeMap<>();
    }

    private final Map<String, Rows> rows = new HashMap<>();
    private final Map<String, Metadata> ofFiles = new HashMap<>();
    private final Map<String, Map<String, Metadata>> ofDocuments = new HashMap<>();
    private final Map<String, Patterns> inArchives = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();

    /**
     * What is said of the files {@code found}, by their relative paths.
     *
     * @param home the folder that the table lies in, and where the paths begin
     * @param catalogue what the catalogue is called in notes
     */
    Listed(
            MetadataTable table,
            List<Catalogue.Pattern> patterns,
            String catalogue,
            Collection<String> found,
            Path home) {
        Map<String, String> paths = paths(table.rows().isEmpty() ? List.of() : found);
        int hints = 0;
        for (MetadataTable.Row row : table.rows()) {
            if (!take(row, paths)) {
                String there = whyNot(row.file(), home);
                boolean hint = there.isEmpty() && hints++ < MOST_HINTS;
                notes.add(new Note(
                        NoteKind.MISSING,
                        MetadataTable.NAME,
                        row.line(),
                        "the file \"" + row.file() + "\" "
                                + (there.isEmpty() ? "is not in the collection." : there)
                                + (hint ? near(row.file(), found) : "")));
            }
        }
        Patterns fitting = new Patterns(patterns);
        for (String path : found) {
            describe(path, fitting.of(path));
            if (Format.of(path).filter(Format.ARCHIVE::equals).isPresent()) {
                inArchives.put(path, fitting.within(path));
            }
        }
        fitting.unmet()
                .forEach((glob, line) -> notes.add(new Note(
                        NoteKind.MISSING,
                        catalogue,
                        line,
                        "no file fits the pattern \"" + glob + "\"." + folders(glob))));
    }

    private static String folders(String glob) {
        return glob.indexOf('/') < 0 ? " In folders it is \"**/" + glob + "\"." : "";
    }

    private void describe(String path, Metadata pattern) {
        Rows named = rows.getOrDefault(path, new Rows());
        Metadata said = named.whole.map(MetadataTable.Row::said).orElse(Metadata.UNKNOWN);
        Metadata guessed = named.whole.map(MetadataTable.Row::guessed).orElse(Metadata.UNKNOWN);
        Metadata file = said.orElse(pattern).orElse(guessed);
        if (!file.equals(Metadata.UNKNOWN)) {
            ofFiles.put(path, file);
        }
        named.within.forEach((within, row) -> ofDocuments
                .computeIfAbsent(path, any -> new TreeMap<>())
                .put(
                        within,
                        row.said()
                                .orElse(said)
                                .orElse(pattern)
                                .orElse(row.guessed())
                                .orElse(guessed)));
    }

    /** The paths by what they may be written as. */
    private static Map<String, String> paths(Collection<String> found) {
        Map<String, String> paths = new HashMap<>();
        for (String path : found) {
            // Where two files differ by this alone, each has to be named as it is.
            paths.merge(plain(path), path, (one, other) -> one.equals(other) ? one : "");
        }
        found.forEach(path -> paths.put(path, path));
        return paths;
    }

    /** Puts {@code row} to the file that it names, or that holds the document that it names; whether there is one. */
    private boolean take(MetadataTable.Row row, Map<String, String> paths) {
        String name = row.file();
        if (name.length() > LONGEST_PATH) {
            return false;
        }
        String whole = file(name, paths);
        if (!whole.isEmpty()) {
            Rows named = rows.computeIfAbsent(whole, path -> new Rows());
            named.whole.ifPresent(first -> tellTwice(row, first));
            named.whole = named.whole.or(() -> Optional.of(row));
            return true;
        }
        for (int end = name.length() - 1; end > 0; end--) {
            if (name.charAt(end) == '#' || name.charAt(end) == '/') {
                String holder = file(name.substring(0, end), paths);
                if (!holder.isEmpty()) {
                    Rows named = rows.computeIfAbsent(holder, path -> new Rows());
                    Optional.ofNullable(named.within.putIfAbsent(name.substring(end), row))
                            .ifPresent(first -> tellTwice(row, first));
                    return true;
                }
            }
        }
        return false;
    }

    private void tellTwice(MetadataTable.Row row, MetadataTable.Row first) {
        notes.add(new Note(
                NoteKind.BAD_METADATA,
                MetadataTable.NAME,
                row.line(),
                "the file \"" + row.file() + "\" stands here twice, first in line " + first.line()
                        + "; the row is left out"));
    }

    private static String file(String name, Map<String, String> paths) {
        String path = paths.get(name);
        return path != null ? path : paths.getOrDefault(plain(name), "");
    }

    /** {@code path} as it may be written elsewhere: with other slashes, from {@code ./} on, its letters composed otherwise. */
    private static String plain(String path) {
        String slashes = path.replace('\\', '/');
        return Normalizer.normalize(slashes.startsWith("./") ? slashes.substring(2) : slashes, Normalizer.Form.NFC);
    }

    /** Of a file that lies there all the same, in words, that it is none of the collection. */
    private static String whyNot(String name, Path home) {
        try {
            Path path = home.resolve(name).normalize();
            return path.startsWith(home) && Files.exists(path) ? "is there, but no document of the collection" : "";
        } catch (InvalidPathException e) {
            return "";
        }
    }

    /** The file of the same name in another folder, with another extension or other capitals, or one whose path is alike. */
    private static String near(String name, Collection<String> found) {
        String stem = stem(plain(name));
        Optional<String> same =
                found.stream().filter(path -> stem(path).equals(stem)).min(Comparator.naturalOrder());
        return same.map(path -> " Did you mean \"" + path + "\"?")
                .orElseGet(() -> Nearest.hint(
                        name,
                        found.stream()
                                .filter(path -> Math.abs(path.length() - name.length()) <= Nearest.FARTHEST)
                                .limit(MOST_CANDIDATES)
                                .toList()));
    }

    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** What is said of the file at {@code path}. */
    Metadata of(String path) {
        return ofFiles.getOrDefault(path, Metadata.UNKNOWN);
    }

    /** The patterns that files in the archive at {@code path} may fit; none if it is no archive. */
    Patterns patternsWithin(String path) {
        return inArchives.getOrDefault(path, Patterns.NONE);
    }

    /** What is said of single documents in the file at {@code path}, by what tells them apart. */
    Map<String, Metadata> within(String path) {
        return ofDocuments.getOrDefault(path, Map.of());
    }

    /** The row of the table for the file at {@code path}. */
    Optional<MetadataTable.Row> whole(String path) {
        return Optional.ofNullable(rows.get(path)).flatMap(named -> named.whole);
    }

    /** The rows of the table for single documents in the file at {@code path}, by what tells them apart. */
    Map<String, MetadataTable.Row> rowsWithin(String path) {
        return Optional.ofNullable(rows.get(path)).map(named -> named.within).orElse(Map.of());
    }

    /** Rows that name no file, or one a second time, and patterns that no file fits. */
    List<Note> notes() {
        return notes;
    }
}
