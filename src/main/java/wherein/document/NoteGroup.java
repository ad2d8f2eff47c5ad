package wherein.document;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The notes of one kind, counted.
 *
 * @param kind what they are about
 * @param count how many there are
 * @param details how many of them have each detail, those that most have first, then by name; {@value NoteTally#DETAILS} at most
 * @param others how often they have a detail that is not listed
 * @param examples some of them, in the order in which they were made
 */
public record NoteGroup(NoteKind kind, int count, Map<String, Integer> details, int others, List<Note> examples) {

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
        NoteTally tally = new NoteTally(examples);
        long place = 0;
        for (Note note : notes) {
            tally.add(place++, note);
        }
        return tally.groups();
    }

    /** These notes, with the first {@code most} as examples. */
    public NoteGroup first(int most) {
        return new NoteGroup(kind, count, details, others, examples.subList(0, Math.min(most, examples.size())));
    }

    /** These notes as they would be of the file at {@code path}. */
    public NoteGroup at(String path) {
        List<Note> moved = examples.stream()
                .map(note -> new Note(note.kind(), note.details(), path, note.line(), note.message()))
                .toList();
        return new NoteGroup(kind, count, details, others, moved);
    }
}
