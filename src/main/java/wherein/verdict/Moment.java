package wherein.verdict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wherein.search.Deadline;
import wherein.search.RowMarks;
import wherein.search.RowMarks.Mark;

/** What the verdicts say of one generation at one moment; whatever comes later, this stays. For one request, and one thread. */
public final class Moment {

    private final Placement placement;
    private final Verdicts verdicts;
    private final Verdicts.State state;
    private Placed placed;

    Moment(Placement placement, Verdicts verdicts, Verdicts.State state) {
        this.placement = placement;
        this.verdicts = verdicts;
        this.state = state;
    }

    /** A digest of all that was said by then: 0 where nothing was. */
    public long revision() {
        return state.revision();
    }

    private Placed placed(Deadline deadline) throws IOException {
        if (placed == null) {
            placed = placement.of(state, deadline);
        }
        return placed;
    }

    /** The marks of the rows. The first of a generation waits until all verdicts are placed, no longer than {@code deadline}. */
    public RowMarks marks(Deadline deadline) throws IOException {
        return placed(deadline).marks();
    }

    /** The last word of each reviewer on a row, in the order in which they came to it. Reads a line of the file for each. */
    public List<Verdict> on(long row, Deadline deadline) throws IOException {
        List<Verdict> all = new ArrayList<>();
        for (Entry entry : placed(deadline).on(row)) {
            all.add(verdicts.read(entry));
        }
        return all;
    }

    /**
     * Where a mention stands now.
     *
     * @param document its id
     * @param start in code points
     * @param end in code points, exclusive
     */
    public record Place(String document, int start, int end) {}

    /** What one reviewer says of a mention. */
    public final class Said {
        private final Entry entry;
        private final Placed.Judgement judgement;
        private final Mark mark;

        private Said(Entry entry, Placed.Judgement judgement, Mark mark) {
            this.entry = entry;
            this.judgement = judgement;
            this.mark = mark;
        }

        /** Who says it. */
        public String reviewer() {
            return entry.by;
        }

        /** What became of the mention. */
        public Status status() {
            return judgement.status();
        }

        /** Where the mention stands now; empty if it is no row any more. */
        public Optional<Place> place() {
            return judgement.place().map(found -> new Place(found.document(), found.start(), found.end()));
        }

        /** The document that the mention is in, or was. */
        public String document() {
            return judgement.place().map(Placed.Place::document).orElse(entry.document);
        }

        /** What all say of the mention together. */
        public Mark mark() {
            return mark;
        }

        /** Whether both are on the same mention. */
        public boolean isOfSame(Said other) {
            return judgement == other.judgement;
        }

        /** All that is said. Reads a line of the file. */
        public Verdict verdict() throws IOException {
            return verdicts.read(entry);
        }
    }

    /** Takes what is said, one after the other. */
    @FunctionalInterface
    public interface Taker {
        /** Takes it; false for no more. */
        boolean take(Said said) throws IOException;
    }

    /**
     * Hands over the last word of each reviewer on each mention until {@code taker} says false: first on the mentions that are rows, in
     * their order, then on the others by document and place. Reads no line, and holds one mention at a time.
     */
    public void all(Deadline deadline, Taker taker) throws IOException {
        placed(deadline).judgements(each -> {
            Mark mark = each.mark();
            for (Entry entry : each.words()) {
                deadline.step();
                if (!taker.take(new Said(entry, each, mark))) {
                    return false;
                }
            }
            return true;
        });
    }
}
