package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import wherein.query.Query.Occur;
import wherein.search.Matched;
import wherein.text.Span;

/**
 * Tells what matched in passages, clause by clause, from the postings. A clause that must not match marks nothing, nor does
 * one of a branch that does not match. Passages in ascending order are read at one go.
 */
final class Marker {

    private final IndexSearcher searcher;
    private final Plan plan;
    private final Map<Plan.Held, Weight> weights = new IdentityHashMap<>();
    private final Map<LeafReaderContext, Segment> segments = new IdentityHashMap<>();
    private Map<Plan.Held, DocIdSetIterator> held;
    private LeafReaderContext leaf;
    private PassageWords words;
    private int passage;

    /** What is read of one segment, forwards only. */
    private static final class Segment {
        private final PassageWords words;
        private final Map<Plan.Held, DocIdSetIterator> held = new IdentityHashMap<>();
        private int passage;

        Segment(PassageWords words) {
            this.words = words;
        }
    }

    Marker(IndexSearcher searcher, Plan plan) {
        this.searcher = searcher;
        this.plan = plan;
    }

    /** Goes to the passage that is document {@code doc} of {@code segment}. */
    private void moveTo(LeafReaderContext segment, int doc) throws IOException {
        Segment here = segments.get(segment);
        if (here == null) {
            here = new Segment(new PassageWords(searcher, segment));
            segments.put(segment, here);
        }
        if (doc < here.passage) {
            here.held.clear();
        }
        here.passage = doc;
        leaf = segment;
        words = here.words;
        held = here.held;
        passage = doc;
        words.moveTo(doc);
    }

    /** What each clause marks in a passage, in the order of the query; clauses that mark nothing are left out. */
    List<Matched> matched(LeafReaderContext segment, int doc) throws IOException {
        moveTo(segment, doc);
        List<Matched> matched = new ArrayList<>();
        for (Plan.Found clause : found()) {
            Matched each = new Matched(clause.clause(), marks(clause.text()), marks(clause.title()));
            if (!each.text().isEmpty() || !each.title().isEmpty()) {
                matched.add(each);
            }
        }
        return matched;
    }

    /** Every whole match in the text of a passage, each once, in order; of those of one clause none that holds another. */
    List<Span> whole(LeafReaderContext segment, int doc) throws IOException {
        moveTo(segment, doc);
        TreeSet<Span> whole = new TreeSet<>();
        for (Plan.Found clause : found()) {
            List<Occurrence> occurrences = words.of(clause.text());
            int least = Integer.MAX_VALUE;
            for (int i = occurrences.size() - 1; i >= 0; i--) {
                Occurrence occurrence = occurrences.get(i);
                boolean shortest = i == 0 || occurrences.get(i - 1).first() != occurrence.first();
                if (shortest && occurrence.last() < least) {
                    whole.add(occurrence.span());
                    least = occurrence.last();
                }
            }
        }
        return List.copyOf(whole);
    }

    private List<Span> marks(Occurrences occurrences) throws IOException {
        List<Span> marks = new ArrayList<>();
        occurrences.mark(words, words.of(occurrences), marks);
        return Span.union(marks);
    }

    private List<Plan.Found> found() throws IOException {
        List<Plan.Found> found = new ArrayList<>();
        collect(plan, found);
        return found;
    }

    private void collect(Plan plan, List<Plan.Found> found) throws IOException {
        switch (plan) {
            case Plan.Held held -> {}
            case Plan.Found clause -> found.add(clause);
            case Plan.All all -> {
                if (!matches(all)) {
                    return;
                }
                for (Plan.Part part : all.parts()) {
                    if (part.occur() != Occur.MUST_NOT) {
                        collect(part.plan(), found);
                    }
                }
            }
        }
    }

    private boolean matches(Plan plan) throws IOException {
        return switch (plan) {
            case Plan.Held clause -> holds(clause);
            case Plan.Found clause ->
                !words.of(clause.text()).isEmpty() || !words.of(clause.title()).isEmpty();
            case Plan.All all -> matches(all);
        };
    }

    private boolean matches(Plan.All all) throws IOException {
        boolean one = !all.needsOne();
        for (Plan.Part part : all.parts()) {
            boolean required = part.occur() == Occur.MUST || part.occur() == Occur.FILTER;
            if (!required && part.occur() == Occur.SHOULD && one) {
                continue;
            }
            boolean matches = matches(part.plan());
            if (required && !matches || part.occur() == Occur.MUST_NOT && matches) {
                return false;
            }
            one |= part.occur() == Occur.SHOULD && matches;
        }
        return one;
    }

    private boolean holds(Plan.Held clause) throws IOException {
        DocIdSetIterator docs = held.get(clause);
        if (docs == null) {
            docs = docs(clause);
            held.put(clause, docs);
        }
        return docs.docID() == passage || docs.docID() < passage && docs.advance(passage) == passage;
    }

    private DocIdSetIterator docs(Plan.Held clause) throws IOException {
        Weight weight = weights.get(clause);
        if (weight == null) {
            weight = searcher.createWeight(searcher.rewrite(clause.matching()), ScoreMode.COMPLETE_NO_SCORES, 1);
            weights.put(clause, weight);
        }
        Scorer scorer = weight.scorer(leaf);
        return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    }
}
