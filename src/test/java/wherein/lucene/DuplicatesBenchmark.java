package wherein.lucene;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.mention.Mention;
import wherein.search.Deadline;
import wherein.text.Span;

/**
 * What it takes to find the copies of a collection: 20,000 made-up documents of 8 passages, of which a tenth are republished, cut
 * here and there, and as many have a pull quote.
 */
public final class DuplicatesBenchmark {

    private static final int PASSAGES = 8;

    private final Random random = new Random(20_261_130);
    private final List<List<String>> written = new ArrayList<>();

    private DuplicatesBenchmark() {}

    /**
     * Measures.
     *
     * @param args a folder for the index, which is written if it is not there, and how many documents it has
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        if (!Files.exists(folder)) {
            new DuplicatesBenchmark().write(folder, Integer.parseInt(args[1]));
        }
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            for (int i = 0; i < 4; i++) {
                System.gc();
                long before = used();
                long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                long begin = System.nanoTime();
                Duplicates duplicates = Duplicates.of(reader, Deadline.after(Duration.ofHours(1)));
                long took = System.nanoTime() - begin;
                cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
                System.gc();
                System.out.printf(
                        "%.2f s, %.2f s of CPU, %.1f MB kept, %s%n",
                        took / 1e9, cpu / 1e9, (used() - before) / 1e6, duplicates);
            }
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void write(Path folder, int documents) throws Exception {
        Metadata metadata = Metadata.UNKNOWN;
        try (PassageSink sink = LuceneIndex.writer(folder)) {
            for (int i = 0; i < documents; i++) {
                StringBuilder text = new StringBuilder();
                List<Passage> passages = new ArrayList<>();
                List<Mention> mentions = new ArrayList<>();
                for (String each : texts()) {
                    int start = text.length();
                    text.append(each);
                    passages.add(new Passage(
                            passages.size() + 1, new Span(start, text.length()), Block.PROSE, "", "en", metadata));
                    for (int at = start; at < text.length(); at++) {
                        if (Character.isDigit(text.charAt(at))) {
                            int end = text.indexOf(" ", at);
                            Span span = new Span(at, end);
                            BigDecimal value = new BigDecimal(text.substring(at, end));
                            mentions.add(new Mention.Figure(
                                    span, value, value, Mention.Figure.Bound.EXACT, "people", "planted"));
                            at = end;
                        }
                    }
                    text.append("\n\n");
                }
                Document document = new Document(
                        "d%07d".formatted(i * 7_919L % 1_000_003),
                        i + ".txt",
                        text.toString(),
                        metadata,
                        List.of(),
                        List.of());
                sink.add("/root", document, passages, mentions);
            }
            sink.commit(new Manifest(
                    List.of(),
                    "planted",
                    documents,
                    documents * PASSAGES,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    "2026-01-01T00:00:00Z"));
        }
    }

    private List<String> texts() {
        if (!written.isEmpty() && random.nextInt(10) == 0) {
            List<String> copied = new ArrayList<>(written.get(random.nextInt(written.size())));
            copied.set(0, passage(1));
            int cut = random.nextInt(copied.size());
            copied.set(cut, copied.get(cut).substring(copied.get(cut).indexOf(' ') + 1));
            return copied;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < PASSAGES; i++) {
            texts.add(passage(4 + random.nextInt(3)));
        }
        if (random.nextInt(10) == 0) {
            String long1 = texts.get(3);
            texts.set(5, long1.substring(long1.indexOf(". ") + 2, long1.indexOf(". ", long1.indexOf(". ") + 2) + 2));
        }
        written.add(texts);
        return texts;
    }

    private String passage(int sentences) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences; i++) {
            for (int j = 0; j < 15; j++) {
                boolean isFigure = j == 7;
                text.append(
                        isFigure
                                ? "" + (10 + random.nextInt(9_000))
                                : word((int) (60_000 * Math.pow(random.nextDouble(), 4))));
                text.append(j < 14 ? " " : ". ");
            }
        }
        text.append("The end ");
        return text.toString();
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        int left = number;
        do {
            word.append("bdfgklmnprst".charAt(left % 12)).append("aeiou".charAt(left / 12 % 5));
            left /= 60;
        } while (left > 0);
        return word.append('r').toString();
    }
}
