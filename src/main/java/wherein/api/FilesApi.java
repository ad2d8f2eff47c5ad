package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import wherein.collection.Inbox;
import wherein.collection.InboxException;
import wherein.json.Json;

/**
 * {@code POST /files}: takes files into the folder of the collection, where a server was started to do so. It is there in no other
 * server, and is all that a server ever writes. What becomes of a file is the matter of the run that finds it there.
 */
public final class FilesApi {

    /** Where it is. */
    public static final String PATH = Endpoint.BASE + "/files";

    /** Of what is sent: a type that no form of a page has, so that a browser asks before it sends any for a page of another server. */
    public static final String TYPE = "application/octet-stream";

    /** What it does. */
    public static final String DOC =
            "Takes a file into the folder inbox of the collection; never over one that is there";

    /** What it may be asked. The collection's own fields are no parameters of it. */
    public static final List<Parameter<?>> PARAMETERS = List.of(name());

    private final Inbox inbox;
    private final int most;
    private final boolean watched;

    /**
     * Takes files in.
     *
     * @param most bytes that a file may have
     * @param watched whether the server looks for files that have come, so that they are indexed soon
     */
    public FilesApi(Inbox inbox, int most, boolean watched) {
        this.inbox = inbox;
        this.most = most;
        this.watched = watched;
    }

    private static Parameter<String> name() {
        return Parameter.text(Role.SELECTS, "name", "NAME", Kind.Whole.ALL, "the name of the file, without folders")
                .asNeeded();
    }

    /** How many bytes a file may have. */
    public int most() {
        return most;
    }

    /**
     * Begins to take in a file, which is all that can be refused of it before its bytes are here.
     *
     * @param parameters of the request
     * @param bytes that the request announces; 0 if it does not
     * @throws ProblemException if it may not come in
     */
    @SuppressWarnings("unchecked")
    public Upload begin(Map<String, List<String>> parameters, long bytes) throws IOException {
        Arguments arguments = new Arguments(parameters, PARAMETERS, null);
        String name = arguments.get((Parameter<String>) PARAMETERS.getFirst());
        arguments.check();
        try {
            return new Upload(inbox.begin(name, bytes));
        } catch (InboxException e) {
            throw problem(e);
        }
    }

    /** A file on its way in. Closing it before it has ended leaves nothing of it. */
    public final class Upload extends OutputStream {

        private final Inbox.Arrival arrival;

        private Upload(Inbox.Arrival arrival) {
            this.arrival = arrival;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            try {
                arrival.write(bytes, start, length);
            } catch (InboxException e) {
                throw problem(e);
            }
        }

        /**
         * Puts the file in its place, once all of it is here.
         *
         * @return where it lies, and how to see what becomes of it
         */
        public ObjectNode end() throws IOException {
            try {
                Inbox.Arrived arrived = arrival.finish();
                return Json.object()
                        .put("file", arrived.path())
                        .put("bytes", arrived.bytes())
                        .put("sha256", arrived.sha256())
                        .put("watched", watched)
                        .put("report", ReportApi.address(arrived.path()));
            } catch (InboxException e) {
                throw problem(e);
            }
        }

        @Override
        public void close() throws IOException {
            arrival.close();
        }
    }

    private static ProblemException problem(InboxException e) {
        return switch (e.reason()) {
            case NAME -> ProblemException.of("name", e.getMessage());
            case TYPE -> new ProblemException(Problem.UNSUPPORTED_TYPE, sentence(e));
            case EXISTS -> new ProblemException(Problem.FILE_EXISTS, sentence(e));
            case NO_ROOM -> new ProblemException(Problem.NO_ROOM, sentence(e));
        };
    }

    private static String sentence(InboxException e) {
        String message = e.getMessage();
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    /** What {@code /info} says of it. */
    ObjectNode info() {
        return Json.object().put("file_bytes", most).put("watched", watched);
    }
}
