package wherein.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.util.BitSet;
import wherein.search.Hit;
import wherein.search.MatchRow;
import wherein.search.Tally;
import wherein.text.Span;

/** The matches of a query in the passages that it selects, passage after passage. */
final class LuceneConcordance {

    private final Selection selection;
    private final Folding folding;

    /** The matches in what is selected, where {@code folding} tells what becomes of those that repeat another. */
    LuceneConcordance(Selection selection, Folding folding) {
        this.selection = selection;
        this.folding = folding;
    }

    Tally tally() throws IOException {
        int matches = 0;
        int passages = 0;
        int boilerplate = 0;
        int copies = 0;
        Set<String> documents = new HashSet<>();
        RepeatedMatches repeated = new RepeatedMatches(folding.known());
        for (InOrder passage = selection.inOrder(); passage.isThere(); passage.step()) {
            int doc = passage.leaf().docBase + passage.passage();
            List<Span> all = selection.matches(doc);
            List<Span> first = repeated.firstOf(all, doc, selection);
            copies += all.size() - first.size();
            int here = folding.isFolded() ? first.size() : all.size();
            if (here > 0) {
                matches += here;
                BitSet framed = LuceneQueries.BOILERPLATE.getBitSet(passage.leaf());
                boilerplate += framed != null && framed.get(passage.passage()) ? here : 0;
                passages++;
                documents.add(selection.about(doc).document());
            }
        }
        return new Tally(matches, passages, documents.size(), boilerplate, copies);
    }

    /** Tells which of the matches of one passage are wanted. */
    private interface Wanted {
        /** Of matches with the numbers from {@code first} to {@code end}, exclusive, those wanted, as they count from there. */
        int[] of(int first, int end);
    }

    void matches(int after, Predicate<MatchRow> rows) throws IOException {
        matches(
                (first, end) -> IntStream.range(Math.max(first, after), end)
                        .map(i -> i - first)
                        .toArray(),
                Integer.MAX_VALUE,
                rows);
    }

    /** Those matches alone whose numbers are {@code numbers}, which ascend. */
    void matches(int[] numbers, Predicate<MatchRow> rows) throws IOException {
        Wanted wanted = (first, end) -> Arrays.stream(numbers, at(numbers, first), at(numbers, end))
                .map(i -> i - first)
                .toArray();
        if (numbers.length > 0) {
            matches(wanted, numbers[numbers.length - 1], rows);
        }
    }

    private static int at(int[] numbers, int number) {
        int at = Arrays.binarySearch(numbers, number);
        return at < 0 ? -at - 1 : at;
    }

    private void matches(Wanted wanted, int greatest, Predicate<MatchRow> rows) throws IOException {
        int number = 0;
        RepeatedMatches repeated = new RepeatedMatches(folding.isFolded() ? folding.known() : Optional.empty());
        InOrder passage = selection.inOrder();
        for (; passage.isThere() && number <= greatest; passage.step()) {
            int doc = passage.leaf().docBase + passage.passage();
            List<Span> matches = repeated.firstOf(selection.matches(doc), doc, selection);
            int[] here = wanted.of(number, number + matches.size());
            number += matches.size();
            if (here.length > 0) {
                Hit hit = selection.hit(doc, 0, DocumentCounts.NONE);
                for (int each : here) {
                    if (!rows.test(new MatchRow(hit, matches.get(each)))) {
                        return;
                    }
                }
            }
        }
    }
}
