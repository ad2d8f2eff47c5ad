package wherein.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wherein.json.Json;

/** Writes a request in one form, the same for all requests that ask for the same. */
final class Canonical {

    private Canonical() {}

    /**
     * The address that asks for the rows of {@code parameters}: the names in order, the values of each as they were
     * given, and nothing about the form.
     *
     * @param path after that of the API
     * @param declared the parameters of the endpoint, the collection's own fields among them
     */
    static String query(String path, Map<String, List<String>> parameters, List<? extends Parameter<?>> declared) {
        return Endpoint.BASE + path + question(values(parameters, declared, Role::isOfRows));
    }

    /** The same for all requests whose answers have the same hits or rows in the same order. */
    static int order(Map<String, List<String>> parameters, List<? extends Parameter<?>> declared) {
        return values(parameters, declared, Role::isOfOrder).hashCode();
    }

    /** The values of the parameters whose role is {@code kept}, each parameter under its own name. */
    private static TreeMap<String, List<String>> values(
            Map<String, List<String>> given, List<? extends Parameter<?>> declared, Predicate<Role> kept) {
        Map<String, Parameter<?>> known = new HashMap<>();
        for (Parameter<?> each : declared) {
            each.aliases().forEach(alias -> known.putIfAbsent(alias, each));
        }
        declared.forEach(each -> known.put(each.name(), each));
        TreeMap<String, List<String>> values = new TreeMap<>();
        new TreeMap<>(given).forEach((name, all) -> {
            Parameter<?> parameter = known.get(name);
            if (parameter != null && kept.test(parameter.role())) {
                values.computeIfAbsent(parameter.name(), each -> new ArrayList<>())
                        .addAll(all);
            }
        });
        return values;
    }

    private static String question(Map<String, List<String>> parameters) {
        String query = parameters.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(value -> Json.encode(entry.getKey()) + "=" + Json.encode(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }
}
