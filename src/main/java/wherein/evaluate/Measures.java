package wherein.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well documents were ranked, from 0 to 1, as trec_eval computes it.
 *
 * @param ndcg nDCG@10, {@code ndcg_cut_10}: the sum of grade / log2(rank + 1) over the first ten, against that of the
 *     best order there is (Järvelin and Kekäläinen 2002, with the grade itself as gain)
 * @param map average precision, {@code map}: the precision at each relevant document, those not found counting 0, over
 *     all relevant documents
 * @param recall recall@100, {@code recall_100}: the share of the relevant documents among the first hundred
 */
public record Measures(double ndcg, double map, double recall) {

    private static final int NDCG_DEPTH = 10;
    private static final int RECALL_DEPTH = 100;

    /**
     * The measures of {@code run} for each query that has a relevant document, by its id. A query that was not asked, or
     * found nothing, has 0.
     */
    public static Map<String, Measures> each(Run run, Judgements judgements) {
        Map<String, Measures> each = new TreeMap<>();
        for (String query : judgements.queries()) {
            each.put(query, of(run.ranked(query), judgements.grades(query)));
        }
        return each;
    }

    /** The mean of {@code each}, every query counting alike; 0 if there is none. */
    public static Measures mean(Map<String, Measures> each) {
        return new Measures(
                each.values().stream().collect(Collectors.averagingDouble(Measures::ndcg)),
                each.values().stream().collect(Collectors.averagingDouble(Measures::map)),
                each.values().stream().collect(Collectors.averagingDouble(Measures::recall)));
    }

    private static Measures of(List<String> ranked, Map<String, Integer> grades) {
        List<Integer> gains = ranked.stream()
                .map(document -> Math.max(0, grades.getOrDefault(document, 0)))
                .toList();
        List<Integer> ideal = grades.values().stream()
                .filter(grade -> grade > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        int found = 0;
        int foundEarly = 0;
        double precisions = 0;
        for (int i = 0; i < gains.size(); i++) {
            if (gains.get(i) > 0) {
                found++;
                foundEarly += i < RECALL_DEPTH ? 1 : 0;
                precisions += (double) found / (i + 1);
            }
        }
        return new Measures(gain(gains) / gain(ideal), precisions / ideal.size(), (double) foundEarly / ideal.size());
    }

    /** The discounted gain of the first ranks. */
    private static double gain(List<Integer> gains) {
        double gain = 0;
        for (int i = 0; i < Math.min(NDCG_DEPTH, gains.size()); i++) {
            gain += gains.get(i) * Math.log(2) / Math.log(i + 2.0);
        }
        return gain;
    }
}
