package wherein.recognise.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import wherein.text.CodePoints;

/**
 * Trains the two models of this package on openly licensed sets: English on wikigold (CC BY 4.0), Russian on
 * FactRuEval-2016 (MIT).
 *
 * <p>Arguments: the folder with the sets, the folder for the models, the folder for the list of unseen documents. The
 * split is by document with a printed seed; neighbouring sentences of wikigold, which are one article, stay together.
 */
final class TrainPeople {

    private static final long SEED = 20261122L;
    private static final double UNSEEN = 0.25;
    private static final int BITS = 18;
    private static final int TURNS = 6;
    private static final int ROUNDS = 8;
    private static final int MADE_UP = 1200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private TrainPeople() {}

    public static void main(String[] args) throws IOException {
        Path sets = Path.of(args[0]);
        Path models = Path.of(args[1]);
        System.out.println("seed " + SEED + ", unseen share " + UNSEEN);
        TreeSet<String> unseen = new TreeSet<>();
        train(read(sets.resolve("wikigold-en")), 40, models.resolve("people-en.model"), unseen, true);
        train(read(sets.resolve("factrueval-ru")), 1, models.resolve("people-ru.model"), unseen, false);
        Files.createDirectories(Path.of(args[2]));
        Files.write(Path.of(args[2]).resolve("unseen.txt"), unseen);
    }

    private static void train(List<Sample> samples, int block, Path file, TreeSet<String> unseen, boolean english)
            throws IOException {
        Random random = new Random(SEED);
        List<Sample> seen = new ArrayList<>();
        List<List<Sample>> blocks = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += block) {
            List<Sample> part = samples.subList(from, Math.min(from + block, samples.size()));
            if (random.nextDouble() < UNSEEN) {
                part.forEach(sample -> unseen.add(sample.id()));
            } else {
                seen.addAll(part);
                blocks.add(part);
            }
        }
        // The mean of several runs over samples made anew each time depends less on chance than any one of them.
        Weights weights = new Weights(BITS);
        for (int turn = 0; turn < TURNS; turn++) {
            List<Sample> training =
                    new ArrayList<>(english ? Augment.english(blocks, random) : Augment.russian(seen, random));
            if (english) {
                training.addAll(new Templates(random).samples(MADE_UP));
            }
            System.out.printf("%s: %d documents seen, %d samples%n", file.getFileName(), seen.size(), training.size());
            Perceptron perceptron = new Perceptron(BITS, random);
            training.forEach(perceptron::add);
            perceptron.train(ROUNDS, weights);
        }
        Model model = weights.quantised();
        try (var out = Files.newOutputStream(file)) {
            model.write(out);
        }
    }

    private static List<Sample> read(Path set) throws IOException {
        Map<String, List<JsonNode>> gold = new HashMap<>();
        for (String line : Files.readAllLines(set.resolve("gold.jsonl"))) {
            JsonNode row = JSON.readTree(line);
            if (row.path("type").asText().equals("person")) {
                gold.computeIfAbsent(row.path("doc").asText(), id -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(set.resolve("docs.jsonl"))) {
            JsonNode doc = JSON.readTree(line);
            String text = doc.path("text").asText();
            CodePoints points = new CodePoints(text);
            List<int[]> spans = new ArrayList<>();
            for (JsonNode row : gold.getOrDefault(doc.path("id").asText(), List.of())) {
                spans.add(new int[] {
                    points.toUtf16(row.path("start").asInt()),
                    points.toUtf16(row.path("end").asInt())
                });
            }
            spans.sort((a, b) -> Integer.compare(a[0], b[0]));
            samples.add(new Sample(doc.path("id").asText(), text, spans));
        }
        return samples;
    }
}
