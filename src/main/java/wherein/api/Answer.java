package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What an endpoint answers. It is written by the caller, the server or a command, which alone knows how it is sent. */
public sealed interface Answer {

    /** One object, as JSON. */
    record Body(ObjectNode json) implements Answer {}

    /** Rows, none of which has been looked for yet: as a page of JSON, or all of them one after the other. */
    record Rows(Table table) implements Answer {}

    /**
     * A text in the form that was asked for.
     *
     * @param file the name under which a browser should save it; empty if it should show it
     */
    record Text(String text, Optional<String> file) implements Answer {}
}
