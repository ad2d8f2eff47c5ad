package wherein.search;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.index.Manifest;
import wherein.query.Query;
import wherein.query.QueryLimits;

/**
 * Answers from one generation of an index. Safe for use by several threads at once. A question that takes too long ends with a
 * {@link DeadlineException}.
 */
public interface PassageSearcher extends Closeable, Ledger, Concordance, Suggestions {

    /**
     * This generation for one request: all answers together have until {@code deadline}, and whoever takes a stream of rows
     * renews it with each row ({@link Deadline#renew}). Without it each answer has the time that this searcher gives to one, and
     * a stream of rows so long from row to row. Costs nothing, and need not be closed.
     */
    PassageSearcher within(Deadline deadline);

    /** What is made once for all who ask here, by threads that end when this is closed. */
    Preparations preparations();

    /** The passages that match, ranked. */
    Hits search(SearchRequest request) throws IOException;

    /**
     * The passages that match by their dates, with all of {@code filters}, those by date too, unlike in the facets of a search.
     *
     * @param copies what becomes of passages that repeat another that matches, of whatever date
     */
    Facet dates(Query query, List<Filter> filters, Copies copies, FacetRequest.Interval interval) throws IOException;

    /** How large a query may be that is asked here. */
    QueryLimits queryLimits();

    /**
     * The patterns of {@code query} that are not answered here: a query with one of these is an {@link
     * IllegalArgumentException} to all other methods.
     */
    List<RefusedClause> refused(Query query) throws IOException;

    /**
     * The forms in which the texts have the words of {@code query}, of each word that it looks for in any form: of the first
     * 32 words, and of each the 20 forms that most passages have. Looks at the words of the collection that begin as one
     * of these, a few hundred of a collection of 200,000 words.
     */
    WordForms.Found forms(Query query) throws IOException;

    /** How many passages have each of {@code words} in their text, in any form; boilerplate counts. */
    Map<String, Integer> passagesWith(Collection<String> words) throws IOException;

    /**
     * The documents with at least one passage that matches, in order of their ids, from {@code from} on.
     *
     * @param copies what becomes of documents whose text stands in another that matches
     */
    DocumentPage documents(Query query, List<Filter> filters, Copies copies, int from, int limit) throws IOException;

    /** As {@link #documents(Query, List, Copies, int, int)}, where nobody asks for copies. */
    default DocumentPage documents(Query query, List<Filter> filters, int from, int limit) throws IOException {
        return documents(query, filters, Copies.UNTOLD, from, limit);
    }

    /**
     * What the document of this id is to others with the same text.
     *
     * @throws DeadlineException if what a generation needs for it is not made in time
     */
    DocumentCopies copies(String document) throws IOException;

    /**
     * Shows the documents with at least one passage that matches, boilerplate among them, to {@code each}, in order of their
     * ids, from number {@code from} on, until it says false. Takes one look at all passages, and reads a document at a time.
     */
    void documents(Query query, List<Filter> filters, int from, DocumentVisitor each) throws IOException;

    /** The document of this id. */
    Optional<StoredDocument> document(String id) throws IOException;

    /** The passages of the document of this id, in order, none of them marked; none if there is no such document. */
    List<Hit> passages(String document) throws IOException;

    /** One passage of the document of this id, unmarked. */
    Optional<Hit> passage(String document, int number) throws IOException;

    /**
     * The passages that say the same as those of the document of this id, or nearly so, from pair number {@code from} on. What a
     * generation needs for it is made when somebody first asks. Takes time in proportion to the pairs of the document.
     *
     * @throws DeadlineException if that takes longer than a question may
     */
    SimilarPage similar(String document, int from, int limit) throws IOException;

    /** Every match of {@code query} in one document. */
    DocumentMarks marks(Query query, List<Filter> filters, String document) throws IOException;

    /** The parts of the index, which have all its documents, each in one of them. */
    List<Part> parts() throws IOException;

    /** What the index was made from. */
    Manifest manifest();

    /**
     * What came of the file at {@code path}, relative to its collection's folder, in each collection of the index that has one; none
     * if none was read. Takes time in proportion to its documents.
     */
    List<FileAccount> files(String path) throws IOException;

    /**
     * How many passages of documents that are gone have not been merged away yet. No answer has them, but how rare a word is, and
     * so what a hit scores, is told with them until then. Costs nothing where there are none, and else a look at the passages
     * of the parts that have some.
     */
    int deletedPassages() throws IOException;

    /** The time that a request has where nothing else is said. */
    Duration limit();

    /** What tells the format of this index from those of other versions of the program. */
    String format();

    /** Which commit of the index this is; a later one has a greater number. */
    long generation();

    /** The collection's own fields, in alphabetical order. */
    List<String> fields();

    /** The values of {@code field} over all passages, most frequent first. */
    Facet values(String field) throws IOException;

    /** Is shown documents. */
    @FunctionalInterface
    interface DocumentVisitor {
        /** Looks at {@code stored}; false for no more. */
        boolean visit(StoredDocument stored) throws IOException;
    }

    /**
     * Documents, and how many there are in all.
     *
     * @param total documents that match
     * @param copies how many of the documents that match stand in another of these; they are among {@code total} unless they were
     *     left out; 0 where nobody asked
     * @param documents this page of them
     */
    record DocumentPage(int total, int copies, List<StoredDocument> documents) {

        /** Takes a copy. */
        public DocumentPage {
            documents = List.copyOf(documents);
        }
    }
}
