package wherein.collection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.format.RecordFields;
import wherein.format.RecordFields.Meaning;
import wherein.time.WrittenDate;

/**
 * What the columns of a table of metadata mean, told by its header. Names count in any letter case, and under the other names
 * that people give them; a column that is known by none is a further field.
 *
 * @param file where the file is named; empty if no column does
 * @param guessed where fields are named whose values in a row were guessed; empty if no column does
 * @param known where what is known of every document stands
 * @param fields where further fields stand, by their name
 * @param order the order of day and month that the name of the column of dates says, as in {@code date (day/month/year)}
 * @param faults columns that mean nothing, told as faults of the first line
 */
record MetadataColumns(
        OptionalInt file,
        OptionalInt guessed,
        Map<Meaning, Integer> known,
        Map<String, Integer> fields,
        Optional<WrittenDate.Order> order,
        List<String> faults) {

    /** The name of the column that says which values were guessed. */
    static final String GUESSED = "guessed";

    /** What every document has, in the order in which it is written, by the name of its column. */
    static final Map<String, Meaning> NAMES = names();

    private static final Set<String> FILE = Set.of(
            "file filename filepath path datei dateiname fichier archivo fichero ficheiro arquivo nomefile bestand plik dosya файл имяфайла"
                    .split(" "));

    /** The order of the parts of a date, in brackets behind the name of its column. */
    private static final Pattern ORDERED = Pattern.compile("([^(]*)\\(\\s*(\\p{L}+)[^\\p{L}]+(\\p{L}+)[^)]*\\)\\s*");

    private static Map<String, Meaning> names() {
        Map<String, Meaning> names = new LinkedHashMap<>();
        for (Meaning meaning : List.of(
                Meaning.TITLE,
                Meaning.SOURCE,
                Meaning.AUTHOR,
                Meaning.DATE,
                Meaning.STANCE,
                Meaning.LANGUAGE,
                Meaning.URL)) {
            names.put(meaning.name().toLowerCase(Locale.ROOT), meaning);
        }
        return names;
    }

    /** The meanings of the columns of {@code header}. */
    static MetadataColumns of(List<String> header) {
        List<String> names = new ArrayList<>();
        Map<String, WrittenDate.Order> orders = new HashMap<>();
        for (String cell : header) {
            String name = cell.strip();
            Matcher ordered = ORDERED.matcher(name);
            Optional<WrittenDate.Order> order =
                    ordered.matches() ? order(ordered.group(2), ordered.group(3)) : Optional.empty();
            if (order.isPresent()) {
                name = ordered.group(1).strip();
                orders.putIfAbsent(name, order.get());
            }
            names.add(name);
        }
        Map<Meaning, String> meant = RecordFields.of(names).names();
        Map<Meaning, Integer> known = new EnumMap<>(Meaning.class);
        for (Meaning meaning : NAMES.values()) {
            if (meant.containsKey(meaning)) {
                known.put(meaning, names.indexOf(meant.get(meaning)));
            }
        }
        OptionalInt file = place(names, FILE);
        OptionalInt guessed = place(names, Set.of(GUESSED));
        Map<String, Integer> fields = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean taken = known.containsValue(i) || is(file, i) || is(guessed, i);
            if (!taken && !names.get(i).isEmpty()) {
                field(names.get(i), i, fields).ifPresent(faults::add);
            }
        }
        Optional<WrittenDate.Order> order = Optional.ofNullable(orders.get(meant.getOrDefault(Meaning.DATE, "")));
        return new MetadataColumns(file, guessed, known, fields, order, faults);
    }

    private static Optional<String> field(String header, int place, Map<String, Integer> fields) {
        String name = header.toLowerCase(Locale.ROOT).replaceAll("\\s+", "_");
        Optional<String> fault = Catalogue.fieldFault(name)
                .or(() -> fields.containsKey(name)
                        ? Optional.of("\"" + name + "\" is the name of two columns")
                        : Optional.empty());
        if (fault.isEmpty()) {
            fields.put(name, place);
        }
        return fault.map(message -> message + "; the column is left out");
    }

    private static OptionalInt place(List<String> names, Set<String> wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (wanted.contains(RecordFields.letters(names.get(i)))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean is(OptionalInt place, int i) {
        return place.isPresent() && place.getAsInt() == i;
    }

    /** The order that two words say: of one of them in the languages that we know the month begins with an m. */
    private static Optional<WrittenDate.Order> order(String first, String second) {
        if (isMonth(first)) {
            return Optional.of(WrittenDate.Order.MONTH_FIRST);
        }
        return isMonth(second) || second.equalsIgnoreCase("first")
                ? Optional.of(WrittenDate.Order.DAY_FIRST)
                : Optional.empty();
    }

    private static boolean isMonth(String word) {
        return "mм".indexOf(Character.toLowerCase(word.charAt(0))) >= 0;
    }
}
