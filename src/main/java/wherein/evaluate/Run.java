package wherein.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The documents that were answered to each query, with their scores. */
public final class Run {

    private static final int COLUMNS = 6;

    /**
     * The order in which trec_eval reads a run: by score, whatever the rank says, and where scores are equal by the
     * bytes of the id, the last first.
     */
    private static final Comparator<Scored> ORDER = Comparator.comparing(Scored::score)
            .thenComparing(each -> each.document.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
            .reversed();

    private final Map<String, List<Scored>> answers = new TreeMap<>();
    private final Map<String, Set<String>> seen = new TreeMap<>();

    /**
     * A document that was answered.
     *
     * @param score the greater the better; of single precision, as trec_eval holds it
     */
    public record Scored(String document, float score) {}

    /**
     * Reads lines of six columns between white space: the query's id, {@code Q0}, the document's id, its rank, its score
     * and the name of the run.
     *
     * @throws FormatException for a line of another form, or a document that is answered twice to one query
     */
    public static Run read(List<String> lines) throws FormatException {
        Run run = new Run();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] columns = lines.get(i).strip().split("\\s+");
            if (columns.length != COLUMNS) {
                throw new FormatException(i + 1, "expected six columns: query, Q0, document, rank, score, name");
            }
            try {
                if (!run.add(columns[0], new Scored(columns[2], Float.parseFloat(columns[4])))) {
                    throw new FormatException(i + 1, "query " + columns[0] + " has document " + columns[2] + " twice");
                }
            } catch (NumberFormatException e) {
                throw new FormatException(i + 1, "the score is \"" + columns[4] + "\", expected a number");
            }
        }
        return run;
    }

    /** Adds an answer to {@code query}; false, and nothing is added, if that document stands there already. */
    public boolean add(String query, Scored scored) {
        boolean fresh = seen.computeIfAbsent(query, id -> new HashSet<>()).add(scored.document);
        if (fresh) {
            answers.computeIfAbsent(query, id -> new ArrayList<>()).add(scored);
        }
        return fresh;
    }

    /** The documents answered to {@code query}, best first; none for one that was not asked. */
    List<String> ranked(String query) {
        return answers.getOrDefault(query, List.of()).stream()
                .sorted(ORDER)
                .map(Scored::document)
                .toList();
    }

    /** The run as lines that {@link #read} and trec_eval read, named {@code name}; ranks count from 1. */
    public List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        answers.forEach((query, scored) -> {
            int rank = 1;
            for (Scored each : scored) {
                lines.add(String.join(
                        " ", query, "Q0", each.document, Integer.toString(rank++), Float.toString(each.score), name));
            }
        });
        return lines;
    }
}
