package wherein.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Measures what keeping an index up to date costs, by the launcher of the folder that this is run in: a run in which nothing has
 * changed, one in which a file was changed, one added and one deleted, and how long it takes from a new file in a served folder to
 * an answer that has it. Prints processor and wall time of each, median and range, and how busy the machine was. Needs {@code bash}
 * for the processor time of what has ended.
 */
final class UpdateBenchmark {

    private static final int FILES = 20_000;
    private static final int PARAGRAPHS = 8;
    private static final int PARAGRAPH = 560;
    private static final int TIMES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> SENTENCES = List.of(
            "%1$s and %2$s opened the %3$s on %4$d May %5$d.",
            "In %1$s and %2$s the %3$s was closed for %4$d days after the storm of %5$d.",
            "About %5$d,%4$03d people left %1$s for %2$s, said the %3$s.",
            "The %3$s of %1$s cost %4$d million dollars, and %2$s paid %4$d percent of it in %5$d.",
            "Nobody in %1$s knows the %3$s as well as %2$s did in %5$d, when it had %4$d rooms.");
    private static final List<String> NAMES = List.of(
            "Norway", "Chile", "Maria Keller", "Kenya", "Pavel Novak", "Georgia", "Poland", "Aisha Moreau", "Japan");
    private static final List<String> THINGS =
            List.of("harbour", "museum", "railway", "harvest", "budget", "lighthouse", "archive", "orchard", "bridge");

    private final Random random = new Random(20_261_130);
    private final Path folder;
    private final Path collection;
    private final Path index;

    private UpdateBenchmark(Path folder) {
        this.folder = folder;
        this.collection = folder.resolve("collection");
        this.index = folder.resolve("index");
    }

    /** What something took, in seconds. */
    private record Took(double processor, double wall) {}

    public static void main(String[] args) throws Exception {
        new UpdateBenchmark(Files.createTempDirectory("wherein-benchmark")).run();
    }

    private void run() throws Exception {
        try {
            Files.createDirectory(collection);
            for (int i = 0; i < FILES; i++) {
                Files.writeString(file(i), text());
            }
            System.out.println(load());
            print("made anew", List.of(index(collection.toString())));
            List<Took> same = new ArrayList<>();
            List<Took> three = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                same.add(index());
                Files.writeString(file(i), text(), StandardOpenOption.APPEND);
                Files.writeString(file(FILES + i), text());
                Files.delete(file(FILES / 2 + i));
                three.add(index());
            }
            print("nothing changed", same);
            print("one changed, one added, one deleted", three);
            print("from a new file to an answer of a server", served());
            System.out.println(load());
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path file(int number) {
        return collection.resolve(String.format(Locale.ROOT, "%05d.txt", number));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PARAGRAPHS; i++) {
            int end = text.length() + PARAGRAPH;
            while (text.length() < end) {
                text.append(String.format(
                                Locale.ROOT,
                                one(SENTENCES),
                                one(NAMES),
                                one(NAMES),
                                one(THINGS),
                                1 + random.nextInt(28),
                                1_950 + random.nextInt(75)))
                        .append(' ');
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Runs the launcher, and lets the shell say what that took. */
    private Took index(String... named) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "TIMEFORMAT='%R %U %S'; time ./wherein index --quiet \"$@\" 2>&1",
                "index",
                "--index",
                index.toString()));
        command.addAll(List.of(named));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (run.waitFor() != 0) {
            throw new IllegalStateException(out);
        }
        double[] seconds = Arrays.stream(out.strip().lines().toList().getLast().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Took(seconds[1] + seconds[2], seconds[0]);
    }

    /** The processor time is that of the server alone; the run that it starts costs what is printed above it. */
    private List<Took> served() throws Exception {
        Process server = new ProcessBuilder("./wherein", "serve", "--port", "0", "--index", index.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = server.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            String address = out.readLine();
            List<Took> took = new ArrayList<>();
            for (int i = 0; i <= TIMES; i++) {
                // At any moment between two looks of the server.
                Thread.sleep(3_000 + random.nextInt(2_000));
                String word =
                        "zq" + Long.toString(Math.abs(random.nextLong()), 26).replaceAll("[0-9]", "x");
                Duration before = processor(server);
                long begin = System.nanoTime();
                Files.writeString(collection.resolve(word + ".txt"), "Of " + word + ".\n");
                while (!found(client, address, word)) {
                    if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                        throw new IllegalStateException("not found after " + PATIENCE);
                    }
                    Thread.sleep(100);
                }
                double wall = (System.nanoTime() - begin) / 1e9;
                // The first finds a server that is still warming up.
                if (i > 0) {
                    took.add(new Took(processor(server).minus(before).toMillis() / 1e3, wall));
                }
            }
            return took;
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static Duration processor(Process process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static boolean found(HttpClient client, String address, String word) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/search?snippets=0&q=" + word))
                .build();
        String answer =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return answer.contains("\"documents\":1");
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "load %.1f",
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }

    private static void print(String what, List<Took> took) {
        System.out.printf(
                Locale.ROOT,
                "%-42s processor %s, wall %s s%n",
                what,
                range(took.stream().mapToDouble(Took::processor).sorted().toArray()),
                range(took.stream().mapToDouble(Took::wall).sorted().toArray()));
    }

    private static String range(double[] sorted) {
        return String.format(
                Locale.ROOT, "%5.2f (%.2f to %.2f)", sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
