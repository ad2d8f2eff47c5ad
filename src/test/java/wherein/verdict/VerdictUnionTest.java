package wherein.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;

class VerdictUnionTest {

    @TempDir
    private Path folder;

    private int scratch;

    private Path file(List<String> lines) throws Exception {
        return Files.write(folder.resolve("f" + scratch++), lines);
    }

    /** The lines of the union of some files, and of which mentions reviewers say different things. */
    private record United(Set<String> lines, List<String> conflicts, Set<String> last) {

        static United of(Path... files) throws Exception {
            VerdictUnion union = new VerdictUnion();
            List<String> lines = new ArrayList<>();
            for (Path file : files) {
                union.add(file, line -> lines.add(new String(line, StandardCharsets.UTF_8)));
            }
            assertThat(lines).doesNotHaveDuplicates();
            assertThat(union.size()).isEqualTo(lines.size());
            List<String> conflicts = new ArrayList<>();
            union.conflicts(all -> conflicts.add(all.getFirst().anchor().start() + " "
                    + all.stream()
                            .map(each -> each.reviewer() + each.word() + each.instead())
                            .toList()));
            Set<String> last = new TreeSet<>();
            union.last(line -> last.add(new String(line, StandardCharsets.UTF_8)));
            return new United(new TreeSet<>(lines), conflicts, last);
        }
    }

    @Test
    void filesOfTwoReviewersMergeInAnyOrderAndAsOftenAsOneLikes() {
        Seeded.times(40, random -> {
            Path a = file(random(random));
            Path b = file(random(random));
            Path c = file(random(random));
            United all = United.of(a, b, c);
            Set<String> lines = new TreeSet<>(Files.readAllLines(a));
            lines.addAll(Files.readAllLines(b));
            lines.addAll(Files.readAllLines(c));
            assertThat(all.lines()).isEqualTo(lines);
            assertThat(United.of(c, b, a)).isEqualTo(all);
            assertThat(United.of(a, b, c, a, a)).isEqualTo(all);
            Path ab = file(List.copyOf(United.of(a, b).lines()));
            Path bc = file(List.copyOf(United.of(b, c).lines()));
            assertThat(United.of(ab, c)).isEqualTo(all);
            assertThat(United.of(a, bc)).isEqualTo(all);
            assertThat(all.conflicts()).isEqualTo(conflicts(lines));
        });
    }

    @Test
    void whatIsLeftOfACompactedFileSaysTheSameAloneAndWithAnyOther() {
        Seeded.times(40, random -> {
            Path a = file(random(random));
            Path b = file(random(random));
            United whole = United.of(a, b);
            Path compact = file(List.copyOf(United.of(a).last()));
            assertThat(United.of(compact).last()).isEqualTo(United.of(a).last());
            assertThat(United.of(compact, b).last()).isEqualTo(whole.last());
            assertThat(United.of(compact, b).conflicts()).isEqualTo(whole.conflicts());
        });
    }

    private static List<String> random(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < random.nextInt(25); i++) {
            Verdict verdict = Samples.of(
                    random.nextInt(6),
                    Seeded.one(random, "Anna", "Boris", "Вера"),
                    Seeded.one(random, List.of(Word.values())),
                    random.nextBoolean() ? "" : "n" + random.nextInt(3));
            lines.add(
                    verdict.at(Instant.ofEpochMilli(random.nextInt(1_000_000))).line());
        }
        return lines;
    }

    /** Told in another way: all lines in the order of time, each over what its reviewer said before. */
    private static List<String> conflicts(Set<String> lines) throws Exception {
        List<Verdict> all = new ArrayList<>();
        for (String line : lines) {
            all.add(Verdict.parse(line));
        }
        all.sort((one, other) -> one.time().compareTo(other.time()));
        Map<Integer, Map<String, String>> words = new TreeMap<>();
        for (Verdict each : all) {
            Map<String, String> of = words.computeIfAbsent(each.anchor().start(), start -> new TreeMap<>());
            of.put(each.reviewer(), each.word() + each.instead());
        }
        List<String> conflicts = new ArrayList<>();
        words.forEach((start, of) -> {
            of.values().removeIf(word -> word.equals("NONE"));
            if (new TreeSet<>(of.values()).size() > 1) {
                List<String> told = new ArrayList<>();
                of.forEach((reviewer, word) -> told.add(reviewer + word));
                conflicts.add(start + " " + told);
            }
        });
        return conflicts;
    }

    @Test
    void aFileWithALineThatIsNoVerdictAddsNothingAndTheLineIsNamed() throws Exception {
        Path faulty = file(List.of(Samples.of(1, "Anna", Word.CONFIRMED).line(), "fog"));
        VerdictUnion union = new VerdictUnion();
        assertThatThrownBy(() -> union.add(faulty, line -> {}))
                .isInstanceOf(VerdictException.class)
                .hasMessage(faulty + ", line 2 is no verdict: it is no object of JSON");
        assertThat(union.size()).isZero();
    }

    @Test
    void aFileThatIsNotThereIsToldAndNotTakenForAnEmptyOne() {
        Path none = folder.resolve("none.ndjson");
        assertThatThrownBy(() -> new VerdictUnion().add(none, line -> {}))
                .isInstanceOf(VerdictException.class)
                .hasMessage("there is no file " + none);
    }

    @Test
    void whatIsImportedIsInTheFileOfTheIndexAndComesOnce() throws Exception {
        Path own = Files.createDirectory(folder.resolve("own"));
        Verdicts verdicts = Verdicts.of(own);
        verdicts.add(List.of(Samples.of(1, "Anna", Word.CONFIRMED)));
        Path other = file(List.of(
                Samples.of(1, "Boris", Word.REJECTED).line(),
                Samples.of(2, "Boris", Word.REJECTED).line()));
        for (int i = 0; i < 3; i++) {
            VerdictUnion union = verdicts.merge(List.of(other));
            assertThat(union.size()).isEqualTo(3);
            assertThat(verdicts.size()).isEqualTo(3);
            assertThat(union.conflicts(all -> assertThat(all).hasSize(2))).isEqualTo(1);
        }
        assertThat(Verdicts.of(own).size()).isEqualTo(3);
    }
}
