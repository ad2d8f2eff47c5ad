package wherein.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One query, in the syntax that all engines have.
 *
 * @param kind what it is an example of
 * @param source the only source wanted; empty for any
 */
record Asked(String kind, String text, String source) {

    /** The query as parameters of an address. */
    String parameters() {
        String text = "q=" + URLEncoder.encode(this.text, StandardCharsets.UTF_8);
        return source.isEmpty() ? text : text + "&source=" + URLEncoder.encode(source, StandardCharsets.UTF_8);
    }

    static void write(List<Asked> all, Path file) throws IOException {
        Files.write(
                file,
                all.stream()
                        .map(each -> String.join("\t", each.kind, each.text, each.source))
                        .toList());
    }

    static List<Asked> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(columns -> new Asked(columns[0], columns[1], columns[2]))
                .toList();
    }
}
