package wherein.lucene;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import wherein.analysis.TextAnalyzer;
import wherein.collection.Collection;
import wherein.document.Splitter;
import wherein.index.Indexer;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.mention.Annotator;
import wherein.recognise.Recognisers;

/**
 * Measures indexing beside raw Lucene in one run: seconds of all processors and of the clock, memory that is no page of a file, and
 * the size on disk, of the same text. Raw Lucene has one field a passage, indexed and stored, by {@link EnglishAnalyzer} with
 * one term a word, and waits for its merges as we do. Each row is a process of its own, with a heap of 1 GB.
 *
 * <p>Arguments: a folder to work in, which is made, and how many passages (100,000 if it is not said; a million takes a
 * quarter of an hour). What was made stays there: a second run takes the same texts.
 */
final class IndexBenchmark {

    private static final int PARAGRAPHS = 10;
    private static final String RECORDS = "texts.jsonl";
    private static final String PASSAGES = "passages.txt";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Run> RUNS = runs();

    private IndexBenchmark() {}

    /** Indexes the texts of a folder. */
    private interface Run {
        void index(Path folder, Path index) throws Exception;
    }

    private static Map<String, Run> runs() {
        Map<String, Run> runs = new LinkedHashMap<>();
        runs.put("raw Lucene, 1 thread", (from, to) -> raw(from, to, new EnglishAnalyzer(), 1));
        runs.put("raw Lucene", (from, to) -> raw(from, to, new EnglishAnalyzer(), 2));
        runs.put("raw Lucene, our analyzer", (from, to) -> raw(from, to, TextAnalyzer.STANDARD, 2));
        runs.put("Wherein, 1 thread", (from, to) -> ours(from, to, Recognisers::standard, 1));
        runs.put("Wherein", (from, to) -> ours(from, to, Recognisers::standard, 2));
        runs.put("Wherein, nothing recognised", (from, to) -> ours(from, to, () -> new Annotator(List.of()), 2));
        return runs;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        if (args.length == 3 && args[2].equals("row")) {
            row(folder, args[1]);
            return;
        }
        int passages = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        Files.createDirectories(folder);
        if (!Files.exists(folder.resolve(PASSAGES))) {
            write(folder, passages);
        }
        double text = Files.size(folder.resolve(PASSAGES)) / 1e6;
        long count;
        try (Stream<String> lines = Files.lines(folder.resolve(PASSAGES))) {
            count = lines.count();
        }
        System.out.printf(Locale.ROOT, "%,d passages, %.0f MB of text%n", count, text);
        System.out.printf("%-28s %8s %8s %9s %9s %9s%n", "", "CPU s", "time s", "memory MB", "disk MB", "of text");
        for (String run : RUNS.keySet()) {
            if (args.length < 3 || run.equals(args[2])) {
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx1g",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IndexBenchmark.class.getName(),
                                folder.toString(),
                                run,
                                "row")
                        .inheritIO()
                        .start()
                        .waitFor();
            }
        }
    }

    private static void write(Path folder, int passages) throws IOException {
        NewsText news = new NewsText();
        Splitter splitter = new Splitter();
        try (BufferedWriter records = Files.newBufferedWriter(folder.resolve(RECORDS));
                BufferedWriter texts = Files.newBufferedWriter(folder.resolve(PASSAGES))) {
            int written = 0;
            for (int i = 0; written < passages; i++) {
                String text = news.document(i, PARAGRAPHS);
                Map<String, String> record = new LinkedHashMap<>();
                record.put("id", "n%07d".formatted(i));
                record.put("text", text);
                record.put("title", text.substring(0, text.indexOf(' ', 40)));
                record.put("source", "Paper " + i % 40);
                record.put("date", "20%02d-%02d-%02d".formatted(10 + i % 16, 1 + i % 12, 1 + i % 28));
                records.write(JSON.writeValueAsString(record) + "\n");
                var document = new wherein.document.Document(
                        "n", "n", text, wherein.document.Metadata.UNKNOWN, List.of(), List.of());
                for (var passage : splitter.split(document)) {
                    texts.write(passage.span().in(text).replace('\n', ' ') + "\n");
                    written++;
                }
            }
        }
    }

    private static void row(Path folder, String name) throws Exception {
        Path index = folder.resolve("index");
        remove(index);
        Memory memory = new Memory();
        OperatingSystemMXBean clock = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = clock.getProcessCpuTime();
        long time = System.nanoTime();
        RUNS.get(name).index(folder, index);
        double seconds = (System.nanoTime() - time) / 1e9;
        double busy = (clock.getProcessCpuTime() - cpu) / 1e9;
        Map<String, Long> sizes = sizes(index);
        double disk = sizes.values().stream().mapToLong(size -> size).sum() / 1e6;
        double text = Files.size(folder.resolve(PASSAGES)) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%-28s %8.1f %8.1f %9d %9.1f %9.2f%n",
                name,
                busy,
                seconds,
                memory.most(),
                disk,
                disk / text);
        StringBuilder parts = new StringBuilder("   ");
        sizes.forEach((part, size) -> parts.append(" %s %.1f".formatted(part, size / 1e6)));
        System.out.println(parts);
        remove(index);
    }

    /** The bytes of the files of an index by what is in them, which Lucene's names for them tell. */
    private static Map<String, Long> sizes(Path index) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                sizes.merge(name.substring(name.lastIndexOf('.') + 1), Files.size(file), Long::sum);
            }
        }
        return sizes;
    }

    private static void remove(Path index) throws IOException {
        if (Files.exists(index)) {
            try (Stream<Path> files = Files.list(index)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void ours(Path folder, Path index, Supplier<Annotator> annotator, int threads) throws Exception {
        List<Collection> collections =
                List.of(Collection.open(folder.resolve(RECORDS), Optional.empty(), false, Optional.empty()));
        Indexer.Settings settings = new Indexer.Settings(false, 1 << 26, threads);
        Indexer indexer = new Indexer(collections, annotator, Map.of(), settings, Progress.SILENT);
        try (PassageSink sink = LuceneIndex.writer(index)) {
            indexer.run(sink, Previous.NONE);
        }
    }

    private static void raw(Path folder, Path index, Analyzer analyzer, int threads) throws Exception {
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(128);
        try (Directory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, config);
                BufferedReader lines = Files.newBufferedReader(folder.resolve(PASSAGES));
                ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            Callable<Void> work = () -> {
                for (String line = next(lines); line != null; line = next(lines)) {
                    Document document = new Document();
                    document.add(new TextField("text", line, Field.Store.YES));
                    writer.addDocument(document);
                }
                return null;
            };
            List<Future<Void>> begun = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                begun.add(workers.submit(work));
            }
            for (Future<Void> each : begun) {
                each.get();
            }
            writer.forceMerge(1);
            writer.commit();
        }
    }

    private static String next(BufferedReader lines) throws IOException {
        synchronized (lines) {
            return lines.readLine();
        }
    }

    /** The most memory of this process that was no page of a file, looked at ten times a second where the system tells. */
    private static final class Memory {
        private static final Path STATUS = Path.of("/proc/self/status");
        private volatile long most;

        Memory() {
            Thread.ofPlatform().daemon().start(() -> {
                while (Files.exists(STATUS)) {
                    look();
                    java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
                }
            });
        }

        private void look() {
            try {
                for (String line : Files.readAllLines(STATUS)) {
                    if (line.startsWith("RssAnon:")) {
                        most = Math.max(most, Long.parseLong(line.replaceAll("\\D", "")));
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** In MB; 0 where nobody tells. */
        long most() {
            return most / 1024;
        }
    }
}
