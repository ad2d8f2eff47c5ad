package wherein.collection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import wherein.document.Lines;
import wherein.document.Metadata;
import wherein.format.Extract;
import wherein.text.Span;

/** YAML between two lines of three dashes at the head of a text file. */
final class FrontMatter {

    /** A mark of the byte order, and a character of any size. */
    private static final int FIRST_BYTES = 8;

    /** Where what it says comes from. */
    static final String ORIGIN = "front matter";

    private FrontMatter() {}

    /** Whether the file at {@code path} may have one, whatever its encoding: a dash is among its first bytes. */
    static boolean mayBegin(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1).indexOf('-') >= 0;
        }
    }

    /**
     * Takes the front matter off {@code text}. What is wrong in it is told to {@code faults}, a line each, and left out;
     * a text that only begins with dashes has none.
     */
    static Extract read(String text, Map<String, String> stances, Consumer<Fault> faults) {
        Extract plain = Extract.of(text, Metadata.UNKNOWN, List.of());
        if (!text.startsWith("---")) {
            return plain;
        }
        List<Span> lines = Lines.of(text);
        if (!lines.getFirst().in(text).strip().equals("---")) {
            return plain;
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).in(text).strip().matches("---|\\.\\.\\.")) {
            end++;
        }
        if (end == lines.size() || end == 1 || !lines.get(1).in(text).contains(":")) {
            return plain;
        }
        String yaml = text.substring(lines.get(1).start(), lines.get(end - 1).end());
        List<Fault> found = new ArrayList<>();
        Optional<YamlMap> map = YamlMap.read(yaml, 1, found);
        Metadata metadata =
                map.map(keys -> Catalogue.frontMatter(keys, stances, found)).orElse(Metadata.UNKNOWN);
        Optional<String> id = map.map(keys -> keys.text("id")).filter(value -> !value.isEmpty());
        found.forEach(faults);
        int start = end + 1 < lines.size() ? lines.get(end + 1).start() : text.length();
        Map<String, String> origins = new TreeMap<>();
        for (String name : MetadataColumns.NAMES.keySet()) {
            if (!metadata.values(name).isEmpty()) {
                origins.put(name, ORIGIN);
            }
        }
        metadata.fields().keySet().forEach(name -> origins.put(name, ORIGIN));
        return new Extract(text.substring(start), id, "", metadata, List.of(), List.of(), origins, end + 2);
    }
}
