package wherein.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wherein.Seeded;

class NoteGroupTest {

    private static Note note(NoteKind kind, String file, String... details) {
        return new Note(kind, List.of(details), file, 0, "m");
    }

    @Test
    void notesOfOneKindAreOneGroupWithTheFirstAsExamples() {
        List<Note> notes = List.of(
                note(NoteKind.UNSUPPORTED, "a.png", ".png"),
                note(NoteKind.UNSUPPORTED, "b.jpg", ".jpg"),
                note(NoteKind.UNSUPPORTED, "c.jpg", ".jpg"));
        assertThat(NoteGroup.of(notes, 2)).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(3);
            assertThat(group.details()).containsExactly(Map.entry(".jpg", 2), Map.entry(".png", 1));
            assertThat(group.examples()).isEqualTo(notes.subList(0, 2));
        });
    }

    @Test
    void theWorstComesFirstThenWhatIsNotIndexedThenTheGreater() {
        List<Note> notes = new ArrayList<>();
        notes.add(note(NoteKind.UNDESCRIBED, "a"));
        notes.addAll(Collections.nCopies(9, note(NoteKind.BAD_DATE, "b")));
        notes.add(note(NoteKind.UNSUPPORTED, "c"));
        notes.add(note(NoteKind.EMPTY, "d"));
        notes.addAll(Collections.nCopies(2, note(NoteKind.DUPLICATE_ID, "e")));
        assertThat(NoteGroup.of(notes, 0))
                .extracting(NoteGroup::kind)
                .containsExactly(
                        NoteKind.DUPLICATE_ID,
                        NoteKind.EMPTY,
                        NoteKind.UNSUPPORTED,
                        NoteKind.BAD_DATE,
                        NoteKind.UNDESCRIBED);
    }

    @Test
    void noNoteIsLostAndNoOrderOfNotesChangesTheCounts() {
        Seeded.times(200, random -> {
            List<Note> notes = notes(random);
            Map<NoteKind, Long> counts =
                    notes.stream().collect(Collectors.groupingBy(Note::kind, Collectors.counting()));
            List<NoteGroup> groups = NoteGroup.of(notes, random.nextInt(5));
            assertThat(groups).hasSize(counts.size());
            for (NoteGroup group : groups) {
                assertThat((long) group.count()).isEqualTo(counts.get(group.kind()));
                group.details()
                        .forEach((detail, count) -> assertThat(notes.stream()
                                        .filter(note -> note.kind() == group.kind()
                                                && note.details().contains(detail)))
                                .hasSize(count));
            }
            List<Note> shuffled = new ArrayList<>(notes);
            Collections.shuffle(shuffled, random);
            assertThat(NoteGroup.of(shuffled, 0)).isEqualTo(NoteGroup.of(notes, 0));
        });
    }

    @Test
    void whatIsKeptIsTheFirstByPlaceInWhateverOrderFilesAreDone() {
        Seeded.times(200, random -> {
            int most = random.nextInt(6);
            List<List<NoteGroup>> files = new ArrayList<>();
            List<Note> all = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                List<Note> notes = notes(random);
                all.addAll(notes);
                files.add(NoteGroup.of(notes, 1_000));
            }
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            NoteTally tally = new NoteTally(most);
            order.forEach(place -> tally.add(place, files.get(place)));
            assertThat(tally.groups()).isEqualTo(NoteGroup.of(all, most));
        });
    }

    @Test
    void moreDetailsThanAreNamedAreCountedTheSameInAnyOrder() {
        Seeded.times(50, random -> {
            List<Note> notes = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                notes.add(note(NoteKind.UNSUPPORTED, "f", "." + random.nextInt(300)));
            }
            NoteGroup group = NoteGroup.of(notes, 0).getFirst();
            Collections.shuffle(notes, random);
            assertThat(NoteGroup.of(notes, 0)).containsExactly(group);
            assertThat(group.details()).hasSize(NoteTally.DETAILS);
            assertThat(group.details().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()
                            + group.others())
                    .isEqualTo(600);
        });
    }

    @Test
    void aMessageThatQuotesALongTextIsCut() {
        Note note = new Note(NoteKind.BAD_DATE, "a.md", 1, "\uD83D\uDE00".repeat(5_000));
        assertThat(note.message()).hasSize(1_003).endsWith("\uD83D\uDE00...");
    }

    private static List<Note> notes(Random random) {
        List<Note> notes = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            NoteKind kind = Seeded.one(random, List.of(NoteKind.values()));
            notes.add(note(kind, "f" + i, Seeded.one(random, ".jpg", ".png", ".gif")));
        }
        return notes;
    }

    @Test
    void whatIsAnErrorIsNotIndexedAndHasAWayOut() {
        assertThat(NoteKind.values()).allSatisfy(kind -> {
            assertThat(kind.word()).matches("[a-z]+(_[a-z]+)*");
            assertThat(kind.title()).isNotBlank().doesNotEndWith(".");
            boolean info = kind.severity() == Note.Severity.INFO;
            assertThat(kind.advice()).matches(info ? "|[A-Z].*\\." : "[A-Z].*\\.");
            assertThat(kind.leftOut() || kind.severity() != Note.Severity.ERROR).isTrue();
        });
        assertThat(Arrays.stream(NoteKind.values()).map(NoteKind::title)).doesNotHaveDuplicates();
    }
}
