package wherein.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import wherein.analysis.AnalysedWord;

/**
 * Words that go with those of a query: what the first documents have in common around their best passages and most others
 * have not (pseudo-relevance feedback; Rocchio 1971, here with the weights of BM25). They only move documents that match by
 * their own words up or down; nothing is found or marked by them.
 */
final class Feedback {

    /** How many documents are looked at. */
    static final int DOCUMENTS = 10;

    /** How many words are taken, and how much all of them count against all of the query. */
    private static final int WORDS = 25;

    private static final float WEIGHT = 1.3f;

    /** How fast a document loses its say as its score falls: a clear winner speaks nearly alone. */
    private static final int POWER = 3;

    /** How much text of each is read, in characters: as much as a short article has, or the best passage if that is longer. */
    private static final int ENOUGH = 1_500;

    /** A word in fewer documents than this says nothing of others; one in more than this share says nothing at all. */
    private static final int LEAST_DOCUMENTS = 2;

    private static final double GREATEST_SHARE = 0.1;

    private static final int SHORTEST_WORD = 3;

    private final IndexReader reader;
    private final Map<String, Float> stems = new LinkedHashMap<>();

    /** What the {@code best} documents say to a query of these stems. */
    Feedback(IndexReader reader, List<DocumentRanking.Scored> best, Map<String, Float> query) throws IOException {
        this.reader = reader;
        List<Map.Entry<String, Double>> taken = telling(shared(best));
        double all = taken.stream().mapToDouble(Map.Entry::getValue).sum();
        double asked = query.values().stream().mapToDouble(Float::doubleValue).sum();
        taken.forEach(each -> stems.put(each.getKey(), (float) (WEIGHT * asked * each.getValue() / all)));
    }

    /** How much each of the words counts, as a stem, against 1 for a word that was asked. */
    Map<String, Float> stems() {
        return stems;
    }

    /** How much there is of each stem in the texts, the better ones counting more. */
    private Map<String, Double> shared(List<DocumentRanking.Scored> best) throws IOException {
        Map<String, Double> shared = new TreeMap<>();
        PassageReader passages = new PassageReader(reader);
        for (DocumentRanking.Scored each : best) {
            if (each.score() == 0) {
                // What a filter alone has found, or a mention: nobody asked for words, and the rest is worth as little.
                break;
            }
            Map<String, Integer> counts = new HashMap<>();
            for (AnalysedWord word : AnalysedWord.of(passages.textAround(each.passage(), ENOUGH))) {
                if (!word.isFunctionWord()
                        && word.form().length() >= SHORTEST_WORD
                        && Character.isLetter(word.form().codePointAt(0))) {
                    counts.merge(word.stem(), 1, Integer::sum);
                }
            }
            double say = Math.pow(each.score() / best.getFirst().score(), POWER);
            counts.forEach((stem, count) -> shared.merge(stem, say * count / (count + Scoring.K1), Double::sum));
        }
        return shared;
    }

    /** The stems that tell these documents from others most. */
    private List<Map.Entry<String, Double>> telling(Map<String, Double> shared) throws IOException {
        int documents = reader.getDocCount(Fields.WHOLE_WORDS);
        Map<String, Double> telling = new HashMap<>();
        for (Map.Entry<String, Double> each : shared.entrySet()) {
            int frequency = reader.docFreq(new Term(Fields.WHOLE_WORDS, each.getKey()));
            if (frequency >= LEAST_DOCUMENTS && frequency <= GREATEST_SHARE * documents) {
                double rare = Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
                telling.put(each.getKey(), each.getValue() * rare);
            }
        }
        return telling.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS)
                .toList();
    }
}
