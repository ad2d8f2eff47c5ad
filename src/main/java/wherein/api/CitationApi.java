package wherein.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wherein.cite.Citation;
import wherein.document.Cue;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.text.CodePoints;
import wherein.text.Span;

/** {@code /documents/{id}/citation}: how a document is cited, or a quotation from it. */
final class CitationApi {

    private static final List<Form> FORMS = forms();

    private static final Parameter<Integer> START = Parameter.whole(
            Role.SELECTS, "start", 0, Kind.Whole.ALL, Kind.Whole.ALL, "where a quotation starts; with end");
    private static final Parameter<Integer> END = Parameter.whole(
            Role.SELECTS, "end", 1, Kind.Whole.ALL, Kind.Whole.ALL, "where it ends, exclusive; with start");

    private static final List<Parameter<?>> PARAMETERS = List.of(
            Parameter.form("style", FORMS, "the form; without it the Accept header says which"),
            START,
            END,
            Parameters.OFFSETS,
            Parameters.DOWNLOAD);

    private CitationApi() {}

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                "/documents/{id}/citation",
                PARAMETERS,
                "How a document is cited, or a quotation from it",
                FORMS,
                CitationApi::cite);
    }

    private static List<Form> forms() {
        List<Form> forms = new ArrayList<>();
        for (Citation.Style style : Citation.Style.values()) {
            forms.add(new Form(style.word(), style.type(), style == Citation.Style.CSL ? "Citation" : ""));
        }
        return forms;
    }

    private static Answer cite(Engine engine, Request request) throws IOException {
        Arguments arguments = new Arguments(request.parameters(), PARAMETERS, engine.searcher());
        Offsets offsets = arguments.get(Parameters.OFFSETS);
        boolean download = arguments.get(Parameters.DOWNLOAD);
        int start = arguments.get(START);
        int end = arguments.get(END);
        for (String side : List.of("start", "end")) {
            if (arguments.all("start").isEmpty() != arguments.all("end").isEmpty()
                    && arguments.all(side).isEmpty()) {
                arguments.fault(side, "a quotation has a start and an end; give both, or neither", "");
            }
        }
        arguments.check();
        Document document = DocumentsApi.stored(engine, request).document();
        Optional<Span> span = arguments.all("start").isEmpty()
                ? Optional.empty()
                : Optional.of(span(document, start, end, offsets, arguments));
        Citation.Style style = Citation.Style.values()[FORMS.indexOf(request.form())];
        Citation citation = citation(document, span, request.address());
        String name = citation.key().replaceAll("[^A-Za-z0-9._-]", "-") + "." + style.extension();
        return new Answer.Text(citation.in(style), download ? Optional.of(name) : Optional.empty());
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
        Citation.Quotation quotation = new Citation.Quotation(
                span.get().in(document.text()),
                start,
                end,
                part,
                Cue.in(document.cues(), span.get()),
                document.confidence(span.get()));
        return new Citation(
                document.id(), document.metadata(), page + "#c=" + start + "-" + end, Optional.of(quotation));
    }
}
