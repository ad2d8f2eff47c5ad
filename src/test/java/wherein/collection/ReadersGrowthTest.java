package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Growth;
import wherein.LongTexts;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.Part;
import wherein.document.Passage;
import wherein.document.Region;
import wherein.document.Splitter;
import wherein.format.Markdown;
import wherein.text.Span;

/** The work of each reader, and of cutting what it reads into passages, grows with a file, whatever stands in it. */
@Tag("long")
class ReadersGrowthTest {

    /** A page may nest 512 tags deep, which is not seen to grow no more in less than this. */
    private static final int SMALL = 9_000;

    private static final int LARGE = 30_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void theWorkOfATextGrowsWithIt() throws Exception {
        measure(4_000, LongTexts.inOneLine(), "txt");
    }

    @Test
    void theWorkOfMarkdownGrowsWithIt() throws Exception {
        measure(4_000, LongTexts.inOneLine(), "md");
    }

    @Test
    void theWorkOfAPageGrowsWithIt() throws Exception {
        measure(SMALL, LongTexts.inOneLine(), "html");
    }

    @Test
    @Tag("long")
    void theWorkOfALongTextGrowsWithIt() throws Exception {
        measure(LARGE, LongTexts.all(), "txt");
    }

    @Test
    @Tag("long")
    void theWorkOfLongMarkdownGrowsWithIt() throws Exception {
        measure(LARGE, LongTexts.all(), "md");
    }

    @Test
    @Tag("long")
    void theWorkOfALongPageGrowsWithIt() throws Exception {
        measure(LARGE, LongTexts.all(), "html");
    }

    @Test
    void theWorkOfRecordsGrowsWithTheirNumberAndTheirLength() throws Exception {
        Growth growth = new Growth(SMALL);
        IntFunction<String> one = size -> record(LongTexts.repeated("A word is here. ", size));
        IntFunction<String> many = size -> (record("A word.") + "\n").repeat(size / 30);
        IntFunction<String> broken = size -> "{\n".repeat(size / 2);
        IntFunction<String> nested =
                size -> "{\"text\": \"a\", \"b\": " + "[".repeat(size / 2) + "]".repeat(size / 2) + "}";
        growth.measure("one record", size -> file("one.jsonl", one.apply(size)), ReadersGrowthTest::read);
        growth.measure("many records", size -> file("many.jsonl", many.apply(size)), ReadersGrowthTest::read);
        growth.measure("broken records", size -> file("broken.jsonl", broken.apply(size)), ReadersGrowthTest::read);
        growth.measure("nested records", size -> file("nested.jsonl", nested.apply(size)), ReadersGrowthTest::read);
        growth.check();
    }

    @Test
    void theWorkOfATableGrowsWithItsRowsAndItsCells() throws Exception {
        Growth growth = new Growth(SMALL);
        Map<String, IntFunction<String>> tables = Map.of(
                "records", size -> "id,text\n" + LongTexts.repeated(",A word.\n", size),
                "rows", size -> "weir,height\n" + LongTexts.repeated("Upper,12\n", size),
                "cells", size -> "weir,height\n" + LongTexts.repeated("a,", size),
                "names", size -> LongTexts.repeated("a,", size) + "text\nb\n",
                "one cell", size -> "text\n\"" + LongTexts.repeated("A word is here. ", size) + "\"\n",
                "open marks", size -> "text\n" + LongTexts.repeated("\"a\n", size),
                "marks", size -> "text\n" + LongTexts.repeated(",\"\"\"", size),
                "one mark", size -> "text,a\n\"" + LongTexts.repeated("x,\"\"\n", size),
                "spaces", size -> "text\n" + LongTexts.repeated(" ", size) + "a");
        for (Map.Entry<String, IntFunction<String>> each : tables.entrySet()) {
            growth.measure(each.getKey(), size -> file("a.csv", each.getValue().apply(size)), ReadersGrowthTest::read);
        }
        growth.check();
    }

    @Test
    void theWorkOfJsonGrowsWithIt() throws Exception {
        Growth growth = new Growth(SMALL);
        Map<String, IntFunction<String>> files = Map.of(
                "records", size -> "[" + LongTexts.repeated("{\"text\": \"A word.\"},", size) + "1]",
                "one record", size -> "{\"text\": \"" + LongTexts.repeated("A word is here. ", size) + "\"}",
                "names", size -> "{" + LongTexts.repeated("\"a\": 1,", size) + "\"text\": \"b\"}",
                "pieces", size -> "{\"text\": [" + LongTexts.repeated("\"a\",", size) + "\"b\"]}",
                "objects", size -> "[" + LongTexts.repeated("{\"a\": {\"b\": 1}},", size) + "1]",
                "lists", size -> "[" + LongTexts.repeated("[1],", size) + "1]",
                "nested", size -> "[".repeat(size / 2) + "]".repeat(size / 2),
                "texts", size -> LongTexts.repeated("{\"text\": \"a\"}", size));
        for (Map.Entry<String, IntFunction<String>> each : files.entrySet()) {
            growth.measure(each.getKey(), size -> file("a.json", each.getValue().apply(size)), ReadersGrowthTest::read);
        }
        growth.check();
    }

    @Test
    void theWorkOfSubtitlesGrowsWithThem() throws Exception {
        Growth growth = new Growth(SMALL);
        String time = "00:00:01,000 --> 00:00:02,000\n";
        Map<String, IntFunction<String>> files = Map.of(
                "captions", size -> LongTexts.repeated("1\n" + time + "A word is here.\n\n", size),
                "times", size -> LongTexts.repeated(time, size),
                "lines", size -> time + LongTexts.repeated("A word\n", size),
                "one line", size -> time + LongTexts.repeated("A word is here. ", size),
                "rolled", size -> LongTexts.repeated(time + "one two three\n\n", size),
                "tags", size -> time + LongTexts.repeated("<v <i {\\a ", size),
                "voices", size -> time + LongTexts.repeated("<v A>b ", size),
                "digits", size -> LongTexts.repeated("1", size) + "\n" + time + "a",
                "spaces", size -> "WEBVTT\n\n" + time + LongTexts.repeated(" ", size) + "a");
        for (Map.Entry<String, IntFunction<String>> each : files.entrySet()) {
            growth.measure(each.getKey(), size -> file("a.srt", each.getValue().apply(size)), ReadersGrowthTest::read);
        }
        growth.check();
    }

    @Test
    void theWorkOfATableOfMetadataGrowsWithIt() throws Exception {
        Growth growth = new Growth(SMALL);
        IntFunction<String> rows = size -> {
            StringBuilder table = new StringBuilder("file,title,author\n");
            for (int i = 0; table.length() < size; i++) {
                table.append("f").append(i).append(".txt,A title,Anna; Ivan\n");
            }
            return table.toString();
        };
        IntFunction<String> authors = size -> "file,author\na.txt,\"" + LongTexts.repeated("Anna; ", size) + "\"\n";
        IntFunction<String> columns = size -> "file," + LongTexts.repeated("a, ", size) + "b\na.txt\n";
        for (Map.Entry<String, IntFunction<String>> each :
                Map.of("rows", rows, "authors", authors, "columns", columns).entrySet()) {
            growth.measure(
                    each.getKey(), size -> path("metadata.csv", each.getValue().apply(size)), ReadersGrowthTest::table);
        }
        growth.check();
    }

    @Test
    void theWorkOfATableAndOfPatternsGrowsWithTheFiles() throws Exception {
        Growth growth = new Growth(2_000);
        Map<String, IntFunction<String>> rows = Map.of(
                "of files", i -> "f" + i + ".txt",
                "without files", i -> "other/" + i,
                "of documents", i -> "f" + i + ".txt#" + i,
                "of long names", i -> "a/".repeat(1_000) + i);
        List<Catalogue.Pattern> patterns = new ArrayList<>();
        for (String glob : List.of("**/*.txt", "f*", "**", "*1*2*3*.txt")) {
            patterns.add(new Catalogue.Pattern(1, List.of(glob), Metadata.UNKNOWN.withLanguage("en")));
        }
        for (Map.Entry<String, IntFunction<String>> each : rows.entrySet()) {
            growth.measure("rows " + each.getKey(), size -> size, size -> listed(size, each.getValue(), patterns));
        }
        growth.check();
    }

    private Listed listed(int size, IntFunction<String> name, List<Catalogue.Pattern> patterns) {
        List<String> files = new ArrayList<>();
        List<MetadataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            files.add("f" + i + ".txt");
            rows.add(new MetadataTable.Row(i, name.apply(i), Metadata.UNKNOWN, Metadata.UNKNOWN));
        }
        return new Listed(new MetadataTable(rows, List.of()), patterns, "catalog.yaml", files, folder);
    }

    @Test
    void theWorkOfPartsAndHeadingsGrowsWithTheirNumber() throws Exception {
        Growth growth = new Growth(500);
        growth.measure("parts", ReadersGrowthTest::inParts, new Splitter()::split);
        growth.check();
    }

    @Test
    void theWorkOfBoilerplateInTheCatalogueGrowsWithItsNumber() throws Exception {
        Growth growth = new Growth(1_000);
        growth.measure("boilerplate", this::withBoilerplate, ReadersGrowthTest::read);
        growth.check();
    }

    @Test
    void headingsThatFollowOneAnotherAreNotKeptOverAndOver() {
        String text = "# A heading of some words\n\n".repeat(20_000) + "The text that they head is here, at last.\n";
        Document document = new Document(
                "a",
                "a.md",
                text,
                Metadata.UNKNOWN,
                List.of(),
                Markdown.of(text).regions());
        List<Passage> passages = new Splitter().split(document);
        assertThat(passages)
                .allSatisfy(passage -> assertThat(passage.heading().length()).isLessThan(1_100));
        assertThat(passages.getLast().heading()).endsWith("A heading of some words");
    }

    @Test
    void aLineOfAsterisksOfAnyLengthIsARule() {
        String rule = "*".repeat(1_000_000);
        assertThat(Markdown.of(rule + "\n").regions())
                .containsExactly(new Region(new Span(0, rule.length()), Block.BOILERPLATE));
    }

    private void measure(int small, Map<String, IntFunction<String>> texts, String extension) throws Exception {
        Growth growth = new Growth(small);
        for (Map.Entry<String, IntFunction<String>> text : texts.entrySet()) {
            growth.measure(
                    extension + ": " + text.getKey(),
                    size -> file("a." + extension, text.getValue().apply(size)),
                    ReadersGrowthTest::read);
        }
        growth.check();
    }

    private static Document inParts(int count) {
        String paragraph = "A word is here, and another, and so on, to the end of the line and of the part.\n\n";
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = i * paragraph.length();
            parts.add(new Part(new Span(start, start + paragraph.length() - 2), Metadata.UNKNOWN));
        }
        return new Document("a", "a.txt", paragraph.repeat(count), Metadata.UNKNOWN, parts, List.of());
    }

    private SourceFile withBoilerplate(int count) {
        List<Catalogue.LineRange> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ranges.add(new Catalogue.LineRange(4 * i + 1, 4 * i + 1));
        }
        String text = "# A heading\n\nA word.\n\n".repeat(count);
        Catalogue.Layout layout = new Catalogue.Layout("a.md", List.of(), ranges);
        return new SourceFile(
                path("a.md", text), "a.md", Optional.empty(), Optional.of(layout), Metadata.UNKNOWN.withLanguage("en"));
    }

    private static int read(SourceFile file) {
        List<Passage> passages = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        new DocumentReader(Map.of(), DocumentReader.MAX_DOCUMENT)
                .read(file, document -> passages.addAll(new Splitter().split(document)), notes::add);
        return passages.size() + notes.size();
    }

    private static int table(Path file) throws IOException {
        MetadataTable table = MetadataTable.read(file, Set.of());
        return table.rows().size() + table.notes().size();
    }

    private static String record(String text) {
        return JSON.createObjectNode().put("text", text).put("lang", "en").toString();
    }

    /** A file whose language is known, since telling it costs the same for any size. */
    private SourceFile file(String name, String text) {
        return new SourceFile(
                path(name, text), name, Optional.empty(), Optional.empty(), Metadata.UNKNOWN.withLanguage("en"));
    }

    private Path path(String name, String text) {
        try {
            return Files.write(
                    Files.createTempDirectory(folder, "size").resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
