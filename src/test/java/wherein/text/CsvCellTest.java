package wherein.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;

class CsvCellTest {

    private static final List<String> PIECES =
            List.of("=", "+", "-", "@", "\t", "'", "\"", ",", ";", " ", "fog", "мост", "\n", "\r\n", "\u2028", "𝄞");

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(Seeded.one(random, PIECES));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@fog", "\tfog"})
    void whateverIsGuardedLosesItsApostropheAgain(String formula) {
        assertThat(CsvCell.guarded(formula)).isEqualTo("'" + formula);
        assertThat(CsvCell.unguarded(CsvCell.guarded(formula))).isEqualTo(formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "'fog", "fog", "1", "''"})
    void whatNeedsNoGuardKeepsItsApostrophe(String cell) {
        assertThat(CsvCell.guarded(cell)).isEqualTo(cell);
        assertThat(CsvCell.unguarded(cell)).isEqualTo(cell);
    }

    @Test
    void anyTextComesBackFromItsCellWithItsLineBreaksAsSpaces() {
        Seeded.times(500, random -> {
            List<String> cells = IntStream.range(0, 3)
                    .mapToObj(i -> CsvCell.flat(text(random)))
                    .toList();
            String line = String.join(
                    ",",
                    cells.stream().map(CsvCell::guarded).map(CsvCell::quoted).toList());
            String[] read = read("a,b,c\r\n" + line + "\r\n");
            assertThat(read).hasSize(3);
            for (int i = 0; i < 3; i++) {
                boolean guarded = !CsvCell.guarded(cells.get(i)).equals(cells.get(i));
                assertThat(guarded ? CsvCell.unguarded(read[i]) : read[i]).isEqualTo(cells.get(i));
            }
        });
    }

    /** The last row, as a library reads it. */
    private static String[] read(String csv) {
        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(csv)) {
            List<String[]> all = rows.readAll();
            return all.getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCellFindsTheTextThatItCameFrom() {
        Seeded.times(500, random -> {
            String text = text(random);
            assertThat(CsvCell.pattern(CsvCell.flat(text)).matcher(text).matches())
                    .as(text)
                    .isTrue();
        });
    }
}
