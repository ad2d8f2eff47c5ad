package wherein.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.search.PassageSearcher;

/** Values that any parameter of any endpoint may have over the digests, for tests that hold for all of them. */
public final class Samples {

    /** What stands in the place of a document, a passage, a type and an id in a path. */
    private static final Map<String, String> PLACES = Map.of(
            "/documents/{id}", "/documents/oe-watch-brain-drain",
            "/passages/{id}", "/passages/oe-watch-brain-drain%3A1",
            "/entities/{type}", "/entities/country",
            "/{id}", "/GE");

    /** What an endpoint cannot do without, or would have nothing to page through. */
    private static final Map<String, Map<String, String>> NEEDED = Map.of(
            "/concordance", Map.of("q", "russia"),
            "/figures/table", Map.of("unit", "people"),
            "/mentions/summary", Map.of("by", "id"),
            "/facets", Map.of("field", "source"),
            "/suggest", Map.of("prefix", "r"),
            "/documents/{id}/hits", Map.of("q", "brain"),
            "/documents/{id}/quotation", Map.of("start", "0", "end", "40"));

    /** What a parameter makes no sense without. */
    private static final Map<String, Map<String, String>> WITH = Map.of(
            "seed", Map.of("sample", "3"),
            "value", Map.of("mention.value", "100..200000"),
            "date.match", Map.of("date.from", "2022"),
            "when.match", Map.of("when.from", "2022"),
            "mention.when.match", Map.of("mention.when.from", "2022"),
            "start", Map.of("end", "40"),
            "end", Map.of("start", "0"));

    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("q", List.of("exile", "\"brain drain\"")),
            Map.entry("country", List.of("GE", "Russia")),
            Map.entry("person", List.of("Vladimir Putin")),
            Map.entry("id", List.of("Georgia")),
            Map.entry("doc", List.of("oe-watch-brain-drain")),
            Map.entry("unit", List.of("people")),
            Map.entry("mention.unit", List.of("people")),
            Map.entry("figure", List.of(">=1000")),
            Map.entry("series", List.of("country:GE", "q:exile")),
            Map.entry("date.year", List.of("2022")),
            Map.entry("date.month", List.of("2022-05")),
            Map.entry("date.day", List.of("2022-05-07")),
            Map.entry("mention.value", List.of(">=1000", "100..2000000")),
            Map.entry("prefix", List.of("r")),
            Map.entry("verdict.reviewer", List.of("Ann", "Bo")),
            Map.entry("sample", List.of("2", "3")),
            Map.entry("seed", List.of("7")),
            Map.entry("start", List.of("1")),
            Map.entry("end", List.of("30")));

    private Samples() {}

    /** The path of {@code endpoint} over the digests, after that of the API. */
    public static String path(Endpoint endpoint) {
        String path = endpoint.path();
        for (String place : PLACES.keySet().stream()
                .sorted(java.util.Comparator.comparing(String::length).reversed())
                .toList()) {
            path = path.startsWith(place) || place.equals("/{id}") ? path.replace(place, PLACES.get(place)) : path;
        }
        return path;
    }

    /** A request that {@code endpoint} answers. */
    public static Map<String, String> request(Endpoint endpoint) {
        return new LinkedHashMap<>(NEEDED.getOrDefault(endpoint.path(), Map.of()));
    }

    /** The same without {@code parameter}, and with what that makes no sense without. */
    public static Map<String, String> request(Endpoint endpoint, Parameter<?> parameter) {
        Map<String, String> request = request(endpoint);
        request.remove(parameter.name());
        companions(parameter.name()).forEach(request::putIfAbsent);
        return request;
    }

    /** What the parameter {@code name} makes no sense without. */
    public static Map<String, String> companions(String name) {
        return WITH.getOrDefault(name, Map.of());
    }

    /** Some values of {@code parameter}: each word of a closed list, and of others two at most. */
    public static List<String> values(Endpoint endpoint, Parameter<?> parameter, PassageSearcher searcher)
            throws IOException {
        if (endpoint.path().equals("/mentions/summary") && parameter.name().equals("fields")) {
            return List.of("mentions", "id,passages");
        }
        String name = parameter.name().replaceFirst("^not\\.", "").replaceFirst("\\.all$", "");
        if (VALUES.containsKey(name)) {
            return VALUES.get(name);
        }
        return switch (parameter.kind()) {
            case Kind.Word<?> word -> List.copyOf(word.words().keySet());
            case Kind.Whole whole -> whole(whole);
            case Kind.Some some ->
                some.vocabulary().of(searcher).stream()
                        .filter(word -> !word.isEmpty() && !some.aliases().containsKey(word))
                        .sorted()
                        .limit(2)
                        .toList();
            case Kind.Read<?> read -> name.endsWith("from") ? List.of("2022-03") : List.of("2023");
            case Kind.Names names ->
                searcher.values(name).values().stream()
                        .map(value -> value.value())
                        .filter(value -> !value.isEmpty())
                        .limit(2)
                        .toList();
            case Kind.Text text -> throw new IllegalStateException("no sample of " + parameter.name());
        };
    }

    private static List<String> whole(Kind.Whole whole) {
        List<String> values = new ArrayList<>(whole.words().keySet());
        values.add(Integer.toString(Math.max(whole.least(), 1) + 1));
        return values;
    }

    /** The collection's own fields and all parameters of {@code endpoint} that have a meaning without a server. */
    public static List<Parameter<?>> parameters(Endpoint endpoint, PassageSearcher searcher) {
        return Parameters.in(searcher.fields(), endpoint.parameters()).stream()
                // Only a server that was sent a list knows one.
                .filter(each -> !each.name().equals("list"))
                .toList();
    }

    /** The form that {@code word} stands for, where {@code parameter} says the form of an answer. */
    public static Optional<Form> form(Endpoint endpoint, Parameter<?> parameter, String word) {
        return endpoint.formParameter()
                .filter(parameter.name()::equals)
                .flatMap(name -> endpoint.forms().stream()
                        .filter(form -> form.word().equals(word))
                        .findFirst());
    }
}
