package wherein.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wherein.query.ValueRange;
import wherein.time.DayRange;

/**
 * A parameter of an endpoint, and the option of the command that answers the same: declared once. Requests are read by
 * it ({@link Arguments#get}), and the description of the API, the help of the commands and the tables of the
 * documentation are made from it.
 *
 * @param <T> what its values stand for
 * @param name as it stands in a URL; the option is {@code --name}
 * @param aliases other names that mean the same
 * @param role what it does to an answer
 * @param kind what values it may have
 * @param doc what it does, in one line
 * @param needed whether the endpoint cannot do without it
 */
public record Parameter<T>(String name, List<String> aliases, Role role, Kind<T> kind, String doc, boolean needed) {

    private static final Map<String, Boolean> ON_OFF = words(Map.entry("on", true), Map.entry("off", false));

    /** A parameter that may be left out, of this one name. */
    Parameter(String name, Role role, Kind<T> kind, String doc) {
        this(name, List.of(), role, kind, doc, false);
    }

    /** What a value looks like, for a reader. */
    public String form() {
        return kind.form();
    }

    /** This one, where the endpoint cannot do without it. */
    Parameter<T> asNeeded() {
        return new Parameter<>(name, aliases, role, kind, doc, true);
    }

    /** This one, which {@code others} mean too. */
    Parameter<T> orAs(String... others) {
        return new Parameter<>(name, List.of(others), role, kind, doc, needed);
    }

    /** The parameter that leaves out what this one selects. */
    Parameter<T> not() {
        List<String> negated = aliases.stream().map(each -> "not." + each).toList();
        return new Parameter<>("not." + name, negated, role, kind, "leaves these out: " + doc, false);
    }

    /** One of {@code words}, the first where none is given. */
    static <T> Parameter<T> word(Role role, String name, Map<String, T> words, String doc) {
        return word(role, name, words, words.values().iterator().next(), doc);
    }

    /** One of {@code words}. */
    static <T> Parameter<T> word(Role role, String name, Map<String, T> words, T otherwise, String doc) {
        return new Parameter<>(name, role, new Kind.Word<>(words, otherwise), doc);
    }

    /** A switch. */
    static Parameter<Boolean> onOff(Role role, String name, boolean otherwise, String doc) {
        return word(role, name, ON_OFF, otherwise, doc);
    }

    /** A whole number; {@link Kind.Whole#ALL} for no limit, and for no default. */
    static Parameter<Integer> whole(Role role, String name, int least, int most, int otherwise, String doc) {
        return new Parameter<>(name, role, new Kind.Whole(least, most, otherwise, Map.of()), doc);
    }

    /** Some text. */
    static Parameter<String> text(Role role, String name, String form, int most, String doc) {
        return new Parameter<>(name, role, new Kind.Text(form, most), doc);
    }

    /** Text of a form of its own. */
    static <T> Parameter<Optional<T>> read(
            Role role, String name, String form, String pattern, Function<String, T> reading, String doc) {
        return new Parameter<>(name, role, new Kind.Read<>(form, pattern, reading), doc);
    }

    /** A year, month or day that selects. */
    static Parameter<Optional<DayRange>> day(String name, String doc) {
        return read(Role.SELECTS, name, "YYYY[-MM[-DD]]", "\\d{4}(-\\d{2}(-\\d{2})?)?", DayRange::of, doc);
    }

    /** A range of values that selects. */
    static Parameter<Optional<ValueRange>> range(String name, String doc) {
        return read(Role.SELECTS, name, "RANGE", ".*(\\d|\\*|\\.\\.).*", ValueRange::parse, doc);
    }

    /** Any values that select, repeated. */
    static Parameter<List<String>> names(String name, String form, String doc) {
        return new Parameter<>(name, Role.SELECTS, new Kind.Names(form), doc);
    }

    /** Some of a closed list of words, repeated or with commas between. */
    static Parameter<List<String>> list(Role role, String name, List<String> words, String doc) {
        return list(role, name, String.join("|", words), searcher -> words, doc);
    }

    /** Some of the words that a collection has, repeated or with commas between. */
    static Parameter<List<String>> list(Role role, String name, String form, Kind.Vocabulary words, String doc) {
        return new Parameter<>(name, role, new Kind.Some(form, words, Map.of(), Kind.Whole.ALL), doc);
    }

    /** The columns of rows that are answered. */
    static Parameter<List<String>> fields(List<String> columns) {
        return list(Role.SHOWS, "fields", "COLUMN,…", searcher -> columns, "which columns, in this order");
    }

    /** The form of an answer that has several. */
    static Parameter<Optional<Form>> form(String name, List<Form> forms, String doc) {
        Map<String, Optional<Form>> words = new LinkedHashMap<>();
        forms.forEach(form -> words.put(form.word(), Optional.of(form)));
        return word(Role.SHAPES, name, words, Optional.empty(), doc);
    }

    /** Words and what they stand for, in this order. */
    @SafeVarargs
    static <T> Map<String, T> words(Map.Entry<String, T>... entries) {
        Map<String, T> words = new LinkedHashMap<>();
        for (Map.Entry<String, T> entry : entries) {
            words.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(words);
    }
}
