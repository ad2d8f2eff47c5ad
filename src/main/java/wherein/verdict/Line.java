package wherein.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** What a line of the file says. */
sealed interface Line permits Verdict, Renaming {

    /**
     * Reads {@code line}.
     *
     * @throws VerdictException if it says nothing of what the file may hold
     */
    static Line of(byte[] line) throws VerdictException {
        JsonNode node = Verdict.object(new String(line, StandardCharsets.UTF_8));
        return Renaming.is(node) ? Renaming.of(node) : Verdict.of(node);
    }

    /** Whether there is nothing but white space in it, which is no fault. */
    static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }
}
