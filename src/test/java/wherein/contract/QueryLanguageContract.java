package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.contract.Model.Part;
import wherein.query.Query;
import wherein.search.Hit;
import wherein.search.MatchRequest;
import wherein.search.MatchRow;
import wherein.search.Matched;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.text.Span;

/** The whole query language against a matcher that tries every combination of words and knows of no index. */
public abstract class QueryLanguageContract extends Contract {

    private static final int MODELS = 100;
    private static final int QUERIES = 100;

    @Test
    void randomQueriesFindAndMarkWhatTryingEveryCombinationDoes() {
        findAndMark(MODELS / 5);
    }

    @Test
    @Tag("long")
    void tenThousandRandomQueriesFindAndMarkWhatTryingEveryCombinationDoes() {
        findAndMark(MODELS);
    }

    private void findAndMark(int models) {
        Seeded.times(models, random -> {
            Model model = Model.of(random);
            Oracle oracle = new Oracle(model);
            String index = newIndex();
            model.write(backEnd().writer(index));
            try (PassageSearcher searcher = backEnd().open(index)) {
                for (int i = 0; i < QUERIES; i++) {
                    Query query = RandomQueries.query(random);
                    Map<String, Hit> hits = new HashMap<>();
                    searcher.search(SearchRequest.best(query, List.of(), 1_000))
                            .hits()
                            .forEach(hit -> hits.put(hit.id(), hit));
                    Map<String, List<List<Span>>> expected = new HashMap<>();
                    Map<String, List<List<Span>>> found = new HashMap<>();
                    for (Part part : oracle.found(query, List.of())) {
                        expected.put(
                                part.id(), List.of(Oracle.marks(query, part, false), Oracle.marks(query, part, true)));
                    }
                    hits.values().forEach(hit -> found.put(hit.id(), List.of(hit.marks(), hit.titleMarks())));
                    assertThat(found).as(query + " in " + model).isEqualTo(expected);
                    hits.values().forEach(hit -> everyMarkIsOfAClause(query, hit));
                }
            }
        });
    }

    /** The marks of the clauses together are the marks, and each clause stands in the query. */
    private static void everyMarkIsOfAClause(Query query, Hit hit) {
        List<Span> all = new ArrayList<>();
        for (Matched matched : hit.matched()) {
            all.addAll(matched.text());
            assertThat(wherein.query.QueryPrinter.print(query)).contains(matched.clause());
        }
        assertThat(Span.union(all)).isEqualTo(hit.marks());
    }

    @Test
    void theRowsOfTheConcordanceAreTheShortestMatches() {
        Seeded.times(20, random -> {
            Model model = Model.of(random);
            String index = newIndex();
            model.write(backEnd().writer(index));
            try (PassageSearcher searcher = backEnd().open(index)) {
                for (int i = 0; i < QUERIES; i++) {
                    Query query = RandomQueries.placed(random);
                    Map<String, List<Span>> rows = new HashMap<>();
                    searcher.matches(new MatchRequest(query, List.of()), 0, row -> add(rows, row));
                    Map<String, List<Span>> expected = new HashMap<>();
                    for (Part part : model.parts()) {
                        List<Span> shortest =
                                shortest(OracleOccurrences.of(query, part.words(), part.mentions()), part);
                        if (!shortest.isEmpty()) {
                            expected.put(part.id(), shortest);
                        }
                    }
                    assertThat(rows).as(query + " in " + model).isEqualTo(expected);
                    int all = rows.values().stream().mapToInt(List::size).sum();
                    assertThat(searcher.matchTally(new MatchRequest(query, List.of()))
                                    .mentions())
                            .isEqualTo(all);
                }
            }
        });
    }

    private static boolean add(Map<String, List<Span>> rows, MatchRow row) {
        rows.computeIfAbsent(row.passage().id(), id -> new ArrayList<>()).add(row.span());
        return true;
    }

    private static List<Span> shortest(List<OracleOccurrences.Way> ways, Part part) {
        return ways.stream()
                .filter(way -> ways.stream()
                        .noneMatch(other -> way.first() <= other.first()
                                && other.last() <= way.last()
                                && (way.first() != other.first() || way.last() != other.last())))
                .map(way -> new Span(
                        part.words().get(way.first()).span().start(),
                        part.words().get(way.last()).span().end()))
                .distinct()
                .sorted()
                .toList();
    }
}
