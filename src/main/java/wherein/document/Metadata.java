package wherein.document;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wherein.time.EdtfDate;

/**
 * What is known of a document, or of a part of one, beside its text. A text is empty and a date {@link
 * EdtfDate#UNKNOWN} where nothing is known.
 *
 * @param title as printed
 * @param source who published it
 * @param author the names, in order
 * @param date when it was published
 * @param stance one of the collection's closed list
 * @param language BCP 47, such as {@code en}
 * @param url where it can be read
 * @param fields further keyword fields of the collection, by name; no name has an empty list
 */
public record Metadata(
        String title,
        String source,
        List<String> author,
        EdtfDate date,
        String stance,
        String language,
        String url,
        Map<String, List<String>> fields) {

    /** The UTF-16 units of a value at most: three bytes for each are as many as a term of an index may have. */
    public static final int LONGEST = 10_000;

    /** Nothing is known. */
    public static final Metadata UNKNOWN = new Metadata("", "", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of());

    /** Takes copies. */
    public Metadata {
        author = List.copyOf(author);
        TreeMap<String, List<String>> sorted = new TreeMap<>();
        fields.forEach((name, values) -> {
            if (!values.isEmpty()) {
                sorted.put(name, List.copyOf(values));
            }
        });
        fields = Collections.unmodifiableMap(sorted);
    }

    /** What keeps these from being kept and searched, in words; empty if nothing does. */
    public Optional<String> fault() {
        Map<String, List<String>> all = new TreeMap<>(fields);
        all.put("title", List.of(title));
        all.put("source", List.of(source));
        all.put("author", author);
        all.put("stance", List.of(stance));
        all.put("language", List.of(language));
        all.put("url", List.of(url));
        for (Map.Entry<String, List<String>> each : all.entrySet()) {
            for (String value : each.getValue()) {
                if (value.length() > LONGEST) {
                    return Optional.of("its " + each.getKey() + " has " + value.length() + " characters; at most "
                            + LONGEST + " are kept, so shorten it");
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The values of the field called {@code name}, one of {@code title}, {@code source}, {@code author}, {@code date}, {@code
     * stance}, {@code language}, {@code url} or a further field; none where nothing is known.
     */
    public List<String> values(String name) {
        return switch (name) {
            case "title" -> one(title);
            case "source" -> one(source);
            case "author" -> author;
            case "date" -> one(date.edtf());
            case "stance" -> one(stance);
            case "language" -> one(language);
            case "url" -> one(url);
            default -> fields.getOrDefault(name, List.of());
        };
    }

    private static List<String> one(String value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    /** This, with what is unknown here taken from {@code other}; of the further fields, each name as a whole. */
    public Metadata orElse(Metadata other) {
        Map<String, List<String>> all = new TreeMap<>(other.fields);
        all.putAll(fields);
        return new Metadata(
                either(title, other.title),
                either(source, other.source),
                author.isEmpty() ? other.author : author,
                date.known() ? date : other.date,
                either(stance, other.stance),
                either(language, other.language),
                either(url, other.url),
                all);
    }

    /** This with {@code stance} in place of its own. */
    public Metadata withStance(String stance) {
        return new Metadata(title, source, author, date, stance, language, url, fields);
    }

    /** This with {@code language} in place of its own. */
    public Metadata withLanguage(String language) {
        return new Metadata(title, source, author, date, stance, language, url, fields);
    }

    /** This with {@code fields} in place of its own. */
    public Metadata withFields(Map<String, List<String>> fields) {
        return new Metadata(title, source, author, date, stance, language, url, fields);
    }

    /** What a part has of its document: the further fields, and where it can be read. */
    public Metadata ofParts() {
        return new Metadata("", "", List.of(), EdtfDate.UNKNOWN, "", "", url, fields);
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
