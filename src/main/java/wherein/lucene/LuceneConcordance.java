package wherein.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.search.DocIdSetIterator;
import wherein.search.Hit;
import wherein.search.MatchRow;
import wherein.search.Tally;
import wherein.text.Span;

/** The matches of a query in the passages that it selects, passage after passage. */
final class LuceneConcordance {

    private final Selection selection;
    private final boolean streamed;

    LuceneConcordance(Selection selection, boolean streamed) {
        this.selection = selection;
        this.streamed = streamed;
    }

    Tally tally() throws IOException {
        int matches = 0;
        int passages = 0;
        Set<String> documents = new HashSet<>();
        MatchSet all = selection.all();
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = all.from(0); doc != last; doc = all.from(doc + 1)) {
            int here = selection.matches(doc).size();
            if (here > 0) {
                found();
                matches += here;
                passages++;
                documents.add(selection.about(doc).document());
            }
        }
        return new Tally(matches, passages, documents.size());
    }

    private void found() {
        if (streamed) {
            selection.renew();
        }
    }

    void matches(int after, Predicate<MatchRow> rows) throws IOException {
        int skip = after;
        MatchSet all = selection.all();
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = all.from(0); doc != last; doc = all.from(doc + 1)) {
            List<Span> matches = selection.matches(doc);
            if (matches.size() <= skip) {
                skip -= matches.size();
                continue;
            }
            found();
            Hit passage = selection.hit(doc, 0, DocumentCounts.NONE);
            for (Span match : matches.subList(skip, matches.size())) {
                if (!rows.test(new MatchRow(passage, match))) {
                    return;
                }
            }
            skip = 0;
        }
    }
}
