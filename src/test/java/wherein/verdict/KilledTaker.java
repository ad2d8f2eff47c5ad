package wherein.verdict;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A process that takes over the lines of one file after the other, as a backup does, and says so of each, until it is killed. */
final class KilledTaker {

    private KilledTaker() {}

    /** Takes the lines of all other arguments into the folder of the first. */
    public static void main(String... arguments) throws Exception {
        Verdicts verdicts = Verdicts.of(Path.of(arguments[0]));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (String each : Arrays.asList(arguments).subList(1, arguments.length)) {
            verdicts.take(Path.of(each));
            out.println("{" + each + "}");
        }
    }
}
