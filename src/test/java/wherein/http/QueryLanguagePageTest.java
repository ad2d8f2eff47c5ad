package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the page on the query language. {@code -Dwherein.golden.refresh=true} writes what a server answers. */
class QueryLanguagePageTest {

    private static final Path PAGE = Path.of("docs/query-language.md");

    /** So many different marks a row shows, in the order of the alphabet. */
    private static final int SHOWN = 4;

    @TempDir
    private static Path folder;

    private static Served served;

    /** A row; the last three are what a server says. */
    private record Row(String query, String with, String finds, String read, String passages, String marks) {

        static Row of(String line) {
            List<String> cells = Stream.of(line.substring(1).split("(?<!\\\\)\\|", -1))
                    .map(cell -> cell.strip().replace("\\|", "|"))
                    .toList();
            return new Row(
                    plain(cells.get(0)),
                    plain(cells.get(1)),
                    cells.get(2),
                    plain(cells.get(3)),
                    cells.get(4),
                    cells.get(5));
        }

        private static String plain(String code) {
            return code.replaceAll("^`|`$", "");
        }

        String line() {
            return Stream.of(code(query), code(with), finds, code(read), passages, marks)
                    .map(cell -> cell.replace("|", "\\|"))
                    .map(cell -> cell.isEmpty() ? " " : " " + cell + " ")
                    .collect(Collectors.joining("|", "|", "|"));
        }

        private static String code(String text) {
            return text.isEmpty() ? "" : "`" + text + "`";
        }

        @Override
        public String toString() {
            return query + " " + with;
        }
    }

    @BeforeAll
    static void serve() throws Exception {
        served = Served.digestsWithNames(folder);
        if (Boolean.getBoolean("wherein.golden.refresh")) {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(PAGE)) {
                lines.add(line.startsWith("| `") ? answered(Row.of(line)).line() : line);
            }
            Files.write(PAGE, lines);
        }
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    static List<Row> rows() throws Exception {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(Row::of)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachRowIsWhatAServerAnswers(Row row) throws Exception {
        assertThat(answered(row)).isEqualTo(row);
        // Nothing is found only where the row is about that.
        assertThat(row.passages.equals("0")).isEqualTo(row.finds.startsWith("nothing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theCanonicalFormIsReadAsTheSameQuery(Row row) throws Exception {
        Row again = answered(new Row(row.read, "", row.finds, row.read, row.passages, row.marks));
        assertThat(again).isEqualTo(new Row(row.read, "", row.finds, row.read, row.passages, row.marks));
    }

    @Test
    void aRowIsReadAsItIsWritten() throws Exception {
        List<String> lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows().stream().map(Row::line)).containsExactlyElementsOf(lines);
        assertThat(rows()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    }

    private static Row answered(Row row) throws Exception {
        JsonNode answer = served.json("/api/v1/search?limit=1000&snippets=0&q="
                + URLEncoder.encode(row.query, StandardCharsets.UTF_8)
                + (row.with.isEmpty() ? "" : "&" + row.with));
        TreeSet<String> marks = new TreeSet<>();
        for (JsonNode hit : answer.get("hits")) {
            String text = hit.get("text").asText();
            int start = hit.get("start").asInt();
            for (JsonNode mark : hit.get("marks")) {
                marks.add(text.substring(
                        text.offsetByCodePoints(0, mark.get(0).asInt() - start),
                        text.offsetByCodePoints(0, mark.get(1).asInt() - start)));
            }
        }
        String shown = marks.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return new Row(
                row.query,
                row.with,
                row.finds,
                answer.at("/query/parsed").asText(),
                answer.at("/total/passages").asText(),
                shown + (marks.size() > SHOWN ? ", …" : ""));
    }
}
