package wherein.api;

/**
 * One of the forms in which an endpoint answers.
 *
 * @param word for it: the value of {@code format=} or the like, and the suffix of a path
 * @param type the content type of the answer
 * @param schema the name of what describes it, in {@link Schemas}; empty for plain text
 */
public record Form(String word, String type, String schema) {

    /** An answer in JSON as {@code schema} describes it. */
    static Form json(String schema) {
        return new Form("json", "application/json", schema);
    }

    /** An answer in plain text. */
    static Form text() {
        return new Form("txt", "text/plain; charset=utf-8", "");
    }

    /** The media type without its parameters. */
    public String mediaType() {
        return type.split(";")[0];
    }
}
