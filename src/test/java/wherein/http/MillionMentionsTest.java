package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.lucene.LuceneIndex;
import wherein.mention.Mention;
import wherein.query.Names;
import wherein.search.PassageSearcher;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** A million mentions go out as a million rows, from a process with 512 MB of memory. */
@Tag("long")
class MillionMentionsTest {

    private static final int DOCUMENTS = 2_000;
    private static final int PASSAGES = 10;
    private static final int WORDS = 50;
    private static final int ALL = DOCUMENTS * PASSAGES * WORDS;

    @TempDir
    private Path folder;

    @Test
    void aMillionPlantedMentionsAreAMillionRows() throws Exception {
        assertThat(ALL).isEqualTo(1_000_000);
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionMentionsTest.class.getName(),
                        folder.resolve("index").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(printed).isZero();
        assertThat(printed.lines().map(line -> line.split(" rows")[0])).containsExactly("CSV " + ALL, "NDJSON " + ALL);
        System.out.print(printed);
    }

    /** The child: writes the index, exports it in both forms, and prints how many rows there were and how fast. */
    public static void main(String[] arguments) throws Exception {
        Path index = Path.of(arguments[0]);
        write(index);
        try (PassageSearcher searcher = LuceneIndex.open(index)) {
            LedgerApi api = new LedgerApi(searcher, Names.NONE);
            for (LedgerApi.Form form : List.of(LedgerApi.Form.CSV, LedgerApi.Form.NDJSON)) {
                long[] rows = {0, 0};
                long start = System.nanoTime();
                api.export(
                        Map.of("header", List.of("off")),
                        form,
                        tally -> {
                            rows[1] = tally.mentions();
                            return true;
                        },
                        line -> rows[0] += line.endsWith("\n") ? 1 : 0);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (rows[0] != rows[1]) {
                    throw new IllegalStateException(rows[0] + " rows, and " + rows[1] + " were announced");
                }
                System.out.println(form + " " + rows[0] + " rows, " + Math.round(rows[0] / seconds) + " a second");
            }
        }
    }

    private static void write(Path index) throws Exception {
        String passage = "Norway ".repeat(WORDS - 1) + "a dozen";
        String text = (passage + "\n\n").repeat(PASSAGES);
        Metadata metadata =
                new Metadata("Fog", "Port Gazette", List.of(), EdtfDate.parse("2021"), "", "", "", Map.of());
        try (PassageSink sink = LuceneIndex.writer(index)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document("d" + i, "d" + i + ".txt", text, metadata, List.of(), List.of());
                List<Passage> passages = new ArrayList<>();
                List<Mention> mentions = new ArrayList<>();
                for (int j = 0; j < PASSAGES; j++) {
                    int start = j * (passage.length() + 2);
                    Span span = new Span(start, start + passage.length());
                    passages.add(new Passage(j + 1, span, Block.PROSE, "", "en", metadata));
                    plant(start, mentions);
                }
                sink.add("/root", document, passages, mentions);
            }
            sink.commit(new Manifest(
                    List.of(), "fingerprint", DOCUMENTS, DOCUMENTS * PASSAGES, ALL, Map.of(), "2026-01-01T00:00:00Z"));
        }
    }

    private static void plant(int start, List<Mention> mentions) {
        for (int k = 0; k < WORDS - 1; k++) {
            int at = start + k * 7;
            mentions.add(new Mention.Country(
                    new Span(at, at + 6), "NO", Mention.Country.Kind.NAME, false, Optional.empty(), "", "planted"));
        }
        int at = start + (WORDS - 1) * 7;
        BigDecimal dozen = new BigDecimal(12);
        mentions.add(
                new Mention.Figure(new Span(at, at + 7), dozen, dozen, Mention.Figure.Bound.EXACT, "fog", "planted"));
    }
}
