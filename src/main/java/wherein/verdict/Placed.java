package wherein.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.search.RowMarks;
import wherein.search.RowMarks.Mark;

/** Where the verdicts of one moment stand in one generation. Immutable. */
final class Placed {

    private final Verdicts.State state;
    private final Place[] places;

    /** The verdicts that are on a row, by their numbers, in the order of the rows. */
    private final int[] onRows;

    private final RowMarks marks;

    /** What is known of a verdict's place; a row, or why there is none. */
    record Place(Status status, String document, int start, int end, long row) {

        static Place none(Status why) {
            return new Place(why, "", 0, 0, -1);
        }
    }

    private Placed(Verdicts.State state, Place[] places, int[] onRows, RowMarks marks) {
        this.state = state;
        this.places = places;
        this.onRows = onRows;
        this.marks = marks;
    }

    /** Of {@code state}, whose verdicts have these places, by number. */
    static Placed of(Verdicts.State state, Place[] places) {
        int count = 0;
        int[] on = new int[state.count()];
        for (int i = 0; i < on.length; i++) {
            if (places[i].row >= 0) {
                on[count++] = i;
            }
        }
        on = Arrays.stream(on, 0, count)
                .boxed()
                .sorted(Comparator.comparingLong(i -> places[i].row))
                .mapToInt(i -> i)
                .toArray();
        return new Placed(state, places, on, marks(state, places, on));
    }

    /** This with the verdicts that {@code later} has beside its own, whose places are {@code added}. */
    Placed with(Verdicts.State later, Place[] added) {
        int from = state.count();
        Place[] all = Arrays.copyOf(places, later.count());
        System.arraycopy(added, 0, all, from, added.length);
        int[] more = new int[added.length];
        int count = 0;
        for (int i = 0; i < added.length; i++) {
            if (added[i].row >= 0) {
                more[count++] = from + i;
            }
        }
        int[] sorted = Arrays.stream(more, 0, count)
                .boxed()
                .sorted(Comparator.comparingLong(i -> all[i].row))
                .mapToInt(i -> i)
                .toArray();
        int[] merged = merged(all, sorted);
        return new Placed(later, all, merged, marks(later, all, merged));
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

    private static RowMarks marks(Verdicts.State state, Place[] places, int[] onRows) {
        RowMarks.Builder marks = new RowMarks.Builder();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < onRows.length; i++) {
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

    Place place(int number) {
        return places[number];
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

    /**
     * All mentions that somebody has said something of: first those that are rows, in their order, then the others by document and
     * place. Holds a list for each.
     */
    List<Judgement> judgements() {
        List<Judgement> all = new ArrayList<>();
        for (int i = 0; i < onRows.length; ) {
            long row = places[onRows[i]].row;
            Place place = places[onRows[i]];
            List<Entry> entries = new ArrayList<>();
            for (; i < onRows.length && places[onRows[i]].row == row; i++) {
                Place each = places[onRows[i]];
                place = each.status.compareTo(place.status) > 0 ? each : place;
                entries.add(state.entries()[onRows[i]]);
            }
            all.add(new Judgement(Optional.of(place), place.status, LastWords.of(entries)));
        }
        Map<Entry.Key, List<Integer>> orphans = new LinkedHashMap<>();
        for (int i = 0; i < state.count(); i++) {
            if (places[i].row < 0) {
                orphans.computeIfAbsent(state.entries()[i].key(), key -> new ArrayList<>(1))
                        .add(i);
            }
        }
        List<Judgement> lost = new ArrayList<>();
        orphans.values().forEach(numbers -> {
            List<Entry> entries = LastWords.of(
                    numbers.stream().map(number -> state.entries()[number]).toList());
            lost.add(new Judgement(Optional.empty(), places[numbers.getLast()].status, entries));
        });
        lost.sort(Comparator.comparing((Judgement one) -> one.words.getFirst().document)
                .thenComparing(one -> one.words.getFirst().start)
                .thenComparing(one -> one.words.getFirst().quotation)
                .thenComparing(one -> one.words.getFirst().said));
        all.addAll(lost);
        return all;
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
