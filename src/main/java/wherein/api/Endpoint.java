package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * An endpoint of the API: what is declared here is what is served.
 *
 * @param path after that of the API, with {@code {…}} for its variables
 * @param parameters all of them but the collection's own fields
 * @param doc what it answers, in one line
 * @param answers in what forms, JSON alone where the handler is a {@link Rows}, whose other forms follow from it
 */
record Endpoint(String path, List<Parameter<?>> parameters, String doc, List<Answer> answers, Handler handler) {

    /**
     * A form in which an endpoint answers.
     *
     * @param type its media type
     * @param schema the name of the schema of it, in {@link Schemas}; empty for plain text
     */
    record Answer(String type, String schema) {}

    /** An answer in JSON as {@code schema} describes it. */
    static List<Answer> json(String schema) {
        return List.of(new Answer("application/json", schema));
    }

    /** An answer in plain text. */
    static List<Answer> text() {
        return List.of(new Answer("text/plain", ""));
    }

    /** What answers. */
    sealed interface Handler permits Body, Rows, Own, OfServer {}

    /** One object. */
    @FunctionalInterface
    non-sealed interface Body extends Handler {
        ObjectNode of(Engine engine, Context context) throws IOException;
    }

    /** Rows, in each of the forms of {@link TableApi}. */
    @FunctionalInterface
    non-sealed interface Rows extends Handler {
        TableApi of(Engine engine, Context context) throws IOException;
    }

    /** Something of its own. */
    @FunctionalInterface
    non-sealed interface Own extends Handler {
        void answer(Engine engine, Context context) throws IOException;
    }

    /** Something about the server, whose path is not below that of the API; no index is needed for it. */
    @FunctionalInterface
    non-sealed interface OfServer extends Handler {
        void answer(Operations operations, Context context);
    }

    /** The whole path. */
    String route() {
        return handler instanceof OfServer ? path : Api.BASE + path;
    }

    /** The formats whose suffix the path may have; none where it has no suffixes. */
    List<Format> suffixes() {
        return parameters.stream()
                .filter(each -> handler instanceof Rows && each.name().equals("format"))
                .map(Parameter::kind)
                .flatMap(kind -> kind instanceof Kind.Word<?> word ? word.words().values().stream() : Stream.of())
                .map(Format.class::cast)
                .toList();
    }

    /** Answers one request to a server. */
    void answer(Operations operations, Context context) {
        new Arguments(context.queryParamMap(), parameters, null).check();
        ((OfServer) handler).answer(operations, context);
    }

    /** Answers one request from {@code engine}. */
    void answer(Engine engine, Context context, String suffix) throws IOException {
        switch (handler) {
            case Rows rows -> rows.of(engine, context).answer(context, suffix);
            case Own own -> own.answer(engine, context);
            case OfServer none -> throw new IllegalStateException("no index answers " + path);
            case Body body -> {
                Format.accept(context, Format.JSON.type());
                if (!Freshness.unchanged(context, engine.searcher(), Format.JSON.word())) {
                    ObjectNode answer = body.of(engine, context);
                    Freshness.mark(context, engine.searcher(), Format.JSON.word());
                    Answering.json(context, answer);
                }
            }
        }
    }
}
