package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import wherein.Seeded;
import wherein.contract.Model.Part;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
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
import wherein.search.HitCopies;
import wherein.search.Hits;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.SearchRequest.Order;
import wherein.text.Span;
import wherein.time.DateMatch;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/** What a search finds, marks and counts, and in which order, against a look at every passage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SearchContract extends Contract {

    private static final int MODELS = 40;
    private static final int QUERIES = 30;
    private static final int ALL = 1_000;

    /** By the models that they are of. */
    private final Map<String, PassageSearcher> searchers = new HashMap<>();

    /** What holds for an index and its oracle. */
    @FunctionalInterface
    private interface Claim {
        void check(PassageSearcher searcher, Oracle oracle, Random random) throws Exception;
    }

    @Test
    void wordsAreFoundAsPeopleTypeThemInAnyLanguage() throws Exception {
        String text = "La force de l’Iran, dell'Europa; the U.S. and the USA of O’Brien. İstanbul'da п’ять Iran's.";
        Document document = document("d", text, Metadata.UNKNOWN);
        for (String language : List.of("", "en", "ru", "fr", "tr", "pt-BR")) {
            Passage passage = new Passage(1, new Span(0, text.length()), Block.PROSE, "", language, Metadata.UNKNOWN);
            try (PassageSearcher searcher = index(document, passage)) {
                assertThat(marked(searcher, "Iran")).as(language).startsWith("Iran");
                assertThat(marked(searcher, "l'Iran")).containsExactly("l’Iran");
                assertThat(marked(searcher, "Europa")).containsExactly("Europa");
                assertThat(marked(searcher, "US")).containsExactly("U.S");
                assertThat(marked(searcher, "U.S.A.")).containsExactly("USA");
                assertThat(marked(searcher, "o'brien")).containsExactly("O’Brien");
                assertThat(ids(searcher, new Query.Word(Query.TEXT, "brien"))).isEmpty();
                assertThat(marked(searcher, "istanbul")).containsExactly("İstanbul");
                assertThat(marked(searcher, "İSTANBUL’DA")).containsExactly("İstanbul'da");
                assertThat(marked(searcher, "п'ять")).containsExactly("п’ять");
                assertThat(ids(searcher, new Query.Phrase(Query.TEXT, "force de l'Iran", 0)))
                        .hasSize(1);
                assertThat(ids(searcher, new Query.Phrase(Query.TEXT, "the US and", 0)))
                        .hasSize(1);
                assertThat(ids(searcher, new Query.Wildcard(Query.TEXT, "ira*")))
                        .hasSize(1);
            }
        }
    }

    @Test
    void aFilterOfALanguageTakesItsFamily() throws Exception {
        for (String tag : List.of("pt", "pt-BR", "pt_br", "PT-br", "pt_BR.UTF-8")) {
            Document document = document("d", "fog", Metadata.UNKNOWN);
            Passage passage = new Passage(1, new Span(0, 3), Block.PROSE, "", tag, Metadata.UNKNOWN);
            boolean regional = tag.length() > 2;
            try (PassageSearcher searcher = index(document, passage)) {
                for (String asked : List.of("pt", "PT", "pt-BR", "pt_br", "pt-PT", "p", "")) {
                    boolean found = asked.equalsIgnoreCase("pt")
                            || regional && asked.toLowerCase(Locale.ROOT).matches("pt[-_]br");
                    Filter filter = new Filter.Keyword("lang", List.of(asked), false);
                    assertThat(searcher.search(SearchRequest.best(new Query.All(), List.of(filter), ALL))
                                    .passages())
                            .as("lang=%s of %s", asked, tag)
                            .isEqualTo(found ? 1 : 0);
                    if (!asked.isEmpty()) {
                        assertThat(ids(searcher, new Query.Keyword("lang", asked)))
                                .hasSize(found ? 1 : 0);
                    }
                }
                SearchRequest counted = new SearchRequest(
                        new Query.All(),
                        List.of(),
                        Order.RELEVANCE,
                        false,
                        0,
                        Optional.empty(),
                        List.of(FacetRequest.of("lang")));
                assertThat(searcher.search(counted).facets().getFirst().values())
                        .extracting(Facet.Value::value)
                        .containsExactlyElementsOf(regional ? List.of("pt", "pt-BR") : List.of("pt"));
                assertThat(searcher.search(SearchRequest.best(new Query.All(), List.of(), ALL))
                                .hits())
                        .extracting(Hit::language)
                        .containsExactly(tag);
            }
        }
    }

    private void onRandomIndexes(Claim claim) {
        Seeded.times(MODELS, random -> {
            Model model = Model.of(random);
            // The same seed makes the same model, so that an index serves all claims.
            String key = model.toString();
            if (!searchers.containsKey(key)) {
                String index = newIndex();
                model.write(backEnd().writer(index));
                searchers.put(key, backEnd().open(index));
            }
            for (int i = 0; i < QUERIES; i++) {
                claim.check(searchers.get(key), new Oracle(model), random);
            }
        });
    }

    @AfterAll
    void close() throws IOException {
        for (PassageSearcher searcher : searchers.values()) {
            searcher.close();
        }
        searchers.clear();
    }

    @Test
    void theSamePassagesAreFoundAsByLookingAtEachOne() {
        onRandomIndexes((searcher, oracle, random) -> {
            Query query = RandomQueries.query(random);
            List<Filter> filters = filters(random);
            List<Part> expected = oracle.found(query, filters);
            Hits hits = searcher.search(SearchRequest.best(query, filters, ALL));
            String asked = query + " " + filters;
            assertThat(hits.hits().stream().map(Hit::id))
                    .as(asked)
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(Part::id).toList());
            assertThat(hits.passages()).as(asked).isEqualTo(expected.size());
            assertThat((long) hits.documents())
                    .as(asked)
                    .isEqualTo(expected.stream()
                            .map(part -> part.document().id())
                            .distinct()
                            .count());
            assertThat(hits.next()).isEmpty();
        });
    }

    @Test
    void marksAreExactlyTheWordsThatMatched() {
        onRandomIndexes((searcher, oracle, random) -> {
            Query query = RandomQueries.query(random);
            List<Filter> filters = filters(random);
            Map<String, Hit> hits = new LinkedHashMap<>();
            searcher.search(SearchRequest.best(query, filters, ALL)).hits().forEach(hit -> hits.put(hit.id(), hit));
            Map<String, List<Span>> whole = new TreeMap<>();
            for (Part part : oracle.found(query, filters)) {
                Hit hit = hits.get(part.id());
                String asked = query + " in " + part.text();
                List<Span> marks = Oracle.marks(query, part, false);
                assertThat(hit.marks()).as(asked).isEqualTo(marks);
                assertThat(hit.titleMarks())
                        .as("title: " + asked + " " + hit.title())
                        .isEqualTo(Oracle.marks(query, part, true));
                assertThat(hit.text()).isEqualTo(part.text());
                int start = part.passage().span().start();
                assertThat(hit.start()).isEqualTo(start);
                assertThat(hit.startCodePoint())
                        .isEqualTo(part.document().text().codePointCount(0, start));
                whole.computeIfAbsent(part.document().id(), id -> new ArrayList<>())
                        .addAll(marks.stream().map(mark -> mark.shift(start)).toList());
            }
            for (var each : whole.entrySet()) {
                assertThat(searcher.marks(query, filters, each.getKey()).marks())
                        .as(query.toString())
                        .isEqualTo(each.getValue());
            }
        });
    }

    @Test
    void aHitSaysHowItsDateStandsToTheRange() {
        onRandomIndexes((searcher, oracle, random) -> {
            DayRange range = RandomQueries.range(random);
            List<Filter> filters = List.of(new Filter.Dated(range, DateMatch.POSSIBLE));
            Map<String, DateMatch> expected = new TreeMap<>();
            oracle.found(new Query.All(), filters)
                    .forEach(part -> expected.put(
                            part.id(), part.passage().metadata().date().match(range)));
            Map<String, DateMatch> said = new TreeMap<>();
            searcher.search(SearchRequest.best(new Query.All(), filters, ALL))
                    .hits()
                    .forEach(hit -> said.put(hit.id(), hit.when()));
            assertThat(said).isEqualTo(expected);
        });
    }

    @Test
    void pagesOfAnySizeAddUpToTheOnePage() {
        onRandomIndexes((searcher, oracle, random) -> {
            Query query = random.nextBoolean() ? new Query.All() : RandomQueries.query(random);
            List<Filter> filters = filters(random);
            Order order = Seeded.one(random, List.of(Order.values()));
            boolean byDocument = random.nextBoolean();
            Hits whole = searcher.search(request(query, filters, order, byDocument, ALL, Optional.empty()));
            int size = 1 + random.nextInt(6);
            List<Hit> joined = new ArrayList<>();
            Optional<Cursor> after = Optional.empty();
            do {
                Hits page = searcher.search(request(query, filters, order, byDocument, size, after));
                assertThat(page.passages()).isEqualTo(whole.passages());
                assertThat(page.documents()).isEqualTo(whole.documents());
                joined.addAll(page.hits());
                after = page.next();
                assertThat(after.isEmpty() || page.hits().size() == size).isTrue();
            } while (after.isPresent());
            assertThat(joined).as(order + " " + query).isEqualTo(whole.hits());
            assertThat(joined).hasSize(byDocument ? whole.documents() : whole.passages());
        });
    }

    @Test
    void documentsTogetherAreTheFlatListGroupedByDocumentWithHeadingsAndPullQuotesFolded() {
        onRandomIndexes((searcher, oracle, random) -> {
            Query query = random.nextBoolean() ? new Query.All() : RandomQueries.query(random);
            List<Filter> filters = filters(random);
            for (Order order : Order.values()) {
                Hits flat = searcher.search(together(query, filters, order, 0, ALL, Optional.empty()));
                int perDocument = 1 + random.nextInt(4);
                List<String> expected = grouped(flat.hits(), perDocument);
                List<Hit> shown = new ArrayList<>();
                int size = 1 + random.nextInt(4);
                Optional<Cursor> after = Optional.empty();
                do {
                    Hits page = searcher.search(together(query, filters, order, perDocument, size, after));
                    assertThat(page.passages()).isEqualTo(flat.passages());
                    assertThat(page.documents()).isEqualTo(flat.documents());
                    long documents =
                            page.hits().stream().map(Hit::document).distinct().count();
                    after = page.next();
                    assertThat(after.isEmpty() || documents == size).isTrue();
                    shown.addAll(page.hits());
                } while (after.isPresent());
                assertThat(shown.stream().map(SearchContract::withFolded))
                        .as(order + " " + query)
                        .isEqualTo(expected);
                assertThat(shown.stream().map(Hit::document).distinct()).hasSize(flat.documents());
                for (Hit hit : shown) {
                    assertThat(flat.hits())
                            .anySatisfy(
                                    each -> assertThat(each.with(hit.folded())).isEqualTo(hit));
                }
            }
        });
    }

    private static SearchRequest together(
            Query query, List<Filter> filters, Order order, int perDocument, int limit, Optional<Cursor> after) {
        return new SearchRequest(
                query,
                filters,
                order,
                false,
                perDocument,
                limit,
                after,
                List.of(),
                false,
                Copies.TOLD,
                false,
                EnumSet.allOf(Hit.Detail.class));
    }

    /** The groups as their Javadoc says them, of a flat list: document by document, hit by hit. */
    private static List<String> grouped(List<Hit> flat, int perDocument) {
        Map<String, List<Hit>> documents = new LinkedHashMap<>();
        flat.forEach(hit -> documents
                .computeIfAbsent(hit.document(), each -> new ArrayList<>())
                .add(hit));
        List<String> expected = new ArrayList<>();
        for (List<Hit> hits : documents.values()) {
            Map<Integer, Hit> byNumber = new TreeMap<>();
            hits.forEach(hit -> byNumber.put(hit.number(), hit));
            // In the order of the best member, which comes first in the flat list.
            Map<Integer, List<Integer>> units = new LinkedHashMap<>();
            for (Hit hit : hits) {
                units.computeIfAbsent(shownWith(hit, byNumber), each -> new ArrayList<>())
                        .add(hit.number());
            }
            units.entrySet().stream().limit(perDocument).forEach(unit -> {
                List<Integer> folded = new ArrayList<>(unit.getValue());
                folded.remove(unit.getKey());
                Collections.sort(folded);
                expected.add(hits.getFirst().document() + ":" + unit.getKey() + " " + folded);
            });
        }
        return expected;
    }

    private static int shownWith(Hit hit, Map<Integer, Hit> found) {
        if (hit.block() == Block.HEADING) {
            for (int number = hit.number() + 1; found.containsKey(number); number++) {
                if (found.get(number).block() != Block.HEADING) {
                    return shownWith(found.get(number), found);
                }
            }
        }
        if (hit.block() == Block.QUOTE) {
            for (HitCopies.Copy copy : hit.copies().first()) {
                Hit other = found.get(copy.number());
                boolean text = other != null && other.block() != Block.QUOTE && other.block() != Block.HEADING;
                if (copy.document().equals(hit.document()) && text) {
                    return copy.number();
                }
            }
        }
        return hit.number();
    }

    private static String withFolded(Hit hit) {
        return hit.id() + " " + hit.folded().stream().map(Hit::number).toList();
    }

    @Test
    void hitsComeInTheOrderThatWasAskedFor() {
        onRandomIndexes((searcher, oracle, random) -> {
            Query query = random.nextBoolean() ? new Query.All() : RandomQueries.query(random);
            for (Order order : Order.values()) {
                List<Hit> hits = searcher.search(request(query, List.of(), order, false, ALL, Optional.empty()))
                        .hits();
                assertThat(hits).as(order + " " + query).isSortedAccordingTo(comparator(order));
            }
        });
    }

    @Test
    void foldingToDocumentsKeepsTheFirstPassageOfEach() {
        onRandomIndexes((searcher, oracle, random) -> {
            Query query = random.nextBoolean() ? new Query.All() : RandomQueries.query(random);
            Order order = Seeded.one(random, List.of(Order.values()));
            List<Hit> all = searcher.search(request(query, List.of(), order, false, ALL, Optional.empty()))
                    .hits();
            Map<String, Hit> first = new LinkedHashMap<>();
            Map<String, Integer> counts = new TreeMap<>();
            for (Hit hit : all) {
                first.putIfAbsent(hit.document(), hit);
                counts.merge(hit.document(), 1, Integer::sum);
            }
            List<Hit> folded = searcher.search(request(query, List.of(), order, true, ALL, Optional.empty()))
                    .hits();
            List<String> ids = folded.stream().map(Hit::id).toList();
            List<String> expected = first.values().stream().map(Hit::id).toList();
            if (order == Order.RELEVANCE) {
                // The whole document counts too, so that documents stand in an order of their own.
                assertThat(ids).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(folded).isSortedAccordingTo(comparator(order));
            } else {
                assertThat(ids).isEqualTo(expected);
            }
            for (Hit hit : folded) {
                assertThat(hit.others()).isEqualTo(counts.get(hit.document()) - 1);
            }
        });
    }

    @Test
    void facetsAreWhatCountingByHandGives() {
        onRandomIndexes((searcher, oracle, random) -> {
            Query query = RandomQueries.query(random);
            List<Filter> filters = filters(random);
            for (String field : List.of("source", "author", "stance", "lang", "block", "doc", "region")) {
                SearchRequest request = new SearchRequest(
                        query, filters, Order.RELEVANCE, false, 0, Optional.empty(), List.of(FacetRequest.of(field)));
                Facet facet = searcher.search(request).facets().getFirst();
                Map<String, Integer> counted = new TreeMap<>();
                facet.values().forEach(value -> counted.put(value.value(), value.count()));
                assertThat(counted)
                        .as(field + " of " + query + " " + filters)
                        .isEqualTo(oracle.counts(query, filters, field));
                assertThat(facet.values())
                        .isSortedAccordingTo(Comparator.comparing((Facet.Value value) -> !value.selected())
                                .thenComparing(value -> -value.count()));
                assertThat(facet.more()).isZero();
            }
        });
    }

    @Test
    void everyCountOfAFacetIsWhatItsValueFindsAsAFilter() {
        onRandomIndexes((searcher, oracle, random) -> {
            Query query = RandomQueries.query(random);
            String field = Seeded.one(random, List.of("source", "author", "stance", "lang", "block", "doc", "region"));
            SearchRequest request = new SearchRequest(
                    query, List.of(), Order.RELEVANCE, false, 0, Optional.empty(), List.of(FacetRequest.of(field)));
            for (Facet.Value value :
                    searcher.search(request).facets().getFirst().values()) {
                List<Filter> only = List.of(new Filter.Keyword(field, List.of(value.value()), false));
                assertThat(searcher.search(SearchRequest.best(query, only, ALL)).passages())
                        .as(field + "=" + value + " of " + query)
                        .isEqualTo(value.count());
            }
        });
    }

    @Test
    void datesAreCountedByTheYearMonthOrDayThatHoldsThemAndFoundByIt() {
        Map<String, String> years = new TreeMap<>(Map.of(
                "", "", "2020", "2020", "2021", "2021", "2021-03", "2021", "2021-03-04", "2021", "2021~", "2021"));
        Map<String, String> months = new TreeMap<>(years);
        months.put("2021-03", "2021-03");
        months.put("2021-03-04", "2021-03");
        for (String own : List.of("2020/2021", "../2019", "2021-05-07/..", "202X")) {
            years.put(own, own);
            months.put(own, own);
        }
        Map<String, String> days = new TreeMap<>(months);
        days.put("2021-03-04", "2021-03-04");
        onRandomIndexes((searcher, oracle, random) -> {
            for (var interval :
                    List.of(FacetRequest.Interval.YEAR, FacetRequest.Interval.MONTH, FacetRequest.Interval.DAY)) {
                Map<String, String> buckets = List.of(years, months, days).get(interval.ordinal());
                Map<String, Integer> expected = new TreeMap<>();
                oracle.found(new Query.All(), List.of())
                        .forEach(part -> expected.merge(
                                buckets.get(part.passage().metadata().date().edtf()), 1, Integer::sum));
                Facet facet = searcher.search(new SearchRequest(
                                new Query.All(),
                                List.of(),
                                Order.RELEVANCE,
                                false,
                                0,
                                Optional.empty(),
                                List.of(new FacetRequest("date", "", 100, interval, Names.NONE))))
                        .facets()
                        .getFirst();
                Map<String, Integer> counted = new TreeMap<>();
                facet.values().forEach(value -> counted.put(value.value(), value.count()));
                assertThat(counted).isEqualTo(expected);
                for (String value : new TreeSet<>(buckets.values())) {
                    List<Filter> only = List.of(new Filter.Bucket(List.of(value), interval));
                    assertThat(searcher.search(SearchRequest.best(new Query.All(), only, 0))
                                    .passages())
                            .as(interval + " " + value)
                            .isEqualTo(expected.getOrDefault(value, 0));
                }
            }
        });
    }

    @Test
    void aTextWithItsMarksBlankedIsNotFoundAgain() {
        Seeded.times(MODELS, random -> {
            Query query = RandomQueries.words(random);
            List<Document> documents = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                List<String> words = new ArrayList<>();
                for (int j = 0; j < 12; j++) {
                    words.add(Seeded.one(random, Model.WORDS));
                }
                documents.add(document("d" + i, String.join(" ", words), Metadata.UNKNOWN));
            }
            List<Document> blanked = new ArrayList<>();
            try (PassageSearcher searcher = index(documents)) {
                for (Document document : documents) {
                    StringBuilder text = new StringBuilder(document.text());
                    List<Span> marks =
                            searcher.marks(query, List.of(), document.id()).marks();
                    for (Span mark : marks.reversed()) {
                        text.replace(mark.start(), mark.end(), Model.FILLER);
                    }
                    blanked.add(document(document.id(), text.toString(), Metadata.UNKNOWN));
                }
            }
            try (PassageSearcher searcher = index(blanked)) {
                Hits hits = searcher.search(SearchRequest.best(query, List.of(), ALL));
                assertThat(hits.passages()).as(query + " in " + blanked).isZero();
            }
        });
    }

    @Test
    void theAnswerIsTheSameAfterReopening() {
        Seeded.times(MODELS, random -> {
            String index = newIndex();
            Model.of(random).write(backEnd().writer(index));
            Query query = RandomQueries.query(random);
            SearchRequest request = new SearchRequest(
                    query,
                    filters(random),
                    Order.RELEVANCE,
                    false,
                    3,
                    Optional.empty(),
                    List.of(FacetRequest.of("source"), FacetRequest.of("date")));
            Hits first;
            try (PassageSearcher searcher = backEnd().open(index)) {
                first = searcher.search(request);
            }
            try (PassageSearcher searcher = backEnd().open(index)) {
                assertThat(searcher.search(request)).isEqualTo(first);
            }
        });
    }

    @Test
    void boilerplateIsLeftOutUnlessItIsAskedFor() throws Exception {
        Document document = document("d", "fog\n\nfog notice", Metadata.UNKNOWN);
        try (PassageSearcher searcher = index(
                document,
                passage(document, 1, "fog", Block.PROSE),
                passage(document, 2, "fog notice", Block.BOILERPLATE))) {
            Query fog = new Query.Word(Query.TEXT, "fog");
            Filter only = new Filter.Keyword("block", List.of("boilerplate"), false);
            Filter both = new Filter.Keyword("block", List.of("boilerplate", "prose"), false);
            assertThat(ids(searcher, fog)).containsExactly("d:1");
            assertThat(ids(searcher, fog, only)).containsExactly("d:2");
            assertThat(ids(searcher, fog, both)).containsExactlyInAnyOrder("d:1", "d:2");
            assertThat(ids(
                            searcher,
                            new Query.Bool(List.of(
                                    new Clause(Occur.SHOULD, fog),
                                    new Clause(Occur.FILTER, new Query.Keyword("block", "boilerplate"))))))
                    .containsExactly("d:2");
            assertThat(searcher.passages("d")).hasSize(2);
            assertThat(searcher.passage("d", 2)).isPresent();
        }
    }

    @Test
    void aTitleThatIsNotInTheTextFindsTheFirstPassageWithTitleMarks() throws Exception {
        Metadata titled = new Metadata("The Night Watch", "", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of());
        Document document = document("d", "fog\n\nfog again", titled);
        try (PassageSearcher searcher = index(
                document, passage(document, 1, "fog", Block.PROSE), passage(document, 2, "fog again", Block.PROSE))) {
            Hits hits =
                    searcher.search(SearchRequest.best(new Query.Phrase(Query.TEXT, "night watch", 0), List.of(), 10));
            assertThat(hits.hits()).hasSize(1);
            Hit hit = hits.hits().getFirst();
            assertThat(hit.id()).isEqualTo("d:1");
            assertThat(hit.marks()).isEmpty();
            assertThat(hit.titleMarks()).containsExactly(new Span(4, 15));
            assertThat(ids(searcher, new Query.Word("title", "watch"))).containsExactlyInAnyOrder("d:1", "d:2");
        }
    }

    @Test
    void aPassageWithTheWordInItsHeadingComesBeforeItsEqual() throws Exception {
        Document document = document("d", "fog\n\nfog", Metadata.UNKNOWN);
        Passage plain = new Passage(1, new Span(0, 3), Block.PROSE, "", "en", Metadata.UNKNOWN);
        Passage headed = new Passage(2, new Span(5, 8), Block.PROSE, "On fog", "en", Metadata.UNKNOWN);
        try (PassageSearcher searcher = index(document, plain, headed)) {
            assertThat(ids(searcher, new Query.Word(Query.TEXT, "fog"))).containsExactly("d:2", "d:1");
        }
    }

    @Test
    void aWordThatStandsInTheHeadingAloneDoesNotMatch() throws Exception {
        Document document = document("d", "fog", Metadata.UNKNOWN);
        Passage headed = new Passage(1, new Span(0, 3), Block.PROSE, "Gulls", "en", Metadata.UNKNOWN);
        try (PassageSearcher searcher = index(document, headed)) {
            assertThat(ids(searcher, new Query.Word(Query.TEXT, "gulls"))).isEmpty();
        }
    }

    @Test
    void inflectedFormsAreFoundInBothScriptsWhateverTheLanguageOfThePassage() throws Exception {
        Document document = document("d", "Из России на кораблях. He emigrated.", Metadata.UNKNOWN);
        for (String language : List.of("", "en", "ru")) {
            Passage passage =
                    new Passage(1, new Span(0, document.text().length()), Block.PROSE, "", language, Metadata.UNKNOWN);
            try (PassageSearcher searcher = index(document, passage)) {
                assertThat(ids(searcher, new Query.All())).as(language).hasSize(1);
                assertThat(marked(searcher, "Россия")).containsExactly("России");
                assertThat(marked(searcher, "корабль")).containsExactly("кораблях");
                assertThat(marked(searcher, "emigrate")).containsExactly("emigrated");
            }
        }
    }

    private static List<String> marked(PassageSearcher searcher, String word) throws Exception {
        List<Hit> hits = searcher.search(SearchRequest.best(new Query.Word(Query.TEXT, word), List.of(), 1))
                .hits();
        assertThat(hits).as("for " + word).hasSize(1);
        Hit hit = hits.getFirst();
        return hit.marks().stream().map(mark -> mark.in(hit.text())).toList();
    }

    private static List<String> ids(PassageSearcher searcher, Query query, Filter... filters) throws Exception {
        return searcher.search(SearchRequest.best(query, List.of(filters), ALL)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    private static Document document(String id, String text, Metadata metadata) {
        return new Document(id, id + ".txt", text, metadata, List.of(), List.of());
    }

    private static Passage passage(Document document, int number, String text, Block block) {
        int start = number == 1 ? 0 : document.text().indexOf("\n\n") + 2;
        return new Passage(number, new Span(start, start + text.length()), block, "", "en", document.metadata());
    }

    private PassageSearcher index(List<Document> documents) throws Exception {
        String index = newIndex();
        try (PassageSink sink = backEnd().writer(index)) {
            for (Document document : documents) {
                Span whole = new Span(0, document.text().length());
                sink.add(
                        "/root",
                        document,
                        List.of(new Passage(1, whole, Block.PROSE, "", "", document.metadata())),
                        List.of());
            }
            sink.commit(
                    new Manifest(List.of(), "", documents.size(), documents.size(), Map.of(), Map.of(), Map.of(), ""));
        }
        return backEnd().open(index);
    }

    private PassageSearcher index(Document document, Passage... passages) throws Exception {
        String index = newIndex();
        try (PassageSink sink = backEnd().writer(index)) {
            sink.add("/root", document, List.of(passages), List.of());
            sink.commit(new Manifest(List.of(), "", 1, passages.length, Map.of(), Map.of(), Map.of(), ""));
        }
        return backEnd().open(index);
    }

    private static SearchRequest request(
            Query query, List<Filter> filters, Order order, boolean byDocument, int limit, Optional<Cursor> after) {
        return new SearchRequest(query, filters, order, byDocument, limit, after, List.of());
    }

    private static Comparator<Hit> comparator(Order order) {
        Comparator<Hit> key = switch (order) {
            case RELEVANCE -> Comparator.comparing(hit -> -hit.score());
            case DATE -> Comparator.comparing(hit -> day(hit, Long.MAX_VALUE));
            case DATE_DESCENDING -> Comparator.comparing(hit -> -day(hit, -Long.MAX_VALUE));
        };
        return key.thenComparing(Hit::document, SearchContract::byCodePoint).thenComparing(Hit::number);
    }

    private static long day(Hit hit, long unknown) {
        EdtfDate date = hit.metadata().date();
        if (!date.known()) {
            return unknown;
        }
        boolean open = date.days().from().getYear() < 0;
        return (open ? date.days().to() : date.days().from()).toEpochDay();
    }

    private static int byCodePoint(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return java.util.Arrays.compare(left, right);
    }

    private static List<Filter> filters(Random random) {
        List<Filter> filters = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            filters.add(
                    switch (random.nextInt(7)) {
                        case 0 -> keyword(random, "source", Model.SOURCES);
                        case 1 -> keyword(random, "stance", Model.STANCES);
                        case 2 -> keyword(random, "lang", Model.LANGUAGES);
                        case 3 -> keyword(random, "block", List.of("prose", "quote", "boilerplate"));
                        case 4 -> keyword(random, "region", List.of("", "North", "Юг", "Nowhere"));
                        case 5 -> keyword(random, "author", List.of("", "Ann Fog", "Ян Бриг"));
                        default ->
                            new Filter.Dated(
                                    RandomQueries.range(random),
                                    random.nextBoolean() ? DateMatch.CERTAIN : DateMatch.POSSIBLE);
                    });
        }
        return filters;
    }

    private static Filter keyword(Random random, String field, List<String> values) {
        List<String> chosen = random.nextInt(3) == 0
                ? List.of(Seeded.one(random, values), Seeded.one(random, values))
                : List.of(Seeded.one(random, values));
        return new Filter.Keyword(field, chosen, random.nextInt(3) == 0);
    }
}
