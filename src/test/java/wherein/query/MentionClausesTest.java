package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.mention.Mention;
import wherein.query.Query.Clause;
import wherein.query.Query.Occur;
import wherein.time.DayRange;

class MentionClausesTest {

    /** A small ledger: two countries of one name, a person under two names, two units. */
    private static final Names NAMES = new Names() {
        private final Map<String, List<String>> ids = Map.of(
                "country:Georgia", List.of("GE"),
                "country:GE", List.of("GE"),
                "country:Congo", List.of("CD", "CG"),
                "country:Korea (South)", List.of("KR"),
                "person:Ada Keel", List.of("Ada Keel"),
                "person:Keel", List.of("Ada Keel", "Tom Keel"),
                "person:Jim \"Fog\" O'Dea", List.of("Jim"),
                "unit:people", List.of("people"),
                "unit:USD", List.of("USD"));

        @Override
        public List<String> ids(Named type, String name) {
            return ids.getOrDefault(type.word() + ":" + name, List.of());
        }

        @Override
        public Collection<String> kept(Named type, String id) {
            return id.equals("Ada Keel") ? List.of("Ada Keel", "Ада Киль") : List.of(id);
        }

        @Override
        public String id(Named type, String kept) {
            return kept;
        }

        @Override
        public String label(Named type, String id) {
            return id.equals("CD") ? "Congo - Kinshasa" : id;
        }

        @Override
        public Collection<String> known(Named type) {
            return type == Named.COUNTRY
                    ? List.of("Georgia", "Norway")
                    : type == Named.PERSON ? List.of("Ada Keel") : List.of("people", "USD");
        }
    };

    private final QueryParser parser = new QueryParser(new QueryFields(List.of()));

    @Test
    void aNameSelectsWhatTheLedgerKeepsForIt() throws Exception {
        assertThat(only("country:Georgia")).isEqualTo(MentionSelector.country("GE"));
        assertThat(only("country:GE")).isEqualTo(MentionSelector.country("GE"));
        assertThat(only("country:\"Korea (South)\"")).isEqualTo(MentionSelector.country("KR"));
        assertThat(only("person:\"Ada Keel\"")).isEqualTo(of("person").withIds(Set.of("Ada Keel", "Ада Киль")));
    }

    @Test
    void aStarSelectsAllOfTheKind() throws Exception {
        assertThat(only("country:*")).isEqualTo(of("country"));
        assertThat(only("person:*")).isEqualTo(of("person"));
        assertThat(only("figure:*")).isEqualTo(of("figure"));
        assertThat(only("figure.people:*")).isEqualTo(of("figure").withUnits(Set.of("people")));
        assertThat(only("when:*")).isEqualTo(of("date"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            150000                 => 150000..150000
            150,000                => 150000..150000
            =150000                => 150000..150000
            >=100000               => 100000..
            <=100000               => ..100000
            "150 000"              => 150000..150000
            100000..2000000        => 100000..2000000
            100000..               => 100000..
            ..2000000              => ..2000000
            [100000 TO 2000000]    => 100000..2000000
            [100000 TO *]          => 100000..
            [* TO 5]               => ..5
            [2.5 TO 3]             => 2.5..3
            """)
    void figuresHaveValuesAndRanges(String value, String range) throws Exception {
        ValueRange expected = ValueRange.parse(range);
        assertThat(only("figure:" + value)).isEqualTo(of("figure").withValue(expected));
        assertThat(only("figure.USD:" + value))
                .isEqualTo(of("figure").withUnits(Set.of("USD")).withValue(expected));
    }

    @Test
    void bracesAndSignsLeaveTheEndOut() throws Exception {
        ValueRange braces = only("figure:{5 TO 9}").value().orElseThrow();
        assertThat(braces.min()).isGreaterThan(5);
        assertThat(braces.max()).isLessThan(9);
        ValueRange mixed = only("figure.people:{5 TO 9]").value().orElseThrow();
        assertThat(mixed.min()).isGreaterThan(5);
        assertThat(mixed.max()).isEqualTo(9);
        assertThat(only("figure:>5").value().orElseThrow().min()).isGreaterThan(5);
        assertThat(only("figure:<5").value().orElseThrow().max()).isLessThan(5);
    }

    @Test
    void whenTakesDatesAndRangesOfThem() throws Exception {
        assertThat(only("when:2022-03")).isEqualTo(of("date").withWhen(DayRange.of("2022-03")));
        DayRange both =
                new DayRange(DayRange.of("2020").from(), DayRange.of("2021-06").to());
        assertThat(only("when:[2020 TO 2021-06]")).isEqualTo(of("date").withWhen(both));
        assertThat(only("when:[2020 TO *]").when().orElseThrow().days().to()).isEqualTo(DayRange.ALL.to());
    }

    @Test
    void clausesStandInsideOperatorsAndGroups() throws Exception {
        Query query = parse("fog AND (country:Georgia OR NOT figure.people:>=5) AND NOT when:2020");
        assertThat(query).isInstanceOf(Query.Bool.class);
        List<Clause> clauses = ((Query.Bool) query).clauses();
        assertThat(clauses).extracting(Clause::occur).containsExactly(Occur.MUST, Occur.MUST, Occur.MUST_NOT);
        List<Clause> group = ((Query.Bool) clauses.get(1).query()).clauses();
        assertThat(group).extracting(Clause::occur).containsExactly(Occur.SHOULD, Occur.MUST_NOT);
        assertThat(selectors(query))
                .containsExactly(
                        MentionSelector.country("GE"),
                        of("figure").withUnits(Set.of("people")).withValue(ValueRange.parse(">=5")),
                        of("date").withWhen(DayRange.of("2020")));
    }

    @Test
    void besideWordsAClauseWithoutAnOperatorIsAFilter() throws Exception {
        Query.Bool query = (Query.Bool) parse("fog country:GE");
        assertThat(query.clauses()).extracting(Clause::occur).containsExactly(Occur.SHOULD, Occur.FILTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country:Georgia",
                "country:\"Korea (South)\"",
                "country:Korea\\ \\(South\\)",
                "person:\"Ada Keel\"",
                "person:\"Jim \\\"Fog\\\" O'Dea\"",
                "person:Jim\\ \\\"Fog\\\"\\ O'Dea",
                "country:*",
                "figure:150000",
                "figure:150,000",
                "figure:\"-5\"",
                "figure:>=100000",
                "figure:>5",
                "figure:<5",
                "figure:<=5",
                "figure:5..9",
                "figure:..9",
                "figure:5..",
                "figure.people:{5 TO 9}",
                "figure.people:[5 TO 9}",
                "figure:[* TO 9]",
                "figure:\"150 000\"",
                "when:2022-03",
                "when:\"2021-05-07/..\"",
                "when:[2020 TO 2021-06]",
                "when:[* TO 2021]",
                "fog AND NOT (country:GE OR figure:>=5)",
                "+person:* -when:*",
            })
    void whatIsPrintedIsReadBackAsTheSame(String text) throws Exception {
        Query query = parse(text);
        String printed = QueryPrinter.print(query);
        Query again = parse(printed);
        assertThat(selectors(again)).as(printed).isEqualTo(selectors(query)).isNotEmpty();
        assertThat(QueryPrinter.print(again)).isEqualTo(printed);
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestOne() {
        assertThat(fault("country:Gerogia").didYouMean()).isEqualTo("Georgia");
        assertThat(fault("country:Gerogia").getMessage()).contains("no country \"Gerogia\"");
        assertThat(fault("person:\"Ada Kell\"").didYouMean()).isEqualTo("Ada Keel");
        assertThat(fault("figure.peple:5").didYouMean()).isEqualTo("people");
        assertThat(fault("figure.peple:[5 TO 9]").didYouMean()).isEqualTo("people");
        assertThat(fault("fog AND country:Gerogia").position())
                .isGreaterThan(fault("country:Gerogia").position());
    }

    @Test
    void anAmbiguousNameIsRefusedWithTheChoices() {
        assertThat(fault("country:Congo").getMessage()).contains("CD (Congo - Kinshasa)", "CG", "choose one");
        assertThat(fault("country:Congo").didYouMean()).isEmpty();
        assertThat(fault("person:Keel").getMessage()).contains("Ada Keel", "Tom Keel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figure:many",
                "figure:9..5",
                "figure:[9 TO 5]",
                "figure:[a TO 5]",
                "when:soon",
                "when:[2021 TO 2020]",
                "when:{2020 TO 2021}",
                "country:[a TO b]",
                "figure:>=",
                "figure.:5"
            })
    void aValueThatMeansNothingIsRefused(String text) {
        assertThat(fault(text).getMessage()).isNotBlank();
    }

    private Query parse(String text) throws QuerySyntaxException, QueryLimitException {
        return parser.parse(text, QueryParser.Operator.OR, QueryParser.Mode.STRICT, () -> NAMES)
                .query();
    }

    private QuerySyntaxException fault(String text) {
        QuerySyntaxException fault = catchThrowableOfType(QuerySyntaxException.class, () -> parse(text));
        assertThat(fault).as(text).isNotNull();
        return fault;
    }

    private static MentionSelector of(String type) {
        return MentionSelector.ALL.withTypes(Set.of(Mention.Type.of(type)));
    }

    private MentionSelector only(String text) throws QuerySyntaxException, QueryLimitException {
        List<MentionSelector> selectors = selectors(parse(text));
        assertThat(selectors).as(text).hasSize(1);
        return selectors.getFirst();
    }

    private static List<MentionSelector> selectors(Query query) {
        List<MentionSelector> selectors = new ArrayList<>();
        switch (query) {
            case Query.Mentioned mentioned -> selectors.add(mentioned.mentions());
            case Query.Bool bool -> bool.clauses().forEach(clause -> selectors.addAll(selectors(clause.query())));
            default -> {}
        }
        return selectors;
    }
}
