package wherein.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/**
 * Baseline A: a bare {@link IndexSearcher} over a {@link RawIndex}, with the totals that Wherein has, of passages and of documents,
 * and the best ten by BM25. A query that is a choice of words is run twice, for its best passages with blocks skipped and for
 * its totals without scores, which is the quicker way for these; any other one once.
 */
final class RawSearcher implements AutoCloseable {

    static final int TOP = 10;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Analyzer analyzer;
    private final int[][] documents;

    /** The best passages of a query, and how many there are in how many documents. */
    record Found(Query query, TopDocs top, int passages, int documents) {}

    RawSearcher(Path folder, Analyzer analyzer) throws IOException {
        reader = DirectoryReader.open(FSDirectory.open(folder));
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        this.analyzer = analyzer;
        documents = new int[reader.leaves().size()][];
        for (LeafReaderContext leaf : reader.leaves()) {
            documents[leaf.ord] = documents(leaf);
        }
    }

    /** The number of the document of each passage of a segment. */
    private static int[] documents(LeafReaderContext leaf) throws IOException {
        NumericDocValues values = leaf.reader().getNumericDocValues(RawIndex.DOCUMENT);
        int[] documents = new int[leaf.reader().maxDoc()];
        for (int doc = values.nextDoc(); doc < documents.length; doc = values.nextDoc()) {
            documents[doc] = (int) values.longValue();
        }
        return documents;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    Found search(Asked asked) throws IOException {
        Query query = query(asked);
        if (isChoice(query)) {
            TopDocs top = searcher.search(query, new TopScoreDocCollectorManager(TOP, null, TOP));
            int[] totals = searcher.search(query, new Totals());
            return new Found(query, top, totals[0], totals[1]);
        }
        Object[] both = searcher.search(
                query,
                new MultiCollectorManager(new TopScoreDocCollectorManager(TOP, null, Integer.MAX_VALUE), new Totals()));
        int[] totals = (int[]) both[1];
        return new Found(query, (TopDocs) both[0], totals[0], totals[1]);
    }

    private Query query(Asked asked) {
        try {
            // A parser is for one thread.
            Query words = new QueryParser(RawIndex.TEXT, analyzer).parse(asked.text());
            return asked.source().isEmpty()
                    ? words
                    : new BooleanQuery.Builder()
                            .add(words, BooleanClause.Occur.MUST)
                            .add(new TermQuery(new Term(RawIndex.SOURCE, asked.source())), BooleanClause.Occur.FILTER)
                            .build();
        } catch (ParseException e) {
            throw new IllegalArgumentException(asked.text(), e);
        }
    }

    private static boolean isChoice(Query query) {
        return query instanceof TermQuery
                || query instanceof SynonymQuery
                || query instanceof BooleanQuery any
                        && any.clauses().stream().allMatch(clause -> clause.occur() == BooleanClause.Occur.SHOULD);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Counts passages and documents; those of one document stand together. */
    private final class Totals implements CollectorManager<Totals.Counter, int[]> {

        @Override
        public Counter newCollector() {
            return new Counter();
        }

        @Override
        public int[] reduce(Collection<Counter> counters) {
            int[] sum = new int[2];
            for (Counter counter : counters) {
                sum[0] += counter.passages;
                sum[1] += counter.documents;
            }
            return sum;
        }

        private final class Counter extends SimpleCollector {
            private int passages;
            private int documents;
            private int last = -1;
            private int[] of;

            @Override
            protected void doSetNextReader(LeafReaderContext leaf) {
                of = RawSearcher.this.documents[leaf.ord];
            }

            @Override
            public void collect(int doc) {
                passages++;
                int document = of[doc];
                if (document != last) {
                    documents++;
                    last = document;
                }
            }

            @Override
            public void collect(DocIdStream stream) throws IOException {
                stream.forEach(this::collect);
            }

            @Override
            public ScoreMode scoreMode() {
                return ScoreMode.COMPLETE_NO_SCORES;
            }
        }
    }
}
