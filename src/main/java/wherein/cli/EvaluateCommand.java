package wherein.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wherein.api.Engine;
import wherein.api.SearchApi;
import wherein.collection.Collection;
import wherein.evaluate.FormatException;
import wherein.evaluate.Judgements;
import wherein.evaluate.Measures;
import wherein.evaluate.Run;
import wherein.evaluate.Topics;
import wherein.index.IndexException;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.lucene.LuceneIndex;
import wherein.search.PassageSearcher;

/**
 * {@code wherein evaluate}: how well the judged documents of a collection are ranked. Asks what a client of {@code
 * /api/v1/search} asks with {@code mode=box&group=document&limit=1000}, of the same code.
 */
@Command(
        name = "evaluate",
        description = {
            "Measures the ranking by judgements: nDCG@10, MAP and recall@100 as trec_eval computes them.",
            "",
            "Asks the queries of FOLDER, which is indexed for this run alone, or of the index that --index names;",
            "or reads the answers of an earlier run, with --answers."
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    private static final int DEPTH = 1_000;
    private static final long MAX_DOCUMENT = 32L << 20;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "The collection: a folder or a file.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of an index, in place of FOLDER.")
    private Optional<Path> index = Optional.empty();

    @Option(
            names = "--topics",
            paramLabel = "FILE",
            description = "The queries: lines of an id, a tab and a text, or TREC's topics in tags.")
    private Optional<Path> topics = Optional.empty();

    @Option(
            names = "--field",
            paramLabel = "NAME",
            defaultValue = "title",
            description = "The field of TREC's topics that is asked (default: ${DEFAULT-VALUE}).")
    private String field;

    @Option(
            names = "--qrels",
            paramLabel = "FILE",
            required = true,
            description = "The judgements: lines of query, 0, document, grade.")
    private Path qrels;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "A run to measure: lines of query, Q0, document, rank, score, name.")
    private Optional<Path> answers = Optional.empty();

    @Option(names = "--run", paramLabel = "FILE", description = "Where to write the run that was made, in that form.")
    private Optional<Path> run = Optional.empty();

    @Option(names = "--each", description = "The measures of each query too.")
    private boolean each;

    @Override
    public Integer call() throws Exception {
        Judgements judgements = read(qrels, text -> Judgements.read(text.lines().toList()));
        Map<String, Measures> measured = Measures.each(answered(), judgements);
        if (measured.isEmpty()) {
            throw new UserException(qrels + ": no query in it has a relevant document; there is nothing to measure");
        }
        Terminal terminal = main.terminal();
        if (each) {
            measured.forEach((query, measures) -> print(terminal, query, measures));
        }
        terminal.out().printf("num_q\tall\t%d%n", measured.size());
        print(terminal, "all", Measures.mean(measured));
        terminal.out().flush();
        return Main.FOUND;
    }

    private static void print(Terminal terminal, String query, Measures measures) {
        line(terminal, "ndcg_cut_10", query, measures.ndcg());
        line(terminal, "map", query, measures.map());
        line(terminal, "recall_100", query, measures.recall());
    }

    private static void line(Terminal terminal, String name, String query, double value) {
        terminal.out().println(String.join("\t", name, query, String.format(Locale.ROOT, "%.4f", value)));
    }

    private Run answered() throws Exception {
        if (answers.isPresent()) {
            if (topics.isPresent() || folder.isPresent() || index.isPresent() || run.isPresent()) {
                throw new UserException("--answers is a run that was made already; leave out what would make another: "
                        + "FOLDER, --index, --topics and --run");
            }
            return read(answers.get(), text -> Run.read(text.lines().toList()));
        }
        if (topics.isEmpty() || folder.isPresent() == index.isPresent()) {
            throw new UserException("expected --topics with either FOLDER or --index, or --answers alone");
        }
        Topics asked = read(topics.get(), text -> Topics.read(text, field));
        Run made = folder.isPresent() ? indexed(folder.get(), asked) : ask(index.get(), asked);
        if (run.isPresent()) {
            keep(run.get(), made.lines("wherein"));
        }
        return made;
    }

    /** Writes {@code lines} to {@code file}, all or none: half a run would be measured as a bad one. */
    private static void keep(Path file, Iterable<String> lines) throws IOException, UserException {
        // What is no file, such as a pipe, cannot be put in its place afterwards.
        boolean whole = !Files.exists(file) || Files.isRegularFile(file);
        Path part = whole ? file.resolveSibling(file.getFileName() + ".part") : file;
        try {
            Files.write(part, lines);
            if (whole) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            if (whole) {
                Files.deleteIfExists(part);
            }
            throw new UserException(file + " cannot be written: " + Messages.of(e), e);
        }
    }

    /** Asks an index that is made for this and deleted after it. */
    private static Run indexed(Path collection, Topics topics) throws Exception {
        Path place = Files.createTempDirectory("wherein-evaluate");
        try {
            new Indexing(place)
                    .build(
                            Previous.NONE,
                            List.of(Collection.open(collection.toAbsolutePath().normalize(), Optional.empty())),
                            new Indexing.Options(false, false, false, false, Optional.empty(), MAX_DOCUMENT),
                            Progress.SILENT);
            return ask(place, topics);
        } finally {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Run ask(Path index, Topics topics) throws IOException, IndexException {
        Run run = new Run();
        // How good an order is does not hang on how busy a machine is.
        try (PassageSearcher searcher = LuceneIndex.open(index, Duration.ofMinutes(5))) {
            Engine engine = Version.engine(searcher);
            for (Map.Entry<String, String> topic : topics.queries().entrySet()) {
                JsonNode answer = SearchApi.search(
                        engine,
                        Map.of(
                                "q", List.of(topic.getValue()),
                                "mode", List.of("box"),
                                "group", List.of("document"),
                                "snippets", List.of("0"),
                                "limit", List.of(Integer.toString(DEPTH))));
                for (JsonNode hit : answer.get("hits")) {
                    String id = hit.get("document").asText();
                    run.add(topic.getKey(), new Run.Scored(id, hit.get("score").floatValue()));
                }
            }
        }
        return run;
    }

    /** Reads the whole of a text. */
    private interface Reader<T> {
        T read(String text) throws FormatException;
    }

    private static <T> T read(Path file, Reader<T> reader) throws IOException, UserException {
        try {
            return reader.read(Files.readString(file));
        } catch (FormatException e) {
            throw new UserException(file + ": " + e.getMessage(), e);
        }
    }
}
