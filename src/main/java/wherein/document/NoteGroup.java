package wherein.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The notes of one kind, counted.
 *
 * @param kind what they are about
 * @param count how many there are
 * @param details how many of them have each detail, those that most have first, then by name
 * @param examples some of them, in the order in which they were made
 */
public record NoteGroup(NoteKind kind, int count, Map<String, Integer> details, List<Note> examples) {

    private static final Comparator<NoteGroup> ORDER = Comparator.comparing((NoteGroup group) -> group.kind.severity())
            .thenComparing(group -> !group.kind.leftOut())
            .thenComparing(Comparator.comparingInt(NoteGroup::count).reversed())
            .thenComparing(NoteGroup::kind);

    /** Takes copies. */
    public NoteGroup {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        examples = List.copyOf(examples);
    }

    /**
     * A group for each kind that {@code notes} has: the worst first, then what is not in the index, then the greater. Takes
     * time in proportion to their number.
     *
     * @param examples how many examples a group has at most
     */
    public static List<NoteGroup> of(Collection<Note> notes, int examples) {
        Map<NoteKind, Tally> tallies = new EnumMap<>(NoteKind.class);
        for (Note note : notes) {
            tallies.computeIfAbsent(note.kind(), kind -> new Tally()).add(note, examples);
        }
        List<NoteGroup> groups = new ArrayList<>();
        tallies.forEach((kind, tally) -> groups.add(tally.group(kind)));
        groups.sort(ORDER);
        return groups;
    }

    private static final class Tally {
        private final Map<String, Integer> details = new TreeMap<>();
        private final List<Note> examples = new ArrayList<>();
        private int count;

        void add(Note note, int most) {
            count++;
            note.details().forEach(detail -> details.merge(detail, 1, Integer::sum));
            if (examples.size() < most) {
                examples.add(note);
            }
        }

        NoteGroup group(NoteKind kind) {
            Map<String, Integer> sorted = new LinkedHashMap<>();
            details.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(each -> sorted.put(each.getKey(), each.getValue()));
            return new NoteGroup(kind, count, sorted, examples);
        }
    }
}
