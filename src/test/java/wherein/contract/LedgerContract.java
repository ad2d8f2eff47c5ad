package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Names;
import wherein.query.Query;
import wherein.query.Query.Clause;
import wherein.query.Query.Occur;
import wherein.query.ValueRange;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.Groups;
import wherein.search.Hit;
import wherein.search.Ledger.MentionGroup;
import wherein.search.LedgerRequest;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.Tally;
import wherein.text.Span;
import wherein.time.DateMatch;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/** The ledger of random documents with mentions planted at random, against a look at every one of them. */
public abstract class LedgerContract extends Contract {

    private static final int MODELS = 12;
    private static final int QUESTIONS = 60;

    private static final List<String> WORDS = List.of("fog", "gull", "🚢", "мол", "🧭🐚", "150", "e\u0301t");
    private static final List<String> COUNTRIES = List.of("NO", "GE", "CD", "CG");
    private static final List<String> PERSONS = List.of("Ada Keel", "Tom Reef", "Ян Бриг");
    private static final List<String> UNITS = List.of("", "people", "USD", "leaflet");
    private static final List<String> SOURCES = List.of("", "Port Mist", "Шторм");
    private static final List<String> SIGNS = List.of("=", "~", "<", ">");
    private static final List<String> GROUPS = List.of(
            "id",
            "source",
            "stance",
            "document",
            "date",
            "kind",
            "unit",
            "bound",
            "type",
            "surface",
            "year",
            "month",
            "when.year",
            "when.month");

    /** A passage and what was planted in it. */
    private record Part(Document document, Passage passage, List<Mention> mentions) {
        String text() {
            return passage.span().in(document.text());
        }

        boolean has(String word) {
            return List.of(text().split(" ")).contains(word);
        }
    }

    /** A mention and its passage. */
    private record Planted(Part part, Mention mention) {
        String surface() {
            return mention.span().in(part.document().text());
        }
    }

    /** What holds for an index of planted mentions. */
    @FunctionalInterface
    private interface Claim {
        void check(PassageSearcher searcher, List<Part> parts, Random random) throws Exception;
    }

    private void onRandomLedgers(Claim claim) {
        Seeded.times(MODELS, random -> {
            List<Part> parts = parts(random);
            String index = newIndex();
            write(parts, index);
            long seed = random.nextLong();
            // Twice: what an index holds does not change when it is opened again.
            for (int i = 0; i < 2; i++) {
                try (PassageSearcher searcher = backEnd().open(index)) {
                    Random same = new Random(seed);
                    for (int j = 0; j < QUESTIONS; j++) {
                        claim.check(searcher, parts, same);
                    }
                }
            }
        });
    }

    @Test
    void rowsAreThePlantedMentionsInOrderWithTheirText() {
        onRandomLedgers((searcher, parts, random) -> {
            LedgerRequest request = request(random);
            List<Planted> expected = expected(request, parts);
            List<MentionRow> rows = new ArrayList<>();
            boolean more = searcher.mentions(request, 0, rows::add);
            assertThat(more).isFalse();
            assertThat(rows.stream().map(MentionRow::mention))
                    .as(request.toString())
                    .containsExactlyElementsOf(
                            expected.stream().map(Planted::mention).toList());
            for (int i = 0; i < rows.size(); i++) {
                MentionRow row = rows.get(i);
                Part part = expected.get(i).part();
                assertThat(row.surface()).isEqualTo(expected.get(i).surface());
                assertThat(row.passage().id()).isEqualTo(part.passage().id(part.document()));
                assertThat(row.passage().text()).isEqualTo(part.text());
                assertThat(row.passage().marks()).isEmpty();
                int[] points = part.document().text().codePoints().toArray();
                assertThat(new String(points, row.startCodePoint(), row.endCodePoint() - row.startCodePoint()))
                        .isEqualTo(row.surface());
            }
        });
    }

    @Test
    void aPageBeginsWhereTheOneBeforeEnded() {
        onRandomLedgers((searcher, parts, random) -> {
            LedgerRequest request = request(random);
            List<Mention> paged = new ArrayList<>();
            boolean more = true;
            while (more) {
                int size = 1 + random.nextInt(5);
                List<Mention> page = new ArrayList<>();
                more = searcher.mentions(request, paged.size(), row -> {
                    page.add(row.mention());
                    return page.size() < size;
                });
                assertThat(page).hasSizeLessThanOrEqualTo(size);
                paged.addAll(page);
                // A page that is exactly full may be the last one.
                more &= !page.isEmpty();
            }
            assertThat(paged)
                    .containsExactlyElementsOf(expected(request, parts).stream()
                            .map(Planted::mention)
                            .toList());
        });
    }

    @Test
    void talliesAndGroupsAreWhatCountingGives() {
        onRandomLedgers((searcher, parts, random) -> {
            LedgerRequest request = request(random);
            List<Planted> expected = expected(request, parts);
            assertThat(searcher.tally(request)).as(request.toString()).isEqualTo(tally(expected));
            List<String> by = random.nextBoolean()
                    ? List.of(Seeded.one(random, GROUPS))
                    : List.of(Seeded.one(random, GROUPS), Seeded.one(random, GROUPS));
            Map<List<String>, List<Planted>> alike = new HashMap<>();
            for (Planted each : expected) {
                List<String> key = by.stream().map(field -> value(each, field)).toList();
                alike.computeIfAbsent(key, none -> new ArrayList<>()).add(each);
            }
            Groups groups = searcher.summary(request, by);
            List<MentionGroup> counted = groups.toList();
            assertThat(counted)
                    .as(by + " of " + request)
                    .containsExactlyInAnyOrderElementsOf(alike.entrySet().stream()
                            .map(each -> new MentionGroup(each.getKey(), tally(each.getValue())))
                            .toList());
            assertThat(counted)
                    .isSortedAccordingTo(Comparator.comparingInt(
                                    (MentionGroup group) -> -group.tally().mentions())
                            .thenComparing(group -> group.key().getFirst(), LedgerContract::byCodePoint)
                            .thenComparing(group -> group.key().getLast(), LedgerContract::byCodePoint));
            int row = random.nextInt(counted.size() + 1);
            List<MentionGroup> rest = new ArrayList<>();
            groups.from(row).forEachRemaining(rest::add);
            assertThat(rest).isEqualTo(counted.subList(row, counted.size()));
            assertThat(groups.tiedFrom(row))
                    .isEqualTo(
                            row == 0
                                    ? 0
                                    : (int) rest.stream()
                                            .filter(group -> group.tally().mentions()
                                                    == counted.get(row - 1)
                                                            .tally()
                                                            .mentions())
                                            .count());
            assertThat(counted.stream()
                            .mapToInt(group -> group.tally().mentions())
                            .sum())
                    .isEqualTo(expected.size());
        });
    }

    private static int byCodePoint(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    @Test
    void aFacetCountsThePassagesThatMentionACountryOrPersonWithoutItsOwnFilter() {
        onRandomLedgers((searcher, parts, random) -> {
            Query query = random.nextBoolean() ? new Query.All() : query(random, 2);
            String field = Seeded.one(random, List.of("country", "person"));
            List<String> ids = field.equals("country") ? COUNTRIES : PERSONS;
            String chosen = Seeded.one(random, ids);
            Filter own = new Filter.Mentioned(
                    Seeded.one(random, List.of(field, "not." + field)),
                    List.of(MentionSelector.ALL
                            .withTypes(Set.of(Mention.Type.of(field)))
                            .withIds(Set.of(chosen))),
                    false);
            List<Filter> others = List.of(
                    new Filter.Keyword("source", List.of(Seeded.one(random, SOURCES)), random.nextBoolean()),
                    new Filter.Mentioned("figure", List.of(selector(random)), random.nextBoolean()));
            Map<String, Integer> expected = new TreeMap<>();
            for (Part part : parts) {
                if (part.passage().block() != Block.BOILERPLATE && passes(query, others, part)) {
                    part.mentions().stream()
                            .filter(mention -> mention.type().word().equals(field))
                            .map(mention -> mention instanceof Mention.Country country
                                    ? country.id()
                                    : TWO_ARE_ONE.id(Named.PERSON, ((Mention.Person) mention).name()))
                            .distinct()
                            .forEach(id -> expected.merge(id, 1, Integer::sum));
                }
            }
            boolean selected = own.field().equals(field);
            if (selected) {
                expected.putIfAbsent(TWO_ARE_ONE.id(Named.entity(field).orElseThrow(), chosen), 0);
            }
            List<Filter> filters =
                    Stream.concat(Stream.of(own), others.stream()).toList();
            Facet facet = searcher.search(new SearchRequest(
                            query,
                            filters,
                            SearchRequest.Order.RELEVANCE,
                            false,
                            0,
                            Optional.empty(),
                            List.of(new FacetRequest(field, "", 100, FacetRequest.Interval.YEAR, TWO_ARE_ONE))))
                    .facets()
                    .getFirst();
            Map<String, Integer> counted = new TreeMap<>();
            facet.values().forEach(value -> counted.put(value.value(), value.count()));
            assertThat(counted).as(field + " of " + query + " " + filters).isEqualTo(expected);
            assertThat(facet.values()).allSatisfy(value -> {
                assertThat(value.label()).isEqualTo("the " + value.value());
                assertThat(value.selected())
                        .isEqualTo(selected
                                && value.value()
                                        .equals(TWO_ARE_ONE.id(
                                                Named.entity(field).orElseThrow(), chosen)));
            });
        });
    }

    /** Takes two of the planted persons for one. */
    private static final Names TWO_ARE_ONE = new Names() {
        @Override
        public List<String> ids(Named type, String name) {
            return List.of(id(type, name));
        }

        @Override
        public List<String> kept(Named type, String id) {
            return id.equals(PERSONS.get(0)) ? PERSONS.subList(0, 2) : List.of(id);
        }

        @Override
        public String id(Named type, String kept) {
            return kept.equals(PERSONS.get(1)) ? PERSONS.get(0) : kept;
        }

        @Override
        public String label(Named type, String id) {
            return "the " + id;
        }

        @Override
        public List<String> known(Named type) {
            return List.of();
        }
    };

    @Test
    void clausesAndFiltersSelectPassagesAndMarkExactlyTheMentionsThatHadAPart() {
        onRandomLedgers((searcher, parts, random) -> {
            Query query = query(random, 3);
            List<Filter> filters = filters(random);
            Map<String, List<Span>> expected = new TreeMap<>();
            for (Part part : parts) {
                if (part.passage().block() != Block.BOILERPLATE && passes(query, filters, part)) {
                    expected.put(part.passage().id(part.document()), marks(query, part));
                }
            }
            Map<String, List<Span>> found = new TreeMap<>();
            for (Hit hit :
                    searcher.search(SearchRequest.best(query, filters, 1_000)).hits()) {
                found.put(hit.id(), hit.marks());
            }
            assertThat(found).as(query + " " + filters).isEqualTo(expected);
        });
    }

    @Test
    void aBranchThatFailedAndWhatMustNotMatchMarkNothing() throws Exception {
        String text = "fog gull 150 🚢";
        Document document = new Document("d", "d.txt", text, metadata(new Random(1)), List.of(), List.of());
        Passage passage = new Passage(1, new Span(0, text.length()), Block.PROSE, "", "en", document.metadata());
        Mention norway = country(new Span(0, 3), "NO", Mention.Country.Kind.NAME, false);
        Mention georgia = country(new Span(4, 8), "GE", Mention.Country.Kind.CITY, false);
        String index = newIndex();
        write(List.of(new Part(document, passage, List.of(norway, georgia))), index);
        Query no = mentioned(MentionSelector.country("NO"));
        Query ge = mentioned(MentionSelector.country("GE"));
        Query congo = mentioned(MentionSelector.country("CD"));
        try (PassageSearcher searcher = backEnd().open(index)) {
            Query failed = bool(
                    new Clause(Occur.SHOULD, no),
                    new Clause(Occur.SHOULD, bool(new Clause(Occur.MUST, ge), new Clause(Occur.MUST, congo))));
            assertThat(marks(searcher, failed)).containsExactly(new Span(0, 3));
            Query not = bool(
                    new Clause(Occur.MUST, ge),
                    new Clause(
                            Occur.MUST,
                            bool(
                                    new Clause(Occur.SHOULD, new Query.Word(Query.TEXT, "fog")),
                                    new Clause(Occur.MUST_NOT, congo))));
            assertThat(marks(searcher, not)).containsExactly(new Span(0, 3), new Span(4, 8));
            Query without = bool(new Clause(Occur.MUST, ge), new Clause(Occur.MUST_NOT, no));
            assertThat(searcher.search(SearchRequest.best(without, List.of(), 9))
                            .passages())
                    .isZero();
        }
    }

    private static List<Span> marks(PassageSearcher searcher, Query query) throws Exception {
        return searcher.search(SearchRequest.best(query, List.of(), 9))
                .hits()
                .getFirst()
                .marks();
    }

    // The oracle.

    private static List<Planted> expected(LedgerRequest request, List<Part> parts) {
        List<Planted> expected = new ArrayList<>();
        for (Part part : parts) {
            if (passes(request.query(), request.filters(), part)) {
                part.mentions().stream()
                        .filter(mention -> selects(request.rows(), mention))
                        .forEach(mention -> expected.add(new Planted(part, mention)));
            }
        }
        return expected;
    }

    private static Tally tally(List<Planted> rows) {
        Set<String> passages = new HashSet<>();
        Set<String> documents = new HashSet<>();
        for (Planted row : rows) {
            passages.add(row.part().passage().id(row.part().document()));
            documents.add(row.part().document().id());
        }
        int boilerplate = (int) rows.stream()
                .filter(row -> row.part().passage().block() == Block.BOILERPLATE)
                .count();
        return new Tally(rows.size(), passages.size(), documents.size(), boilerplate, 0);
    }

    private static boolean selects(MentionSelector selector, Mention mention) {
        return (selector.types().isEmpty() || selector.types().contains(mention.type()))
                && switch (mention) {
                    case Mention.Country country ->
                        in(selector.ids(), country.id())
                                && in(selector.kinds(), country.kind().name().toLowerCase(Locale.ROOT))
                                && selector.nested().orElse(country.nested()) == country.nested()
                                && selector.units().isEmpty()
                                && selector.bounds().isEmpty()
                                && selector.value().isEmpty()
                                && selector.when().isEmpty();
                    case Mention.Person person ->
                        in(selector.ids(), person.name())
                                && neither(selector)
                                && selector.value().isEmpty()
                                && selector.when().isEmpty()
                                && selector.units().isEmpty()
                                && selector.bounds().isEmpty();
                    case Mention.Figure figure ->
                        neither(selector)
                                && selector.ids().isEmpty()
                                && in(selector.units(), figure.unit())
                                && in(selector.bounds(), figure.bound().sign())
                                && selector.when().isEmpty()
                                && selector.value().stream().allMatch(range -> holds(range, figure));
                    case Mention.Date date ->
                        neither(selector)
                                && selector.ids().isEmpty()
                                && selector.units().isEmpty()
                                && selector.bounds().isEmpty()
                                && selector.value().isEmpty()
                                && selector.when().stream().allMatch(when -> lies(date, when));
                };
    }

    private static boolean lies(Mention.Date date, MentionSelector.When when) {
        return date.days()
                .map(days -> switch (when.match()) {
                    case POSSIBLE -> when.days().overlaps(days);
                    case CERTAIN -> when.days().contains(days);
                    default -> false;
                })
                .orElse(when.match() == DateMatch.UNKNOWN);
    }

    private static boolean neither(MentionSelector selector) {
        return selector.kinds().isEmpty() && !selector.nested().orElse(false);
    }

    private static boolean holds(ValueRange range, Mention.Figure figure) {
        double min = figure.min().doubleValue();
        double max = figure.max().doubleValue();
        if (!range.within()) {
            return min <= range.max() && range.min() <= max;
        }
        return switch (figure.bound()) {
            case EXACT -> range.min() <= min && max <= range.max();
            case BELOW -> range.min() <= 0 && max <= range.max();
            case ABOVE -> range.min() <= min && range.max() == Double.POSITIVE_INFINITY;
            case ABOUT -> range.min() <= 0 && range.max() == Double.POSITIVE_INFINITY;
        };
    }

    private static boolean in(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static boolean passes(Query query, List<Filter> filters, Part part) {
        return matches(query, part)
                && filters.stream().allMatch(filter -> switch (filter) {
                    case Filter.Mentioned mentioned ->
                        mentioned.negated()
                                != part.mentions().stream()
                                        .anyMatch(mention -> mentioned.any().stream()
                                                .anyMatch(selector -> selects(selector, mention)));
                    case Filter.Keyword keyword ->
                        keyword.values().contains(part.passage().metadata().source()) != keyword.negated();
                    case Filter.Bucket bucket -> throw new IllegalArgumentException("none here");
                    case Filter.Ocr ocr -> part.passage().ocr().isPresent() != ocr.negated();
                    case Filter.Dated dated -> throw new IllegalArgumentException("none here");
                });
    }

    private static boolean matches(Query query, Part part) {
        return switch (query) {
            case Query.All all -> true;
            case Query.Word term -> part.has(term.text());
            case Query.Mentioned mentioned ->
                part.mentions().stream().anyMatch(mention -> selects(mentioned.mentions(), mention));
            case Query.Bool bool -> {
                boolean must = false;
                boolean should = false;
                boolean one = false;
                boolean all = true;
                for (Clause clause : bool.clauses()) {
                    boolean matches = matches(clause.query(), part);
                    must |= clause.occur() == Occur.MUST;
                    should |= clause.occur() == Occur.SHOULD;
                    one |= clause.occur() == Occur.SHOULD && matches;
                    all &= clause.occur() == Occur.SHOULD || matches != (clause.occur() == Occur.MUST_NOT);
                }
                yield all && (must || !should || one);
            }
            default -> throw new IllegalArgumentException(query + " is not asked here");
        };
    }

    private static List<Span> marks(Query query, Part part) {
        List<Span> marks = new ArrayList<>();
        mark(query, part, marks);
        marks.sort(Comparator.naturalOrder());
        List<Span> union = new ArrayList<>();
        for (Span mark : marks) {
            if (!union.isEmpty() && mark.start() < union.getLast().end()) {
                Span last = union.removeLast();
                union.add(new Span(last.start(), Math.max(last.end(), mark.end())));
            } else {
                union.add(mark);
            }
        }
        return union;
    }

    private static void mark(Query query, Part part, List<Span> marks) {
        if (!matches(query, part)) {
            return;
        }
        switch (query) {
            case Query.Word term -> {
                int at = 0;
                for (String word : part.text().split(" ")) {
                    if (word.equals(term.text())) {
                        marks.add(new Span(at, at + word.length()));
                    }
                    at += word.length() + 1;
                }
            }
            case Query.Mentioned mentioned ->
                part.mentions().stream()
                        .filter(mention -> selects(mentioned.mentions(), mention))
                        .forEach(mention -> marks.add(
                                mention.span().shift(-part.passage().span().start())));
            case Query.Bool bool ->
                bool.clauses().stream()
                        .filter(clause -> clause.occur() != Occur.MUST_NOT)
                        .forEach(clause -> mark(clause.query(), part, marks));
            default -> {}
        }
    }

    private static String value(Planted planted, String field) {
        Metadata metadata = planted.part().passage().metadata();
        Mention mention = planted.mention();
        return switch (field) {
            case "type" -> mention.type().word();
            case "source" -> metadata.source();
            case "stance" -> metadata.stance();
            case "document" -> planted.part().document().id();
            case "date" -> metadata.date().edtf();
            case "surface" -> planted.surface();
            case "unit" -> mention instanceof Mention.Figure figure ? figure.unit() : "";
            case "bound" ->
                mention instanceof Mention.Figure figure ? figure.bound().sign() : "";
            case "year", "month" ->
                bucket(metadata.date().edtf(), metadata.date().days(), field);
            case "when.year", "when.month" ->
                mention instanceof Mention.Date date
                        ? date.days()
                                .map(days -> bucket(days.from() + "/" + days.to(), days, field.substring(5)))
                                .orElse("")
                        : "";
            case "kind" ->
                mention instanceof Mention.Country country
                        ? country.kind().name().toLowerCase(Locale.ROOT)
                        : "";
            default ->
                switch (mention) {
                    case Mention.Country country -> country.id();
                    case Mention.Person person -> person.name();
                    case Mention.Figure figure -> "";
                    case Mention.Date date ->
                        date.days().map(days -> days.from() + "/" + days.to()).orElse("");
                };
        };
    }

    /** All dates here are of years with four digits. */
    private static String bucket(String own, DayRange days, String length) {
        String from = days.from().toString();
        String to = days.to().toString();
        if (own.isEmpty() || !from.substring(0, 4).equals(to.substring(0, 4))) {
            return own;
        }
        boolean oneMonth = from.substring(0, 7).equals(to.substring(0, 7));
        return length.equals("month") && oneMonth ? from.substring(0, 7) : from.substring(0, 4);
    }

    // Seeded.

    private static LedgerRequest request(Random random) {
        Query query = random.nextInt(3) == 0 ? query(random, 2) : new Query.All();
        return new LedgerRequest(query, filters(random), selector(random));
    }

    private static List<Filter> filters(Random random) {
        List<Filter> filters = new ArrayList<>();
        while (random.nextInt(3) == 0) {
            boolean negated = random.nextInt(3) == 0;
            filters.add(
                    random.nextInt(3) == 0
                            ? new Filter.Keyword("source", List.of(Seeded.one(random, SOURCES)), negated)
                            : new Filter.Mentioned("country", List.of(selector(random), selector(random)), negated));
        }
        if (random.nextInt(4) == 0) {
            filters.add(new Filter.Ocr(random.nextBoolean()));
        }
        return filters;
    }

    private static Query query(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> new Query.Word(Query.TEXT, Seeded.one(random, List.of("fog", "gull")));
            case 1, 2 -> mentioned(selector(random));
            default -> {
                List<Occur> occurs =
                        List.of(Occur.SHOULD, Occur.SHOULD, Occur.MUST, Occur.MUST, Occur.MUST_NOT, Occur.FILTER);
                yield bool(IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> {
                            Occur occur = Seeded.one(random, occurs);
                            return new Clause(
                                    occur,
                                    occur == Occur.FILTER ? mentioned(selector(random)) : query(random, depth - 1));
                        })
                        .toArray(Clause[]::new));
            }
        };
    }

    private static Query bool(Clause... clauses) {
        return new Query.Bool(List.of(clauses));
    }

    private static Query mentioned(MentionSelector selector) {
        return new Query.Mentioned("?", selector);
    }

    private static MentionSelector selector(Random random) {
        MentionSelector selector = MentionSelector.ALL;
        switch (random.nextInt(5)) {
            case 0 -> {
                selector = selector.withIds(Set.of(Seeded.one(random, COUNTRIES)));
                if (random.nextBoolean()) {
                    selector = selector.withKinds(Set.of(Seeded.one(random, List.of("name", "demonym", "city"))));
                }
            }
            case 1 ->
                selector = selector.withTypes(Set.of(Mention.Type.PERSON)).withIds(Set.of(Seeded.one(random, PERSONS)));
            case 2 -> {
                selector = selector.withTypes(Set.of(Mention.Type.FIGURE));
                if (random.nextBoolean()) {
                    selector = selector.withUnits(Set.of(Seeded.one(random, UNITS), Seeded.one(random, UNITS) + "?"));
                }
                if (random.nextBoolean()) {
                    int low = random.nextInt(100);
                    ValueRange range = ValueRange.parse(Seeded.one(
                            random, List.of(">=" + low, "<" + low, low + ".." + (low + random.nextInt(50)), "" + low)));
                    selector = selector.withValue(random.nextBoolean() ? range.whole() : range);
                }
                if (random.nextInt(3) == 0) {
                    selector = selector.withBounds(Set.of(Seeded.one(random, SIGNS)));
                }
            }
            case 3 -> {
                LocalDate from = day(random);
                selector = selector.withWhen(
                        new DayRange(from, from.plusDays(random.nextInt(900))),
                        Seeded.one(random, List.of(DateMatch.POSSIBLE, DateMatch.CERTAIN, DateMatch.UNKNOWN)));
            }
            default -> selector = selector.withTypes(Set.of(Seeded.one(random, List.of(Mention.Type.values()))));
        }
        return random.nextInt(4) == 0 ? selector.withNested(random.nextBoolean()) : selector;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2019, 12, 1).plusDays(random.nextInt(1_000));
    }

    private static List<Part> parts(Random random) {
        List<Part> parts = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String id = "д🚢 " + i;
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "\n ");
            List<List<Span>> words = new ArrayList<>();
            List<Span> spans = new ArrayList<>();
            for (int j = 1 + random.nextInt(4); j > 0; j--) {
                int start = text.length();
                List<Span> own = new ArrayList<>();
                for (int k = 1 + random.nextInt(9); k > 0; k--) {
                    text.append(text.length() == start ? "" : " ");
                    String word = Seeded.one(random, WORDS);
                    own.add(new Span(text.length(), text.length() + word.length()));
                    text.append(word);
                }
                words.add(own);
                spans.add(new Span(start, text.length()));
                text.append("\n\n");
            }
            Metadata metadata = metadata(random);
            Document document = new Document(id, id + ".txt", text.toString(), metadata, List.of(), List.of());
            for (int j = 0; j < spans.size(); j++) {
                Block block = Seeded.one(random, List.of(Block.PROSE, Block.QUOTE, Block.BOILERPLATE));
                Metadata own = random.nextInt(4) == 0 ? metadata(random) : metadata;
                OptionalInt ocr = random.nextInt(3) == 0 ? OptionalInt.of(random.nextInt(101)) : OptionalInt.empty();
                Passage passage = new Passage(j + 1, spans.get(j), block, "", "en", own, ocr);
                parts.add(new Part(document, passage, mentions(random, words.get(j))));
            }
        }
        return parts;
    }

    /** Mentions of one word or several; some of them overlap. */
    private static List<Mention> mentions(Random random, List<Span> words) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            while (random.nextInt(2) == 0) {
                int last = Math.min(words.size() - 1, i + random.nextInt(3));
                mentions.add(mention(
                        random, new Span(words.get(i).start(), words.get(last).end())));
            }
        }
        return mentions;
    }

    private static Mention mention(Random random, Span span) {
        return switch (random.nextInt(4)) {
            case 0 ->
                country(
                        span,
                        Seeded.one(random, COUNTRIES),
                        Seeded.one(random, List.of(Mention.Country.Kind.values())),
                        random.nextInt(3) == 0);
            case 1 -> new Mention.Person(span, Seeded.one(random, PERSONS), "planted");
            case 2 -> {
                BigDecimal min = new BigDecimal(random.nextInt(1_000)).movePointLeft(random.nextInt(2));
                BigDecimal max = random.nextBoolean() ? min : min.add(new BigDecimal(random.nextInt(40)));
                yield new Mention.Figure(
                        span,
                        min,
                        max,
                        Seeded.one(random, List.of(Mention.Figure.Bound.values())),
                        Seeded.one(random, UNITS),
                        "planted");
            }
            default -> {
                LocalDate from = day(random);
                Optional<DayRange> days = random.nextInt(5) == 0
                        ? Optional.empty()
                        : Optional.of(new DayRange(from, from.plusDays(random.nextInt(400))));
                yield new Mention.Date(span, days, "planted");
            }
        };
    }

    private static Mention country(Span span, String id, Mention.Country.Kind kind, boolean nested) {
        return new Mention.Country(
                span, id, kind, nested, nested ? Optional.of("person") : Optional.empty(), "capital", "planted");
    }

    private static Metadata metadata(Random random) {
        return new Metadata(
                "",
                Seeded.one(random, SOURCES),
                List.of(),
                EdtfDate.parse(Seeded.one(random, List.of("", "2020", "2021-03"))),
                Seeded.one(random, List.of("", "for")),
                "",
                "",
                Map.of());
    }

    private void write(List<Part> parts, String index) throws Exception {
        try (PassageSink sink = backEnd().writer(index)) {
            List<Document> documents =
                    parts.stream().map(Part::document).distinct().toList();
            int mentions = 0;
            for (Document document : documents) {
                List<Part> own = parts.stream()
                        .filter(part -> part.document() == document)
                        .toList();
                List<Mention> planted =
                        own.stream().flatMap(part -> part.mentions().stream()).toList();
                mentions += planted.size();
                sink.add("/root", document, own.stream().map(Part::passage).toList(), planted);
            }
            sink.commit(new Manifest(
                    List.of(),
                    "fingerprint",
                    documents.size(),
                    parts.size(),
                    Map.of(Mention.Type.COUNTRY, mentions),
                    Map.of(),
                    Map.of(),
                    "2026-01-01T00:00:00Z"));
        }
    }
}
