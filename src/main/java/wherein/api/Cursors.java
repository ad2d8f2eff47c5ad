package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import wherein.json.Json;
import wherein.search.Cursor;

/** Writes and reads cursors: text that says where a page ends, and that a client sends to get the next one. */
public final class Cursors {

    /** Changes when the bytes mean something else, so that an older cursor is none. */
    private static final int FORMAT = 2;

    private static final int CHECKSUM = Integer.BYTES;

    private Cursors() {}

    /**
     * The end of a page.
     *
     * @param cursor its last hit
     * @param rank the rank of that hit, or how many rows came before
     * @param order what was asked, as {@link Canonical#order} tells it: no other request may go on from here
     * @param stamp of the engine that answered
     */
    record Place(Cursor cursor, int rank, int order, Stamp stamp) {}

    /** The generation that {@code text} comes from; empty if it is no cursor. */
    public static Optional<Long> generation(String text) {
        try {
            return Optional.of(decode(text).cursor().generation());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String encode(Place place) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeDouble(place.cursor.key());
            out.writeInt(place.cursor.number());
            out.writeLong(place.cursor.generation());
            out.writeInt(place.rank);
            out.writeInt(place.order);
            out.writeLong(place.stamp.index());
            out.writeLong(place.stamp.revision());
            out.writeUTF(place.cursor.document());
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
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
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            require(in.readByte() == FORMAT);
            double key = in.readDouble();
            int number = in.readInt();
            long generation = in.readLong();
            int rank = in.readInt();
            int order = in.readInt();
            Stamp stamp = new Stamp(in.readLong(), in.readLong());
            String document = in.readUTF();
            require(in.readInt() == checksum(bytes, bytes.length - CHECKSUM));
            require(in.read() < 0 && rank >= 0 && number >= 0 && !Double.isNaN(key));
            return new Place(new Cursor(key, document, number, generation), rank, order, stamp);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no cursor; take the one of the page before", e);
        }
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw new IllegalArgumentException("no cursor of ours");
        }
    }

    /** What tells a cursor that was cut or changed on its way. */
    private static int checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(Arrays.copyOf(bytes, length));
        return (int) checksum.getValue();
    }

    /** Ends the request if {@code place} comes from a request for other hits, or from another index or state of it. */
    static void refuseOther(Place place, int order, Stamp stamp) {
        if (place.order() != order) {
            throw refused("the cursor belongs to another query, sort or filter; begin again without one");
        }
        if (!place.stamp().equals(stamp)) {
            throw new ProblemException(
                    Problem.INDEX_CHANGED,
                    "The cursor belongs to another index, to another generation of this one, or to what readers said before. Begin again.");
        }
    }

    /** What is wrong with a cursor that lies behind the last row: nobody was given such a one. */
    static ProblemException beyond() {
        return refused("the cursor points behind the end; begin again without one");
    }

    private static ProblemException refused(String reason) {
        return ProblemException.of("cursor", reason);
    }

    /** Puts {@code next} and {@code next_url} into {@code body}: the page that begins at {@code place}. */
    static ObjectNode next(ObjectNode body, String path, Map<String, List<String>> given, Place place) {
        String cursor = encode(place);
        List<String> parameters = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!name.equals("cursor")) {
                values.forEach(value -> parameters.add(Json.encode(name) + "=" + Json.encode(value)));
            }
        });
        parameters.add("cursor=" + cursor);
        return body.put("next", cursor).put("next_url", Endpoint.BASE + path + "?" + String.join("&", parameters));
    }
}
