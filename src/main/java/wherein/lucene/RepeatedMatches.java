package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.duplicate.Words;
import wherein.text.Span;

/**
 * Tells of the matches of one passage after another, in the order of the documents, which of them repeat one that came before: at
 * the same place of the same words. Reads the text of copied passages, and remembers the matches in these.
 */
final class RepeatedMatches {

    private final Optional<CopyPlaces> words;
    private final Set<Place> seen = new HashSet<>();

    /** Where the first word of a match stands, and the word behind its last. */
    private record Place(long from, int letters) {}

    /** Of what is known of copies; no match is told to repeat another where nothing is. */
    RepeatedMatches(Optional<Duplicates> known) {
        this.words = known.map(Duplicates::words);
    }

    /** Those of {@code matches} in passage {@code doc} that came nowhere before. */
    List<Span> firstOf(List<Span> matches, int doc, Selection selection) throws IOException {
        if (matches.isEmpty() || words.isEmpty() || !words.get().has(doc)) {
            return matches;
        }
        Words own = Words.of(selection.text(doc));
        List<Span> first = new ArrayList<>();
        for (Span match : matches) {
            Span span = own.within(match);
            int from = own.letters(span.start());
            if (seen.add(new Place(words.get().of(doc, from), own.letters(span.end()) - from))) {
                first.add(match);
            }
        }
        return first;
    }
}
