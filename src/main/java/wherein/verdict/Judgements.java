package wherein.verdict;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.mention.Mention;
import wherein.search.PassageSearcher;

/** The verdicts on the rows of one generation. Safe for use by several threads at once. */
public final class Judgements {

    private final Verdicts verdicts;
    private final Placement placement;

    /** Those that {@code verdicts} has of {@code searcher}; nothing is read yet. */
    public Judgements(PassageSearcher searcher, Verdicts verdicts) {
        this.verdicts = verdicts;
        this.placement = new Placement(searcher);
    }

    /** What is said now. Costs a look at the size of the file, and reads what has come. */
    public Moment now() {
        return new Moment(placement, verdicts, verdicts.state());
    }

    /**
     * The mentions at places of a document, as verdicts on them will know them again. Takes two looks at the mentions of the document,
     * however many places there are.
     *
     * @param asked the generation, for one request
     * @return what stands exactly at these places, where a mention of this type does
     */
    public Map<Place, Found> find(PassageSearcher asked, String document, Mention.Type type, Set<Place> places)
            throws IOException {
        return placement.find(asked, document, type, places);
    }

    /** As {@link #find(PassageSearcher, String, Mention.Type, Set)}, of one place. */
    public Optional<Found> find(PassageSearcher asked, String document, Mention.Type type, int start, int end)
            throws IOException {
        Place place = new Place(start, end);
        return Optional.ofNullable(find(asked, document, type, Set.of(place)).get(place));
    }

    /**
     * Where something stands in a document.
     *
     * @param start in code points
     * @param end in code points, exclusive
     */
    public record Place(int start, int end) {}

    /**
     * A mention.
     *
     * @param anchor by which a verdict on it will know it again
     * @param row its row in this generation
     */
    public record Found(Anchor anchor, long row) {}

    /** What the file itself is like. */
    public Verdicts verdicts() {
        return verdicts;
    }

    /** As {@link Verdicts#add}. */
    public List<Verdict> add(List<Verdict> said) throws VerdictException {
        return verdicts.add(said);
    }
}
