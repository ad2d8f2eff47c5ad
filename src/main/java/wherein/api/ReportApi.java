package wherein.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.document.NoteGroup;
import wherein.document.NoteKind;
import wherein.index.LastRun;
import wherein.json.Json;
import wherein.search.FileAccount;

/** {@code /report}: what of the folder is not searched, and what was not as expected, as the index knows it now. */
final class ReportApi {

    private static final String PATH = "/report";

    /** Their messages tell of places outside of the collection, or of the program, which no client is to know. */
    private static final Set<NoteKind> PRIVATE =
            EnumSet.of(NoteKind.LINK_LEADS_OUT, NoteKind.LINK_FOLLOWED, NoteKind.LINK_AGAIN, NoteKind.FAULT);

    private ReportApi() {}

    /** Its endpoints. */
    static List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        PATH,
                        List.of(),
                        "What is the matter with the files of the collection, counted by kind with examples, and what the last run"
                                + " that changed the index did",
                        List.of(Format.JSON.form("Report")),
                        (engine, request) -> new Answer.Body(all(checked(engine, request)))),
                new Endpoint(
                        PATH + "/{path}",
                        List.of(),
                        "What became of one file: its documents, and what is the matter with it; no files where no run has read one there",
                        List.of(Format.JSON.form("FileReport")),
                        (engine, request) -> new Answer.Body(one(checked(engine, request), request.variable("path")))));
    }

    /** Where to ask what became of the file at {@code path}, relative to the collection's folder. */
    static String address(String path) {
        return Endpoint.BASE + PATH + "/" + Json.encode(path);
    }

    private static Engine checked(Engine engine, Request request) {
        new Arguments(request.parameters(), List.of(), engine.searcher()).check();
        return engine;
    }

    private static ObjectNode all(Engine engine) {
        LastRun run = engine.searcher()
                .manifest()
                .lastRun()
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_FOUND, "The index says nothing of the run that made it. Build it anew."));
        ObjectNode body = Json.object();
        body.put("ended", engine.searcher().manifest().built());
        ReportJson.report(body, run.report(), run.took(), LastRun.EXAMPLES);
        body.path("notes").forEach(ReportApi::hide);
        SearchApi.index(body, engine);
        return body;
    }

    private static ObjectNode one(Engine engine, String path) throws IOException {
        ObjectNode body = Json.object().put("path", path);
        ArrayNode files = body.putArray("files");
        for (FileAccount file : engine.searcher().files(path)) {
            ObjectNode node = files.addObject()
                    .put("bytes", file.state().size())
                    .put("sha256", file.state().sha256())
                    .put("again", file.state().again())
                    .put("documents", file.documents());
            ArrayNode notes = node.putArray("notes");
            for (NoteGroup group : file.state().notes()) {
                ObjectNode each = notes.addObject();
                ReportJson.group(each, group, LastRun.EXAMPLES);
                hide(each);
            }
        }
        SearchApi.index(body, engine);
        return body;
    }

    /** Takes from the notes of one kind what no client is to know. */
    static void hide(JsonNode group) {
        Optional<NoteKind> hidden = PRIVATE.stream()
                .filter(kind -> kind.word().equals(group.path("kind").asText()))
                .findFirst();
        hidden.ifPresent(kind ->
                group.path("examples").forEach(note -> ((ObjectNode) note).put("message", kind.title())));
    }
}
