package wherein.lucene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.query.Names;
import wherein.query.Query;
import wherein.search.PassageSearcher;
import wherein.search.Suggestion;
import wherein.text.Span;

/**
 * Measures suggestions over 200,000 words, half of them Cyrillic: milliseconds from prefix to answer, the median, the 99th
 * percentile and the slowest, by the letters that were typed, as they are in a word and with one of them wrong; and the
 * nearest words of a query of unknown ones.
 */
final class SuggestBenchmark {

    private static final int WORDS = 200_000;
    private static final int PASSAGE = 100;
    private static final int ASKED = 1_000;

    private final Random random = new Random(20_261_126);
    private final List<String> vocabulary = new ArrayList<>();

    private SuggestBenchmark() {}

    public static void main(String[] args) throws Exception {
        new SuggestBenchmark().run();
    }

    private void run() throws Exception {
        for (int i = 0; i < WORDS; i++) {
            vocabulary.add(word());
        }
        Path folder = Files.createTempDirectory("wherein-benchmark");
        write(folder);
        try (PassageSearcher searcher = LuceneIndex.open(folder)) {
            // Names are read once, and the first answers are slow with compilation.
            measure(searcher, 2, false);
            for (int letters = 1; letters <= 8; letters++) {
                print(letters + " letters", measure(searcher, letters, false));
                if (letters >= WordSuggester.TOLERANT) {
                    print(letters + " letters, one of them wrong", measure(searcher, letters, true));
                }
            }
            double[] nearest = new double[100];
            for (int i = 0; i < nearest.length; i++) {
                List<String> unknown = List.of(wrong(vocabulary.get(i)), wrong(vocabulary.get(i + 1)) + "x");
                long begin = System.nanoTime();
                searcher.nearestWords(unknown);
                nearest[i] = (System.nanoTime() - begin) / 1e6;
            }
            print("the nearest words of two", nearest);
            for (int letters = 2; letters <= 8; letters += 2) {
                print("the forms of " + letters + " letters", forms(searcher, letters));
            }
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private double[] measure(PassageSearcher searcher, int letters, boolean typo) throws Exception {
        double[] took = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            String word = vocabulary.get(random.nextInt(WORDS));
            String prefix = word.substring(0, Math.min(letters, word.length()));
            String asked = typo ? wrong(prefix) : prefix;
            long begin = System.nanoTime();
            searcher.suggest(asked, EnumSet.allOf(Suggestion.Type.class), 10, Names.NONE);
            took[i] = (System.nanoTime() - begin) / 1e6;
        }
        return took;
    }

    private double[] forms(PassageSearcher searcher, int letters) throws Exception {
        double[] took = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            String word = vocabulary.get(random.nextInt(WORDS));
            Query query = new Query.Word(Query.TEXT, word.substring(0, Math.min(letters, word.length())));
            long begin = System.nanoTime();
            searcher.forms(query);
            took[i] = (System.nanoTime() - begin) / 1e6;
        }
        return took;
    }

    private static void print(String what, double[] took) {
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%-28s p50 %6.2f ms, p99 %6.2f ms, slowest %6.2f ms%n",
                what,
                took[took.length / 2],
                took[(int) (0.99 * (took.length - 1))],
                took[took.length - 1]);
    }

    /** With another letter in place of the last but one. */
    private String wrong(String word) {
        int at = Math.max(0, word.length() - 2);
        return word.substring(0, at)
                + (word.charAt(0) < 'я' && word.charAt(0) > 'z' ? 'ъ' : 'q')
                + word.substring(at + 1);
    }

    private String word() {
        char first = random.nextBoolean() ? 'a' : 'а';
        int letters = first == 'a' ? 26 : 32;
        StringBuilder word = new StringBuilder();
        for (int i = 4 + random.nextInt(7); i > 0; i--) {
            // The first letters of the alphabet are the most frequent ones.
            word.append((char) (first + (int) (letters * Math.pow(random.nextDouble(), 2))));
        }
        return word.toString();
    }

    private void write(Path folder) throws Exception {
        try (PassageSink sink = LuceneIndex.writer(folder)) {
            for (int i = 0; i < WORDS; i += PASSAGE) {
                // Each word once, and the first ones again and again.
                List<String> words = new ArrayList<>(vocabulary.subList(i, i + PASSAGE));
                for (int j = 0; j < PASSAGE; j++) {
                    words.add(vocabulary.get((int) (WORDS * Math.pow(random.nextDouble(), 8))));
                }
                String text = String.join(" ", words);
                String id = "d" + i;
                Metadata metadata = new Metadata(
                        words.get(0) + " " + words.get(1),
                        "Port Gazette",
                        List.of(),
                        Metadata.UNKNOWN.date(),
                        "",
                        "",
                        "",
                        Map.of());
                Passage passage = new Passage(1, new Span(0, text.length()), Block.PROSE, "", "en", metadata);
                sink.add("/", new Document(id, id, text, metadata, List.of(), List.of()), List.of(passage), List.of());
            }
            sink.commit(
                    new Manifest(List.of(), "", WORDS / PASSAGE, WORDS / PASSAGE, Map.of(), Map.of(), Map.of(), ""));
        }
    }
}
