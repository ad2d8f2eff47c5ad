package wherein.api;

import java.util.Locale;

/** Every fault that an answer can name: the one table of code, status and what to do (RFC 9457). */
public enum Problem {
    /** No parameter of the endpoint. */
    UNKNOWN_PARAMETER(
            400,
            "Unknown parameter",
            "The endpoint has no parameter of this name. The answer names the " + "nearest one that it has."),
    /** A value that the parameter cannot have. */
    BAD_VALUE(
            400,
            "Bad value",
            "A parameter has a value that it cannot have. The answer says which and what was " + "expected."),
    /** A query that does not parse. */
    QUERY_SYNTAX(
            400,
            "The query does not parse",
            "The answer says where, counted in characters from 0. With "
                    + "mode=box a query never fails: what is no valid syntax is taken as words."),
    /** A query beyond a limit. */
    QUERY_TOO_LARGE(400, "The query is too large", "The answer names the limit. Ask in several smaller queries."),
    /** A request that HTTP itself does not allow. */
    BAD_REQUEST(400, "Bad request", "The request is no sound HTTP."),
    /** The token is missing or another. */
    UNAUTHORIZED(
            401,
            "Unauthorized",
            "This server asks for a token. Send it as \"Authorization: Bearer TOKEN\", or as the password of any user name."),
    /** A page of another server asks. */
    FORBIDDEN(
            403,
            "Forbidden",
            "A request must come from a page of this server, of one that is named with --cors, or of none."),
    /** Nothing at this address. */
    NOT_FOUND(404, "Not found", "There is nothing at this address: no such endpoint, document or passage."),
    /** A method that the address does not answer. */
    METHOD_NOT_ALLOWED(
            405,
            "Method not allowed",
            "The interface is read only: GET, HEAD and OPTIONS. Only texts to annotate are posted, and files where a server "
                    + "takes them in."),
    /** A format that the endpoint does not have. */
    NOT_ACCEPTABLE(
            406, "Not acceptable", "The endpoint does not answer in the format that the Accept header asks for."),
    /** A body that comes in too slowly. */
    TOO_SLOW(
            408,
            "Too slow",
            "The body of the request came in too slowly. Nothing was done; send it at once, or fewer records at a time."),
    /** The index changed under a cursor. */
    INDEX_CHANGED(
            409,
            "The index has changed",
            "The cursor belongs to an index that has been built anew since. Begin " + "again at the first page."),
    /** A file that is there already. */
    FILE_EXISTS(
            409,
            "The file exists",
            "The collection has a file of this name, or of one that differs in case or accents alone. No file is ever "
                    + "replaced; send it under another name."),
    /** A body or an answer too large. */
    TOO_LARGE(413, "Too large", "The body of the request is larger than the server takes."),
    /** An address too long. */
    URL_TOO_LONG(
            414,
            "The address is too long",
            "An address has 16 KB at most, path and query as they are sent. Ask a shorter query, or fewer values."),
    /** A body in another form. */
    UNSUPPORTED_TYPE(415, "Unsupported media type", "The body of the request is in a form that is not taken here."),
    /** A host name that is not ours. */
    MISDIRECTED(
            421,
            "Misdirected request",
            "The request names a host that this server does not answer for. Name it "
                    + "with --allow-host when the server starts."),
    /** Headers too large. */
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "An address and its headers have 24 KB at most. Send fewer or shorter headers."),
    /** Our fault. */
    INTERNAL(500, "Internal error", "A fault of this program. The server's log has it under the id in the answer."),
    /** A disk that is full. */
    NO_ROOM(
            507,
            "No room",
            "The disk of the collection has no room for what was sent. Nothing of it was kept; send it again when there is some."),
    /** A folder that cannot be written. */
    NOT_WRITABLE(
            503,
            "Not writable",
            "The file of verdicts cannot be written: its folder is closed to this server, or another process holds it. Nothing was"
                    + " kept; mend that, and send it again."),
    /** Not ready yet. */
    NOT_READY(503, "Not ready", "The index cannot be searched yet. Try again soon."),
    /** A query that takes too long. */
    OUT_OF_TIME(
            503,
            "Out of time",
            "The query took longer than one may take, and nothing of it is given out. Ask for less: fewer or longer words, "
                    + "or a filter; or try again when the server has less to do."),
    /** The files of the index are not what was written. */
    INDEX_DAMAGED(
            503,
            "The index is damaged",
            "The files of the index are no longer what was written, so nothing is answered from it. Whoever runs the server "
                    + "builds it again with: wherein index, or puts a backup in its place with: wherein restore DIR. It then "
                    + "answers without being started again; wherein check and the server's log say what is damaged."),
    /** More requests than can be answered soon. */
    OVERLOADED(
            503,
            "Overloaded",
            "More requests wait than can be answered soon. Nothing was done; try again after the seconds in "
                    + "Retry-After."),
    /** More exports than run at once. */
    TOO_MANY_EXPORTS(
            503,
            "Too many exports",
            "As many exports run as may at once. Nothing was done; try again after the seconds in Retry-After, or fetch "
                    + "pages of JSON.");

    private final int status;
    private final String title;
    private final String explanation;

    Problem(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The word for it in {@code /problems/…}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What it is, in a few words. */
    public String title() {
        return title;
    }

    /** What it means and what to do. */
    public String explanation() {
        return explanation;
    }

    /** Whether the same request may be answered a little later. */
    public boolean isPassing() {
        return status == 503 && this != INDEX_DAMAGED || status == 429;
    }

    /** The problem that stands for {@code status} where nothing more is known. */
    public static Problem of(int status) {
        for (Problem problem : new Problem[] {
            UNAUTHORIZED,
            FORBIDDEN,
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            TOO_SLOW,
            TOO_LARGE,
            URL_TOO_LONG,
            UNSUPPORTED_TYPE,
            MISDIRECTED,
            HEADERS_TOO_LARGE,
            OVERLOADED
        }) {
            if (problem.status == status) {
                return problem;
            }
        }
        return status >= 500 ? INTERNAL : BAD_REQUEST;
    }
}
