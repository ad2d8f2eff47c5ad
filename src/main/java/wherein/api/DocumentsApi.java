package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.document.Metadata;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.json.WebAnnotation;
import wherein.search.Copies;
import wherein.search.Cursor;
import wherein.search.DocumentMarks;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.search.StoredDocument;
import wherein.text.CodePoints;
import wherein.text.Span;

/** {@code /documents} and {@code /passages}: what is known of them, their text, and the marks of a query in it. */
public final class DocumentsApi {

    private static final String PATH = "/documents";
    private static final String MARKS_PATH = "/documents/{id}/hits";

    private static final Parameter<List<String>> DOCUMENT_FIELDS = Parameter.fields(Schemas.columns("Document"));
    private static final Parameter<List<String>> PASSAGE_FIELDS = Parameter.fields(Schemas.columns("Passage"));
    private static final Parameter<List<String>> MARK_FIELDS = Parameter.fields(Schemas.columns("Mark"));

    private static final List<Parameter<?>> DOCUMENTS =
            List.of(Parameters.DUPLICATES, DOCUMENT_FIELDS, Parameters.LIMIT, Parameters.CURSOR);
    private static final List<Parameter<?>> PASSAGES = List.of(PASSAGE_FIELDS, Parameters.OFFSETS);
    private static final List<Parameter<?>> MARKS = List.of(MARK_FIELDS);

    private static final Form ANNOTATION = new Form("annotation", WebAnnotation.PROFILED, "WebAnnotation");

    private DocumentsApi() {}

    /** All of them. */
    static List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        PATH,
                        Parameters.with(DOCUMENTS),
                        "The documents, with their metadata",
                        List.of(Form.json("Documents")),
                        (engine, request) -> new Answer.Body(documents(engine, request))),
                new Endpoint(
                        "/documents/{id}",
                        List.of(Parameters.OFFSETS),
                        "One document, with its metadata",
                        List.of(Form.json("Document")),
                        (engine, request) -> new Answer.Body(document(engine, request))),
                new Endpoint(
                        "/documents/{id}/text",
                        List.of(),
                        "The text of a document, into which all offsets point",
                        List.of(Form.text()),
                        (engine, request) -> new Answer.Text(text(engine, request), Optional.empty())),
                new Endpoint(
                        "/documents/{id}/passages",
                        PASSAGES,
                        "The passages of a document, in order",
                        List.of(Form.json("Passages")),
                        (engine, request) -> new Answer.Body(passages(engine, request))),
                new Endpoint(
                        MARKS_PATH,
                        Parameters.with(MARKS),
                        "Every mark of a query in a document",
                        List.of(Form.json("Marks")),
                        (engine, request) -> new Answer.Body(marks(engine, request))),
                new Endpoint(
                        "/passages/{id}",
                        List.of(Parameters.OFFSETS),
                        "One passage; as a Web Annotation with Accept: " + WebAnnotation.TYPE,
                        List.of(Form.json("Passage"), ANNOTATION),
                        DocumentsApi::passage));
    }

    private static ObjectNode documents(Engine engine, Request request) throws IOException {
        Question question = Question.read(engine, PATH, request.parameters());
        int limit = question.arguments().get(Parameters.LIMIT);
        List<String> columns = question.arguments().get(DOCUMENT_FIELDS);
        Copies copies = question.arguments().get(Parameters.DUPLICATES);
        Optional<Cursors.Place> place = question.arguments().get(Parameters.CURSOR);
        question.arguments().check();
        int order = Canonical.order(request.parameters(), question.arguments().declared());
        place.ifPresent(each -> Cursors.refuseOther(each, order, engine.stampOfIndex()));
        int from = place.map(Cursors.Place::rank).orElse(0);
        PassageSearcher.DocumentPage page =
                engine.searcher().documents(question.query(), question.filters(), copies, from, limit);
        if (from > page.total()) {
            throw Cursors.beyond();
        }
        int to = from + page.documents().size();
        ObjectNode body = Json.object();
        body.putObject("total")
                .put("documents", page.total())
                .put("copies", page.copies())
                .put("returned", page.documents().size());
        body.put("complete", to >= page.total()).put("remaining", page.total() - to);
        SearchApi.countOnly(body, limit);
        SearchApi.index(body, engine);
        ArrayNode documents = body.arrayNode();
        Json json = new Json(question.offsets(), question.text());
        for (StoredDocument each : page.documents()) {
            documents.add(
                    json.document(each, engine.searcher().copies(each.document().id())));
        }
        body.set("documents", Json.only(documents, columns));
        Cursor last = new Cursor(0, "", 0, engine.searcher().generation());
        return to < page.total() && limit > 0
                ? Cursors.next(
                        body, PATH, request.parameters(), new Cursors.Place(last, to, order, engine.stampOfIndex()))
                : SearchApi.lastPage(body);
    }

    private static ObjectNode document(Engine engine, Request request) throws IOException {
        Offsets offsets = offsetsAlone(engine, request);
        StoredDocument stored = stored(engine, request);
        return new Json(offsets, "")
                .document(stored, engine.searcher().copies(stored.document().id()));
    }

    private static String text(Engine engine, Request request) throws IOException {
        new Arguments(request.parameters(), List.of(), engine.searcher()).check();
        return stored(engine, request).document().text();
    }

    private static ObjectNode passages(Engine engine, Request request) throws IOException {
        Arguments arguments = new Arguments(request.parameters(), PASSAGES, engine.searcher());
        Json json = new Json(arguments.get(Parameters.OFFSETS), "");
        List<String> columns = arguments.get(PASSAGE_FIELDS);
        arguments.check();
        List<Hit> passages =
                engine.searcher().passages(stored(engine, request).document().id());
        ObjectNode body = Json.object();
        body.putObject("total").put("passages", passages.size()).put("returned", passages.size());
        body.put("complete", true);
        SearchApi.index(body, engine);
        ArrayNode array = body.arrayNode();
        passages.forEach(passage -> array.add(json.passage(passage)));
        body.set("passages", Json.only(array, columns));
        return body;
    }

    private static ObjectNode marks(Engine engine, Request request) throws IOException {
        Question question = Question.read(engine, MARKS_PATH, request.parameters());
        List<String> columns = question.arguments().get(MARK_FIELDS);
        question.arguments().check();
        StoredDocument stored = stored(engine, request);
        DocumentMarks marks = engine.searcher()
                .marks(question.query(), question.filters(), stored.document().id());
        ObjectNode body = Json.object();
        body.putObject("total")
                .put("marks", marks.marks().size())
                .put("passages", marks.passages().size())
                .put("returned", marks.marks().size());
        body.put("complete", true);
        SearchApi.index(body, engine);
        ArrayNode hits = new Json(question.offsets(), question.text()).marks(stored.document(), marks);
        body.set("hits", Json.only(hits, columns));
        return body;
    }

    /**
     * A document as the page shows it: what it is called and where it is from, and its passages, each with what {@code asked}, the
     * parameters of the address, marks in it: the rows of the ledger that they select, or else the matches of their query.
     * Costs as much as the document is long.
     *
     * @throws ProblemException if there is no such document, or a selector has a fault
     */
    public static ObjectNode marked(Engine engine, String id, Map<String, List<String>> asked) throws IOException {
        StoredDocument stored = stored(engine, id);
        Metadata metadata = stored.document().metadata();
        List<Span> marks = marks(engine, stored, asked);
        ObjectNode body = Json.object()
                .put("title", metadata.title().isEmpty() ? id : metadata.title())
                .put("source", metadata.source())
                .put("date", metadata.date().edtf())
                .put("stance", metadata.stance());
        Json json = new Json(Offsets.CODE_POINTS, "");
        ArrayNode passages = body.putArray("passages");
        int next = 0;
        for (Hit each : engine.searcher().passages(id)) {
            ObjectNode passage = json.passage(each);
            ArrayNode within = passage.putArray("marks");
            for (;
                    next < marks.size()
                            && marks.get(next).start() < passage.get("end").asInt();
                    next++) {
                within.addArray()
                        .add(marks.get(next).start())
                        .add(marks.get(next).end());
            }
            passages.add(passage);
        }
        return body;
    }

    /** What is marked, in code points of the document and in their order. */
    private static List<Span> marks(Engine engine, StoredDocument stored, Map<String, List<String>> asked)
            throws IOException {
        Map<String, List<String>> selectors = new LinkedHashMap<>(asked);
        selectors
                .keySet()
                .retainAll(Parameters.ROWS.stream().map(Parameter::name).toList());
        List<Span> marks = new ArrayList<>();
        if (!selectors.isEmpty()) {
            Question question = Question.read(engine, MentionsApi.PATH, selectors);
            LedgerRows rows = LedgerRows.read(engine, question.arguments());
            question.arguments().check();
            List<Filter> only =
                    List.of(new Filter.Keyword("doc", List.of(stored.document().id()), false));
            engine.searcher()
                    .mentions(
                            new LedgerRequest(question.query(), only, rows.selector()),
                            0,
                            row -> marks.add(new Span(row.startCodePoint(), row.endCodePoint())));
            return marks;
        }
        Map<String, List<String>> query = new LinkedHashMap<>(asked);
        query.keySet().retainAll(List.of(Parameters.Q.name(), Parameters.OP.name()));
        if (query.getOrDefault(Parameters.Q.name(), List.of("")).getFirst().isBlank()) {
            return marks;
        }
        query.put(Parameters.MODE.name(), List.of("box"));
        Question question = Question.read(engine, MARKS_PATH, query);
        question.arguments().check();
        CodePoints points = new CodePoints(stored.document().text());
        DocumentMarks found = engine.searcher()
                .marks(question.query(), question.filters(), stored.document().id());
        found.marks().forEach(mark -> marks.add(new Span(points.at(mark.start()), points.at(mark.end()))));
        return marks;
    }

    private static Answer passage(Engine engine, Request request) throws IOException {
        Offsets offsets = offsetsAlone(engine, request);
        Hit passage = passage(engine, request.variable("id"));
        if (!request.form().equals(ANNOTATION)) {
            return new Answer.Body(new Json(offsets, "").passage(passage));
        }
        if (offsets != Offsets.CODE_POINTS) {
            throw ProblemException.of("offsets", "a Web Annotation counts in code points; leave it out");
        }
        StoredDocument stored = stored(engine, passage.document());
        String api = request.address() + Endpoint.BASE;
        return new Answer.Text(Json.text(WebAnnotation.of(passage, stored.document(), api)), Optional.empty());
    }

    private static Hit passage(Engine engine, String id) throws IOException {
        int colon = id.lastIndexOf(':');
        Optional<Hit> passage = colon > 0 && id.substring(colon + 1).matches("\\d{1,9}")
                ? engine.searcher().passage(id.substring(0, colon), Integer.parseInt(id.substring(colon + 1)))
                : Optional.empty();
        return passage.orElseThrow(() -> new ProblemException(
                Problem.NOT_FOUND, "There is no passage \"" + id + "\"; expected document:number."));
    }

    private static Offsets offsetsAlone(Engine engine, Request request) {
        Arguments arguments = new Arguments(request.parameters(), List.of(Parameters.OFFSETS), engine.searcher());
        Offsets offsets = arguments.get(Parameters.OFFSETS);
        arguments.check();
        return offsets;
    }

    /** The document that the path names; ends the request if there is none. */
    static StoredDocument stored(Engine engine, Request request) throws IOException {
        return stored(engine, request.variable("id"));
    }

    private static StoredDocument stored(Engine engine, String id) throws IOException {
        return engine.searcher()
                .document(id)
                .orElseThrow(() ->
                        new ProblemException(Problem.NOT_FOUND, "There is no document \"" + id + "\" in the index."));
    }
}
