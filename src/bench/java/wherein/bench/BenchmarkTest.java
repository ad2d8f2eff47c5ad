package wherein.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole benchmark over a few passages, so that it cannot rot. No figure is looked at. */
@Tag("long")
class BenchmarkTest {

    private static final List<String> WHO = List.of("Anna Keller", "The ministry of Norway", "A group from Kenya", "Nobody");
    private static final List<String> DID = List.of("counted", "described", "has found", "moved", "measured");
    private static final List<String> WHAT =
            List.of("the old bridges", "a quiet harbour", "seventeen letters", "the river", "most of the papers");
    private static final List<String> WHERE =
            List.of("in the north of France", "after 40 days", "for 120 kilometres", "before the winter", "near Oslo");

    @TempDir
    private Path folder;

    @Test
    void everyEngineFindsTheSamePassagesAndDocumentsForEachQuery() throws Exception {
        Options options = new Options(
                folder, folder, seeds(), 200, 1, 3, Map.of("Wherein", wherein()), Options.Task.TABLE);
        Material material = Material.of(options, texts());
        JsonNode result;
        try (Benchmark benchmark = new Benchmark(options, material)) {
            result = benchmark.run();
        }
        assertThat(result.path("disagree")).isEmpty();
        assertThat(result.get("agree").intValue())
                .isEqualTo(material.queries().size())
                .isGreaterThan(20);
        assertThat(result.get("passages").intValue()).isBetween(200, 230);
        assertThat(result.get("real_share").doubleValue()).isBetween(0.3, 0.9);
        Texts.JSON.writeValue(folder.resolve("200.json").toFile(), result);
        assertThat(Report.of(result)).contains("B, UnifiedHighlighter", "count_id_ms");
        assertThat(Markdown.of(result)).contains("| Wherein, what B says |");
        assertThat(Files.readString(Plot.write(folder))).startsWith("<svg").contains("passages indexed a second");
    }

    private static List<String> wherein() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "wherein.cli.Main");
    }

    private Path seeds() throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("a.txt"), "Most of the brain drain was measured in Oslo, after 40 days.\n");
        return seeds;
    }

    /** About 100 passages; the benchmark makes the others of their sentences. */
    private Path texts() throws IOException {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<String> paragraphs = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
                StringBuilder paragraph = new StringBuilder();
                for (int k = 0; k < 6; k++) {
                    paragraph.append(any(WHO, random)).append(' ').append(any(DID, random)).append(' ');
                    paragraph.append(any(WHAT, random)).append(' ').append(any(WHERE, random)).append(". ");
                }
                paragraph.append("They wrote of ").append(coined(random)).append(" and ").append(coined(random));
                paragraphs.add(paragraph.append('.').toString());
            }
            ObjectNode record = Texts.JSON.createObjectNode();
            record.put("id", "t" + i).put("title", "Bridges of the north").put("source", "Paper " + i % 3);
            record.put("date", "2024-05-" + (10 + i % 9)).put("lang", "en").put("text", String.join("\n\n", paragraphs));
            lines.add(record.toString());
        }
        Path texts = folder.resolve("real.jsonl");
        Files.write(texts, lines);
        return texts;
    }

    /** One of some hundred words, each in a few passages. */
    private static String coined(Random random) {
        return any(List.of("bel", "dor", "kas", "lum", "mir"), random)
                + any(List.of("tava", "lino", "gor", "shena", "pekt"), random)
                + any(List.of("", "ra", "tis", "von", "mek"), random);
    }

    private static String any(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
