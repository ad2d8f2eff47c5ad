package wherein.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import wherein.lucene.LuceneIndex;
import wherein.query.Query;
import wherein.query.QueryFields;
import wherein.query.QueryParser;
import wherein.search.Hit;
import wherein.search.Hits;
import wherein.search.Matched;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.snippet.Snippet;
import wherein.snippet.Snippeter;
import wherein.text.Span;

/** Times two methods alone, by JMH: what finds the ten best passages, counts all, and marks; and what cuts snippets of ten hits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "--add-modules=jdk.incubator.vector"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class Methods {

    private static final int TOP = 10;
    private static final int SNIPPET = 320;

    /** The folder of an index, and the file of queries that belongs to it. */
    @Param("")
    public String index;

    @Param("")
    public String queries;

    private final List<Query> asked = new ArrayList<>();
    private final List<Hits> answers = new ArrayList<>();
    private PassageSearcher searcher;
    private int next;

    /** Times the methods over an index of Wherein. */
    static void time(Path index, Path queries) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(Methods.class.getName())
                        .param("index", index.toString())
                        .param("queries", queries.toString())
                        .build())
                .run();
    }

    /** Opens the index. */
    @Setup
    public void open() throws Exception {
        searcher = LuceneIndex.open(Path.of(index));
        QueryParser parser = new QueryParser(new QueryFields(List.of()));
        for (Asked each : Asked.read(Path.of(queries))) {
            if (each.source().isEmpty()) {
                Query query = parser.parse(each.text(), QueryParser.Operator.OR, QueryParser.Mode.STRICT)
                        .query();
                asked.add(query);
                answers.add(searcher.search(SearchRequest.best(query, List.of(), TOP)));
            }
        }
    }

    /** Closes it. */
    @TearDown
    public void close() throws IOException {
        searcher.close();
    }

    /** One query after the other. */
    @Benchmark
    public Hits search() throws IOException {
        return searcher.search(SearchRequest.best(asked.get(next++ % asked.size()), List.of(), TOP));
    }

    /** The hits of one query after the other. */
    @Benchmark
    public List<Snippet> snippets() {
        List<Snippet> snippets = new ArrayList<>();
        Snippeter snippeter = new Snippeter(SNIPPET);
        for (Hit hit : answers.get(next++ % answers.size()).hits()) {
            List<List<Span>> marks = hit.matched().stream().map(Matched::text).toList();
            snippets.addAll(snippeter.snippets(hit.text(), hit.marks(), marks, 1));
        }
        return snippets;
    }
}
