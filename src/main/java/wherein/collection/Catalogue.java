package wherein.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.NoteKind;
import wherein.text.Nearest;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;
import wherein.time.WrittenDate;

/**
 * What {@code catalog.yaml} says of a collection: its closed list of stances, of each document its id, file and
 * metadata, and of many files at once what they have in common.
 *
 * @param stances what each stance means, by its word, in the file's order; empty where any word will do
 * @param entries the documents it knows, in the file's order
 * @param patterns what it says of many files at once, in the file's order
 * @param people the file that lists persons and their aliases, relative to the catalogue, if it names one
 */
public record Catalogue(
        Map<String, String> stances, List<Entry> entries, List<Pattern> patterns, Optional<String> people) {

    /** No catalogue: nothing is known, any stance will do. */
    public static final Catalogue EMPTY = new Catalogue(Map.of(), List.of(), List.of(), Optional.empty());

    /** Each pattern is held against each file. */
    private static final int MOST_PATTERNS = 1_000;

    private static final int LONGEST_PATTERN = 1_000;

    private static final java.util.regex.Pattern LINES =
            java.util.regex.Pattern.compile("(\\d{1,7})(?:\\s*-\\s*(\\d{1,7}))?");
    private static final Set<String> TOP = Set.of("stances", "documents", "people");
    private static final Set<String> OF_DOCUMENT = Set.of(
            "id",
            "file",
            "digest",
            "title",
            "source",
            "author",
            "date",
            "stance",
            "language",
            "url",
            "parts",
            "boilerplate",
            "fields");
    private static final Set<String> OF_PATTERN =
            Set.of("files", "source", "author", "date", "stance", "language", "lang", "fields");
    private static final Set<String> OF_PART =
            Set.of("lines", "title", "source", "author", "date", "stance", "language", "url", "fields");

    /** What a document, a row of metadata or a record says of itself under these names already. */
    private static final Set<String> KEYS =
            Set.of("id", "text", "title", "source", "author", "date", "stance", "language", "lang", "url");

    /** What every passage has, and what a query asks the ledger under these names. */
    private static final Set<String> ASKED = Set.of("block", "doc", "country", "person", "figure", "when");

    /** Takes copies. */
    public Catalogue {
        stances = Collections.unmodifiableMap(new LinkedHashMap<>(stances));
        entries = List.copyOf(entries);
        patterns = List.copyOf(patterns);
    }

    /**
     * What many files have in common.
     *
     * @param line where it stands, from 1
     * @param files patterns of their paths, as {@link Glob} reads them
     * @param metadata what is known of each
     */
    public record Pattern(int line, List<String> files, Metadata metadata) {}

    /**
     * One document.
     *
     * @param id its id
     * @param metadata what is known of the whole
     * @param file the file it is read from, with what lies in its lines
     * @param digest a text of ours that stands in for the file where the file is absent
     */
    public record Entry(String id, Metadata metadata, Layout file, Optional<Layout> digest) {}

    /**
     * Where in the lines of a file what stands.
     *
     * @param file relative to the collection's root
     * @param parts runs of lines with metadata of their own
     * @param boilerplate runs of lines that are no prose
     */
    public record Layout(String file, List<LinePart> parts, List<LineRange> boilerplate) {

        /** Whether it says anything of the lines. */
        boolean hasLines() {
            return !parts.isEmpty() || !boilerplate.isEmpty();
        }
    }

    /** A run of lines, from 1, both inclusive. */
    public record LineRange(int first, int last) {}

    /** A run of lines with metadata of its own. */
    public record LinePart(LineRange lines, Metadata metadata) {}

    /**
     * Reads the catalogue at {@code file}.
     *
     * @throws CatalogueException with all its faults, if it has any
     * @throws IOException if the file cannot be read
     */
    public static Catalogue read(Path file) throws IOException, CatalogueException {
        List<Fault> faults = new ArrayList<>();
        String yaml = utf8(Files.readAllBytes(file), faults);
        Optional<YamlMap> top = YamlMap.read(yaml, 0, faults);
        Catalogue catalogue = top.map(map -> new Reader(faults).catalogue(map)).orElse(EMPTY);
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line));
            throw new CatalogueException(file, faults);
        }
        return catalogue;
    }

    /** The text of {@code bytes}; a line that is broken goes to {@code faults}. */
    private static String utf8(byte[] bytes, List<Fault> faults) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            int line = 1
                    + (int) text.substring(0, Math.max(0, text.indexOf('\uFFFD')))
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            faults.add(new Fault(line, "this line is not UTF-8; save the file as UTF-8"));
        }
        return text;
    }

    /**
     * The metadata in front matter: the keys of a document that make sense there.
     *
     * @param shift lines of the file that stand before the YAML
     */
    static Metadata frontMatter(YamlMap map, Map<String, String> stances, List<Fault> faults) {
        map.only(Set.of("id", "title", "source", "author", "date", "stance", "language", "lang", "url", "fields"));
        Reader reader = new Reader(faults);
        reader.stances = stances;
        return reader.metadata(map);
    }

    /** One pass over a catalogue's YAML. */
    private static final class Reader {

        private final List<Fault> faults;
        private Map<String, String> stances = new LinkedHashMap<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private final Map<String, Integer> files = new HashMap<>();

        Reader(List<Fault> faults) {
            this.faults = faults;
        }

        Catalogue catalogue(YamlMap map) {
            map.only(TOP);
            map.map("stances").ifPresent(words -> {
                for (String word : words.keys()) {
                    stances.put(word, words.text(word));
                }
            });
            List<Entry> entries = new ArrayList<>();
            List<Pattern> patterns = new ArrayList<>();
            for (YamlMap document : map.maps("documents")) {
                if (document.has("files")) {
                    patterns.add(pattern(document));
                } else {
                    entries.add(entry(document));
                }
            }
            int globs = patterns.stream()
                    .mapToInt(pattern -> pattern.files().size())
                    .sum();
            if (globs > MOST_PATTERNS) {
                map.fault(
                        "documents",
                        globs + " patterns of files, and " + MOST_PATTERNS
                                + " are read: say it by folders, or file by file in " + MetadataTable.NAME);
            }
            return new Catalogue(
                    stances, entries, patterns, Optional.of(map.text("people")).filter(file -> !file.isEmpty()));
        }

        private Pattern pattern(YamlMap map) {
            map.only(OF_PATTERN);
            List<String> files = map.texts("files");
            if (files.stream().anyMatch(glob -> glob.length() > LONGEST_PATTERN)) {
                map.fault("files", "a pattern has at most " + LONGEST_PATTERN + " characters");
            }
            return new Pattern(map.line("files"), files, metadata(map));
        }

        private Entry entry(YamlMap map) {
            map.only(OF_DOCUMENT);
            String file = map.text("file");
            if (file.isEmpty()) {
                map.fault("file", "a document needs a file: \"file: name.txt\", relative to the collection's folder");
            }
            String id = map.has("id") ? map.text("id") : file;
            Document.idFault(id).ifPresent(fault -> map.fault("id", fault));
            once(map, "id", id, ids);
            Optional<Layout> digest = map.map("digest").map(inner -> {
                inner.only(Set.of("file", "parts", "boilerplate"));
                if (inner.text("file").isEmpty()) {
                    inner.fault(
                            "file", "a digest needs a file: \"file: name.md\", relative to the collection's folder");
                }
                return layout(inner, inner.text("file"));
            });
            return new Entry(id, metadata(map), layout(map, file), digest);
        }

        private void once(YamlMap map, String key, String value, Map<String, Integer> seen) {
            Integer before = seen.putIfAbsent(value, map.line(key));
            if (before != null && !value.isEmpty()) {
                map.fault(key, "the " + key + " \"" + value + "\" stands here twice, first in line " + before);
            }
        }

        private Layout layout(YamlMap map, String file) {
            once(map, "file", file, files);
            List<LinePart> parts = new ArrayList<>();
            for (YamlMap part : map.maps("parts")) {
                part.only(OF_PART);
                Optional<LineRange> lines = lines(part, "lines", part.text("lines"));
                lines.ifPresent(range -> {
                    if (parts.stream().anyMatch(other -> overlap(other.lines, range))) {
                        part.fault("lines", "the lines " + part.text("lines") + " belong to another part already");
                    }
                    parts.add(new LinePart(range, metadata(part)));
                });
            }
            List<LineRange> boilerplate = new ArrayList<>();
            for (String range : map.texts("boilerplate")) {
                lines(map, "boilerplate", range).ifPresent(boilerplate::add);
            }
            return new Layout(file, parts, boilerplate);
        }

        private static boolean overlap(LineRange one, LineRange other) {
            return one.first <= other.last && other.first <= one.last;
        }

        private Optional<LineRange> lines(YamlMap map, String key, String text) {
            Matcher matcher = LINES.matcher(text);
            if (matcher.matches()) {
                int first = Integer.parseInt(matcher.group(1));
                int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
                if (first >= 1 && last >= first) {
                    return Optional.of(new LineRange(first, last));
                }
            }
            map.fault(key, "\"" + text + "\" is no run of lines: expected such as 8-12, from 1, both inclusive");
            return Optional.empty();
        }

        Metadata metadata(YamlMap map) {
            TreeMap<String, List<String>> fields = new TreeMap<>();
            map.map("fields").ifPresent(extra -> {
                for (String name : extra.keys()) {
                    fieldFault(name).ifPresent(fault -> extra.fault(name, fault));
                    fields.put(name, extra.texts(name));
                }
            });
            String language = map.text(map.has("language") ? "language" : "lang");
            return new Metadata(
                    map.text("title"),
                    map.text("source"),
                    map.texts("author"),
                    date(map),
                    stance(map),
                    language,
                    map.text("url"),
                    fields);
        }

        private EdtfDate date(YamlMap map) {
            String text = map.text("date");
            try {
                WrittenDate date = WrittenDate.parse(text);
                if (date.isAmbiguous()) {
                    map.fault(NoteKind.AMBIGUOUS_DATE, "date", date.question(text));
                    return EdtfDate.UNKNOWN;
                }
                return date.dayFirst();
            } catch (EdtfException e) {
                map.fault(NoteKind.BAD_DATE, "date", e.getMessage());
                return EdtfDate.UNKNOWN;
            }
        }

        private String stance(YamlMap map) {
            String stance = map.text("stance");
            Optional<String> fault = stanceFault(stance, stances.keySet());
            fault.ifPresent(message -> map.fault(NoteKind.BAD_STANCE, "stance", message));
            return fault.isPresent() ? "" : stance;
        }
    }

    /** What keeps {@code stance} from being one of {@code known}, in words; nothing if any word will do. */
    static Optional<String> stanceFault(String stance, Set<String> known) {
        if (stance.isEmpty() || known.isEmpty() || known.contains(stance)) {
            return Optional.empty();
        }
        return Optional.of("unknown stance \"" + stance + "\"; the catalogue's list has: " + String.join(", ", known)
                + "." + Nearest.hint(stance, known));
    }

    /**
     * What keeps {@code name} from being the name of a further field, in words. Parameters of the API keep no name for
     * themselves: the field is asked for as {@code field.NAME} too.
     */
    static Optional<String> fieldFault(String name) {
        if (KEYS.contains(name)) {
            return Optional.of(
                    "\"" + name + "\" is a key of every document, and its value belongs there; a field of your "
                            + "own needs another name");
        }
        if (ASKED.contains(name)) {
            return Optional.of("\"" + name + "\" asks every collection for the same, such as " + name
                    + ":… in a query; a field of your own needs another name");
        }
        if (!name.matches("[a-z][a-z0-9_-]{0,39}")) {
            return Optional.of("\"" + name + "\" is no name for a field: expected a small letter, then at most 39 "
                    + "small letters, digits, - or _");
        }
        return Optional.empty();
    }
}
