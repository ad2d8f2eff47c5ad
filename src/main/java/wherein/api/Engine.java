package wherein.api;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import wherein.coverage.Coverage;
import wherein.mention.Annotator;
import wherein.query.Names;
import wherein.query.QueryFields;
import wherein.query.QueryParser;
import wherein.search.Deadline;
import wherein.search.DeadlineException;
import wherein.search.PassageSearcher;
import wherein.search.RowMarks;
import wherein.search.Suggestion;
import wherein.verdict.Judgements;
import wherein.verdict.Moment;
import wherein.verdict.Verdicts;

/** One generation of an index with what is made from it once for all its requests. Requests are answered from it. */
public final class Engine {

    private static final Logger LOG = Logger.getLogger(Engine.class.getName());
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration WARMING_UP = Duration.ofHours(1);

    private final PassageSearcher searcher;
    private final Supplier<Names> names;
    private final Annotator annotator;
    private final Coverage coverage;
    private final Build build;
    private final Stamp stamp;
    private final QueryParser parser;
    private final Map<String, Parameter<List<String>>> fields;
    private final Map<String, List<Parameter<?>>> parameters;
    private final Deadline deadline;
    private final Serving serving;
    private final Optional<Judgements> judgements;
    private final Optional<Moment> moment;

    /**
     * Answers from an index.
     *
     * @param searcher the index; stays open when this is not needed any more
     * @param names of what its ledger holds
     * @param annotator finds the mentions of texts that are in no index
     */
    public Engine(PassageSearcher searcher, Names names, Annotator annotator, Build build) {
        this.searcher = searcher;
        this.names = () -> names;
        this.annotator = annotator;
        this.coverage = new Coverage(searcher, annotator);
        this.build = build;
        this.stamp = Stamp.of(build, searcher);
        this.parser = new QueryParser(new QueryFields(searcher.fields()), searcher.queryLimits());
        this.fields = new LinkedHashMap<>();
        searcher.fields().forEach(name -> fields.put(name, Parameters.field(name)));
        this.parameters = new HashMap<>();
        Endpoints.all()
                .forEach(each -> parameters.put(each.path(), Parameters.in(searcher.fields(), each.parameters())));
        this.deadline = Deadline.after(searcher.limit());
        this.serving = Serving.NOTHING;
        this.judgements = Optional.empty();
        this.moment = Optional.empty();
    }

    private Engine(
            Engine all, Deadline deadline, Serving serving, Optional<Judgements> judgements, Optional<Moment> moment) {
        this.searcher = all.searcher.within(deadline);
        this.names = () -> all.names().within(deadline::check);
        this.annotator = all.annotator;
        this.coverage = all.coverage;
        this.build = all.build;
        this.stamp = all.stamp;
        this.parser = all.parser;
        this.fields = all.fields;
        this.parameters = all.parameters;
        this.deadline = deadline;
        this.serving = serving;
        this.judgements = judgements;
        this.moment = moment;
    }

    /**
     * Does ahead what the first requests would wait for: the first search of a JVM takes half a second, and the first of an
     * index reads much of it. Waits for the copies, a second or two for 160,000 passages of which a tenth are copied, and for the
     * names of persons, some seconds for a million mentions; what is suggested is only begun. What fails is told to whoever asks
     * next.
     */
    public void warmUp() {
        try {
            SearchApi.search(
                    within(Deadline.after(WARMING_UP)),
                    Map.of("q", List.of("a \"b c\""), "facets", List.of("date,source,stance,lang")));
            // Countries and persons are told by what is made of all their names.
            SearchApi.search(
                    within(Deadline.after(WARMING_UP)),
                    Map.of("q", List.of("a"), "limit", List.of("0"), "facets", List.of("country,person")));
            within(Deadline.after(WARMING_UP)).marks();
            searcher.within(Deadline.after(A_MOMENT)).suggest("a", EnumSet.allOf(Suggestion.Type.class), 1, names());
        } catch (DeadlineException e) {
            // It is begun, and nobody waits for it yet.
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "the search ahead failed", e);
        }
    }

    /** This for one request, which is answered until {@code deadline}. */
    public Engine within(Deadline deadline) {
        return new Engine(this, deadline, serving, judgements, judgements.map(Judgements::now));
    }

    /** This, as a server that knows this of itself has it. */
    public Engine by(Serving server) {
        return new Engine(this, deadline, server, judgements, moment);
    }

    /** This, with what readers say of its rows. */
    public Engine judgedBy(Verdicts verdicts) {
        Judgements said = new Judgements(searcher, verdicts);
        return new Engine(this, deadline, serving, Optional.of(said), Optional.of(said.now()));
    }

    /** What readers say, and where more is kept; empty where nothing is known of that. */
    public Optional<Judgements> judgements() {
        return judgements;
    }

    /** What readers have said when the request began. */
    public Optional<Moment> moment() {
        return moment;
    }

    /** What they say of each row. Who asks first of a generation waits until all is placed, but no longer than the deadline. */
    RowMarks marks() throws IOException {
        return moment.isPresent() ? moment.get().marks(deadline) : RowMarks.NOTHING;
    }

    /** What the server knows beside the index. */
    public Serving serving() {
        return serving;
    }

    /** The index. */
    public PassageSearcher searcher() {
        return searcher;
    }

    /** The names of what its ledger holds; who asks for them waits no longer than the deadline. */
    public Names names() {
        return names.get();
    }

    /** Reads queries. */
    QueryParser parser() {
        return parser;
    }

    /** The filters by the collection's own fields, by the names of these. */
    Map<String, Parameter<List<String>>> fields() {
        return fields;
    }

    /** All parameters that the endpoint of {@code path} has for this collection. */
    List<Parameter<?>> parameters(String path) {
        return parameters.get(path);
    }

    /** Finds the mentions of texts that are in no index. */
    public Annotator annotator() {
        return annotator;
    }

    /** What of the index might be a mention. */
    public Coverage coverage() {
        return coverage;
    }

    /** The program. */
    public Build build() {
        return build;
    }

    /** What answers depend on beside the request, what readers say among it. */
    public Stamp stamp() {
        return new Stamp(stamp.index(), moment.map(Moment::revision).orElse(0L));
    }

    /** What those answers depend on beside the request in which nobody is asked what readers say. */
    Stamp stampOfIndex() {
        return stamp;
    }

    /** By when the request is answered. */
    public Deadline deadline() {
        return deadline;
    }
}
