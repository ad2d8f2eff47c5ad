package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
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

    private MetadataTable table(byte[] table) throws Exception {
        return MetadataTable.read(Texts.write(folder, "metadata.csv", table), Set.of("for", "against"));
    }

    private Map<String, Metadata> read(byte[] table) throws Exception {
        Map<String, Metadata> rows = new LinkedHashMap<>();
        table(table).rows().forEach(row -> rows.put(row.file(), row.said()));
        return rows;
    }

    private Map<String, Metadata> read(String table) throws Exception {
        return read(table.getBytes(StandardCharsets.UTF_8));
    }

    /** The notes on {@code table}, by line. */
    private List<String> notes(String table) throws Exception {
        return table(table.getBytes(StandardCharsets.UTF_8)).notes().stream()
                .map(note -> note.kind().word() + " " + note.place() + ": " + note.message())
                .toList();
    }

    private String date(String header, String date) throws Exception {
        return read("file;" + header + "\na.txt;" + date + "\n")
                .get("a.txt")
                .date()
                .edtf();
    }

    @Test
    void everyColumnIsRead() throws Exception {
        assertThat(read(TABLE)).isEqualTo(Map.of("weir.txt", WEIR));
        assertThat(notes(TABLE)).isEmpty();
    }

    @Test
    void anEmptyCellIsUnknown() throws Exception {
        assertThat(read("file,title,date,river\na.txt,,,\nb.txt\n"))
                .isEqualTo(Map.of("a.txt", Metadata.UNKNOWN, "b.txt", Metadata.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", ","})
    void anyDelimiterWillDoWithAMarkOfTheByteOrderOrWithoutAndAnyLineEnds(String delimiter) throws Exception {
        String table = "file,title,author,date\nweir.txt,Weir: a history,Anna Fjord,1987\nlea.txt,Lea,,\n"
                .replace(",", delimiter);
        Map<String, Metadata> read = read(table);
        assertThat(read.get("weir.txt").author()).containsExactly("Anna Fjord");
        assertThat(read).containsOnlyKeys("weir.txt", "lea.txt");
        for (String end : List.of("\n", "\r\n", "\r")) {
            assertThat(read("\uFEFF" + table.replace("\n", end))).isEqualTo(read);
            assertThat(read((char) 0xFEFF + table.replace("\n", end).replace("Weir: a history", "\"Weir: a history\"")))
                    .isEqualTo(read);
        }
        assertThat(read(("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(read);
    }

    @Test
    void aTableOfASpreadsheetInWindows1251IsReadAndThatIsTold() throws Exception {
        String table = "file;title;source\nmill.txt;Старая мельница и её хозяева;Речная газета\n";
        MetadataTable read = table(table.getBytes(Charset.forName("windows-1251")));
        assertThat(read.rows().getFirst().said().title()).isEqualTo("Старая мельница и её хозяева");
        assertThat(read.notes()).extracting(Note::kind).containsExactly(NoteKind.ENCODING_GUESSED);
    }

    @ParameterizedTest
    @CsvSource({
        "'FILE,Title,DATE,Author'",
        "'Filename,headline,Published,byline'",
        "'path,TITLE,publication date,Authors'",
        "'Файл,Название,Дата,Автор'",
        "'Dateiname,Titel,Datum,Autor'"
    })
    void columnsAreKnownInAnyCaseAndUnderOtherNames(String header) throws Exception {
        assertThat(read(header + "\na.txt,Weir,1987,Anna Fjord\n"))
                .isEqualTo(Map.of(
                        "a.txt",
                        new Metadata("Weir", "", List.of("Anna Fjord"), EdtfDate.parse("1987"), "", "", "", Map.of())));
    }

    @Test
    void aPublisherIsTheSourceUnlessASourceIsNamedToo() throws Exception {
        assertThat(read("file,publisher\na.txt,Mill\n").get("a.txt").source()).isEqualTo("Mill");
        Metadata both = read("file,publisher,source\na.txt,Mill,Weir\n").get("a.txt");
        assertThat(both.source()).isEqualTo("Weir");
        assertThat(both.fields()).isEqualTo(Map.of("publisher", List.of("Mill")));
    }

    @Test
    void aFurtherColumnIsAFieldWithSmallLettersAndNoSpaces() throws Exception {
        assertThat(read("file,River Basin\na.txt,Lea\n").get("a.txt").fields())
                .isEqualTo(Map.of("river_basin", List.of("Lea")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "4 March 2023 | 2023-03-04",
                "04.03.2023 | 2023-03-04",
                "March 2023 | 2023-03",
                "4 марта 2023 | 2023-03-04",
                "le 4 mars 2023 | 2023-03-04",
                "2023-03-04T10:15:00Z | 2023-03-04",
                "13/04/2023 | 2023-04-13"
            })
    void aDateIsReadAsPeopleWriteItAndThatIsTold(String text, String edtf) throws Exception {
        assertThat(date("date", text)).isEqualTo(edtf);
        assertThat(notes("file;date\na.txt;" + text + "\n"))
                .containsExactly("date_read metadata.csv:2: \"" + text + "\" is read as " + edtf);
    }

    @Test
    void anAmbiguousDateIsAskedAboutAndTheRestOfItsRowCounts() throws Exception {
        String table = "file,title,date\na.txt,Weir,03/04/2023\nb.txt,Lea,13/04/2023\n";
        assertThat(read(table).get("a.txt"))
                .isEqualTo(new Metadata("Weir", "", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of()));
        assertThat(notes(table).getFirst())
                .isEqualTo("ambiguous_date metadata.csv:2: \"03/04/2023\" is 2023-04-03 if the day comes first, "
                        + "2023-03-04 if the month does: write the one that is meant. Left unknown.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "date (day/month/year) | 2023-04-03",
                "Date (DD/MM/YYYY) | 2023-04-03",
                "date (day first) | 2023-04-03",
                "Дата (дд.мм.гггг) | 2023-04-03",
                "Datum (TT.MM.JJJJ) | 2023-04-03",
                "date (month/day/year) | 2023-03-04",
                "published (mm/dd/yy) | 2023-03-04",
                "date (month first) | 2023-03-04",
                "date | ''",
                "date (of print) | ''"
            })
    void theFirstLineMaySayTheOrderOfDayAndMonth(String header, String edtf) throws Exception {
        assertThat(date(header, "03/04/2023")).isEqualTo(edtf);
    }

    @Test
    void aDateThatHasAnotherOrderThanTheFirstLineSaysIsTold() throws Exception {
        assertThat(date("date (day/month/year)", "04/13/2023")).isEmpty();
        assertThat(notes("file,date (day/month/year)\na.txt,04/13/2023\n"))
                .containsExactly(
                        "bad_date metadata.csv:2: \"04/13/2023\" is not in the order that the first line says. "
                                + "Left unknown.");
    }

    @Test
    void whatWasGuessedIsKnownFromWhatIsSaid() throws Exception {
        MetadataTable.Row row = table(("file,title,source,date,river,guessed\n"
                                + "a.txt,Weir,Mill,1987,Lea,\"date (JSON-LD); title, river (its words)\"\n")
                        .getBytes(StandardCharsets.UTF_8))
                .rows()
                .getFirst();
        assertThat(row.said()).isEqualTo(new Metadata("", "Mill", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of()));
        assertThat(row.guessed())
                .isEqualTo(new Metadata(
                        "Weir", "", List.of(), EdtfDate.parse("1987"), "", "", "", Map.of("river", List.of("Lea"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt,2022-13, | bad_date | \"2022-13\" is no date: expected a month from 01 to 12, or a season from 21 "
                        + "to 24. Left unknown. | true",
                "a.txt,soon, | bad_date | \"soon\" is no date: expected such as | true",
                "a.txt,,neutral | bad_stance | unknown stance \"neutral\"; the catalogue's list has: | true",
                ",2022, | bad_metadata | it names no file; the row is left out | false",
                "ok.txt,, | bad_metadata | the file \"ok.txt\" stands here twice, first in line 2; the row is left out "
                        + "| false",
                "a.txt,2022,for,more | bad_metadata | it has 4 cells, and the first line names 3 columns; put a cell "
                        + "that holds \",\" into quotation marks; the row is left out | false",
                "a.txt,\"2022,for | bad_metadata | a quotation mark is opened and not closed; the row is left out | false"
            })
    void aFaultCostsItsRowOrItsValueAndIsToldWithItsLine(String row, String kind, String message, boolean stays)
            throws Exception {
        String table = "file,date,stance\nok.txt,2021,for\n" + row + "\nlast.txt,1999,\n";
        assertThat(notes(table)).singleElement().asString().startsWith(kind + " metadata.csv:3: " + message);
        Map<String, Metadata> read = read(table);
        assertThat(read.get("ok.txt").stance()).isEqualTo("for");
        assertThat(read.get("last.txt").date().edtf()).isEqualTo("1999");
        assertThat(read.containsKey("a.txt")).isEqualTo(stays);
    }

    @Test
    void spaceOfAnyKindAroundACellIsNoPartOfIt() throws Exception {
        assertThat(read("file , title\n\u00A0a.txt\u200B,\u2009Weir \n")
                        .get("a.txt")
                        .title())
                .isEqualTo("Weir");
    }

    @Test
    void cellsBeyondTheFirstLineMayBeEmpty() throws Exception {
        assertThat(notes("file,title\na.txt,Weir,,,\n")).isEmpty();
    }

    @Test
    void aColumnWithAReservedNameIsLeftOutAndToldOnce() throws Exception {
        String table = "file,country,title\na.txt,Tarnland,Weir\nb.txt,Lealand,Lea\n";
        assertThat(notes(table))
                .containsExactly(
                        "bad_metadata metadata.csv:1: \"country\" asks every collection for the same, such as country:… "
                                + "in a query; a field of your own needs another name; the column is left out");
        assertThat(read(table).get("b.txt").title()).isEqualTo("Lea");
    }

    @Test
    void aTableThatNamesNoFilesIsNotUsed() throws Exception {
        assertThat(notes("name,title\na.txt,Weir\n"))
                .containsExactly(
                        "bad_metadata metadata.csv:1: the table is not used: its first line must name a column "
                                + "\"file\", and it has: name, title");
        assertThat(notes("")).isEmpty();
    }

    @Test
    void aTableThatIsNoTextIsNotUsed() throws Exception {
        MetadataTable read = table(new byte[] {'f', 0, 1, 2, 0, 3});
        assertThat(read.rows()).isEmpty();
        assertThat(read.notes()).extracting(Note::kind).containsExactly(NoteKind.BINARY);
    }

    @Test
    void aCellThatWasKeptFromBeingAFormulaIsReadWithoutItsApostrophe() throws Exception {
        assertThat(read("file,title\n'-a.txt,'=Weir\n").get("-a.txt").title()).isEqualTo("=Weir");
    }

    @Test
    void noTableIsAFaultOfTheProgramAndNoRowIsLostInSilence() {
        Seeded.times(400, random -> {
            StringBuilder table = new StringBuilder("file,date,title\n");
            int rows = 0;
            for (int i = random.nextInt(20); i > 0; i--) {
                rows++;
                table.append("f")
                        .append(i)
                        .append(',')
                        .append(Seeded.one(random, "", "2022", "3/4/22", "\"", "\"x\"y"));
                table.append(',')
                        .append(Seeded.one(random, "a", "\"a\"", "\"a", "a\"", "b,c", "\"\"\"\"", "é", ";"))
                        .append(Seeded.one(random, "\n", "\r\n"));
            }
            MetadataTable read = table(table.toString().getBytes(StandardCharsets.UTF_8));
            long told = read.notes().stream()
                    .filter(note -> note.message().endsWith("the row is left out"))
                    .count();
            // A mark that is closed some lines below takes them into its cell.
            assertThat(read.rows().size() + told).isLessThanOrEqualTo(rows);
            if (table.indexOf("\"") < 0) {
                assertThat(read.rows().size() + told).isEqualTo(rows);
            }
        });
    }
}
