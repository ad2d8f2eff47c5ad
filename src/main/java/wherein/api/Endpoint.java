package wherein.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An endpoint of the API: what is declared here is what is served, described and documented.
 *
 * @param path after that of the API, with {@code {…}} for its variables
 * @param parameters all of them but the collection's own fields
 * @param doc what it answers, in one line
 * @param forms in which it answers, the first where nobody says which
 */
public record Endpoint(String path, List<Parameter<?>> parameters, String doc, List<Form> forms, Handler handler) {

    /** The base of every address here. */
    public static final String BASE = "/api/v1";

    /** Takes copies. */
    public Endpoint {
        parameters = List.copyOf(parameters);
        forms = List.copyOf(forms);
    }

    /** Answers requests. */
    @FunctionalInterface
    public interface Handler {

        /**
         * The answer to {@code request} from {@code engine}, whose deadline it keeps.
         *
         * @throws ProblemException if the request is not what was expected
         */
        Answer answer(Engine engine, Request request) throws IOException;
    }

    /** The whole path. */
    public String route() {
        return BASE + path;
    }

    /** Whether it answers rows, whose forms are suffixes of its path too. */
    public boolean isTable() {
        return forms.stream().anyMatch(form -> form.word().equals(Format.NDJSON.word()));
    }

    /** The parameter that says in which of several forms it answers. */
    public Optional<String> formParameter() {
        return parameters.stream()
                .filter(each -> each.kind() instanceof Kind.Word<?> word
                        && word.words().containsValue(Optional.of(forms.getFirst())))
                .map(Parameter::name)
                .findFirst();
    }

    /** As {@link Handler#answer}. */
    public Answer answer(Engine engine, Request request) throws IOException {
        return handler.answer(engine, request);
    }

    /**
     * What its answers depend on beside request, program and index: one tells when the files of the index were read again, and some
     * whether files come in.
     */
    public String variant(Engine engine) {
        String files =
                engine.serving().files().map(each -> each.info().toString()).orElse("");
        return files
                + (path.equals(InfoApi.PATH)
                        ? engine.serving().sweep().map(Sweep::toString).orElse("")
                        : "");
    }
}
