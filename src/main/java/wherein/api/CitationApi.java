package wherein.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.cite.Citation;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.search.StoredDocument;
import wherein.text.CodePoints;
import wherein.text.Span;

/** {@code /documents/{id}/citation}: how a document is cited, or a quotation from it. */
final class CitationApi {

    private static final List<Citation.Style> STYLES = List.of(Citation.Style.values());

    private static final Parameter<Optional<Citation.Style>> STYLE =
            Parameter.word("style", styles(), Optional.empty(), "the form; without it the Accept header says which");
    private static final Parameter<Integer> START =
            Parameter.whole("start", 0, Kind.Whole.ALL, Kind.Whole.ALL, "where a quotation starts; with end");
    private static final Parameter<Integer> END =
            Parameter.whole("end", 1, Kind.Whole.ALL, Kind.Whole.ALL, "where it ends, exclusive; with start");

    /** All its parameters. */
    static final List<Parameter<?>> PARAMETERS = List.of(STYLE, START, END, Parameter.OFFSETS, Sheet.DOWNLOAD);

    /** The forms of its answer. */
    static final List<Endpoint.Answer> ANSWERS = STYLES.stream()
            .map(style ->
                    new Endpoint.Answer(style.type().split(";")[0], style == Citation.Style.CSL ? "Citation" : ""))
            .toList();

    private static Map<String, Optional<Citation.Style>> styles() {
        Map<String, Optional<Citation.Style>> words = new LinkedHashMap<>();
        STYLES.forEach(style -> words.put(style.word(), Optional.of(style)));
        return words;
    }

    private final Engine engine;

    CitationApi(Engine engine) {
        this.engine = engine;
    }

    /** Answers for the document {@code id}. */
    void answer(String id, Context context) throws IOException {
        Arguments arguments = new Arguments(context.queryParamMap(), PARAMETERS, engine.searcher());
        Optional<Citation.Style> asked = arguments.get(STYLE);
        Offsets offsets = arguments.get(Parameter.OFFSETS);
        boolean download = arguments.get(Sheet.DOWNLOAD);
        int start = arguments.get(START);
        int end = arguments.get(END);
        for (String side : List.of("start", "end")) {
            if (arguments.all("start").isEmpty() != arguments.all("end").isEmpty()
                    && arguments.all(side).isEmpty()) {
                arguments.fault(side, "a quotation has a start and an end; give both, or neither", "");
            }
        }
        arguments.check();
        StoredDocument stored = Api.stored(engine.searcher(), id);
        Optional<Span> span = arguments.all("start").isEmpty()
                ? Optional.empty()
                : Optional.of(span(stored.document(), start, end, offsets, arguments));
        Citation.Style style = asked.orElseGet(
                () -> Format.welcome(context, STYLES, each -> each.type().split(";")[0]));
        if (Freshness.unchanged(context, engine.searcher(), style.word())) {
            return;
        }
        Freshness.mark(context, engine.searcher(), style.word());
        Citation citation = citation(stored.document(), span, Address.of(context));
        if (download) {
            String name = citation.key().replaceAll("[^A-Za-z0-9._-]", "-") + "." + style.extension();
            context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        }
        Answering.timing(context);
        Answering.text(context, style.type(), citation.in(style));
    }

    /** The span in UTF-16 that the request means; ends the request if the text has no such span. */
    private static Span span(Document document, int start, int end, Offsets offsets, Arguments arguments) {
        CodePoints points = new CodePoints(document.text());
        boolean utf16 = offsets == Offsets.UTF16;
        int length = utf16 ? document.text().length() : points.length();
        if (end > length) {
            arguments.fault("end", "the text ends at " + length, "");
        } else if (start >= end) {
            arguments.fault("end", "a quotation ends behind its start, and has a character at least", "");
        }
        arguments.check();
        if (!utf16) {
            return new Span(points.toUtf16(start), points.toUtf16(end));
        }
        for (int at : List.of(start, end)) {
            if (points.toUtf16(points.at(at)) != at) {
                arguments.fault(at == start ? "start" : "end", at + " is inside a character of two UTF-16 units", "");
            }
        }
        arguments.check();
        return new Span(start, end);
    }

    private static Citation citation(Document document, Optional<Span> span, String address) {
        String page = address + "/documents/" + Json.encode(document.id());
        if (span.isEmpty()) {
            return new Citation(document.id(), document.metadata(), page, Optional.empty());
        }
        CodePoints points = new CodePoints(document.text());
        int start = points.at(span.get().start());
        int end = points.at(span.get().end());
        Metadata there = document.metadataAt(span.get());
        Optional<Metadata> part = there.equals(document.metadata()) ? Optional.empty() : Optional.of(there);
        Citation.Quotation quotation = new Citation.Quotation(span.get().in(document.text()), start, end, part);
        return new Citation(
                document.id(), document.metadata(), page + "#c=" + start + "-" + end, Optional.of(quotation));
    }
}
