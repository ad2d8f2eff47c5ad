package wherein.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries of a collection by their ids, in the order of their file. */
public final class Topics {

    private static final Pattern TOPIC =
            Pattern.compile("<top>(.*?)(?:</top>|(?=<top>)|\\z)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** A field ends where the next tag begins: TREC's older topics close none of them. */
    private static final Pattern FIELD = Pattern.compile("<(\\w+)>([^<]*)");

    /** What TREC writes into a field before its value. */
    private static final Pattern LABEL =
            Pattern.compile("^\\s*(?:Number|Topic|Description|Narrative):", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> queries;

    private Topics(Map<String, String> queries) {
        this.queries = queries;
    }

    /**
     * Reads topics as TREC writes them, {@code <top> <num> <title> <desc> <narr> </top>}, or else one a line: its id, a
     * tab and its text.
     *
     * @param field the field of a TREC topic that is asked, such as {@code title}
     * @throws FormatException for a topic without an id or text, or a second one of the same id
     */
    public static Topics read(String text, String field) throws FormatException {
        return text.stripLeading().startsWith("<")
                ? tagged(text, field)
                : lines(text.lines().toList());
    }

    private static Topics lines(List<String> lines) throws FormatException {
        Map<String, String> queries = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            if (line.isBlank()) {
                continue;
            }
            if (tab <= 0 || line.substring(tab).isBlank()) {
                throw new FormatException(i + 1, "expected the id of a query, a tab and its text");
            }
            if (queries.put(line.substring(0, tab).strip(), line.substring(tab).strip()) != null) {
                throw new FormatException(i + 1, "a second query of the id " + line.substring(0, tab));
            }
        }
        return new Topics(queries);
    }

    private static Topics tagged(String text, String field) throws FormatException {
        Map<String, String> queries = new LinkedHashMap<>();
        Matcher topics = TOPIC.matcher(text);
        while (topics.find()) {
            int line = (int) text.substring(0, topics.start()).lines().count() + 1;
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher matcher = FIELD.matcher(topics.group(1));
            while (matcher.find()) {
                String value = LABEL.matcher(matcher.group(2)).replaceFirst("");
                fields.put(matcher.group(1).toLowerCase(Locale.ROOT), entities(value.strip()));
            }
            String id = fields.getOrDefault("num", "");
            String query = fields.getOrDefault(field, "").replaceAll("\\s+", " ");
            if (id.isEmpty() || query.isEmpty()) {
                throw new FormatException(line, "expected a topic with <num> and <" + field + ">");
            }
            if (queries.put(id, query) != null) {
                throw new FormatException(line, "a second topic of the number " + id);
            }
        }
        if (queries.isEmpty()) {
            throw new FormatException("no <top> in it; expected TREC's topics, or lines of an id, a tab and a query");
        }
        return new Topics(queries);
    }

    private static String entities(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    /** The text of each query by its id. */
    public Map<String, String> queries() {
        return Collections.unmodifiableMap(queries);
    }
}
