package wherein.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What answers look like: the JSON Schemas of all that the API sends and takes, in one file. */
public final class Schemas {

    private static final ObjectNode ALL = read();

    private Schemas() {}

    /** All schemas by name, a copy. */
    public static ObjectNode all() {
        return ALL.deepCopy();
    }

    /** The columns of the rows that the schema {@code name} describes, in their order. */
    static List<String> columns(String name) {
        List<String> columns = new ArrayList<>();
        ALL.path(name).path("properties").fieldNames().forEachRemaining(columns::add);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no schema of rows is called " + name);
        }
        return List.copyOf(columns);
    }

    private static ObjectNode read() {
        try (InputStream in = Schemas.class.getResourceAsStream("schemas.json")) {
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own schemas cannot be read", e);
        }
    }
}
