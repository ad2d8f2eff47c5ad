package wherein.bench;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A server of the libraries alone, Javalin and Lucene: what memory they take without Wherein. Prints its address, and ends with its
 * standard input.
 */
final class BareServer {

    private BareServer() {}

    public static void main(String[] args) throws IOException {
        RawSearcher raw = new RawSearcher(Path.of(args[0]), RawIndex.Kind.SAME.analyzer());
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.get("/ready", context -> context.result("{}"));
            config.routes.get("/search", context -> {
                RawSearcher.Found found = raw.search(new Asked("", context.queryParam("q"), ""));
                context.json(java.util.Map.of("passages", found.passages(), "documents", found.documents()));
            });
        });
        server.start();
        System.out.println("http://127.0.0.1:" + server.port());
        while (System.in.read() >= 0) {
            // Nobody says anything.
        }
        System.exit(0);
    }
}
