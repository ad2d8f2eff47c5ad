package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.document.Metadata;
import wherein.time.EdtfDate;

class TablesTest {

    @TempDir
    private Path folder;

    private Taken read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8), 1_000);
    }

    private Taken read(byte[] bytes, long maxDocument) throws Exception {
        Taken taken = new Taken();
        Tables.read(Files.write(folder.resolve("a.csv"), bytes), ',', maxDocument, taken);
        return taken;
    }

    @Test
    void aRowWithATextIsADocument() throws Exception {
        Taken taken = read("""
                ID,Headline,Body,Publisher,Author,Published at,Link,Word Count
                e1,Eels,"Eels pass, ""by night"".
                Otters too.",Mill Gazette,Anna Fjord; Ivo Tarn,2021-05-07T08:00:00Z,https://mill.example/1,7
                ,Otters,Otters.,,,,,
                """);
        assertThat(taken.notes).isEmpty();
        assertThat(taken.extracts).hasSize(2);
        Extract eels = taken.extracts.getFirst();
        assertThat(eels.text()).isEqualTo("Eels pass, \"by night\".\nOtters too.");
        assertThat(eels.id()).contains("e1");
        assertThat(eels.line()).isEqualTo(2);
        assertThat(eels.metadata())
                .isEqualTo(new Metadata(
                        "Eels",
                        "Mill Gazette",
                        List.of("Anna Fjord", "Ivo Tarn"),
                        EdtfDate.parse("2021-05-07"),
                        "",
                        "",
                        "https://mill.example/1",
                        Map.of("word_count", List.of("7"))));
        assertThat(taken.extracts.get(1).within()).isEqualTo("#4");
        assertThat(taken.extracts.get(1).id()).isEmpty();
    }

    @Test
    void aHeaderInAnotherLanguageIsUnderstood() throws Exception {
        Taken taken = read("Заголовок;Дата;Текст\nУгри;2020-01;Угри идут ночью.\n");
        assertThat(taken.extracts).singleElement().satisfies(extract -> {
            assertThat(extract.text()).isEqualTo("Угри идут ночью.");
            assertThat(extract.metadata().title()).isEqualTo("Угри");
            assertThat(extract.metadata().date().edtf()).isEqualTo("2020-01");
        });
    }

    @Test
    void ofTwoNamesForOneThingTheOtherIsAFieldOfItsOwn() throws Exception {
        Taken taken = read("publisher,text,source\nEel Post,One.,Mill Gazette\n");
        assertThat(taken.extracts.getFirst().metadata().source()).isEqualTo("Mill Gazette");
        assertThat(taken.extracts.getFirst().metadata().fields()).containsEntry("publisher", List.of("Eel Post"));
    }

    @Test
    void aTableWithoutTextsIsOneDocumentOfRows() throws Exception {
        Taken taken = read("weir;height;what was seen\nUpper;12;\"Eels.\nAnd otters.\"\n\nLower;;Nothing\n");
        assertThat(taken.texts())
                .containsExactly("weir: Upper; height: 12; what was seen: Eels. And otters.\n\n"
                        + "weir: Lower; what was seen: Nothing");
        assertThat(taken.extracts.getFirst().within()).isEmpty();
        assertThat(taken.notes).isEmpty();
    }

    @Test
    void aTableWhoseFirstRowIsDataHasNoNames() throws Exception {
        assertThat(read("Upper,12\nLower,15\n").texts()).containsExactly("Upper; 12\n\nLower; 15");
    }

    @Test
    void aTextThatMayBeSomethingElseIsOneBesideWhatIsKnown() throws Exception {
        assertThat(read("jar,content\n1,salt\n").texts()).containsExactly("jar: 1; content: salt");
        assertThat(read("title,content\nJar,Salt.\n").texts()).containsExactly("Salt.");
    }

    @Test
    void aRowWithOtherCellsThanTheHeaderIsToldWithItsLine() throws Exception {
        Taken last = read("title,text\nEels,One, two, three.\nOtters\n");
        assertThat(last.texts()).containsExactly("One, two, three.", "");
        assertThat(last.notes)
                .containsExactly(
                        "BAD_METADATA 2: this row has 4 cells, and the header names 2; put a cell with a delimiter in it "
                                + "into quotation marks",
                        "BAD_METADATA 3: this row has 1 cells, and the header names 2; put a cell with a delimiter in it "
                                + "into quotation marks");
        Taken first = read("text,title\nOne, two,Eels\nThree.,Otters\n");
        assertThat(first.texts()).containsExactly("Three.");
        assertThat(first.notes)
                .singleElement()
                .asString()
                .startsWith("BAD_RECORD 2: not indexed: this row has 3 cells");
    }

    @Test
    void aRowOverTheMaximumIsToldAndTheRestIsRead() throws Exception {
        Taken taken = read(("text\n" + "x".repeat(2_000) + "\nTwo.\n").getBytes(StandardCharsets.UTF_8), 1_000);
        assertThat(taken.texts()).containsExactly("Two.");
        assertThat(taken.notes).singleElement().asString().startsWith("TOO_LARGE 2: not indexed: a row of more than ");
    }

    @Test
    void aTableOfMoreThanTheMaximumIsNotReadAsOneText() {
        byte[] large = "weir,height\nUpper,12\n".repeat(200).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(large, 1_000))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("no column named text");
    }

    @Test
    void aTableInAnOldCharsetIsRead() throws Exception {
        String text = "имя;рост\nВерхняя плотина;12\nНижняя плотина;15\n";
        assertThat(read(text.getBytes(Charset.forName("windows-1251")), 1_000).texts())
                .containsExactly("имя: Верхняя плотина; рост: 12\n\nимя: Нижняя плотина; рост: 15");
    }

    @Test
    void aTableOfAnySizeIsReadAsItComes() throws Exception {
        for (String charset : List.of("UTF-8", "windows-1251", "UTF-16LE")) {
            byte[] bytes = ("\uFEFF".repeat(charset.equals("UTF-16LE") ? 1 : 0) + "id,text\n"
                            + "a,Eels pass by night.\n".repeat(8_000) + "b,Плотина на реке стоит давно.\n")
                    .getBytes(charset);
            Taken taken = new Taken();
            try (var in = TextStream.open(Files.write(folder.resolve("b.csv"), bytes), 1_000, taken)) {
                assertThat(in.lines().toList())
                        .as(charset)
                        .startsWith("id,text")
                        .endsWith("b,Плотина на реке стоит давно.")
                        .hasSize(8_002);
            }
            assertThat(taken.bytes).isEqualTo(bytes.length);
        }
    }
}
