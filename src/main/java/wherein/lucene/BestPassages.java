package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;

/**
 * Collects the passages with the highest scores; of equal ones the first by document id and place. A segment has its passages in
 * that order, so that each gives its own best by Lucene's numbers alone, and what cannot be among them is passed over unread. Ids
 * are compared only where segments are put together.
 */
final class BestPassages implements CollectorManager<BestPassages.BySegment, List<ScoreDoc>> {

    private final IndexReader reader;
    private final int most;

    /** The best {@code most} passages of {@code reader}, or fewer. */
    BestPassages(IndexReader reader, int most) {
        this.reader = reader;
        this.most = most;
    }

    @Override
    public BySegment newCollector() {
        return new BySegment();
    }

    @Override
    public List<ScoreDoc> reduce(Collection<BySegment> collectors) throws IOException {
        List<ScoreDoc> best = new ArrayList<>();
        int segments = 0;
        for (BySegment collector : collectors) {
            for (TopScoreDocCollector segment : collector.best) {
                best.addAll(List.of(segment.topDocs().scoreDocs));
                segments++;
            }
        }
        if (segments > 1) {
            Map<Integer, Integer> documents = documents(best);
            best.sort(Comparator.comparingDouble((ScoreDoc each) -> -each.score)
                    .thenComparingInt(each -> documents.get(each.doc))
                    .thenComparingInt(each -> each.doc));
        }
        return best.subList(0, Math.min(most, best.size()));
    }

    /** The ordinals of the ids of the documents of {@code passages}. */
    private Map<Integer, Integer> documents(List<ScoreDoc> passages) throws IOException {
        SortedDocValues ids = GlobalValues.sorted(reader, Fields.ID);
        Map<Integer, Integer> documents = new HashMap<>();
        for (int doc : passages.stream().mapToInt(each -> each.doc).sorted().toArray()) {
            ids.advanceExact(doc);
            documents.put(doc, ids.ordValue());
        }
        return documents;
    }

    /** Collects those of each segment. */
    final class BySegment implements Collector {

        private final List<TopScoreDocCollector> best = new ArrayList<>();
        private Weight weight;

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            TopScoreDocCollector here = new TopScoreDocCollectorManager(most, most).newCollector();
            here.setWeight(weight);
            best.add(here);
            return here.getLeafCollector(leaf);
        }

        @Override
        public void setWeight(Weight weight) {
            this.weight = weight;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.TOP_SCORES;
        }
    }
}
