package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.document.Metadata;
import wherein.document.Texts;
import wherein.time.EdtfDate;

class MetadataTableTest {

    private static final Metadata WEIR = new Metadata(
            "The weir, a history",
            "Mill Gazette",
            List.of("Anna Fjord", "Ivo Tarn"),
            EdtfDate.parse("1987-05"),
            "for",
            "en",
            "",
            Map.of("river", List.of("Tarn", "Lea")));

    private static final String TABLE = "file,title,source,author,date,stance,language,river\n"
            + "weir.txt,\"The weir, a history\",Mill Gazette,Anna Fjord; Ivo Tarn,1987-05,for,en,Tarn;Lea\n";

    @TempDir
    Path folder;

    private Map<String, Metadata> read(byte[] table) throws Exception {
        return MetadataTable.read(Texts.write(folder, "metadata.csv", table), Set.of("for", "against"));
    }

    private List<String> faults(String table) {
        CatalogueException e =
                catchThrowableOfType(CatalogueException.class, () -> read(table.getBytes(StandardCharsets.UTF_8)));
        assertThat(e).as("no fault was found").isNotNull();
        assertThat(e).hasMessageStartingWith(folder.resolve("metadata.csv") + ":");
        return e.faults().stream()
                .map(fault -> fault.line() + ": " + fault.message())
                .toList();
    }

    @Test
    void everyColumnIsRead() throws Exception {
        assertThat(read(TABLE.getBytes(StandardCharsets.UTF_8))).isEqualTo(Map.of("weir.txt", WEIR));
    }

    @Test
    void anEmptyCellIsUnknown() throws Exception {
        byte[] table = "file,title,date,river\na.txt,,,\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(table)).isEqualTo(Map.of("a.txt", Metadata.UNKNOWN));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws Exception {
        assertThat(read(("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8))).isEqualTo(Map.of("weir.txt", WEIR));
    }

    @Test
    void aTableOfASpreadsheetInWindows1251IsRead() throws Exception {
        String table = "file,title,source\nmill.txt,Старая мельница и её хозяева,Речная газета\n";
        assertThat(read(table.getBytes(Charset.forName("windows-1251")))
                        .get("mill.txt")
                        .title())
                .isEqualTo("Старая мельница и её хозяева");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt,2022-13, | \"2022-13\" is no date: expected a month from 01 to 12, or a season from 21 to 24",
                "a.txt,,neutral | unknown stance \"neutral\"; the catalogue's list has: ",
                ",2022, | a row needs a file; the first line must name a column \"file\"",
                "ok.txt,, | the file \"ok.txt\" stands here twice"
            })
    void aFaultHasItsLine(String row, String message) {
        List<String> faults = faults("file,date,stance\nok.txt,2021,for\n" + row + "\nlast.txt,,\n");
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst()).startsWith("3: " + message);
    }

    @Test
    void allFaultsAreGathered() {
        assertThat(faults("file,date\na.txt,May\nb.txt,2022-13\n,2022\n"))
                .extracting(fault -> fault.substring(0, 2))
                .containsExactly("2:", "3:", "4:");
    }

    @Test
    void aColumnWithAReservedNameIsAFaultOnce() {
        assertThat(faults("file,country\na.txt,Tarnland\nb.txt,Lealand\n"))
                .containsExactly(
                        "1: \"country\" asks every collection for the same, such as country:… in a query; a field of "
                                + "your own needs another name");
    }

    @Test
    void aRowWithTooManyCellsIsAFaultWithItsLine() {
        assertThat(faults("file,title\na.txt,One\nb.txt,Two,three\n"))
                .singleElement()
                .asString()
                .startsWith("3: this is no CSV: ");
    }
}
