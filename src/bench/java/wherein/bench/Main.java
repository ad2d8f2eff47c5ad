package wherein.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code src/bench/run}: makes what is missing, measures, prints the table, and keeps it as JSON in the folder of the work. */
final class Main {

    /** Says that it could be quicker with a module; this process measures, and is not measured. */
    private static final Logger TALKATIVE = Logger.getLogger("org.apache.lucene.internal.vectorization");

    private Main() {}

    /** The tree that the program belongs to, and then what {@link Options} reads. */
    public static void main(String[] arguments) throws Exception {
        TALKATIVE.setLevel(Level.SEVERE);
        Options options;
        try {
            List<String> all = List.of(arguments);
            options = Options.read(Path.of(all.getFirst()), all.subList(1, all.size()));
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        if (options.task() == Options.Task.PLOT) {
            System.out.println(Plot.write(options.work()));
            return;
        }
        Path texts = options.work().resolve("real.jsonl");
        if (!Files.exists(texts)) {
            Path made = options.work().resolve("real.jsonl.new");
            Texts.write(options.list(), options.work().resolve("packages"), made);
            Files.move(made, texts);
        }
        Material material = Material.of(options, texts);
        if (options.task() == Options.Task.METHODS) {
            Methods.time(material.index(options.ours().keySet().iterator().next()), material.queriesFile());
            return;
        }
        try (Benchmark benchmark = new Benchmark(options, material)) {
            ObjectNode result = benchmark.run();
            Path kept = options.work().resolve(options.passages() + ".json");
            Texts.JSON.writerWithDefaultPrettyPrinter().writeValue(kept.toFile(), result);
            System.out.println(options.task() == Options.Task.JSON ? Files.readString(kept) : Report.of(result) + "\n" + Markdown.of(result));
        }
    }
}
