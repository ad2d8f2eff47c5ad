package wherein.api;

import wherein.mention.Annotator;
import wherein.query.Names;
import wherein.search.PassageSearcher;

/** What a server answers from: one generation of an index, and what was made of it once for all requests. */
public final class Engine {

    private final PassageSearcher searcher;
    private final Names names;
    private final Annotator annotator;
    private final Account account;

    /**
     * Answers from an index.
     *
     * @param searcher the index; stays open when the server is closed
     * @param names of what its ledger holds
     * @param annotator finds the mentions of texts that are in no index
     */
    public Engine(PassageSearcher searcher, Names names, Annotator annotator) {
        this.searcher = searcher;
        this.names = names;
        this.annotator = annotator;
        this.account = new Account(searcher, annotator);
    }

    /** The index. */
    public PassageSearcher searcher() {
        return searcher;
    }

    /** The names of what its ledger holds. */
    public Names names() {
        return names;
    }

    /** Finds the mentions of texts that are in no index. */
    public Annotator annotator() {
        return annotator;
    }

    /** What of the index might be a mention. */
    Account account() {
        return account;
    }
}
