package wherein.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The quality sheet: sections under a line {@code == name}, of which those that were measured are compared. */
final class Sheet {

    private static final Path FILE = Path.of("src/test/resources/golden/quality.txt");
    private static final String HEAD = "== ";

    private Sheet() {}

    /** Compares the section {@code name}; with {@code -Dwherein.golden.refresh=true} it is written first. */
    static void compare(String name, List<String> lines) throws IOException {
        Map<String, String> sections = sections();
        String now = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("wherein.golden.refresh")) {
            sections.put(name, now);
            StringBuilder text = new StringBuilder();
            sections.forEach((title, section) -> text.append(text.isEmpty() ? "" : "\n")
                    .append(HEAD)
                    .append(title)
                    .append('\n')
                    .append(section));
            Files.writeString(FILE, text);
        }
        assertThat(now)
                .as("section \"%s\" of %s; refresh with -Dwherein.golden.refresh=true", name, FILE)
                .isEqualTo(sections.get(name));
    }

    private static Map<String, String> sections() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : Files.readString(FILE).split("(?m)^" + HEAD)) {
            if (!section.isBlank()) {
                int title = section.indexOf('\n');
                sections.put(
                        section.substring(0, title),
                        section.substring(title + 1).strip() + "\n");
            }
        }
        return sections;
    }

    /** The heading over {@link #line}. */
    static String heading() {
        return "%-52s %5s %5s   %-17s   %-17s   %s"
                .formatted(
                        "",
                        "gold",
                        "found",
                        "exact: P, R, F1",
                        "overlap: P, R, F1",
                        "value: P, R, F1 (or joint, see above)");
    }

    /** One line of figures; those by value only where the set has values. */
    static String line(String label, Scores scores, Sameness sameness) {
        String values = sameness == Sameness.NONE ? "-" : scores.value().toString();
        return String.format(
                Locale.ROOT,
                "%-52s %5d %5d   %s   %s   %s",
                label,
                scores.gold().size(),
                scores.found().size(),
                scores.exact(),
                scores.overlap(),
                values);
    }
}
