package wherein.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.collection.Collection;
import wherein.index.Indexer;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;

/** A real server over a real index of a collection, for as long as a test needs it. */
final class Site implements AutoCloseable {

    private static final long MAX_DOCUMENT = 32L << 20;

    private final PassageSearcher searcher;
    private Server server;

    private Site(PassageSearcher searcher) {
        this.searcher = searcher;
        this.server = start(0);
    }

    /** Indexes the collection in {@code folder} into the folder {@code index}, and serves it at any free port. */
    static Site of(Path folder, Path index) throws Exception {
        return of(folder, Optional.empty(), index);
    }

    /** As {@link #of(Path, Path)}, with a catalogue that lies elsewhere. */
    static Site of(Path folder, Optional<Path> catalogue, Path index) throws Exception {
        Indexer indexer = new Indexer(
                List.of(Collection.open(folder, catalogue)),
                Recognisers::standard,
                Map.of(),
                new Indexer.Settings(false, MAX_DOCUMENT, 2),
                Progress.SILENT);
        try (Previous previous = LuceneIndex.previous(index);
                PassageSink sink = LuceneIndex.update(index, previous)) {
            indexer.run(sink, previous);
        }
        return new Site(LuceneIndex.open(index));
    }

    private Server start(int port) {
        return new Server(
                new Engine(searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none")),
                port);
    }

    /** The address of the page, without a slash at its end. */
    String address() {
        return server.address();
    }

    /** Closes the server while {@code during} runs, and starts it again at the same port. */
    void without(Runnable during) {
        int port = server.port();
        server.close();
        try {
            during.run();
        } finally {
            server = start(port);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        searcher.close();
    }
}
