package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;

class CsvTest {

    private static final String[] CELLS = {
        "", "weir", "7", "a, b", "say \"eel\"", "\"", "\"\"", "two\nlines", "ш; ж", "a\tb", "a|b", " mill ", "'", "\n\n"
    };

    private static List<Csv.Row> rows(String text, char delimiter, long longest) {
        try {
            Csv csv = new Csv(new StringReader(text), delimiter, longest);
            List<Csv.Row> rows = new ArrayList<>();
            for (Optional<Csv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
                rows.add(row.get());
            }
            return rows;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<String>> cells(String text) {
        return rows(text, ',', 1_000).stream().map(Csv.Row::cells).toList();
    }

    private static char delimiter(String text) throws IOException {
        return Csv.delimiter(new BufferedReader(new StringReader(text)), ',');
    }

    @Test
    void whatIsWrittenByTheStandardIsReadAsItWas() {
        Seeded.times(2_000, random -> {
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            String end = random.nextBoolean() ? "\n" : "\r\n";
            List<List<String>> table = new ArrayList<>();
            int columns = 1 + random.nextInt(4);
            for (int row = random.nextInt(6); row > 0; row--) {
                table.add(random.ints(columns, 0, CELLS.length)
                        .mapToObj(i -> CELLS[i])
                        .toList());
            }
            String text = table.stream()
                    .map(row -> row.stream()
                                    .map(cell -> written(cell, delimiter, random))
                                    .collect(Collectors.joining(String.valueOf(delimiter)))
                            + end)
                    .collect(Collectors.joining());
            List<Csv.Row> read = rows(text, delimiter, 1_000);
            assertThat(read.stream().map(Csv.Row::cells).toList()).isEqualTo(table);
            for (int i = 0; i < read.size(); i++) {
                String before =
                        table.subList(0, i).stream().flatMap(List::stream).collect(Collectors.joining());
                long breaks = before.chars().filter(c -> c == '\n').count();
                assertThat(read.get(i).line()).as("line of row " + i).isEqualTo(1 + i + breaks);
            }
        });
    }

    private static String written(String cell, char delimiter, Random random) {
        boolean must = cell.indexOf(delimiter) >= 0 || cell.contains("\"") || cell.contains("\n");
        return must || random.nextInt(3) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Test
    void aMarkThatIsNeverClosedCostsNoRowBehindIt() {
        assertThat(cells("a,\"b\nc,d\ne,f\n"))
                .containsExactly(List.of("a", "\"b"), List.of("c", "d"), List.of("e", "f"));
    }

    @Test
    void aMarkThatIsClosedTooFarAwayIsASign() {
        String far = "a,\"b\n" + "c,d\n".repeat(500) + "e,\"f\"\n";
        List<Csv.Row> rows = rows(far, ',', 100);
        assertThat(rows).hasSize(502).allMatch(Csv.Row::whole);
        assertThat(rows.getFirst().cells()).containsExactly("a", "\"b");
        assertThat(rows.getLast()).isEqualTo(new Csv.Row(502, List.of("e", "f"), true));
    }

    @Test
    void aCellThatGoesOnBehindItsMarkIsTakenAsItStands() {
        assertThat(cells("\"Eels\" he said,b\n5\" pipe,\"c\" , \"d, e\"\n"))
                .containsExactly(List.of("\"Eels\" he said", "b"), List.of("5\" pipe", "c", "d, e"));
    }

    @Test
    void aRowThatIsTooLongIsToldAndTheRestIsRead() {
        List<Csv.Row> rows = rows("a\n" + "x".repeat(50) + ",y\n" + "z,".repeat(50) + "\nb\n", ',', 20);
        assertThat(rows).extracting(Csv.Row::whole).containsExactly(true, false, false, true);
        assertThat(rows.getLast()).isEqualTo(new Csv.Row(4, List.of("b"), true));
    }

    @Test
    void linesMayEndAsOnOldMachines() {
        assertThat(cells("a,b\rc,\"d\re\"\r")).containsExactly(List.of("a", "b"), List.of("c", "d\ne"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    `a,b\nc,d\n`,                        `,`
                    `a;b\n1,5;2,5\n3,5;4,5\n`,           `;`
                    `a\tb\nd\te, f\n`,                   `\t`
                    `a|b\nc|d\n`,                        `|`
                    `text\nOne, two.\nThree\n`,          `,`
                    `title;text\nA;"b;\nc"\nD;E, F, G\n`,`;`
                    `sep=|\na,b|c\n`,                    `|`
                    """)
    void theDelimiterIsTheOneThatMakesATable(String text, String delimiter) throws IOException {
        assertThat(delimiter(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isEqualTo(delimiter.replace("\\t", "\t").charAt(0));
    }
}
