package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.Generations;
import wherein.lucene.LuceneIndex;
import wherein.query.QueryLimits;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;

/**
 * A folder is edited and its index brought up to date again and again, while four clients ask without a pause. Each answer names
 * its generation; what it has to be is known from the files that there were then.
 */
class SwapsTest {

    private static final int CLIENTS = 4;
    private static final int FILES = 40;
    private static final List<String> COUNTRIES = List.of("Norway", "Chile", "Peru", "Japan", "Kenya");

    private static final List<String> QUESTIONS = List.of(
            "/api/v1/search?q=fog&limit=100",
            "/api/v1/mentions?type=country&limit=1000",
            "/api/v1/mentions/summary?type=country&by=document&limit=1000",
            "/api/v1/mentions.ndjson?type=country");

    @TempDir
    private Path folder;

    /** What a client was told: of which generation, and the rows as {@link #rows} has them. */
    private record Told(String question, long generation, List<String> rows) {}

    @Test
    void noAnswerMixesGenerationsWhileTheIndexIsSwapped() throws Exception {
        swap(8);
    }

    @Test
    @Tag("gate")
    void aHundredSwapsUnderLoadLeaveEachAnswerWhole() throws Exception {
        swap(100);
    }

    private void swap(int swaps) throws Exception {
        Path files = Files.createDirectory(folder.resolve("files"));
        Path index = folder.resolve("index");
        Random random = new Random(100);
        SortedMap<String, String> now = new TreeMap<>();
        TreeMap<Long, SortedMap<String, String>> held = new TreeMap<>();
        edit(random, files, now, FILES);
        update(files, index, now, held);
        AtomicBoolean done = new AtomicBoolean();
        List<Told> told = new ArrayList<>();
        try (Generations<Engine> engines = generations(index);
                ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            engines.openFirst();
            engines.watch(Duration.ofMillis(10));
            try (Served server = Served.of(engines, ServerOptions.local(0))) {
                List<Future<List<Told>>> clients = new ArrayList<>();
                for (int i = 0; i < CLIENTS; i++) {
                    int first = i;
                    clients.add(pool.submit(() -> ask(server, first, done)));
                }
                try {
                    for (int i = 0; i < swaps; i++) {
                        edit(random, files, now, 1 + random.nextInt(3));
                        update(files, index, now, held);
                    }
                } finally {
                    done.set(true);
                }
                for (Future<List<Told>> client : clients) {
                    told.addAll(client.get());
                }
            }
            assertThat(engines.state().refusals()).isZero();
        }
        for (Told each : told) {
            // Merging what was deleted is a commit of its own, of the same files.
            assertThat(each.rows)
                    .as(each.question + " of generation " + each.generation)
                    .isEqualTo(expected(
                            each.question, held.ceilingEntry(each.generation).getValue()));
        }
        long seen = told.stream().mapToLong(Told::generation).distinct().count();
        System.out.printf("%,d answers of %d generations, %d swaps%n", told.size(), seen, swaps);
        assertThat(seen).as("generations that were asked").isGreaterThan(swaps / 4);
    }

    private static Generations<Engine> generations(Path index) {
        return new Generations<>(
                LuceneIndex.commits(index, LuceneIndex.LIMIT, QueryLimits.MOST),
                searcher -> new Engine(
                        searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none")),
                engine -> {},
                new Generations.Keep(3, Duration.ofMinutes(5)));
    }

    /** Asks one question after the other until all is done, and each at least once. */
    private static List<Told> ask(Served server, int first, AtomicBoolean done) throws Exception {
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < QUESTIONS.size() || !done.get(); i++) {
            String question = QUESTIONS.get((first + i) % QUESTIONS.size());
            HttpResponse<String> answer = server.get(question);
            assertThat(answer.statusCode()).as(question + ": " + answer.body()).isEqualTo(200);
            told.add(told(question, answer));
        }
        return told;
    }

    private static Told told(String question, HttpResponse<String> answer) throws Exception {
        if (question.contains("ndjson")) {
            List<String> rows = new ArrayList<>();
            for (String line : answer.body().lines().toList()) {
                rows.add(row(Served.tree(line)));
            }
            return new Told(
                    question,
                    answer.headers().firstValueAsLong("X-Wherein-Generation").orElseThrow(),
                    rows);
        }
        JsonNode body = Served.tree(answer.body());
        List<String> rows = new ArrayList<>();
        for (JsonNode row : body.path(list(question))) {
            rows.add(row(row));
        }
        String counted = question.contains("search") ? "passages" : "mentions";
        rows.add(body.at("/total/" + counted).asText());
        // Scores are those of all passages, deleted ones included, and so is the order of hits and groups.
        return new Told(question, body.at("/index/generation").asLong(), sorted(rows));
    }

    private static String list(String question) {
        return question.contains("search") ? "hits" : question.contains("summary") ? "groups" : "mentions";
    }

    private static String row(JsonNode row) {
        String what = row.has("text") ? "text" : row.has("surface") ? "surface" : "mentions";
        return row.get("document").asText() + ": " + row.get(what).asText();
    }

    private static List<String> sorted(List<String> rows) {
        return rows.stream().sorted().toList();
    }

    private static List<String> expected(String question, SortedMap<String, String> files) {
        List<String> rows = new ArrayList<>();
        int mentions = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            List<String> named = List.of(file.getValue().split("\\W+")).stream()
                    .filter(COUNTRIES::contains)
                    .toList();
            mentions += named.size();
            if (question.contains("search")) {
                rows.add(file.getKey() + ": " + file.getValue());
            } else if (question.contains("summary")) {
                rows.add(file.getKey() + ": " + named.size());
            } else {
                named.forEach(country -> rows.add(file.getKey() + ": " + country));
            }
        }
        if (question.contains("ndjson")) {
            return rows;
        }
        rows.add(Integer.toString(question.contains("search") ? files.size() : mentions));
        return sorted(rows);
    }

    /** Writes or deletes some files. */
    private static void edit(Random random, Path folder, SortedMap<String, String> files, int edits) throws Exception {
        for (int i = 0; i < edits; i++) {
            String name = "log-%02d.txt".formatted(random.nextInt(FILES));
            if (files.size() > FILES / 4 && random.nextInt(3) == 0) {
                Files.deleteIfExists(folder.resolve(name));
                files.remove(name);
            } else {
                StringBuilder text = new StringBuilder("The fog came from Norway");
                while (random.nextInt(3) > 0) {
                    text.append(", from ").append(Seeded.one(random, COUNTRIES));
                }
                files.put(name, text + ".");
                Files.writeString(folder.resolve(name), files.get(name));
            }
        }
    }

    /** Brings the index up to date, and keeps what its newest generation holds. */
    private static void update(
            Path files, Path index, SortedMap<String, String> now, TreeMap<Long, SortedMap<String, String>> held)
            throws Exception {
        Served.update(files, index);
        try (PassageSearcher searcher = LuceneIndex.open(index)) {
            held.put(searcher.generation(), new TreeMap<>(now));
        }
    }
}
