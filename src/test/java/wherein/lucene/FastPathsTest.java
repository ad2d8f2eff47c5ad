package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.query.Names;
import wherein.query.Query;
import wherein.query.Query.Clause;
import wherein.query.Query.Occur;
import wherein.search.Copies;
import wherein.search.Cursor;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.Hits;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** What is quick because something is passed over is what a look at all of it gives: on enough passages that some are passed over. */
class FastPathsTest {

    /** From frequent to rare; their own stems. */
    private static final List<String> WORDS =
            List.of("fog", "mist", "port", "gull", "мол", "бриг", "шторм", "cafe", "lantern", "herring");

    private static final List<String> SOURCES = List.of("", "Harbour Post", "Шторм");
    private static final List<String> DATES = List.of("", "2020", "2021-03", "2021-03-04");
    private static final int DOCUMENTS = 400;
    private static final int COMMITS = 3;
    private static final int QUERIES = 12;

    @TempDir
    Path folder;

    /** A passage as it was written. */
    private record Written(String document, int number, List<String> words, String source, String date) {

        String id() {
            return document + ":" + number;
        }

        String month() {
            return date.substring(0, Math.min(date.length(), 7));
        }
    }

    /** A query and what tells whether a passage answers it, by its words. */
    private record Asked(Query query, Predicate<List<String>> isIn) {}

    @Test
    void theFirstHitsAreThoseOfALookAtEveryMatchAndPagesAddUp() {
        onLargeIndexes((searcher, passages, random) -> {
            Asked asked = asked(random);
            List<Hit> all = hits(searcher, asked, List.of(), passages.size(), Optional.empty())
                    .hits();
            assertThat(all)
                    .isSortedAccordingTo(Comparator.comparing((Hit hit) -> -hit.score())
                            .thenComparing(Hit::document)
                            .thenComparing(Hit::number));
            int limit = 1 + random.nextInt(20);
            List<Hit> pages = new ArrayList<>();
            Optional<Cursor> after = Optional.empty();
            for (int page = 0; page < 3; page++) {
                Hits next = hits(searcher, asked, List.of(), limit, after);
                pages.addAll(next.hits());
                after = next.next();
                if (after.isEmpty()) {
                    break;
                }
            }
            assertThat(pages).as("%s", asked.query).isEqualTo(all.subList(0, Math.min(3 * limit, all.size())));
        });
    }

    @Test
    void totalsDocumentsAndFacetsAreThoseOfALookAtEveryPassage() {
        onLargeIndexes((searcher, passages, random) -> {
            Asked asked = asked(random);
            String source = Seeded.one(random, SOURCES);
            List<Filter> filters =
                    random.nextBoolean() ? List.of() : List.of(new Filter.Keyword("source", List.of(source), false));
            List<Written> matches = passages.stream()
                    .filter(each -> asked.isIn.test(each.words))
                    .toList();
            List<Written> kept = matches.stream()
                    .filter(each -> filters.isEmpty() || each.source.equals(source))
                    .toList();
            Hits hits = hits(searcher, asked, filters, 3, Optional.empty());
            assertThat(hits.passages()).as("%s", asked.query).isEqualTo(kept.size());
            assertThat(hits.documents()).isEqualTo(documents(kept).size());
            for (Hit hit : hits.hits()) {
                assertThat(kept).extracting(Written::id).contains(hit.id());
                assertThat(hit.others())
                        .isEqualTo(kept.stream()
                                        .filter(each -> each.document.equals(hit.document()))
                                        .count()
                                - 1);
            }
            assertThat(counts(hits.facets().get(0)))
                    .isEqualTo(
                            counted(matches.stream().map(Written::source).toList(), filters.isEmpty() ? "" : source));
            assertThat(counts(hits.facets().get(1)))
                    .isEqualTo(counted(kept.stream().map(Written::month).toList(), ""));
        });
    }

    @Test
    void whatIsNotReadOfAHitIsAllThatItIsWithout() {
        onLargeIndexes((searcher, passages, random) -> {
            Asked asked = asked(random);
            List<Hit> whole =
                    hits(searcher, asked, List.of(), 5, Optional.empty()).hits();
            List<Hit> bare = searcher.search(new SearchRequest(
                            asked.query,
                            List.of(),
                            SearchRequest.Order.RELEVANCE,
                            false,
                            0,
                            5,
                            Optional.empty(),
                            List.of(),
                            false,
                            Copies.UNTOLD,
                            false,
                            Set.of()))
                    .hits();
            assertThat(bare)
                    .usingRecursiveComparison()
                    .ignoringFields("text", "marks", "titleMarks", "matched")
                    .isEqualTo(whole);
            assertThat(bare)
                    .allSatisfy(hit -> assertThat(hit.text() + hit.marks()).isEqualTo("[]"));
        });
    }

    private static Set<String> documents(List<Written> passages) {
        return passages.stream().map(Written::document).collect(Collectors.toSet());
    }

    /** How often there is each value, and the one that is asked for where there is none. */
    private static Map<String, Integer> counted(List<String> values, String asked) {
        Map<String, Integer> counted = new TreeMap<>();
        values.forEach(value -> counted.merge(value, 1, Integer::sum));
        if (!asked.isEmpty()) {
            counted.putIfAbsent(asked, 0);
        }
        return counted;
    }

    private static Map<String, Integer> counts(Facet facet) {
        Map<String, Integer> counts = new TreeMap<>();
        facet.values().forEach(value -> counts.put(value.value(), value.count()));
        return counts;
    }

    private static Hits hits(
            PassageSearcher searcher, Asked asked, List<Filter> filters, int limit, Optional<Cursor> after)
            throws Exception {
        return searcher.search(new SearchRequest(
                asked.query,
                filters,
                SearchRequest.Order.RELEVANCE,
                false,
                limit,
                after,
                List.of(
                        FacetRequest.of("source"),
                        new FacetRequest("date", "", 100, FacetRequest.Interval.MONTH, Names.NONE))));
    }

    private static Asked asked(Random random) {
        String one = Seeded.one(random, WORDS);
        String other = Seeded.one(random, WORDS);
        Query word = new Query.Word(Query.TEXT, one);
        Query second = new Query.Word(Query.TEXT, other);
        return switch (random.nextInt(5)) {
            case 0 -> new Asked(word, words -> words.contains(one));
            case 1 ->
                new Asked(
                        new Query.Phrase(Query.TEXT, one + " " + other, 0),
                        words -> (" " + String.join(" ", words) + " ").contains(" " + one + " " + other + " "));
            case 2 ->
                new Asked(
                        new Query.Bool(List.of(new Clause(Occur.MUST, word), new Clause(Occur.MUST, second))),
                        words -> words.contains(one) && words.contains(other));
            default ->
                new Asked(
                        new Query.Bool(List.of(new Clause(Occur.SHOULD, word), new Clause(Occur.SHOULD, second))),
                        words -> words.contains(one) || words.contains(other));
        };
    }

    /** What holds for an index and all that is in it. */
    private interface Claim {
        void check(PassageSearcher searcher, List<Written> passages, Random random) throws Exception;
    }

    private void onLargeIndexes(Claim claim) {
        Seeded.times(2, random -> {
            Path index = folder.resolve("index-" + random.nextInt(1 << 30));
            List<Written> passages = new ArrayList<>();
            for (int commit = 0; commit < COMMITS; commit++) {
                try (Previous previous = LuceneIndex.previous(index);
                        PassageSink sink = LuceneIndex.update(index, previous)) {
                    delete(sink, passages, random);
                    for (int i = commit; i < DOCUMENTS; i += COMMITS) {
                        write(sink, passages, random, "d" + i);
                    }
                    sink.commit(new Manifest(
                            List.of(),
                            "fingerprint",
                            documents(passages).size(),
                            passages.size(),
                            Map.of(),
                            Map.of(),
                            Map.of(),
                            "2026-01-01T00:00:00Z"));
                }
            }
            try (PassageSearcher searcher = LuceneIndex.open(index)) {
                for (int i = 0; i < QUERIES; i++) {
                    claim.check(searcher, passages, random);
                }
            }
        });
    }

    /** Takes some documents out, so that segments have holes. */
    private static void delete(PassageSink sink, List<Written> passages, Random random) throws Exception {
        Set<String> gone = new HashSet<>();
        for (String document : documents(passages)) {
            if (random.nextInt(10) == 0) {
                gone.add(document);
                sink.delete(document);
            }
        }
        passages.removeIf(each -> gone.contains(each.document));
    }

    private static void write(PassageSink sink, List<Written> passages, Random random, String id) throws Exception {
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        String source = Seeded.one(random, SOURCES);
        String date = Seeded.one(random, DATES);
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            List<String> words = new ArrayList<>();
            // Short and of few words, so that many have the same score.
            for (int left = 1 + random.nextInt(6); left > 0; left--) {
                words.add(WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 3))));
            }
            int start = text.length();
            text.append(String.join(" ", words));
            spans.add(new Span(start, text.length()));
            text.append("\n\n");
            passages.add(new Written(id, i + 1, words, source, date));
        }
        Metadata metadata = new Metadata("", source, List.of(), EdtfDate.parse(date), "", "en", "", Map.of());
        Document document = new Document(id, id + ".txt", text.toString(), metadata, List.of(), List.of());
        List<Passage> cut = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cut.add(new Passage(i + 1, spans.get(i), Block.PROSE, "", "en", metadata));
        }
        sink.add("/root", document, cut, List.of());
    }
}
