package wherein.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictsTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(Verdicts.NAME);
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(file());
    }

    @Test
    void whereThereIsNoFileNothingIsSaidAndNoneIsMade() throws Exception {
        Verdicts verdicts = Verdicts.of(folder);
        assertThat(verdicts.size()).isZero();
        assertThat(verdicts.state().revision()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsKeptIsThereForWhoeverOpensTheFileAndForWhoeverHasItOpen() throws Exception {
        Verdicts one = Verdicts.of(folder);
        Verdicts other = Verdicts.of(folder);
        one.add(List.of(Samples.of(1, "Anna", Word.CONFIRMED), Samples.of(2, "Anna", Word.REJECTED)));
        other.add(List.of(Samples.of(1, "Boris", Word.REJECTED)));
        assertThat(lines()).hasSize(3);
        for (Verdicts each : List.of(one, other, Verdicts.of(folder))) {
            assertThat(each.state().count()).isEqualTo(3);
            assertThat(each.state().revision())
                    .isEqualTo(one.state().revision())
                    .isNotZero();
        }
    }

    @Test
    void aReviewersLaterWordIsLaterWhateverTheClockSays() throws Exception {
        Clock stopped = Clock.fixed(Instant.parse("2026-11-30T18:00:00Z"), ZoneOffset.UTC);
        Verdicts verdicts = Verdicts.of(folder, stopped);
        for (Word word : List.of(Word.CONFIRMED, Word.REJECTED, Word.CONFIRMED, Word.NONE)) {
            verdicts.add(List.of(Samples.of(1, "Anna", word)));
            Verdicts.State state = Verdicts.of(folder).state();
            List<Entry> all = Arrays.asList(state.entries()).subList(0, state.count());
            assertThat(LastWords.of(all)).extracting(Entry::word).containsExactly(word);
        }
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        Verdicts verdicts = Verdicts.of(folder);
        List<Future<List<Verdict>>> kept = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 400; i++) {
                Verdict verdict = Samples.of(i, "R" + i % 7, Word.CONFIRMED);
                kept.add(threads.submit(() -> verdicts.add(List.of(verdict))));
            }
        }
        List<String> lines = lines();
        assertThat(lines).hasSize(400);
        for (Future<List<Verdict>> each : kept) {
            assertThat(lines).contains(each.get().getFirst().line());
        }
    }

    @Test
    void whereverTheFileWasCutItsWholeLinesAreKeptAndTheRestIsToldAndCutAway() throws Exception {
        Verdicts.of(folder)
                .add(List.of(
                        Samples.of(1, "Anna", Word.CONFIRMED, "Ёжик в тумане"),
                        Samples.of(2, "Anna", Word.REJECTED, "fog")));
        byte[] whole = Files.readAllBytes(file());
        int first = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            Verdicts left = Verdicts.of(folder);
            // A line without its end is whole all the same.
            int lines = length >= whole.length - 1 ? 2 : length >= first - 1 ? 1 : 0;
            long end = lines == 2 ? length : lines == 1 ? Math.min(length, first) : 0;
            assertThat(left.size()).as("of " + length + " bytes").isEqualTo(lines);
            assertThat(left.torn()).isEqualTo(length - end);
            assertThat(left.mend()).isEqualTo(length - end);
            assertThat(Files.size(file())).isEqualTo(end);
            left.add(List.of(Samples.of(3, "Boris", Word.CONFIRMED)));
            assertThat(Verdicts.of(folder).size()).isEqualTo(lines + 1);
            assertThat(Verdicts.of(folder).faulty()).isZero();
        }
    }

    @Test
    void aLineThatIsNoVerdictIsToldAndStaysAndTheOthersHold() throws Exception {
        Verdicts.of(folder).add(List.of(Samples.of(1, "Anna", Word.CONFIRMED)));
        Files.writeString(file(), "fog\n\n\0\0\0\n" + "x".repeat(100_000) + "\n", StandardOpenOption.APPEND);
        Verdicts verdicts = Verdicts.of(folder);
        verdicts.add(List.of(Samples.of(2, "Anna", Word.REJECTED)));
        assertThat(verdicts.size()).isEqualTo(2);
        assertThat(verdicts.faults()).extracting(Verdicts.Fault::line).containsExactly(2L, 4L, 5L);
        assertThat(verdicts.faults().getLast().reason()).isEqualTo("it has more than 65536 bytes");
        assertThat(lines()).hasSize(6);
    }

    @Test
    void aFileThatTookThePlaceOfTheOneThatWasReadIsReadAnew() throws Exception {
        Verdicts verdicts = Verdicts.of(folder);
        verdicts.add(List.of(Samples.of(1, "Anna", Word.CONFIRMED), Samples.of(2, "Anna", Word.CONFIRMED)));
        long before = verdicts.state().revision();
        List<String> lines = lines();
        Files.delete(file());
        assertThat(verdicts.state().count()).isZero();
        Files.write(file(), lines.subList(1, 2));
        assertThat(verdicts.state().count()).isEqualTo(1);
        assertThat(verdicts.state().revision()).isNotEqualTo(before);
        verdicts.add(List.of(Samples.of(3, "Anna", Word.CONFIRMED)));
        assertThat(Verdicts.of(folder).size()).isEqualTo(2);
    }

    @Test
    void whereTheFileCannotBeReadWhatWasReadBeforeStays() throws Exception {
        Verdicts verdicts = Verdicts.of(folder);
        verdicts.add(List.of(Samples.of(1, "Anna", Word.CONFIRMED)));
        Verdicts.State before = verdicts.state();
        Path aside = Files.move(file(), folder.resolve("aside"));
        Files.createDirectory(file());
        for (int i = 0; i < 3; i++) {
            assertThat(verdicts.state()).isEqualTo(before);
        }
        Files.delete(file());
        Files.move(aside, file());
        assertThat(verdicts.state().revision()).isEqualTo(before.revision());
        verdicts.add(List.of(Samples.of(2, "Anna", Word.CONFIRMED)));
        assertThat(Verdicts.of(folder).size()).isEqualTo(2);
    }

    @Test
    void theWordsOfAFileThatTookThePlaceOfAnotherAreNotTakenForThoseOfThatOne() throws Exception {
        Verdicts verdicts = Verdicts.of(folder);
        verdicts.add(List.of(Samples.of(1, "Anna", Word.CONFIRMED)));
        Entry entry = verdicts.state().entries()[0];
        assertThat(verdicts.read(entry).reviewer()).isEqualTo("Anna");
        Files.writeString(file(), lines().getFirst().replace("Anna", "Emma") + "\n");
        assertThatThrownBy(() -> verdicts.read(entry))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("was changed");
    }

    @Test
    void whatNoLineCanHoldIsRefusedAndTheOthersThatWaitAreKept() throws Exception {
        Verdicts verdicts = Verdicts.of(folder);
        Verdict one = Samples.of(1, "Anna", Word.CONFIRMED);
        Anchor anchor = one.anchor();
        Anchor wide = new Anchor(
                anchor.document(),
                anchor.type(),
                "x".repeat(VerdictFile.LONGEST),
                anchor.said(),
                0,
                VerdictFile.LONGEST,
                "",
                "",
                1,
                "",
                "");
        Verdict large = new Verdict(one.time(), "Boris", Word.CONFIRMED, Map.of(), "", wide);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<List<Verdict>>> kept = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Verdict each = i % 4 == 0 ? large : Samples.of(i, "Anna", Word.CONFIRMED);
                kept.add(threads.submit(() -> verdicts.add(List.of(each))));
            }
            for (int i = 0; i < 100; i++) {
                Future<List<Verdict>> each = kept.get(i);
                if (i % 4 == 0) {
                    assertThatThrownBy(each::get)
                            .hasCauseInstanceOf(VerdictException.class)
                            .hasMessageContaining("more than 65536 bytes");
                } else {
                    assertThat(each.get()).hasSize(1);
                }
            }
        }
        assertThat(lines()).hasSize(75);
        assertThat(Verdicts.of(folder).faulty()).isZero();
    }

    @Test
    void nothingIsSaidAfterTheEndOfTheYear9999AndWhoSaidThatHasToMendIt() throws Exception {
        String late = Samples.of(1, "Anna", Word.CONFIRMED)
                .at(Instant.parse("9999-12-31T23:59:59.999Z"))
                .line();
        Files.writeString(file(), late + "\n" + late.replace("9999-", "+10000-") + "\n");
        Verdicts verdicts = Verdicts.of(folder);
        assertThat(verdicts.size()).isEqualTo(1);
        assertThat(verdicts.faults()).extracting(Verdicts.Fault::line).containsExactly(2L);
        assertThatThrownBy(() -> verdicts.add(List.of(Samples.of(1, "Anna", Word.REJECTED))))
                .isInstanceOf(VerdictException.class)
                .hasMessageContaining("a verdict of Anna is of the end of the year 9999");
        assertThat(verdicts.add(List.of(Samples.of(1, "Boris", Word.REJECTED)))).hasSize(1);
    }

    @Test
    void whatAnotherFileHasMoreIsTakenOnceAsItIsWithoutWhatIsNoVerdict() throws Exception {
        Path there = Files.createDirectory(folder.resolve("there"));
        Verdicts other = Verdicts.of(there);
        List<Verdict> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(Samples.of(i, "Anna", Word.CONFIRMED, "ё" + i));
        }
        other.add(many);
        other.rename(List.of(new Renaming(Instant.EPOCH, "fog.txt", "mist.txt")));
        List<String> sound = Files.readAllLines(other.path());
        Files.writeString(other.path(), "fog\n\n{\"time\":1}\ntorn", StandardOpenOption.APPEND);
        Verdicts verdicts = Verdicts.of(folder);
        verdicts.add(List.of(Samples.of(1, "Anna", Word.REJECTED)));
        String own = lines().getFirst();
        assertThat(verdicts.take(other.path())).isEqualTo(2_501);
        assertThat(verdicts.take(other.path())).isZero();
        assertThat(lines()).first().isEqualTo(own);
        assertThat(lines().subList(1, 2_502)).isEqualTo(sound);
        assertThat(verdicts.state().revision())
                .isEqualTo(Verdicts.of(folder).state().revision());
        assertThat(verdicts.size()).isEqualTo(2_501);
        assertThat(verdicts.faulty()).isZero();
        assertThat(verdicts.take(folder.resolve("none"))).isZero();
    }

    @Test
    void aFolderThatIsClosedIsToldAndNothingIsKept() throws Exception {
        Verdicts verdicts = Verdicts.of(folder.resolve("nowhere"));
        assertThatThrownBy(() -> verdicts.add(List.of(Samples.of(1, "Anna", Word.CONFIRMED))))
                .isInstanceOf(VerdictException.class);
        assertThat(verdicts.size()).isZero();
        assumeThat(folder.toFile().setWritable(false) && !Files.isWritable(folder))
                .as("a folder can be closed to this user")
                .isTrue();
        Verdicts closed = Verdicts.of(folder);
        assertThatThrownBy(() -> closed.add(List.of(Samples.of(1, "Anna", Word.CONFIRMED))))
                .isInstanceOfSatisfying(
                        VerdictException.class,
                        e -> assertThat(e.reason()).isEqualTo(VerdictException.Reason.READ_ONLY));
        folder.toFile().setWritable(true);
    }

    @Test
    void aFullDiskIsToldAndLeavesTheFileAsItWas() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full))
                .as("this system has a disk that is always full")
                .isTrue();
        Files.createSymbolicLink(file(), full);
        Verdicts verdicts = Verdicts.of(folder);
        assertThatThrownBy(() -> verdicts.add(List.of(Samples.of(1, "Anna", Word.CONFIRMED))))
                .isInstanceOfSatisfying(
                        VerdictException.class, e -> assertThat(e.reason()).isEqualTo(VerdictException.Reason.NO_ROOM));
        assertThat(verdicts.size()).isZero();
    }
}
