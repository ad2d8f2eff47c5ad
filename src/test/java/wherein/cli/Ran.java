package wherein.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What a command printed, and its exit code. */
public record Ran(int exit, byte[] bytes, String err) {

    /** Runs the command with these arguments. */
    public static Ran of(String... arguments) {
        return in(System.getenv(), Path.of(""), arguments);
    }

    /** Runs the command in this environment and working directory. */
    static Ran in(Map<String, String> environment, Path folder, String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Ran ran = to(printed, environment, folder, arguments);
        return new Ran(ran.exit(), printed.toByteArray(), ran.err());
    }

    /** Runs the command, whose output goes elsewhere. */
    static Ran to(OutputStream out, String... arguments) {
        return to(out, System.getenv(), Path.of(""), arguments);
    }

    private static Ran to(OutputStream out, Map<String, String> environment, Path folder, String... arguments) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int exit = Main.run(new Terminal(out, told), environment, folder, arguments);
        return new Ran(exit, new byte[0], told.toString(StandardCharsets.UTF_8));
    }

    public String out() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
