package wherein.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import wherein.text.Span;

/** YAML between two lines of three dashes at the head of a text file. */
final class FrontMatter {

    private FrontMatter() {}

    /**
     * Takes the front matter off {@code text}. What is wrong in it is told to {@code faults}, a line each, and left out;
     * a text that only begins with dashes has none.
     */
    static Extract read(String text, Map<String, String> stances, Consumer<Fault> faults) {
        Extract plain = new Extract(text, Optional.empty(), Metadata.UNKNOWN, List.of(), 0);
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
        return new Extract(text.substring(start), id, metadata, List.of(), end + 1);
    }
}
