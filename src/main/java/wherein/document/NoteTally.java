package wherein.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Counts notes by their kind and keeps the first of each, however many come. Each has a place, and it is the order of these that
 * tells which are the first: what is kept does not depend on the order in which they come. Takes a time that grows with their number, and
 * memory that does not. Safe for use by several threads.
 */
public final class NoteTally {

    /** So many details of a kind are counted by name: the first by name. */
    static final int DETAILS = 100;

    private static final Comparator<NoteGroup> ORDER = Comparator.comparing(
                    (NoteGroup group) -> group.kind().severity())
            .thenComparing(group -> !group.kind().leftOut())
            .thenComparing(Comparator.comparingInt(NoteGroup::count).reversed())
            .thenComparing(NoteGroup::kind);

    private final int most;
    private final Map<NoteKind, Kind> kinds = new EnumMap<>(NoteKind.class);

    /**
     * Without notes.
     *
     * @param most how many of each kind are kept
     */
    public NoteTally(int most) {
        this.most = most;
    }

    /** Takes a note; of those at one {@code place} the one that comes first is the first. */
    public synchronized void add(long place, Note note) {
        Kind kind = kind(note.kind());
        kind.count++;
        note.details().forEach(detail -> kind.detail(detail, 1));
        kind.keep(place, note);
    }

    /** Takes all that {@code groups} count. */
    public synchronized void add(long place, List<NoteGroup> groups) {
        for (NoteGroup group : groups) {
            Kind kind = kind(group.kind());
            kind.count += group.count();
            kind.others += group.others();
            group.details().forEach(kind::detail);
            group.examples().forEach(note -> kind.keep(place, note));
        }
    }

    /** A group for each kind that there is: the worst first, then what is not in the index, then the greater. */
    public synchronized List<NoteGroup> groups() {
        List<NoteGroup> groups = new ArrayList<>();
        kinds.forEach((kind, counted) -> groups.add(counted.group(kind)));
        groups.sort(ORDER);
        return List.copyOf(groups);
    }

    private Kind kind(NoteKind kind) {
        return kinds.computeIfAbsent(kind, each -> new Kind());
    }

    private record Placed(long place, long number, Note note) {
        static final Comparator<Placed> ORDER =
                Comparator.comparingLong(Placed::place).thenComparingLong(Placed::number);
    }

    private final class Kind {
        private final TreeMap<String, Integer> details = new TreeMap<>();

        /** The last of those that are kept is the first to go. */
        private final PriorityQueue<Placed> kept = new PriorityQueue<>(Placed.ORDER.reversed());

        private int count;
        private int others;
        private long number;

        /** What is not among the first by name when it comes will not be later, since these only become fewer. */
        void detail(String detail, int times) {
            details.merge(detail, times, Integer::sum);
            if (details.size() > DETAILS) {
                others += details.pollLastEntry().getValue();
            }
        }

        void keep(long place, Note note) {
            boolean first = kept.size() < most || !kept.isEmpty() && kept.peek().place() > place;
            if (first) {
                kept.add(new Placed(place, number++, note));
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }

        NoteGroup group(NoteKind kind) {
            Map<String, Integer> sorted = new LinkedHashMap<>();
            details.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(each -> sorted.put(each.getKey(), each.getValue()));
            List<Note> examples =
                    kept.stream().sorted(Placed.ORDER).map(Placed::note).toList();
            return new NoteGroup(kind, count, sorted, others, examples);
        }
    }
}
