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

    /** All kills are of one file, which grows from one process to the next. */
    private void kills(int seed, int count) throws Exception {
        Random random = new Random(seed);
        Set<String> acknowledged = new HashSet<>();
        int torn = 0;
        for (int i = 0; i < count; i++) {
            acknowledged.addAll(kill("R" + i + "-", 1 + random.nextInt(60)));
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
    private List<String> kill(String reviewer, int after) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        reviewer)
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
