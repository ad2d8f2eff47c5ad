package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Names;
import wherein.query.Query;
import wherein.search.Copies;
import wherein.search.Deadline;
import wherein.search.DeadlineException;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.LedgerRequest;
import wherein.search.MatchRequest;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.Suggestion;

/** Whatever is asked of a large index asks the deadline of its request, again and again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DeadlineContract extends Contract {

    /** Of 5 passages with 10 mentions each. */
    private static final int DOCUMENTS = 4_000;

    private static final Duration LONG = Duration.ofHours(1);

    private static final Query FOG = new Query.Word(Query.TEXT, "fog");
    private static final Query PHRASE = new Query.Phrase(Query.TEXT, "fog gull", 5);
    private static final LedgerRequest ALL = new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL);
    private static final LedgerRequest SOME = new LedgerRequest(
            FOG,
            List.of(new Filter.Keyword("stance", List.of("for"), true)),
            MentionSelector.ALL.withTypes(Set.of(Mention.Type.PERSON, Mention.Type.FIGURE)));
    private static final LedgerRequest FOLDED =
            new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL, Copies.FOLDED);
    private static final MatchRequest MATCHES = new MatchRequest(FOG, List.of());
    private static final List<String> FACETS = List.of("source", "date", "title", "country", "person");
    private static final int[] NUMBERS = {0, 20_000};

    private PassageSearcher index;

    @BeforeAll
    void write() throws Exception {
        String name = newIndex();
        PlantedLedger.write(backEnd().writer(name), DOCUMENTS);
        index = backEnd().open(name);
        // What is made once is there.
        index.within(Deadline.after(LONG))
                .suggest("ba", Set.of(Suggestion.Type.PERSON, Suggestion.Type.COUNTRY), 10, Names.NONE);
        index.within(Deadline.after(LONG)).tally(FOLDED);
        for (String field : FACETS) {
            index.within(Deadline.after(LONG)).search(facet(field));
        }
    }

    @AfterAll
    void close() throws Exception {
        index.close();
    }

    /** One question. */
    @FunctionalInterface
    private interface Question {
        void ask(PassageSearcher searcher) throws Exception;
    }

    /** Questions whose work grows with the index, by what they are called. */
    private static Map<String, Question> large() {
        Map<String, Question> large = new LinkedHashMap<>();
        large.put("tally", searcher -> searcher.tally(ALL));
        large.put("tally of a query", searcher -> searcher.tally(SOME));
        large.put("mentions", searcher -> searcher.mentions(ALL, 0, row -> true));
        large.put("mentions of a query", searcher -> searcher.mentions(SOME, 0, row -> true));
        large.put("tally without copies", searcher -> searcher.tally(FOLDED));
        large.put("mentions without copies", searcher -> searcher.mentions(FOLDED, 0, row -> true));
        large.put("keys", searcher -> searcher.keys(ALL, row -> true));
        large.put("mentions by number", searcher -> searcher.mentions(ALL, NUMBERS, row -> true));
        for (String by : wherein.search.Ledger.GROUP_FIELDS) {
            large.put("groups by " + by, searcher -> searcher.summary(ALL, List.of(by)));
        }
        large.put("groups by two", searcher -> searcher.summary(ALL, List.of("document", "surface")));
        large.put("match tally", searcher -> searcher.matchTally(MATCHES));
        large.put("matches", searcher -> searcher.matches(MATCHES, 0, row -> true));
        large.put("matches by number", searcher -> searcher.matches(MATCHES, NUMBERS, row -> true));
        large.put("documents", searcher -> searcher.documents(FOG, List.of(), 0, 100));
        for (String field : FACETS) {
            large.put("facet of " + field, searcher -> searcher.search(facet(field)));
        }
        large.put("values", searcher -> searcher.values("source"));
        large.put("search", searcher -> searcher.search(SearchRequest.best(FOG, List.of(), 10)));
        return large;
    }

    /** Questions of one word, document or passage. */
    private static Map<String, Question> small() {
        Map<String, Question> small = new LinkedHashMap<>();
        small.put("passages", searcher -> searcher.passages("d0000007"));
        small.put("passage", searcher -> searcher.passage("d0000007", 2));
        small.put("similar", searcher -> searcher.similar("d0000007", 0, 10));
        small.put("marks", searcher -> searcher.marks(FOG, List.of(), "d0000007"));
        small.put(
                "suggest",
                searcher ->
                        searcher.suggest("ba", Set.of(Suggestion.Type.PERSON, Suggestion.Type.WORD), 10, Names.NONE));
        small.put("nearest words", searcher -> searcher.nearestWords(List.of("fgo")));
        small.put("phrase", searcher -> searcher.search(SearchRequest.best(PHRASE, List.of(), 10)));
        return small;
    }

    private static SearchRequest facet(String field) {
        FacetRequest request = new FacetRequest(field, "", 10, FacetRequest.Interval.YEAR, Names.NONE);
        return new SearchRequest(
                new Query.All(),
                List.of(),
                SearchRequest.Order.RELEVANCE,
                false,
                0,
                Optional.empty(),
                List.of(request));
    }

    static Stream<String> questions() {
        return Stream.concat(large().keySet().stream(), small().keySet().stream());
    }

    private static Question question(String name) {
        return large().getOrDefault(name, small().get(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void aDeadlineThatIsOverLetsNothingBegin(String name) {
        Deadline over = Deadline.after(Duration.ZERO);
        while (!over.isOver()) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> question(name).ask(index.within(over))).isInstanceOf(DeadlineException.class);
    }

    static Stream<String> largeQuestions() {
        return large().keySet().stream();
    }

    /** The deadline ends at an early look, and at one in the middle: each time the answer ends with it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("largeQuestions")
    void aDeadlineThatEndsInTheMiddleEndsTheAnswer(String name) throws Exception {
        int looks = looks(name, Integer.MAX_VALUE);
        assertThat(looks).as("looks at the deadline").isGreaterThanOrEqualTo(10);
        for (int ends : new int[] {2, 5, looks / 2}) {
            assertThatThrownBy(() -> looks(name, ends)).isInstanceOf(DeadlineException.class);
        }
    }

    /** How often the deadline is looked at if it ends at look {@code ends}. */
    private int looks(String name, int ends) throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Deadline deadline = Deadline.after(LONG);
        deadline.onBeat(Duration.ZERO, () -> {
            if (looks.incrementAndGet() >= ends) {
                throw new DeadlineException(LONG);
            }
        });
        question(name).ask(index.within(deadline));
        return looks.get();
    }

    @Test
    void allAnswersOfOneRequestHaveItsTimeTogether() throws Exception {
        Deadline deadline = Deadline.after(Duration.ofMillis(20));
        PassageSearcher request = index.within(deadline);
        AtomicInteger answers = new AtomicInteger();
        assertThatThrownBy(() -> {
                    while (answers.incrementAndGet() < 100_000) {
                        request.summary(ALL, List.of("type"));
                    }
                })
                .isInstanceOf(DeadlineException.class);
        // Far fewer than there would be time for, if each had its own.
        assertThat(answers).hasValueLessThan(1_000);
        assertThat(index.tally(ALL).mentions()).isEqualTo(DOCUMENTS * 50);
    }
}
