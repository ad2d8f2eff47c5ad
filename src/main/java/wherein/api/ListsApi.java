package wherein.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.collection.KeptLists;
import wherein.json.Json;
import wherein.query.Named;

/**
 * {@code POST /lists} takes a list of names, too long for an address, which gets a digest that stands for it there. Nothing of the
 * collection changes.
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

    /** UTF-8 bytes that a list may have. */
    public static final int MOST_BYTES = KeptLists.MOST_BYTES;

    private final KeptLists lists;

    private ListsApi(KeptLists lists) {
        this.lists = lists;
    }

    /** Keeps lists until the process ends. */
    public static ListsApi inMemory() {
        return new ListsApi(KeptLists.inMemory());
    }

    /** Keeps lists in the folder of an index, where they outlast it. */
    public static ListsApi in(Path index) {
        return new ListsApi(KeptLists.in(index));
    }

    /** The names of the list of this digest; empty if none is kept. */
    Optional<List<String>> names(String digest) {
        return lists.get(digest).map(NameLists::lines);
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
    public ObjectNode keep(Engine engine, Named type, byte[] body) {
        List<String> names = NameLists.lines(text(body));
        if (names.isEmpty() || names.size() > NameLists.MOST_NAMES) {
            throw new ProblemException(
                    Problem.BAD_REQUEST,
                    "There are " + names.size() + " names; expected 1 to " + NameLists.MOST_NAMES + ", one a line.");
        }
        NameLists read = NameLists.read(engine.names(), type, names, engine.deadline());
        KeptLists.Kept kept = lists.keep(String.join("\n", names) + "\n");
        return told(kept.digest(), type, names, read).put("lasting", kept.lasting());
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

    /** What the names of a list are taken for, line by line. */
    static ObjectNode told(String digest, Named type, List<String> names, NameLists read) {
        ObjectNode body = Json.object().put("digest", digest).put("type", type.word());
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
        return body;
    }
}
