package wherein.evaluate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which documents answer which query, and how well: TREC's qrels. */
public final class Judgements {

    private static final int COLUMNS = 4;

    private final Map<String, Map<String, Integer>> grades;

    private Judgements(Map<String, Map<String, Integer>> grades) {
        this.grades = grades;
    }

    /**
     * Reads lines of four columns between white space: the query's id, one that means nothing, the document's id, and
     * its grade, a whole number; a grade below 1 is not relevant.
     *
     * @throws FormatException for a line of another form, or a second judgement of a document for one query
     */
    public static Judgements read(List<String> lines) throws FormatException {
        Map<String, Map<String, Integer>> grades = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] columns = lines.get(i).strip().split("\\s+");
            if (columns.length != COLUMNS || !columns[COLUMNS - 1].matches("[+-]?\\d{1,9}")) {
                throw new FormatException(i + 1, "expected four columns: query, 0, document, a whole number");
            }
            Map<String, Integer> ofQuery = grades.computeIfAbsent(columns[0], id -> new TreeMap<>());
            if (ofQuery.put(columns[2], Integer.parseInt(columns[COLUMNS - 1])) != null) {
                throw new FormatException(i + 1, "query " + columns[0] + " has document " + columns[2] + " twice");
            }
        }
        return new Judgements(grades);
    }

    /** The queries for which a document is relevant, by their id. */
    public List<String> queries() {
        return grades.keySet().stream()
                .filter(query -> grades(query).values().stream().anyMatch(grade -> grade > 0))
                .toList();
    }

    /** The grades of the documents judged for {@code query}, by their id. */
    Map<String, Integer> grades(String query) {
        return Collections.unmodifiableMap(grades.getOrDefault(query, Map.of()));
    }
}
