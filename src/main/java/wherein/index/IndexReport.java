package wherein.index;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.mention.Mention;

/**
 * What a run did, and what a reader should know.
 *
 * @param files how many files were read
 * @param unchanged how many files were not read, since they are as they were
 * @param bytes size of the files that were read
 * @param documents how many documents are in the index now
 * @param added how many of them were not in it before
 * @param changed how many of them were in it before, and otherwise
 * @param deleted how many were in it before and are not now
 * @param passages how many passages are in the index now
 * @param mentions how many mentions of each type are in the index now; every type is there
 * @param notes what was the matter with files: by kind, the worst first, with the first {@value #MOST_NOTES} of each kind in the
 *     order of the files
 * @param renewed why all documents were made anew: the parts of the program, or the files, that have changed since; empty if they
 *     were not
 * @param fingerprint of the collection, see {@link Manifest}
 */
public record IndexReport(
        int files,
        int unchanged,
        long bytes,
        int documents,
        int added,
        int changed,
        int deleted,
        int passages,
        Map<Mention.Type, Integer> mentions,
        List<NoteGroup> notes,
        String renewed,
        String fingerprint) {

    /** So many notes of each kind are listed; the others are counted. */
    public static final int MOST_NOTES = 10_000;

    /** Takes copies. */
    public IndexReport {
        Map<Mention.Type, Integer> all = new EnumMap<>(Mention.Type.class);
        for (Mention.Type type : Mention.Type.values()) {
            all.put(type, mentions.getOrDefault(type, 0));
        }
        mentions = Collections.unmodifiableMap(all);
        notes = List.copyOf(notes);
    }

    /** This, with at most so many examples of each kind of notes. */
    IndexReport with(int examples) {
        List<NoteGroup> fewer =
                notes.stream().map(group -> group.first(examples)).toList();
        return new IndexReport(
                files,
                unchanged,
                bytes,
                documents,
                added,
                changed,
                deleted,
                passages,
                mentions,
                fewer,
                renewed,
                fingerprint);
    }

    /** How many notes are of {@code severity}. */
    public long count(Note.Severity severity) {
        return notes.stream()
                .filter(group -> group.kind().severity() == severity)
                .mapToLong(NoteGroup::count)
                .sum();
    }
}
