package wherein.verdict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import wherein.search.Deadline;
import wherein.search.RowMarks;
import wherein.search.RowMarks.Mark;

/** Where the verdicts of one moment stand in one generation. Immutable. */
final class Placed {

    private final Verdicts.State state;
    private final Place[] places;

    /** The verdicts that are on a row, by their numbers, in the order of the rows. */
    private final int[] onRows;

    private final RowMarks marks;

    /** What is said of mentions that are no rows, by document and place. */
    private final List<Judgement> orphans;

    /** What is known of a verdict's place; a row, or why there is none. */
    record Place(Status status, String document, int start, int end, long row) {

        private static final Map<Status, Place> NONE = new EnumMap<>(Status.class);

        static {
            for (Status each : Status.values()) {
                NONE.put(each, new Place(each, "", 0, 0, -1));
            }
        }

        /** That of a verdict that is on no row. */
        static Place none(Status why) {
            return NONE.get(why);
        }
    }

    private Placed(Verdicts.State state, Place[] places, int[] onRows, RowMarks marks, List<Judgement> orphans) {
        this.state = state;
        this.places = places;
        this.onRows = onRows;
        this.marks = marks;
        this.orphans = orphans;
    }

    /** Of no verdict, with which what {@code state} has begins. */
    static Placed nothing(Verdicts.State state) {
        Verdicts.State none = new Verdicts.State(state.entries(), 0, state.revision(), state.file(), state.renamings());
        return new Placed(none, new Place[0], new int[0], RowMarks.NOTHING, List.of());
    }

    /** This with the verdicts that {@code later} has beside its own, whose places are {@code added}. Costs a look at all. */
    Placed with(Verdicts.State later, Place[] added, Deadline deadline) {
        int from = state.count();
        Place[] all = Arrays.copyOf(places, later.count());
        System.arraycopy(added, 0, all, from, added.length);
        int[] sorted = IntStream.range(from, all.length)
                .filter(i -> all[i].row >= 0)
                .boxed()
                .sorted(Comparator.comparingLong(i -> all[i].row))
                .mapToInt(i -> i)
                .toArray();
        int[] merged = merged(all, sorted);
        boolean lost = sorted.length < added.length;
        return new Placed(
                later,
                all,
                merged,
                marks(later, all, merged, deadline),
                lost ? orphans(later, all, deadline) : orphans);
    }

    /** Of the verdicts that {@code earlier} had, of these. Costs a look at all unless it is the same. */
    Placed before(Verdicts.State earlier, Deadline deadline) {
        return earlier.count() == state.count()
                ? this
                : nothing(earlier).with(earlier, Arrays.copyOf(places, earlier.count()), deadline);
    }

    private int[] merged(Place[] all, int[] more) {
        int[] merged = new int[onRows.length + more.length];
        int one = 0;
        int other = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean first = other == more.length || one < onRows.length && all[onRows[one]].row <= all[more[other]].row;
            merged[i] = first ? onRows[one++] : more[other++];
        }
        return merged;
    }

    private static RowMarks marks(Verdicts.State state, Place[] places, int[] onRows, Deadline deadline) {
        RowMarks.Builder marks = new RowMarks.Builder();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < onRows.length; i++) {
            deadline.step();
            entries.add(state.entries()[onRows[i]]);
            long row = places[onRows[i]].row;
            if (i + 1 == onRows.length || places[onRows[i + 1]].row != row) {
                marks.add(row, entries.size() == 1 ? entries.getFirst().word().mark() : LastWords.mark(entries));
                entries.clear();
            }
        }
        return marks.build();
    }

    Verdicts.State state() {
        return state;
    }

    RowMarks marks() {
        return marks;
    }

    /** The last word of each reviewer on {@code row}. */
    List<Entry> on(long row) {
        int low = 0;
        int high = onRows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[onRows[middle]].row < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = low; i < onRows.length && places[onRows[i]].row == row; i++) {
            entries.add(state.entries()[onRows[i]]);
        }
        return LastWords.of(entries);
    }

    /** Takes what is said of one mention after the other. */
    @FunctionalInterface
    interface Taker {
        /** Takes it; false for no more. */
        boolean take(Judgement judgement) throws IOException;
    }

    /**
     * Hands over all mentions that somebody has said something of, until {@code taker} says false: first those that are rows, in their
     * order, then the others by document and place. Holds one at a time.
     */
    void judgements(Taker taker) throws IOException {
        for (int i = 0; i < onRows.length; ) {
            Place place = places[onRows[i]];
            List<Entry> entries = new ArrayList<>(1);
            for (long row = place.row; i < onRows.length && places[onRows[i]].row == row; i++) {
                Place each = places[onRows[i]];
                place = each.status.compareTo(place.status) > 0 ? each : place;
                entries.add(state.entries()[onRows[i]]);
            }
            if (!taker.take(new Judgement(Optional.of(place), place.status, LastWords.of(entries)))) {
                return;
            }
        }
        for (Judgement each : orphans) {
            if (!taker.take(each)) {
                return;
            }
        }
    }

    private static List<Judgement> orphans(Verdicts.State state, Place[] places, Deadline deadline) {
        Map<Entry.Key, List<Integer>> mentions = new LinkedHashMap<>();
        for (int i = 0; i < state.count(); i++) {
            deadline.step();
            if (places[i].row < 0) {
                mentions.computeIfAbsent(state.entries()[i].key(), key -> new ArrayList<>(1))
                        .add(i);
            }
        }
        List<Judgement> lost = new ArrayList<>();
        mentions.values().forEach(numbers -> {
            List<Entry> entries = LastWords.of(
                    numbers.stream().map(number -> state.entries()[number]).toList());
            lost.add(new Judgement(Optional.empty(), places[numbers.getLast()].status, entries));
        });
        lost.sort(Comparator.comparing((Judgement one) -> one.words.getFirst().document)
                .thenComparing(one -> one.words.getFirst().start)
                .thenComparing(one -> one.words.getFirst().quotation)
                .thenComparing(one -> one.words.getFirst().said));
        return lost;
    }

    /**
     * What is said of one mention.
     *
     * @param place its row, if it is one
     * @param words the last of each reviewer
     */
    record Judgement(Optional<Place> place, Status status, List<Entry> words) {

        Mark mark() {
            return LastWords.mark(words);
        }
    }
}
