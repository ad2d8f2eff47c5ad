package wherein.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.query.Query;
import wherein.query.QueryFields;
import wherein.query.QueryLimitException;
import wherein.query.QueryParser;
import wherein.query.QueryParser.Mode;
import wherein.query.QueryParser.Operator;
import wherein.query.QueryPrinter;
import wherein.query.QuerySyntaxException;
import wherein.search.Filter;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.text.Span;

/** A query that was not blank, and of which nothing is left to look for, finds nothing; it never finds everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class NothingContract extends Contract {

    /** No letter, no digit, no star, no picture: of these no text has a word. */
    private static final List<String> SIGNS = List.of(
            "?",
            "??",
            "!",
            "…",
            "\"",
            "\"\"",
            "(",
            ")",
            "()",
            "-",
            "+",
            "~",
            "^",
            "\\",
            ":",
            "&",
            "&&",
            "||",
            "|",
            "@",
            ".",
            ",",
            "'",
            "’",
            "—",
            "\u200b",
            "\ufeff",
            "\ufffd",
            "\u00a0",
            "\u2028",
            "\u0000",
            "\n",
            " ",
            " ",
            "[",
            "]",
            "{",
            "}",
            "<",
            ">",
            "=",
            "==",
            "=\"",
            "#",
            "$",
            "%",
            "/",
            "\\?",
            "\u0301",
            "\u202e",
            "\u200d",
            "\u3164",
            "\"…\"",
            "«",
            "»",
            "“",
            "- ",
            "+\"!\"",
            "-\"?\"",
            "(!)",
            "(\"\" …)");

    private PassageSearcher searcher;

    @BeforeAll
    void index() throws Exception {
        String name = newIndex();
        List<String> texts =
                List.of("The fog and the sea: ??? … !!!", "An old man * \"…\" and a fox 🚢", "Мол и шторм — да. - + =");
        try (PassageSink sink = backEnd().writer(name)) {
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                Metadata about = new Metadata(
                        "Fog ? and …", "Sea …", List.of("A. Man"), Metadata.UNKNOWN.date(), "for", "", "", Map.of());
                Document document = new Document("d" + i, "d" + i, text, about, List.of(), List.of());
                Passage passage = new Passage(1, new Span(0, text.length()), Block.PROSE, "", "en", about);
                sink.add("/", document, List.of(passage), List.of());
            }
            sink.commit(new Manifest(List.of(), "", texts.size(), texts.size(), Map.of(), Map.of(), Map.of(), ""));
        }
        searcher = backEnd().open(name);
    }

    @AfterAll
    void close() throws Exception {
        searcher.close();
    }

    private QueryParser.Parsed read(String text, Operator operator, Mode mode)
            throws QuerySyntaxException, QueryLimitException {
        QueryFields fields = new QueryFields(List.of("region"));
        return new QueryParser(fields, searcher.queryLimits()).parse(text, operator, mode);
    }

    private int found(Query query, Filter... filters) throws Exception {
        return searcher.search(SearchRequest.best(query, List.of(filters), 10)).passages();
    }

    @Test
    void whateverSignsAreAskedForNothingIsFoundAndTheReasonIsTold() {
        Seeded.times(4_000, random -> {
            String text = signs(random);
            // Between slashes stands an expression, and what is blank is no query.
            boolean expression = text.chars().filter(c -> c == '/').count() > 1;
            if (expression || text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                return;
            }
            for (Operator operator : Operator.values()) {
                for (Mode mode : Mode.values()) {
                    findsNothing(text, operator, mode);
                }
            }
        });
    }

    private static String signs(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            text.append(Seeded.one(random, SIGNS)).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private void findsNothing(String text, Operator operator, Mode mode) throws Exception {
        QueryParser.Parsed parsed;
        try {
            parsed = read(text, operator, mode);
        } catch (QuerySyntaxException fault) {
            assertThat(mode).as(text).isEqualTo(Mode.STRICT);
            return;
        }
        String shown = text + " as " + parsed + " in " + mode;
        assertThat(found(parsed.query())).as(shown).isZero();
        assertThat(found(parsed.query(), new Filter.Keyword("stance", List.of("for"), false)))
                .as(shown)
                .isZero();
        assertThat(parsed.nothing()).as(shown).isPresent();
        String printed = QueryPrinter.print(parsed.query());
        QueryParser.Parsed again = read(printed, Operator.OR, Mode.STRICT);
        assertThat(QueryPrinter.print(again.query())).as(shown).isEqualTo(printed);
        assertThat(again.nothing()).as(shown).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "???",
                "?",
                "…",
                "\"…\"",
                "( )",
                "-",
                "+",
                "!!!",
                "\"\" \"\"",
                "\ufffd\ufffd",
                "\u200b",
                "\"",
                "\"\"~3",
                "-…",
                "-\"…\" -!",
                "title:???",
                "title:\"…\"",
                "source:…",
                "author:\"\"",
                "…~",
                "\"…\"^2",
                "(… ???)",
                "… NEAR/3 …",
                "… -fog",
                "fog NEAR/3 … -man",
                "=\"…\"",
                "title:=\"…\"",
                "\\*",
                "\"*\"",
                "\u0000",
                "\u0301"
            })
    void nothingIsFoundForEachOfThese(String text) throws Exception {
        for (Mode mode : Mode.values()) {
            if (mode == Mode.BOX && text.startsWith("fog NEAR")) {
                continue;
            }
            findsNothing(text, Operator.OR, mode);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00a0", "*", "*:*", "* *", " * ! ", "(*)"})
    void onlyABlankQueryAndAStarFindEverything(String text) throws Exception {
        assertThat(found(read(text, Operator.OR, Mode.BOX).query())).isEqualTo(3);
    }

    @Test
    void exclusionsAloneFindAllTheRest() throws Exception {
        for (String text : List.of("-fox", "NOT fox", "-fox -…", "-(fox …)")) {
            for (Mode mode : Mode.values()) {
                assertThat(found(read(text, Operator.OR, mode).query()))
                        .as(text)
                        .isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            fog …                 => OR  => STRICT => fog            => …
            fog ???               => OR  => STRICT => fog            => \\?\\?\\?
            fog ???               => OR  => BOX    => fog            =>
            fog … - "!"           => OR  => STRICT => fog            => …, "!"
            fog — sea             => AND => STRICT => +fog +sea      => —
            fog OR …              => OR  => STRICT => fog            => …
            (fog …) "sea …"       => OR  => STRICT => fog "sea …"    => …
            (… ???) fog           => OR  => STRICT => fog            => … \\?\\?\\?
            fog -…                => OR  => STRICT => fog            => …
            stance:for …          => OR  => STRICT => stance:for     => …
            fog …~1               => OR  => STRICT => fog            => …~1
            fog ="…"              => OR  => STRICT => fog            => ="…"
            +fog +"…"             => OR  => BOX    => +fog           => "…"
            fog NEAR/3 …          => OR  => BOX    => fog            => …
            fog NEAR/3 … NEAR/3 a => OR  => BOX    => fog NEAR/3 a   => …
            (fog OR …) NEAR/3 sea => OR  => STRICT => fog NEAR/3 sea => …
            """)
    void besideOthersWhatHoldsNoWordIsLeftOutAndListed(
            String text, Operator operator, Mode mode, String read, String leftOut) throws Exception {
        QueryParser.Parsed parsed = read(text, operator, mode);
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo(read);
        assertThat(String.join(", ", parsed.leftOut())).isEqualTo(leftOut == null ? "" : leftOut);
        assertThat(parsed.nothing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            +fog +…                => … holds no word
            fog AND "…"            => "…" holds no word
            fog NEAR/3 …           => … holds no word
            fog AND (sea NEAR/1 …) => … holds no word
            fog title:"…"          => title:"…" holds no word
            fog +(… ???)           => … holds no word
            ???                    => UTF-8
            \ufffd\ufffd           => UTF-8
            …                      => only signs
            """)
    void strictlyWhatIsRequiredAndHoldsNoWordIsToldAndNeverVanishes(String text, String reason) throws Exception {
        QueryParser.Parsed parsed = read(text, Operator.OR, Mode.STRICT);
        assertThat(parsed.nothing().orElseThrow()).contains(reason);
        assertThat(parsed.leftOut()).isEmpty();
        assertThat(found(parsed.query())).isZero();
    }

    @Test
    void whatIsLeftOfNothingButRefusedPatternsFindsNothing() throws Exception {
        QueryParser.Parsed parsed = read("-fox f*", Operator.OR, Mode.BOX);
        QueryParser.Parsed left = parsed.without(parsed.query().patterns().getFirst());
        assertThat(found(left.query())).isZero();
        assertThat(left.nothing()).isPresent();
        assertThat(left.leftOut()).containsExactly("f*");
        assertThat(QueryPrinter.print(left.query())).isEqualTo("\"\"");
    }
}
