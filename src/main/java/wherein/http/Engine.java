package wherein.http;

import wherein.mention.Annotator;
import wherein.query.Names;
import wherein.search.PassageSearcher;

/**
 * What a server answers from.
 *
 * @param searcher the index; stays open when the server is closed
 * @param names of what its ledger holds
 * @param annotator finds the mentions of texts that are in no index
 */
public record Engine(PassageSearcher searcher, Names names, Annotator annotator) {}
