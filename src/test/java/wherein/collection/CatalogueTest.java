package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.collection.Catalogue.Entry;
import wherein.collection.Catalogue.Layout;
import wherein.collection.Catalogue.LinePart;
import wherein.collection.Catalogue.LineRange;
import wherein.document.Metadata;
import wherein.document.Texts;
import wherein.time.EdtfDate;

class CatalogueTest {

    @TempDir
    Path folder;

    private Catalogue read(String yaml) throws Exception {
        return Catalogue.read(Texts.write(folder, "catalog.yaml", yaml));
    }

    /** The faults as {@code line: message}, lines apart. */
    private List<String> faults(String yaml) {
        return faults(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> faults(byte[] yaml) {
        Path file = Texts.write(folder, "catalog.yaml", yaml);
        CatalogueException e = catchThrowableOfType(CatalogueException.class, () -> Catalogue.read(file));
        assertThat(e).as("no fault was found").isNotNull();
        return e.faults().stream()
                .map(fault -> fault.line() + ": " + fault.message())
                .toList();
    }

    @Test
    void everyKeyIsRead() throws Exception {
        Catalogue catalogue = read("""
                stances:
                  for: wants the weir
                  against: does not
                documents:
                  - id: weir/1
                    file: sub/weir.txt
                    title: "The weir: a history"
                    source: Mill Gazette
                    author: [Anna Fjord, Иво Тарн]
                    date: 1987-05/..
                    stance: for
                    language: en
                    url: https://mill.example/weir
                    boilerplate: [1, 30-31]
                    fields: {river: Tarn, use: [mill, eels]}
                    parts:
                      - lines: 4-9
                        source: Eel Post
                        date: 1987-05-02
                        stance: against
                    digest:
                      file: weir.md
                      boilerplate: [2]
                people: people.yaml
                """);
        Metadata part =
                new Metadata("", "Eel Post", List.of(), EdtfDate.parse("1987-05-02"), "against", "", "", Map.of());
        Metadata whole = new Metadata(
                "The weir: a history",
                "Mill Gazette",
                List.of("Anna Fjord", "Иво Тарн"),
                EdtfDate.parse("1987-05/.."),
                "for",
                "en",
                "https://mill.example/weir",
                Map.of("river", List.of("Tarn"), "use", List.of("mill", "eels")));
        Layout original = new Layout(
                "sub/weir.txt",
                List.of(new LinePart(new LineRange(4, 9), part)),
                List.of(new LineRange(1, 1), new LineRange(30, 31)));
        Layout digest = new Layout("weir.md", List.of(), List.of(new LineRange(2, 2)));
        assertThat(catalogue)
                .isEqualTo(new Catalogue(
                        Map.of("for", "wants the weir", "against", "does not"),
                        List.of(new Entry("weir/1", whole, original, Optional.of(digest))),
                        List.of(),
                        Optional.of("people.yaml")));
        assertThat(catalogue.stances().keySet()).containsExactly("for", "against");
    }

    @Test
    void whatIsLeftOutOrEmptyIsUnknown() throws Exception {
        Catalogue catalogue =
                read("documents:\n  - file: weir.txt\n    title:\n    author: []\n    date: ~\n    url: ''\n");
        assertThat(catalogue.entries())
                .containsExactly(new Entry(
                        "weir.txt", Metadata.UNKNOWN, new Layout("weir.txt", List.of(), List.of()), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "documents:\n", "---\n", "\uFEFFstances:\n"})
    void anEmptyCatalogueKnowsNothing(String yaml) throws Exception {
        assertThat(read(yaml)).isEqualTo(Catalogue.EMPTY);
    }

    @Test
    void withoutAListOfStancesAnyWordWillDo() throws Exception {
        Catalogue catalogue = read("documents:\n  - {file: a.txt, stance: neither}\n");
        assertThat(catalogue.entries().getFirst().metadata().stance()).isEqualTo("neither");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "date: 2022-13 | \"2022-13\" is no date: expected a month from 01 to 12, or a season from 21 to 24",
                "date: 7 May | \"7 May\" is no date: expected such as 4 March 2023, 04.03.2023, March 2023 or 2023, or "
                        + "EDTF such as 2023-03-04 or 2023-03-04/..",
                "stance: fro | unknown stance \"fro\"; the catalogue's list has: for, against. Did you mean \"for\"?",
                "stance: lukewarm | unknown stance \"lukewarm\"; the catalogue's list has: for, against.",
                "titel: Weir | unknown key \"titel\"; known here: author, boilerplate, date, digest, fields, file, id, "
                        + "language, parts, source, stance, title, url. Did you mean \"title\"?",
                "title: [a, b] | expected one value, such as \"title: word\"",
                "author: {a: b} | expected a list, such as \"author: [one, two]\"",
                "author: [[a]] | expected a word in the list of \"author\"",
                "boilerplate: [9-3] | \"9-3\" is no run of lines: expected such as 8-12, from 1, both inclusive",
                "boilerplate: [0] | \"0\" is no run of lines: expected such as 8-12, from 1, both inclusive",
                "boilerplate: first | \"first\" is no run of lines: expected such as 8-12, from 1, both inclusive",
                "boilerplate: [99999999] | \"99999999\" is no run of lines: expected such as 8-12, from 1, both "
                        + "inclusive",
                "parts: [{lines: 5-} ] | \"5-\" is no run of lines: expected such as 8-12, from 1, both inclusive",
                "parts: 3-4 | expected a list of entries, each beginning with \"- \", under \"parts\"",
                "parts: [3-4] | expected an entry of \"parts\" with lines such as \"id: name\"",
                "fields: [a] | expected lines such as \"name: value\" under \"fields\"",
                "fields: {source: a} | \"source\" is a key of every document, and its value belongs there; a field of "
                        + "your own needs another name",
                "fields: {country: a} | \"country\" asks every collection for the same, such as country:… in a query; a "
                        + "field of your own needs another name",
                "fields: {River: a} | \"River\" is no name for a field: expected a small letter, then at most 39 small "
                        + "letters, digits, - or _",
                "digest: weir.md | expected lines such as \"name: value\" under \"digest\"",
                "digest: {boilerplate: [1]} | a digest needs a file: \"file: name.md\", relative to the collection's "
                        + "folder",
                "file: b.txt | \"file\" stands here twice, first in line 5"
            })
    void aFaultHasItsLineAndTheExpectedForm(String line, String message) {
        assertThat(faults("stances:\n  for: yes\n  against: no\ndocuments:\n  - file: a.txt\n    " + line + "\n"))
                .containsExactly("6: " + message);
    }

    @Test
    void aDocumentNeedsAFile() {
        assertThat(faults("documents:\n  - title: Weir\n    id: weir\n"))
                .containsExactly("2: a document needs a file: \"file: name.txt\", relative to the collection's folder");
    }

    @Test
    void anIdAndAFileStandOnce() {
        assertThat(faults("""
                documents:
                  - id: weir
                    file: a.txt
                  - id: weir
                    file: b.txt
                  - id: mill
                    file: a.txt
                  - id: eels
                    file: e.txt
                    digest:
                      file: b.txt
                """))
                .containsExactly(
                        "4: the id \"weir\" stands here twice, first in line 2",
                        "7: the file \"a.txt\" stands here twice, first in line 3",
                        "11: the file \"b.txt\" stands here twice, first in line 5");
    }

    @Test
    void anIdHasAtMostTwoHundredCharactersAndNoControlCharacters() throws Exception {
        assertThat(faults("documents:\n  - file: a.txt\n    id: " + "😀".repeat(201) + "\n"))
                .containsExactly("3: an id has 1 to 200 characters, this one has 201");
        assertThat(faults("documents:\n  - file: a.txt\n    id: \"a\\tb\"\n"))
                .containsExactly("3: an id has no control characters: \"a?b\"");
        assertThat(read("documents:\n  - file: a.txt\n    id: " + "😀".repeat(200) + "\n")
                        .entries())
                .hasSize(1);
    }

    @Test
    void partsDoNotOverlap() {
        assertThat(faults("""
                documents:
                  - file: a.txt
                    parts:
                      - lines: 2-6
                        source: One
                      - lines: 6-8
                        source: Two
                      - lines: 7
                        source: Three
                """))
                .containsExactly(
                        "6: the lines 6-8 belong to another part already",
                        "8: the lines 7 belong to another part already");
    }

    @Test
    void aPartHasKeysOfItsOwn() {
        assertThat(faults("documents:\n  - file: a.txt\n    parts:\n      - line: 2-6\n        lines: 2-6\n"))
                .containsExactly("4: unknown key \"line\"; known here: author, date, fields, language, lines, source, "
                        + "stance, title, url. Did you mean \"lines\"?");
    }

    @Test
    void anUnknownKeyAtTheTopIsAFault() {
        assertThat(faults("stance:\n  for: yes\n"))
                .containsExactly("1: unknown key \"stance\"; known here: documents, people, stances. Did you mean "
                        + "\"stances\"?");
    }

    @Test
    void stancesAreAMapping() {
        assertThat(faults("stances: [for, against]\n"))
                .containsExactly("1: expected lines such as \"name: value\" under \"stances\"");
    }

    @Test
    void allFaultsAreGatheredInTheOrderOfTheirLinesWithTheFile() {
        Path file = Texts.write(folder, "catalog.yaml", """
                stances:
                  for: wants it
                documents:
                  - file: a.txt
                    date: 2022-13
                    stance: against
                    parts:
                      - lines: x
                  - file: a.txt
                    sauce: Gazette
                    fields: {id: 1}
                pepole: people.yaml
                """);
        CatalogueException e = catchThrowableOfType(CatalogueException.class, () -> Catalogue.read(file));
        assertThat(e.faults()).extracting(Fault::line).containsExactly(5, 6, 8, 9, 9, 10, 11, 12);
        assertThat(e.getMessage().lines()).hasSize(8).allMatch(line -> line.startsWith(file + ":"));
        assertThat(e.getMessage().lines().findFirst())
                .contains(file + ":5: \"2022-13\" is no date: expected a month "
                        + "from 01 to 12, or a season from 21 to 24");
    }

    @ParameterizedTest(name = "line {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | just words",
                "1 | [one, two]",
                "2 | 'documents:\\n\\t- file: a.txt'",
                "2 | 'documents:\\n  - file: \"a.txt'",
                "3 | 'documents:\\n  - file: a.txt\\n stray'",
                "2 | 'a: 1\\n---\\nb: 2'"
            })
    void whatIsNoYamlHasItsLine(int line, String yaml) {
        List<String> faults = faults(yaml.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(faults).hasSize(1);
        assertThat(Integer.parseInt(faults.getFirst().split(":")[0])).isBetween(line, line + 1);
        assertThat(faults.getFirst())
                .containsPattern("this is no YAML: |expected a mapping, lines such as \"key: value\"");
    }

    @Test
    void bytesThatAreNoTextAreAFault() {
        assertThat(faults(new byte[] {'a', ':', 0, 1, 2}))
                .singleElement()
                .asString()
                .contains("this is no YAML: ");
    }

    @Test
    void aCatalogueThatIsNotUtf8IsAFault() {
        byte[] bytes = "documents:\n  - file: a.txt\n    title: Мельница\n".getBytes(Charset.forName("windows-1251"));
        assertThat(faults(bytes)).containsExactly("3: this line is not UTF-8; save the file as UTF-8");
    }

    @Test
    void aKeyMustBeAWord() {
        assertThat(faults("? [a, b]\n: c\n")).containsExactly("1: a key must be a plain word");
    }

    @Test
    void anAliasWithinItselfIsAFaultAndNoLoop() {
        assertThat(faults("documents:\n  - file: a.txt\n    fields: &f {river: *f}\n"))
                .isNotEmpty();
    }

    @Test
    void aPatternOfFilesHasNoTitleAndNoLines() {
        assertThat(faults("documents:\n  - files: \"*.txt\"\n    title: One\n    parts: []\n"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("3: unknown key \"title\"; known here: author, date, fields, files, ");
    }

    @Test
    void patternsAreFewAndShort() {
        assertThat(faults("documents:\n  - files: [" + "a, ".repeat(1_001) + "]\n"))
                .singleElement()
                .asString()
                .startsWith("1: 1001 patterns of files, and 1000 are read: ");
        assertThat(faults("documents:\n  - files: " + "a".repeat(1_001) + "\n"))
                .containsExactly("2: a pattern has at most 1000 characters");
    }

    @Test
    void aDateMayBeWrittenAsPeopleDoUnlessItHasTwoReadings() throws Exception {
        Path file = Texts.write(folder, "catalog.yaml", "documents:\n  - {file: a.txt, date: 4 March 2023}\n");
        assertThat(Catalogue.read(file).entries().getFirst().metadata().date().edtf())
                .isEqualTo("2023-03-04");
        assertThat(faults("documents:\n  - {file: a.txt, date: 03/04/2023}\n"))
                .containsExactly(
                        "2: \"03/04/2023\" is 2023-04-03 if the day comes first, 2023-03-04 if the month does: "
                                + "write the one that is meant");
    }
}
