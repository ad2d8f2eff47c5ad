package wherein.coverage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.document.Document;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.mention.SetAside;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.search.Deadline;
import wherein.search.Filter;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.search.Preparations;
import wherein.search.Prepared;
import wherein.search.StoredDocument;
import wherein.text.CodePoints;

/**
 * What in a collection might be a mention, and what became of it. That takes reading all of it again, 2 to 4 MB of text a
 * second: one thread does it for each generation of the index, once, when somebody first asks, and what is kept is three
 * numbers a document. Safe for use by several threads at once.
 */
public final class Coverage {

    private static final Pattern LOWER = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])\\p{Ll}[\\p{L}\\p{M}]*");

    private final Annotator annotator;
    private final Prepared<Set<String>> lower;
    private final Prepared<CandidateTally> all;

    /** That of the collection of {@code searcher}, of whose numbers {@code annotator} can say why they are none. */
    public Coverage(PassageSearcher searcher, Annotator annotator) {
        this.annotator = annotator;
        Preparations preparations = searcher.preparations();
        this.lower = preparations.prepare("words in lower case", deadline -> lower(searcher.within(deadline)));
        this.all = preparations.prepare("coverage", deadline -> count(searcher.within(deadline), deadline, List.of()));
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
        Set<String> known = lower.get(deadline);
        searcher.documents(new Query.All(), filters, 0, stored -> {
            Reasons reasons = reasons(searcher, deadline, stored.document(), known);
            for (Candidates.Candidate candidate :
                    Candidates.of(stored.document().text())) {
                tally.add(reasons.of(candidate));
            }
            tally.nextDocument(reasons.mentions(), reasons.met());
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
        Set<String> known = lower.get(deadline);
        int[] number = {place.before()};
        searcher.documents(new Query.All(), filters, place.document(), stored -> {
            Reasons reasons = reasons(searcher, deadline, stored.document(), known);
            CodePoints points = new CodePoints(stored.document().text());
            for (Candidates.Candidate candidate :
                    Candidates.of(stored.document().text())) {
                Verdict verdict = reasons.of(candidate);
                boolean wanted = outcome.isEmpty() || outcome.get() == verdict.outcome();
                if (wanted && number[0]++ >= from && !taker.take(stored, points, candidate, verdict)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** The words that the collection has in lower case. */
    private static Set<String> lower(PassageSearcher searcher) throws IOException {
        Set<String> found = new HashSet<>();
        searcher.documents(new Query.All(), List.of(), 0, stored -> {
            Matcher matcher = LOWER.matcher(stored.document().text());
            while (matcher.find()) {
                found.add(matcher.group());
            }
            return true;
        });
        return found;
    }

    private Reasons reasons(PassageSearcher searcher, Deadline deadline, Document document, Set<String> known)
            throws IOException {
        List<Mention> mentions = new ArrayList<>();
        LedgerRequest rows = new LedgerRequest(
                new Query.All(),
                List.of(new Filter.Keyword("doc", List.of(document.id()), false)),
                MentionSelector.ALL);
        searcher.mentions(rows, 0, row -> mentions.add(row.mention()));
        mentions.sort(Comparator.comparing(Mention::span));
        List<SetAside> aside = annotator.setAside(
                document.text(),
                document.metadata().language(),
                document.metadata().date(),
                mentions,
                deadline::check);
        Reasons reasons = new Reasons(document.text(), known);
        mentions.forEach(reasons::add);
        aside.forEach(reasons::add);
        searcher.passages(document.id()).forEach(reasons::add);
        return reasons;
    }
}
