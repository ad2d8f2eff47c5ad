package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import wherein.http.Account.Outcome;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.mention.Annotator;
import wherein.search.Filter;
import wherein.search.PassageSearcher;
import wherein.search.StoredDocument;
import wherein.text.CodePoints;
import wherein.text.Span;

/** {@code /account}: everything that might be a mention, and what became of it. */
public final class AccountApi extends TableApi {

    private static final List<String> COLUMNS = Schemas.columns("Candidate");

    private static final Parameter<Optional<Outcome>> CLASS =
            Parameter.word("class", outcomes(), Optional.empty(), "what became of a candidate");

    /** All its parameters. */
    static final List<Parameter<?>> PARAMETERS =
            Parameter.all(List.of(CLASS, Parameter.DOC, Parameter.OFFSETS), rows(COLUMNS, FORMATS));

    private final PassageSearcher searcher;
    private final Account account;

    /** The account of the collection of {@code searcher}, whose numbers {@code annotator} can give reasons for. */
    public AccountApi(PassageSearcher searcher, Annotator annotator) {
        this(searcher, new Account(searcher, annotator));
    }

    AccountApi(PassageSearcher searcher, Account account) {
        super(searcher, "/account", "rows", COLUMNS);
        this.searcher = searcher;
        this.account = account;
    }

    private static Map<String, Optional<Outcome>> outcomes() {
        Map<String, Optional<Outcome>> words = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            words.put(outcome.word, Optional.of(outcome));
        }
        return words;
    }

    /** The first to ask has the collection read, which takes as long as an export does and is one. */
    @Override
    void answer(Context context, String suffix) throws IOException {
        if (!account.isRead(filters(context.queryParams("doc")))) {
            Admission.export(context);
        }
        super.answer(context, suffix);
    }

    private static List<Filter> filters(List<String> documents) {
        return documents.isEmpty() ? List.of() : List.of(new Filter.Keyword("doc", documents, false));
    }

    @Override
    Table table(Map<String, List<String>> parameters, boolean streamed) {
        Arguments arguments = new Arguments(parameters, PARAMETERS, searcher);
        Optional<Outcome> outcome = arguments.get(CLASS);
        Offsets offsets = arguments.get(Parameter.OFFSETS);
        return new Rows(arguments, outcome, filters(arguments.get(Parameter.DOC)), offsets == Offsets.UTF16);
    }

    /** The rows that one request asks for. */
    private final class Rows extends Table {
        private final Optional<Outcome> wanted;
        private final List<Filter> filters;
        private final boolean utf16;
        private Account.Tally tally;

        Rows(Arguments arguments, Optional<Outcome> wanted, List<Filter> filters, boolean utf16) {
            super(arguments);
            this.wanted = wanted;
            this.filters = filters;
            this.utf16 = utf16;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            tally = account.tally(filters);
            ObjectNode total = body.withObject("/total").put("candidates", tally.count(Optional.empty()));
            ArrayNode classes = body.putArray("classes");
            for (Outcome outcome : Outcome.values()) {
                int count = tally.count(Optional.of(outcome));
                total.put(outcome.word.replace('-', '_'), count);
                ObjectNode node = classes.addObject().put("class", outcome.word).put("count", count);
                ArrayNode rules = node.putArray("rules");
                tally.rules(outcome)
                        .forEach((rule, n) -> rules.addObject()
                                .put("rule", rule.isEmpty() ? null : rule)
                                .put("count", n));
            }
            return tally.count(wanted);
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            account.candidates(
                    filters,
                    tally,
                    wanted,
                    from,
                    (stored, points, candidate, verdict) ->
                            rows.test(only(row(stored, points, candidate, verdict), columns())));
        }

        private ObjectNode row(
                StoredDocument stored, CodePoints points, Candidates.Candidate candidate, Account.Verdict verdict) {
            Span span = candidate.span();
            int start = points.at(span.start());
            int end = points.at(span.end());
            String id = stored.document().id();
            return Json.object()
                    .put("document", id)
                    .put("start", utf16 ? span.start() : start)
                    .put("end", utf16 ? span.end() : end)
                    .put("surface", span.in(stored.document().text()))
                    .put(
                            "candidate",
                            candidate.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("class", verdict.outcome().word)
                    .put("rule", verdict.rule().isEmpty() ? null : verdict.rule())
                    .put("link", Json.link(id, "", start, end))
                    .put(
                            "source_link",
                            Json.sourceLink(
                                    stored.document().metadataAt(span),
                                    stored.document().text(),
                                    span));
        }
    }
}
