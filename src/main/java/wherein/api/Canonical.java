package wherein.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wherein.json.Json;

/** A request as every client would write it, so that two that ask the same can be seen to. */
final class Canonical {

    /** Parameters that say in what form rows are sent, not which rows and columns. */
    private static final Set<String> FORM =
            Set.of("format", "cursor", "header", "bom", "excel", "download", "provenance");

    private Canonical() {}

    /**
     * The address that asks for the rows of {@code parameters}: the names in order, the values of each as they were
     * given, and nothing about the form.
     *
     * @param path after that of the API
     */
    static String query(String path, Map<String, List<String>> parameters) {
        Map<String, List<String>> asked = new TreeMap<>(parameters);
        asked.keySet().removeAll(FORM);
        return address(path, asked);
    }

    /** The address of exactly this answer, with all {@code parameters}. */
    static String address(String path, Map<String, List<String>> parameters) {
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .map(value -> Json.encode(entry.getKey()) + "=" + Json.encode(value)))
                        .collect(Collectors.joining("&"));
        return Api.BASE + path + (query.isEmpty() ? "" : "?" + query);
    }
}
