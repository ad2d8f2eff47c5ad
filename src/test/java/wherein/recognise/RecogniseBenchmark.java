package wherein.recognise;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import wherein.mention.Annotator;
import wherein.mention.Recogniser;
import wherein.recognise.country.Countries;
import wherein.recognise.date.Dates;
import wherein.recognise.figure.Figures;
import wherein.recognise.person.People;
import wherein.time.EdtfDate;

/**
 * Measures the recognisers: megabytes of UTF-8 per second of one thread's CPU time, all together and each alone.
 *
 * <p>Arguments: folders of texts, or files of records {@code {id, text, lang?, date?}}; without any the digests, many
 * times over. A recogniser alone is measured with the cutting into tokens, which is also told by itself: all together
 * share it.
 */
final class RecogniseBenchmark {

    private static final int BYTES = 2_000_000;
    private static final int WARM_UPS = 40;
    private static final int RUNS = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecogniseBenchmark() {}

    public static void main(String[] args) throws IOException {
        List<Text> texts = new ArrayList<>();
        for (String arg : args.length == 0 ? new String[] {"seeds"} : args) {
            texts.addAll(read(Path.of(arg)));
        }
        long bytes = 0;
        List<Text> work = new ArrayList<>();
        while (bytes < BYTES && !texts.isEmpty()) {
            work.addAll(texts);
            bytes += texts.stream()
                    .mapToLong(text -> text.text().getBytes(StandardCharsets.UTF_8).length)
                    .sum();
        }
        Map<String, Annotator> measured = new LinkedHashMap<>();
        measured.put("all together", Recognisers.standard());
        for (Recogniser each : List.of(new Dates(), new Figures(), new Countries(), new People())) {
            measured.put(each.getClass().getSimpleName(), new Annotator(List.of(each)));
        }
        measured.put("tokens only", new Annotator(List.of()));
        System.out.printf(Locale.ROOT, "%d documents, %.2f MB%n", work.size(), bytes / 1e6);
        System.out.printf("%-14s %8s %8s %9s%n", "", "best", "median", "mentions");
        for (Map.Entry<String, Annotator> each : measured.entrySet()) {
            measure(each.getKey(), each.getValue(), work, bytes);
        }
    }

    private static void measure(String name, Annotator annotator, List<Text> work, long bytes) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] rates = new double[RUNS];
        long mentions = 0;
        for (int run = -WARM_UPS; run < RUNS; run++) {
            long begin = threads.getCurrentThreadCpuTime();
            mentions = run(annotator, work);
            long nanos = threads.getCurrentThreadCpuTime() - begin;
            if (run >= 0) {
                rates[run] = bytes * 1e3 / nanos;
            }
        }
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT, "%-14s %8.1f %8.1f %9d   MB/s%n", name, rates[RUNS - 1], rates[RUNS / 2], mentions);
    }

    private static long run(Annotator annotator, List<Text> work) {
        long mentions = 0;
        for (Text text : work) {
            EdtfDate date = EdtfDate.parse(text.date());
            mentions += annotator.annotate(text.text(), text.language(), date).size();
        }
        return mentions;
    }

    private static List<Text> read(Path place) throws IOException {
        List<Text> texts = new ArrayList<>();
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.filter(each -> each.toString().matches(".*\\.(md|txt)"))
                        .sorted()
                        .toList()) {
                    texts.add(new Text(file.toString(), Files.readString(file), "en", ""));
                }
            }
            return texts;
        }
        for (String line : Files.readAllLines(place)) {
            var row = JSON.readTree(line);
            String date = row.path("date").isTextual() ? row.get("date").textValue() : "";
            String id = row.path("id").asText();
            texts.add(new Text(id, row.path("text").asText(), row.path("lang").asText(""), date));
        }
        return texts;
    }
}
