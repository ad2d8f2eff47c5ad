package wherein.lucene;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;
import wherein.search.Deadline;

/** A searcher for one question, with the time that it may take. */
final class TimedSearcher extends IndexSearcher {

    private final Deadline deadline;
    private final Vocabulary vocabulary;

    TimedSearcher(IndexReader reader, Vocabulary vocabulary, Deadline deadline) {
        super(reader);
        this.deadline = deadline;
        this.vocabulary = vocabulary;
        setTimeout(new DeadlineTimeout(deadline));
        setSimilarity(Scoring.BM25);
    }

    /** What its words are in the index, for as long as the question may take. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    Deadline deadline() {
        return deadline;
    }

    /**
     * Ends the question if Lucene ran out of time: it says so, and gives a partial answer.
     *
     * @throws wherein.search.DeadlineException if it did
     */
    void refusePartial() {
        if (timedOut()) {
            deadline.check();
        }
    }

    /** A deadline as Lucene's loops ask it. */
    record DeadlineTimeout(Deadline deadline) implements QueryTimeout {
        @Override
        public boolean shouldExit() {
            return deadline.isOver();
        }
    }
}
