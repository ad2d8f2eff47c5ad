package wherein.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import wherein.collection.CatalogueException;

/** What a benchmark needs: texts, queries and an index for each engine. What is there from a run before is used again. */
final class Material {

    private final Path folder;
    private final Path records;
    private final Path queriesFile;
    private final ObjectNode about;
    private final List<Asked> queries;

    private Material(Path folder, ObjectNode about, List<Asked> queries) {
        this.folder = folder;
        this.records = folder.resolve("texts.jsonl");
        this.queriesFile = folder.resolve("queries.tsv");
        this.about = about;
        this.queries = queries;
    }

    /**
     * Makes what is missing.
     *
     * @param texts the records that a collection is put together of
     */
    static Material of(Options options, Path texts)
            throws IOException, CatalogueException, InterruptedException {
        Path folder = Files.createDirectories(options.work().resolve(Integer.toString(options.passages())));
        Path said = folder.resolve("about.json");
        ObjectNode about = Texts.JSON.createObjectNode();
        Path records = folder.resolve("texts.jsonl");
        if (Files.exists(said)) {
            about = (ObjectNode) Texts.JSON.readTree(said.toFile());
        } else {
            Assembly.Made made = Assembly.write(texts, options.passages(), records);
            about.put("documents", made.documents()).put("passages", made.passages());
            about.put("real_share", made.share()).put("text_mb", made.bytes() / 1e6);
        }
        for (RawIndex.Kind kind : RawIndex.Kind.values()) {
            Path index = folder.resolve("raw-" + kind);
            if (!about.has(index.getFileName().toString())) {
                clear(index);
                long begin = System.nanoTime();
                RawIndex.write(records, kind, index);
                tell(about, index, (System.nanoTime() - begin) / 1e9);
            }
        }
        Path queries = folder.resolve("queries.tsv");
        if (!Files.exists(queries)) {
            try (DirectoryReader reader =
                    DirectoryReader.open(FSDirectory.open(folder.resolve("raw-" + RawIndex.Kind.SAME)))) {
                Asked.write(new QueryMaker(records, reader).make(options.each()), queries);
            }
        }
        Material material = new Material(folder, about, Asked.read(queries));
        for (Map.Entry<String, List<String>> each : options.ours().entrySet()) {
            material.index(each.getKey(), each.getValue());
        }
        Texts.JSON.writeValue(said.toFile(), about);
        return material;
    }

    private void index(String name, List<String> command) throws IOException, InterruptedException {
        Path index = index(name);
        boolean fresh = !about.has(index.getFileName().toString());
        if (fresh) {
            clear(index);
        }
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("index", records.toString(), "--index", index.toString()));
        Path log = folder.resolve("index.log");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        int exit = process.waitFor();
        if (exit > 1) {
            throw new IOException(String.join(" ", whole) + " ended with " + exit + "; see " + log);
        }
        if (fresh) {
            tell(about, index, (System.nanoTime() - begin) / 1e9);
        }
    }

    private static void tell(ObjectNode about, Path index, double seconds) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            about.putObject(index.getFileName().toString())
                    .put("seconds", seconds)
                    .put("mb", bytes / 1e6);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The folder of the index of the command that is called so. */
    Path index(String name) {
        return folder.resolve("index-" + name.replaceAll("[^A-Za-z0-9.-]", "_"));
    }

    List<Asked> queries() {
        return queries;
    }

    Path queriesFile() {
        return queriesFile;
    }

    void tell(ObjectNode result) {
        result.setAll(about);
    }

    /** The command that serves the index of {@code name}. */
    List<String> serve(String name, List<String> command) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(
                "serve", records.toString(), "--index", index(name).toString(), "--port", "0", "--no-watch"));
        return whole;
    }

    /** The command that serves a raw index, with the flags that {@code wherein} gives to a server. */
    List<String> serveRaw(RawIndex.Kind kind) {
        return java(RawServer.class, raw(kind).toString(), kind.name());
    }

    /** The command that serves with Javalin and Lucene alone. */
    List<String> serveBare() {
        return java(BareServer.class, raw(RawIndex.Kind.SAME).toString());
    }

    private Path raw(RawIndex.Kind kind) {
        return folder.resolve("raw-" + kind);
    }

    private static List<String> java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                // Else the kernel waits for the rest of an answer.
                "-Dsun.net.httpserver.nodelay=true",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
