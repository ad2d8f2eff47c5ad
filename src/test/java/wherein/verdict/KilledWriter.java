package wherein.verdict;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process that keeps verdicts, several at once, and prints the line of each that is kept, until it is killed. */
final class KilledWriter {

    private KilledWriter() {}

    /** Keeps verdicts in the folder of the first argument, by reviewers who are called as the second says. */
    public static void main(String... arguments) throws Exception {
        Verdicts verdicts = Verdicts.of(Path.of(arguments[0]));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (int thread = 0; thread < 4; thread++) {
            String reviewer = arguments[1] + thread;
            Thread.ofPlatform().start(() -> {
                for (int i = 0; ; i++) {
                    try {
                        Verdict verdict = Samples.of(i, reviewer, Word.CONFIRMED, "n".repeat(i * 37 % 1_900));
                        String line = verdicts.add(List.of(verdict)).getFirst().line();
                        synchronized (out) {
                            out.println(line);
                        }
                    } catch (VerdictException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
        }
    }
}
