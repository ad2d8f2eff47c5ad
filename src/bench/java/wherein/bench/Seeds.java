package wherein.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures Wherein over a collection of a few documents: what one search in a shell takes, and the memory of a server. */
final class Seeds {

    private final Path folder;
    private final Path index;
    private final Path log;
    private final int times;

    /**
     * For a collection.
     *
     * @param folder of the collection
     * @param work where an index is made
     */
    Seeds(Path folder, Path work, String name, int times) {
        this.folder = folder;
        this.index = work.resolve("seeds-" + name.replaceAll("[^A-Za-z0-9.-]", "_"));
        this.log = work.resolve("servers.log");
        this.times = times;
    }

    void tell(ObjectNode to, List<String> command, HttpClient client) throws IOException, InterruptedException {
        run(command, "index", folder.toString(), "--index", index.toString());
        run(command, "search", "brain drain", "--index", index.toString());
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            run(command, "search", "brain drain", "--index", index.toString());
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        to.put("search_in_shell_s", new Sample(seconds).median());
        List<String> serve = with(
                command, "serve", folder.toString(), "--index", index.toString(), "--port", "0", "--no-watch");
        try (ServerProcess server = new ServerProcess(serve, log, client)) {
            to.put("start_s", server.startSeconds()).put("anonymous_mb", server.anonymousMegabytes());
        }
    }

    private void run(List<String> command, String... arguments) throws IOException, InterruptedException {
        List<String> whole = with(command, arguments);
        Process process = new ProcessBuilder(whole)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // 1 says that nothing was found, or that a file has a note.
        if (process.waitFor() > 1) {
            throw new IOException(String.join(" ", whole) + " ended with " + process.exitValue() + "; see " + log);
        }
    }

    private static List<String> with(List<String> command, String... arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        return whole;
    }
}
