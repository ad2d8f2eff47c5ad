package wherein.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import wherein.collection.Collection;
import wherein.collection.DocumentReader;
import wherein.http.Server;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.lucene.LuceneIndex;
import wherein.search.PassageSearcher;

/**
 * {@code wherein rehearse}: does once what the commands do, on the default collection and a temporary index, so that a
 * JVM which watches can keep the classes that were needed for quicker starts (JEP 483).
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

    private static final List<String> REQUESTS = List.of(
            "/",
            "/api/v1/info",
            "/api/v1/search?q=brain+drain&mode=box&facets=source,stance,date",
            "/api/v1/search?q=%22brain+drain%22+stance:critical",
            "/api/v1/documents");

    @ParentCommand
    private Main main;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("wherein");
        try {
            Path seeds = IndexLocation.of(List.of(), Optional.empty()).roots().getFirst();
            Indexing.Options options =
                    new Indexing.Options(false, false, true, false, Optional.empty(), DocumentReader.MAX_DOCUMENT);
            Indexing indexing = new Indexing(folder);
            for (int run = 0; run < 2; run++) {
                List<Collection> collections = List.of(Collection.open(seeds, Optional.empty()));
                // The second finds nothing new, as most runs do.
                try (Previous previous = indexing.previous()) {
                    indexing.build(previous, collections, options, Progress.SILENT);
                }
            }
            serve(folder);
            for (String query : List.of("brain drain", "\"brain drain\" stance:critical", "эмиграция")) {
                search(folder, query);
                search(folder, query, "--json");
            }
        } finally {
            delete(folder);
        }
        return Main.FOUND;
    }

    private void search(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of("search", "--index", folder.toString()));
        command.addAll(List.of(words));
        Main.run(main.terminal(), System.getenv(), Path.of(""), command.toArray(String[]::new));
    }

    private static void serve(Path folder) throws Exception {
        try (PassageSearcher searcher = LuceneIndex.open(folder)) {
            Server server = new Server(Version.engine(searcher), 0);
            for (String request : REQUESTS) {
                get(server.port(), request);
            }
            server.close();
        }
    }

    private static void get(int port, String path) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            PrintStream request = new PrintStream(out, false, StandardCharsets.US_ASCII);
            request.print("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            request.flush();
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void delete(Path folder) throws Exception {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException e) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
