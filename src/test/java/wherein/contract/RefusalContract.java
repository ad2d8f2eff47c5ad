package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.search.LedgerRequest;
import wherein.search.MatchRequest;
import wherein.search.PassageSearcher;
import wherein.search.RefusedClause;
import wherein.search.SearchRequest;

/** What a back end does not answer it names, and answers no part of it. */
public abstract class RefusalContract extends Contract {

    private static final Query FOG = new Query.Word(Query.TEXT, "fog");
    private static final Query.Pattern FAULTY = new Query.Regex(Query.TEXT, "(fog");
    private static final Query.Pattern SOUND = new Query.Regex(Query.TEXT, "fo.");

    private PassageSearcher searcher;

    @BeforeEach
    void open() throws Exception {
        String index = newIndex();
        Model.of(new Random(7)).write(backEnd().writer(index));
        searcher = backEnd().open(index);
    }

    @AfterEach
    void close() throws Exception {
        searcher.close();
    }

    @Test
    void aFaultyPatternIsNamedWithTheReasonWhereverItStands() throws Exception {
        for (Query query : List.of(FAULTY, either(FOG, FAULTY, SOUND), either(FOG, either(FAULTY, FOG)))) {
            List<RefusedClause> refused = searcher.refused(query);
            assertThat(refused).as(query.toString()).hasSize(1);
            assertThat(refused.getFirst().clause()).isEqualTo(FAULTY);
            assertThat(refused.getFirst().faulty()).isTrue();
            assertThat(refused.getFirst().reason()).contains("(fog").hasSizeGreaterThan("(fog".length() + 10);
        }
        assertThat(searcher.refused(either(FAULTY, new Query.Regex(Query.TEXT, "[mist"))))
                .hasSize(2);
    }

    @Test
    void whatHasNoFaultIsNotRefused() throws Exception {
        for (Query query : List.of(
                new Query.All(),
                FOG,
                SOUND,
                new Query.Wildcard(Query.TEXT, "fo*"),
                new Query.Fuzzy(Query.TEXT, "fgo", 1))) {
            assertThat(searcher.refused(query)).as(query.toString()).isEmpty();
        }
    }

    /** One question. */
    @FunctionalInterface
    private interface Question {
        void ask(Query query) throws Exception;
    }

    @Test
    void noAnswerIsGivenToAQueryOfWhichAPartIsRefused() {
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put("search", query -> searcher.search(SearchRequest.best(query, List.of(), 10)));
        questions.put("documents", query -> searcher.documents(query, List.of(), 0, 10));
        questions.put("marks", query -> searcher.marks(query, List.of(), "doc 0"));
        questions.put("tally", query -> searcher.tally(ledger(query)));
        questions.put("mentions", query -> searcher.mentions(ledger(query), 0, row -> true));
        questions.put("summary", query -> searcher.summary(ledger(query), List.of("type")));
        questions.put("matches", query -> searcher.matches(new MatchRequest(query, List.of()), 0, row -> true));
        questions.put("match tally", query -> searcher.matchTally(new MatchRequest(query, List.of())));
        questions.forEach((name, question) -> assertThatThrownBy(() -> question.ask(either(FOG, FAULTY)))
                .as(name)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(fog"));
    }

    private static LedgerRequest ledger(Query query) {
        return new LedgerRequest(query, List.of(), MentionSelector.ALL);
    }

    private static Query either(Query... queries) {
        return new Query.Bool(List.of(queries).stream()
                .map(each -> new Query.Clause(Query.Occur.SHOULD, each))
                .toList());
    }
}
