package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.cite.Citation;
import wherein.document.Cue;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Sentences;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.search.Hit;
import wherein.text.CodePoints;
import wherein.text.Span;

/**
 * {@code /documents/{id}/citation}: how a document is cited, or a quotation from it. {@code /documents/{id}/quotation}: what stands
 * at a place, with all that a list of quotations says of it.
 */
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

    /** What a quotation is made of: the place itself, or what is whole around it. */
    private enum Whole {
        PLACE,
        SENTENCE,
        PASSAGE
    }

    private static final Parameter<Whole> WHOLE = Parameter.word(
            Role.SELECTS,
            "whole",
            Parameter.words(
                    Map.entry("place", Whole.PLACE),
                    Map.entry("sentence", Whole.SENTENCE),
                    Map.entry("passage", Whole.PASSAGE)),
            "whether the place is quoted, or the sentences or passages that it is in");

    private static final Parameter<Integer> FROM = START.asNeeded();
    private static final Parameter<Integer> TO = END.asNeeded();

    private static final List<Parameter<?>> OF_QUOTATION = List.of(FROM, TO, WHOLE, Parameters.OFFSETS);

    private CitationApi() {}

    /** Both endpoints. */
    static List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        "/documents/{id}/citation",
                        PARAMETERS,
                        "How a document is cited, or a quotation from it",
                        FORMS,
                        CitationApi::cite),
                new Endpoint(
                        "/documents/{id}/quotation",
                        OF_QUOTATION,
                        "What stands at a place of a document, and how it is cited",
                        List.of(Form.json("Quotation")),
                        (engine, request) -> new Answer.Body(quote(engine, request))));
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

    private static ObjectNode quote(Engine engine, Request request) throws IOException {
        Arguments arguments = new Arguments(request.parameters(), OF_QUOTATION, engine.searcher());
        Offsets offsets = arguments.get(Parameters.OFFSETS);
        int start = arguments.get(FROM);
        int end = arguments.get(TO);
        Whole whole = arguments.get(WHOLE);
        arguments.check();
        Document document = DocumentsApi.stored(engine, request).document();
        Span span = widened(engine, document, span(document, start, end, offsets, arguments), whole);
        CodePoints points = new CodePoints(document.text());
        Citation citation = citation(document, Optional.of(span), request.address());
        Metadata there = document.metadataAt(span);
        ObjectNode body = Json.object();
        SearchApi.index(body, engine);
        boolean utf16 = offsets == Offsets.UTF16;
        int from = points.at(span.start());
        int to = points.at(span.end());
        body.put("document", document.id())
                .put("title", orNull(document.metadata().title()))
                .put("source", orNull(there.source()))
                .put("date", orNull(there.date().edtf()))
                .put("stance", orNull(there.stance()))
                .put("lang", orNull(there.language()))
                .put("start", utf16 ? span.start() : from)
                .put("end", utf16 ? span.end() : to)
                .put("text", span.in(document.text()))
                .put("reference", citation.reference())
                .put("link", Json.link(document.id(), "", from, to));
        body.set("csl", citation.item());
        return body;
    }

    /** A place with the whole sentences or passages of its document that it has a part of. */
    private static Span widened(Engine engine, Document document, Span place, Whole whole) throws IOException {
        if (whole == Whole.PLACE) {
            return place;
        }
        int start = place.start();
        int end = place.end();
        for (Hit passage : engine.searcher().passages(document.id())) {
            Span all =
                    new Span(passage.start(), passage.start() + passage.text().length());
            if (!all.overlaps(place)) {
                continue;
            }
            List<Span> parts =
                    whole == Whole.PASSAGE ? List.of(all) : Sentences.of(document.text(), all, passage.language());
            for (Span part : parts) {
                if (part.overlaps(place)) {
                    start = Math.min(start, part.start());
                    end = Math.max(end, part.end());
                }
            }
        }
        // A sentence has the white space behind it.
        while (end > place.end() && Character.isWhitespace(document.text().charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
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
