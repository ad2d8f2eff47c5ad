package wherein.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed, as {@code kill -9} does, while several of their threads keep verdicts. */
class KillTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereAfterIt() throws Exception {
        kills(1, 4);
    }

    @Test
    @Tag("long")
    void aHundredKillsLoseNothingThatWasAcknowledged() throws Exception {
        kills(2, 100);
    }

    @Test
    void aBackupThatWasKilledHasWholeLinesAloneAndGoesOnWhereItEnded() throws Exception {
        Random random = new Random(3);
        List<String> all = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> lines = new ArrayList<>();
            for (int j = 0; j < 300; j++) {
                lines.add(Samples.of(300 * i + j, "Anna", Word.CONFIRMED, "n".repeat(j))
                        .line());
            }
            all.addAll(lines);
            files.add(Files.write(folder.resolve("part" + i), lines).toString());
        }
        for (int i = 0; i < 3; i++) {
            List<String> arguments = new ArrayList<>(List.of(folder.toString()));
            arguments.addAll(files);
            int taken =
                    kill(KilledTaker.class, 1 + random.nextInt(10), arguments).size();
            Verdicts left = Verdicts.of(folder);
            assertThat(left.faulty()).isZero();
            assertThat(left.size()).isGreaterThanOrEqualTo(300 * taken);
            List<String> lines =
                    Files.readAllLines(folder.resolve(Verdicts.NAME)).subList(0, left.size());
            assertThat(lines).isEqualTo(all.subList(0, left.size()));
        }
        Verdicts left = Verdicts.of(folder);
        for (String each : files) {
            left.take(Path.of(each));
        }
        assertThat(Files.readAllLines(folder.resolve(Verdicts.NAME))).isEqualTo(all);
    }

    /** All kills are of one file, which grows from one process to the next. */
    private void kills(int seed, int count) throws Exception {
        Random random = new Random(seed);
        Set<String> acknowledged = new HashSet<>();
        int torn = 0;
        for (int i = 0; i < count; i++) {
            acknowledged.addAll(
                    kill(KilledWriter.class, 1 + random.nextInt(60), List.of(folder.toString(), "R" + i + "-")));
            String when = "seed " + seed + ", kill " + i;
            Verdicts left = Verdicts.of(folder);
            assertThat(left.faulty()).as(when).isZero();
            torn += left.mend() > 0 ? 1 : 0;
            List<String> lines = Files.readAllLines(folder.resolve(Verdicts.NAME));
            assertThat(new HashSet<>(lines)).as(when).containsAll(acknowledged);
            assertThat(lines).as(when).doesNotHaveDuplicates().hasSize(left.size());
        }
        System.out.println(
                count + " kills, " + acknowledged.size() + " verdicts acknowledged, " + torn + " torn lines");
    }

    /** Starts a process, and kills it when it has said so much; gives the whole lines that it had said by then. */
    private static List<String> kill(Class<?> main, int after, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (said.size() == after) {
                    // The process itself would close its output too, and what it said last would be lost.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        // What was said in the moment of the kill may be cut.
        if (!said.isEmpty() && !said.getLast().endsWith("}")) {
            said.removeLast();
        }
        return said;
    }
}
