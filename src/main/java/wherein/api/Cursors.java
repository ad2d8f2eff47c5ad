package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import wherein.json.Json;
import wherein.search.Cursor;

/** Where a page ends, as text that a client carries to the next request and need not understand. */
final class Paging {

    /** Parameters that may change from page to page: they say what is shown of the hits, not which they are. */
    private static final Set<String> SHOWN = Set.of(
            "cursor", "limit", "facets", "interval", "snippets", "explain", "offsets", "fields", "context", "format");

    private Paging() {}

    /**
     * The end of a page.
     *
     * @param cursor its last hit
     * @param rank the rank of that hit
     * @param request what was asked, as {@link #request} tells it: no other request may go on from here
     */
    record Place(Cursor cursor, int rank, int request) {}

    /** Tells requests apart whose answers have another order or other hits. */
    static int request(Map<String, List<String>> parameters) {
        Map<String, List<String>> asked = new TreeMap<>(parameters);
        asked.keySet().removeAll(SHOWN);
        return asked.hashCode();
    }

    static String encode(Place place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeDouble(place.cursor.key());
            out.writeInt(place.cursor.number());
            out.writeLong(place.cursor.generation());
            out.writeInt(place.rank);
            out.writeInt(place.request);
            out.writeUTF(place.cursor.document());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    static Place decode(String text) {
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
            double key = in.readDouble();
            int number = in.readInt();
            long generation = in.readLong();
            int rank = in.readInt();
            int request = in.readInt();
            String document = in.readUTF();
            if (in.read() >= 0 || rank < 0 || Double.isNaN(key)) {
                throw new IllegalArgumentException("no cursor of ours");
            }
            return new Place(new Cursor(key, document, number, generation), rank, request);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no cursor; take the one of the page before", e);
        }
    }

    /** Ends the request if {@code place} comes from another request, or another generation of the index. */
    static void refuseOther(Optional<Place> place, Map<String, List<String>> parameters, long generation) {
        if (place.isPresent() && place.get().request() != request(parameters)) {
            String reason = "the cursor belongs to another query, sort or filter; begin again without one";
            throw new ProblemException(
                    Problem.BAD_VALUE,
                    "cursor: " + reason + ".",
                    List.of(new ProblemException.Fault("cursor", reason, "", -1)));
        }
        if (place.isPresent() && place.get().cursor().generation() != generation) {
            throw new ProblemException(
                    Problem.INDEX_CHANGED, "The cursor belongs to another generation of the index. Begin again.");
        }
    }

    /** Puts {@code next} and {@code next_url} into {@code body}, null on the last page. */
    static ObjectNode next(ObjectNode body, String path, Map<String, List<String>> given, Optional<String> cursor) {
        if (cursor.isEmpty()) {
            return body.putNull("next").putNull("next_url");
        }
        List<String> parameters = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!name.equals("cursor")) {
                values.forEach(value -> parameters.add(Json.encode(name) + "=" + Json.encode(value)));
            }
        });
        parameters.add("cursor=" + cursor.get());
        return body.put("next", cursor.get()).put("next_url", path + "?" + String.join("&", parameters));
    }
}
