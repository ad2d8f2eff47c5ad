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
import wherein.recognise.language.Languages;
import wherein.text.CodePoints;

/**
 * Trains the models of this package on openly licensed sets and on sentences of our own: Russian on FactRuEval-2016 (MIT),
 * the others on wikigold (CC BY 4.0), which for German and for the other languages is read as if its words were unknown.
 *
 * <p>Arguments: the folder with the sets, the folder for the models, the folder for the list of unseen documents, then
 * the models to make, all if none is named. The
 * split is by document with a printed seed; neighbouring sentences of wikigold, which are one article, stay together.
 */
final class TrainPeople {

    private static final long SEED = 20261122L;
    private static final double UNSEEN = 0.25;
    private static final int BITS = 18;
    private static final int TURNS = 6;
    private static final int ROUNDS = 8;
    private static final int MADE_UP = 3600;
    private static final int MADE_UP_EACH = 1500;
    private static final List<String> LATIN = List.of("fr", "es", "it", "nl", "pl", "pt");
    private static final ObjectMapper JSON = new ObjectMapper();

    private TrainPeople() {}

    public static void main(String[] args) throws IOException {
        Path sets = Path.of(args[0]);
        Path models = Path.of(args[1]);
        System.out.println("seed " + SEED + ", unseen share " + UNSEEN);
        TreeSet<String> unseen = new TreeSet<>();
        List<Sample> wikigold = read(sets.resolve("wikigold-en"));
        List<Sample> factrueval = read(sets.resolve("factrueval-ru"));
        for (String name : args.length > 3
                ? List.of(args).subList(3, args.length)
                : List.of("en", "fr", "de", "es", "latin", "ru")) {
            Path model = models.resolve("people-" + name + ".model");
            switch (name) {
                case "en" -> train(wikigold, 40, model, unseen, TrainPeople::english);
                case "latin" -> train(wikigold, 40, model, unseen, TrainPeople::latin);
                case "de", "es", "fr" ->
                    train(wikigold, 40, model, unseen, (blocks, random) -> own(name, blocks, random));
                case "ru" -> train(factrueval, 1, model, unseen, TrainPeople::russian);
                default -> throw new IllegalArgumentException("no model is called " + name);
            }
        }
        if (args.length > 3) {
            return;
        }
        Files.createDirectories(Path.of(args[2]));
        Files.write(Path.of(args[2]).resolve("unseen.txt"), unseen);
    }

    private static List<Sample> english(List<List<Sample>> blocks, Random random) {
        List<Sample> samples = new ArrayList<>(Augment.english(blocks, random));
        samples.addAll(new Templates("en", random).samples(MADE_UP, PersonLexicon.standard()));
        return samples;
    }

    private static List<Sample> latin(List<List<Sample>> blocks, Random random) {
        List<Sample> samples = new ArrayList<>(Augment.foreign(blocks, random, false));
        for (String code : LATIN) {
            samples.addAll(new Templates(code, random).samples(MADE_UP_EACH, PersonLexicon.of(Languages.of(code))));
        }
        samples.addAll(new Templates("en", random).samples(MADE_UP_EACH, PersonLexicon.foreign(Languages.of("en"))));
        return samples;
    }

    private static List<Sample> own(String code, List<List<Sample>> blocks, Random random) {
        PersonLexicon lexicon = PersonLexicon.of(Languages.of(code));
        List<Sample> samples = new ArrayList<>(Augment.foreign(blocks, random, lexicon.hasNounEndings()));
        samples.addAll(new Templates(code, random).samples(MADE_UP, lexicon));
        return samples;
    }

    private static List<Sample> russian(List<List<Sample>> blocks, Random random) {
        return Augment.russian(blocks.stream().flatMap(List::stream).toList(), random);
    }

    /** Makes training texts of the seen ones, anew at each call. */
    private interface Maker {
        List<Sample> make(List<List<Sample>> blocks, Random random);
    }

    private static void train(List<Sample> samples, int block, Path file, TreeSet<String> unseen, Maker maker)
            throws IOException {
        Random random = new Random(SEED);
        List<List<Sample>> seen = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += block) {
            List<Sample> part = samples.subList(from, Math.min(from + block, samples.size()));
            if (random.nextDouble() < UNSEEN) {
                part.forEach(sample -> unseen.add(sample.id()));
            } else {
                seen.add(part);
            }
        }
        // The mean of several runs over samples made anew each time depends less on chance than any one of them.
        Weights weights = new Weights(BITS);
        for (int turn = 0; turn < TURNS; turn++) {
            List<Sample> training = maker.make(seen, random);
            System.out.printf("%s: %d samples of %d blocks%n", file.getFileName(), training.size(), seen.size());
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
            samples.add(new Sample(doc.path("id").asText(), text, spans, PersonLexicon.standard()));
        }
        return samples;
    }
}
