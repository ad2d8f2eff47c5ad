package wherein.lucene;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;
import wherein.search.Deadline;

/** A searcher for one question, with the time that it may take. */
final class TimedSearcher extends IndexSearcher {

    private final Deadline deadline;
    private final boolean stemmed;

    /**
     * For one question.
     *
     * @param stemmed what {@link Vocabulary#isStemmed} says of {@code reader}
     */
    TimedSearcher(IndexReader reader, boolean stemmed, Deadline deadline) {
        super(reader);
        this.deadline = deadline;
        this.stemmed = stemmed;
        setTimeout(new DeadlineTimeout(deadline));
        setSimilarity(Scoring.BM25);
    }

    /** Whether the words of all its texts are stemmed. */
    boolean isStemmed() {
        return stemmed;
    }

    /** What its patterns stand for in the index, for as long as the question may take. */
    Vocabulary vocabulary() {
        return new Vocabulary(getIndexReader(), stemmed, deadline);
    }

    Deadline deadline() {
        return deadline;
    }

    /** A deadline as Lucene's loops ask it. Past it they end by a fault: where they are told to stop, they give a partial answer. */
    record DeadlineTimeout(Deadline deadline) implements QueryTimeout {

        /**
         * {@inheritDoc}
         *
         * @throws wherein.search.DeadlineException if there is no time left
         */
        @Override
        public boolean shouldExit() {
            deadline.check();
            return false;
        }
    }
}
