package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import wherein.coverage.CandidateTally;
import wherein.coverage.Candidates;
import wherein.coverage.Outcome;
import wherein.coverage.Verdict;
import wherein.document.Cue;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.search.Filter;
import wherein.search.StoredDocument;
import wherein.text.CodePoints;
import wherein.text.Span;

/** {@code /account}: everything that might be a mention, and what became of it. */
final class CoverageApi {

    private static final Table.Shape SHAPE = Table.Shape.of("/account", "rows", Schemas.columns("Candidate"));

    private static final Parameter<Optional<Outcome>> CLASS =
            Parameter.word(Role.SELECTS, "class", outcomes(), Optional.empty(), "what became of a candidate");

    private static final List<Parameter<?>> PARAMETERS =
            Parameters.all(List.of(CLASS, Parameters.DOC, Parameters.OFFSETS), SHAPE.parameters("Account"));

    private CoverageApi() {}

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                "/account",
                PARAMETERS,
                "Everything that might be a mention, and what became of it",
                SHAPE.forms("Account"),
                CoverageApi::rows);
    }

    private static Map<String, Optional<Outcome>> outcomes() {
        Map<String, Optional<Outcome>> words = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            words.put(outcome.word(), Optional.of(outcome));
        }
        return words;
    }

    private static Answer rows(Engine engine, Request request) {
        Arguments arguments = new Arguments(request.parameters(), PARAMETERS, engine.searcher());
        Optional<Outcome> outcome = arguments.get(CLASS);
        boolean utf16 = arguments.get(Parameters.OFFSETS) == Offsets.UTF16;
        List<String> documents = arguments.get(Parameters.DOC);
        Table.Head head = Table.Head.read(engine, request, SHAPE, arguments);
        List<Filter> filters = documents.isEmpty() ? List.of() : List.of(new Filter.Keyword("doc", documents, false));
        return new Answer.Rows(new Rows(head, outcome, filters, utf16));
    }

    /** The rows that one request asks for. */
    private static final class Rows extends Table {
        private final Optional<Outcome> wanted;
        private final List<Filter> filters;
        private final boolean utf16;
        private CandidateTally tally;

        Rows(Head head, Optional<Outcome> wanted, List<Filter> filters, boolean utf16) {
            super(head);
            this.wanted = wanted;
            this.filters = filters;
            this.utf16 = utf16;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            tally = engine().coverage().tally(engine().searcher(), engine().deadline(), filters);
            ObjectNode total = body.withObject("/total").put("candidates", tally.count(Optional.empty()));
            ArrayNode classes = body.putArray("classes");
            for (Outcome outcome : Outcome.values()) {
                int count = tally.count(Optional.of(outcome));
                total.put(outcome.word().replace('-', '_'), count);
                ObjectNode node =
                        classes.addObject().put("class", outcome.word()).put("count", count);
                ArrayNode rules = node.putArray("rules");
                new TreeMap<>(tally.rules(outcome))
                        .forEach((rule, n) -> rules.addObject()
                                .put("rule", rule.isEmpty() ? null : rule)
                                .put("count", n));
            }
            // A mention may cover several candidates, or none, and a candidate several mentions.
            body.putObject("ledger")
                    .put("mentions", tally.mentions())
                    .put("of_candidates", tally.mentionsOfCandidates())
                    .put("of_other_words", tally.mentions() - tally.mentionsOfCandidates());
            return tally.count(wanted);
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            engine().coverage()
                    .candidates(
                            engine().searcher(),
                            engine().deadline(),
                            filters,
                            tally,
                            wanted,
                            from,
                            (stored, points, candidate, verdict) ->
                                    rows.test(Json.only(row(stored, points, candidate, verdict), columns())));
        }

        private ObjectNode row(
                StoredDocument stored, CodePoints points, Candidates.Candidate candidate, Verdict verdict) {
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
                    .put("class", verdict.outcome().word())
                    .put("rule", verdict.rule().isEmpty() ? null : verdict.rule())
                    .put("link", Json.link(id, "", start, end))
                    .put(
                            "source_link",
                            Json.sourceLink(
                                    stored.document().metadataAt(span),
                                    stored.document().text(),
                                    span,
                                    Cue.at(stored.document().cues(), span.start())));
        }
    }
}
