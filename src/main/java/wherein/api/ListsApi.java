package wherein.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import wherein.collection.KeptLists;
import wherein.json.Json;
import wherein.query.Named;

/**
 * {@code POST /lists} takes a list of names, too long for an address, which gets one by its digest; {@code GET /lists/{digest}}
 * answers what it was taken for. Nothing of the collection changes.
 */
public final class ListsApi {

    /** Where lists are sent. */
    public static final String PATH = Endpoint.BASE + "/lists";

    /** Of what is sent. */
    public static final String TYPE = "text/plain";

    /** What it does. */
    public static final String DOC = "Takes a list of names, one a line, which rows can be chosen by: list=DIGEST";

    private static final Parameter<Named> NAMED = Parameter.word(
            Role.SELECTS,
            "type",
            Parameter.words(entry("country", Named.COUNTRY), entry("person", Named.PERSON)),
            "what the names are of");

    /** What it may be asked. */
    public static final List<Parameter<?>> PARAMETERS = List.of(NAMED);

    private ListsApi() {}

    /** {@code /lists/{digest}}. */
    static Endpoint endpoint() {
        return new Endpoint(
                "/lists/{digest}",
                PARAMETERS,
                "A list of names that was sent, and what each of them is taken for",
                List.of(Form.json("NameList")),
                (engine, request) -> new Answer.Body(kept(engine, request)));
    }

    /** What {@code parameters} say the names are of; ends the request if anything else is said. */
    public static Named type(Map<String, List<String>> parameters) {
        Arguments arguments = new Arguments(parameters, PARAMETERS, null);
        Named type = arguments.get(NAMED);
        arguments.check();
        return type;
    }

    /**
     * Keeps the list that {@code body} is.
     *
     * @throws ProblemException if it is no UTF-8, or has no names or too many
     */
    public static ObjectNode keep(Engine engine, KeptLists lists, Named type, byte[] body) {
        List<String> names = NameLists.lines(text(body));
        if (names.isEmpty() || names.size() > NameLists.MOST_NAMES) {
            throw new ProblemException(
                    Problem.BAD_REQUEST,
                    "There are " + names.size() + " names; expected 1 to " + NameLists.MOST_NAMES + ", one a line.");
        }
        return answer(engine, type, lists.keep(String.join("\n", names) + "\n"), names);
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.BAD_REQUEST, "The list is no UTF-8.");
        }
    }

    private static ObjectNode kept(Engine engine, Request request) {
        Named type = type(request.parameters());
        String digest = request.variable("digest");
        List<String> names = engine.serving()
                .lists()
                .flatMap(lists -> lists.get(digest))
                .map(NameLists::lines)
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_FOUND, "No list of this digest is kept here. Send its names again, to /lists."));
        return answer(engine, type, new KeptLists.Kept(digest, false), names).without("lasting");
    }

    private static ObjectNode answer(Engine engine, Named type, KeptLists.Kept kept, List<String> names) {
        NameLists read = NameLists.read(engine.names(), type, names);
        ObjectNode body = Json.object()
                .put("digest", kept.digest())
                .put("lasting", kept.lasting())
                .put("type", type.word());
        body.putObject("total")
                .put("names", names.size())
                .put("known", read.known().size())
                .put("unknown", read.unknown().size());
        ArrayNode known = body.putArray("known");
        read.known()
                .forEach(each -> known.addObject()
                        .put("line", each.line())
                        .put("name", each.name())
                        .put("id", each.id())
                        .put("label", each.label()));
        ArrayNode unknown = body.putArray("unknown");
        for (NameLists.Unknown each : read.unknown()) {
            ObjectNode node = unknown.addObject()
                    .put("line", each.line())
                    .put("name", each.name())
                    .put("reason", each.reason());
            each.near().forEach(node.putArray("near")::add);
        }
        body.putObject("index").put("generation", engine.searcher().generation());
        return body;
    }
}
