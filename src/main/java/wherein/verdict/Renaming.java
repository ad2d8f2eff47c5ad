package wherein.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wherein.document.Document;
import wherein.json.Json;
import wherein.verdict.VerdictException.Reason;

/**
 * That a document has another id from now on: a line of the file that stands between verdicts. A run of the indexer writes it that
 * found a document gone and its very text under an id that was not there before.
 *
 * @param time when that was seen
 * @param from the id that is gone
 * @param to the id that came
 */
record Renaming(Instant time, String from, String to) implements Line {

    private static final String KEY = "renamed";

    /** Whether a line is one. */
    static boolean is(JsonNode line) {
        return line.has(KEY);
    }

    /** It as a line, without the end of the line. */
    String line() {
        return Json.text(Json.object()
                .put("time", Verdict.written(time))
                .set(KEY, Json.object().put("from", from).put("to", to)));
    }

    /**
     * Reads a line that is one.
     *
     * @throws VerdictException if it is faulty
     */
    static Renaming of(JsonNode line) throws VerdictException {
        Renaming read = new Renaming(
                Verdict.time(line),
                Verdict.needed(line.get(KEY), "from", Integer.MAX_VALUE),
                Verdict.needed(line.get(KEY), "to", Integer.MAX_VALUE));
        for (String id : List.of(read.from, read.to)) {
            Optional<String> fault = Document.idFault(id);
            if (fault.isPresent()) {
                throw new VerdictException(Reason.LINE, fault.get());
            }
        }
        return read;
    }
}
