package wherein.coverage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.document.Document;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.mention.SetAside;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.search.Deadline;
import wherein.search.Filter;
import wherein.search.LedgerRequest;
import wherein.search.Part;
import wherein.search.PassageSearcher;
import wherein.search.Preparations;
import wherein.search.Prepared;
import wherein.search.StoredDocument;
import wherein.text.CodePoints;

/**
 * What in a collection might be a mention, and what became of it. That takes reading a text again, 2 to 4 MB a second: one
 * thread does it for each generation of the index, when somebody first asks, for what no generation before has had counted (what
 * has been merged into one part counts as new). Kept are some hundred bytes a document. Safe for use by several threads at once.
 */
public final class Coverage {

    private final Annotator annotator;
    private final Prepared<CollectionAccount> accounts;
    private final Prepared<CandidateTally> all;

    /** That of the collection of {@code searcher}, of whose numbers {@code annotator} can say why they are none. */
    public Coverage(PassageSearcher searcher, Annotator annotator) {
        this.annotator = annotator;
        Preparations preparations = searcher.preparations();
        this.accounts = preparations.prepare(
                "account of documents",
                deadline -> new CollectionAccount(
                        searcher.within(deadline), written -> reasons(written, deadline), deadline));
        this.all = preparations.prepare(
                "account", deadline -> accounts.get(deadline).tally());
    }

    /** Takes candidates; false for no more. */
    @FunctionalInterface
    public interface Taker {
        /** Takes {@code candidate}, whose span is in UTF-16 positions of the text of {@code stored}. */
        boolean take(StoredDocument stored, CodePoints points, Candidates.Candidate candidate, Verdict verdict);
    }

    /**
     * How many candidates the documents have that {@code filters} select.
     *
     * @param searcher of the collection, for one request
     * @throws wherein.search.DeadlineException if that is not known by {@code deadline}; for all documents, those who ask
     *     later find it sooner
     */
    public CandidateTally tally(PassageSearcher searcher, Deadline deadline, List<Filter> filters) throws IOException {
        return filters.isEmpty() ? all.get(deadline) : count(searcher, deadline, filters);
    }

    private CandidateTally count(PassageSearcher searcher, Deadline deadline, List<Filter> filters) throws IOException {
        CandidateTally tally = new CandidateTally();
        CollectionAccount account = accounts.get(deadline);
        searcher.documents(new Query.All(), filters, 0, stored -> {
            account.of(stored.document().id()).addTo(tally, account.common());
            return true;
        });
        return tally;
    }

    /**
     * Shows candidates of one outcome, or of all, by document and place.
     *
     * @param tally what {@link #tally} told of the same documents
     * @param from so many of them are passed over
     */
    public void candidates(
            PassageSearcher searcher,
            Deadline deadline,
            List<Filter> filters,
            CandidateTally tally,
            Optional<Outcome> outcome,
            int from,
            Taker taker)
            throws IOException {
        CandidateTally.Place place = tally.place(outcome, from);
        Set<String> common = accounts.get(deadline).common();
        int[] number = {place.before()};
        searcher.documents(new Query.All(), filters, place.document(), stored -> {
            Reasons reasons = reasons(written(searcher, stored.document()), deadline);
            CodePoints points = new CodePoints(stored.document().text());
            for (Candidates.Candidate candidate : Candidates.of(
                    stored.document().text(), stored.document().metadata().language())) {
                Verdict verdict = reasons.of(candidate).in(common);
                boolean wanted = outcome.isEmpty() || outcome.get() == verdict.outcome();
                if (wanted && number[0]++ >= from && !taker.take(stored, points, candidate, verdict)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Part.Written written(PassageSearcher searcher, Document document) throws IOException {
        List<Mention> mentions = new ArrayList<>();
        LedgerRequest rows = new LedgerRequest(
                new Query.All(),
                List.of(new Filter.Keyword("doc", List.of(document.id()), false)),
                MentionSelector.ALL);
        searcher.mentions(rows, 0, row -> mentions.add(row.mention()));
        return new Part.Written(document, mentions, searcher.passages(document.id()));
    }

    private Reasons reasons(Part.Written written, Deadline deadline) {
        Document document = written.document();
        List<Mention> mentions = new ArrayList<>(written.mentions());
        mentions.sort(Comparator.comparing(Mention::span));
        List<SetAside> aside = annotator.setAside(
                document.hyphens(),
                document.metadata().language(),
                document.metadata().date(),
                mentions,
                deadline::check);
        Reasons reasons = new Reasons(document.text());
        mentions.forEach(reasons::add);
        aside.forEach(reasons::add);
        written.passages().forEach(reasons::add);
        return reasons;
    }
}
