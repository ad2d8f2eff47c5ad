package wherein.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import wherein.api.AnnotateApi;
import wherein.api.Answer;
import wherein.api.Arguments;
import wherein.api.Build;
import wherein.api.Endpoint;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Form;
import wherein.api.Kind;
import wherein.api.ListsApi;
import wherein.api.Parameter;
import wherein.api.Parameters;
import wherein.api.Problem;
import wherein.api.Request;
import wherein.api.Schemas;
import wherein.api.VerdictsApi;
import wherein.json.Json;
import wherein.query.Named;
import wherein.search.PassageSearcher;

/**
 * The description of the API (OpenAPI 3.1), made of the tables that the server itself is made of: {@link Endpoints},
 * {@link Parameter} and {@link Schemas}. It is that of one server and its collection, whose own fields and stances it lists.
 */
final class OpenApi {

    /** Where it is served, below the API and beside it. */
    static final String PATH = "/openapi.json";

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    /** The name that a component may have. */
    private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9._-]+");

    /** The parameters that a form of rows has no use for, and refuses. */
    private static final Map<String, List<String>> REFUSED = Map.of(
            "json", List.of(),
            "ndjson", List.of("cursor"),
            "csv", List.of("cursor"),
            "txt", List.of("cursor", "fields"));

    private static final Map<String, String> VARIABLES = Map.of(
            "/documents/{id}", "the id of a document, percent-encoded",
            "/passages/{id}", "the id of a passage, percent-encoded: document:number",
            "/entities/{type}/{id}", "the id or a name of a country or person, percent-encoded",
            "/report/{path}", "the path of a file, relative to the collection's folder, percent-encoded as one part");

    /** The schema of what a server says of a file that has come in. */
    private static final String ADDED = "Added";

    /** The ways in which a token is shown: alone, or as the password of any name. */
    private static final List<String> SCHEMES = List.of("bearer", "basic");

    /** The headers that say which collection and question rows come from. */
    private static final List<String> ORIGIN =
            List.of("X-Wherein-Fingerprint", "X-Wherein-Generation", "X-Wherein-Query");

    private final PassageSearcher searcher;
    private final Build build;
    private final Optional<FilesApi> files;
    private final ObjectNode document = Json.object();

    private OpenApi(Engine engine) {
        this.searcher = engine.searcher();
        this.build = engine.build();
        this.files = engine.serving().files();
    }

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                PATH,
                List.of(),
                "This description, with the fields and words of the collection",
                List.of(new Form("json", "application/json", "OpenApi")),
                (engine, request) -> {
                    new Arguments(request.parameters(), List.of(), engine.searcher()).check();
                    return new Answer.Body(new OpenApi(engine).document());
                });
    }

    /** The whole description. */
    ObjectNode document() {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Wherein")
                .put("version", build.version())
                .put(
                        "description",
                        "Full-text search over a collection of documents: ranked passages with exact marks, and a ledger of"
                                + " every mention. Only reading, but for /annotate and, where something may be sent, /files and /verdicts."
                                + " Offsets are code points into the"
                                + " document's text, ends exclusive. Nothing is ignored: an unknown parameter or a bad"
                                + " value is a 400 that says what was expected.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        // Whether this server asks for a token is not said here; its 401 says so.
        ArrayNode security = document.putArray("security");
        security.addObject();
        SCHEMES.forEach(scheme -> security.addObject().putArray(scheme));
        ObjectNode paths = document.putObject("paths");
        for (Endpoint endpoint : Server.ENDPOINTS) {
            path(paths, endpoint.route(), endpoint, Optional.empty());
            if (endpoint.isTable()) {
                endpoint.forms().forEach(form -> path(paths, endpoint.route(), endpoint, Optional.of(form)));
            }
            if (endpoint.path().equals(PATH)) {
                path(paths, PATH, endpoint, Optional.empty());
            }
        }
        for (Operations.Operation operation : Operations.DECLARED) {
            Endpoint endpoint = new Endpoint(
                    operation.path(), List.of(), operation.doc(), List.of(operation.form()), OpenApi::noIndex);
            path(paths, operation.path(), endpoint, Optional.empty());
        }
        annotate(paths.putObject(AnnotateApi.PATH));
        lists(paths.putObject(ListsApi.PATH));
        ObjectNode schemas = Schemas.all();
        if (files.isPresent()) {
            files(paths.putObject(FilesApi.PATH));
            verdicts((ObjectNode) paths.get(VerdictsApi.ROUTE));
        } else {
            schemas.remove(List.of(ADDED, "NewVerdict", "Kept"));
        }
        ObjectNode components = document.putObject("components");
        components.set("parameters", shareParameters(paths));
        components.set("headers", headers());
        components.set("responses", responses());
        ObjectNode schemes = components.putObject("securitySchemes");
        SCHEMES.forEach(scheme -> schemes.putObject(scheme).put("type", "http").put("scheme", scheme));
        components.set("schemas", schemas);
        return document;
    }

    private static Answer noIndex(Engine engine, Request request) {
        throw new IllegalStateException("no index answers there");
    }

    private void path(ObjectNode paths, String route, Endpoint endpoint, Optional<Form> suffix) {
        String path = route + suffix.map(form -> "." + form.word()).orElse("");
        ObjectNode item = paths.putObject(path);
        ArrayNode parameters = item.putArray("parameters");
        VARIABLE.matcher(path).results().forEach(variable -> parameters.add(variable(endpoint, variable)));
        List<String> refused = suffix.map(form -> REFUSED.get(form.word())).orElse(List.of());
        for (Parameter<?> each : Parameters.in(searcher.fields(), endpoint.parameters())) {
            boolean page = each.name().equals("limit")
                    && suffix.filter(OpenApi::isJson).isPresent();
            if (!refused.contains(each.name())) {
                parameters.add(parameter(page ? Parameters.pageLimit(each) : each));
            }
        }
        operation(item, "get", path, endpoint, suffix);
        operation(item, "head", path, endpoint, suffix);
        ObjectNode options = item.putObject("options").put("summary", "Which methods there are");
        options.put("operationId", name("options", path));
        options.putObject("responses").set("204", reference("responses", "Options"));
        if (Gate.WATCHED.contains(path)) {
            List.of("get", "head", "options")
                    .forEach(method -> item.withObject("/" + method).putArray("security"));
        }
    }

    private ObjectNode variable(Endpoint endpoint, MatchResult variable) {
        ObjectNode node = Json.object().put("name", variable.group(1)).put("in", "path");
        ObjectNode schema = Json.object().put("type", "string");
        if (endpoint.path().startsWith("/entities/")) {
            boolean type = variable.group(1).equals("type");
            List<Named> types = endpoint.path().endsWith("{id}") ? Named.ENTITIES : List.of(Named.values());
            if (type) {
                ArrayNode words = schema.putArray("enum");
                types.forEach(each -> words.add(each.word()));
            }
        } else if (endpoint.path().startsWith("/problems/")) {
            ArrayNode codes = schema.putArray("enum");
            for (Problem problem : Problem.values()) {
                codes.add(problem.code());
            }
        }
        VARIABLES.entrySet().stream()
                .filter(each -> each.getKey().endsWith(variable.group())
                        && endpoint.path().startsWith(each.getKey()))
                .findFirst()
                .ifPresent(each -> node.put("description", each.getValue()));
        node.put("required", true).set("schema", schema);
        return node;
    }

    private ObjectNode parameter(Parameter<?> parameter) {
        ObjectNode node = Json.object().put("name", parameter.name()).put("in", "query");
        boolean commas = parameter.kind() instanceof Kind.Some;
        node.put("description", parameter.doc() + (commas ? "; repeat, or put commas between" : ""));
        node.put("x-role", parameter.role().name().toLowerCase(Locale.ROOT));
        if (!parameter.aliases().isEmpty()) {
            parameter.aliases().forEach(node.putArray("x-aliases")::add);
        }
        if (parameter.needed()) {
            node.put("required", true);
        }
        ObjectNode schema = schema(parameter.kind());
        if (schema.path("type").asText().equals("array")) {
            node.put("style", "form").put("explode", true);
        }
        node.set("schema", schema);
        return node;
    }

    private ObjectNode schema(Kind<?> kind) {
        ObjectNode schema = Json.object();
        switch (kind) {
            case Kind.Word<?> word -> {
                words(schema.put("type", "string"), word.words().keySet());
                word.words().forEach((name, meaning) -> {
                    if (meaning.equals(word.otherwise())
                            && !meaning.equals(Optional.empty())
                            && !schema.has("default")) {
                        schema.put("default", name);
                    }
                });
            }
            case Kind.Whole whole -> {
                ObjectNode number = whole.words().isEmpty()
                        ? schema
                        : schema.putArray("anyOf").addObject();
                number.put("type", "integer");
                if (whole.least() > Integer.MIN_VALUE) {
                    number.put("minimum", whole.least());
                }
                if (whole.most() < Kind.Whole.ALL) {
                    number.put("maximum", whole.most());
                }
                if (!whole.words().isEmpty()) {
                    ObjectNode instead = schema.withArray("anyOf").addObject().put("type", "string");
                    words(instead, whole.words().keySet());
                }
                if (whole.otherwise() < Kind.Whole.ALL) {
                    schema.put("default", whole.otherwise());
                }
            }
            case Kind.Text text -> {
                schema.put("type", "string");
                if (text.most() < Kind.Whole.ALL) {
                    schema.put("maxLength", text.most());
                }
            }
            case Kind.Read<?> read -> schema.put("type", "string").put("pattern", "^" + read.pattern() + "$");
            case Kind.Names names ->
                schema.put("type", "array").putObject("items").put("type", "string");
            case Kind.Some some -> {
                ObjectNode items =
                        schema.put("type", "array").putObject("items").put("type", "string");
                words(items, some.vocabulary().of(searcher));
                if (some.most() < Kind.Whole.ALL) {
                    schema.put("maxItems", some.most());
                }
            }
        }
        return schema;
    }

    private static void words(ObjectNode schema, Collection<String> words) {
        words.forEach(schema.putArray("enum")::add);
    }

    private static void operation(
            ObjectNode item, String method, String path, Endpoint endpoint, Optional<Form> suffix) {
        ObjectNode operation = item.putObject(method).put("summary", endpoint.doc());
        operation.put("operationId", name(method, path));
        ObjectNode responses = operation.putObject("responses");
        ObjectNode found = responses.putObject("200").put("description", endpoint.doc());
        ObjectNode headers = found.putObject("headers");
        boolean tagged = path.startsWith(Endpoint.BASE) || path.equals(PATH);
        if (tagged) {
            headers.set("ETag", reference("headers", "ETag"));
            headers.set("Server-Timing", reference("headers", "Server-Timing"));
        }
        Set<String> parameters = Parameters.namesOf(endpoint.parameters());
        if (suffix.filter(form -> !isJson(form)).isEmpty() && parameters.contains("cursor")) {
            headers.set("Link", reference("headers", "Link"));
        }
        if (parameters.contains("download")) {
            headers.set("Content-Disposition", reference("headers", "Content-Disposition"));
        }
        if (endpoint.isTable()) {
            ORIGIN.forEach(each -> headers.set(each, reference("headers", each)));
            if (suffix.filter(OpenApi::isJson).isEmpty()) {
                headers.set("X-Total-Count", reference("headers", "X-Total-Count"));
            }
        }
        if (headers.isEmpty()) {
            found.remove("headers");
        }
        if (method.equals("get")) {
            content(found.putObject("content"), endpoint, suffix);
        }
        if (tagged) {
            responses.set("304", reference("responses", "Unchanged"));
        }
        responses.set("default", reference("responses", "Problem"));
    }

    private static boolean isJson(Form form) {
        return form.word().equals("json");
    }

    /** A line of NDJSON is a row, which no schema of a whole body can tell. */
    private static void content(ObjectNode content, Endpoint endpoint, Optional<Form> suffix) {
        for (Form form : suffix.map(List::of).orElse(endpoint.forms())) {
            content.putObject(form.mediaType()).set("schema", schema(form.schema()));
        }
    }

    private static ObjectNode schema(String name) {
        return name.isEmpty() ? Json.object().put("type", "string") : reference("schemas", name);
    }

    /** {@code get} and {@code /documents/{id}/text} are {@code getDocumentsIdText}. */
    private static String name(String method, String path) {
        StringBuilder name = new StringBuilder(method);
        for (String part : path.replace(Endpoint.BASE, "api").split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return name.toString();
    }

    private void annotate(ObjectNode item) {
        ObjectNode post = post(item, AnnotateApi.PATH, AnnotateApi.DOC, AnnotateApi.PARAMETERS);
        ObjectNode body = post.putObject("requestBody").put("required", true);
        body.put("description", "Records, one a line, each as the schema Record describes it.");
        body.putObject("content").putObject(AnnotateApi.NDJSON).set("schema", schema(""));
        ObjectNode answer = answer(
                post,
                "200",
                "Mentions, one a line, each as the schema Annotation describes it; AnnotationFault for a record that could not be"
                        + " read, or whose date could not.");
        answer.putObject("content").putObject(AnnotateApi.NDJSON).set("schema", schema(""));
    }

    private void lists(ObjectNode item) {
        ObjectNode post = post(item, ListsApi.PATH, ListsApi.DOC, ListsApi.PARAMETERS);
        ObjectNode body = post.putObject("requestBody").put("required", true);
        body.put("description", "Names, one a line, " + ListsApi.MOST_BYTES + " bytes at most.");
        body.putObject("content").putObject(ListsApi.TYPE).set("schema", schema(""));
        ObjectNode answer =
                answer(post, "200", "What each name is taken for, and the digest by which rows are chosen.");
        answer.putObject("headers").set("Server-Timing", reference("headers", "Server-Timing"));
        answer.putObject("content").putObject("application/json").set("schema", schema("NameList"));
    }

    private void files(ObjectNode item) {
        ObjectNode post = post(item, FilesApi.PATH, FilesApi.DOC, FilesApi.PARAMETERS);
        ObjectNode body = post.putObject("requestBody").put("required", true);
        body.put("description", "The bytes of the file, " + files.orElseThrow().most() + " at most.");
        body.putObject("content").putObject(FilesApi.TYPE);
        ObjectNode answer = answer(post, "201", "Where the file lies, and where to see what becomes of it.");
        answer.putObject("headers").set("Server-Timing", reference("headers", "Server-Timing"));
        answer.putObject("content").putObject("application/json").set("schema", schema(ADDED));
    }

    private void verdicts(ObjectNode item) {
        ObjectNode post = item.putObject("post").put("summary", VerdictsApi.DOC);
        post.put("operationId", name("post", VerdictsApi.ROUTE));
        ObjectNode body = post.putObject("requestBody").put("required", true);
        body.put(
                "description",
                "Verdicts, one a line, each as the schema NewVerdict describes it; " + VerdictsApi.MOST + " at most.");
        body.putObject("content").putObject(VerdictsApi.TYPE).set("schema", schema(""));
        ObjectNode answer = answer(post, "201", "Each verdict, and what all say of its mention now.");
        answer.putObject("headers").set("Server-Timing", reference("headers", "Server-Timing"));
        answer.putObject("content").putObject("application/json").set("schema", schema("Kept"));
    }

    /** Describes a path that is posted to, and gives its operation. */
    private ObjectNode post(ObjectNode item, String path, String doc, List<Parameter<?>> parameters) {
        ArrayNode told = item.putArray("parameters");
        parameters.forEach(each -> told.add(parameter(each)));
        ObjectNode post = item.putObject("post").put("summary", doc);
        post.put("operationId", name("post", path));
        ObjectNode options = item.putObject("options").put("summary", "Which methods there are");
        options.put("operationId", name("options", path));
        options.putObject("responses").set("204", reference("responses", "Options"));
        return post;
    }

    /** The one good answer of {@code post}, beside the problems that there may be. */
    private static ObjectNode answer(ObjectNode post, String status, String what) {
        ObjectNode responses = post.putObject("responses");
        ObjectNode answer = responses.putObject(status).put("description", what);
        responses.set("default", reference("responses", "Problem"));
        return answer;
    }

    /** Takes each parameter that is the same wherever it stands out of {@code paths}, and leaves a reference. */
    private static ObjectNode shareParameters(ObjectNode paths) {
        Map<String, List<JsonNode>> byName = new LinkedHashMap<>();
        paths.forEach(item -> item.path("parameters")
                .forEach(each -> byName.computeIfAbsent(each.path("name").asText(), name -> new ArrayList<>())
                        .add(each)));
        ObjectNode shared = Json.object();
        byName.forEach((name, all) -> {
            if (COMPONENT.matcher(name).matches() && all.stream().distinct().count() == 1 && all.size() > 1) {
                shared.set(name, all.getFirst());
            }
        });
        paths.forEach(item -> {
            ArrayNode parameters = (ArrayNode) item.path("parameters");
            for (int i = 0; i < parameters.size(); i++) {
                String name = parameters.get(i).path("name").asText();
                if (shared.has(name)) {
                    parameters.set(i, reference("parameters", name));
                }
            }
        });
        return shared;
    }

    private static ObjectNode reference(String kind, String name) {
        return Json.object().put("$ref", "#/components/" + kind + "/" + name);
    }

    private static ObjectNode headers() {
        Map<String, String> docs = new LinkedHashMap<>();
        docs.put("ETag", "Of this answer from this generation of the index; If-None-Match with it gives a 304");
        docs.put("Server-Timing", "How long the server took until the answer began");
        docs.put("Link", "The next page, with rel=next");
        docs.put("Content-Disposition", "The name of the file, with download=on");
        docs.put("X-Total-Count", "How many rows there are, in the forms that have them all");
        docs.put("X-Wherein-Fingerprint", "Of the collection's files");
        docs.put("X-Wherein-Generation", "Of the index");
        docs.put("X-Wherein-Query", "The address that asks for the same rows, in its canonical form");
        docs.put("WWW-Authenticate", "How to show the token that this server asks for");
        docs.put("Retry-After", "Seconds after which the same request may be answered");
        docs.put("Allow", "The methods");
        ObjectNode headers = Json.object();
        docs.forEach((name, doc) -> headers.putObject(name)
                .put("description", doc)
                .putObject("schema")
                .put("type", "string"));
        return headers;
    }

    private static ObjectNode responses() {
        ObjectNode responses = Json.object();
        ObjectNode options = responses.putObject("Options").put("description", "Which methods there are");
        options.putObject("headers").set("Allow", reference("headers", "Allow"));
        ObjectNode unchanged =
                responses.putObject("Unchanged").put("description", "The answer that the client has is still true");
        unchanged.putObject("headers").set("ETag", reference("headers", "ETag"));
        StringBuilder which = new StringBuilder("What went wrong:");
        for (Problem problem : Problem.values()) {
            which.append("\n- ").append(problem.status()).append(' ').append(problem.code());
        }
        ObjectNode problem = responses.putObject("Problem").put("description", which.toString());
        ObjectNode told = problem.putObject("headers");
        List.of("Allow", "Retry-After", "WWW-Authenticate").forEach(each -> told.set(each, reference("headers", each)));
        problem.putObject("content").putObject("application/problem+json").set("schema", schema("Problem"));
        return responses;
    }
}
